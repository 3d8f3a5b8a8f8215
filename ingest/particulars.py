"""The table of particulars that web pages put above or below a document: 发文机关：…, 成文日期：…, 发文字号：…."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from ingest.numbering import Line

_NAMED = re.compile(
    r"(?P<name>发文字号|文 ?号|成文日期|发布日期|发文机关|发布机构|制发机关) ?: *(?P<value>[^ ]+(?: (?=\d|号)[^ ]+)*)"
)
_NEAR = 40  # lines from either end of the text
_LONGEST = 400  # characters of a line that are read


def particulars(lines: Sequence[Line], *names: str) -> Iterator[tuple[Span, str]]:
    """The values under these names, folded, each with its place."""
    count = len(lines)
    for index in (*range(min(_NEAR, count)), *range(max(_NEAR, count - _NEAR), count)):
        words = lines[index].words
        if "\t" in words[:_LONGEST]:
            yield from _in_cells(lines[index], names)
        head = words[:_LONGEST]
        if ":" not in head or not ("号" in head or "日期" in head or "机" in head):  # one is in each of the names
            continue
        for match in _NAMED.finditer(head):
            if match["name"].replace(" ", "") in names:
                at = lines[index].start
                yield Span(at + match.start("value"), at + match.end("value")), match["value"]


def _in_cells(line: Line, names: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """The values beside their names in the cells of a table's row."""
    at = line.start
    name = ""
    for cell in line.words[:_LONGEST].split("\t"):
        if name in names and cell.strip():
            yield Span(at, at + len(cell)), cell
        name = cell.replace(" ", "").rstrip(":")
        at += len(cell) + 1
