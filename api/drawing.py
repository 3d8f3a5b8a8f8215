"""A graph as a picture: the only module that knows pyvis, and it only fills a network with it.

pyvis's own template loads from other hosts and escapes nothing, so none of it is used: the network's nodes, edges and
options go as JSON into our template, ``static/graph.js`` hands them to vis-network, and vis-network's files are served
from the installed package.
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

from api.looks import FACTS, LINES, LOOKS, UNKNOWN, UNKNOWN_LINE, WORDS
from api.templating import KINDS, RELATIONS, path_of

_FOUND = find_spec("pyvis")
VIS_FOLDER = Path(_FOUND.origin or "").parent / "lib" / "vis-9.1.2" if _FOUND else Path()

_FEW = 6  # quotes
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
    """What the page needs: ``data`` for the script, the legends, and the same as rows for the table twin."""

    data: dict[str, Any]
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
    _lend_quotes(nodes, edges)
    # A large picture is shown small: its labels are larger and broken in two, so that they can be read in it.
    crowd = 1.0 if len(graph) <= 50 else 1.35
    network = Network(directed=True)
    for node in nodes:
        x, y = positions[node["id"]]
        network.add_node(node["id"], x=round(x, 1), y=round(y, 1), **_drawn_node(node, crowd))
    for edge in edges:
        network.add_edge(edge["from"], edge["to"], **_drawn_edge(edge))
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": OPTIONS,
        "facts": {thing["id"]: thing for thing in (*nodes, *edges)},
    }
    return Picture(data, _node_legend(nodes), _edge_legend(edges), tuple(nodes), tuple(edges))


def _lend_quotes(nodes: Iterable[dict[str, Any]], edges: Iterable[Mapping[str, Any]]) -> None:
    # A node that is not itself a quotation shows the words that tie it in, where these are few.
    said: dict[str, dict[str, None]] = {}
    for edge in edges:
        if edge["quote"]:
            said.setdefault(edge["from"], {})[edge["quote"]] = None
            said.setdefault(edge["to"], {})[edge["quote"]] = None
    for node in nodes:
        if node["quote"] is None and len(said.get(node["id"], ())) <= _FEW:
            node["quote"] = "\n".join(said.get(node["id"], ())) or None


def _drawn_node(node: Mapping[str, Any], crowd: float) -> dict[str, Any]:
    look = LOOKS.get(node["kind"], UNKNOWN)
    growth = (1.6 if look.shape == "dot" else 0.5) * math.sqrt(min(node["degree"], 120))
    return {
        "label": (_broken(node["short"]) if crowd > 1 or node["kind"] == "document" else node["short"]) or " ",
        "shape": look.shape,
        "color": {
            "background": look.color,
            "border": "#ffffff",
            "highlight": {"background": look.color, "border": INK},
            "hover": {"background": look.color, "border": INK},
        },
        "size": round(look.size + growth, 1),
        "font": {
            "size": round(crowd * (look.font + (2 if node["degree"] >= 12 else 0))),
            "face": FONT,
            "color": INK,
            "strokeWidth": 4,
            "strokeColor": PAPER,
        },
        "kind": node["kind"],
    }


def _drawn_edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    line = LINES.get(edge["kind"], UNKNOWN_LINE)
    return {
        "id": edge["id"],
        "color": {"color": line.color, "highlight": INK, "hover": line.color, "opacity": 0.7},
        "width": line.width,
        "dashes": [4, 4] if edge["derived"] or line.dashes else False,
        "arrows": "",
        "kind": edge["kind"],
    }


OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 8}}},
    "edges": {"smooth": False, "selectionWidth": 1.5, "hoverWidth": 0.8},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
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
        "page": path_of(kind, str(facts["key"])) if kind != "section" else None,
        "graph": _graph_of(kind, str(facts["key"])),
    }


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
