"""Files into the graph: each parsed, turned into records and loaded, with a report of what became of it."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from graph.errors import StatementRefused
from graph.load import Prepared, load, load_prepared, prepare
from graph.store import GraphStore
from ingest.ahead import ahead
from ingest.folders import ONE_A_CORE, FileRead, FileRecords, Pace, Upload, read_each, read_upload, records_of

Outcome = Literal["loaded", "unchanged", "updated", "copy", "failed"]
_GROUP = 3_000  # rows in one transaction: some thirty documents, a third of a second
_WAIT = 1.0  # seconds
_AHEAD = 64  # files read before they are written


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one file. ``error`` is set just when ``outcome`` is ``failed``; then nothing of it is loaded.

    ``accounting``: characters by what they were read as (``ingest.accounting``); ``unexplained`` ones were not read.
    """

    name: str
    outcome: Outcome
    key: str | None = None
    title: str | None = None
    items: int = 0
    clauses: int = 0
    units: int = 0
    references: int = 0
    targets: int = 0
    projects: int = 0
    accounting: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    error: str | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file that was read, and what its loading takes beside the graph; None: it was not read."""

    file: FileRead[FileRecords]
    prepared: Prepared | None


def load_upload(upload: Upload, store: GraphStore) -> DocumentReport:
    """Read and load a file that came over the net, whole or not at all.

    Raises:
        SourceError: the source cannot be read, or holds nothing that a policy document has; nothing is loaded.
        StoreError: the server failed; nothing of the source is loaded.
    """
    return _load(upload.name, read_upload(upload), store)


def load_documents(paths: Sequence[Path], store: GraphStore, pace: Pace = ONE_A_CORE) -> Iterator[DocumentReport]:
    """Load files in their order; several are read in parallel, and one that cannot be read never stops the others.

    Raises:
        StoreError: the server failed; the documents reported so far are loaded.
    """
    with ahead(map(_ready, read_each(records_of, paths, pace)), _AHEAD) as files:
        for group in _groups(files):
            yield from _load_group(group, store)


def _ready(file: FileRead[FileRecords]) -> _Ready:
    return _Ready(file, prepare(file.answer.graph) if file.answer else None)


def _groups(files: Iterable[_Ready]) -> Iterator[list[_Ready]]:
    """Files in lists small enough for one transaction; none waits for others longer than ``_WAIT`` and one reading."""
    group: list[_Ready] = []
    size, begun = 0, time.monotonic()
    for ready in files:
        group.append(ready)
        size += ready.file.answer.weight if ready.file.answer else 0
        if size >= _GROUP or time.monotonic() - begun > _WAIT:
            yield group
            group, size, begun = [], 0, time.monotonic()
    if group:
        yield group


def _load_group(group: Sequence[_Ready], store: GraphStore) -> Iterator[DocumentReport]:
    """Load files in one transaction; where the server refuses it, each on its own, so that the others are not lost."""
    start = time.perf_counter()
    read = [ready.prepared for ready in group if ready.prepared]
    try:
        outcomes = iter(load_prepared(store, read))
    except StatementRefused:
        if len(read) == 1:
            raise
        outcomes = (load(store, prepared.document) for prepared in read)
    for file in (ready.file for ready in group):
        if file.answer is None:
            yield DocumentReport(file.path.name, "failed", error=file.error)
        else:
            outcome = next(outcomes)
            yield _report(file.path.name, file.answer, outcome, (time.perf_counter() - start) / len(read))


def _load(name: str, records: FileRecords, store: GraphStore) -> DocumentReport:
    start = time.perf_counter()
    outcome = load(store, records.graph)
    return _report(name, records, outcome, time.perf_counter() - start)


def _report(name: str, records: FileRecords, outcome: Outcome, seconds: float) -> DocumentReport:
    return DocumentReport(
        name=name,
        outcome=outcome,
        key=records.graph.document.key,
        title=records.graph.document.title,
        items=records.items,
        clauses=records.clauses,
        units=len(records.graph.units),
        references=len(records.graph.citations),
        targets=len(records.graph.targets),
        projects=len(records.graph.projects),
        accounting={str(kind): characters for kind, characters in records.accounting.items()},
        warnings=records.warnings,
        seconds=records.seconds + seconds,
    )
