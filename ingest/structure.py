"""The tree of a document: its head, its sections, its measures, and what is not of it."""

import re
from collections.abc import Sequence

from ingest.document import SourceText, Span, Structure
from ingest.header import Head, read_head
from ingest.numbering import Line, Numbered, lines_of, numbered
from ingest.outline import read_outline
from ingest.parts import parts_of

_ANNEX = re.compile(r"附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})? ?:?")
_LEADERS = re.compile(r"[ \t.…·]*(?:- ?)?\d{0,3}(?: ?-)?$")  # of a line of contents: ……… 12
_LEADERS_END = frozenset(" \t.…·-0123456789")  # asked first, for few headings end so
_CONTENTS = re.compile(r"目 {0,9}录")


def read_structure(source: SourceText) -> Structure:
    """Head, sections and measures of a text. Never fails: a text without any of them has an empty structure."""
    lines = lines_of(source)
    head = read_head(source, lines)
    foot = max(head.foot, head.body)
    start = lines[head.body].start if head.body < len(lines) else len(source.text)
    end = lines[foot - 1].end if foot > head.body else start
    first, last = head.policy
    heads = list(numbered(lines, first, last))
    heads = _without_contents(lines, heads)
    last = _before_annexes(lines, heads, first, last)
    policy_end = lines[last - 1].end if first < last else end
    heads = [head for head in heads if head.line < last]
    outline = read_outline(source, lines, heads, policy_end)
    return Structure(
        source=source,
        header=head.header,
        sections=outline.sections,
        items=outline.items,
        body=Span(start, end),
        boilerplate=_boilerplate(lines, head, foot),
        parts=parts_of(lines, head, heads, (first, last), outline.sections, outline.items),
    )


def _before_annexes(lines: Sequence[Line], heads: Sequence[Numbered], first: int, last: int) -> int:
    """The line with which annexes begin that are printed behind the text: 附件 alone, or a second 一、."""
    below = enumerate(lines[first + 1 : last], first + 1)
    end = next((i for i, line in below if line.words[0] == "附" and _ANNEX.fullmatch(line.words)), last)
    if any(head.level == "chapter" for head in heads):
        return end
    highest = 0
    for head in heads:
        if head.level == "han":
            if head.number == 1 and highest > 1:
                return min(end, head.line)
            highest = max(highest, head.number)
    return end


def _without_contents(lines: Sequence[Line], heads: list[Numbered]) -> list[Numbered]:
    """The numbered lines without those of a table of contents (目录), which say the same words once more."""
    if not any(_CONTENTS.fullmatch(line.words) for line in lines[:200] if line.words[0] == "目"):
        return heads
    said = [_without_leaders(lines[head.line].words.partition("。")[0]) for head in heads]
    last = {words: index for index, words in enumerate(said)}
    return [head for index, head in enumerate(heads) if last[said[index]] == index]


def _without_leaders(words: str) -> str:
    return _LEADERS.sub("", words) if words[-1:] in _LEADERS_END else words


def _boilerplate(lines: Sequence[Line], head: Head, foot: int) -> tuple[Span, ...]:
    """Chrome above and in the document, and everything behind its body."""
    spans = [lines[index].span for index in head.chrome]
    if foot < len(lines):
        spans.append(Span(lines[foot].start, lines[-1].end))
    return tuple(spans)
