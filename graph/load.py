"""Records into the graph: each document whole or absent, idempotent, leaving nothing behind that is no longer said."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph import citations
from graph.decided import decisions_about
from graph.decisions import apply
from graph.errors import NotFound
from graph.keys import title_key
from graph.packing import pack, words_of
from graph.queries import query
from graph.records import DocumentGraph
from graph.rows import Row, batches, once, rows_of
from graph.store import Change, GraphStore
from graph.versions import facts_of, note, version_key

Outcome = Literal["loaded", "unchanged", "updated", "copy"]
_DELETED = "deleted"  # no digest reads like this, so that everything of the document is stale


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with all that loading it takes and the graph need not be asked for: its words, packed, its facts."""

    document: DocumentGraph
    words: bytes
    packed: str
    facts: str


@dataclass(frozen=True, slots=True)
class _Claims:
    """A document about to be written: as it was read, and with what people decided over it."""

    read: Prepared
    decided: DocumentGraph
    digest: str
    version: str


def prepare(document: DocumentGraph) -> Prepared:
    """What may be done of loading while others are written: a fifth of the writer's own work."""
    words = words_of(document)
    return Prepared(document, words, pack(words), facts_of(document))


def load(store: GraphStore, document: DocumentGraph) -> Outcome:
    """Make the graph say what ``document`` says: all of it, or nothing where an error is raised.

    What people decided is laid over it, and citations by title alone are led to the documents that are held. The same
    records again are ``unchanged`` and write nothing; so does another print of the document that says the same, a
    ``copy``, which is noted. Of an ``updated`` document the version before is kept for comparison; what the document no
    longer says is removed, and so is every unit, project, region and cited document that nothing else speaks of.

    Raises:
        StoreError: the server failed; the graph is as it was.
    """
    return load_together(store, [document])[0]


def load_together(store: GraphStore, documents: Iterable[DocumentGraph]) -> list[Outcome]:
    """``load`` several documents in one transaction, which is several times as fast for new ones: all or none.

    Raises:
        StoreError: the server failed; the graph is as it was.
    """
    return load_prepared(store, [prepare(document) for document in documents])


def load_prepared(store: GraphStore, documents: Sequence[Prepared]) -> list[Outcome]:
    """``load_together`` for those that were prepared beside.

    Raises:
        StoreError: the server failed; the graph is as it was.
    """
    return store.write(lambda tx: change(tx, documents))


def change(tx: Change, documents: Sequence[Prepared]) -> list[Outcome]:
    """``load_prepared``, within a transaction that does more."""
    outcomes: list[Outcome] = []
    new: dict[str, Prepared] = {}
    known = _known(tx, [each.document.document.key for each in documents])
    for each in documents:
        key = each.document.document.key
        if key in new:  # twice at once: the second meets the first as any that is held
            _write_new(tx, new)
            known |= _known(tx, list(new))
            new = {}
        before = known.get(key)
        if before is None or before["status"] != "held":
            new[key] = each
            outcomes.append("loaded")
        else:
            outcomes.append(_change_held(tx, each, before))
            known |= _known(tx, [key])
    _write_new(tx, new)
    for each, outcome in zip(documents, outcomes, strict=True):
        if outcome != "unchanged":
            tx.tell(outcome, each.document.document.key)
    return outcomes


def delete(store: GraphStore, key: str) -> None:
    """Remove a held document and all that only it says; while others cite it, it stays as a cited one.

    Raises:
        NotFound: no document with this key is held.
        StoreError: the server failed; the graph is as it was.
    """

    def work(tx: Change) -> None:
        known = _known(tx, [key]).get(key)
        if known is None or known["status"] != "held":
            raise NotFound(f"No document with the key {key!r} is held. List them: policy-graph query documents.")
        tx.removed = True
        tx.tell("deleted", key)
        tx.run(query("document_as_cited", "maintain"), document=key)
        tx.run(query("drop_versions", "maintain"), document=key)
        _sweep(tx, key, _DELETED)
        tx.run(query("orphaned_documents", "maintain"), keys=[key])
        citations.settle(tx, [key], {known["title_key"]})

    store.write(work)


def digest_of(document: DocumentGraph) -> str:
    """A digest of everything the document claims (32 hex digits): what the graph remembers as the run that wrote it."""
    return _digest(words_of(document))


def _digest(words: bytes) -> str:
    return hashlib.sha256(words).hexdigest()[:32]


def _known(tx: Change, keys: Sequence[str]) -> dict[str, Row]:
    return {row["document"]: row for row in tx.run(query("digests_of_documents", "maintain"), documents=keys)}


def _claims(tx: Change, documents: Collection[Prepared]) -> list[_Claims]:
    decisions = decisions_about(tx, [each.document for each in documents]) if documents else []
    claims = []
    for each in documents:
        decided = apply(each.document, decisions)
        digest = _digest(each.words if decided is each.document else words_of(decided))
        claims.append(_Claims(each, decided, digest, version_key(each.document.document.key, each.facts)))
    return claims


def _write_new(tx: Change, documents: Mapping[str, Prepared]) -> None:
    if documents:
        _write(tx, _claims(tx, documents.values()))
        titles = {title_key(each.document.document.title) for each in documents.values()}
        citations.settle(tx, list(documents), titles)


def _change_held(tx: Change, read: Prepared, known: Row) -> Outcome:
    source = read.document.document
    if known["facts"] == read.facts and known["sha256"] != source.sha256:
        noted = {"source_name": source.source_name, "checksum": source.sha256}
        tx.run(query("note_copy", "maintain"), document=source.key, **noted)
        return "copy"
    claims = _claims(tx, [read])
    if (known["digest"], known["version"]) == (claims[0].digest, claims[0].version):
        return "unchanged"
    _write(tx, claims)
    _sweep(tx, source.key, claims[0].digest)
    citations.settle(tx, [source.key], {known["title_key"], title_key(source.title)})
    return "updated"


def _write(tx: Change, claims: Sequence[_Claims]) -> None:
    """Write documents, all rows of one kind at once."""
    rows: dict[str, list[Row]] = defaultdict(list)
    led = citations.led_to_held(tx, [one.decided for one in claims])
    for one, document in zip(claims, led, strict=True):
        for name, some in rows_of(document, one.digest):
            if name == "documents":
                title = title_key(one.read.document.document.title)
                some[0] |= {"version": one.version, "facts": one.read.facts, "title_key": title}
            rows[name] += some
    for name, all_of_them in rows.items():
        statement = query(name, "write")
        for batch in batches(once(all_of_them)):
            tx.run(statement, rows=batch)
    note(tx, [(one.version, one.read.document, one.read.packed) for one in claims])


def _sweep(tx: Change, key: str, run: str) -> None:
    """Remove what keeps an older run than ``run``, then what was named by that alone and is left with nothing."""
    left: dict[str, list[str]] = defaultdict(list)
    for row in tx.run(query("left_by_document", "maintain"), document=key, run=run):
        left[row["kind"]].append(row["key"])
    for name in ("stale_items", "stale_sections", "stale_targets", "stale_item_edges", "stale_document_edges"):
        tx.run(query(name, "maintain"), document=key, run=run)
    # Units twice: the members of those that go may go then. Regions last: no unit holds them any more.
    for kind in ("unit", "unit", "project", "document", "region"):
        if kind in left:
            tx.run(query(f"orphaned_{kind}s", "maintain"), keys=left[kind])
