"""Tables of duties: rows under a heading such as 工作任务 | 牵头单位 | 配合单位 | 完成时限."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.document import Cell, Role, SourceText, Span, Table
from ingest.extract.conventions import Convention, find_conventions
from ingest.extract.cues import cues
from ingest.extract.lexicon import words as words_of

_HEADINGS_WITHIN = 6  # the rows of a table among which its heading is looked for
_SHORTEST_TASK = 4  # characters; what is shorter is a number
_LABEL = 4  # characters; 责任, 配合 are headings only below another, or beside those of tasks or dates
_BLANK = re.compile(r"[\s*]+")
_NOBODY = re.compile(r"[\s\-—–/\\.…]*|无")  # what a cell says that names no one
_REMARK = re.compile(r"\([^()]*\)")
_WHEN = re.compile(r".{0,10}(?:时限|时间|期限|时间节点|时间表|完成进度)(?:要求)?")  # in a table of duties: 投入运营时间
_BOTH = re.compile(r"(?:及|和|(?<!参)与|/|、|或).{2,8}")


@dataclass(frozen=True, slots=True)
class Duties:
    """A row that names bodies. ``lists`` are its cells with the role their column gives them.

    ``task`` is the cell that says what is to be done, ``extent`` the row with the rows below that name nobody.
    ``inherited`` and ``inherited_deadlines`` are of cells above that cover this row too: they stand outside ``span``,
    in ``reach``.
    """

    lists: tuple[tuple[Span, Role, str], ...]
    deadlines: tuple[Span, ...]
    task: Span | None
    extent: Span
    conventions: tuple[Convention, ...] = ()
    inherited: tuple[tuple[Span, Role, str], ...] = ()
    inherited_deadlines: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """From the first of its own lists to the last of its cells that speak of the duty."""
        cells = [span for span, _, _ in self.lists] + list(self.deadlines)
        return Span(min(span.start for span in cells), max(span.end for span in cells))

    @property
    def reach(self) -> Span:
        """``span`` with what is inherited."""
        above = [*(span for span, _, _ in self.inherited), *self.inherited_deadlines]
        return Span(min([self.span.start, *(span.start for span in above)]), self.span.end)


@dataclass(frozen=True, slots=True)
class _Columns:
    roles: dict[int, tuple[Role, str]]
    deadlines: frozenset[int]
    conventions: tuple[Convention, ...]


def read_duties(source: SourceText, within: Span) -> tuple[Duties, ...]:
    """The rows of all tables in ``within`` that name bodies under a heading of responsibility, in text order."""
    found: list[Duties] = []
    columns, before = None, None
    for table in source.tables:
        if table.span in within:
            goes_on = before is not None and _goes_on(source.folded, before, table)
            columns = _read_rows(source.folded, table, columns if goes_on else None, found)
            before = table
    return tuple(found)


def _goes_on(folded: str, before: Table, table: Table) -> bool:
    """Whether a table is the rest of the one before, parted by the end of a page: as wide, with nothing between."""
    between = folded[before.span.end : table.span.start]
    width, width_before = (max(cell.column for cell in each.cells) for each in (table, before))
    return width == width_before and not between.strip()


def _read_rows(folded: str, table: Table, columns: "_Columns | None", found: list[Duties]) -> "_Columns | None":
    """Add the duties of a table to ``found``; ``columns`` are those of the table that it goes on with, if any.

    Returns its columns.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    waiting: Duties | None = None
    above: list[Cell] = []  # cells that cover rows below their own
    headed = -1  # the last row that was a heading
    for position, number in enumerate(sorted(rows)):
        row = rows[number]
        above = [cell for cell in above if cell.row + cell.rows > number]
        heading = None
        if columns is not None or position < _HEADINGS_WITHIN:
            heading = _heading(folded, row, [cell for cell in above if cell.row == headed])
        if heading:
            if columns is not None and headed == number - 1:
                heading = _with_first_row(folded, heading, columns, row)
            columns = heading if columns is None or heading.roles != columns.roles else columns
            headed = number
        elif columns is not None:
            duties = _duties(folded, row, columns, above)
            if duties is not None:
                if waiting:
                    found.append(waiting)
                waiting = duties
            elif waiting and len(row) > 1:  # a single cell is the heading of what follows
                extent = Span(waiting.extent.start, max(cell.span.end for cell in row))
                waiting = replace(waiting, extent=extent)
        above += [cell for cell in row if cell.rows > 1]
    if waiting:
        found.append(waiting)
    return columns


