"""Statements that print breaks: a bracket closed too early, too late or never, a list that goes on below its line."""

import re

from ingest.document import Span
from ingest.extract.bracket import Bracket
from ingest.extract.names import is_body
from ingest.extract.statement import ENDS, LONGEST, MARKS, Statement

_CLOSE = re.compile(r"[)〉]")
_NEXT_LINE = re.compile(r"\n[ \t]*(?!第?[一二三四五六七八九十\d]{1,3}[、.条章节]|\([一二三四五六七八九十\d]{1,3}\))")


def whole_bracket(folded: str, bracket: Bracket, end: int, limit: int) -> Statement:
    """A labelled bracket to its real end: print may lose the closing bracket, put it too early, or break the line."""
    first, last = bracket.inside
    if not bracket.closed:
        close = _close_of(folded, first, end)
        if close is None and (further := _continued(folded, end, limit)) is not None:
            return Statement(Span(bracket.start, further), Span(first, further - 1), "bracket", broken=True)
        if close is not None:
            return Statement(Span(bracket.start, close), Span(first, close - 1), "bracket", broken=True)
        last = end
        while last > first and folded[last - 1] in " \t":
            last -= 1
        return Statement(Span(bracket.start, last), Span(first, last), "bracket", broken=True)
    rest = folded[bracket.end : min(end, bracket.end + 130)].rstrip()
    if rest and rest[0] not in ENDS + ",、()":
        name = MARKS.split(folded[max(first, last - 40) : last])[-1]
        ending = MARKS.split(rest[:40])[0]
        if len(rest) <= 120 and "。" not in rest and not is_body(name) and is_body(name + ending) and len(ending) <= 8:
            stop = bracket.end + len(rest)
            return Statement(Span(bracket.start, stop), Span(first, stop), "bracket", broken=True)
    return Statement(Span(bracket.start, bracket.end), Span(first, last), "bracket")


def _close_of(folded: str, start: int, end: int) -> int | None:
    """Behind the first closing bracket after which the list does not go on."""
    for match in _CLOSE.finditer(folded[start : min(end, start + LONGEST)]):
        at = start + match.end()
        if at >= end or (folded[at] not in "、,;和及" and not is_body(re.split(r"[、,;()]", folded[at : at + 30])[0])):
            return at
    return None


def _continued(folded: str, end: int, limit: int) -> int | None:
    """Behind the closing bracket on one of the next lines, where a page or line break has cut the list."""
    at, depth = end, 1
    for _ in range(3):
        if not _NEXT_LINE.match(folded, at, limit):
            return None
        line_end = folded.find("\n", at + 1, limit)
        line_end = limit if line_end < 0 else line_end
        for match in re.finditer(r"[()〈〉。]", folded[at : min(line_end, at + 200)]):
            if match[0] == "。":
                return None
            depth += 1 if match[0] in "(〈" else -1
            if depth == 0:
                return at + match.end()
        at = line_end
    return None


def with_next_lines(folded: str, end: int) -> int:
    """The end of the list that a line leaves open: its label stands alone, or its last mark is 、."""
    for _ in range(4):
        if folded[end - 1 : end] in "、:," and _NEXT_LINE.match(folded, end) and not folded.startswith("\n\n", end):
            stop = folded.find("\n", end + 1)
            end = len(folded) if stop < 0 else stop
        else:
            break
    return end


def rest_of_name(folded: str, start: int, end: int) -> int | None:
    """Where a list ends whose last name the line breaks off: 责任单位：市教育局、市住房 / 城乡建设局; or None."""
    last = MARKS.split(folded[max(start, end - 40) : end])[-1]
    if not 1 < len(last) <= 12 or is_body(last) or last[-1] in "日月年底" or not _NEXT_LINE.match(folded, end):
        return None
    stop = folded.find("\n", end + 1, end + 120)
    stop = len(folded) if stop < 0 and len(folded) - end < 120 else stop
    line = folded[end + 1 : stop].strip(" \t") if stop > end else ""
    names = MARKS.split(line.rstrip("。"))
    whole = bool(names) and all(map(is_body, (last + names[0], *names[1:])))
    return stop if whole and ":" not in line else None
