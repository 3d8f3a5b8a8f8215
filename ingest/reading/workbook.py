"""Excel (.xlsx): the values that its sheets show, merged cells with the rows they cover."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
from lxml import etree

from graph.errors import UndecodableSource, UnsupportedSource
from ingest.clean import without_marks
from ingest.reading.layout import Layout, Merged
from ingest.reading.package import refuse_bombs
from ingest.reading.sheet import add_rows

_MAX_CELLS = 1_000_000
_MAX_SHEETS = 200
_MERGED = re.compile(rb"mergeCell\s[^>]{0,200}?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_DAMAGED = (
    KeyError, ValueError, AttributeError, TypeError, IndexError, RecursionError, NotImplementedError, OSError,
    OverflowError, AssertionError, SyntaxError, zipfile.BadZipFile, zlib.error, etree.LxmlError,
)  # fmt: skip


def read_workbook(data: bytes, name: str) -> Layout:
    """The sheets in their order, each as ``add_rows`` lays it out; a hidden sheet is left out and a warning says so.

    Raises:
        UndecodableSource: it is damaged or locked.
        UnsupportedSource: unpacked it is far larger than a document can be.
    """
    refuse_bombs(data, name, ".xlsx")
    layout = Layout()
    try:
        _refuse_traps(data, name)
        book = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        for sheet in book.worksheets[:_MAX_SHEETS]:
            if sheet.sheet_state != "visible":
                layout.warnings.append(f"工作表“{without_marks(sheet.title)}”是隐藏的，没有读入。")
                continue
            if sheet.max_row * sheet.max_column > _MAX_CELLS:
                raise UnsupportedSource(
                    f"{name}: sheet {sheet.title} covers {sheet.max_row:,} rows and {sheet.max_column:,} columns: "
                    "delete what is empty or no part of the document."
                )
            add_rows(layout, list(_rows(sheet)))
    except _DAMAGED as error:
        raise UndecodableSource(f"{name} is damaged or not a workbook ({error}): save it as .xlsx again.") from error
    return layout


def _refuse_traps(data: bytes, name: str) -> None:
    """Entities, and merged cells over a whole sheet: openpyxl makes an object of every cell that they cover."""
    covered = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.namelist():
            if not part.endswith(".xml"):
                continue
            markup = archive.read(part)
            if _DECLARATION.search(markup, 0, 4096):
                raise UnsupportedSource(f"{name} declares entities, which no workbook needs: save it as .xlsx again.")
            if part.startswith("xl/worksheets/"):
                for first, top, last, foot in _MERGED.findall(markup):
                    covered += (_column(last) - _column(first) + 1) * (int(foot) - int(top) + 1)
    if covered > _MAX_CELLS:
        raise UnsupportedSource(f"{name} has merged cells over {covered:,} cells: copy its text into a new .xlsx.")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _rows(sheet: Any) -> Iterator[dict[int, str | Merged]]:
    merged = {(part.min_row, part.min_col): part.max_row - part.min_row + 1 for part in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        cells: dict[int, str | Merged] = {}
        for cell in row:
            words = _shown(cell)
            if words:
                high = merged.get((cell.row, cell.column), 1)
                cells[cell.column - 1] = Merged(words, high) if high > 1 else words
        yield cells


def _shown(cell: Any) -> str:
    """A value as the sheet shows it, or nearly: a date in the Chinese form, as fine as its format is."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, date):  # datetime is one
        months = not any(letter in str(cell.number_format).lower() for letter in ("d", "14", "日"))
        return f"{value.year}年{value.month}月" + ("" if months else f"{value.day}日")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float | int):
        percent = str(cell.number_format).rstrip().endswith("%")
        number = round(value * 100, 6) if percent else value
        return f"{number:.10g}" + ("%" if percent else "")
    return without_marks(str(value)).replace("\t", " ").strip()
