"""Every statement is one that Neo4j accepts; the embedded server alone accepts too much.

As Cypher 5 the Neo4j of the tests reads it, as Cypher 25, which needs a newer one, Neo4j's own checker does.
"""

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.queries import KINDS, queries, schema_statements
from graph.settings import Settings
from graph.store import open_store
from tests.node_modules import installed

HERE = Path(__file__).parent
VALUES = {"string": "x", "int": 1, "float": 1.0, "boolean": True, "list": ["x"], "rows": [{}]}


@pytest.fixture(scope="module")
def node() -> str:
    installed(HERE, "@neo4j-cypher/language-support", "REQUIRE_NEO4J")
    return shutil.which("node") or ""


def lint(node: str, statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [node, str(HERE / "lint.mjs")], input=json.dumps(statements), capture_output=True, encoding="utf-8", check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def every_statement() -> list[dict[str, Any]]:
    statements = [
        {"name": f"{kind}/{each.name}", "text": each.text, "parameters": {p.name: VALUES[p.type] for p in each.params}}
        for kind in KINDS
        for each in queries(kind)
    ]
    assert len(statements) > 60
    return statements


@pytest.mark.neo4j
@pytest.mark.parametrize("server", ["neo4j"], indirect=True)
def test_neo4j_accepts_every_statement(server: Settings) -> None:
    with open_store(server, "read") as store:
        for statement in every_statement():
            explained = f"EXPLAIN CYPHER 5 {statement['text']}"
            assert store.answer(explained, statement["parameters"], rows=1, size=1000).rows == [], statement["name"]


def test_the_checker_accepts_every_statement(node: str) -> None:
    statements = every_statement()
    for folder in ("neo4j", "embedded"):
        for number, (language, text) in enumerate(schema_statements(folder), 1):
            if language == "cypher":
                statements.append({"name": f"schema/{folder} {number}", "text": text, "parameters": {}})
    with ThreadPoolExecutor(2) as pool:  # it takes its time, and a core of its own
        halves = list(pool.map(partial(lint, node), (statements[::2], statements[1::2])))
    assert halves == [[], []]


def test_the_checker_refuses_what_neo4j_refuses(node: str) -> None:
    wrong = ["RETRUN 1", "MATCH (n) RETURN m", "MATCH (u:Unit) RETURN u {.key, n: count(*)} AS u"]
    found = lint(node, [{"name": text, "text": text, "parameters": {}} for text in wrong])
    assert [each["name"] for each in found] == wrong
