"""Where a responsibility statement may stand: in brackets, on a line of its own, or as a passage's last sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from ingest.document import Span
from ingest.extract.bracket import Bracket, brackets
from ingest.extract.broken_statements import rest_of_name, whole_bracket, with_next_lines
from ingest.extract.chunks import look
from ingest.extract.conventions import find_conventions
from ingest.extract.cues import NUMBERING, cues, ends_in_verb, role_of
from ingest.extract.joined_lines import merge_lines
from ingest.extract.names_alone import names_alone
from ingest.extract.statement import ENDS, LONGEST, MARKS, Statement

_place = attrgetter("span.start", "span.end")  # of a statement; numbers are compared faster than spans
_LABEL = 16  # characters of the longest label with what may stand around it
_NOTED = 60  # of one with a note in brackets: 责任单位（排第一位的为牵头单位）：
_NESTED = re.compile(r"\([^()]*\)")
_LEADS = re.compile(r"\((?:牵头|负责|主办)\)")


def find_statements(folded: str, start: int, end: int) -> list[Statement]:
    """The statements in ``folded[start:end]``, in text order, none within another."""
    found: list[Statement] = []
    for first, last, cue in _lines_with_cues(folded, start, end):
        kept = list(_in_brackets(folded, first, last, end, cue))
        if len(kept) > 1:
            kept = _without_overlaps(sorted(kept, key=lambda s: (s.span.start, -s.span.end)))
        if folded.find(":", first, last) >= 0:
            kept += _labelled(folded, first, last, kept)
        found += kept or _bare_line(folded, first, last) or _verb_line(folded, first, last)
    found += names_alone(folded, start, end, found)
    found.sort(key=_place)
    return _without_overlaps(merge_lines(folded, found))


def _lines_with_cues(folded: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The paragraphs that hold a word without which there is no clause, each with where the first one stands."""
    at = floor = start
    hint, sure = cues().hint, cues().any
    while match := hint.search(folded, at, end):
        if match["label"] and not sure.search(folded, max(floor, match.start() - 11), match.end()):
            at = match.start() + 1
            continue
        cue = match.span()
        first = folded.rfind("\n", start, cue[0]) + 1 or start
        last = folded.find("\n", cue[0] + 1, end)
        last = end if last < 0 else last
        yield first, last, cue
        at = floor = last + 1


def _in_brackets(folded: str, start: int, end: int, limit: int, cue: tuple[int, int]) -> Iterator[Statement]:
    """The statements in brackets of a paragraph whose first cue stands at ``cue``."""
    if folded.find("(", start, end) < 0 and folded.find("〈", start, end) < 0:
        return
    hint = cues().hint
    amid: list[Statement] = []  # brackets amid a sentence, each behind its own noun
    for bracket in brackets(folded, start, end, cue[0]):
        first, last = bracket.inside
        if last - first < 4:
            continue
        if not (first <= cue[0] and cue[1] <= bracket.end) and not hint.search(folded, first, bracket.end):
            continue
        if bracket.closed and last - first < 20 and cues().bare_label.fullmatch(folded, first, last):
            yield from _behind_label(folded, start, end, bracket)
            continue
        label = cues().label.match(folded, first, min(last, first + 40))
        if label is None and not (bracket.closed and _labelled_within(folded, first, last)):
            if bracket.closed and last - first <= LONGEST and _has_verbs(folded[first:last]):
                statement = Statement(Span(bracket.start, bracket.end), Span(first, last), "verbs")
                if _ends(folded, bracket):
                    yield statement
                elif folded[bracket.start - 1 : bracket.start] != "组":  # 抢险组（市应急局牵头…） tells who is in it
                    amid.append(statement)
            continue
        statement = whole_bracket(folded, bracket, end, limit)
        if statement.span.end - statement.span.start <= LONGEST:
            yield statement
    # One alone may tell of whom the sentence speaks: 由主管部门（市教育局负责）另行规定.
    if len(amid) > 1 or (amid and folded.startswith("、", amid[0].span.end)):
        yield from amid


def _behind_label(folded: str, start: int, end: int, bracket: Bracket) -> Iterator[Statement]:
    """The list behind a label that stands in a bracket of its own: 【责任单位】市教育局、市财政局."""
    line = re.fullmatch(NUMBERING, folded[start : bracket.start]) is not None
    if line or _SENTENCE_START.search(folded, max(start, bracket.start - 8), bracket.start):
        stop = _sentence_end(folded, bracket.end, end)
        if 2 < stop - bracket.end <= LONGEST:
            yield Statement(Span(bracket.start, stop), Span(bracket.start, stop), "line" if line else "sentence")


def _labelled_within(folded: str, start: int, end: int) -> bool:
    """Whether a bracket comes to its label behind something else: (2025年底前完成,责任单位:市教育局)."""
    if folded.find(":", start, end) < 0:
        return False
    for at, _ in _colons(folded, start, end):
        if folded[at - 1] in ",;。 ":
            return folded.find("(", start, at) < 0
    return False


