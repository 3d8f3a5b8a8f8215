"""Rows as a workbook (XLSX): the answer on one sheet, what was asked on another."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any
from unicodedata import east_asian_width

from api.exports.cells import is_formula, typed

if TYPE_CHECKING:
    from openpyxl import Workbook

_LOOKED_AT = 200  # rows that give the widths of columns
_NARROWEST, _WIDEST = 6, 60
_IN_MEMORY = 4_000_000  # bytes
_PIECE = 64 * 1024


def workbook_pieces(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], about: Iterable[tuple[str, object]]
) -> Iterator[bytes]:
    """The file in pieces; it is whole before this returns, so that an error comes before any of it is sent."""
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed where it has been read
    try:
        write_workbook(file, columns, rows, about)
    except BaseException:
        file.close()
        raise
    return _pieces(file)


def _pieces(file: "tempfile.SpooledTemporaryFile[bytes]") -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def write_workbook(
    file: IO[bytes], columns: Sequence[str], rows: Iterable[Mapping[str, Any]], about: Iterable[tuple[str, object]]
) -> None:
    """Write rows as ``rows`` with a frozen head and a filter, and what is to be said about them as ``about``."""
    from openpyxl import Workbook  # here, because only spreadsheets need it

    book = Workbook(write_only=True)
    rows = iter(rows)
    first = list(islice(rows, _LOOKED_AT))
    values = ([row.get(column) for column in columns] for row in chain(first, rows))
    widths = [max([_width(column), *(_width(typed(row.get(column))) for row in first)]) + 2 for column in columns]
    _sheet(book, "rows", widths, chain([columns], values), filtered=True)
    _sheet(book, "about", [18, _WIDEST], ([name, value] for name, value in about))
    book.save(file)


def _sheet(
    book: "Workbook", title: str, widths: Sequence[float], lines: Iterable[Sequence[object]], *, filtered: bool = False
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, _NARROWEST), _WIDEST)
    if filtered:
        sheet.freeze_panes = "A2"
    top = Alignment(vertical="top", wrap_text=True)
    count = 0
    for count, line in enumerate(lines, 1):
        cells = [text_cell(sheet, value) for value in line]
        for one in cells:
            one.alignment = top
        if filtered and count == 1:
            for one in cells:
                one.font = Font(bold=True)
        sheet.append(cells)
    if filtered:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{max(count, 1)}"


def text_cell(sheet: Any, value: object) -> Any:
    """A cell for a write-only sheet: a number, or text that no program takes for a formula."""
    from openpyxl.cell import WriteOnlyCell

    return settled(WriteOnlyCell(sheet), value)


def settled(cell: Any, value: object) -> Any:
    """The cell with a value: what looks like a formula is typed as text, and stays text when it is edited."""
    kept = typed(value)
    cell.value = kept
    if isinstance(kept, str):
        cell.data_type = "s"
        if is_formula(kept):
            cell.quotePrefix = True
    return cell


def _width(value: object) -> int:
    """Columns of a fixed-width font: Chinese characters take two."""
    lines = ("" if value is None else str(value)).splitlines()
    return max((sum(2 if east_asian_width(c) in "WF" else 1 for c in line[:_WIDEST]) for line in lines), default=0)
