"""The date by which an aim is to be reached: 到2027年底, 2026年6月底前."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Clause, Item, Span, Structure, Target
from ingest.extract.lexicon import any_of, words
from ingest.frozen import dataclass

_YEAR = re.compile(r"20\d\d ?年")  # of one century, which ``re`` searches for ten times as fast as for two
_OLD_YEAR = re.compile(r"(?:19|20)\d\d ?年")
_LEAD = re.compile(r"(?:力争到|争取到|力争|争取|展望到?|到|至|在|于) ?\Z")
_RANGE = re.compile(r"(?:19|20)\d\d ?年? ?[-~至]{1,2} ?\Z")  # 2023-2025年,建成…: by the end of it
_DATE = re.compile(
    r"(?P<year>(?:20|19)\d\d) ?年\s?"
    r"(?:年?(?P<end>底前|末前|底之前|底|末|前|以前|之前)|(?P<month>\d{1,2})\s?月\s?(?:(?P<day>\d{1,2})\s?日)?"
    r"(?P<by>底前|底之前|底|末|前|以前|之前)?)?"
)
_PAST = re.compile(r"(?:截至|截止|截止到|截至到|自|从|比|较|对比|相较于?|以|同)\s?\Z")
_NOT_A_DATE_BEHIND = re.compile(
    r"\s?(?:[-~]|以来|至今|度|版|,?\s?(?:我[省市县区]|全[省市国])?(?:已|累计已)|起|第|基础上|相比)"
)
_BULLET = re.compile(r" {0,4}(?:-{1,2}|[●·•▲◆■①-⑳])")
_TOLD = re.compile(any_of(words("targets", "negatives", "told")))
_FARTHEST = 3000  # characters over which a date still governs
_MOST_BULLETS = 40


@dataclass(frozen=True, slots=True)
class Deadline:
    """``iso`` is a year, month or day; ``certain`` when the words say 到 or 底前 and not only the year."""

    span: Span
    iso: str
    certain: bool


def deadlines(text: str, start: int, end: int, years: re.Pattern[str] = _YEAR) -> Iterator[Deadline]:
    """The deadlines written in folded ``text`` between ``start`` and ``end``, in order, without dates of the past."""
    at = start
    while year := years.search(text, at, end):
        match = _DATE.match(text, year.start(), end)
        at = year.end()
        if match is None:
            continue
        lead = _LEAD.search(text, max(start, year.start() - 4), year.start())
        opens = lead.start() if lead else year.start()
        spread = _RANGE.search(text, max(start, opens - 9), opens) if text[opens - 1 : opens] in ("-", "~") else None
        if spread and text[spread.start() - 1 : spread.start()] != "(" and _opens(text, spread.start(), start):
            opens = spread.start()  # in a bracket it is of a title
        by = match["end"] or match["by"]
        if (
            _PAST.search(text, max(start, opens - 4), opens)
            or (opens > start and text[opens - 1] in "-~至截止")
            or (not by and _NOT_A_DATE_BEHIND.match(text, match.end(), end))
        ):
            continue
        certain = bool(by or lead)
        if certain or not (match["day"] or not _opens(text, opens, start)):
            yield Deadline(Span(opens, match.end()), _iso(match), certain)


class Calendar:
    """The deadlines of a text, and which of them governs a place.

    A date governs what follows it in its item, or outside items in its paragraph and the bullets (——) below; where a
    paragraph that ends in a colon carries it, also the items and paragraphs that this one introduces.
    """

    def __init__(self, structure: Structure, text: str) -> None:
        self._structure = structure
        self._text = text
        issued = (structure.header.issued_on or "2000")[:4]
        years = _OLD_YEAR if issued < "2000" else _YEAR
        self._dates = [date for date in deadlines(text, 0, len(text), years) if date.iso >= issued]
        self._starts = [date.span.start for date in self._dates]
        self._announced = [date if self._closes_with_colon(date) else None for date in self._dates]
        for index in range(1, len(self._announced)):
            self._announced[index] = self._announced[index] or self._announced[index - 1]

    @property
    def certain(self) -> bool:
        """Whether any date is said to be a deadline."""
        return any(date.certain for date in self._dates)

    def within(self, sentence: Span) -> list[Deadline]:
        """The deadlines written in ``sentence``."""
        first = bisect_left(self._starts, sentence.start)
        return self._dates[first : bisect_left(self._starts, sentence.end, first)]

    def governing(self, sentence: Span, item: Item | None) -> Deadline | None:
        """The deadline before ``sentence`` that holds for it."""
        index = bisect_left(self._starts, sentence.start) - 1
        if index < 0:
            return None
        date = self._dates[index]
        if sentence.start - date.span.start < _FARTHEST:
            if item is not None:
                if item.extent.start <= date.span.start:
                    return date
            elif date.span.start >= self._paragraph(sentence.start):
                return None if self._structure.item_at(date.span.start) else date
        announced = self._announced[index]
        if announced is not None and self._section(announced.span.start) == self._section(sentence.start):
            return announced if item or self._adjoins(announced, sentence.start) else None
        return None

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of ``at`` begins; bullets belong to the one above them."""
        low = max(0, at - _FARTHEST)
        start = self._text.rfind("\n", low, at) + 1 or low
        for _ in range(_MOST_BULLETS):
            above = self._text.rfind("\n", low, max(low, start - 1)) + 1 or low
            goes_on = _BULLET.match(self._text, start) or self._text[max(0, start - 2)] in ",、"
            if start <= low or above >= start or not goes_on:
                break
            start = above
        return start

    def _closes_with_colon(self, date: Deadline) -> bool:
        end = self._text.find("\n", date.span.end, date.span.end + _FARTHEST)
        return end >= 0 and self._text[date.span.end : end].rstrip()[-1:] == ":"

    def _adjoins(self, date: Deadline, at: int) -> bool:
        """Whether ``at`` stands in the paragraph right below that of ``date``."""
        return self._text.count("\n", date.span.end, min(at, date.span.end + _FARTHEST)) == 1

    def _section(self, at: int) -> int:
        sections = self._structure.sections
        return bisect_right(sections, at, key=lambda section: section.extent.start)


def from_clauses(targets: Sequence[Target], clauses: Sequence[Clause], text: str) -> tuple[Target, ...]:
    """``targets``, those without a date with the one that the clause right behind them sets (完成时限：2022年9月)."""
    starts = [clause.span.start for clause in clauses]

    def dated(target: Target) -> Target:
        index = bisect_left(starts, target.span.end)
        clause = clauses[index] if index < len(clauses) else None
        if clause and clause.deadline and not target.deadline and _sets(clause, target, text):
            return replace(target, deadline=clause.deadline)
        return target

    return tuple(map(dated, targets))


def _sets(clause: Clause, target: Target, text: str) -> bool:
    same = (clause.item or "").partition(".p")[0] == (target.item or "").partition(".p")[0]
    return same and not _TOLD.search(text, target.span.start, clause.span.start)


def _iso(match: re.Match[str]) -> str:
    """2026年6月底前 is a month, 2026年6月30日前 a day, the rest years."""
    year, month, day = match["year"], match["month"], match["day"]
    if not month or not 1 <= int(month) <= 12:
        return str(year)
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a bare year stands where a sentence or its part begins: 2025年,产值达到三百亿元."""
    return at == start or text[at - 1] in " \n\t,;。:、(!?" or text.endswith("其中", start, at)
