"""What people decide about facts: kept apart from them, laid over them on load, undone by taking the decision away.

| about | subject | object | verdicts |
|---|---|---|---|
| unit | key of a unit | key of the unit it is, or is not | same, different, unsure |
| document | key of a cited document | key of the document it is, or is not | same, different, unsure |
| role | key of a document | clause and name as written (``role_object``) | the role: lead, support … |
| split | key of a document | clause and name as written | the names or keys it stands for, joined by 、 |
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args

from graph.errors import DecisionRefused
from graph.keys import unit_key
from graph.records import (
    AddressRecord,
    CitationRecord,
    CitedDocumentRecord,
    DocumentGraph,
    IssuanceRecord,
    ResponsibilityRecord,
    UnitRecord,
    UnitRegionRecord,
)

About = Literal["unit", "document", "role", "split"]
ABOUT: tuple[About, ...] = get_args(About)
VERDICTS = ("same", "different", "unsure")
ROLES = ("lead", "responsible", "support", "guide", "implement")
SEPARATOR = "、"
_Row = TypeVar("_Row", UnitRegionRecord, IssuanceRecord, AddressRecord)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; a later one about the same subject and object takes its place."""

    about: About
    subject: str
    object: str
    verdict: str
    who: str
    when: str  # ISO 8601, UTC
    why: str

    @property
    def key(self) -> str:
        """The key: what is decided about, not how."""
        words = "\n".join((self.about, self.subject, self.object))
        return "decision-" + hashlib.sha256(words.encode()).hexdigest()[:16]


def role_object(quote: str, as_written: str) -> str:
    """What a decision about a role or a split points at: a name in a clause, in whatever place of the document."""
    return f"{quote}\n{as_written}"


def check(decision: Decision) -> None:
    """Refuse what cannot be laid over facts.

    Raises:
        DecisionRefused: an unknown kind, verdict or role, a thing declared the same as itself, an empty field.
    """
    d = decision
    if d.about not in ABOUT:
        raise DecisionRefused(f"about={d.about!r} is not one of {', '.join(ABOUT)}.")
    if not (d.subject and d.object and d.who.strip()):
        raise DecisionRefused("A decision names its subject, its object and who decided.")
    if d.about in ("unit", "document"):
        if d.verdict not in VERDICTS:
            raise DecisionRefused(f"verdict={d.verdict!r} is not one of {', '.join(VERDICTS)}.")
        if d.subject == d.object:
            raise DecisionRefused(f"{d.subject!r} is compared with itself. Name two different {d.about}s.")
    elif d.object.count("\n") != 1:
        raise DecisionRefused("A decision about a role or a split points at a clause and, on the next line, a name.")
    elif d.about == "role" and d.verdict not in ROLES:
        raise DecisionRefused(f"role={d.verdict!r} is not one of {', '.join(ROLES)}.")
    elif d.about == "split" and not names_of_split(d.verdict):
        raise DecisionRefused(f"split={d.verdict!r} names no body. Write the names with 、 between them.")


def check_chain(decision: Decision, others: Iterable[Decision]) -> None:
    """Refuse a «same» that would make a circle (A is B, B is C, C is A).

    Raises:
        DecisionRefused: names the circle.
    """
    if decision.verdict != "same":
        return
    same = _same(other for other in others if other.key != decision.key and other.about == decision.about)
    at, seen = decision.object, [decision.subject, decision.object]
    while at in same:
        at = same[at]
        seen.append(at)
        if at == decision.subject:
            raise DecisionRefused(f"These would be in a circle: {' → '.join(seen)}. Undo one of them first.")


def apply(document: DocumentGraph, decisions: Sequence[Decision]) -> DocumentGraph:
    """The document's claims with the decisions laid over them; without any that fits, the very same."""
    if not decisions:
        return document
    document = _with_splits_and_roles(document, decisions)
    units = _resolved(_same(d for d in decisions if d.about == "unit"))
    if units.keys() & {unit.key for unit in document.units}:
        document = _with_units(document, units)
    documents = _resolved(_same(d for d in decisions if d.about == "document"))
    if documents.keys() & {cited.key for cited in document.cited_documents}:
        document = _with_documents(document, documents)
    return document


def _same(decisions: Iterable[Decision]) -> dict[str, str]:
    return {d.subject: d.object for d in decisions if d.verdict == "same"}


