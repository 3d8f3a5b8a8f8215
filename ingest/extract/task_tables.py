"""Tables of duties: rows under a heading such as 工作任务 | 牵头单位 | 配合单位 | 完成时限."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Cell, Role, SourceText, Span, Table
from ingest.extract.conventions import Convention, find_conventions
from ingest.extract.cues import cues

_HEADINGS_WITHIN = 6  # the rows of a table among which its heading is looked for
_SHORTEST_TASK = 4  # characters; what is shorter is a number
_BLANK = re.compile(r"[\s*]+")
_REMARK = re.compile(r"\([^()]*\)")
_BOTH = re.compile(r"(?:及|和|与|/|、|或).{2,8}")


@dataclass(frozen=True, slots=True)
class Duties:
    """A row that names bodies. ``lists`` are its cells with the role their column gives them.

    ``task`` is the cell that says what is to be done, ``extent`` the row with the rows below that name nobody.
    """

    lists: tuple[tuple[Span, Role, str], ...]
    deadlines: tuple[Span, ...]
    task: Span | None
    extent: Span
    conventions: tuple[Convention, ...] = ()

    @property
    def span(self) -> Span:
        """From the first of its lists to the last of its cells that speak of the duty."""
        cells = [span for span, _, _ in self.lists] + list(self.deadlines)
        return Span(min(span.start for span in cells), max(span.end for span in cells))


@dataclass(frozen=True, slots=True)
class _Columns:
    roles: dict[int, tuple[Role, str]]
    deadlines: frozenset[int]
    conventions: tuple[Convention, ...]


def read_duties(source: SourceText, within: Span) -> tuple[Duties, ...]:
    """The rows of all tables in ``within`` that name bodies under a heading of responsibility, in text order."""
    return tuple(duties for table in source.tables if table.span in within for duties in _rows(source.folded, table))


def _rows(folded: str, table: Table) -> Iterator[Duties]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    columns: _Columns | None = None
    waiting: Duties | None = None
    for number, row in enumerate(rows[key] for key in sorted(rows)):
        heading = _heading(folded, row)
        if heading and (columns is not None or number < _HEADINGS_WITHIN):
            columns = heading if columns is None or heading.roles != columns.roles else columns
            continue
        if columns is None:
            continue
        duties = _duties(folded, row, columns)
        if duties is None:
            if waiting and len(row) > 1:  # a single cell is the heading of what follows
                extent = Span(waiting.extent.start, max(cell.span.end for cell in row))
                waiting = Duties(waiting.lists, waiting.deadlines, waiting.task, extent, waiting.conventions)
            continue
        if waiting:
            yield waiting
        waiting = duties
    if waiting:
        yield waiting


def _heading(folded: str, row: Sequence[Cell]) -> _Columns | None:
    """The columns of responsibility that a row is the heading of, or None where it is no heading."""
    roles: dict[int, tuple[Role, str]] = {}
    deadlines: set[int] = set()
    conventions: list[Convention] = []
    if len(row) < 2:
        return None
    for cell in row:
        written = cell.span.of(folded)
        if len(written) > 60:
            return None
        words = _BLANK.sub("", written)
        word = _BOTH.sub("", _REMARK.sub("", words))
        if len(word) >= 4 and word in cues().label_role:
            roles[cell.column] = (cues().label_role[word], word)
            conventions += find_conventions(words)
        elif cues().deadline.fullmatch(word + ":"):
            deadlines.add(cell.column)
    return _Columns(roles, frozenset(deadlines), tuple(conventions)) if roles else None


def _duties(folded: str, row: Sequence[Cell], columns: _Columns) -> Duties | None:
    lists = tuple(
        (cell.span, *columns.roles[cell.column])
        for cell in row
        if cell.column in columns.roles and not cell.span.of(folded).isspace()
    )
    if not lists:
        return None
    others = [cell.span for cell in row if cell.column not in columns.roles and cell.column not in columns.deadlines]
    task = next((span for span in others if span.end - span.start >= _SHORTEST_TASK), None)
    return Duties(
        lists=lists,
        deadlines=tuple(cell.span for cell in row if cell.column in columns.deadlines),
        task=task,
        extent=Span(min(cell.span.start for cell in row), max(cell.span.end for cell in row)),
        conventions=columns.conventions,
    )
