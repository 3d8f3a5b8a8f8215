"""发文字号: how a document is numbered, in every writing of 1949 to today, normalised to 代字〔年〕号."""

import re
from functools import lru_cache

from ingest.document import Span
from ingest.frozen import dataclass

_CODE = r"(?!日)[\u4e00-\u9fff]{1,24}"
# 穗人社规字〔2019〕6号: 字 is of the 代字, as others cite it.
# 筑府办函〔2023〕7号, 国办发(1996)25号, 京公开办发〔2024〕2 号; the year in two digits in old papers: 国发〔81〕88号.
_NUMBER = re.compile(
    rf"(?P<code>{_CODE}) ?\( ?(?P<year>(?:19|20)\d{{2}}|[5-9]\d) ?\) ?"
    r"(?:字 ?)?第? ?0{0,6}(?P<number>\d{1,5}) ?号"
)
# (81)国发88号, (1979)财税字第12号: the year first.
_YEAR_FIRST = re.compile(
    rf"\( ?(?P<year>(?:19|20)\d{{2}}|[5-9]\d) ?\) ?(?P<code>{_CODE}?字?) ?第? ?0{{0,6}}(?P<number>\d{{1,5}}) ?号"
)
# 民政部令第83号, 交通运输部令2026年第10号: orders count on without a year, or by the year.
_ORDER = re.compile(
    r"(?P<code>(?!日)[\u4e00-\u9fff]{2,20}令) ?\(?(?:(?P<year>\d{4}) ?年 ?)?第 ?0{0,6}(?P<number>\d{1,5}) ?号\)?"
)
_WAYS = ((_NUMBER, "("), (_YEAR_FIRST, "("), (_ORDER, "令"))  # each with a character that it cannot do without
_LINE = re.compile(r"^(?:发文字号|文号|文件编号|字号) ?: ?")
_SIGNED_BY = re.compile(r"[ \t]{0,20}签 ?发 ?人[: ].*")  # on the same line as the number of what goes to a higher body
_LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A number, normalised, and where it stands."""

    written: str
    span: Span
    issuer: str | None = None  # of an order (民政部令第83号): whose it is


def number_in(folded: str, start: int = 0, end: int | None = None) -> DocNumber | None:
    """The first document number between ``start`` and ``end`` of folded text."""
    until = len(folded) if end is None else end
    found = [
        match
        for pattern, needed in _WAYS
        if folded.find(needed, start, until) >= 0 and (match := pattern.search(folded, start, until))
    ]
    if not found:
        return None
    match = min(found, key=lambda m: m.start())
    year = match["year"] or ""
    if len(year) == 2:
        year = "19" + year
    number = int(match["number"])
    if match.re is _ORDER:
        written = f"{match['code']}{year + '年' if year else ''}第{number}号"
    else:
        written = f"{match['code']}〔{year}〕{number}号"
    issuer = match["code"].removesuffix("令") if match.re is _ORDER else None
    return DocNumber(written, Span(match.start(), match.end()), issuer)


@lru_cache(maxsize=64)  # what finds the head, its title and its number each ask it of the same lines
def number_of_line(words: str) -> DocNumber | None:
    """The number that is all a line says, its span within the line; 发文字号： before it and 签发人：… behind aside."""
    if len(words) > _LONGEST_LINE or "号" not in words:
        return None
    if "签" in words:
        words = _SIGNED_BY.sub("", words)
    lead = _LINE.match(words)
    start = lead.end() if lead else 0
    found = number_in(words, start)
    if found and found.span.start == start and found.span.end >= len(words) - 1:
        return found
    return None
