"""Units joined by the items they share: what centrality, communities, brokerage and ways are computed on.

An edge has ``shared`` (items of both), ``fractional`` (each shared item counts 1 / (its bodies - 1), so that all ties
of a unit sum up to the number of its shared items) and ``cosine`` (shared / sqrt of both units' items): by either
weight a unit that is named everywhere is near to nobody. Nodes carry ``items``.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

import networkx as nx


def project(lists: Iterable[list[str]], minimum: int = 1, most: int | None = None) -> "nx.Graph[str]":
    """The projection of items, each given as its units; ``most`` units, those with most items.

    Nodes and edges come in the order of keys; ties of fewer than ``minimum`` shared items are left out.
    """
    lists = list(lists)
    items = Counter(unit for bodies in lists for unit in bodies)
    kept = set(sorted(items, key=lambda unit: (-items[unit], unit))[:most])
    shared: Counter[tuple[str, str]] = Counter()
    weight: defaultdict[tuple[str, str], float] = defaultdict(float)
    for bodies in lists:
        for pair in combinations(sorted(kept.intersection(bodies)), 2):
            shared[pair] += 1
            weight[pair] += 1 / (len(bodies) - 1)
    graph: nx.Graph[str] = nx.Graph()
    for unit in sorted(kept):
        graph.add_node(unit, items=items[unit])
    for pair in sorted(shared):
        if shared[pair] >= minimum:
            cosine = shared[pair] / math.sqrt(items[pair[0]] * items[pair[1]])
            graph.add_edge(*pair, shared=shared[pair], fractional=weight[pair], cosine=cosine)
    return graph
