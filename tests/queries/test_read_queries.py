"""Every read query on both servers, over the same two documents, against the rows in expected.json.

``EXPECTED=rewrite pytest tests/queries`` writes the file anew from what the server answers; review it as a diff.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.load import load
from graph.queries import catalogue, query
from graph.search_text import phrase_of
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.queries.cases import CASES
from tests.sample_graph import sample_documents

EXPECTED = Path(__file__).parent / "expected.json"


@pytest.fixture(scope="module")
def store(server: Settings, emptied: Any) -> Iterator[GraphStore]:
    with open_store(server, "write") as writer:
        emptied(writer)
        for document in sample_documents():
            load(writer, document)
        with open_store(server, "read") as reader:
            yield reader
        emptied(writer)


def _name(case: tuple[str, dict[str, Any]]) -> str:
    return case[0] + (" " + json.dumps(case[1], ensure_ascii=False, sort_keys=True) if case[1] else "")


def _comparable(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for row in rows:
        for column in ("source_labels", "target_labels"):  # a server may give labels in any order
            if column in row:
                row[column] = sorted(row[column])
        for column in ("source_facts", "target_facts", "facts"):
            if row.get(column):
                row[column] = {key: value for key, value in sorted(row[column].items()) if value is not None}
        if name in ("versions_of_document", "last_change"):
            row["loaded_at"] = "now"
        if name == "search":
            row["score"] = 0  # each server's full text weighs in its own way
    return rows


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_rows(store: GraphStore, case: tuple[str, dict[str, Any]]) -> None:
    name, params = case
    rows = _comparable(name, store.read(query(name), **params))
    if os.environ.get("EXPECTED") == "rewrite":
        known = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else {}
        known[_name(case)] = rows
        EXPECTED.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    assert rows == json.loads(EXPECTED.read_text("utf-8"))[_name(case)]


def test_every_query_has_a_case() -> None:
    assert {name for name, _ in CASES} == {question.name for question in catalogue()}


@pytest.mark.parametrize(
    "text", ["*", '"', "\\", 'a" OR "b', "a AND (", "[x TO", "学校\\", "~", "' OR 1=1 //", "a:b^9"]
)
def test_hostile_words_find_nothing_and_break_nothing(store: GraphStore, text: str) -> None:
    for name in ("search", "items_of_text", "facets_of_text"):
        assert store.read(query(name), text=text, phrase=phrase_of(text)) == []


def test_every_list_pages_without_gap_or_repeat(store: GraphStore) -> None:
    given = {"unit": "云川市:云川市教育局", "partner": "云川市:云川市财政局", "document": "国办发〔2024〕9号"}
    given["text"] = "校"
    for question in catalogue():
        names = {param.name for param in question.params}
        if not {"limit", "offset"} <= names:
            continue
        params = {param.name: given[param.name] for param in question.params if param.required}
        whole = store.read(question, **params, limit=1000)
        paged = [row for n in range(len(whole) + 1) for row in store.read(question, **params, limit=1, offset=n)]
        assert paged == whole, question.name
