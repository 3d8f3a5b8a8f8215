"""From numbered lines to the tree: which numbering makes the sections, and which carries the measures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Item, Section, SourceText, Span
from ingest.numbering import Level, Line, Numbered

# What shows that a numbered passage has a responsibility clause of its own: levels are told apart by it.
# Two patterns, each with one character to begin with, because ``re`` searches that faster than a set of two.
_CLAUSE_IN_BRACKETS = re.compile(
    r"\((?:[^()]{0,20}(?:责任|牵头|负责|主办|承办|配合|实施|完成)(?:单位|部门|处室)?(?:[:]|[^()]{0,9}\))"
    r"|(?:[^()]|\([^()]{0,30}\)){2,300}(?:负责|牵头|配合|落实|协助)(?:[,;][^()]{0,40})?\))"
)
_CLAUSE_ON_LINE = re.compile(r"\n *(?:责任|牵头|负责|主办|配合)(?:单位|部门):")
_TITLE_END = re.compile(r"。|\((?=[^()]{0,12}(?:单位|部门):)")
_NAMED = re.compile(r"【(?P<words>[^【】\n]{1,60})】")
_ORDER: tuple[Level, ...] = ("chapter", "part", "article", "han", "han_bracket", "digit", "digit_bracket", "circled")
_RANK = {level: rank for rank, level in enumerate(_ORDER)}
_OWN = 20_000  # characters of a passage that are searched for a clause
_SHORT = 40  # characters of an article's heading that stands alone on its line


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections and measures in text order."""

    sections: tuple[Section, ...]
    items: tuple[Item, ...]


def read_outline(source: SourceText, lines: Sequence[Line], heads: Sequence[Numbered], end: int) -> Outline:
    """The tree under the numbered lines ``heads``; the last extent reaches to ``end``."""
    if any(head.level == "article" for head in heads):  # of a law: its 节 only group them
        heads = [head for head in heads if head.level != "part"]
    section_level = _section_level(lines, heads)
    tops = [head for head in heads if section_level and head.level in (section_level, "supplement")]
    sections: list[Section] = []
    for ordinal, head in enumerate(tops, 1):
        span, extent = _title(source, head), Span(head.start, tops[ordinal].start if ordinal < len(tops) else end)
        label, heading = source.text[head.start : head.behind], span.of(source.text)
        sections.append(Section(ordinal, label, heading, span, extent, f"outline.section.{head.level}"))
    deeper = {level for level in _ORDER if section_level is None or _RANK[level] > _RANK[section_level]}
    below = [head for head in heads if head.level in deeper]
    items = _items(source, sections, below, end)
    return Outline(tuple(sections), items)


def _title(source: SourceText, head: Numbered) -> Span:
    """The title sentence: up to the first 。 or the end of line or cell, without what trails; of 【…】 its inside."""
    start, end = head.title_start, head.title_end
    if (tab := source.folded.find("\t", start, end)) > start:
        end = tab
    if source.text[start] == "【" and (named := _NAMED.match(source.text, start, end)):
        return Span(*named.span("words"))
    if (match := _TITLE_END.search(source.folded, start, end)) and match.start() > start:
        end = match.start()
    words = source.folded[start:end].rstrip(" 。:;,、")
    return Span(start, start + len(words) if words else head.title_end)


def _section_level(lines: Sequence[Line], heads: Sequence[Numbered]) -> Level | None:
    """What numbers the sections: 第一章, else 一、, else articles that are mere headings; None: there are none."""
    levels = [head.level for head in heads]
    if levels.count("chapter") > 1:
        return "chapter"
    articles = [head for head in heads if head.level == "article"]
    if len(articles) > 1:
        bare = sum(len(lines[head.line].words) <= _SHORT and "。" not in lines[head.line].words for head in articles)
        return "article" if bare * 2 > len(articles) else None
    return "han" if "han" in levels else None


def _items(source: SourceText, sections: Sequence[Section], heads: Sequence[Numbered], end: int) -> tuple[Item, ...]:
    text, folded = source.text, source.folded
    ends = [*[head.start for head in heads[1:]], end][: len(heads)]
    bounds = [section.extent for section in sections]
    groups: dict[int, list[tuple[Numbered, bool]]] = {}
    position = 0
    several = len({head.level for head in heads}) > 1  # of one level alone it does not matter which has clauses
    for head, until in zip(heads, ends, strict=True):
        start = head.start
        while position < len(bounds) and bounds[position].start <= start:
            position += 1
        clause = False
        if several:
            stop = min(until, bounds[position - 1].end if position else end, start + _OWN)
            clause = _has_clause(folded, start, stop)
        groups.setdefault(position, []).append((head, clause))
    everywhere = _measure_level([entry for group in groups.values() for entry in group])
    items: list[Item] = []
    for position, group in groups.items():
        level = everywhere
        here = {head.level for head, clause in group if clause}
        if here and level not in here:
            level = _measure_level(group)
        limit = bounds[position - 1].end if position else (bounds[0].start if bounds else end)
        rule = f"outline.item.{level}"
        for number, (head, until) in enumerate(_extents([head for head, _ in group], level, limit), 1):
            span, extent = _title(source, head), Span(head.start, until)
            label, heading = text[head.start : head.behind], text[span.start : span.end]
            items.append(Item(f"{position}.{number}", position, "measure", None, label, heading, span, extent, rule))
    return tuple(items)


def _has_clause(folded: str, start: int, end: int) -> bool:
    return bool(_CLAUSE_IN_BRACKETS.search(folded, start, end) or _CLAUSE_ON_LINE.search(folded, start, end))


def _extents(heads: Sequence[Numbered], level: Level | None, limit: int) -> list[tuple[Numbered, int]]:
    """The measures, each with its end: where the next one begins, or a heading that groups the next ones."""
    if level is None:
        return []
    rank = _RANK[level]
    within = [head for head in heads if _RANK[head.level] <= rank]
    ends = [*(head.start for head in within[1:]), limit]
    return [(head, until) for head, until in zip(within, ends, strict=False) if head.level == level]


def _runs_through(group: Sequence[tuple[Numbered, bool]]) -> bool:
    """Whether 1. 2. 3. count on through several （一）（二）: then these only group the measures."""
    digits: list[int] = []
    parents = 0
    parted = True
    for head, _ in group:
        if head.level == "han_bracket":
            parted = True
        elif head.level == "digit":
            digits.append(head.number)
            parents, parted = parents + parted, False
    return parents > 1 and digits == list(range(1, len(digits) + 1))


def _measure_level(group: Sequence[tuple[Numbered, bool]]) -> Level | None:
    """The level that carries the measures: the one with most clauses, else a running 1. 2. 3., else the highest."""
    levels = {head.level for head, _ in group}
    if len(levels) < 2:
        return next(iter(levels), None)
    clauses = Counter(head.level for head, clause in group if clause)
    if clauses:
        return clauses.most_common(1)[0][0]
    if _runs_through(group):
        return "digit"
    return next((level for level in _ORDER if level in levels), None)
