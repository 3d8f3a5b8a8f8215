"""What is claimed of a document, as frozen rows ready for ``cypher/write``.

A responsibility is a record first and an edge second. Every extracted record carries its evidence: where in the
document's text it stands, the words, the rule that found it. Keys come from ``graph.keys``; nothing here has a key
of a server's making, so that loading twice changes nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands: ``document.text[start:end] == quote``; ``rule`` names what found it."""

    document: str
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document that is held: its own text was read."""

    key: str
    title: str
    doc_number: str | None
    issued_on: str | None
    recipients: str | None
    jurisdiction: str | None
    text: str
    source_name: str
    sha256: str
    media_type: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedDocumentRecord:
    """A document known only from a citation."""

    key: str
    title: str | None
    doc_number: str | None
    standing: str | None = None  # party (seldom published) | malformed (no document has this number)


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A level-1 heading."""

    key: str
    ordinal: int
    label: str
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """A measure (``parent`` is its section or the document) or a passage of one (``parent`` is the measure)."""

    key: str
    parent: str
    path: str
    kind: str  # measure | passage
    ordinal: int  # place in the document, from 1; passages follow their measure
    label: str
    heading: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A body, or (``collective``) a body of bodies such as 贵阳市各区（市、县）政府."""

    key: str
    name: str
    jurisdiction: str | None
    collective: bool
    kind: str | None = None  # government, party, department … (ingest/data/units.toml); None where no rule knows it
    level: str | None = None  # nation | province | prefecture | county | zone
    derived: bool = False  # no document names it: it is a member of a collective, or took over from a unit that is


@dataclass(frozen=True, slots=True)
class RegionRecord:
    """A place; ``within`` is the key of the region around it."""

    key: str
    name: str
    level: str  # nation | province | prefecture | county | zone
    within: str | None


@dataclass(frozen=True, slots=True)
class UnitRegionRecord:
    """A unit belongs to a region."""

    unit: str
    region: str


@dataclass(frozen=True, slots=True)
class MembershipRecord:
    """A unit is one of those that a collective stands for; always derived."""

    unit: str
    collective: str


@dataclass(frozen=True, slots=True)
class SuccessionRecord:
    """A unit took over from another; always derived. ``on`` is the month of the decision (ISO), ``source`` its name."""

    before: str
    after: str
    on: str
    source: str


@dataclass(frozen=True, slots=True)
class ResponsibilityRecord:
    """A unit answers for an item; ``evidence`` is the clause, ``unit_start`` and ``unit_end`` mark the name in it."""

    unit: str
    item: str
    role: str
    role_as_written: str | None
    order: int
    group: int
    as_written: str
    unit_start: int
    unit_end: int
    open: bool
    deadline: str | None
    derived: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """An item (or, outside every item, the document itself) cites a document. ``source`` is the key of either."""

    source: str
    source_kind: str  # item | document
    cited: str
    relation: str
    evidence: Evidence
    cited_as: str = ""  # the key that the words alone lead to; ``cited`` may be the document that was found for them
    cited_title: str | None = None  # where the words are a title without a number


@dataclass(frozen=True, slots=True)
class TargetRecord:
    """An aim set by an item (or by the document outside every item)."""

    key: str
    source: str
    source_kind: str
    metric: str
    comparator: str
    value: float
    unit: str
    deadline: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A proper-named undertaking within a jurisdiction."""

    key: str
    name: str
    jurisdiction: str | None


@dataclass(frozen=True, slots=True)
class NamingRecord:
    """An item (or the document) names a project."""

    source: str
    source_kind: str
    project: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class IssuanceRecord:
    """A unit issued the document."""

    unit: str
    order: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AddressRecord:
    """The document is addressed to a unit."""

    unit: str
    order: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """All that one document claims; loaded in one transaction."""

    document: DocumentRecord
    sections: tuple[SectionRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    units: tuple[UnitRecord, ...] = ()
    regions: tuple[RegionRecord, ...] = ()
    unit_regions: tuple[UnitRegionRecord, ...] = ()
    memberships: tuple[MembershipRecord, ...] = ()
    successions: tuple[SuccessionRecord, ...] = ()
    responsibilities: tuple[ResponsibilityRecord, ...] = ()
    cited_documents: tuple[CitedDocumentRecord, ...] = ()
    citations: tuple[CitationRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    projects: tuple[ProjectRecord, ...] = ()
    namings: tuple[NamingRecord, ...] = ()
    issuances: tuple[IssuanceRecord, ...] = ()
    addresses: tuple[AddressRecord, ...] = ()
