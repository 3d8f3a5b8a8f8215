"""Who only reads cannot write: twenty writes through the read path, refused by the server itself."""

import pytest
from pydantic import SecretStr

from graph.errors import (
    LoginRefused,
    QueryError,
    QueryTimeout,
    SettingsError,
    StatementRefused,
    StoreUnavailable,
    WriteRefused,
)
from graph.load import load
from graph.queries import Query, query
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import PLAN, plan

WRITES = (
    "CREATE (:Document {key: 'x'})",
    "CREATE (:Unknown {key: 'x'})",
    "CREATE (a:Unit {key: 'x'})-[:RESPONSIBLE_FOR]->(b:Item {key: 'y'})",
    "MERGE (:Unit {key: 'x'})",
    "MERGE (d:Document {key: 'x'}) ON CREATE SET d.status = 'held'",
    "MATCH (d:Document) SET d.title = 'x'",
    "MATCH (d:Document) SET d += {title: 'x'}",
    "MATCH (d:Document) SET d = {key: d.key}",
    "MATCH (d:Document) SET d:Unit",
    "MATCH (d:Document) REMOVE d.title",
    "MATCH (u:CollectiveUnit) REMOVE u:CollectiveUnit",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r:CITES]->() DELETE r",
    "MATCH ()-[r:RESPONSIBLE_FOR]->() SET r.role = 'x'",
    "MATCH (u:Unit), (i:Item) CREATE (u)-[:RESPONSIBLE_FOR]->(i)",
    "MATCH (u:Unit), (i:Item) MERGE (u)-[:RESPONSIBLE_FOR {role: 'x'}]->(i)",
    "MATCH (d:Document) FOREACH (x IN [1] | CREATE (:Unit {key: 'x'}))",
    "MATCH (d:Document) CALL (d) { CREATE (:Unit {key: 'x'}) RETURN 1 AS one } RETURN one",
    "UNWIND [1, 2] AS x CREATE (:Project {key: toString(x)})",
    "CREATE INDEX written_by_a_reader IF NOT EXISTS FOR (n:Unit) ON (n.jurisdiction)",
)


def statement(text: str, *columns: str) -> Query:
    return Query("ad_hoc", "read", "May this be done?", "", (), columns, text)


def test_there_are_twenty() -> None:
    assert len(set(WRITES)) == 20


@pytest.mark.parametrize("text", WRITES)
def test_a_write_through_the_read_path_is_refused(writer: GraphStore, reader: GraphStore, text: str) -> None:
    load(writer, plan())
    before = reader.read(query("counts")), reader.read(query("document_of_key"), document=PLAN)
    columns = ("one",) if text.endswith("one") else ()
    with pytest.raises(WriteRefused):
        reader.read(statement(text, *columns))
    assert (reader.read(query("counts")), reader.read(query("document_of_key"), document=PLAN)) == before


def test_a_store_opened_to_read_refuses_changes(reader: GraphStore) -> None:
    with pytest.raises(WriteRefused):
        reader.write(lambda change: change.run(query("note_schema", "maintain"), digest="x", log="y"))


def test_only_plain_values_come_out(writer: GraphStore, reader: GraphStore) -> None:
    load(writer, plan())
    text = "MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)"
    text += " RETURN u, r, date('2025-03-01') AS day, [u.key, i] AS both LIMIT 1"
    row = reader.read(statement(text, "u", "r", "day", "both"))[0]
    assert row["u"]["jurisdiction"] == "云川市"
    assert row["r"]["document"] == PLAN
    assert row["day"] == "2025-03-01"
    assert [type(part) for part in row["both"]] == [str, dict]


def test_other_columns_than_declared_are_an_error(reader: GraphStore) -> None:
    with pytest.raises(QueryError, match="declares two"):
        reader.read(statement("RETURN 1 AS one", "two"))


def test_a_statement_that_is_no_cypher_is_refused(reader: GraphStore) -> None:
    with pytest.raises(StatementRefused, match="ad_hoc"):
        reader.read(statement("RETRUN 1"))


@pytest.mark.parametrize("server", ["neo4j"], indirect=True)
def test_a_query_that_takes_too_long_is_stopped(server: Settings) -> None:
    slow = "MATCH (a), (b), (c), (d), (e), (f), (g), (h) WHERE a.key + b.key + h.key = 'x' RETURN count(*) AS n"
    hasty = server.model_copy(update={"query_timeout": 0.5})
    with open_store(server, "write") as store:
        load(store, plan())
    with open_store(hasty, "read") as store, pytest.raises(QueryTimeout, match="QUERY_TIMEOUT"):
        store.read(statement(slow, "n"))


@pytest.mark.parametrize("server", ["neo4j"], indirect=True)
def test_a_wrong_password_is_said(server: Settings) -> None:
    wrong = server.model_copy(update={"neo4j_password": SecretStr("wrong")})
    with pytest.raises(LoginRefused, match="NEO4J_PASSWORD"):
        open_store(wrong, "read")


@pytest.mark.parametrize(
    ("uri", "error"),
    [
        ("bolt://127.0.0.1:1", StoreUnavailable),  # nobody listens
        ("bolt://no-such-host.invalid:7687", StoreUnavailable),
        ("http://127.0.0.1:7474", SettingsError),  # not a Bolt address
        ("nonsense", SettingsError),
    ],
)
def test_an_address_that_leads_nowhere(tmp_path: object, uri: str, error: type[Exception]) -> None:
    settings = Settings(_env_file=None, data=str(tmp_path), neo4j_uri=uri)
    with pytest.raises(error, match="NEO4J_URI"):
        open_store(settings, "read")
