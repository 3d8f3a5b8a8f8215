"""Chains over citations that a table gives: (document, level) and (document, cited)."""

from typing import Any

import pytest

from graph.citing import LEVELS, chains

# n, p, c … stand for a document of the nation, of a province, of a city … by their first letters.
CASES: list[tuple[str, str, list[str]]] = [
    ("c1>p1 p1>n1 d1>c1", "c1", ["n1 p1 c1 d1"]),  # the whole chain
    ("c1>p1 p1>n1 d1>c1", "n1", ["n1 p1 c1 d1"]),  # the same from its end
    ("c1>n1 c1>p1 p1>n1", "c1", ["n1 p1 c1", "n1 c1"]),  # the longest first
    ("c1>c2 c2>n1", "c1", []),  # its equal is no level above it
    ("p1>c1 c1>n1", "c1", ["n1 c1"]),  # a province that cites a city stands not below it
    ("c1>x1 x1>n1", "c1", []),  # nothing tells the level of x1
    ("c1>p1 c1>p1 p1>c1", "c1", ["p1 c1"]),  # a circle, and a place named twice
    ("", "c1", []),
]
_LEVEL = {"n": "nation", "p": "province", "c": "prefecture", "d": "county", "x": None}


def _row(number: int, edge: str) -> dict[str, Any]:
    document, cited = edge.split(">")
    place = {"item": None, "relation": "cites", "start": number, "end": 9, "quote": edge}
    return {"document": document, "cited": cited} | place


@pytest.mark.parametrize(("edges", "document", "expected"), CASES)
def test_chains(edges: str, document: str, expected: list[str]) -> None:
    rows = [_row(number, edge) for number, edge in enumerate(edges.split())]

    def read(name: str, documents: list[str]) -> list[dict[str, Any]]:
        if name == "levels_of_documents":
            return [{"document": key, "title": key, "level": _LEVEL[key[0]]} for key in documents]
        near = "document" if name == "cited_of_documents" else "cited"
        return [row for row in rows if row[near] in documents]

    first = [row for row in rows if document in (row["document"], row["cited"])]
    found = chains(first, {"document": document, "limit": 20}, read)
    ways: dict[int, list[str]] = {}
    for row in found:
        assert row["quote"] == f"{row['document']}>{row['cited']}"
        assert LEVELS.index(row["cited_level"]) < LEVELS.index(row["level"])
        ways.setdefault(row["chain"], [row["cited"]]).append(row["document"])
    assert [" ".join(way) for way in ways.values()] == expected
    assert all(row["citations"] == edges.split().count(row["quote"]) for row in found)
