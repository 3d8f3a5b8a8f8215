"""The versions of a document that were loaded: each kept as it was read, told apart by what it claims."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime

from graph.errors import NotFound
from graph.keys import plain
from graph.packing import unpack
from graph.queries import query
from graph.records import DocumentGraph
from graph.rows import batches
from graph.store import Change, GraphStore


def version_key(document: str, facts: str) -> str:
    """Key of the version of a document that says these facts; the same words read anew are no version."""
    return f"{document}@{facts[:16]}"


def facts_of(document: DocumentGraph) -> str:
    """A digest of what the document says, wherever in a file it stands: a PDF and its web copy have the same."""
    said = {
        "title": plain(document.document.title),
        "issued_on": document.document.issued_on,
        "items": [(item.path, plain(item.heading)) for item in document.items],
        "duties": sorted((r.unit, r.item, r.role, r.deadline or "") for r in document.responsibilities),
        "targets": sorted((t.source, t.comparator, t.value, t.unit, t.deadline or "") for t in document.targets),
        "citations": sorted((c.source, c.cited, c.relation) for c in document.citations),
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32]


def note(tx: Change, versions: Iterable[tuple[str, DocumentGraph, str]]) -> None:
    """Keep versions (key, document as it was read, its words packed), each as the latest of its document."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = (
        {
            "key": key,
            "document": document.document.key,
            "loaded_at": now,
            "packed": packed,
            "source_name": document.document.source_name,
            "checksum": document.document.sha256,
        }
        for key, document, packed in versions
    )
    for batch in batches(rows):
        tx.run(query("note_versions", "maintain"), rows=batch)


def read_version(store: GraphStore, version: str) -> DocumentGraph:
    """What a kept version claims, as it was read.

    Raises:
        NotFound: no version has this key.
        StoreError: the server failed, or an older program kept it in a form that is no longer read.
    """
    rows = store.read(query("packed_version", "maintain"), version=version)
    if not rows:
        raise NotFound(f"No version has the key {version!r}. List them: policy-graph query versions_of_document.")
    return unpack(rows[0]["packed"])
