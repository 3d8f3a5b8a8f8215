"""What people decide, what is cited by title and what is loaded twice in other prints, on every server."""

import dataclasses
from typing import Any

import pytest

from graph.decisions import Decision, role_object
from graph.errors import DecisionRefused, NotFound
from graph.keys import document_key, unit_key
from graph.load import delete, load
from graph.packing import pack, unpack, words_of
from graph.queries import query
from graph.records import CitationRecord, CitedDocumentRecord, DocumentGraph, MembershipRecord, SuccessionRecord
from graph.review import decide, decisions, undo
from graph.store import GraphStore
from graph.versions import read_version
from tests.sample_graph import CITY, COUNTIES, EDUCATION, FINANCE, HEALTH, NOTICE, PLAN, notice, plan, sample_documents

TITLE = "云川市教育提升行动方案"
BY_TITLE = document_key(None, TITLE)
BUREAU = unit_key(CITY, "云川市教育体育局")
HALVES = "云川市甲局、云川市乙局"


def decision(**values: str) -> Decision:
    given = {"about": "unit", "subject": EDUCATION, "object": BUREAU, "verdict": "same"} | values
    return Decision(**given, who="王", when="2026-11-01T08:00:00+00:00", why="三定方案")  # type: ignore[arg-type]


def by_title(title: str = TITLE) -> DocumentGraph:
    """The notice, which now cites the plan by its title alone."""
    given = notice()
    key = document_key(None, title)
    old = given.citations[0]
    citation = CitationRecord(old.source, old.source_kind, key, old.relation, old.evidence, key, title)
    return dataclasses.replace(
        given, cited_documents=(CitedDocumentRecord(key, title, None),), citations=(citation,)
    )  # fmt: skip


def said(store: GraphStore) -> list[Any]:
    names = ("tree_of_document", "responsibilities_of_document", "references_of_document", "targets_of_document")
    told: list[Any] = [store.read(query(name), document=key) for key in (PLAN, NOTICE) for name in names]
    return [*told, store.read(query("documents")), store.read(query("units"))]


def cited(store: GraphStore) -> list[str]:
    return [row["cited"] for row in store.read(query("references_of_document"), document=NOTICE)]


@pytest.fixture(autouse=True)
def _without_decisions(writer: GraphStore) -> Any:
    yield
    for made in decisions(writer):
        undo(writer, made.key)


@pytest.mark.parametrize("document", sample_documents(), ids=lambda document: document.document.key)
def test_what_is_packed_comes_back(document: DocumentGraph) -> None:
    assert unpack(pack(words_of(document))) == document


