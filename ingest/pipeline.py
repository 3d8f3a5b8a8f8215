"""Files into the graph: each parsed, turned into records and loaded, with a report of what became of it."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.load import load
from graph.store import GraphStore
from ingest.document import SourceText
from ingest.folders import ONE_A_CORE, FileRecords, Pace, read_each, records_of, records_of_parse
from ingest.parsing import parse

Outcome = Literal["loaded", "unchanged", "updated", "copy", "failed"]


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


def load_or_raise(read: Callable[[], SourceText], store: GraphStore) -> DocumentReport:
    """Load what ``read`` answers, whole or not at all, for callers that must tell one failure from another (an upload).

    Raises:
        SourceError: the source cannot be read, or holds nothing that a policy document has; nothing is loaded.
        StoreError: the server failed; nothing of the source is loaded.
    """
    start = time.perf_counter()
    source = read()
    return _load(source.name, records_of_parse(parse(source), start), store)


def load_documents(paths: Sequence[Path], store: GraphStore, pace: Pace = ONE_A_CORE) -> Iterator[DocumentReport]:
    """Load files in their order; several are read in parallel, and one that cannot be read never stops the others.

    Raises:
        StoreError: the server failed; the documents reported so far are loaded.
    """
    for file in read_each(records_of, paths, pace):
        if file.answer is None:
            yield DocumentReport(file.path.name, "failed", error=file.error)
        else:
            yield _load(file.path.name, file.answer, store)


def _load(name: str, records: FileRecords, store: GraphStore) -> DocumentReport:
    start = time.perf_counter()
    outcome = load(store, records.graph)
    return DocumentReport(
        name=name,
        outcome=outcome,
        key=records.graph.document.key,
        title=records.graph.document.title,
        items=records.items,
        clauses=records.clauses,
        units=len(records.graph.units),
        warnings=records.warnings,
        seconds=records.seconds + time.perf_counter() - start,
    )