def _with_first_row(folded: str, heading: _Columns, first: _Columns, row: Sequence[Cell]) -> _Columns:
    """A heading's second row with the roles of its first, which it only parts: 牵头单位及责任人 into 单位, 责任人."""
    said = {cell.column: _BLANK.sub("", cell.span.of(folded)) for cell in row}
    kept = {
        column: role
        for column, role in first.roles.items()
        if column not in said or said[column] in words_of("tables", "body", "words")
    }
    return replace(heading, roles=kept | heading.roles)


def _heading(folded: str, row: Sequence[Cell], above: Sequence[Cell]) -> _Columns | None:
    """The columns of responsibility that a row is the heading of, or None where it is no heading.

    ``above``: cells of the heading's first row that reach into this one.
    """
    roles: dict[int, tuple[Role, str]] = {}
    short: dict[int, tuple[Role, str]] = {}  # by a label that is a word of many texts
    deadlines: set[int] = set()
    bodies: list[Cell] = []
    tasks = False
    conventions: list[Convention] = []
    if len(row) + len(above) < 2:
        return None
    for cell in (*row, *above):
        written = cell.span.of(folded)
        if len(written) > 60:
            return None
        words = _BLANK.sub("", written)
        word = _BOTH.sub("", _REMARK.sub("", words))
        label = cues().label_colon.fullmatch(word + ":")
        if label:
            found = roles if len(word) >= _LABEL or above else short
            found[cell.column] = (cues().label_role[label[1]], word)
            conventions += find_conventions(words)
        elif cues().deadline.fullmatch(word + ":") or _WHEN.fullmatch(word):
            deadlines.add(cell.column)
        elif word in words_of("tables", "body", "words"):
            bodies.append(cell)
        else:
            tasks = tasks or word in words_of("tables", "task", "words")
    if tasks or deadlines:
        roles = short | roles
    if tasks and not roles and len(bodies) == 1:  # 单位 | 重点任务: the unit is the head of its row
        roles[bodies[0].column] = ("responsible", _BLANK.sub("", bodies[0].span.of(folded)))
    return _Columns(roles, frozenset(deadlines), tuple(conventions)) if roles else None


def _duties(folded: str, row: Sequence[Cell], columns: _Columns, above: Sequence[Cell]) -> Duties | None:
    own, inherited = (
        tuple(
            (cell.span, *columns.roles[cell.column])
            for cell in cells
            if cell.column in columns.roles and not _NOBODY.fullmatch(cell.span.of(folded))
        )
        for cells in (row, above)
    )
    deadlines = tuple(cell.span for cell in row if cell.column in columns.deadlines)
    if not own and not (inherited and deadlines):
        return None  # a merged cell that says all of several rows counts once
    others = [cell.span for cell in row if cell.column not in columns.roles and cell.column not in columns.deadlines]
    task = next((span for span in others if span.end - span.start >= _SHORTEST_TASK), None)
    return Duties(
        lists=own,
        deadlines=deadlines,
        task=task,
        extent=Span(min(cell.span.start for cell in row), max(cell.span.end for cell in row)),
        conventions=columns.conventions,
        inherited=inherited,
        inherited_deadlines=() if deadlines else tuple(c.span for c in above if c.column in columns.deadlines),
    )
