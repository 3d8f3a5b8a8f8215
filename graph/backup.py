"""A store as one file and back: every version of every document as it was read, every decision, every other print.

The graph itself is not in the file: it is made again from what is, as loading makes it. So a file of the embedded
server can be put back into a Neo4j, and the other way round.

The file is gzip of JSON lines: a head, one line a thing, and an end with the digest (SHA-256) of the lines between.
Restoring checks that digest before it writes and, when it is done, that the store gives the same lines again.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graph.decisions import Decision
from graph.errors import BackupRefused, StoreError
from graph.load import load
from graph.packing import unpack
from graph.queries import query
from graph.review import decisions
from graph.store import GraphStore

FORMAT = "policy-graph/backup@1"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Backup:
    """What a file holds, or a store gives."""

    documents: int
    versions: int
    decisions: int
    digest: str


def write_backup(store: GraphStore, path: Path) -> Backup:
    """Write what the store keeps into a new file, whole or not at all.

    Raises:
        BackupRefused: the file exists or cannot be written.
        StoreError: the server failed, or documents were loaded meanwhile; there is no file.
    """
    if path.exists():
        raise BackupRefused(f"{path} exists and is not overwritten. Name another file.")
    draft = path.with_name(f"{path.name}.part")
    tally = _Tally()
    try:
        with gzip.open(draft, "wt", encoding="utf-8", compresslevel=1) as file:
            file.write(f"{json.dumps({'format': FORMAT})}\n")
            for line in _lines(store):
                tally.add(line)
                file.write(f"{line}\n")
            file.write(f"{json.dumps({'end': asdict(tally.backup)})}\n")
        if _backup_of(store) != tally.backup:
            raise StoreError("The store changed while it was copied. Wait until loading is done, and try again.")
        draft.rename(path)
    except OSError as error:
        raise BackupRefused(
            f"{path} cannot be written ({error.strerror or error}). Name a file in a folder of yours with space left."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return tally.backup


def restore_backup(store: GraphStore, path: Path) -> Backup:
    """Put the content of a file into an empty store.

    Raises:
        BackupRefused: the file cannot be read, is damaged or not complete, or the store is not empty; nothing changed.
        StoreError: the server failed, or does not give back what it was given.
    """
    promised = _checked(path)
    _refuse_full(store)
    for row in _rows(path):
        _restore(store, row)
    # Loading dates a version anew: its first date comes back, as do the other prints that loading knows nothing of.
    for row in _rows(path):
        if "version" in row and row["version"]["current"]:
            _put(store, "restore_versions", row["version"])
        elif "copies" in row:
            _put(store, "restore_copies", row["copies"])
    if _backup_of(store) != promised:
        raise StoreError(
            f"{path} was put back, but the store does not give the same again (its digest is not {promised.digest}). "
            "Do not use this store: restore into another, and keep the file."
        )
    return promised


def _restore(store: GraphStore, row: Row) -> None:
    if "decision" in row:
        decision = Decision(**row["decision"])
        store.write(lambda tx: tx.run(query("put_decision", "maintain"), key=decision.key, **asdict(decision)))
    elif "version" in row:
        _put(store, "restore_versions", row["version"])
        if row["version"]["current"]:
            load(store, unpack(row["version"]["packed"]))


def _put(store: GraphStore, name: str, row: Row) -> None:
    store.write(lambda tx: tx.run(query(name, "maintain"), rows=[row]))


def _refuse_full(store: GraphStore) -> None:
    counts = store.read(query("counts"))[0]
    held = counts["documents_held"] + counts["documents_cited"]
    decided = len(store.read(query("decisions"), limit=1))
    if held or decided or store.read(query("kept_versions", "maintain"), after="", limit=1):
        raise BackupRefused(
            f"The store at {store.server.uri} holds {held} documents and is not overwritten. Restore into an empty "
            "one: set DATA to a new folder, or NEO4J_URI to an empty Neo4j."
        )


def _backup_of(store: GraphStore) -> Backup:
    tally = _Tally()
    for line in _lines(store):
        tally.add(line)
    return tally.backup


class _Tally:
    """Counts lines and digests them."""

    def __init__(self) -> None:
        self._counts = {"documents": 0, "versions": 0, "decisions": 0}
        self._digest = hashlib.sha256()

    def add(self, line: str) -> None:
        """One line more."""
        self._digest.update(f"{line}\n".encode())
        row = json.loads(line)
        self._counts["decisions"] += "decision" in row
        self._counts["versions"] += "version" in row
        self._counts["documents"] += "version" in row and row["version"]["current"]

    @property
    def backup(self) -> Backup:
        """What was added so far."""
        return Backup(**self._counts, digest=self._digest.hexdigest())


def _lines(store: GraphStore) -> Iterator[str]:
    """What the store keeps, in an order that depends on nothing else."""
    for decision in decisions(store):
        yield _line("decision", asdict(decision))
    for row in _pages(store, "kept_versions", "key"):
        yield _line("version", row)
    for row in _pages(store, "kept_copies", "document"):
        yield _line("copies", row)


def _pages(store: GraphStore, name: str, key: str) -> Iterator[Row]:
    after = ""
    while rows := store.read(query(name, "maintain"), after=after):
        yield from rows
        after = rows[-1][key]


def _line(kind: str, row: Row) -> str:
    return json.dumps({kind: row}, ensure_ascii=False, sort_keys=True)


def _checked(path: Path) -> Backup:
    """What the file promises, after it was read through once."""
    tally = _Tally()
    end: Backup | None = None
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            if json.loads(file.readline() or "{}").get("format") != FORMAT:
                raise BackupRefused(f"{path} is no backup of policy-graph, or one of another form than {FORMAT}.")
            for line in file:
                row = json.loads(line)
                if "end" in row:
                    end = Backup(**row["end"])
                else:
                    tally.add(line.rstrip("\n"))
    except (OSError, EOFError, ValueError, TypeError, AttributeError, zlib.error) as error:
        raise BackupRefused(f"{path} cannot be read as a backup ({error}). Take another copy of it.") from error
    if end != tally.backup:
        raise BackupRefused(f"{path} is damaged or not complete: its digest does not fit. Take another copy of it.")
    return end


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
