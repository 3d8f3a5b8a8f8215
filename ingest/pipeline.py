"""The way of a document, from file to graph: read, structure, extract, resolve, load."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from graph.errors import NotAPolicyDocument, PolicyGraphError, SourceError, StoreError
from graph.load import load
from graph.store import GraphStore
from ingest.accounting import account
from ingest.document import Item, Mention, ParsedDocument, SourceText, Structure
from ingest.extract.clauses import ClauseReading, read_clauses
from ingest.extract.projects import read_projects
from ingest.extract.recipients import read_recipients
from ingest.extract.references import read_references
from ingest.extract.targets import read_targets
from ingest.reading import read_source
from ingest.resolve import place_of
from ingest.structure import read_structure
from ingest.to_graph import to_graph

Outcome = Literal["loaded", "unchanged", "updated", "failed"]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one file. ``error`` is set just when ``outcome`` is ``failed``; then nothing of it is loaded."""

    name: str
    outcome: Outcome
    key: str | None = None
    title: str | None = None
    items: int = 0
    clauses: int = 0
    units: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    seconds: float = 0.0


def parse_file(path: Path) -> ParsedDocument:
    """Read and parse a file.

    Raises:
        SourceError: the file cannot be read, or holds nothing that a policy document has.
    """
    return parse(read_source(path))


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
    targets = read_targets(structure, clause_spans)
    projects = read_projects(structure, clause_spans)
    references = read_references(structure)

    def settle(mention: Mention) -> Mention:
        return replace(mention, item=_closest(mention.item, mention.span.start, reading.passages))

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
        references=tuple(replace(r, mentions=tuple(map(settle, r.mentions))) for r in references),
        targets=tuple(replace(t, item=_closest(t.item, t.span.start, reading.passages)) for t in targets),
        projects=tuple(replace(p, mentions=tuple(map(settle, p.mentions))) for p in projects),
        accounting=account(structure, reading.passages, reading.clauses),
        warnings=_warnings(structure, reading),
    )


def load_file(path: Path, store: GraphStore) -> DocumentReport:
    """Parse a file and load it, whole or not at all; a file that cannot be read makes a report that says why.

    Raises:
        StoreError: the server failed; nothing of the file is loaded.
    """
    return load_source(lambda: read_source(path), path.name, store)


def load_source(read: Callable[[], SourceText], name: str, store: GraphStore) -> DocumentReport:
    """Like ``load_file``, for a source that ``read`` answers."""
    start = time.perf_counter()
    try:
        return load_or_raise(read, name, store)
    except StoreError:
        raise
    except PolicyGraphError as error:
        return DocumentReport(name, "failed", error=str(error), seconds=time.perf_counter() - start)


def load_or_raise(read: Callable[[], SourceText], name: str, store: GraphStore) -> DocumentReport:
    """Like ``load_source``, for callers that must tell one failure from another (an upload).

    Raises:
        SourceError: the source cannot be read, or holds nothing that a policy document has; nothing is loaded.
        StoreError: the server failed; nothing of the source is loaded.
    """
    start = time.perf_counter()
    parsed = parse(read())
    records = to_graph(parsed)
    outcome = load(store, records)
    return DocumentReport(
        name=name,
        outcome=outcome,
        key=records.document.key,
        title=records.document.title,
        items=len(parsed.items),
        clauses=len(parsed.clauses),
        units=len(records.units),
        warnings=parsed.warnings,
        seconds=time.perf_counter() - start,
    )


def load_documents(
    paths: Sequence[Path], store: GraphStore, *, on_report: Callable[[DocumentReport], None] = lambda _: None
) -> list[DocumentReport]:
    """Load files one after the other; one that cannot be read never stops the run.

    Raises:
        StoreError: the server failed; the documents reported so far are loaded.
    """
    reports = []
    for path in paths:
        report = load_file(path, store)
        on_report(report)
        reports.append(report)
    return reports


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and those below the folders named (hidden ones left out), in a stable order.

    Raises:
        SourceError: a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            found += [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        elif path.exists():
            found.append(path)
        else:
            raise SourceError(f"{path} does not exist. Check the path.")
    return list(dict.fromkeys(found))


def _refuse_other_texts(structure: Structure, reading: ClauseReading) -> None:
    header = structure.header
    head = header.doc_number or (header.issuers and header.issued_on)
    if not (head or structure.sections or structure.items or reading.clauses):
        raise NotAPolicyDocument(
            f"{structure.source.name} holds text, but no document number, no issuer with a date, no numbered section "
            "or item and no responsibility clause. Give the policy document itself, with its head and numbering."
        )


def _closest(item: str | None, offset: int, passages: Sequence[Item]) -> str | None:
    """The passage that ``offset`` stands in, else the measure."""
    for passage in passages:
        if passage.parent == item and passage.extent.start <= offset < passage.extent.end:
            return passage.path
    return item


def _warnings(structure: Structure, reading: ClauseReading) -> tuple[str, ...]:
    warnings = [*structure.source.warnings, *reading.warnings]
    if not reading.clauses:
        warnings.append("没有找到责任条款：文件已读入，但没有责任单位。")
    if not structure.header.title:
        warnings.append("没有找到文件标题。")
    return tuple(warnings)
