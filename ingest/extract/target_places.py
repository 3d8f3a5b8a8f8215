"""Where aims can stand: the stretches of a text that hold a number with a measure word, or a total."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.document import Header, Span, Structure
from ingest.extract.lexicon import any_of, words
from ingest.extract.searchable import commas
from ingest.extract.target_deadlines import Calendar
from ingest.frozen import dataclass

_HAN = "一二两三四五六七八九十百千"
_UNITS = {
    word[0] for kind in ("money", "shares", "spans", "things", "times") for word in words("targets", "measures", kind)
} - {"日"} | {"成"}  # 八成
# One pass over the text: everything else is done only near what this finds. It begins with one set of characters and
# looks back at the one before, because that is what the engine searches fast.
_MEASURES = re.escape("".join(sorted(_UNITS)))
_HIT = re.compile(
    rf"[0-9{_HAN}全翻](?<![0-9月第.{_HAN}].)"
    rf"(?:(?<=[0-9{_HAN}])(?=[-0-9., {_HAN}万亿个家项名场%~至到余几多来日{_MEASURES}])"  # most have none
    rf"[0-9.,{_HAN}]{{0,15}} ?[万亿]{{0,2}}[个家项名场%]?(?: ?[-~至到]{{1,2}} ?[0-9.]{{1,12}})? ?"
    rf"[万亿千百]{{0,2}} ?(?:[余几多来] ?[万亿]?)?(?:[{_MEASURES}]|日(?!期))"
    rf"|(?<=百)分之|(?<=全)[覆部]|(?<=翻).?番|(?<=[01])\.\d{{1,4}}(?=以[上下]|左右|[,。;、)\n]|$))"
)
# What must stand near a number in Chinese numerals, which mostly are part of a word: 一次性, 三个转变.
_MEANT = re.compile(
    f"(?:{any_of([w for k in ('at_least_before', 'at_most_before') for w in words('targets', 'comparators', k)])})"
    rf"[约近为了]?(?=[{_HAN}])|[{_HAN}] ?[^,。;]{{1,4}}?(?:以上|以下|以内|之内|内|办|即|答|上门)|分之|[百千]|等"
    rf"|[{_HAN}] ?[万亿]|成(?:以上|以下|左右|[,。;、)\n])"
)
_STOPS = "。;\t!?"  # beside line breaks
_LONGEST_HEADING = 30  # characters of a heading in which it says that it looks back
_LONGEST_SENTENCE = 800
_QUOTATION = re.compile(r"“[^“”\n]{0,80}”|\"[^\"\n]{0,80}\"|《[^》\n]{0,120}》|\([^()\n]{0,200}\)|‘[^‘’\n]{0,60}’")
_REVIEW = re.compile(any_of(words("targets", "negatives", "review_headings")))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a find stands: its sentence, the stretch between commas, and the date that governs it."""

    sentence: Span
    part: Span
    hits: tuple[int, ...]  # where numbers and totals begin in ``part``
    item: str | None
    deadline: str | None


def places(structure: Structure, text: str, *, only_certain: bool = False) -> Iterator[Place]:
    """The stretches of ``text`` between commas that hold a number with a measure or a total, in order.

    ``only_certain``: those alone that a date governs which is said to be one.
    """
    calendar = Calendar(structure, text)
    if only_certain and not calendar.certain:
        return
    past = _past(structure.header)
    reviews = [section.extent for section in structure.sections if _REVIEW.search(section.heading)]
    for sentence, hits in _sentences(text):
        start, end = sentence.start, sentence.end
        item = structure.item_at(start)
        if reviews and any(review.start <= start < review.end for review in reviews):
            continue
        if item and _REVIEW.search(item.heading, 0, _LONGEST_HEADING):
            continue
        if past and text.find("五", start, end) >= 0 and past.search(text, start, end):
            continue
        if text.find("年", start, start + _OPENING) >= 0 and _looks_back(structure.header, text, start, end):
            continue
        dates, governing = calendar.within(sentence), calendar.governing(sentence, item)
        at = 0
        for part in commas(text, sentence):
            first = at
            while at < len(hits) and hits[at] < part.end:
                at += 1
            if at == first:
                continue
            date = governing
            if dates:
                date = next((date for date in reversed(dates) if date.span.start < part.end), governing)
            if only_certain and not (date and date.certain):
                continue
            path, iso = item.path if item else None, date.iso if date else None
            yield Place(sentence, part, tuple(hits[first:at]), path, iso)
            if at == len(hits):
                break


_PERIODS = ("九", "十", "十一", "十二", "十三", "十四", "十五")  # of five years, the first to the end of 2000


def _past(header: Header) -> re.Pattern[str] | None:
    """What names a five years' plan that was over when the document was issued: “十三五”期间, in one of 2023."""
    issued = int((header.issued_on or "0")[:4])
    over = [period for number, period in enumerate(_PERIODS) if 2000 + 5 * number < issued]
    return re.compile(rf"[“\"](?:{'|'.join(over)})五[”\"](?:期间|时期|以来)") if over else None


_OPENING = 20  # characters in which a sentence says that it looks back
_OPENING_YEAR = re.compile(
    r"(?:\W?[一二三四五六七八九十\d]{1,3}\W)?\W{0,8}"
    r"(?:去年|(?P<year>20\d\d) ?年)(?:底|末)?(?=,|[全我][省市县区国])"
)


def _looks_back(header: Header, text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with a year that was over when the document was issued: 2022年,全市新增…."""
    opening = _OPENING_YEAR.match(text, start, end)
    return opening is not None and (not opening["year"] or opening["year"] < (header.issued_on or "0")[:4])


def _sentences(text: str) -> Iterator[tuple[Span, list[int]]]:
    """The sentences that hold hits, each with where they begin."""
    sentence, hits = Span(0, 0), list[int]()
    ended = text
    for stop in _STOPS:
        ended = ended.replace(stop, "\n")
    for hit in _HIT.finditer(text):
        at = hit.start()
        if text[at] in _HAN and not _MEANT.search(text, max(0, at - 6), hit.end() + 4):
            continue
        if at >= sentence.end:
            if hits:
                yield sentence, hits
            start = ended.rfind("\n", max(0, at - _LONGEST_SENTENCE), at) + 1 or max(0, at - _LONGEST_SENTENCE)
            end = ended.find("\n", at, at + _LONGEST_SENTENCE)
            sentence = Span(start, end if end >= 0 else min(len(text), at + _LONGEST_SENTENCE))
            hits = []
        hits.append(at)
    if hits:
        yield sentence, hits


class Aside:
    """The quotations, titles and brackets of a text: a number within one is a name or an explanation."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = Span(0, 0)
        self._spans: list[Span] = []
        self._starts: list[int] = []

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies within one; asked in text order it reads each line once."""
        if not self._line.start <= span.start < self._line.end:
            start = self._text.rfind("\n", self._line.end if span.start >= self._line.end else 0, span.start) + 1
            start = start or (self._line.end if span.start >= self._line.end else 0)
            end = self._text.find("\n", span.end)
            self._line = Span(start, end if end >= 0 else len(self._text))
            self._spans = [Span(*match.span()) for match in _QUOTATION.finditer(self._text, *self._line_bounds())]
            self._starts = [aside.start for aside in self._spans]
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span in self._spans[index]

    def _line_bounds(self) -> tuple[int, int]:
        return self._line.start, self._line.end
