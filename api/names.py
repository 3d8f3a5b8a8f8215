"""Everything that has a name, and what someone means who has begun to type one.

市发改委, 发改委, sfgw and fagaiwei all mean 贵阳市发展和改革委员会: a short name leaves characters out and keeps their
order. Names are held in memory with a set of names for each character and each beginning of a syllable, so that few of
them are looked at for what is typed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from api.spelling import MARK, apart, beginnings, cuts, fold, spelled, syllables, together

_LOOKED_AT = 80  # characters of a name
_TYPED = 40  # characters of what is typed
_THROUGH = 4_000  # lines looked through for what is typed, those that matter most first: some 20 ms


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what has it. ``number`` is a document's number, under which it is found too."""

    kind: str  # unit | collective | document | cited | project | region
    key: str
    name: str
    number: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that may be meant, and which of its characters were typed."""

    name: Name
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    name: int
    text: str
    starts: tuple[int, ...]  # where one may begin to type: at the place, at its last character, after it
    is_number: bool


class Names:
    """Names, those that matter most first; looked through by many threads at once."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._names: list[Name] = []
        self._lines: list[_Line] = []
        self._whole: defaultdict[str, list[int]] = defaultdict(list)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for row in rows:
            name = Name(row["kind"], row["key"], str(row["name"] or row["key"]), row["number"], row["place"])
            self._add(len(self._names), name.name, fold(name.place or ""), holders)
            if name.number and name.number != name.name:
                self._add(len(self._names), name.number, "", holders, is_number=True)
            self._names.append(name)
        self._holders = {piece: _bits(lines, len(self._lines)) for piece, lines in holders.items()}
        self._known = frozenset(self._holders)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, typed: str, limit: int = 10) -> list[Suggestion]:
        """What may be meant: whole names first, then where a name begins so, holds it, holds it with gaps."""
        words = "".join(fold(typed[: 2 * _TYPED]).split())[:_TYPED]
        best: dict[int, tuple[float, _Line, re.Match[str]]] = {}
        left = _THROUGH
        for pieces in cuts(words, self._known) if words else ():
            close, begun, loose = together(pieces), apart(pieces, begun=True), apart(pieces)
            good = 0
            for number in chain(self._whole.get(words, ()), islice(self._holding(pieces), left)):
                left -= 1
                line = self._lines[number]
                found = _found(line, close, begun, loose)
                if found and (line.name not in best or found[0] < best[line.name][0]):
                    best[line.name] = found[0], line, found[1]
                    good += found[0] <= 1
                if good >= limit + len(self._whole.get(words, ())):
                    break
        order = sorted(best.items(), key=lambda each: (each[1][0], each[0]))[:limit]
        return [self._suggestion(number, *found[1:]) for number, found in order]

    def _add(
        self, number: int, text: str, place: str, holders: defaultdict[str, list[int]], *, is_number: bool = False
    ) -> None:
        line, words = len(self._lines), fold(text[:_LOOKED_AT])
        at = len(place) if place and len(words) > len(place) and words.startswith(place) else 0
        sounds = (*syllables(words[:at]), *syllables(words[at:]))  # both parts stand in many names: each is read once
        for piece in {*words, *(beginning for sound in {*sounds} for beginning in beginnings(sound))}:
            holders[piece].append(line)
        whole = spelled(words, sounds)
        places = [found.start() for found in re.finditer(MARK, whole)]
        starts = tuple(dict.fromkeys((0, places[at - 1], places[at]))) if at else (0,)
        for start in {0, max(at - 1, 0), at}:
            self._whole[words[start:]].append(line)
        self._lines.append(_Line(number, whole, starts, is_number))

    def _holding(self, pieces: tuple[str, ...]) -> Iterator[int]:
        """The lines that have all pieces, in any order."""
        lines = -1
        for piece in pieces:
            lines &= self._holders[piece]
        return _members(lines)

    def _suggestion(self, number: int, line: _Line, match: re.Match[str]) -> Suggestion:
        name = self._names[number]
        marks: list[tuple[int, int]] = []
        for group in range(1, 1 if line.is_number else match.re.groups + 1):
            at = line.text.count(MARK, 0, match.start(group))
            if marks and marks[-1][1] == at:
                marks[-1] = marks[-1][0], at + 1
            else:
                marks.append((at, at + 1))
        return Suggestion(name, tuple(marks))


def _found(
    line: _Line, close: re.Pattern[str], begun: re.Pattern[str], loose: re.Pattern[str]
) -> tuple[float, re.Match[str]] | None:
    """How far the line is from being meant, and where it holds what was typed; None where it does not.

    Of two that leave characters out, the one that leaves out fewer is nearer.
    """
    if match := _at_start(close, line):
        return (0 if match.end() == len(line.text) else 1), match
    if match := close.search(line.text):
        return 2, match
    if match := _at_start(begun, line):
        return 3 + match[0].count(MARK) / _LOOKED_AT, match
    match = loose.match(line.text)
    return (4 + (line.text.count(MARK, match.start(1), match.end())) / _LOOKED_AT, match) if match else None


def _at_start(pattern: re.Pattern[str], line: _Line) -> re.Match[str] | None:
    for start in line.starts:
        if match := pattern.match(line.text, start):
            return match
    return None


def _bits(members: list[int], size: int) -> int:
    flags = bytearray(size // 8 + 1)
    for member in members:
        flags[member >> 3] |= 1 << (member & 7)
    return int.from_bytes(flags, "little")


def _members(bits: int) -> Iterator[int]:
    flags = f"{bits:b}"[::-1]
    at = flags.find("1")
    while at >= 0:
        yield at
        at = flags.find("1", at + 1)
