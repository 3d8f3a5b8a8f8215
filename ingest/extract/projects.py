"""Proper-named undertakings: “公办强校”工程, 贵州希望实验学校, 江苏省数据交易平台."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from operator import attrgetter, itemgetter

from ingest.document import Header, Mention, ProjectMention, Span, Structure
from ingest.extract.project_candidates import BEHIND, Candidate, plain_candidates, quotations, quoted_candidates
from ingest.extract.project_heads import Promising, promising
from ingest.extract.project_lists import completed, enumerated, listed_names
from ingest.extract.project_quoted import can_stand_alone
from ingest.extract.project_signs import is_named
from ingest.extract.references import titles_in
from ingest.extract.searchable import blanked, searchable
from ingest.extract.target_refusals import sets_rules
from ingest.gazetteer import gazetteer

_MARKS = re.compile(r"[\s“”\"‘’()（）]+")
_PLACE = re.compile(
    r"(?:[\u3400-\u9fff]{2,4}[省市](?=.{2,4}[区县]))?(?:[\u3400-\u9fff]{2,4}[市区县](?=[\u3400-\u9fff]{2,4}(?:街道|镇)))?"
    r"([\u3400-\u9fff]{2,4}?)(?:省|市|区|县|州|街道|镇)"
)
_SPACES = re.compile(r"\s+")
_LEAST_SHORT = 4
_place_in_text = itemgetter(1)  # of a name that was found
_place_of_mention = attrgetter("span")
_BESIDE = frozenset(("、", "和", "与", "及"))  # between the names of a list


def read_projects(
    structure: Structure, clauses: Sequence[Span], bodies: Collection[str] = (), text: str | None = None
) -> tuple[ProjectMention, ...]:
    """The undertakings named in the body, each once with all its mentions, in the order of their first mention.

    ``clauses`` are not searched, nor titles in 《》. Names that share a part (花溪校区和清镇校区) are completed. A name
    that the document also writes with more in front (整机引领区, 杭甬整机引领区) is that one. ``bodies`` are the names
    that answer for measures (之江实验室): they are no undertakings. ``text`` is what is searched, where it is there
    already.
    """
    text = searchable(structure, clauses) if text is None else text
    text = blanked(text, titles_in(text))
    original = structure.source.text
    topic = _MARKS.sub("", structure.header.title or "")
    near = _near(_place(structure.header))
    strict = sets_rules(structure.header)
    gathered: dict[str, tuple[str, str]] = {}  # the first way it is written, and the rule
    mentions: dict[str, list[Mention]] = {}
    for sentence in promising(text, list(quotations(text, can_stand_alone))):
        for name, span, rule in _names(text, sentence, topic, near, strict):
            quote = original[span.start : span.end]
            item = structure.item_at(span.start)
            key = name if name.isalnum() else _MARKS.sub("", name)
            mentions.setdefault(key, []).append(Mention(item.path if item else None, quote, span))
            if key not in gathered:
                as_written = quote if name == span.of(text) else name
                if not as_written.isalnum():
                    as_written = _SPACES.sub(" ", as_written).strip()
                gathered[key] = (as_written, rule)
    for body in bodies:
        gathered.pop(body, None)
    for short, whole in _shortened(gathered):
        mentions[whole] = sorted(mentions[whole] + mentions[short], key=_place_of_mention)
        gathered[whole] = (gathered[whole][0], gathered.pop(short)[1])
    return tuple(ProjectMention(name, tuple(mentions[key]), rule) for key, (name, rule) in gathered.items())


def _shortened(names: Collection[str]) -> list[tuple[str, str]]:
    """Names that end another name, which has two or more characters in front, each with the first such name.

    Where that one ends a third, both are the third.
    """
    whole_of: dict[str, str] = {}
    for name in names:
        for cut in range(2, len(name) - _LEAST_SHORT + 1):
            if (short := name[cut:]) in names:
                whole_of.setdefault(short, name)
    found = []
    for short in names:
        whole = short
        while whole in whole_of:
            whole = whole_of[whole]
        if whole != short:
            found.append((short, whole))
    return found


def _place(header: Header) -> str:
    """The short name of the place that issues the document: 罗湖 of 罗湖区科技和工业信息化局."""
    for written in (*header.issuers, header.title or ""):
        match = _PLACE.match(written)
        if match:
            return match[1]
    return ""


@cache
def _near(place: str) -> tuple[str, ...]:
    """The short names of a place and of those directly in it: 青岛, 崂山, 黄岛 …."""
    if not place:
        return ()
    codes = {region.code for region in gazetteer().by_short.get(place, ())}
    inside = (region.short for region in gazetteer().by_code.values() if region.within in codes)
    return (place, *(short for short in inside if len(short) > 1))


def _names(
    text: str, sentence: Promising, topic: str, near: tuple[str, ...], strict: bool
) -> list[tuple[str, Span, str]]:
    taken: list[Span] = []
    found: list[tuple[str, Span, str]] = []
    candidates: list[Candidate] = [*quoted_candidates(text, sentence)] if sentence.quotations else []
    if sentence.heads:
        candidates += plain_candidates(text, sentence)
    for candidate in candidates:
        start, end = candidate.start, candidate.end
        if taken and any(start < other.end and other.start < end for other in taken):
            continue
        name = text[start:end]
        shared = text[start - 1] == "等" and candidate.kind == "plain" and enumerated(text, sentence, start)
        beside = bool(taken) and text[taken[-1].end : start] in _BESIDE
        if not shared and not is_named(
            candidate, name, topic, near, text, min(sentence.end, end + BEHIND), strict=strict, beside=beside
        ):
            continue
        span = Span(start, end)
        taken.append(span)
        for part, evidence in completed(text, sentence, span, candidate):
            found.append((part, evidence, candidate.kind))
    for span in listed_names(text, sentence) if sentence.lists else ():
        if not any(span.start < other.end and other.start < span.end for other in taken):
            found.append((span.of(text), span, "listed"))
    if len(found) > 1:
        found.sort(key=_place_in_text)
    return found
