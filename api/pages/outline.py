"""A document as people read it: sections, items and passages with what was read out of each, marked in their text."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from api.responses import (
    DocumentProjectRow,
    DocumentReferenceRow,
    DocumentTargetRow,
    Evidence,
    ItemUnitRow,
    ResponsibilityRow,
    TreeRow,
)

NOTES = {"clause": "责任", "target": "目标", "project": "项目", "reference": "引用"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document's text that a fact rests on."""

    start: int
    end: int
    kind: str  # clause | target | project | reference

    @property
    def name(self) -> str:
        """What text and facts of a page call it."""
        return f"{self.kind}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the marks that lie on it, the widest first; ``begins`` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its marks, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def note(self) -> str:
        """Its kinds in words."""
        return "、".join(NOTES[kind] for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Outline:
    """The top branches of a document, and the text after the last of them."""

    branches: list["Branch"]
    closing: list[Piece]


@dataclass(slots=True)
class Branch:
    """A row of a document's tree with its children, its text in pieces and its facts.

    ``before`` and ``after`` are text of the document that belongs to no item: before this branch and, within it, after
    its children.
    """

    row: TreeRow
    anchor: str
    parts: list[Piece] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    children: list["Branch"] = field(default_factory=list)
    duties: list[ResponsibilityRow] = field(default_factory=list)
    references: list[DocumentReferenceRow] = field(default_factory=list)
    targets: list[DocumentTargetRow] = field(default_factory=list)
    projects: list[DocumentProjectRow] = field(default_factory=list)


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """``text[start:end]`` cut wherever one of the marks within it begins or ends."""
    within = sorted(
        (mark for mark in marks if start <= mark.start < mark.end <= end), key=lambda m: (m.start, -m.end, m.kind)
    )
    cuts = sorted({start, end, *(mark.start for mark in within), *(mark.end for mark in within)})
    found = []
    open_: list[Mark] = []
    waiting = deque(within)
    for at, to in pairwise(cuts):
        open_ = [mark for mark in open_ if mark.end > at]
        begins = []
        while waiting and waiting[0].start == at:
            begins.append(waiting.popleft())
        open_ += begins
        found.append(Piece(text[at:to], tuple(open_), tuple(begins)))
    return _trimmed(found)


def outline(
    tree: Sequence[TreeRow],
    text: str,
    duties: Sequence[ResponsibilityRow],
    references: Sequence[DocumentReferenceRow],
    targets: Sequence[DocumentTargetRow],
    projects: Sequence[DocumentProjectRow],
) -> Outline:
    """A document with every character of its text: what no section and no item holds stands between them.

    A measure with passages shows the text before its first passage itself.
    """
    branches = {row.key: Branch(row, f"p{number}") for number, row in enumerate(tree)}
    tops: list[Branch] = []
    for branch in branches.values():
        parent = branches.get(branch.row.parent or "")
        (parent.children if parent else tops).append(branch)
    for duty in duties:
        branches[duty.item].duties.append(duty)
    for reference in references:
        if reference.item in branches:
            branches[reference.item].references.append(reference)
    for target in targets:
        if target.item in branches:
            branches[target.item].targets.append(target)
    for project in projects:
        if project.item in branches:
            branches[project.item].projects.append(project)
    marks = marks_of(duties, references, targets, projects)
    for branch in branches.values():
        if branch.row.kind != "section":
            start, end = branch.row.start, branch.row.end
            inner = min((child.row.start for child in branch.children), default=end)
            branch.parts = pieces(text, start, max(start, min(inner, end)), marks)
    return Outline(tops, _between(tops, 0, len(text), text, marks))


def marks_of(
    duties: Iterable[Evidence],
    references: Iterable[Evidence],
    targets: Iterable[Evidence],
    projects: Iterable[Evidence],
) -> list[Mark]:
    """What the facts of a document rest on, each stretch once."""
    kinds = {"clause": duties, "target": targets, "project": projects, "reference": references}
    return list(dict.fromkeys(Mark(row.start, row.end, kind) for kind, rows in kinds.items() for row in rows))


def by_quote(rows: Iterable[ItemUnitRow]) -> list[tuple[str, list[ItemUnitRow]]]:
    """Responsibilities by the clause that states them, in the order of the text."""
    groups: dict[tuple[int, str], list[ItemUnitRow]] = defaultdict(list)
    for row in rows:
        groups[row.start, row.quote].append(row)
    return [(quote, group) for (_, quote), group in sorted(groups.items())]


def _between(branches: Sequence[Branch], at: int, end: int, text: str, marks: Sequence[Mark]) -> list[Piece]:
    """Give each branch the text before it; what is left after the last is returned."""
    for branch in branches:
        branch.before = pieces(text, at, max(at, begins(branch.row, text)), marks)
        at = max(at, branch.row.end)
        if branch.row.kind == "section":  # it tells where its heading stands, not where it ends
            at = max(at, _end_of(branch))
            _between(branch.children, branch.row.end, at, text, marks)
        elif branch.children:
            inner = min(child.row.start for child in branch.children)
            branch.after = _between(branch.children, inner, branch.row.end, text, marks)
    return pieces(text, at, max(at, end), marks)


def begins(row: TreeRow, text: str) -> int:
    """Where a row begins, its label with it."""
    label = row.start - len(row.label)
    return label if label >= 0 and text[label : row.start] == row.label else row.start


def _end_of(branch: Branch) -> int:
    return max([branch.row.end, *(_end_of(child) for child in branch.children)])


def _trimmed(parts: list[Piece]) -> list[Piece]:
    if parts:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip())
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip())
    return [piece for piece in parts if piece.text]
