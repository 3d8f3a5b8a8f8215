"""Pages of a gazette, set in two columns: where the gap between them runs, and the rows in reading order."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from ingest.reading.glyphs import Glyph, rows_of

_FEWEST = 10  # lines on either side
_CROSSING = 0.2  # the part of a page's rows that a title over both columns may take
_FULL = 0.85
_NARROWEST = 1.2  # em between two columns

Row = tuple[list[Glyph], float]  # glyphs from left to right, and by how much their column is shifted


def in_reading_order(glyphs: Sequence[Glyph], em: float) -> list[Row]:
    """The rows of a page: of one column from top to bottom, of two the left before the right between titles."""
    gap = _gap(glyphs, em)
    if gap is None:
        return [(row, 0.0) for row in rows_of(glyphs, em)]
    left = [glyph for glyph in glyphs if glyph.right <= gap]
    right = [glyph for glyph in glyphs if glyph.left >= gap]
    sides = (rows_of(left, em), rows_of(right, em))
    over = [
        row
        for row in rows_of(glyphs, em)
        if any(glyph.left < gap < glyph.right for glyph in row) or _bridges(row, gap, em)
    ]
    if not all(_is_prose(side, em) for side in sides):
        return [(row, 0.0) for row in rows_of(glyphs, em)]
    taken = {glyph.index for row in over for glyph in row}
    shift = _start(sides[1]) - _start(sides[0])
    order: list[Row] = []
    bounds = [row[0].base for row in over]
    for number in range(len(over) + 1):
        top = bounds[number - 1] if number else float("inf")
        foot = bounds[number] if number < len(over) else float("-inf")
        for side, moved in zip(sides, (0.0, shift), strict=True):
            order += [(row, moved) for row in side if foot < row[0].base < top and row[0].index not in taken]
        if number < len(over):
            order.append((over[number], 0.0))
    return order


def _gap(glyphs: Sequence[Glyph], em: float) -> float | None:
    """The middle of the widest upright band near the middle of the page that hardly a row crosses."""
    if len(glyphs) < 12 * _FEWEST:
        return None
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    step = em / 4
    if right - left < 20 * em or right - left > 400 * em:
        return None
    covered: Counter[int] = Counter()
    for glyph in glyphs:
        covered.update(range(int((glyph.left - left) / step), int((min(glyph.right, right) - left) / step) + 1))
    usual = median(covered.values())
    first, last = int((right - left) * 0.35 / step), int((right - left) * 0.65 / step)
    best: tuple[int, int] = (0, 0)
    begin = None
    for place in range(first, last + 2):
        if place <= last and covered[place] <= _CROSSING * usual:
            begin = place if begin is None else begin
        elif begin is not None:
            best = max(best, (place - begin, begin))
            begin = None
    wide, begin = best
    return left + (begin + wide / 2) * step if wide * step >= _NARROWEST * em else None


def _bridges(row: Sequence[Glyph], gap: float, em: float) -> bool:
    """Whether the words of a row run on over the gap."""
    before = max((glyph.right for glyph in row if glyph.right <= gap), default=None)
    behind = min((glyph.left for glyph in row if glyph.left >= gap), default=None)
    return before is not None and behind is not None and behind - before < 0.8 * em


def _is_prose(rows: Sequence[Sequence[Glyph]], em: float) -> bool:
    """Whether most rows of a side are full lines: a list or a table in columns is read across."""
    if len(rows) < _FEWEST:
        return False
    widths = sorted(row[-1].right - row[0].left for row in rows)
    usual = widths[int(0.9 * (len(widths) - 1))]
    return usual >= 8 * em and sum(width >= _FULL * usual for width in widths) >= 0.6 * len(widths)


def _start(rows: Sequence[Sequence[Glyph]]) -> float:
    return sorted(row[0].left for row in rows)[len(rows) // 4]
