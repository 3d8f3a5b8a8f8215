"""Tables that copying has taken apart, a cell a line: 序号, 工作任务, 责任单位, 1, …, …, 2 and so on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIRST = "序号"  # how the heading begins; the rows are told by their numbers
_HEADING = re.compile(r"[\u4e00-\u9fff、/（）()]{2,12}")
_BODIES = re.compile(r"(?:单位|部门|主体|处室|科室)")
_COLUMNS = range(3, 10)
_LONGEST = 600  # characters of a cell


@dataclass(frozen=True, slots=True)
class Flattened:
    """A table and where it stands in the text, up to behind its last line; its first row is the heading."""

    start: int
    end: int
    rows: list[list[str]]


def flattened(text: str) -> Iterator[Flattened]:
    """The tables of ``text`` whose every row, numbered from 1, has as many lines as the heading; in order."""
    if _FIRST not in text:
        return
    lines = [(match.start(), match[0].strip()) for match in re.finditer(r"[^\n]+", text)]
    lines = [(start, words) for start, words in lines if words]
    at = 0
    while at < len(lines):
        rows = _rows([words for _, words in lines[at : at + _COLUMNS.stop]]) if lines[at][1] == _FIRST else []
        if not rows:
            at += 1
            continue
        begin, width = at, len(rows[0])
        at += width
        while at + width <= len(lines) and (row := _row([words for _, words in lines[at : at + width]], len(rows))):
            rows.append(row)
            at += width
        if len(rows) > 1:
            end = lines[at][0] if at < len(lines) else len(text)
            yield Flattened(lines[begin][0], end, rows)


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The heading as the first of the rows, up to the number of the first row; empty where it is none."""
    if "1" not in lines:
        return []
    heading = list(lines[: lines.index("1")])
    told = len(heading) in _COLUMNS and all(map(_HEADING.fullmatch, heading)) and any(map(_BODIES.search, heading))
    return [heading] if told else []


def _row(cells: list[str], number: int) -> list[str] | None:
    """The cells of the row of this number; None where it is none, or where a cell of it was left out."""
    numbered = [cell for cell in cells if cell.isdecimal()]
    fits = cells[0] == str(number) and len(numbered) == 1 and all(len(cell) <= _LONGEST for cell in cells)
    return cells if fits else None
