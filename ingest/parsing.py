"""A source as everything that is read out of it: structure, extraction, places, accounting."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from graph.errors import NotAPolicyDocument
from ingest.accounting import account
from ingest.document import Item, Mention, ParsedDocument, ProjectMention, SourceText, Span, Structure
from ingest.extract.clauses import ClauseReading, read_clauses
from ingest.extract.count_checks import check_counts
from ingest.extract.projects import read_projects
from ingest.extract.recipients import read_recipients
from ingest.extract.references import read_references
from ingest.extract.target_deadlines import from_clauses
from ingest.extract.targets import read_targets
from ingest.reading import LIMIT, read_source
from ingest.resolve import place_of
from ingest.structure import read_structure
from ingest.unread import warning


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
    targets = from_clauses(read_targets(structure, clause_spans), reading.clauses, source.text)
    bodies = {unit.name for clause in reading.clauses for unit in clause.units}
    projects = read_projects(structure, clause_spans, bodies)
    references = read_references(structure)
    facts = [target.span for target in targets]
    facts += [mention.span for reference in references for mention in reference.mentions]
    facts += [mention.span for project in projects for mention in project.mentions]
    facts += [default.span for default in reading.default_units]
    accounts = account(structure, reading.passages, reading.clauses, facts)
    closest = _closest_of(reading.passages)

    def settled(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(
            mention if (item := closest(mention.item, mention.span)) == mention.item else replace(mention, item=item)
            for mention in mentions
        )

    return ParsedDocument(
        source=source,
        header=structure.header,
        jurisdiction=place.jurisdiction,
        recipients=read_recipients(structure, place),
        sections=structure.sections,
        items=structure.items,
        passages=reading.passages,
        clauses=reading.clauses,
        default_units=reading.default_units,
        references=tuple(replace(reference, mentions=settled(reference.mentions)) for reference in references),
        targets=tuple(
            target if (item := closest(target.item, target.span)) == target.item else replace(target, item=item)
            for target in targets
        ),
        projects=tuple(ProjectMention(p.name, settled(p.mentions), p.rule) for p in projects),
        accounting=accounts.characters,
        unexplained=accounts.unexplained,
        warnings=_warnings(structure, reading),
    )


def _refuse_other_texts(structure: Structure, reading: ClauseReading) -> None:
    header = structure.header
    head = header.doc_number or (header.issuers and header.issued_on)
    if not (head or structure.sections or structure.items or reading.clauses):
        raise NotAPolicyDocument(
            f"{structure.source.name} holds text, but no document number, no issuer with a date, no numbered section "
            "or item and no responsibility clause. Give the policy document itself, with its head and numbering."
        )


def _closest_of(passages: Sequence[Item]) -> Callable[[str | None, Span], str | None]:
    """What tells the passage of a measure that a span begins in, else the measure itself."""
    of: dict[str | None, list[Item]] = {}
    for passage in passages:
        of.setdefault(passage.parent, []).append(passage)

    def closest(item: str | None, span: Span) -> str | None:
        own = of.get(item, ())
        index = bisect_right(own, span.start, key=lambda passage: passage.extent.start) - 1
        return own[index].path if index >= 0 and span.start < own[index].extent.end else item

    return closest


def _warnings(structure: Structure, reading: ClauseReading) -> tuple[str, ...]:
    warnings = [*structure.source.warnings, *reading.warnings, *check_counts(structure)]
    if not reading.clauses:
        warnings.append("没有找到责任条款：文件已读入，但没有责任单位。")
    read = [clause.span for clause in reading.clauses] + [default.span for default in reading.default_units]
    if unread := warning(structure, read):
        warnings.append(unread)
    if not structure.header.title:
        warnings.append("没有找到文件标题。")
    return tuple(warnings)
