"""Lines of a page to the grids of its tables: where the cells are, and which are merged."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.reading.rules import Rule

_NEAR = 2.5  # points: lines no further apart are one; ends that leave no wider a gap meet
_CUT = 8.0  # points by which uprights reach beyond the last level line where the page cut the table
_MOST = 30_000  # squares of a grid
_MOST_RULES = 600  # each way; a drawing has more


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid: its place, how many rows and columns it covers, and its left and right in points."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table; ``edges`` from left to right, ``levels`` from the top down, ``squares`` by row."""

    edges: tuple[float, ...]
    levels: tuple[float, ...]
    squares: tuple[tuple[Box, ...], ...]

    def box_at(self, x: float, y: float) -> Box | None:
        """The cell in which a point lies."""
        column = bisect_right(self.edges, x) - 1
        row = bisect_right(self.levels, -y, key=lambda level: -level) - 1
        if 0 <= row < len(self.squares) and 0 <= column < len(self.squares[row]):
            return self.squares[row][column]
        return None


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The grids of at least two columns, from the top down; one row will do, it may go on from the page before."""
    levels = _joined(rule for rule in rules if rule.level)
    uprights = _joined(rule for rule in rules if not rule.level)
    if not levels or len(uprights) < 3 or max(len(levels), len(uprights)) > _MOST_RULES:
        return []
    found = (_grid(*group) for group in _groups(levels, uprights))
    return sorted((grid for grid in found if grid), key=lambda grid: -grid.levels[0])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that go on in one another made one, and those that stand side by side brought to one place."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][0].at <= _NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    joined: list[Rule] = []
    for row in rows:
        at = sum(rule.at for rule in row) / len(row)
        start = end = None
        for rule in sorted(row, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _NEAR:
                if start is not None and end is not None:
                    joined.append(Rule(rule.level, at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            joined.append(Rule(row[0].level, at, start, end))
    return joined


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _groups(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or through others."""
    groups = []
    rest, free = list(levels), list(uprights)
    while free:
        news = [free.pop()]
        group: tuple[list[Rule], list[Rule]] = ([], [])
        while news:
            group[1].extend(news)
            met = {level for level in rest if any(_meet(level, upright) for upright in news)}
            rest = [level for level in rest if level not in met]
            group[0].extend(met)
            news = [upright for upright in free if any(_meet(level, upright) for level in met)]
            taken = set(news)
            free = [upright for upright in free if upright not in taken]
        groups.append(group)
    return groups


def _grid(levels: list[Rule], uprights: list[Rule]) -> Grid | None:
    edges = sorted({rule.at for rule in uprights})
    heights = {rule.at for rule in levels}
    if len(edges) < 3 or not heights:
        return None
    # A table that the page cuts has uprights without a line where they end.
    for end, beyond in ((min(r.start for r in uprights), -1), (max(r.end for r in uprights), 1)):
        nearest = min(heights) if beyond < 0 else max(heights)
        reaching = [r for r in uprights if abs((r.start if beyond < 0 else r.end) - end) <= _NEAR]
        if (end - nearest) * beyond > _CUT and len(reaching) >= 2:
            heights.add(end)
            levels.append(Rule(True, end, min(r.at for r in reaching), max(r.at for r in reaching)))
    rows = sorted(heights, reverse=True)
    if len(rows) < 2 or (len(rows) - 1) * (len(edges) - 1) > _MOST:
        return None
    return Grid(tuple(edges), tuple(rows), _squares(edges, rows, levels, uprights))


def _squares(
    edges: list[float], rows: list[float], levels: list[Rule], uprights: list[Rule]
) -> tuple[tuple[Box, ...], ...]:
    """For each square of the grid the cell that it belongs to: squares with no line between them are one cell."""
    wide, high = len(edges) - 1, len(rows) - 1
    owner = list(range(wide * high))

    def first(square: int) -> int:
        while owner[square] != square:
            owner[square] = owner[owner[square]]
            square = owner[square]
        return square

    upright_at: dict[float, list[Rule]] = {}
    for rule in uprights:
        upright_at.setdefault(rule.at, []).append(rule)
    level_at: dict[float, list[Rule]] = {}
    for rule in levels:
        level_at.setdefault(rule.at, []).append(rule)
    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            middle_x, middle_y = (edges[column] + edges[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
            if column + 1 < wide and not _covers(upright_at.get(edges[column + 1], ()), middle_y):
                owner[first(here + 1)] = first(here)
            if row + 1 < high and not _covers(level_at.get(rows[row + 1], ()), middle_x):
                owner[first(here + wide)] = first(here)
    members: dict[int, list[int]] = {}
    for square in range(wide * high):
        members.setdefault(first(square), []).append(square)
    boxes: dict[int, Box] = {}
    for root, squares in members.items():
        top, bottom = squares[0] // wide, squares[-1] // wide
        left, right = min(s % wide for s in squares), max(s % wide for s in squares)
        boxes[root] = Box(top, left, bottom - top + 1, right - left + 1, edges[left], edges[right + 1])
    return tuple(tuple(boxes[first(row * wide + column)] for column in range(wide)) for row in range(high))


def _covers(rules: Sequence[Rule], place: float) -> bool:
    return any(rule.start <= place <= rule.end for rule in rules)
