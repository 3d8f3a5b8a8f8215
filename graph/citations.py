"""Documents cited by title alone: led to the held document of that title while exactly one fits, and back when not.

Whatever is loaded first, the graph comes to say the same: a citation keeps the key that its words lead to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.decided import apart
from graph.keys import title_key
from graph.queries import query
from graph.records import CitationRecord, CitedDocumentRecord, DocumentGraph
from graph.rows import as_row
from graph.store import Change

_ABOUT = "关于"
_LONGEST_ISSUERS = 60


def led_to_held(tx: Change, documents: Sequence[DocumentGraph]) -> list[DocumentGraph]:
    """The documents with their citations by title alone led to the held documents that they fit."""
    by_title = [record for document in documents for record in document.citations if _by_title(record)]
    if not by_title:
        return list(documents)
    held = _held(tx, {record.cited_title for record in by_title})
    refused = apart(tx, {record.cited for record in by_title})
    return [_led(document, held, refused) for document in documents]


def _led(
    document: DocumentGraph, held: Mapping[str, list[dict[str, Any]]], refused: Iterable[tuple[str, str]]
) -> DocumentGraph:
    def led(record: CitationRecord) -> CitationRecord:
        if not _by_title(record) or record.cited_title is None:
            return record
        fit = _only(record.cited_title, record.cited, held, refused)
        return replace(record, cited=fit) if fit and fit != document.document.key else record

    records = tuple(map(led, document.citations))
    cited = {record.cited for record in records}
    left = tuple(record for record in document.cited_documents if record.key in cited)
    return replace(document, citations=records, cited_documents=left)


def settle(tx: Change, documents: Sequence[str], titles: Iterable[str | None]) -> None:
    """Lead every citation by one of these titles (``title_key``), and every one of documents, to where it belongs."""
    sought = sorted({title for title in titles if title})
    rows = tx.run(query("citations_by_title", "maintain"), titles=sought, documents=documents)
    if not rows:
        return
    held = _held(tx, {row["properties"]["cited_title"] for row in rows})
    refused = apart(tx, {row["properties"]["cited_as"] for row in rows})
    moves: dict[str, list[dict[str, Any]]] = defaultdict(list)
    stubs: dict[str, dict[str, Any]] = {}
    for row in rows:
        properties = row["properties"]
        title, written = properties["cited_title"], properties["cited_as"]
        now = _only(title, written, held, refused)
        if now is None or now == properties["document"]:
            now = written
            stub = CitedDocumentRecord(now, title, None)
            stubs[now] = as_row(stub) | {"title_key": title_key(title)}
        if now != row["cited"]:
            move = {"source": row["source"], "cited": row["cited"], "now": now, "properties": properties}
            move |= {"document": properties["document"], "cited_as": written}
            moves[row["kind"]].append(move)
    if moves:
        tx.run(query("cited_documents", "write"), rows=list(stubs.values()))
    for kind, moved in moves.items():
        unique = {(move["source"], move["cited"], move["cited_as"], move["document"]): move for move in moved}
        tx.run(query(f"moved_citations_by_{kind}s", "write"), rows=list(unique.values()))
        left = sorted({move["cited"] for move in moved})
        tx.run(query("orphaned_documents", "maintain"), keys=left)


def _by_title(record: CitationRecord) -> bool:
    """A decision of a person has led the others somewhere already."""
    return record.cited_title is not None and record.cited == record.cited_as


def _held(tx: Change, titles: Iterable[str | None]) -> dict[str, list[dict[str, Any]]]:
    keys = sorted({key for key in map(title_key, titles) if key})
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in tx.run(query("held_of_titles", "maintain"), titles=keys):
        found[row["title_key"]].append(row)
    return found


def _only(
    title: str, written: str, held: Mapping[str, list[dict[str, Any]]], refused: Iterable[tuple[str, str]]
) -> str | None:
    """The one held document that fits and that no person has refused."""
    fit = [key for key in fitting(title, held.get(title_key(title) or "", ())) if (written, key) not in refused]
    return fit[0] if len(fit) == 1 else None


def fitting(cited_title: str, held: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Keys of the held documents (rows of ``key``, ``issuers``, of the same ``graph.keys.title_key``) that fit.

    A title that begins with its issuer (国务院办公厅关于印发…) fits just the documents of that issuer. Where several
    fit, the citation stays with what is written: the reader of the register sees the candidates.
    """
    named = _issuer_of(cited_title)
    return tuple(sorted(row["key"] for row in held if not named or _issued_by(named, row["issuers"])))


def _issuer_of(title: str) -> str:
    before, about, _ = title.partition(_ABOUT)
    return before.strip() if about and len(before) <= _LONGEST_ISSUERS else ""


def _issued_by(named: str, issuers: Iterable[str]) -> bool:
    """Whether one of the issuers is named: 市教育局 and 贵阳市教育局 end alike, 国务院 and 国务院办公厅 do not."""
    return any(named.endswith(issuer) or issuer.endswith(named) or named.startswith(issuer) for issuer in issuers)
