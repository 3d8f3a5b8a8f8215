"""Where aims can stand: the stretches of a text that hold a number with a measure word, or a total."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Section, Span, Structure
from ingest.extract.lexicon import any_of, words
from ingest.extract.searchable import commas
from ingest.extract.target_deadlines import Calendar

_HAN = "一二两三四五六七八九十百千"
_UNITS = {
    word[0] for kind in ("money", "shares", "spans", "things", "times") for word in words("targets", "measures", kind)
} - {"日"}
# One pass over the text: everything else is done only near what this finds. It begins with one set of characters and
# looks back at the one before, because that is what the engine searches fast.
_HIT = re.compile(
    rf"[0-9{_HAN}全翻](?<![0-9月第.{_HAN}].)"
    rf"(?:(?<=[0-9{_HAN}])[0-9.,{_HAN}]{{0,15}} ?[万亿]{{0,2}}[个家项名场%]?(?: ?[-~至到]{{1,2}} ?[0-9.]{{1,12}})? ?"
    rf"[万亿千百]{{0,2}} ?(?:[余几多来] ?[万亿]?)?(?:[{re.escape(''.join(sorted(_UNITS)))}]|日(?=[办即答开上内”]))"
    rf"|(?<=百)分之|(?<=全)[覆部]|(?<=翻).?番)"
)
# What must stand near a number in Chinese numerals, which mostly are part of a word: 一次性, 三个转变.
_MEANT = re.compile(
    f"(?:{any_of([w for k in ('at_least_before', 'at_most_before') for w in words('targets', 'comparators', k)])})"
    rf"[约近为了]?(?=[{_HAN}])|[{_HAN}] ?[^,。;]{{1,4}}?(?:以上|以下|以内|之内|内|办|即|答|上门)|分之|[百千]|等"
)
_STOPS = "\n\t。;!?"
_LONGEST_SENTENCE = 800
_QUOTATION = re.compile(r"“[^“”\n]{0,80}”|\"[^\"\n]{0,80}\"|《[^》\n]{0,120}》|\([^()\n]{0,200}\)|‘[^‘’\n]{0,60}’")
_REVIEW = re.compile(any_of(words("targets", "negatives", "review_headings")))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a find stands: its sentence, the stretch between commas, and the date that governs it."""

    sentence: Span
    part: Span
    item: str | None
    deadline: str | None
    certain: bool  # whether the date is said to be one: 到2027年, not only 2027年


def places(structure: Structure, text: str) -> Iterator[Place]:
    """The stretches of ``text`` between commas that hold a number with a measure or a total, in order."""
    calendar: Calendar | None = None
    reviews = [section for section in structure.sections if _REVIEW.search(section.heading)]
    at = 0
    while hit := _HIT.search(text, at):
        at = hit.end()
        if text[hit.start()] in _HAN and not _MEANT.search(text, max(0, hit.start() - 6), hit.end() + 4):
            continue
        sentence = _sentence(text, hit.start())
        at = max(at, sentence.end)
        if _reviewed(reviews, sentence):
            continue
        calendar = calendar or Calendar(structure, text)
        item = structure.item_at(sentence.start)
        if item and _REVIEW.search(item.heading[:30]):
            continue
        dates, governing = calendar.within(sentence), calendar.governing(sentence, item)
        for part in commas(text, sentence):
            if part.end <= hit.start() or not _HIT.search(text, part.start, part.end):
                continue
            date = next((date for date in reversed(dates) if date.span.start < part.end), governing)
            yield Place(
                sentence, part, item.path if item else None, date.iso if date else None, bool(date and date.certain)
            )


def _sentence(text: str, at: int) -> Span:
    low, high = max(0, at - _LONGEST_SENTENCE), min(len(text), at + _LONGEST_SENTENCE)
    start = max(low - 1, *(text.rfind(stop, low, at) for stop in _STOPS)) + 1
    end = _STOP.search(text, at, high)
    return Span(start, end.start() if end else high)


_STOP = re.compile(f"[{_STOPS}]")


def _reviewed(reviews: list[Section], sentence: Span) -> bool:
    """Whether ``sentence`` stands in a section that looks back: 2025年工作回顾."""
    return any(section.extent.start <= sentence.start < section.extent.end for section in reviews)


class Aside:
    """The quotations, titles and brackets of a text: a number within one is a name or an explanation."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = Span(0, 0)
        self._spans: list[Span] = []

    def holds(self, span: Span) -> bool:
        """Whether ``span`` lies within one; asked in text order it reads each line once."""
        if not self._line.start <= span.start < self._line.end:
            start = self._text.rfind("\n", self._line.end if span.start >= self._line.end else 0, span.start) + 1
            start = start or (self._line.end if span.start >= self._line.end else 0)
            end = self._text.find("\n", span.end)
            self._line = Span(start, end if end >= 0 else len(self._text))
            self._spans = [Span(*match.span()) for match in _QUOTATION.finditer(self._text, *self._line_bounds())]
        index = bisect_left(self._spans, Span(span.start + 1, 0)) - 1
        return index >= 0 and span in self._spans[index]

    def _line_bounds(self) -> tuple[int, int]:
        return self._line.start, self._line.end
