"""The net of units over items that a table gives, and the same figures from one run of Python to the next."""

import os
import subprocess
import sys
from typing import Any

import networkx as nx
import pytest

from graph.connection import connections
from graph.errors import QueryError
from graph.network import betweenness, brokerage, centrality, groups
from graph.projection import project

# Two groups of three that share much, joined by d: c and e know it.
ITEMS = ["a b c", "a b c", "a b", "b c", "c d", "d e", "e f g", "e f g", "f g", "e g", "h"]
SCOPE = {"document": None, "jurisdiction": None, "minimum": 1, "most": 1000, "seed": 7, "limit": 50, "offset": 0}


def rows(items: list[str] = ITEMS) -> list[dict[str, Any]]:
    return [{"units": item.split()} for item in items]


def read(name: str, **asked: Any) -> list[dict[str, Any]]:
    if name == "names_of_units":
        return [{"unit": key, "name": key.upper(), "jurisdiction": None, "collective": False} for key in asked["units"]]
    example = {"item": "i", "document": "d", "start": 0, "end": 1, "quote": "q"}
    pairs = zip(asked["units"], asked["partners"], strict=True)
    return [{"unit": one, "partner": two, "shared": 1, "examples": [example]} for one, two in pairs]


def test_each_shared_item_is_divided_among_those_in_it() -> None:
    graph = project(row["units"] for row in rows())
    assert graph.nodes["b"]["items"] == 4
    assert graph["a"]["b"] == {"shared": 3, "fractional": 2.0, "cosine": pytest.approx(3 / 12**0.5)}
    assert sum(tie["fractional"] for tie in graph["b"].values()) == 4  # its shared items
    assert not graph["h"]


def test_the_one_between_two_groups_is_the_broker() -> None:
    found = centrality(rows(), SCOPE | {"by": "betweenness"}, read)
    assert [row["unit"] for row in found[:3]] == ["d", "c", "e"]
    assert found[0]["betweenness"] == pytest.approx(9 / 21)  # of the 21 ways among the other seven, those that cross it
    assert (found[-1]["unit"], found[-1]["closest"], found[-1]["quote"], found[-1]["community"]) == (
        "h",
        None,
        None,
        None,
    )
    least = centrality(rows(), SCOPE | {"by": "constraint", "limit": 1}, read)
    assert least[0]["unit"] in ("c", "d", "e")


def test_brokerage_is_what_networkx_says() -> None:
    named: nx.Graph[Any] = project(row["units"] for row in rows())
    graph = nx.convert_node_labels_to_integers(named, ordering="sorted")
    effective, constraint = brokerage(graph)
    told = nx.effective_size(graph), nx.constraint(graph, weight="fractional")
    for unit in graph:
        if graph.degree(unit):
            assert (effective[unit], constraint[unit]) == pytest.approx((told[0][unit], told[1][unit]))
    assert betweenness(graph, 1)[1] is False


def test_groups() -> None:
    found = groups(rows(), SCOPE, read)
    assert sorted(unit for row in found for unit in row["units"]) == list("ABCDEFG")
    assert {"A", "B", "C"} <= set(found[0]["units"]) or {"E", "F", "G"} <= set(found[0]["units"])
    assert found[0]["size"] >= found[-1]["size"]
    assert all(0 < row["inside"] <= 1 for row in found)
    assert groups(rows(["h"]), SCOPE, read) == []


@pytest.mark.parametrize(
    ("unit", "partner", "more", "expected"),
    [
        ("a", "e", {}, ["a c d e", "a b c d e"]),  # fewest steps first
        ("a", "e", {"ways": 1}, ["a c d e"]),
        ("a", "e", {"steps": 2}, []),
        ("a", "b", {"ways": 1}, ["a b"]),
        ("a", "h", {}, []),  # h shares nothing
        ("a", "a", {}, []),
        ("a", "nobody", {}, []),
    ],
)
def test_ways(unit: str, partner: str, more: dict[str, int], expected: list[str]) -> None:
    values = {"unit": unit, "partner": partner, "ways": 3, "steps": 4, "document": None, "examples": 1, **more}
    ways: dict[int, list[str]] = {}
    for row in connections(rows(), values, read):
        ways.setdefault(row["way"], [row["unit"]]).append(row["partner"])
        assert row["examples"]
    assert [" ".join(way) for way in ways.values()] == expected


@pytest.mark.parametrize("wrong", [{"by": "luck"}, {"by": "degree", "most": 0}, {"by": "degree", "most": 2001}])
def test_what_cannot_be_computed_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(QueryError):
        centrality(rows(), SCOPE | wrong, read)


def test_the_same_on_every_run_of_python() -> None:
    ask = "from tests.test_network import *; print(centrality(rows(), SCOPE | {'by': 'degree'}, read))"
    ask += "; print(groups(rows(), SCOPE, read))"
    said = {
        subprocess.run(
            [sys.executable, "-c", ask], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
