"""Lines, and the numbering in front of them: 第一章, 第一节, 第一条, 一、, （一）, 1., （1）, ①."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from ingest.document import SourceText, Span
from ingest.frozen import dataclass
from ingest.numerals import NUMERAL, read_number

Level = Literal["chapter", "part", "article", "han", "han_bracket", "digit", "digit_bracket", "circled", "supplement"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, from ``start`` to ``end`` without the blanks around it; ``words`` its folded form."""

    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: its label reaches from ``start`` to ``behind``.

    The title starts behind the numbering and ends with the line.
    """

    line: int  # index among the lines
    level: Level
    number: int
    start: int
    behind: int
    title_start: int
    title_end: int


_HAN = f"[{NUMERAL}]{{1,5}}"
_NUMBERING = re.compile(
    rf"(?P<chapter>第 ?(?P<n1>{_HAN}|\d{{1,3}}) ?(?:章|编|篇|部分)(?![规的所]))[ :、.]{{0,8}}"
    rf"|(?P<part>第 ?(?P<n8>{_HAN}|\d{{1,3}}) ?节(?![约日能气水假目庆省点课]))[ :、.]{{0,8}}"
    rf"|(?P<article>第 ?(?P<n2>{_HAN}|\d{{1,3}}) ?条(?![、和至第的规,款所]|\([{NUMERAL}\d]))[ :、.]{{0,8}}"
    rf"|(?P<han>(?P<n3>{_HAN}) ?[、.])[ .]{{0,4}}"
    rf"|(?P<han_bracket>\( ?(?P<n4>{_HAN}) ?\))[ 、.]{{0,4}}"
    r"|(?P<digit>(?P<n5>\d{1,3}) ?(?:、|\.(?!\d)|\.(?=(?:19|20)\d\d年)))[ .]{0,4}"
    r"|(?P<digit_bracket>\(? ?(?P<n6>\d{1,3}) ?\))[ 、.]{0,4}"
    r"|(?P<circled>[\u2460-\u2473])[ 、.]{0,4}"
)
_FIRST = frozenset("第(0123456789" + NUMERAL + "".join(map(chr, range(0x2460, 0x2474))))  # of a line with a number
_SUPPLEMENT = re.compile(r"附 {0,9}则")  # the last section of measures and rules, often without a number
_CIRCLED_ONE = 0x2460
_LEVELS: dict[str, tuple[Level, str]] = {  # of a match: the name of its group, and of the group with its number
    "chapter": ("chapter", "n1"),
    "part": ("part", "n8"),
    "article": ("article", "n2"),
    "han": ("han", "n3"),
    "han_bracket": ("han_bracket", "n4"),
    "digit": ("digit", "n5"),
    "digit_bracket": ("digit_bracket", "n6"),
    "circled": ("circled", "circled"),
}


_value = lru_cache(1024)(read_number)  # documents count up from one, again and again


def lines_of(source: SourceText) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines = []
    at = 0
    for written in source.folded.split("\n"):
        length = len(written)
        if words := written.strip():
            left = len(words)
            start = at if left == length else at + written.index(words[0])
            lines.append(Line(start, start + left, words))
        at += length + 1
    return lines


def numbered(lines: Sequence[Line], first: int, last: int) -> Iterator[Numbered]:
    """Those of the lines from ``first`` to ``last`` that begin with a number.

    A number alone on its line (第二条) has the next line for its title.
    """
    for index, line in enumerate(lines[first:last], first):
        words = line.words
        if words[0] not in _FIRST:
            if words[0] == "附" and _SUPPLEMENT.fullmatch(words):
                yield Numbered(index, "supplement", 0, line.start, line.start, line.start, line.end)
            continue
        match = _NUMBERING.match(words)
        if match is None:
            continue
        level, group = _LEVELS[match.lastgroup or ""]
        written = match[group]
        number = ord(written) - _CIRCLED_ONE + 1 if level == "circled" else _value(written)
        if not isinstance(number, int):
            continue
        start, end = line.start, line.end
        title = start + match.end()
        if title == end:
            if level not in ("article", "han", "han_bracket") or index + 1 >= last:
                continue
            title, end = lines[index + 1].start, lines[index + 1].end
        yield Numbered(index, level, number, start, start + match.end(level), title, end)
