"""Records into the graph: one transaction a document, idempotent, leaving nothing behind that is no longer said."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Literal

from graph import citations
from graph.decided import decisions_about
from graph.decisions import apply
from graph.errors import NotFound
from graph.keys import title_key
from graph.queries import query
from graph.records import DocumentGraph
from graph.store import Change, GraphStore
from graph.versions import facts_of, note, version_key

Outcome = Literal["loaded", "unchanged", "updated", "copy"]
Row = dict[str, Any]
MAX_ROWS = 5_000
MAX_BYTES = 4 * 1024 * 1024  # of JSON; the embedded server takes messages of 16 MiB without a setting
_DELETED = "deleted"  # no digest reads like this, so that everything of the document is stale


def load(store: GraphStore, document: DocumentGraph) -> Outcome:
    """Make the graph say what ``document`` says: all of it, or nothing where an error is raised.

    What people decided is laid over it, and citations by title alone are led to the documents that are held. The same
    records again are ``unchanged`` and write nothing; so does another print of the document that says the same, a
    ``copy``, which is noted. Of an ``updated`` document the version before is kept for comparison; what the document no
    longer says is removed, and so is every unit, project, region and cited document that nothing else speaks of.

    Raises:
        StoreError: the server failed; the graph is as it was.
    """
    return store.write(lambda tx: change(tx, document))


def change(tx: Change, document: DocumentGraph) -> Outcome:
    """``load``, within a transaction that does more."""
    key, version, facts = document.document.key, version_key(document), facts_of(document)
    known = _known(tx, key)
    held = known["status"] == "held"
    if held and known["facts"] == facts and known["sha256"] != document.document.sha256:
        source = document.document
        tx.run(query("note_copy", "maintain"), document=key, source_name=source.source_name, checksum=source.sha256)
        return "copy"
    applied = apply(document, decisions_about(tx, document))
    digest = digest_of(applied)
    if held and known["digest"] == digest and known["version"] == version:
        return "unchanged"
    before = _neighbours(tx, key) if held else {}
    applied = citations.led_to_held(tx, applied)
    for name, rows in rows_of(applied):
        if name == "documents":
            rows[0] |= {"version": version, "facts": facts, "title_key": title_key(document.document.title)}
        statement = query(name, "write")
        needs_run = any(param.name == "run" for param in statement.params)
        for batch in batches(rows):
            tx.run(statement, rows=batch, **({"run": digest} if needs_run else {}))
    note(tx, document)
    if held:
        _sweep(tx, key, digest, before)
    citations.settle(tx, key, {known["title_key"], title_key(document.document.title)})
    return "updated" if held else "loaded"


def delete(store: GraphStore, key: str) -> None:
    """Remove a held document and all that only it says; while others cite it, it stays as a cited one.

    Raises:
        NotFound: no document with this key is held.
        StoreError: the server failed; the graph is as it was.
    """

    def work(tx: Change) -> None:
        known = tx.run(query("digest_of_document", "maintain"), document=key)
        if not known or known[0]["status"] != "held":
            raise NotFound(f"No document with the key {key!r} is held. List them: policy-graph query documents.")
        before = _neighbours(tx, key)
        tx.run(query("document_as_cited", "maintain"), document=key)
        before["document"].append(key)
        tx.run(query("drop_versions", "maintain"), document=key)
        _sweep(tx, key, _DELETED, before)
        citations.settle(tx, key, {known[0]["title_key"]})

    store.write(work)


def _known(tx: Change, key: str) -> Row:
    rows = tx.run(query("digest_of_document", "maintain"), document=key)
    return rows[0] if rows else dict.fromkeys(("digest", "status", "version", "facts", "title_key", "sha256"))


def digest_of(document: DocumentGraph) -> str:
    """A digest of everything the document claims: what the graph remembers as the run that wrote it."""
    words = json.dumps(asdict(document), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def batches(rows: Iterable[Row], max_rows: int = MAX_ROWS, max_bytes: int = MAX_BYTES) -> Iterator[list[Row]]:
    """Rows in lists bounded by number and by size; a row over the size goes alone."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        weight = len(json.dumps(row, ensure_ascii=False).encode())
        if batch and (len(batch) >= max_rows or size + weight > max_bytes):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += weight
    if batch:
        yield batch


def rows_of(document: DocumentGraph) -> Iterator[tuple[str, list[Row]]]:
    """(write query, its rows), in an order in which every edge finds its ends."""
    key = document.document.key
    yield "documents", [asdict(document.document) | {"warnings": list(document.document.warnings)}]
    yield "cited_documents", [row | {"title_key": title_key(row["title"])} for row in _plain(document.cited_documents)]
    yield "regions", _plain(document.regions)
    yield "regions_in_regions", [row for row in _plain(document.regions) if row["within"]]
    yield "units", [asdict(unit) for unit in document.units if not unit.collective]
    yield "collective_units", [asdict(unit) for unit in document.units if unit.collective]
    yield "units_in_regions", _plain(document.unit_regions)
    yield "memberships", _plain(document.memberships)
    yield "successions", _plain(document.successions)
    yield "projects", _plain(document.projects)
    yield "sections", [row | {"document": key} for row in _plain(document.sections)]
    yield "items", _plain(document.items)
    yield from _parts(document)
    yield "responsibilities", _plain(document.responsibilities)
    written = [replace(citation, cited_as=citation.cited_as or citation.cited) for citation in document.citations]
    yield from _by_source("citations_by", written)
    yield from _by_source("targets_of", document.targets)
    yield from _by_source("projects_named_by", document.namings)
    yield "issuances", _plain(document.issuances)
    yield "addresses", _plain(document.addresses)


def _parts(document: DocumentGraph) -> Iterator[tuple[str, list[Row]]]:
    kinds = {section.key: "sections" for section in document.sections}
    kinds |= {item.key: "items" for item in document.items}
    kinds[document.document.key] = "documents"
    grouped: dict[str, list[Row]] = defaultdict(list)
    for item in document.items:
        grouped[kinds[item.parent]].append({"item": item.key, "parent": item.parent})
    for kind, rows in grouped.items():
        yield f"items_in_{kind}", rows


def _by_source(name: str, records: Sequence[Any]) -> Iterator[tuple[str, list[Row]]]:
    rows = _plain(records)
    for kind in ("item", "document"):
        yield f"{name}_{kind}s", [row for row in rows if row["source_kind"] == kind]


def _plain(records: Sequence[Any]) -> list[Row]:
    """Records as flat rows: the fields of the evidence stand beside the others."""
    rows = [asdict(record) for record in records]
    return [row | row.pop("evidence") if "evidence" in row else row for row in rows]


def _neighbours(tx: Change, key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"unit": [], "project": [], "document": []}
    for row in tx.run(query("neighbours_of_document", "maintain"), document=key):
        found[row["kind"]].append(row["key"])
    return found


def _sweep(tx: Change, key: str, run: str, before: Mapping[str, list[str]]) -> None:
    """Remove what keeps an older run than ``run``, then what of the former neighbours is left with nothing."""
    for name in ("stale_items", "stale_sections", "stale_targets", "stale_item_edges", "stale_document_edges"):
        tx.run(query(name, "maintain"), document=key, run=run)
    tx.run(query("orphaned_units", "maintain"), keys=before.get("unit", []))  # once more below: their members
    for kind, keys in before.items():
        tx.run(query(f"orphaned_{kind}s", "maintain"), keys=keys)
    tx.run(query("orphaned_regions", "maintain"))
