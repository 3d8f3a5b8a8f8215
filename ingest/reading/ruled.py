"""The tables that a PDF page rules: what stands in their cells, and which go on from the page before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.reading.glyphs import Glyph, rows_of, size_of, words_of
from ingest.reading.grid import Box, Grid
from ingest.reading.layout import Merged
from ingest.reading.printed import join

_MAX_CELL = 1500  # characters; a longer cell holds a document, its frame is there for the looks
_SAME_PLACE = 6.0  # points by which the same edge may be off on the next page
_SHORT = 1.5  # em that a line leaves free where its author ended it
_HEADINGS = 3  # rows that a page may repeat from the first
_SENTENCE = 15  # characters; a longer cell that has no end goes on over the page
_NUMBER = re.compile(r"\d{1,3}")
_SPREAD = re.compile(r"\S(?: \S)+")  # 然 资 源: letters moved apart to fill a line
_ENDED = re.compile(r"[。；！？;][”’」』）)〕】》]*\Z")
_OPENS, _CLOSES = re.compile(r"[（(〔《]"), re.compile(r"[）)〕》]")
_NEVER_FIRST = "、，。；：！？）)》〕”’】"
_NAME_ENDS = re.compile(r"(?:局|委|厅|办|政府|部|会|中心|公司|院|银行|集团|大学)\Z")
_NAME_BEGINS = re.compile(r"[市省区县各]")


@dataclass(slots=True)
class Ruled:
    """A table as it stands: its rows hold cells by their distance from its left edge, in points."""

    page: int
    top: float
    wide: tuple[float, ...]  # where its columns begin and the last ends, from its left edge
    rows: list[dict[float, Merged]] = field(default_factory=list)
    removed: int = 0  # characters of headings that were repeated

    def columns(self) -> Iterator[dict[int, Merged]]:
        """Its rows, the cells by column from 0; edges that nearly fall together are one."""
        numbers: dict[float, int] = {}
        last = None
        for place in sorted({place for row in self.rows for place in row}):
            numbers[place] = 0 if last is None else numbers[last] + (place - last > _SAME_PLACE)
            last = place
        for row in self.rows:
            columns: dict[int, Merged] = {}
            for place, cell in sorted(row.items()):
                column = numbers[place]
                held = columns.get(column)
                columns[column] = replace(cell, words=f"{held.words} {cell.words}".strip()) if held else cell
            yield columns


def table_of(grid: Grid, glyphs: Sequence[Glyph], page: int) -> Ruled | None:
    """What ``glyphs``, all within it, say in a grid; None where that is no table."""
    inside: dict[Box, list[Glyph]] = {}
    for glyph in glyphs:
        box = box_of(grid, glyph)
        if box is not None:
            inside.setdefault(box, []).append(glyph)
    beside = [sum(box.row == row for box in inside) for row in {box.row for box in inside}]
    if sum(count > 1 for count in beside) < 2 and max(beside, default=0) < 3:
        return None
    if max(map(len, inside.values())) > _MAX_CELL:
        return None
    left = grid.edges[0]
    table = Ruled(page, grid.levels[0], tuple(edge - left for edge in grid.edges))
    fullest = _fullest(inside)
    for row in range(len(grid.squares)):
        cells = {
            box.left - left: Merged(_words(inside.get(box, []), fullest.get(box.column, 0)), box.rows)
            for box in grid.squares[row]
            if box.row == row
        }
        table.rows.append(cells)
    return table


def box_of(grid: Grid, glyph: Glyph) -> Box | None:
    """The cell in whose area the middle of a glyph lies."""
    wide = glyph.right - glyph.left
    return grid.box_at((glyph.left + glyph.right) / 2, glyph.base + 0.35 * wide)


def _fullest(inside: dict[Box, list[Glyph]]) -> dict[int, float]:
    """How wide the widest line of each column is, in points."""
    widest: dict[int, float] = {}
    for box, glyphs in inside.items():
        for row in rows_of(glyphs, size_of(glyphs) or 10.0):
            widest[box.column] = max(widest.get(box.column, 0), row[-1].right - row[0].left)
    return widest


def _words(glyphs: Sequence[Glyph], widest: float) -> str:
    """The words of a cell: lines that were broken for want of room joined, those that its author ended kept apart."""
    em = size_of(glyphs) or 10.0
    parts: list[list[str]] = []
    ended = True
    for row in rows_of(glyphs, em):
        words = words_of(row, em)
        if _SPREAD.fullmatch(words) and not words.isascii():
            words = words.replace(" ", "")
        if not ended and parts and _NAME_ENDS.search(parts[-1][-1]) and _NAME_BEGINS.match(words):
            ended = True
        if ended:
            parts.append([words])
        else:
            parts[-1].append(words)
        short = widest - (row[-1].right - row[0].left) >= _SHORT * em
        ended = short and bool(_ENDED.search(words))
    return " ".join(join(part)[0].strip() for part in parts)


def goes_on(table: Ruled, below: Ruled) -> bool:
    """Whether ``below`` is the same table on the next page."""
    if below.page != table.page + 1 or abs(table.wide[-1] - below.wide[-1]) > _SAME_PLACE:
        return False
    few, many = sorted((table.wide, below.wide), key=len)
    shared = sum(any(abs(edge - other) <= _SAME_PLACE for other in many) for edge in few)
    return shared >= max(3, 0.75 * len(few))


def go_on(table: Ruled, below: Ruled) -> None:
    """Add the rows of the next page: without the headings that it repeats, a row that the page broke in one piece."""
    rows = [
        {min(table.wide, key=lambda edge: abs(edge - place)) if _near(table.wide, place) else place: cell
         for place, cell in row.items()}
        for row in below.rows
    ]  # fmt: skip
    repeated = 0
    while repeated < min(_HEADINGS, len(rows), len(table.rows)) and _said(rows[repeated]) == _said(
        table.rows[repeated]
    ):
        table.removed += sum(map(len, _said(rows[repeated])))
        repeated += 1
    rows = rows[repeated:]
    table.page = below.page
    if not rows:
        return
    first = rows[0]
    whole = _is_rest(table, first)
    for place, cell in list(first.items()):
        above = _reaching(table.rows, place)
        if above is None:
            continue
        held = table.rows[above][place]
        merged = max(held.rows, cell.rows) > 1 and cell.words in ("", held.words)
        if whole or merged or _is_open(held.words, cell.words):
            words = held.words if merged else join((held.words, cell.words))[0]
            table.rows[above][place] = Merged(words, held.rows + cell.rows - (1 if whole else 0))
            del first[place]
    if whole:
        table.rows[-1] |= {place: cell for place, cell in first.items() if cell.words}
        rows = rows[1:]
    table.rows += rows


def _near(edges: Sequence[float], place: float) -> bool:
    return any(abs(edge - place) <= _SAME_PLACE for edge in edges)


def _said(row: dict[float, Merged]) -> list[str]:
    return ["".join(cell.words.split()) for _, cell in sorted(row.items()) if cell.words]


def _is_rest(table: Ruled, first: dict[float, Merged]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    numbers = [
        place
        for place in table.wide
        if 2 * sum(place in row and bool(_NUMBER.fullmatch(row[place].words)) for row in table.rows) > len(table.rows)
    ]
    if numbers:
        return not any(first[place].words for place in numbers if place in first)
    both = [(table.rows[-1][place].words, cell.words) for place, cell in first.items() if place in table.rows[-1]]
    return any(
        _is_open(above, words) or (bool(words) and len(above) >= _SENTENCE and not _ENDED.search(above))
        for above, words in both
    )


def _is_open(above: str, words: str) -> bool:
    """Whether ``words`` go on in what ``above`` leaves open, for certain."""
    if not above or not words:
        return False
    return words[0] in _NEVER_FIRST or len(_OPENS.findall(above)) > len(_CLOSES.findall(above))


def _reaching(rows: Sequence[dict[float, Merged]], place: float) -> int | None:
    """The row of the cell that stands in a column at the end of the rows so far."""
    for back, row in enumerate(reversed(rows), start=1):
        if place in row:
            return len(rows) - back if row[place].rows >= back else None
    return None
