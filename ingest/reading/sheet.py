"""Sheets, of CSV or of a workbook: a table of short cells, or documents kept in a column."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import dropwhile

from graph.errors import UndecodableSource
from ingest.clean import without_marks
from ingest.reading.layout import Layout, Merged
from ingest.reading.plain import decode

_LONGEST_CELL = 1500  # a longer cell holds a document
_MOST_LINES = 15  # so does one of more lines
_NARROW = 2  # columns; in so few, a cell of several lines holds one too

_HEADING = re.compile(
    r"序 ?号|[^:：]{0,8}(?:任务|内容|事项|措施|举措|单位|部门|时限|时间|备注|目标|项目|类别|领域)[^:：]{0,6}"
)

Row = Mapping[int, str | Merged]


def read_csv(data: bytes, name: str) -> Layout:
    """Rows as a table; where a cell holds a document, its lines as paragraphs.

    Raises:
        UndecodableSource: it is in no encoding that is read, or no CSV.
    """
    text = without_marks(decode(data, name))
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), _dialect(text))]
    except csv.Error as error:
        raise UndecodableSource(f"{name} is not CSV ({error}): save its text as .txt.") from error
    layout = Layout()
    add_rows(layout, [{column: cell for column, cell in enumerate(row) if cell} for row in rows])
    return layout


def _dialect(text: str) -> type[csv.Dialect]:
    """Commas; or semicolons or tabs, where the first line has those and no comma."""
    first = text.lstrip().partition("\n")[0]
    if "," in first or not ("\t" in first or ";" in first):
        return csv.excel
    return csv.excel_tab if "\t" in first else _Semicolons


class _Semicolons(csv.excel):
    delimiter = ";"


def add_rows(layout: Layout, rows: Sequence[Row]) -> None:
    """A sheet: what stands alone or beside little above and below the table are paragraphs, the rest is a table.

    Where a cell holds a document all cells are paragraphs, a line each.
    """
    filled = [row for row in rows if row]
    if max(map(len, filled), default=0) < 2 or _keeps_documents(filled):
        for row in filled:
            _add_paragraphs(layout, row)
        return
    widest = max(map(len, filled))
    table = list(dropwhile(lambda row: _is_alone(row) or _stands_above(row, widest), rows))
    for row in rows[: len(rows) - len(table)]:
        _add_paragraphs(layout, row)
    notes = len(list(dropwhile(_is_alone, reversed(table))))
    layout.add_table({column: _in_line(cell) for column, cell in row.items()} for row in table[:notes])
    for row in table[notes:]:
        _add_paragraphs(layout, row)


def _keeps_documents(rows: Iterable[Row]) -> bool:
    rows = list(rows)
    wide = max(map(len, rows), default=0) > _NARROW
    for row in rows:
        for cell in row.values():
            words = _words(cell)
            lines = words.count("\n") + words.count("\r")
            if len(words) > _LONGEST_CELL or lines > (_MOST_LINES if wide else 0):
                return True
    return False


def _is_alone(row: Row) -> bool:
    return len(row) < 2


def _stands_above(row: Row, widest: int) -> bool:
    """Whether a row says who made a table and when, and is none of it: 某办公室 | 2025年3月10日."""
    return 2 * len(row) <= widest and not any(_HEADING.fullmatch(_words(cell).strip()) for cell in row.values())


def _words(cell: str | Merged) -> str:
    return cell.words if isinstance(cell, Merged) else cell


def _in_line(cell: str | Merged) -> str | Merged:
    words = " ".join(_words(cell).split())
    return Merged(words, cell.rows) if isinstance(cell, Merged) else words


def _add_paragraphs(layout: Layout, row: Row) -> None:
    for _, cell in sorted(row.items()):
        for line in _words(cell).splitlines():
            layout.add(" ".join(line.split()))
