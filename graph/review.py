"""Decisions of people: made and undone; every document that one touches is laid out anew in the same transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from graph.decided import same_decisions
from graph.decisions import Decision, check, check_chain
from graph.errors import DecisionRefused, NotFound
from graph.load import change, prepare
from graph.packing import unpack
from graph.queries import query
from graph.store import Change, GraphStore


def decide(store: GraphStore, decisions: Sequence[Decision]) -> int:
    """Keep decisions, all or none, and lay them over the documents they touch; the number of these documents.

    Raises:
        DecisionRefused: one cannot be laid over facts, or closes a circle; nothing is kept.
        StoreError: the server failed; nothing is kept.
    """
    for decision in decisions:
        check(decision)

    def work(tx: Change) -> int:
        touched: set[str] = set()
        for decision in decisions:
            check_chain(decision, same_decisions(tx, decision))
            touched |= _touched(tx, decision)
            tx.run(query("put_decision", "maintain"), key=decision.key, **asdict(decision))
            tx.tell("decided", decision=decision.key)
        for decision in decisions:
            touched |= _touched(tx, decision)
        return _lay_out(tx, touched)

    return store.write(work)


def undo(store: GraphStore, key: str) -> int:
    """Take a decision back; the number of documents that read as before.

    Raises:
        NotFound: no decision has this key.
        StoreError: the server failed; the decision stands.
    """

    def work(tx: Change) -> int:
        rows = tx.run(query("drop_decision", "maintain"), key=key)
        if not rows:
            raise NotFound(f"No decision has the key {key!r}. List them: policy-graph review decided.")
        tx.tell("undone", decision=key)
        return _lay_out(tx, _touched(tx, Decision(**rows[0])))

    return store.write(work)


def decisions(store: GraphStore) -> list[Decision]:
    """Every decision, by what it is about: what ``review export`` writes."""
    found: list[Decision] = []
    while rows := store.read(query("decisions"), limit=1000, offset=len(found)):
        found += [Decision(**{name: value for name, value in row.items() if name != "key"}) for row in rows]
    return sorted(found, key=lambda decision: (decision.about, decision.subject, decision.object))


def _touched(tx: Change, decision: Decision) -> set[str]:
    """Held documents whose facts the decision changes, before it is made or after."""
    if decision.about in ("role", "split"):
        return {decision.subject}
    name, param = {"unit": ("documents_of_unit", "unit"), "document": ("documents_citing", "document")}[decision.about]
    ends = (decision.subject, decision.object)
    return {row["document"] for end in ends for row in tx.run(query(name, "maintain"), **{param: end})}


def _lay_out(tx: Change, documents: Iterable[str]) -> int:
    known = {
        row["document"]: row
        for row in tx.run(query("digests_of_documents", "maintain"), documents=sorted(documents))
        if row["status"] == "held"
    }
    read = []
    for key, row in known.items():
        rows = tx.run(query("packed_version", "maintain"), version=row["version"])
        if not rows:
            raise DecisionRefused(f"{key} was loaded by an older version of this program. Load its file again first.")
        read.append(prepare(unpack(rows[0]["packed"])))
    return change(tx, read).count("updated")
