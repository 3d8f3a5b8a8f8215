"""The date by which an aim is to be reached: 到2027年底, 2026年6月底前."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Span

_DATE = re.compile(
    r"(?P<lead>力争到|争取到|力争|争取|到|至|在|于)?\s?(?P<year>20\d\d)\s?年\s?"
    r"(?:年?(?P<end>底前|末前|底之前|底|末|前|以前|之前)|(?P<month>\d{1,2})\s?月\s?(?:(?P<day>\d{1,2})\s?日)?"
    r"(?P<by>底前|底之前|底|末|前|以前|之前)?)?"
)
_PAST = re.compile(r"(?:截至|截止|截止到|截至到|自|从|比|较|对比|相较于?|以|同)\s?\Z")
_NOT_A_DATE_BEHIND = re.compile(
    r"\s?(?:[-~]|以来|至今|度|版|,?\s?(?:我[省市县区]|全[省市国])?(?:已|累计已)|起|第|基础上|相比)"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """``iso`` is a year, month or day; ``certain`` when the words say 到 or 底前 and not only the year."""

    span: Span
    iso: str
    certain: bool


def deadlines(text: str, start: int, end: int) -> Iterator[Deadline]:
    """The deadlines written in folded ``text`` between ``start`` and ``end``, in order, without dates of the past."""
    for match in _DATE.finditer(text, start, end):
        if _PAST.search(text, max(start, match.start() - 4), match.start()):
            continue
        if match.start() > start and text[match.start() - 1] in "-~至截止":
            continue
        by = match["end"] or match["by"]
        if not by and _NOT_A_DATE_BEHIND.match(text, match.end(), end):
            continue
        certain = bool(by or match["lead"])
        if not certain and (match["day"] or not _opens(text, match.start(), start)):
            continue
        yield Deadline(Span(*match.span()), _iso(match), certain)


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
    return at == start or text[at - 1] in " \n,;。:、("
