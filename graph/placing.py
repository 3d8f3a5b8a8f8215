"""Places of a picture's nodes, kept for as long as the graph is the same.

A layout of some thousand nodes takes a good part of a second; the same picture is asked for again and again, by links,
by going back and by others. What is kept goes by the content of the graph, so a changed graph never gets old places.
"""

import hashlib
from collections import OrderedDict
from threading import Lock

import networkx as nx

from graph.layout import positions

Places = dict[str, tuple[float, float]]

_MOST = 64  # pictures; one of 10,000 nodes and edges keeps about 1 MB
_kept: OrderedDict[bytes, Places] = OrderedDict()
_lock = Lock()


def places_of(graph: "nx.MultiDiGraph[str]") -> Places:
    """Pixels for each node, computed or kept: see ``graph.layout.positions``."""
    digest = _digest(graph)
    with _lock:
        if digest in _kept:
            _kept.move_to_end(digest)
            return _kept[digest]
    found = positions(graph)
    with _lock:
        _kept[digest] = found
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return found


def _digest(graph: "nx.MultiDiGraph[str]") -> bytes:
    """Of all that a layout looks at: the centre, the nodes with their kinds and order, and the edges."""
    nodes = [
        (name, data.get("kind"), (data.get("facts") or {}).get("document"), (data.get("facts") or {}).get("ordinal"))
        for name, data in graph.nodes(data=True)
    ]
    content = (graph.graph.get("centre"), sorted(nodes, key=lambda node: node[0]), sorted(graph.edges()))
    return hashlib.sha256(repr(content).encode()).digest()
