"""Tables of duties: a row with its cells, and the clause that comes out."""

import io

import docx
import openpyxl
import pytest

from ingest.document import Structure
from ingest.extract.clauses import read_clauses
from ingest.extract.lexicon import words
from ingest.reading import read_bytes
from ingest.resolve import Place
from ingest.structure import read_structure
from tests.reading.print_pdf import Printed, pdf, ruled, rules

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
        "who takes part, under a heading of both",
        ["2*工作任务|责任分工||2*时限", "牵头单位|参与单位", "建设平台|市教育局|市财政局、市审计局|2025年底"],
        [[("市教育局", "lead"), ("市财政局", "support"), ("市审计局", "support")]],
        ["2025"],
    ),
    (
        "short labels beside a task",
        ["工作任务|牵头|配合", "建设平台|市教育局|市财政局"],
        [[("市教育局", "lead"), ("市财政局", "support")]],
        [None],
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
    (
        "a merged lead holds for the rows it covers, whose support differs",
        ["任务内容|牵头单位|配合单位", "建设统一平台|2*市教育局|市财政局", "完善各项制度|市审计局"],
        [
            [("市教育局", "lead"), ("市财政局", "support")],
            [("市教育局", "lead"), ("市审计局", "support")],
        ],
        [None, None],
    ),
    (
        "and for the rows that have a date of their own",
        ["任务内容|责任单位|完成时限", "建设统一平台|2*市教育局|2023年6月", "完善各项制度|2024年"],
        [[("市教育局", "responsible")], [("市教育局", "responsible")]],
        ["2023-06", "2024"],
    ),
    (
        "a merged date",
        ["任务内容|责任单位|完成时限", "建设统一平台|市教育局|2*2023年6月", "完善各项制度|市水务局"],
        [[("市教育局", "responsible")], [("市水务局", "responsible")]],
        ["2023-06", "2023-06"],
    ),
    (
        "a heading of two rows",
        ["2*序号|2*任务内容|2*完成时限|责任分工", "牵头单位|配合单位", "1|建设统一平台|2023年6月|市教育局|市财政局"],
        [[("市教育局", "lead"), ("市财政局", "support")]],
        ["2023-06"],
    ),
    (
        "a heading of two rows with short words",
        ["2*任务内容|责任单位|", "牵头|配合", "建设统一平台|市教育局|市财政局"],
        [[("市教育局", "lead"), ("市财政局", "support")]],
        [None],
    ),
    (
        "a heading parted in two",
        ["2*任务内容|牵头单位及责任人||2*配合单位", "单位|责任人", "建设统一平台|市教育局|李四|市财政局"],
        [[("市教育局", "lead"), ("市财政局", "support")]],
        [None],
    ),
    (
        "nobody in a cell",
        ["任务内容|牵头单位|配合单位", "建设统一平台|市教育局|——", "完善各项制度|市水务局|无"],
        [[("市教育局", "lead")], [("市水务局", "lead")]],
        [None, None],
    ),
    (
        "a label with its rank",
        ["任务内容|市级责任单位|区级责任单位", "建设统一平台|市教育局|各区政府"],
        [[("市教育局", "responsible"), ("各区政府", "responsible")]],
        [None],
    ),
    (
        "units named only 单位, beside their tasks",
        ["序号|单位|重点任务", "1|市教育局|建设统一平台", "2|市水务局|完善各项制度"],
        [[("市教育局", "responsible")], [("市水务局", "responsible")]],
        [None, None],
    ),
    ("measures named 单位", ["重点任务|单位|2025年", "学位数增加|个|3000"], [], []),
    ("people to call", ["单位|联系人", "市教育局|张某某"], [], []),
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


def test_headings_match_their_examples_and_examples_their_headings() -> None:
    columns = [[part.split("|") for part in words("tables", kind, "examples")] for kind in ("body", "task")]
    for at, (kind, examples) in enumerate(zip(("body", "task"), columns, strict=True)):
        assert [example[at] for example in examples] == list(words("tables", kind, "words"))
    for body, task in (*columns[0], *columns[1]):
        rows = [f"{body}|{task}", "市教育局|建设统一平台"]
        assert len(read_clauses(structure_of(*rows), Place(None)).clauses) == 1, rows


def same_table() -> list[tuple[str, bytes]]:
    """The same table of duties in every format."""
    rows = [["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]]
    rows += [["1", "建设统一平台", "市教育局", "市财政局、市审计局", "2023年6月底前"]]
    rows += [["2", "完善各项制度", "市水务局", "各区政府", "2024年12月"]]
    document, book = docx.Document(), openpyxl.Workbook()
    document.add_paragraph("某市任务分工表")
    table = document.add_table(len(rows), 5)
    book.active.append(["某市任务分工表"])
    for number, row in enumerate(rows):
        book.active.append(row)
        for column, cell in enumerate(row):
            table.cell(number, column).text = cell
    word, excel = io.BytesIO(), io.BytesIO()
    document.save(word)
    book.save(excel)
    markup = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    lines = "\n".join(",".join(row) for row in rows)
    marked = ["|".join(["", *row, ""]) for row in rows]
    marked.insert(1, "|---|:-:|-|---|---|")
    return [
        ("a.docx", word.getvalue()),
        ("a.xlsx", excel.getvalue()),
        ("a.html", f"<meta charset=utf-8><p>某市任务分工表</p><table>{markup}</table>".encode()),
        ("a.csv", f"某市任务分工表\n{lines}".encode()),
        ("a.md", ("# 某市任务分工表\n\n" + "\n".join(marked)).encode()),
        ("a.pdf", pdf([[Printed(90, 800, "某市任务分工表"), *ruled(rows)]], draw={0: rules(rows)})),
    ]


@pytest.mark.parametrize(("name", "data"), same_table(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_format_gives_the_same_duties(name: str, data: bytes) -> None:
    structure = read_structure(read_bytes(data, name))
    clauses = read_clauses(structure, Place(None)).clauses
    assert [[(unit.name, unit.role) for unit in clause.units] for clause in clauses] == [
        [("市教育局", "lead"), ("市财政局", "support"), ("市审计局", "support")],
        [("市水务局", "lead"), ("各区政府", "support")],
    ]
    assert [clause.deadline for clause in clauses] == ["2023-06", "2024-12"]
    assert structure.header.title == "某市任务分工表"


def test_a_table_goes_on_behind_the_end_of_a_page() -> None:
    head = "<table><tr><td>任务内容</td><td>责任单位</td></tr><tr><td>建设统一平台</td><td>市教育局</td></tr></table>"
    more = "".join(f"<tr><td>{task}</td><td>市水务局</td></tr>" for task in ("完善各项制度", "加强日常管理"))
    rest = f"<table>{more}</table>"
    for between, found in (("", 3), ("<p>另外说明</p>", 1)):
        page = f"<meta charset=utf-8><p>某市任务分工表</p>{head}{between}{rest}"
        assert len(read_clauses(read_structure(read_bytes(page.encode(), "a.html")), Place(None)).clauses) == found


def test_a_table_needs_no_prose_above_it() -> None:
    rows = [
        "某区2025年重点任务分解表,,",
        "序号,任务内容,牵头部门",
        "1,建设统一平台。,区教育局",
        "2,完善各项制度。,区水务局",
    ]
    structure = read_structure(read_bytes("\n".join(rows).encode(), "a.csv"))
    assert structure.header.title == "某区2025年重点任务分解表"
    assert [c.units[0].name for c in read_clauses(structure, Place(None)).clauses] == ["区教育局", "区水务局"]