def test_one_unit_for_another_and_back(writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    before = said(writer)
    assert decide(writer, [decision()]) == 2
    units = {row["unit"] for row in writer.read(query("units"))}
    assert BUREAU in units
    assert EDUCATION not in units
    assert undo(writer, decision().key) == 2
    assert said(writer) == before


def test_a_decision_holds_for_what_is_loaded_later(writer: GraphStore) -> None:
    assert decide(writer, [decision()]) == 0
    for document in sample_documents():
        load(writer, document)
    assert EDUCATION not in {row["unit"] for row in writer.read(query("units"))}
    assert [load(writer, document) for document in sample_documents()] == ["unchanged", "unchanged"]


def test_a_chain_leads_to_its_end(writer: GraphStore) -> None:
    load(writer, notice())
    decide(writer, [decision(), decision(subject=BUREAU, object=HEALTH)])
    assert {row["unit"] for row in writer.read(query("units"))} == {HEALTH, FINANCE}


def test_a_corrected_role_and_a_split_name(writer: GraphStore) -> None:
    load(writer, notice())
    quote = notice().responsibilities[0].evidence.quote
    decide(
        writer,
        [
            decision(about="role", subject=NOTICE, object=role_object(quote, "市教育局"), verdict="lead"),
            decision(about="split", subject=NOTICE, object=role_object(quote, "市财政局"), verdict=HALVES),
        ],
    )  # fmt: skip
    rows = writer.read(query("responsibilities_of_document"), document=NOTICE)
    assert {(row["name"], row["role"]) for row in rows} == {
        ("云川市教育局", "lead"),
        ("云川市甲局", "responsible"),
        ("云川市乙局", "responsible"),
    }


REFUSED = {
    "itself": {"object": EDUCATION},
    "an unknown verdict": {"verdict": "maybe"},
    "an unknown role": {"about": "role", "object": "（市教育局）\n市教育局", "verdict": "boss"},
    "nowhere": {"about": "role", "object": "市教育局", "verdict": "lead"},
    "nothing to split into": {"about": "split", "object": "（市教育局）\n市教育局", "verdict": "、"},
    "an unknown subject": {"about": "weather"},
}


@pytest.mark.parametrize("values", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_laid_over_facts_is_refused(writer: GraphStore, values: dict[str, str]) -> None:
    with pytest.raises(DecisionRefused):
        decide(writer, [decision(**values)])
    assert decisions(writer) == []


def test_a_circle_is_refused_and_nothing_is_kept(writer: GraphStore) -> None:
    with pytest.raises(DecisionRefused, match="circle"):
        decide(writer, [decision(), decision(subject=BUREAU, object=EDUCATION)])
    assert decisions(writer) == []
    with pytest.raises(NotFound):
        undo(writer, decision().key)


@pytest.mark.parametrize("first", [0, 1], ids=["the plan first", "the notice first"])
@pytest.mark.parametrize("title", [TITLE, f"云川市人民政府办公室关于印发《{TITLE}》的通知"])
def test_a_title_finds_its_document(writer: GraphStore, first: int, title: str) -> None:
    documents = [plan(), by_title(title)]
    load(writer, documents[first])
    load(writer, documents[1 - first])
    assert cited(writer) == [PLAN]
    assert {row["key"] for row in writer.read(query("documents"), status="cited")} == {"国办发〔2024〕9号"}
    delete(writer, PLAN)
    assert cited(writer) == [document_key(None, title)]
    load(writer, plan())
    assert cited(writer) == [PLAN]
    assert load(writer, by_title(title)) == "unchanged"


def test_two_documents_of_one_title_leave_a_citation_open(writer: GraphStore) -> None:
    twin = dataclasses.replace(plan(), document=dataclasses.replace(plan().document, key="云政办发〔2024〕1号"))
    other = dataclasses.replace(
        twin, sections=(), items=(), responsibilities=(), citations=(), cited_documents=(), targets=(), namings=()
    )
    other = dataclasses.replace(other, projects=(), issuances=(), addresses=(), units=(), regions=(), unit_regions=())
    for document in (plan(), by_title(), other):
        load(writer, document)
    assert cited(writer) == [BY_TITLE]
    decide(writer, [decision(about="document", subject=BY_TITLE, object=PLAN)])
    assert cited(writer) == [PLAN]
    undo(writer, decision(about="document", subject=BY_TITLE, object=PLAN).key)
    assert cited(writer) == [BY_TITLE]
    delete(writer, "云政办发〔2024〕1号")
    assert cited(writer) == [PLAN]


def test_what_a_person_refused_is_not_found_by_title(writer: GraphStore) -> None:
    decide(writer, [decision(about="document", subject=BY_TITLE, object=PLAN, verdict="different")])
    for document in (plan(), by_title()):
        load(writer, document)
    assert cited(writer) == [BY_TITLE]


def test_another_issuer_is_another_document(writer: GraphStore) -> None:
    for document in (plan(), by_title(f"云岭省教育厅关于印发《{TITLE}》的通知")):
        load(writer, document)
    assert cited(writer) != [PLAN]


def test_another_print_is_a_copy(writer: GraphStore) -> None:
    load(writer, plan())
    before = said(writer)
    source = dataclasses.replace(
        plan().document, sha256="1" * 64, source_name="plan.pdf", text=plan().document.text + " "
    )
    print_of_it = dataclasses.replace(plan(), document=source)
    assert load(writer, print_of_it) == "copy"
    assert said(writer) == before
    assert load(writer, plan()) == "unchanged"


def test_a_changed_document_keeps_the_version_before(writer: GraphStore) -> None:
    load(writer, plan())
    assert load(writer, plan(without_health=True)) == "updated"
    versions = writer.read(query("versions_of_document"), document=PLAN)
    assert [(row["ordinal"], row["current"]) for row in versions] == [(2, True), (1, False)]
    assert read_version(writer, versions[1]["version"]) == plan()
    delete(writer, PLAN)
    with pytest.raises(NotFound):
        read_version(writer, versions[1]["version"])


def test_members_and_successors_go_with_what_they_were_concluded_from(writer: GraphStore) -> None:
    given = plan()
    member = dataclasses.replace(given.units[0], key="甲县:甲县人民政府", name="甲县人民政府", derived=True)
    later = dataclasses.replace(given.units[0], key="云川市:云川市新教育局", name="云川市新教育局", derived=True)
    load(
        writer,
        dataclasses.replace(
            given,
            units=(*given.units, member, later),
            memberships=(*given.memberships, MembershipRecord(member.key, COUNTIES)),
            successions=(*given.successions, SuccessionRecord(EDUCATION, later.key, "2018-03", "方案")),
        ),
    )
    keys = {row["unit"] for row in writer.read(query("unit_names", "maintain"))}
    assert {member.key, later.key} <= keys
    load(writer, notice())
    delete(writer, PLAN)
    keys = {row["unit"] for row in writer.read(query("unit_names", "maintain"))}
    assert member.key not in keys
    assert later.key in keys  # the notice still names the body that it took over from
    delete(writer, NOTICE)
    assert writer.read(query("unit_names", "maintain")) == []
