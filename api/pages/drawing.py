"""A graph as a picture: the only module that knows pyvis, and it only fills a network with it.

pyvis's own template loads from other hosts and escapes nothing, so none of it is used: the network's nodes, edges and
options go as JSON into our template, ``static/graph`` hands the nodes to vis-network and draws the edges under them,
and vis-network's files are served from the installed package.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx

from api.pages.labels import KINDS, RELATIONS
from api.pages.looks import FACTS, LINES, LOOKS, UNKNOWN, UNKNOWN_LINE, WORDS
from api.pages.templating import path_of

_FOUND = find_spec("pyvis")
VIS_FOLDER = Path(_FOUND.origin or "").parent / "lib" / "vis-9.1.2" if _FOUND else Path()

INK, PAPER = "#1f2933", "#fbfaf8"
FONT = '"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","PingFang SC","Hiragino Sans GB",sans-serif'


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend."""

    id: str
    name: str
    color: str
    shape: str
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What the page needs: ``data`` to draw, ``facts`` to read when asked, the legends, and its nodes and edges.

    ``facts`` are by the ids of ``data``; the script parses them only when someone looks at a node.
    """

    data: dict[str, Any]
    facts: dict[str, Any]
    node_legend: tuple[Entry, ...]
    edge_legend: tuple[Entry, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]


def draw(graph: "nx.MultiDiGraph[str]", positions: Mapping[str, tuple[float, float]]) -> Picture:
    """A graph whose nodes and edges carry their facts, at positions in pixels, as a picture.

    Nodes carry kind, key, label and facts; edges carry kind, role and their evidence (see ``graph.subgraph``).
    """
    from pyvis.network import Network  # here, because it takes a second to import and only pictures need it

    degrees = dict(graph.degree())
    nodes = [_node(key, facts, degrees[key]) for key, facts in graph.nodes(data=True)]
    labels = {node["id"]: node for node in nodes}
    edges = [_edge(number, *ends, labels) for number, ends in enumerate(graph.edges(data=True))]
    # A large picture is shown small: its labels are larger and broken in two, so that they can be read in it.
    crowd = 1.0 if len(graph) <= 50 else 1.35
    network = Network(directed=True)
    network.node_ids = _Names()
    for node in nodes:
        x, y = positions[node["id"]]
        network.add_node(node["id"], x=round(x), y=round(y), **_drawn_node(node, crowd))
    for edge in edges:
        network.add_edge(edge["from"], edge["to"], **_drawn_edge(edge))
    places = {node["id"]: number for number, node in enumerate(nodes)}
    data = {
        "nodes": network.nodes,
        "edges": [
            [places[edge["from"]], places[edge["to"]], edge["kind"], int(edge["derived"])] for edge in network.edges
        ],
        "options": OPTIONS | {"groups": _groups({node["kind"] for node in nodes}, crowd)},
        "lines": {kind: _drawn_line(kind) for kind in {edge["kind"] for edge in edges}},
    }
    facts = {node["id"]: _said(node) for node in nodes}
    facts |= {edge["id"]: said for edge in edges if (said := _said_of_edge(edge))}
    return Picture(data, facts, _node_legend(nodes), _edge_legend(edges), tuple(nodes), tuple(edges))


class _Names(dict[str, None]):
    """The names that a network knows. pyvis looks through a list of them for every node and both ends of every edge."""

    def append(self, name: str) -> None:
        """Take up a name."""
        self[name] = None


def _said(thing: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel shows of a node or edge; what is empty is left out."""
    names = ("kind_name", "label", "facts", "quote", "page", "graph", "document", "start", "end")
    return {name: thing[name] for name in names if thing.get(name) not in (None, [])}


def _said_of_edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    """The same of an edge, without what follows from its ends and its kind."""
    line = LINES.get(edge["kind"], UNKNOWN_LINE)
    said = {name: value for name, value in _said(edge).items() if name not in ("label", "page")}
    if said["kind_name"] == line.name:
        del said["kind_name"]
    return said


def _drawn_node(node: Mapping[str, Any], crowd: float) -> dict[str, Any]:
    look = LOOKS.get(node["kind"], UNKNOWN)
    growth = (1.6 if look.shape == "dot" else 0.5) * math.sqrt(min(node["degree"], 120))
    return {
        "label": (_broken(node["short"]) if crowd > 1 or node["kind"] == "document" else node["short"]) or " ",
        "shape": look.shape,
        "size": round(look.size + growth, 1),
        "group": node["kind"],
    }


