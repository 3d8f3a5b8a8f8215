"""Every read query on both servers, over the same two documents, against the rows in expected.json.

``EXPECTED=rewrite pytest tests/queries`` writes the file anew from what the server answers; review it as a diff.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.arranging import arrange
from graph.errors import QueryError
from graph.load import load
from graph.queries import Query, catalogue, query
from graph.search_text import phrase_of
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.queries.cases import CASES, name_of
from tests.sample_graph import CITED, EDUCATION, FINANCE, sample_documents

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


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_rows(store: GraphStore, case: tuple[str, dict[str, Any]]) -> None:
    name, params = case
    rows = _comparable(name, store.read(query(name), **params))
    if os.environ.get("EXPECTED") == "rewrite":
        known = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else {}
        known[name_of(case)] = rows
        EXPECTED.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    assert rows == json.loads(EXPECTED.read_text("utf-8"))[name_of(case)]


def test_every_query_has_a_case() -> None:
    assert {name for name, _ in CASES} == {question.name for question in catalogue()}


@pytest.mark.parametrize(
    "text", ["*", '"', "\\", 'a" OR "b', "a AND (", "[x TO", "学校\\", "~", "' OR 1=1 //", "a:b^9"]
)
def test_hostile_words_find_nothing_and_break_nothing(store: GraphStore, text: str) -> None:
    for name in ("search", "items_of_text", "facets_of_text"):
        assert store.read(query(name), text=text, phrase=phrase_of(text)) == []


GIVEN: dict[str, Any] = {"unit": EDUCATION, "partner": FINANCE, "document": CITED, "text": "校"}
LISTS = [q for q in catalogue() if {"limit", "offset"} <= {param.name for param in q.params}]
COMPUTED = {"centrality_of_units", "communities_of_units"}  # they come in the order of their own measure


@pytest.mark.parametrize("question", LISTS, ids=lambda question: question.name)
def test_every_list_pages_without_gap_or_repeat(store: GraphStore, question: Query) -> None:
    params = {param.name: GIVEN[param.name] for param in question.params if param.required}
    whole = store.read(question, **params, limit=1000)
    paged = [row for n in range(len(whole) + 1) for row in store.read(question, **params, limit=1, offset=n)]
    assert paged == whole


@pytest.mark.parametrize("question", [q for q in LISTS if q.name not in COMPUTED], ids=lambda question: question.name)
def test_every_list_goes_on_after_each_row_in_every_order(store: GraphStore, question: Query) -> None:
    params = {param.name: GIVEN[param.name] for param in question.params if param.required}
    values = question.values(params)
    either = [word for sort in question.sorts for word in (sort.column, f"-{sort.column}")]
    if store.server.kind == "neo4j":  # which plans each statement anew, for a second or so
        either = [*either[:1], *either[-1:]]
    own = store.read(question, **params, limit=1000)
    for sort in (None, *either):
        arranged = arrange(question, values, sort)
        behind = arrange(question, values, sort, following=True).statement
        whole = store.read(arranged.statement, **params, limit=1000)
        assert sorted(map(repr, whole)) == sorted(map(repr, own)), sort
        for at in {0, len(whole) // 2, len(whole) - 1} if whole else ():
            rest = store.read(behind, **params, limit=1000, after=arranged.place_of(whole[at]))
            assert rest == whole[at + 1 :], sort
        if sort:
            values_there = [row[sort.removeprefix("-")] for row in whole]
            known = [value for value in values_there if value is not None]
            assert known == sorted(known, reverse=sort.startswith("-"))
            assert values_there == known + [None] * (len(values_there) - len(known)), "what is not known stands last"


def test_only_what_is_declared_sorts() -> None:
    question = query("units")
    with pytest.raises(QueryError, match=r"units cannot be sorted by 'n\) RETURN 1 //'. Sort by: name, "):
        arrange(question, question.values({}), "n) RETURN 1 //")
    with pytest.raises(QueryError, match="one order only"):
        arrange(query("centrality_of_units"), {}, "items")