def _resolved(same: Mapping[str, str]) -> dict[str, str]:
    """Each subject with the end of its chain."""
    ends = {}
    for subject in same:
        end, steps = same[subject], 0
        while end in same and steps < len(same):
            end, steps = same[end], steps + 1
        ends[subject] = end
    return ends


def _with_units(document: DocumentGraph, ends: Mapping[str, str]) -> DocumentGraph:
    units: dict[str, UnitRecord] = {}
    for unit in document.units:
        end = ends.get(unit.key)
        if end is None:
            units[unit.key] = unit
        else:
            place, _, name = end.partition(":")
            units.setdefault(end, replace(unit, key=end, name=name, jurisdiction=place))

    def ended(records: Iterable[_Row]) -> dict[str, _Row]:
        """The records of a unit that has one at most, with the unit it is."""
        moved = (replace(record, unit=ends.get(record.unit, record.unit)) for record in records)
        return {record.unit: record for record in moved}

    return replace(
        document,
        units=tuple(units.values()),
        unit_regions=tuple(ended(document.unit_regions).values()),
        memberships=tuple(replace(m, unit=ends.get(m.unit, m.unit)) for m in document.memberships),
        successions=tuple(s for s in document.successions if s.before not in ends and s.after not in ends),
        responsibilities=_once(replace(r, unit=ends.get(r.unit, r.unit)) for r in document.responsibilities),
        issuances=tuple(ended(document.issuances).values()),
        addresses=tuple(ended(document.addresses).values()),
    )


def _with_documents(document: DocumentGraph, ends: Mapping[str, str]) -> DocumentGraph:
    cited: dict[str, CitedDocumentRecord] = {}
    for record in document.cited_documents:
        end = ends.get(record.key, record.key)
        cited.setdefault(end, record if end == record.key else CitedDocumentRecord(end, None, None))
    citations: dict[tuple[str, str], CitationRecord] = {}
    for citation in document.citations:
        end = ends.get(citation.cited, citation.cited)
        if end != document.document.key:
            citations.setdefault((citation.source, citation.cited_as), replace(citation, cited=end))
    cited.pop(document.document.key, None)
    return replace(document, cited_documents=tuple(cited.values()), citations=tuple(citations.values()))


def _with_splits_and_roles(document: DocumentGraph, decisions: Sequence[Decision]) -> DocumentGraph:
    mine = {
        (d.about, d.object): d
        for d in decisions
        if d.about in ("role", "split") and d.subject == document.document.key
    }  # fmt: skip
    if not mine:
        return document
    added: dict[str, UnitRecord] = {}

    def changed(duty: ResponsibilityRecord) -> Iterator[ResponsibilityRecord]:
        at = role_object(duty.evidence.quote, duty.as_written)
        if role := mine.get(("role", at)):
            duty = replace(duty, role=role.verdict)
        split = mine.get(("split", at))
        if split is None:
            yield duty
            return
        place = duty.unit.partition(":")[0]
        for name in names_of_split(split.verdict):
            key = name if ":" in name else unit_key(place, name)
            at, _, called = key.partition(":")
            unit = UnitRecord(key, called, at or None, collective=False)
            added.setdefault(unit.key, unit)
            yield replace(duty, unit=unit.key)

    duties = _once(after for duty in document.responsibilities for after in changed(duty))
    known = {unit.key for unit in document.units}
    units = (*document.units, *(unit for key, unit in added.items() if key not in known))
    named = {
        *(duty.unit for duty in duties),
        *(issuance.unit for issuance in document.issuances),
        *(address.unit for address in document.addresses),
    }
    return replace(
        document,
        responsibilities=duties,
        units=tuple(unit for unit in units if unit.key in named),
        unit_regions=tuple(row for row in document.unit_regions if row.unit in named),
    )


def names_of_split(verdict: str) -> tuple[str, ...]:
    """The names, or keys, that a split gives."""
    return tuple(name.strip() for name in verdict.split(SEPARATOR) if name.strip())


def _once(duties: Iterable[ResponsibilityRecord]) -> tuple[ResponsibilityRecord, ...]:
    """One record for a unit in a role at an item: two names of one body in a clause are one duty."""
    kept: dict[tuple[str, str, str, bool], ResponsibilityRecord] = {}
    for duty in duties:
        kept.setdefault((duty.unit, duty.item, duty.role, duty.derived), duty)
    return tuple(kept.values())