def _groups(kinds: Iterable[str], crowd: float) -> dict[str, Any]:
    """What all nodes of a kind have in common."""
    looks = {kind: LOOKS.get(kind, UNKNOWN) for kind in kinds}
    return {
        kind: {
            "color": {
                "background": look.color,
                "border": "#ffffff",
                "highlight": {"background": look.color, "border": INK},
                "hover": {"background": look.color, "border": INK},
            },
            "font": {
                "size": round(crowd * look.font),
                "face": FONT,
                "color": INK,
                "strokeWidth": 4,
                "strokeColor": PAPER,
            },
        }
        for kind, look in looks.items()
    }


def _drawn_edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": edge["id"], "kind": edge["kind"], "derived": edge["derived"]}


def _drawn_line(kind: str) -> dict[str, Any]:
    """What all edges of a kind have in common; the script lends it to each."""
    line = LINES.get(kind, UNKNOWN_LINE)
    return {
        "name": line.name,
        "color": line.color,
        "width": line.width,
        "dashes": line.dashes,
    }


OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 8}}},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "tooltipDelay": 1000000,  # vis's own tooltip would need a style of its own; the panel says more
    },
}


def _node(key: str, facts: Mapping[str, Any], degree: int) -> dict[str, Any]:
    kind = _kind(facts)
    return {
        "id": key,
        "kind": kind,
        "kind_name": KINDS.get(kind, kind),
        "label": str(facts.get("title") or facts.get("label") or key),
        "short": _short(str(facts.get("label") or key), LOOKS.get(kind, UNKNOWN).letters),
        "facts": _facts(facts.get("facts") or {}),
        "quote": (facts.get("facts") or {}).get("quote") or (facts.get("facts") or {}).get("text"),
        "degree": degree,
        "page": _page_of(kind, facts),
        "graph": _graph_of(kind, str(facts["key"])),
    }


def _page_of(kind: str, facts: Mapping[str, Any]) -> str | None:
    if kind == "region":
        return path_of(kind, str(facts.get("title") or facts["key"]))
    return path_of(kind, str(facts["key"])) if kind != "section" else None


def _kind(facts: Mapping[str, Any]) -> str:
    kind, known = str(facts.get("kind", "")), facts.get("facts") or {}
    if kind == "document" and known.get("status") == "cited":
        return "cited"
    if kind == "item":
        return str(known.get("kind") or "measure")
    return kind


def _facts(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    shown = []
    for name, title in FACTS.items():
        value = facts.get(name)
        if value is None or value == "" or value is False:
            continue
        words = WORDS.get(name, {}).get(str(value), str(value))
        shown.append((title, "是" if value is True else words))
    return shown


def _graph_of(kind: str, key: str) -> str | None:
    if kind in ("unit", "collective"):
        return f"/graph?unit={quote(key, safe='')}"
    if kind in ("document", "cited"):
        return f"/graph?document={quote(key, safe='')}"
    return None


def _edge(
    number: int, source: str, target: str, facts: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    kind = str(facts.get("role") or facts.get("kind") or "")
    name = LINES.get(kind, UNKNOWN_LINE).name
    return {
        "id": f"e{number}",
        "from": source,
        "to": target,
        "kind": kind,
        "kind_name": RELATIONS.get(str(facts.get("relation")), name),
        "label": f"{nodes[source]['label']} → {nodes[target]['label']}",
        "facts": _facts(facts),
        "quote": facts.get("quote"),
        "document": facts.get("document"),
        "start": facts.get("start"),
        "end": facts.get("end"),
        "derived": bool(facts.get("derived")),
        "page": nodes[target]["page"] if nodes[target]["kind"] in ("measure", "passage") else nodes[source]["page"],
    }


def _short(label: str, letters: int) -> str:
    return label if len(label) <= letters else label[: letters - 1] + "…"


def _broken(label: str) -> str:
    middle = (len(label) + 1) // 2
    return f"{label[:middle]}\n{label[middle:]}" if len(label) > 7 else label


def _node_legend(nodes: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    counts = Counter(str(node["kind"]) for node in nodes)
    order = [*LOOKS, *sorted(counts.keys() - LOOKS.keys())]
    looks = {kind: LOOKS.get(kind, UNKNOWN) for kind in order}
    return tuple(Entry(k, looks[k].name, looks[k].color, looks[k].shape, counts[k]) for k in order if counts[k])


def _edge_legend(edges: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    counts = Counter(str(edge["kind"]) for edge in edges)
    order = [*LINES, *sorted(counts.keys() - LINES.keys())]
    lines = {kind: LINES.get(kind, UNKNOWN_LINE) for kind in order}
    return tuple(
        Entry(k, lines[k].name, lines[k].color, "dashed" if lines[k].dashes else "solid", counts[k])
        for k in order
        if counts[k]
    )
