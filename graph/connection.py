"""How two units hang together: the shortest ways from one to the other over shared items, with the clauses."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice, pairwise
from typing import Any

import networkx as nx

from graph.projection import project

_NEARNESS = 1 / 64  # of a step's length: what it counts that two units share much; fewer steps always come first
_MOST_STEPS = 6
_MOST_WAYS = 50

Row = dict[str, Any]


def connections(rows: list[Row], values: Mapping[str, Any], read: Callable[..., list[Row]]) -> list[Row]:
    """The steps of the shortest ways between ``unit`` and ``partner``; ``rows`` are the units of each item."""
    graph = project(row["units"] for row in rows)
    steps = min(values["steps"], _MOST_STEPS)
    ways = list(islice(_shortest(graph, values["unit"], values["partner"], steps), min(values["ways"], _MOST_WAYS)))
    pairs = sorted({pair for way in ways for pair in pairwise(way)})
    if not pairs:
        return []
    asked = {"units": [one for one, _ in pairs], "partners": [two for _, two in pairs]}
    asked |= {name: values[name] for name in ("document", "examples")}
    clauses = {(row["unit"], row["partner"]): row["examples"] for row in read("evidence_of_pairs", **asked)}
    units = sorted({unit for way in ways for unit in way})
    names = {row["unit"]: row["name"] for row in read("names_of_units", units=units)}
    return [
        {
            "way": number,
            "step": step,
            "unit": one,
            "name": names[one],
            "partner": two,
            "partner_name": names[two],
            "shared": graph[one][two]["shared"],
            "cosine": round(graph[one][two]["cosine"], 4),
            "examples": clauses[one, two],
        }
        for number, way in enumerate(ways, 1)
        for step, (one, two) in enumerate(pairwise(way), 1)
    ]


def _shortest(graph: "nx.Graph[str]", unit: str, partner: str, steps: int) -> Iterator[list[str]]:
    if unit == partner or unit not in graph or partner not in graph:
        return
    lengths: nx.Graph[str] = nx.Graph()
    lengths.add_nodes_from(graph)
    lengths.add_weighted_edges_from(
        ((one, two, 1 + _NEARNESS * (1 - tie["cosine"])) for one, two, tie in graph.edges(data=True)), weight="length"
    )
    try:
        for way in nx.shortest_simple_paths(lengths, unit, partner, weight="length"):
            if len(way) > steps + 1:
                return
            yield way
    except nx.NetworkXNoPath:
        return
