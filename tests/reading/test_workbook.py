"""Excel workbooks, made here with openpyxl."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from graph.errors import EmptySource, SourceError, UndecodableSource, UnsupportedSource
from ingest.document import SourceText
from ingest.reading import read_bytes

HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]


def workbook(fill: Callable[[Any], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(fill: Callable[[Any], object]) -> SourceText:
    return read_bytes(workbook(fill), "tasks.xlsx")


def test_title_table_and_note() -> None:
    def fill(book: Any) -> None:
        for row in (
            ["某市任务分工表"],
            HEAD,
            [1, "建设平台", "市教育局", "市财政局\n市审计局", date(2023, 6, 30)],
            [],
            ["注：略"],
        ):
            book.active.append(row)
        book.active.merge_cells("A1:E1")

    source = read(fill)
    assert source.text.split("\n") == [
        "某市任务分工表",
        "\t".join(HEAD),
        "1\t建设平台\t市教育局\t市财政局 市审计局\t2023年6月30日",
        "注：略",
    ]
    assert source.media_type.endswith("spreadsheetml.sheet")
    assert [cell.span.of(source.text) for cell in source.tables[0].cells if cell.row == 0] == HEAD


def test_merged_cells_say_how_many_rows_they_cover() -> None:
    def fill(book: Any) -> None:
        for row in (HEAD, [1, "建设平台", "市教育局", "市财政局"], [2, "完善制度", None, "市审计局"]):
            book.active.append(row)
        book.active.merge_cells("C2:C3")

    source = read(fill)
    assert [(c.row, c.span.of(source.text)) for c in source.tables[0].cells if c.rows == 2] == [(1, "市教育局")]


def test_every_visible_sheet_is_read_and_a_hidden_one_is_a_warning() -> None:
    def fill(book: Any) -> None:
        for name, state in (("甲", "visible"), ("乙", "hidden"), ("丙", "visible")):
            sheet = book.create_sheet(name)
            sheet.append(["任务", f"{name}表"])
            sheet.append(["一", "二"])
            sheet.sheet_state = state

    source = read(fill)
    assert source.text == "任务\t甲表\n一\t二\n任务\t丙表\n一\t二"
    assert len(source.tables) == 2
    assert source.warnings == ("工作表“乙”是隐藏的，没有读入。",)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3.0, "General", "3"),
        (0.85, "0%", "85%"),
        (0.1 + 0.2, "General", "0.3"),
        (datetime(2023, 6, 30), "yyyy/m/d", "2023年6月30日"),
        (datetime(2023, 6, 1), 'yyyy"年"m"月"', "2023年6月"),
        (" 文字 ", "General", "文字"),
        (True, "General", ""),
    ],
)
def test_values_as_they_are_shown(value: object, form: str, shown: str) -> None:
    def fill(book: Any) -> None:
        book.active.append(["项", "值"])
        book.active.append(["甲", value])
        book.active.cell(2, 2).number_format = form

    assert read(fill).text.split("\n")[1].split("\t")[1:] == ([shown] if shown else [])


def test_a_document_kept_in_a_column_becomes_paragraphs() -> None:
    source = read(lambda book: [book.active.append([line]) for line in ("关于印发方案的通知", "一、要求\n二、任务")])
    assert source.text == "关于印发方案的通知\n一、要求\n二、任务"
    assert not source.tables


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """A workbook in which a part says something else."""
    file = io.BytesIO()
    good = workbook(lambda book: book.active.append(["甲", "乙"]))
    with zipfile.ZipFile(io.BytesIO(good)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new, 1) if name == part else data)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
WIDE = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (changed(SHEET, b"</sheetData>", WIDE), UnsupportedSource, "merged cells over 17,179,869,184 cells"),
        (changed(SHEET, b"<sheetData>", b" " * 31_000_000), UnsupportedSource, "unpack"),
        (changed(SHEET, b"<worksheet", b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet"), UnsupportedSource, "entities"),
        (changed(SHEET, b"<sheetData>", b"<sheetDa"), UndecodableSource, "damaged"),
        (workbook(lambda _: None)[:-100], UndecodableSource, "damaged"),
        (workbook(lambda _: None), EmptySource, "holds no text"),
    ],
    ids=["merged over all", "huge part", "entities", "broken xml", "cut off", "empty"],
)
def test_workbooks_that_cannot_be_read(data: bytes, error: type[SourceError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        read_bytes(data, "tasks.xlsx")
    assert "tasks.xlsx" in str(raised.value)
