"""Neighbourhoods of the sample documents, on both servers."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from graph.errors import NotFound
from graph.layout import positions
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore, open_store
from graph.subgraph import neighbourhood_of_document, neighbourhood_of_pair, neighbourhood_of_unit
from tests.sample_graph import CITED, COUNTIES, EDUCATION, FINANCE, HEALTH, PLAN, sample_documents


@pytest.fixture(scope="module")
def store(server: Settings, emptied: Any) -> Iterator[GraphStore]:
    with open_store(server, "write") as writer:
        emptied(writer)
        for document in sample_documents():
            load(writer, document)
        with open_store(server, "read") as reader:
            yield reader
        emptied(writer)


def _kinds(graph: Any) -> dict[str, int]:
    return dict(Counter(data["kind"] for _, data in graph.nodes(data=True)))


def test_a_document_with_everything_it_says(store: GraphStore) -> None:
    graph = neighbourhood_of_document(store, PLAN)
    assert _kinds(graph) == {"document": 3, "item": 5, "unit": 4, "collective": 1, "target": 1, "project": 1}
    assert graph.graph == {"centre": [f"document:{PLAN}"], "truncated": False, "left_out": 0}
    item = graph.nodes[f"item:{PLAN}:1.1"]
    assert (item["label"], item["title"], item["facts"]["section"]) == ("新建学校", "1.1 新建学校", "一、夯实基础")
    (edge,) = graph.get_edge_data(f"unit:{FINANCE}", f"item:{PLAN}:1.2").values()
    assert (edge["kind"], edge["role"], edge["label"], edge["deadline"]) == (
        "RESPONSIBLE_FOR", "lead", "牵头", "2025-06",
    )  # fmt: skip
    assert edge["quote"] == "（市财政局牵头，市教育局配合，2025年6月底前完成）"
    assert set(positions(graph)) == set(graph)


def test_sections_where_asked_for(store: GraphStore) -> None:
    graph = neighbourhood_of_document(store, PLAN, sections=True)
    assert _kinds(graph)["section"] == 2
    assert graph.has_edge(f"item:{PLAN}:1.1", f"section:{PLAN}:s1")


def test_a_cited_document_and_who_cites_it(store: GraphStore) -> None:
    graph = neighbourhood_of_document(store, CITED)
    assert sorted(graph) == [f"document:{CITED}", f"item:{PLAN}:1.2"]


def test_a_unit_with_items_documents_and_partners(store: GraphStore) -> None:
    graph = neighbourhood_of_unit(store, FINANCE)
    assert _kinds(graph) == {"unit": 2, "collective": 1, "item": 3, "document": 2, "region": 1}
    assert graph.nodes[f"unit:{EDUCATION}"]["facts"]["shared"] == 3
    assert graph.graph["truncated"] is False
    assert f"collective:{COUNTIES}" in graph


@pytest.mark.parametrize("few", [{"items": 1}, {"partners": 1}, {"most": 4}])
def test_what_is_left_out_is_said(store: GraphStore, few: dict[str, int]) -> None:
    graph = neighbourhood_of_unit(store, EDUCATION, **few)
    assert graph.graph["truncated"] is True
    assert f"unit:{EDUCATION}" in graph


def test_a_pair_and_what_it_shares(store: GraphStore) -> None:
    graph = neighbourhood_of_pair(store, EDUCATION, FINANCE)
    assert _kinds(graph) == {"unit": 2, "item": 3, "document": 2}


def test_a_pair_that_shares_nothing(store: GraphStore) -> None:
    assert sorted(neighbourhood_of_pair(store, HEALTH, FINANCE)) == sorted([f"unit:{HEALTH}", f"unit:{FINANCE}"])


def test_a_wrong_key_is_named(store: GraphStore) -> None:
    with pytest.raises(NotFound, match="没有"):
        neighbourhood_of_document(store, "没有")
    with pytest.raises(NotFound, match="没有"):
        neighbourhood_of_unit(store, "没有")
    with pytest.raises(NotFound, match="没有"):
        neighbourhood_of_pair(store, EDUCATION, "没有")
