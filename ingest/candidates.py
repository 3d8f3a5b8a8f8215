"""What people should look at: units that may be one, names no rule knows, citations with several documents, doubts.

Each candidate is what a decision (``graph.decisions``) would be about, with a score and the reason it stands here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from graph.decisions import role_object
from graph.queries import query
from graph.review import decisions
from graph.store import GraphStore
from ingest.identity import Identity, identify
from ingest.identity.comparing import compare_identities

_UNKNOWN = 0.5  # below this confidence a name is shown as one that no rule knows
_MOST_IN_A_PLACE = 400  # names of one place that are compared with each other: 80,000 pairs, under a second
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to decide. ``object`` is empty where a person must name it (what an unknown unit is)."""

    about: str  # unit | document | role
    subject: str
    object: str
    score: float  # 0 to 1: how much speaks for «same», or for what was read
    reason: str
    quote: str | None = None
    items: int = 0  # items that depend on it


def candidates(store: GraphStore) -> list[Candidate]:
    """All that waits for a decision, what most items depend on first; what was decided is left out."""
    made = decisions(store)
    decided = {(d.about, d.subject, d.object) for d in made} | {(d.about, d.object, d.subject) for d in made}
    settled = {d.subject for d in made if d.about == "unit" and d.verdict != "unsure"}
    found = [
        c
        for c in (*_units(store), *_references(store), *_doubts(store))
        if (c.about, c.subject, c.object) not in decided and not (c.about == "unit" and c.subject in settled)
    ]
    return sorted(found, key=order)


def order(candidate: Candidate) -> tuple[Any, ...]:
    """What puts candidates in their order: that first on which most items depend, of these the surest."""
    return -candidate.items, -candidate.score, candidate.about, candidate.subject, candidate.object


def _units(store: GraphStore) -> Iterator[Candidate]:
    rows = store.read(query("unit_names", "maintain"))
    by_place: dict[str | None, list[tuple[Mapping[str, Any], Identity]]] = defaultdict(list)
    for row in rows:
        identity = identify(row["name"], row["jurisdiction"])
        if identity.confidence < _UNKNOWN and identity.kind != "placeholder":
            reason = f"名称未被识别（{identity.rule}）"
            yield Candidate("unit", row["unit"], "", identity.confidence, reason, items=row["items"])
        if not row["collective"]:
            by_place[row["jurisdiction"]].append((row, identity))
    for near in by_place.values():
        for (one, first), (two, second) in combinations(near[:_MOST_IN_A_PLACE], 2):
            found = compare_identities(first, second)
            if found.verdict != "different":
                items = one["items"] + two["items"]
                # The unit with fewer items is what may be the other.
                less, more = (one, two) if one["items"] <= two["items"] else (two, one)
                yield Candidate("unit", less["unit"], more["unit"], found.score, found.reason, items=items)


def _references(store: GraphStore) -> Iterator[Candidate]:
    for row in _all(store, "references", standing="ambiguous"):
        reason = f"有{len(row['candidates'])}份已收录文件使用这一标题"
        for held in row["candidates"]:
            score = round(1 / len(row["candidates"]), 2)
            yield Candidate("document", row["document"], held["key"], score, reason, row["title"], row["items"])


def _doubts(store: GraphStore) -> Iterator[Candidate]:
    for row in _all(store, "doubtful_duties"):
        at = role_object(row["quote"], row["as_written"])
        reason = f"条款没有写明角色，按 {row['role']} 读入"
        yield Candidate("role", row["document"], at, 0.5, reason, row["quote"], 1)


def _all(store: GraphStore, name: str, **params: Any) -> Iterator[Mapping[str, Any]]:
    offset = 0
    while rows := store.read(query(name), **params, limit=_PAGE, offset=offset):
        yield from rows
        offset += len(rows)
