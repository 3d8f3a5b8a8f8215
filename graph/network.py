"""Who stands where in the net of shared responsibility: centrality, brokerage, communities.

All of it is computed on ``graph.projection``, weighed by ``fractional``, and comes out the same for the same items and
seed, on any machine: the nodes are numbered in the order of their keys, since the order of a set of names changes from
one run of Python to the next.
"""

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.errors import QueryError
from graph.projection import project

MOST_UNITS = 2000  # of which matrices are made
_WORK = 1_000_000  # edges walked for betweenness; a larger graph is sampled
_NAMED = 10  # units of a community
_DIGITS = 6
_BY = {"betweenness": -1, "degree": -1, "strength": -1, "effective_size": -1, "constraint": 1}  # 1: the lowest first

Row = dict[str, Any]
Read = Callable[..., list[Row]]


def centrality(rows: list[Row], values: Mapping[str, Any], read: Read) -> list[Row]:
    """The place of each unit in the net; ``rows`` are the units of each item.

    Raises:
        QueryError: ``by`` is no measure, or ``most`` too large.
    """
    by = values["by"]
    if by not in _BY:
        raise QueryError(f"Query centrality_of_units: by={by!r} is not one of {', '.join(_BY)}.")
    keys, graph = _net(rows, values)
    between, estimated = betweenness(graph, values["seed"])
    effective, constraint = brokerage(graph)
    place = {unit: number for number, part in enumerate(communities(graph, values["seed"]), 1) for unit in part}
    found = []
    for unit, key in enumerate(keys):
        ties = sorted(graph[unit].items(), key=lambda tie: (-tie[1]["fractional"], tie[0]))
        found.append(
            {
                "unit": key,
                "items": graph.nodes[unit]["items"],
                "degree": len(ties),
                "strength": _rounded(sum(tie["fractional"] for _, tie in ties)),
                "betweenness": _rounded(between[unit]),
                "estimated": estimated,
                "effective_size": _rounded(effective[unit]) if ties else None,
                "constraint": _rounded(constraint[unit]) if ties else None,
                "community": place.get(unit),
                "closest": keys[ties[0][0]] if ties else None,
            }
        )
    found.sort(key=lambda row: (row[by] is None, _BY[by] * (row[by] or 0), row["unit"]))
    shown = found[values["offset"] :][: values["limit"]]
    clauses = _clauses([(row["unit"], row["closest"]) for row in shown if row["closest"]], values, read)
    known = _known({row[name] for row in shown for name in ("unit", "closest") if row[name]}, read)
    columns = ("name", "jurisdiction", "collective")
    return [
        {
            **row,
            **{name: known[row["unit"]][name] for name in columns},
            "closest_name": known[row["closest"]]["name"] if row["closest"] else None,
            **clauses.get((row["unit"], row["closest"]), _NO_CLAUSE),
        }
        for row in shown
    ]


def groups(rows: list[Row], values: Mapping[str, Any], read: Read) -> list[Row]:
    """The communities, the largest first; ``rows`` are the units of each item.

    Raises:
        QueryError: ``most`` is too large.
    """
    keys, graph = _net(rows, values)
    parts = communities(graph, values["seed"])
    if not parts:
        return []
    alone = [{unit} for unit in graph if not graph.degree(unit)]
    modularity = nx.community.modularity(graph, [*map(set, parts), *alone], weight="fractional")
    found = []
    for number, part in enumerate(parts, 1):
        inner = graph.subgraph(part)
        weight = dict(inner.degree(weight="fractional"))
        one, two = min(inner.edges, key=lambda tie: (-inner.edges[tie]["fractional"], *sorted(tie)))
        found.append(
            {
                "community": number,
                "size": len(part),
                "inside": _rounded(sum(weight.values()) / sum(dict(graph.degree(part, weight="fractional")).values())),
                "modularity": _rounded(modularity),
                "units": [keys[unit] for unit in sorted(part, key=lambda unit: (-weight[unit], unit))[:_NAMED]],
                "unit": keys[min(one, two)],
                "partner": keys[max(one, two)],
            }
        )
    shown = found[values["offset"] :][: values["limit"]]
    clauses = _clauses([(row["unit"], row["partner"]) for row in shown], values, read)
    known = _known({key for row in shown for key in (row["unit"], row["partner"], *row["units"])}, read)
    return [
        {
            **row,
            "units": [known[key]["name"] for key in row["units"]],
            "name": known[row["unit"]]["name"],
            "partner_name": known[row["partner"]]["name"],
            **clauses[row["unit"], row["partner"]],
        }
        for row in shown
    ]


