"""A source as everything that is read out of it: structure, extraction, places, accounting."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from graph.errors import NotAPolicyDocument
from ingest.accounting import account
from ingest.document import Item, Mention, ParsedDocument, ProjectMention, Reference, SourceText, Structure, Target
from ingest.extract.clauses import ClauseReading, read_clauses
from ingest.extract.count_checks import check_counts
from ingest.extract.projects import read_projects
from ingest.extract.recipients import read_recipients
from ingest.extract.references import read_references
from ingest.extract.searchable import blanked, searchable
from ingest.extract.target_deadlines import from_clauses
from ingest.extract.targets import read_targets
from ingest.reading import LIMIT, read_source
from ingest.resolve import named_in_full, place_of
from ingest.structure import read_structure
from ingest.unread import warning

Fact = TypeVar("Fact", Mention, Target)
Mentioned = TypeVar("Mentioned", ProjectMention, Reference)
_beginning = attrgetter("extent.start")  # of a passage


def parse_file(path: Path, *, limit: int = LIMIT) -> ParsedDocument:
    """Read and parse a file of at most ``limit`` bytes.

    Raises:
        SourceError: the file cannot be read, or holds nothing that a policy document has.
    """
    return parse(read_source(path, limit=limit))


def parse(source: SourceText) -> ParsedDocument:
    """Everything that is read out of a text.

    Raises:
        NotAPolicyDocument: the text has neither a document's head nor sections, items or clauses.
    """
    structure = read_structure(source)
    place = place_of(structure.header, source)
    reading = read_clauses(structure, place)
    _refuse_other_texts(structure, reading)
    clause_spans = [clause.span for clause in reading.clauses]
    body = searchable(structure)
    unclaimed = blanked(body, clause_spans)
    targets = from_clauses(read_targets(structure, clause_spans, unclaimed), reading.clauses, source.text)
    bodies = {unit.name for clause in reading.clauses for unit in clause.units}
    projects = read_projects(structure, clause_spans, bodies, unclaimed)
    references = read_references(structure, body)
    facts = [target.span for target in targets]
    facts += [mention.span for reference in references for mention in reference.mentions]
    facts += [mention.span for project in projects for mention in project.mentions]
    facts += [default.span for default in reading.default_units]
    accounts = account(structure, reading.passages, reading.clauses, facts)
    if reading.passages:
        settled = _Settler(reading.passages)
        targets = tuple(map(settled.fact, targets))
        projects = tuple(map(settled.mentioned, projects))
        references = tuple(map(settled.mentioned, references))
    return ParsedDocument(
        source=source,
        header=named_in_full(structure.header, place),
        jurisdiction=place.jurisdiction,
        recipients=read_recipients(structure, place),
        sections=structure.sections,
        items=structure.items,
        passages=reading.passages,
        clauses=reading.clauses,
        default_units=reading.default_units,
        references=references,
        targets=targets,
        projects=projects,
        accounting=accounts.characters,
        unexplained=accounts.unexplained,
        warnings=_warnings(structure, reading, body),
    )


def _refuse_other_texts(structure: Structure, reading: ClauseReading) -> None:
    header = structure.header
    head = header.doc_number or (header.issuers and header.issued_on)
    if not (head or structure.sections or structure.items or reading.clauses):
        raise NotAPolicyDocument(
            f"{structure.source.name} holds text, but no document number, no issuer with a date, no numbered section "
            "or item and no responsibility clause. Give the policy document itself, with its head and numbering."
        )


class _Settler:
    """Puts facts of a measure to the passage of it that they begin in."""

    def __init__(self, passages: Sequence[Item]) -> None:
        self._of: dict[str | None, list[Item]] = {}
        for passage in passages:
            self._of.setdefault(passage.parent, []).append(passage)

    def fact(self, fact: Fact) -> Fact:
        """``fact``, where it stands in a passage with that for its item."""
        if own := self._of.get(fact.item):
            index = bisect_right(own, fact.span.start, key=_beginning) - 1
            if index >= 0 and fact.span.start < own[index].extent.end:
                return replace(fact, item=own[index].path)
        return fact

    def mentioned(self, thing: Mentioned) -> Mentioned:
        """``thing`` with each of its mentions so."""
        for mention in thing.mentions:
            if mention.item in self._of:
                return replace(thing, mentions=tuple(map(self.fact, thing.mentions)))
        return thing


def _warnings(structure: Structure, reading: ClauseReading, body: str) -> tuple[str, ...]:
    warnings = [*structure.source.warnings, *reading.warnings, *check_counts(structure, body)]
    if not reading.clauses:
        warnings.append("没有找到责任条款：文件已读入，但没有责任单位。")
    read = [clause.span for clause in reading.clauses] + [default.span for default in reading.default_units]
    if unread := warning(structure, read):
        warnings.append(unread)
    if not structure.header.title:
        warnings.append("没有找到文件标题。")
    return tuple(warnings)
