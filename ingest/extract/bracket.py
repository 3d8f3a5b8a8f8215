"""Pairs of brackets, found in one pass: nested ones too, and what is left over where they do not match."""

import re
from collections.abc import Iterator

from ingest.frozen import dataclass

_BRACKET = re.compile(r"[()〈〉\n]")
_DEEPEST = 40  # open brackets kept; nobody nests deeper, and a file of nothing but brackets must not grow a stack


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket in folded text. ``text[start]`` opens it and ``text[end - 1]`` closes it.

    ``closed`` is False where the closing one is missing: then ``end`` is the end of the paragraph.
    """

    start: int
    end: int
    closed: bool

    @property
    def inside(self) -> tuple[int, int]:
        """Where its content begins and ends."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def brackets(folded: str, start: int = 0, end: int | None = None, behind: int = 0) -> Iterator[Bracket]:
    """The brackets of the paragraphs in ``folded[start:end]`` that end behind ``behind``, an inner one first.

    Round brackets (into which folding turns all kinds) and 〈〉 count as one kind, since documents mix them. A closing
    bracket that nothing opened is passed over; an opening one that nothing closes ends with its paragraph.
    """
    stop = len(folded) if end is None else end
    at = start
    if folded.find("〈", start, stop) < 0 and folded.find("〉", start, stop) < 0:
        # Most hold no other one: their ends are found without a look at each character between.
        while (opens := folded.find("(", at, stop)) >= 0:
            at = opens
            closes = folded.find(")", opens + 1, stop)
            if closes < 0 or folded.find("(", opens + 1, closes) >= 0 or folded.find("\n", opens, closes) >= 0:
                break
            at = closes + 1
            if at > behind:
                yield Bracket(opens, at, closed=True)
        else:
            return
    yield from _nested(folded, at, stop, behind)


def _nested(folded: str, start: int, stop: int, behind: int) -> Iterator[Bracket]:
    """As ``brackets``, for those that hold others, or that nothing opens or closes."""
    opened: list[int] = []
    for match in _BRACKET.finditer(folded, start, stop):
        mark = match[0]
        if mark in "(〈":
            if len(opened) < _DEEPEST:
                opened.append(match.start())
        elif mark == "\n":
            for at in reversed(opened):
                yield Bracket(at, match.start(), closed=False)
            opened.clear()
        elif opened:
            at, stands = opened.pop(), match.end()
            if stands > behind:
                yield Bracket(at, stands, closed=True)
    for at in reversed(opened):
        yield Bracket(at, stop, closed=False)
