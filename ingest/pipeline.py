"""Files into the graph: each parsed, turned into records and loaded, with a report of what became of it."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.errors import PolicyGraphError, SourceError, StoreError
from graph.load import load
from graph.store import GraphStore
from ingest.document import SourceText
from ingest.parsing import parse
from ingest.reading import LIMIT, read_source
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


def load_file(path: Path, store: GraphStore, *, limit: int = LIMIT) -> DocumentReport:
    """Parse a file and load it, whole or not at all; a file that cannot be read makes a report that says why.

    Raises:
        StoreError: the server failed; nothing of the file is loaded.
    """
    return load_source(lambda: read_source(path, limit=limit), path.name, store)


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
    paths: Sequence[Path],
    store: GraphStore,
    *,
    limit: int = LIMIT,
    on_report: Callable[[DocumentReport], None] = lambda _: None,
) -> list[DocumentReport]:
    """Load files one after the other; one that cannot be read never stops the run.

    Raises:
        StoreError: the server failed; the documents reported so far are loaded.
    """
    reports = []
    for path in paths:
        report = load_file(path, store, limit=limit)
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