def _colons(folded: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where in ``folded[start:end]`` labels with a colon begin, and their words; found from their colons."""
    colon = folded.find(":", start, end)
    while colon >= 0:
        longest = _NOTED if folded[colon - 1] in ") " else _LABEL
        match = cues().label_colon.search(folded, max(start, colon - longest), colon + 1)
        if match:
            yield match.start(), match[1]
        start = colon + 1
        colon = folded.find(":", start, end)


def _colons_beside(folded: str, start: int, end: int, taken: Sequence[Statement]) -> Iterator[tuple[int, str]]:
    """Those of them that stand in none of the statements ``taken``, which are in text order."""
    for statement in taken:
        if folded.find(":", start, statement.span.start) >= 0:
            yield from _colons(folded, start, statement.span.start)
        start = statement.span.end
    yield from _colons(folded, start, end)


def _ends(folded: str, bracket: Bracket) -> bool:
    """Whether a bracket stands at the end of a sentence."""
    before = folded[max(0, bracket.start - 11) : bracket.start].rstrip(" ")
    after = folded[bracket.end : bracket.end + 12].lstrip(" ")
    return not after or after[0] in ENDS or not before or before[-1] in ENDS or before[-1] == ")"


@lru_cache(maxsize=4096)  # a document says the same clause many times
def _has_verbs(content: str) -> bool:
    """Whether what a bracket holds closes one of its own parts with a role verb."""
    if content.startswith(("以下", "如", "即", "指", "见", "不含", "含")) or not cues().ends.search(content + ")"):
        return False
    listed = content
    if declared := next(find_conventions(content), None):
        listed = content[: declared.span.start]  # 列第一位的为牵头单位 is no verb of the list before it
    for words in MARKS.split(_NESTED.sub("", listed) if "(" in listed else listed):
        part = words[-40:].rstrip()
        if look(part).kind == "date":
            continue  # 2024年9月底前完成 is nobody's duty
        if ends_in_verb(part, 0, len(part)) and (match := cues().verb.search(part)) and role_of(match[0]):
            return True
    return _LEADS.search(content) is not None


_PERSON = 40  # characters of a label of a person and of names behind it
_NUMBERED = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[).、]|第.{1,4}[条章节]|[①-⑳]")
_OF_PROSE = re.compile("[:《”\t]")  # hardly ever in a line that says nothing but who does it
_SENTENCE_START = re.compile(r"(?:^|[。;!?”)] *|[ \t]{2,})$")


def _labelled(folded: str, start: int, end: int, taken: Sequence[Statement]) -> Iterator[Statement]:
    """Labels with a colon outside brackets: at the start of the line, or of its last sentences."""
    done = start
    for at, word in _colons_beside(folded, start, end, taken):
        if at < done:
            continue
        line = (at - start <= 12 and re.fullmatch(NUMBERING, folded[start:at]) is not None) or _led(folded, start, at)
        if not line and not _SENTENCE_START.search(folded, max(start, at - 8), at):
            continue
        if len(word) < 4 and not line:
            continue
        stop = _sentence_end(folded, at, end)
        broken = False
        if line and stop >= end:
            stop = with_next_lines(folded, stop)
            rest = rest_of_name(folded, at, stop)
            stop, broken = (rest, True) if rest else (stop, False)
        done = stop
        if stop - at <= LONGEST:
            yield Statement(Span(at, stop), Span(at, stop), "line" if line else "sentence", broken)


def _led(folded: str, start: int, at: int) -> bool:
    """Whether nothing stands before a label but who leads in person: 牵头领导：李四　责任单位：市教育局."""
    return (
        at - start <= _PERSON
        and folded[at - 1] in " \t,;"
        and cues().ignored.match(folded, start, at) is not None
        and "。" not in folded[start:at]
    )


def _bare_line(folded: str, start: int, end: int) -> list[Statement]:
    """A line that begins with a label without its colon: 责任单位 市教育局、市财政局."""
    match = cues().label.match(folded, start, end)
    if match is None or not match[2] or match.end() >= end or "。" in folded[match.end() : end].rstrip("。 \t"):
        return []
    first = match.start(2)
    stop = _sentence_end(folded, first, end)
    return [Statement(Span(first, stop), Span(first, stop), "bare-line")] if stop - first <= LONGEST else []


def _sentence_end(folded: str, at: int, end: int) -> int:
    """The end of a labelled sentence: its full stop, unless the next sentence is labelled as well."""
    stop = folded.find("。", at, end)
    while stop >= 0:
        after = stop + 1
        while after < end and folded[after] in " \t":
            after += 1
        if cues().label_colon.match(folded, after, end) or cues().deadline.match(folded, after, end):
            stop = folded.find("。", after, end)
            continue
        return stop + 1 if after >= end else stop
    while end > at and folded[end - 1] in " \t":
        end -= 1
    return end


def _verb_line(folded: str, start: int, end: int) -> Iterator[Statement]:
    """Such a line, or a paragraph's last sentence: 市教育局牵头，各区政府配合."""
    first, last = start, end
    while first < last and folded[first] in " \t":
        first += 1
    while last > first and folded[last - 1] in " \t。.":
        last -= 1
    comma = folded.rfind(",", max(first, last - 30), last)
    done = comma if comma > 0 and look(folded[comma + 1 : last]).kind == "date" else last  # …配合，年内完成检查
    if not ends_in_verb(folded, first, done):
        return
    stop = folded.rfind("。", first, last) + 1
    while stop and folded[stop] in " \t":
        stop += 1
    words = folded[stop or first : last]
    if not 6 <= len(words) <= 160 or _OF_PROSE.search(words) or _NUMBERED.match(words):
        return
    tail = cues().verb.search(folded, max(first, done - 40), done)
    if tail and role_of(tail[0]):
        span = Span(stop or first, last)
        yield Statement(span, span, "verb-sentence" if stop else "verb-line")


def _without_overlaps(found: Sequence[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    for statement in found:
        if not kept or statement.span.start >= kept[-1].span.end:
            kept.append(statement)
    return kept
