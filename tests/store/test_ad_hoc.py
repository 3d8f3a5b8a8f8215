"""Cypher of the asker's own: what reads is answered, what is hostile refused, what is too much stopped."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from graph.ad_hoc import MOST_CHARACTERS, ask
from graph.errors import PolicyGraphError, QueryError, StatementRefused, StoreError, StoreUnavailable, WriteRefused
from graph.load import load
from graph.queries import query
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import EDUCATION, PLAN, plan

WRITES = (
    "CREATE (:Unit {key: 'x'})",
    "create (:Unit {key: 'x'})",
    "CrEaTe (:Unit {key: 'x'}) RETURN 1",
    "MERGE (:Unit {key: 'x'})",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n:Unit",
    "MATCH (n) SET n += {x: 1}",
    "MATCH (n) SET n = $given",
    "MATCH (n) SET n[$given] = 1",
    "MATCH (n) REMOVE n.key",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) detach /* */ delete n",
    "MATCH (n)\n\tDETACH\n\tDELETE\n\tn",
    "MATCH (n)/**/SET/**/n.x=1",
    "MATCH (n)//\nSET n.x = 1",
    "/* RETURN 1 */ CREATE (:Unit {key: 'x'})",
    "// RETURN 1\nCREATE (:Unit {key: 'x'})",
    "//\rCREATE (:Unit {key: 'x'})",
    "/*/ RETURN 1 */ CREATE (:Unit {key: 'x'})",
    "RETURN 1 /* */ UNION CREATE (n:Unit {key: 'x'}) RETURN 1",
    "RETURN '/*' AS a CREATE (:Unit {key: 'x'}) RETURN '*/' AS b",
    "RETURN \"//\" AS a CREATE (:Unit {key: 'x'})",
    "WITH '\\'' AS a CREATE (:Unit {key: a})",
    "WITH '\\\\' AS a CREATE (:Unit {key: '\\\\'})",
    "WITH 1 AS `a``` CREATE (:Unit {key: 'x'})",
    "WITH 1 AS `/*` CREATE (:Unit {key: 'x'}) WITH 1 AS `*/` RETURN 1",
    "MATCH (n) CALL (n) { SET n.x = 1 RETURN 1 AS one } RETURN one",
    "CALL () { CREATE (:Unit {key: 'x'}) }",
    "CALL { CREATE (:Unit {key: 'x'}) }",
    "CALL { WITH 1 AS x CALL (x) { MERGE (:Unit {key: 'x'}) } RETURN x } RETURN x",
    "MATCH (n) WHERE EXISTS { CREATE (m) RETURN m } RETURN n",
    "RETURN COLLECT { MERGE (m:Unit {key: 'x'}) RETURN m } AS x",
    "RETURN COUNT { MATCH (n) SET n.x = 1 RETURN n } AS x",
    "FOREACH (x IN [1] | CREATE (:Unit {key: 'x'}))",
    "MATCH (n) FOREACH (x IN CASE WHEN true THEN [1] ELSE [] END | SET n.x = 1)",
    "UNWIND [1] AS x FOREACH(y IN [x]|FOREACH(z IN [y]|DELETE z))",
    "PROFILE CREATE (:Unit {key: 'x'})",
    "EXPLAIN CREATE (:Unit {key: 'x'})",
    "CYPHER 5 CREATE (:Unit {key: 'x'})",
    "CYPHER runtime=slotted MERGE (:Unit {key: 'x'})",
    "INSERT (:Unit {key: 'x'})",
    "UNWIND range(1, 9) AS x CALL (x) { CREATE (:Unit {key: x}) } IN TRANSACTIONS",
    "UNWIND range(1, 9) AS x CALL (x) { RETURN 1 AS y } IN TRANSACTIONS OF 2 ROWS RETURN y",
    "UNWIND range(1, 9) AS x CALL (x) { RETURN 1 AS y } IN 3 CONCURRENT TRANSACTIONS RETURN y",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/' AS row RETURN row",
    "load\ncsv FROM $given AS row RETURN row",
    "LOAD /* */ CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CREATE INDEX x IF NOT EXISTS FOR (n:Unit) ON (n.x)",
    "CREATE CONSTRAINT x FOR (n:Unit) REQUIRE n.x IS UNIQUE",
    "CREATE FULLTEXT INDEX x FOR (n:Unit) ON EACH [n.x]",
    "DROP INDEX item_text IF EXISTS",
    "DROP CONSTRAINT x IF EXISTS",
    "CREATE USER x SET PASSWORD 'xxxxxxxx'",
    "ALTER USER neo4j SET PASSWORD 'xxxxxxxx'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "RENAME USER neo4j TO x",
    "DROP USER neo4j",
    "CREATE DATABASE x",
    "DROP DATABASE neo4j",
    "CREATE ALIAS x FOR DATABASE neo4j",
    "GRANT ROLE admin TO x",
    "DENY READ {*} ON GRAPH * TO x",
    "REVOKE ROLE admin FROM x",
)
OTHERS = (
    "START DATABASE neo4j",
    "STOP DATABASE neo4j",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "USE system RETURN 1",
    "USE graph.byName('system') RETURN 1",
    "USING PERIODIC COMMIT 100 MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) RETURN n",
    "CALL dbms.listConfig()",
    "CALL dbms.security.createUser('x', 'xxxxxxxx', false)",
    "CALL dbms.setConfigValue('x', 'y')",
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('X')",
    "CALL db . createLabel('X')",
    "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
    "CALL tx.setMetaData({x: 1})",
    "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "CALL apoc.load.json('file:///etc/passwd')",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "call\napoc.text.join(['X'], {})",
    "CALL `apoc`.`create`.`node`(['X'], {})",
    "CALL `db`.createLabel('X')",
    "CALL db.`createLabel`('X')",
    "OPTIONAL CALL db.createLabel('X')",
    "MATCH (n) CALL (n) { CALL db.createLabel('X') RETURN 1 AS x } RETURN x",
    "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {})",
    "RETURN apoc . version()",
    "RETURN `apoc`.version()",
    "RETURN apoc.`version`()",
    "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "RETURN 1; MATCH (n) RETURN n",
    "RETURN 1; RETURN 2",
    "\\u0043REATE (:Unit {key: 'x'})",
    "RETURN '\\u0027 CREATE (:Unit) //'",
    "MATCH (n) \\u0053ET n.x = 1",
    "MATCH (n) RETURN 1 AS `a\\u0060 DELETE n //`",
)
# (what is asked, its parameters, the rows of the answer)
READS: tuple[tuple[str, dict[str, Any], list[dict[str, Any]]], ...] = (
    ("MATCH (u:Unit {key: $unit}) RETURN u.key AS unit", {"unit": EDUCATION}, [{"unit": EDUCATION}]),
    ("UNWIND $given AS x RETURN x ORDER BY x", {"given": [2, 1]}, [{"x": 1}, {"x": 2}]),
    ("RETURN 'CREATE (n) // DELETE' AS text", {}, [{"text": "CREATE (n) // DELETE"}]),
    ("WITH {`set`: 1} AS n RETURN n.`set` AS x // DELETE", {}, [{"x": 1}]),
    ("RETURN date.truncate('year', date('2025-03-01')) AS day;", {}, [{"day": "2025-01-01"}]),
    ("CALL () { RETURN 1 AS x } RETURN x", {}, [{"x": 1}]),
    ("MATCH (d:Document {key: $key}) RETURN d.doc_number AS n", {"key": PLAN}, [{"n": PLAN}]),
    ("MATCH (n:Nothing) RETURN n", {}, []),
)
RUNAWAY = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n",
    "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c WITH a * b * c AS n"
    " ORDER BY n DESC RETURN n",
    "MATCH p = ()-[*1..30]-() RETURN count(p) AS n",
)
# A text of 2,147,483,648 characters: the embedded server has 512 MB.
HOG = "RETURN size(reduce(s = 'x', i IN range(1, 31) | s + s)) AS n"
HUGE = (
    "UNWIND range(1, 1000000) AS n RETURN n",
    "MATCH (a:Item), (b:Item), (c:Item), (d:Item), (e:Item), (f:Item), (g:Item), (h:Item) RETURN a.key, h.key",
)


@pytest.fixture(scope="module")
def held(server: Settings, emptied: Callable[[GraphStore], None]) -> Iterator[GraphStore]:
    """A reader over one document, which nothing here may change."""
    with open_store(server, "write") as writer:
        emptied(writer)
        load(writer, plan())
        with open_store(server, "read") as reader:
            yield reader
        emptied(writer)


def test_there_are_more_than_eighty() -> None:
    assert len({*WRITES, *OTHERS}) > 80


@pytest.mark.parametrize("statement", WRITES)
def test_what_would_change_something_is_refused(held: GraphStore, statement: str) -> None:
    before = held.read(query("counts"))
    with pytest.raises(WriteRefused, match="reading"):
        ask(held, statement, {"given": {}})
    assert held.read(query("counts")) == before


@pytest.mark.parametrize("statement", OTHERS)
def test_what_administers_or_calls_is_refused(held: GraphStore, statement: str) -> None:
    with pytest.raises(StatementRefused):
        ask(held, statement)


@pytest.mark.parametrize("statement", [statement for statement in WRITES if "CSV" not in statement.upper()])
def test_without_a_look_at_it_the_server_changes_nothing_either(held: GraphStore, statement: str) -> None:
    before = held.read(query("counts"))
    with suppress(PolicyGraphError):
        held.answer(statement, {"given": {}}, rows=1, size=1000)
    assert held.read(query("counts")) == before


@pytest.mark.parametrize(("statement", "params", "rows"), READS)
def test_what_reads_is_answered(
    held: GraphStore, statement: str, params: dict[str, Any], rows: list[dict[str, Any]]
) -> None:
    answer = ask(held, statement, params)
    assert (answer.rows, answer.cut_by) == (rows, None)


def test_the_index_of_texts_can_be_asked(held: GraphStore) -> None:
    found = ask(
        held, "CALL db.index.fulltext.queryNodes('item_text', '\"学校\"') YIELD node RETURN node.key AS key"
    ).rows
    assert all(str(row["key"]).startswith(PLAN) for row in found)
    assert found


def test_rows_and_bytes_are_bounded(held: GraphStore) -> None:
    cut = ask(held, "UNWIND range(1, 5) AS n RETURN n", rows=3)
    assert (cut.rows, cut.cut_by) == ([{"n": 1}, {"n": 2}, {"n": 3}], "rows")
    assert ask(held, "UNWIND range(1, 3) AS n RETURN n", rows=3).cut_by is None
    large = ask(held, "UNWIND range(1, 50) AS n RETURN reduce(s = 'x', i IN range(1, 9) | s + s) AS s", size=10_000)
    assert large.cut_by == "bytes"
    assert 0 < len(large.rows) < 50


@pytest.mark.parametrize("statement", HUGE)
def test_a_huge_result_is_cut(held: GraphStore, statement: str) -> None:
    answer = ask(held, statement, rows=10)
    assert (len(answer.rows), answer.cut_by) == (10, "rows")


@pytest.mark.parametrize(
    ("statement", "params", "said"),
    [
        ("", {}, "empty"),
        ("  \n", {}, "empty"),
        ("RETURN 1 " + " " * MOST_CHARACTERS, {}, "characters"),
        ("RETURN '\ud800'", {}, "half of a character"),
        ("RETURN $x", {"x": "\udfff"}, "half of a character"),
        ("RETURN $x", {"x": [{"y": 2**63}]}, "64-bit"),
        ("RETURN $x", {"x": [0] * 60_000}, "values"),
        ("RETURN $x", {"x": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}, "deep"),
    ],
)
def test_what_cannot_be_sent_is_said(held: GraphStore, statement: str, params: dict[str, object], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        ask(held, statement, params)


@pytest.mark.parametrize("statement", ["RETRUN 1", "MATCH (n", "RETURN $missing", "RETURN nothing(1)", "RETURN 'x"])
def test_what_is_no_cypher_is_the_asker_s_fault(held: GraphStore, statement: str) -> None:
    with pytest.raises(StatementRefused):
        ask(held, statement)


def test_numbers_that_json_cannot_hold_have_names(held: GraphStore) -> None:
    assert ask(held, "RETURN 0.0 / 0.0 AS n").rows == [{"n": "NaN"}]


@pytest.fixture(scope="module")
def hasty(server: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings with a limit of two seconds; the embedded server is given its limit when it starts."""
    if server.neo4j_uri:
        yield server.model_copy(update={"query_timeout": 2.0})
        return
    folder: Path = tmp_path_factory.mktemp("hasty")
    yield Settings(_env_file=None, data=folder, query_timeout=2.0, embedded_heap="512m")


@pytest.mark.timeout(180)
def test_a_runaway_statement_is_stopped_and_the_server_stays_well(hasty: Settings) -> None:
    with open_store(hasty, "write") as store:
        load(store, plan())
        with open_store(hasty, "read") as reader:
            before = reader.read(query("counts"))
            for statement in RUNAWAY:
                with pytest.raises(StoreError):
                    ask(reader, statement, rows=10)
                assert reader.read(query("counts")) == before, statement


@pytest.mark.embedded
@pytest.mark.timeout(180)
def test_a_server_without_memory_ends_and_is_started_anew(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path, embedded_heap="512m")
    with open_store(settings, "write") as store:
        load(store, plan())
        before = store.read(query("counts"))
        with pytest.raises(StoreUnavailable, match="EMBEDDED_HEAP"):
            ask(store, HOG)
    with open_store(settings, "read") as reader:
        assert reader.read(query("counts")) == before
