"""The decisions that a document needs when it is loaded."""

from collections.abc import Iterable

from graph.decisions import Decision
from graph.queries import query
from graph.records import DocumentGraph
from graph.store import Change


def decisions_about(tx: Change, documents: Iterable[DocumentGraph]) -> list[Decision]:
    """The decisions about what these documents name, and about what those lead to."""
    subjects: set[str] = set()
    for document in documents:
        subjects.add(document.document.key)
        subjects |= {unit.key for unit in document.units} | {cited.key for cited in document.cited_documents}
    found: dict[str, Decision] = {}
    asked: set[str] = set()
    while more := subjects - asked:
        asked |= more
        rows = tx.run(query("decisions_about", "maintain"), subjects=sorted(more))
        made = [Decision(**row) for row in rows]
        found |= {decision.key: decision for decision in made}
        subjects |= {d.object for d in made if d.about in ("unit", "document") and d.verdict == "same"}
    return sorted(found.values(), key=lambda decision: decision.key)


def same_decisions(tx: Change, decision: Decision) -> list[Decision]:
    """The decisions that lead on from where this one leads: what a circle would be made of."""
    found: dict[str, Decision] = {}
    subjects, asked = {decision.object}, set[str]()
    while more := subjects - asked:
        asked |= more
        made = [Decision(**row) for row in tx.run(query("decisions_about", "maintain"), subjects=sorted(more))]
        found |= {d.key: d for d in made if d.about == decision.about and d.verdict == "same"}
        subjects |= {d.object for d in found.values()}
    return list(found.values())


def apart(tx: Change, documents: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Pairs (cited, held) that people declared different documents."""
    rows = tx.run(query("decisions_about", "maintain"), subjects=sorted(documents))
    return frozenset(
        (row["subject"], row["object"]) for row in rows if row["about"] == "document" and row["verdict"] == "different"
    )
