"""Tables of duties: a row with its cells, and the clause that comes out."""

import pytest

from ingest.document import Structure
from ingest.extract.clauses import read_clauses
from ingest.reading import read_bytes
from ingest.resolve import Place
from ingest.structure import read_structure

HEAD = "<p>某市人民政府办公室关于印发任务分工的通知</p><p>某政办发〔2023〕1号</p>"
HEAD += "<p>各区人民政府：</p><p>现印发给你们。</p>"


def structure_of(*rows: str) -> Structure:
    """A document with one table; cells of a row are written with | between, a merged cell as ``2*words``."""
    lines = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            rows_high, _, words = cell.strip().partition("*") if "*" in cell[:3] else ("1", "", cell.strip())
            cells.append(f"<td rowspan={rows_high}>{words}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    page = f"<html><head><meta charset=utf-8></head><body>{HEAD}<table>{''.join(lines)}</table></body></html>"
    return read_structure(read_bytes(page.encode(), "test.html"))


TABLES = [
    (
        "one column of responsible units",
        ["序号|工作任务|责任单位", "1|建设平台|市教育局、市财政局", "2|完善制度|各区（市、县）政府"],
        [
            [("市教育局", "responsible"), ("市财政局", "responsible")],
            [("各区（市、县）政府", "responsible")],
        ],
        [None, None],
    ),
    (
        "lead, support and date",
        [
            "序号|工作任务|牵头单位|配合单位|完成时限",
            "1|建设平台|市教育局|市财政局、市审计局|2023年6月底前",
            "2|完善制度|市水务局||持续推进",
        ],
        [
            [("市教育局", "lead"), ("市财政局", "support"), ("市审计局", "support")],
            [("市水务局", "lead")],
        ],
        ["2023-06", None],
    ),
    (
        "heading with blanks, repeated on the next page",
        ["任务内容|责 任 单 位", "建设统一平台|市教育局", "任务内容|责 任 单 位", "完善各项制度|市水务局"],
        [[("市教育局", "responsible")], [("市水务局", "responsible")]],
        [None, None],
    ),
    (
        "a title row above, a group row between",
        ["任务分工表", "任务内容|牵头部门|责任部门", "一、总体要求", "建设统一平台|市教育局|各区政府"],
        [[("市教育局", "lead"), ("各区政府", "responsible")]],
        [None],
    ),
    (
        "verbs within a cell",
        ["任务内容|责任单位", "建设统一平台|市教育局牵头，市财政局配合"],
        [[("市教育局", "lead"), ("市财政局", "support")]],
        [None],
    ),
    (
        "a merged cell counts once",
        ["任务内容|责任单位", "建设统一平台|2*市教育局", "完善各项制度"],
        [[("市教育局", "responsible")]],
        [None],
    ),
    (
        "the unit as the row's head",
        ["责任单位|任务内容", "市教育局|建设统一平台", "市水务局|完善各项制度"],
        [[("市教育局", "responsible")], [("市水务局", "responsible")]],
        [None, None],
    ),
    (
        "a convention in the heading",
        ["任务内容|责任单位（列第一位的为牵头单位）", "建设统一平台|市教育局、市财政局"],
        [[("市教育局", "lead"), ("市财政局", "responsible")]],
        [None],
    ),
    ("a form is no table of duties", ["单位名称|", "责任人|联系电话", "张某某|0851"], [], []),
    ("a table of numbers", ["指标|单位|2025年", "学位数|个|3000"], [], []),
]


@pytest.mark.parametrize(("rows", "units", "deadlines"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_rows(rows: list[str], units: list[list[tuple[str, str]]], deadlines: list[str | None]) -> None:
    structure = structure_of(*rows)
    reading = read_clauses(structure, Place(None))
    assert [[(unit.name, unit.role) for unit in clause.units] for clause in reading.clauses] == units
    assert [clause.deadline for clause in reading.clauses] == deadlines
    for clause in reading.clauses:
        assert clause.span.of(structure.source.text) == clause.quote
        for unit in clause.units:
            assert unit.span.of(structure.source.text) == unit.as_written


def test_a_row_is_an_item_of_its_own() -> None:
    reading = read_clauses(structure_of("序号|工作任务|责任单位", "1|建设平台。尽快建成。|市教育局"), Place(None))
    (row,) = reading.passages
    assert (row.path, row.heading, row.parent) == ("0.t1", "建设平台", None)
    assert [clause.item for clause in reading.clauses] == ["0.t1"]
