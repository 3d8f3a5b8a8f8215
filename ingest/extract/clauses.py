"""Responsibility clauses: which bodies a document binds to which of its measures, and in which role."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import attrgetter

from ingest.document import Clause, DefaultUnits, Item, Role, Span, Structure, UnitMention
from ingest.extract.conventions import Convention, apply, find_conventions
from ingest.extract.deadlines import with_year, year_of
from ingest.extract.draft import Draft, is_clause, read_draft, read_row
from ingest.extract.everywhere import Everywhere, find_everywhere
from ingest.extract.names import shapes
from ingest.extract.passages import passages_of
from ingest.extract.roles import read_roles
from ingest.extract.sharing import complete
from ingest.extract.statements import find_statements
from ingest.extract.task_tables import read_duties
from ingest.extract.unit_list import Body, read_units
from ingest.resolve import Place, resolver

# 为牵头, 是主办, 牵头单位列…; a pattern for each first character, because one is quicker to look for than two.
_DECLARED = tuple(
    re.compile(rf"{first}(?:头(?:单位|部门)(?:为|是|排|列)|(?:(?<=[为是].)|(?<=[为是]主要.)){rest})")
    for first, rest in (("牵", "头"), ("主", "[办责]"))
)
_BESIDE = 8  # characters behind a clause within which what is declared in a bracket of its own holds for it, too
_start = attrgetter("start")  # of a span
_is_glued, _has_others = attrgetter("glued"), attrgetter("others")  # of a body


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """What ``read_clauses`` found, everything in text order; ``passages`` are the items that clauses refer to."""

    clauses: tuple[Clause, ...] = ()
    default_units: tuple[DefaultUnits, ...] = ()
    passages: tuple[Item, ...] = ()
    warnings: tuple[str, ...] = ()


def read_clauses(structure: Structure, place: Place) -> ClauseReading:
    """The responsibility clauses of a document, their passages, and what is stated once for all tasks.

    Offsets count characters of ``structure.source.text``. Never raises; what reads doubtful is in ``warnings``.
    """
    folded = structure.source.folded
    rows = [read_row(folded, duties) for duties in read_duties(structure.source, structure.body)]
    drafts = [row for row in rows if is_clause(structure, row)]
    taken = [row.statement.span for row in drafts]
    chrome = sorted(structure.boilerplate)
    for statement in find_statements(folded, structure.body.start, structure.body.end):
        if not _within(taken, statement.span.start) and not _within(chrome, statement.span.start):
            draft = read_draft(folded, statement)
            if is_clause(structure, draft):
                drafts.append(draft)
    if rows:  # the rest stands in order
        drafts.sort(key=attrgetter("statement.span.start", "statement.span.end"))
    _read_again(drafts)
    return _reading(structure, place, drafts)


def _read_again(drafts: Sequence[Draft]) -> None:
    """Read the lists once more, now that it is known which names stand alone in this document."""
    glued = [draft for draft in drafts if any(map(_is_glued, draft.bodies))]
    heads = {draft.bodies[0].name for draft in drafts}
    bare = any(map(shapes().department.fullmatch, heads))
    alone = {body.name for draft in drafts for body in draft.bodies} if glued else set()
    for draft in glued:
        draft.read_again(alone)
    for draft in drafts:
        draft.complete(bare_departments=bare)


def _reading(structure: Structure, place: Place, drafts: Sequence[Draft]) -> ClauseReading:
    text = structure.source.text
    passages, governed = passages_of(structure, [(draft.statement.span, draft.duties) for draft in drafts])
    declared = _declared(structure, drafts)
    lasting: Convention | None = None
    year = year_of(structure.header.title)
    resolve = resolver(place)
    clauses, default_units, warnings = [], [], []
    for draft, item in zip(drafts, governed, strict=True):
        span, offset = draft.statement.span, draft.statement.inside.start
        while declared and declared[0][0] < span.end + _BESIDE:
            lasting = declared.pop(0)[1]
        convention = lasting
        for found in draft.said.conventions:
            convention = found
            lasting = found if found.lasting else lasting
        bodies = draft.bodies
        units = [
            _mention(text, offset, body, order, resolve, rule)
            for order, (body, rule) in enumerate(_agreed(convention, bodies), start=1)
        ]
        quote = span.of(text)
        clauses.append(
            Clause(
                item,
                quote,
                span,
                tuple(units),
                any(map(_has_others, bodies)),
                with_year(draft.said.due, year),
                f"clause.{draft.statement.style}",
            )
        )
        warnings += _doubts(draft, item, quote)
        role = draft.said.roles.entries[0].role
        for found_everywhere in draft.said.everywhere:
            default_units.append(_default(structure, place, found_everywhere, offset, role or "responsible"))
    taken = [draft.statement.span for draft in drafts]
    for stated in find_everywhere(structure.source.folded, structure.body.start, structure.body.end):
        if not _within(taken, stated.span.start):
            default_units.append(_default(structure, place, stated, 0, "responsible"))
    kept = sorted((d for d in default_units if d.units), key=lambda d: d.span)
    return ClauseReading(tuple(clauses), tuple(kept), passages, tuple(warnings))


def _agreed(convention: Convention | None, bodies: Sequence[Body]) -> Iterable[tuple[Body, str | None]]:
    """``bodies`` with the roles of a declared convention, and its rule where it changed one."""
    if convention is None:
        return zip(bodies, repeat(None))
    after = apply(convention, bodies)
    return [(new, convention.rule if new.role != old.role else None) for new, old in zip(after, bodies, strict=True)]


def _mention(
    text: str, offset: int, body: Body, order: int, resolve: Callable[[str], str], convention: str | None
) -> UnitMention:
    start, end = offset + body.span.start, offset + body.span.end
    name = body.name.replace("(", "（").replace(")", "）") if "(" in body.name else body.name
    span, role, word = Span(start, end), body.role or "responsible", body.word
    said = word and text.find(word, end, end + 40) >= 0
    rule = f"unit.{convention}" if convention else "unit.verb" if said else "unit.label"
    # Not by the names of the fields, which takes twice as long: most of what is read out of a document are these.
    return UnitMention(name, text[start:end], span, role, word, resolve(name), order, body.group + 1, rule)


def _default(structure: Structure, place: Place, stated: Everywhere, offset: int, role: Role) -> DefaultUnits:
    """The bodies of a statement for all tasks; their role is what its verb says, else ``role``."""
    text, folded = structure.source.text, structure.source.folded
    start, end = stated.units.start + offset, stated.units.end + offset
    words = folded[start:end]
    resolve = resolver(place)
    bodies = complete(read_units(words, read_roles(words).entries))
    span = Span(stated.span.start + offset, stated.span.end + offset)
    item = structure.item_at(span.start)
    units = (
        _mention(text, start, replace(body, role=stated.role or role, word=stated.word), order, resolve, "everywhere")
        for order, body in enumerate(bodies, start=1)
    )
    return DefaultUnits(item.path if item else None, span.of(text), span, tuple(units), "default.everywhere")


def _within(spans: Sequence[Span], offset: int) -> bool:
    """Whether ``offset`` stands in one of ``spans``, which are in text order and apart."""
    if not spans:
        return False
    index = bisect_right(spans, offset, key=_start) - 1
    return index >= 0 and offset < spans[index].end


def _declared(structure: Structure, drafts: Sequence[Draft]) -> list[tuple[int, Convention]]:
    """The conventions declared in prose, outside every clause, each with where it stands."""
    folded = structure.source.folded
    taken = [draft.statement.span for draft in drafts]
    found: list[tuple[int, Convention]] = []
    if not drafts:
        return found
    body = structure.body
    places = [match.span() for declared in _DECLARED for match in declared.finditer(folded, body.start, body.end)]
    for start, end in sorted(places):
        near = Span(max(body.start, start - 40), min(len(folded), end + 30))
        if _within(taken, start):
            continue
        found += [(convention.span.start, convention) for convention in find_conventions(folded, near.start, near.end)]
    return found


def _doubts(draft: Draft, item: str | None, quote: str) -> list[str]:
    """What a person should look at in a clause."""
    doubts: list[str] = []
    if item is not None and not (draft.statement.broken or draft.said.roles.unsaid or draft.said.roles.odd):
        return doubts
    shown = quote if len(quote) <= 60 else quote[:59] + "…"
    if item is None:
        doubts.append(f"责任条款不在任何条目之内：{shown}")
    if draft.statement.broken:
        doubts.append(f"责任条款的括号不完整或错位，请核对：{shown}")
    if draft.said.roles.unsaid:
        doubts.append(f"责任条款中有的单位没有写明角色，按责任单位读取：{shown}")
    if draft.said.roles.odd:
        doubts.append(f"责任条款中有读不懂的文字：{shown}")
    return doubts
