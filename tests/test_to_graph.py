"""A parse becomes records: each thing once, with keys that hold together and evidence that stands in the text."""

from pathlib import Path
from typing import Any

import pytest

from graph.records import DocumentGraph
from ingest.parsing import parse, parse_file
from ingest.reading import read_bytes
from ingest.to_graph import to_graph

EXAMPLE = Path(__file__).parent.parent / "examples" / "guiyang-education-2023.txt"


@pytest.fixture(scope="module")
def records() -> DocumentGraph:
    return to_graph(parse_file(EXAMPLE))


def test_document_is_keyed_by_its_number(records: DocumentGraph) -> None:
    assert records.document.key == "筑府办函〔2023〕7号"
    assert records.document.jurisdiction == "贵阳市"


def test_every_edge_leads_from_and_to_a_record(records: DocumentGraph) -> None:
    items = {item.key for item in records.items}
    sections = {section.key for section in records.sections}
    units = {unit.key for unit in records.units}
    regions = {region.key for region in records.regions}
    cited = {document.key for document in records.cited_documents}
    projects = {project.key for project in records.projects}
    sources = items | {records.document.key}
    assert {item.parent for item in records.items} <= items | sections | {records.document.key}
    assert {(r.unit in units, r.item in items) for r in records.responsibilities} == {(True, True)}
    assert {(c.source in sources, c.cited in cited) for c in records.citations} == {(True, True)}
    assert {t.source in sources for t in records.targets} == {True}
    assert {(n.source in sources, n.project in projects) for n in records.namings} == {(True, True)}
    assert {r.unit for r in records.unit_regions} <= units
    assert {r.region for r in records.unit_regions} <= regions
    assert {r.within for r in records.regions} - {None} <= regions
    assert {i.unit for i in records.issuances} | {a.unit for a in records.addresses} <= units


def test_keys_are_unique(records: DocumentGraph) -> None:
    groups: list[Any] = [records.items, records.sections, records.units, records.regions, records.targets]
    for group in [*groups, records.projects]:
        keys = [thing.key for thing in group]
        assert len(keys) == len(set(keys))


def test_no_item_has_two_clauses(records: DocumentGraph) -> None:
    clauses: dict[str, set[tuple[int, int]]] = {}
    for duty in records.responsibilities:
        clauses.setdefault(duty.item, set()).add((duty.evidence.start, duty.evidence.end))
    assert {len(spans) for spans in clauses.values()} == {1}
    assert "筑府办函〔2023〕7号:4.2.p2" in clauses


def test_evidence_is_what_stands_in_the_text(records: DocumentGraph) -> None:
    text = records.document.text
    claims: list[Any] = [
        *records.responsibilities,
        *records.citations,
        *records.targets,
        *records.namings,
        *records.addresses,
    ]
    for claim in claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    for duty in records.responsibilities:
        assert text[duty.unit_start : duty.unit_end] == duty.as_written


def test_units_have_their_place(records: DocumentGraph) -> None:
    places = {unit.name: unit.jurisdiction for unit in records.units}
    assert places["贵阳市财政局"] == "贵阳市"
    assert {unit.name for unit in records.units if unit.collective} >= {"贵阳市各区（市、县）政府"}


STATED_ONCE = """云川市人民政府办公室关于加快发展的意见
云政办发〔2025〕8号
各县（市、区）人民政府：
一、主要任务
（一）建设园区。建好园区。（责任单位：市科技局，各县（市、区）政府。以下任务均需各县（市、区）政府落实，不再列出）
（二）培育企业。培育好企业。（责任单位：市财政局）
（三）办好学校。办好学校。（责任单位：市教育局、各县（市、区）政府）
（四）附则。本意见自印发之日起施行。
云川市人民政府办公室
2025年3月1日
"""


def test_duties_stated_once_are_derived_for_later_tasks_that_leave_the_body_out() -> None:
    records = to_graph(parse(read_bytes(STATED_ONCE.encode(), "stated-once.txt")))
    counties = {
        (duty.item.rpartition(":")[2], duty.role, duty.derived)
        for duty in records.responsibilities
        if "各县" in duty.unit
    }
    assert counties == {
        ("1.1", "responsible", False),  # written in its own clause
        ("1.2", "implement", True),  # left out of its clause, bound by the statement
        ("1.3", "responsible", False),  # written: nothing is derived
    }  # 1.4 has no clause: it is no task
    [derived] = [duty for duty in records.responsibilities if duty.derived]
    assert derived.evidence.quote == "以下任务均需各县（市、区）政府落实，不再列出"