def communities(graph: "nx.Graph[int]", seed: int) -> list[list[int]]:
    """Communities by Louvain's method, the largest first; units without a tie belong to none."""
    tied = graph.subgraph([unit for unit in graph if graph.degree(unit)])
    if not len(tied):
        return []
    found = nx.community.louvain_communities(tied, weight="fractional", seed=seed)
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))


def betweenness(graph: "nx.Graph[int]", seed: int) -> tuple[dict[int, float], bool]:
    """Betweenness of each unit, a tie being as long as its weight is small; and whether it was estimated."""
    lengths: nx.Graph[int] = nx.Graph()
    lengths.add_nodes_from(graph)
    ties = graph.edges(data=True)
    lengths.add_weighted_edges_from(((one, two, 1 / tie["fractional"]) for one, two, tie in ties), weight="length")
    pivots = max(20, _WORK // (graph.number_of_edges() + 1))
    estimated = pivots < len(graph)
    found = nx.betweenness_centrality(lengths, k=pivots if estimated else None, weight="length", seed=seed)
    return found, estimated


def brokerage(graph: "nx.Graph[int]") -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """(effective size, constraint) of each unit after Burt; as networkx has them, in matrices, thousands at once."""
    weights = np.zeros((len(graph), len(graph)))
    for one, two, tie in graph.edges(data=True):
        weights[one, two] = weights[two, one] = tie["fractional"]
    near = (weights > 0).astype(float)
    degree = near.sum(1)
    among = ((near @ near) * near).sum(1)  # twice the ties among the partners
    effective = degree - among / np.maximum(degree, 1)
    part = weights / np.maximum(weights.sum(1), 1e-12)[:, None]
    constraint = (near * (part + part @ part) ** 2).sum(1)
    return effective, constraint


def _net(rows: list[Row], values: Mapping[str, Any]) -> tuple[list[str], "nx.Graph[int]"]:
    """Keys of the units in their order, and the projection of their numbers."""
    if not 1 <= values["most"] <= MOST_UNITS:
        raise QueryError(f"most={values['most']} is not from 1 to {MOST_UNITS}. Ask for a document or a place.")
    named = project((row["units"] for row in rows), values["minimum"], values["most"])
    keys = list(named)
    place = {key: number for number, key in enumerate(keys)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((place[key], known) for key, known in named.nodes(data=True))
    graph.add_edges_from((place[one], place[two], tie) for one, two, tie in named.edges(data=True))
    return keys, graph


_CLAUSE = ("item", "document", "start", "end", "quote")
_NO_CLAUSE: Row = {"shared": 0, **dict.fromkeys(_CLAUSE)}


def _clauses(pairs: list[tuple[str, str]], values: Mapping[str, Any], read: Read) -> dict[tuple[str, str], Row]:
    """For each pair how many items it shares, and the first clause that names both."""
    if not pairs:
        return {}
    asked = {"units": [one for one, _ in pairs], "partners": [two for _, two in pairs]}
    asked |= {name: values[name] for name in ("document", "jurisdiction")}
    return {
        (row["unit"], row["partner"]): {"shared": row["shared"], **{name: row["examples"][0][name] for name in _CLAUSE}}
        for row in read("evidence_of_pairs", **asked, examples=1)
    }


def _known(keys: set[str], read: Read) -> dict[str, Row]:
    return {row["unit"]: row for row in read("names_of_units", units=sorted(keys))}


def _rounded(value: float) -> float:
    return round(float(value), _DIGITS)
