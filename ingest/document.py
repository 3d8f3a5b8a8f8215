"""What is read out of a policy document: frozen values, each with its place in the text and the rule that found it.

All offsets count characters of ``SourceText.text``; ``text[span.start:span.end] == quote`` holds for every fact.
What each thing means is defined in docs/glossary.md.
"""

from bisect import bisect_right
from dataclasses import field
from typing import Literal, NamedTuple

from ingest.frozen import dataclass

Role = Literal["lead", "responsible", "support", "guide", "implement"]
Comparator = Literal[">=", "<=", "=", "+", "x"]
Kind = Literal[
    "header",
    "preamble",
    "heading",
    "section",
    "item",
    "clause",
    "fact",
    "closing",
    "annex",
    "boilerplate",
    "unexplained",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters ``[start, end)`` of ``SourceText.text``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of this span."""
        return text[self.start : self.end]

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Anchor(NamedTuple):
    """Where a stretch of ``text`` begins in the file: ``offset`` counts characters of that page's raw text."""

    start: int
    page: int
    offset: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as text: hard line breaks of print joined, page furniture and site chrome left out of ``text``.

    One paragraph a line. ``folded`` has the same length as ``text`` and differs only in form (width, brackets,
    punctuation; see ``ingest.clean.fold``), so that a rule matched on it gives offsets that hold in ``text``.
    """

    name: str
    media_type: str
    sha256: str
    text: str
    folded: str
    anchors: tuple[Anchor, ...] = ()
    removed: int = 0  # characters of furniture and chrome that were left out
    tables: tuple["Table", ...] = ()
    warnings: tuple[str, ...] = ()  # parts of the file that hold something and could not be read


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell, ``text[span]`` of the source: cells are laid out in the text, a tab between, a row a line.

    ``rows``: how many rows it covers, its own and those below it in which it is not written again.
    """

    row: int
    column: int
    span: Span
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells lie in the text; ``span`` covers all its rows."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The document's own identity: its head, and where the parts of it stand (a missing part has no span)."""

    title: str | None
    doc_number: str | None  # normalised: 代字〔年〕号
    issuers: tuple[str, ...]
    issued_on: str | None  # ISO date
    recipients: str | None
    spans: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A level-1 heading (一、). ``ordinal`` counts from 1; ``span`` covers the heading without its numbering."""

    ordinal: int
    label: str
    heading: str
    span: Span
    extent: Span  # from its heading to the next section
    rule: str


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered measure, or (``kind="passage"``) the stretch of one that a clause of its own governs.

    ``path`` is ``section.number`` (``4.2``; section 0 where the document has none), a passage ``4.2.p2``.
    ``span`` covers the heading, ``extent`` everything up to the next item, clause included.
    """

    path: str
    section: int
    kind: Literal["measure", "passage"]
    parent: str | None
    label: str
    heading: str
    span: Span
    extent: Span
    rule: str


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A body named in a clause. ``span`` covers ``as_written``; ``name`` is completed, ``resolved`` has its place."""

    name: str
    as_written: str
    span: Span
    role: Role
    role_as_written: str | None
    resolved: str
    order: int  # 1 for the first body of the clause
    group: int  # bodies named together under one role word share a group, from 1
    rule: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement that assigns the passage before it to named bodies. ``open``: the list ends in 等."""

    item: str | None
    quote: str
    span: Span
    units: tuple[UnitMention, ...]
    open: bool
    deadline: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class DefaultUnits:
    """A statement, made once, that all following (or all) tasks also bind some bodies."""

    item: str | None
    quote: str
    span: Span
    units: tuple[UnitMention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a thing is named, and the item it stands in (None: outside every item)."""

    item: str | None
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A distinct document cited by title and/or number; ``mentions`` in text order, never empty."""

    title: str | None
    doc_number: str | None
    relation: str  # cites | based_on | implements | revises | repeals | forwards | to_draft
    mentions: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Target:
    """An aim with something countable. ``deadline`` is an ISO year, month or date."""

    item: str | None
    quote: str
    span: Span
    metric: str
    comparator: Comparator
    value: float
    unit: str
    deadline: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """A distinct proper-named undertaking; ``mentions`` in text order, never empty."""

    name: str
    mentions: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Structure:
    """The tree of a document before anything is extracted from it: what every extractor is given."""

    source: SourceText
    header: Header
    sections: tuple[Section, ...]
    items: tuple[Item, ...]  # measures only, in text order
    body: Span  # from the first word after the head to the last before foot and boilerplate
    boilerplate: tuple[Span, ...]
    # what each line is that stands outside the measures, where it is known, and where it begins and ends
    parts: tuple[tuple[Kind, int, int], ...] = ()
    _beginnings: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the items

    def __post_init__(self) -> None:
        object.__setattr__(self, "_beginnings", tuple([item.extent.start for item in self.items]))

    def item_at(self, offset: int) -> Item | None:
        """The measure that ``offset`` stands in."""
        index = bisect_right(self._beginnings, offset) - 1
        if index < 0:
            return None
        item = self.items[index]
        return item if offset < item.extent.end else None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything read out of one document."""

    source: SourceText
    header: Header
    jurisdiction: str | None  # 贵阳市; 全国 for central bodies; None where it cannot be told
    recipients: tuple[UnitMention, ...]  # the bodies of ``header.recipients``; their role means nothing
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    passages: tuple[Item, ...]
    clauses: tuple[Clause, ...]
    default_units: tuple[DefaultUnits, ...]
    references: tuple[Reference, ...]
    targets: tuple[Target, ...]
    projects: tuple[ProjectMention, ...]
    accounting: dict[Kind, int] = field(default_factory=dict)
    unexplained: tuple[Span, ...] = ()  # the runs of text that no part of the document and no rule claims
    warnings: tuple[str, ...] = ()
