"""What loading, loading again, correcting and deleting leave in the graph, on both servers."""

import dataclasses

import pytest

from graph.errors import NotFound
from graph.load import delete, load, load_together
from graph.queries import query
from graph.records import CitationRecord, CitedDocumentRecord, DocumentGraph
from graph.rows import batches
from graph.store import GraphStore
from tests.sample_graph import CITED, HEALTH, NOTICE, PLAN, notice, plan, sample_documents

NOTHING = {
    "documents_held": 0, "documents_cited": 0, "sections": 0, "items": 0, "units": 0, "collective_units": 0,
    "responsibilities": 0, "citations": 0, "targets": 0, "projects": 0, "regions": 0,
}  # fmt: skip


def counts(store: GraphStore) -> dict[str, object]:
    return store.read(query("counts"))[0]


def everything(store: GraphStore) -> list[list[dict[str, object]]]:
    """All rows of the queries that show what documents say."""
    return [
        store.read(query(name), document=key)
        for key in (PLAN, NOTICE)
        for name in (
            "document_of_key",
            "text_of_document",
            "tree_of_document",
            "responsibilities_of_document",
            "references_of_document",
            "targets_of_document",
            "projects_of_document",
        )
    ]


def plan_that_cites_the_notice() -> DocumentGraph:
    cited = CitedDocumentRecord(NOTICE, "另一个题名", NOTICE)
    first = plan()
    here = CitationRecord(first.items[0].key, "item", NOTICE, "mentions", first.citations[0].evidence)
    return dataclasses.replace(
        first, cited_documents=(*first.cited_documents, cited), citations=(*first.citations, here)
    )


def test_everything_said_is_there(writer: GraphStore) -> None:
    assert [load(writer, document) for document in sample_documents()] == ["loaded", "loaded"]
    found = counts(writer)
    said = sample_documents()
    assert found["documents_held"] == 2
    assert found["documents_cited"] == 1
    assert found["responsibilities"] == sum(len(document.responsibilities) for document in said)
    assert found["citations"] == sum(len(document.citations) for document in said)
    assert found["targets"] == sum(len(document.targets) for document in said)
    units = [unit for document in said for unit in document.units]
    assert found["units"] == len({unit.key for unit in units if not unit.derived})
    assert writer.read(query("counts"), expand="members")[0]["units"] == len({unit.key for unit in units})


def test_loading_again_changes_nothing(writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    before = everything(writer)
    assert [load(writer, document) for document in sample_documents()] == ["unchanged", "unchanged"]
    assert everything(writer) == before


def test_a_corrected_document_takes_back_what_it_no_longer_says(writer: GraphStore) -> None:
    load(writer, plan())
    assert load(writer, plan(without_health=True)) == "updated"
    corrected = everything(writer), counts(writer)
    assert not writer.read(query("unit_of_key"), unit=HEALTH)
    delete(writer, PLAN)
    load(writer, plan(without_health=True))
    assert (everything(writer), counts(writer)) == corrected


def test_what_another_document_says_too_stays(writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    delete(writer, PLAN)
    alone = everything(writer)[7:]
    delete(writer, NOTICE)
    assert counts(writer) == NOTHING
    load(writer, notice())
    assert everything(writer)[7:] == alone


def test_a_deleted_document_that_is_cited_stays_as_cited(writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    delete(writer, PLAN)
    row = writer.read(query("document_of_key"), document=PLAN)[0]
    assert (row["status"], row["source_name"], row["sha256"], row["items"]) == ("cited", None, None, 0)
    assert not writer.read(query("document_of_key"), document=CITED)
    with pytest.raises(NotFound):
        delete(writer, PLAN)


def test_a_cited_document_becomes_held_and_keeps_its_citations(writer: GraphStore) -> None:
    load(writer, notice())
    assert load(writer, plan()) == "loaded"
    citing = writer.read(query("citations_of_document"), document=PLAN)
    assert [row["source_document"] for row in citing] == [NOTICE]
    delete(writer, NOTICE)
    assert writer.read(query("document_of_key"), document=PLAN)[0]["status"] == "held"


def test_documents_that_cite_each_other_go_without_a_rest(writer: GraphStore) -> None:
    for document in (plan_that_cites_the_notice(), notice()):
        load(writer, document)
    assert writer.read(query("document_of_key"), document=NOTICE)[0]["title"] == notice().document.title
    delete(writer, NOTICE)
    delete(writer, PLAN)
    assert counts(writer) == NOTHING


def test_a_key_that_is_not_there(writer: GraphStore) -> None:
    with pytest.raises(NotFound, match="无此文号"):
        delete(writer, "无此文号")


def test_documents_loaded_together_are_as_if_one_after_the_other(writer: GraphStore) -> None:
    changed = dataclasses.replace(plan(), targets=())
    for document in (*sample_documents(), changed):
        load(writer, document)
    one_by_one = everything(writer)
    for key in (PLAN, NOTICE):
        delete(writer, key)
    assert load_together(writer, [plan(), notice(), changed, notice()]) == ["loaded", "loaded", "updated", "unchanged"]
    assert everything(writer) == one_by_one
    assert load_together(writer, []) == []


def test_of_documents_loaded_together_none_stays_where_one_fails(writer: GraphStore) -> None:
    broken = dataclasses.replace(notice(), targets=(dataclasses.replace(plan().targets[0], value=2**70),))
    with pytest.raises(OverflowError):
        load_together(writer, [plan(), broken])
    assert counts(writer) == NOTHING


def test_a_document_is_loaded_whole_or_not_at_all(writer: GraphStore) -> None:
    broken = dataclasses.replace(plan(), targets=(dataclasses.replace(plan().targets[0], value=2**70),))
    with pytest.raises(OverflowError):
        load(writer, broken)
    assert counts(writer) == NOTHING


def test_batches_are_bounded_by_rows_and_bytes() -> None:
    rows = [{"text": "条" * size} for size in (1, 1, 1, 100, 1)]
    assert [len(part) for part in batches(rows, max_rows=2)] == [2, 2, 1]
    assert [len(part) for part in batches(rows, max_rows=9, max_bytes=150)] == [3, 1, 1]
    assert list(batches([])) == []
