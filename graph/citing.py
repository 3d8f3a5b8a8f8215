"""Chains of citations from the centre down to the counties: 中央 → 省 → 市 → 区县."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import Any

# From the top down; a functional zone stands beside cities and above counties.
LEVELS = ("nation", "province", "prefecture", "zone", "county")
_DOCUMENTS = 500  # that are looked at on either side
_WAYS = 200  # on either side of a document

Row = dict[str, Any]
Edges = dict[tuple[str, str], list[Row]]  # (document, what it cites): the places


def chains(rows: list[Row], values: Mapping[str, Any], read: Callable[..., list[Row]]) -> list[Row]:
    """The longest chains through a document in which each stands on a lower level than the one it cites.

    ``rows`` are the citations of the document and those by it; each row of the answer is one step of one chain.
    """
    document = values["document"]
    edges: Edges = {}
    seen = {document}
    for direction in ("cited", "citing"):
        seen |= _follow(document, direction, rows, edges, read)
    known = {row["document"]: row for row in read("levels_of_documents", documents=sorted(seen))}
    rank = {key: LEVELS.index(row["level"]) for key, row in known.items() if row["level"] in LEVELS}
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    for lower, higher in sorted(edges):
        if lower in rank and higher in rank and rank[higher] < rank[lower]:
            up.setdefault(lower, []).append(higher)
            down.setdefault(higher, []).append(lower)
    whole = ([*reversed(top), *low[1:]] for top, low in product(_ends(document, up), _ends(document, down)))
    ways = sorted((way for way in whole if len(way) > 1), key=lambda way: (-len(way), way))
    return [row for number, way in enumerate(ways[: values["limit"]], 1) for row in _steps(number, way, known, edges)]


def _follow(
    document: str, direction: str, rows: Iterable[Row], edges: Edges, read: Callable[..., list[Row]]
) -> set[str]:
    """The documents that citations lead to, up (``cited``) or down; what they pass is put into ``edges``."""
    near, far = ("document", "cited") if direction == "cited" else ("cited", "document")
    seen = {document}
    rows = [row for row in rows if row[near] == document]
    for step in range(1, len(LEVELS)):
        reached = set()
        for row in rows:
            edges.setdefault((row["document"], row["cited"]), []).append(row)
            reached.add(row[far])
        frontier = sorted(reached - seen)[: _DOCUMENTS - len(seen)]
        seen |= set(frontier)
        if not frontier or step == len(LEVELS) - 1:
            break
        rows = read(f"{direction}_of_documents", documents=frontier)
    return seen


def _ends(start: str, following: Mapping[str, list[str]]) -> list[list[str]]:
    """Ways from a document to where no step follows; levels only fall or only rise, so that none turns back."""
    finished: list[list[str]] = []
    under_way = [[start]]
    while under_way and len(finished) < _WAYS:
        way = under_way.pop()
        nexts = following.get(way[-1], [])
        if not nexts:
            finished.append(way)
        under_way += [[*way, key] for key in reversed(nexts[:_WAYS])]
    return finished


def _steps(number: int, way: list[str], known: Mapping[str, Row], edges: Edges) -> Iterator[Row]:
    for step, (higher, lower) in enumerate(pairwise(way), 1):
        # A circle of citations meets a place twice.
        places = {(row["item"], row["start"]): row for row in edges[lower, higher]}
        first = min(places.values(), key=lambda row: (row["start"], row["item"] or ""))
        yield {
            "chain": number,
            "step": step,
            "cited": higher,
            "cited_title": known[higher]["title"],
            "cited_level": known[higher]["level"],
            "document": lower,
            "document_title": known[lower]["title"],
            "level": known[lower]["level"],
            "relation": first["relation"],
            "citations": len(places),
            **{name: first[name] for name in ("item", "start", "end", "quote")},
        }
