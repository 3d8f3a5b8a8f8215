"""What stands around a document, a unit or a pair of units, as a networkx graph: the matter of a picture.

Nodes are named ``kind:key`` and carry ``kind`` (document, section, item, unit, collective, target, project, region),
``key``, ``label`` (a few words), ``title`` (the whole name) and ``facts`` (what is known of it, plain values, nothing
that is null). Edges carry ``kind`` (the relationship's type), ``role``, ``relation``, ``label`` and their evidence:
``quote``, ``start``, ``end``, ``document``, ``rule``; what a relationship does not say is None.

``graph.graph`` holds ``centre`` (the names of what was asked about), ``truncated`` (true: there is more than shown) and
``left_out`` (nodes that were found, but are more than ``most`` nodes and edges allow).
"""

from typing import Any

import networkx as nx

from graph.errors import NotFound
from graph.queries import query
from graph.store import GraphStore

Graph = nx.MultiDiGraph  # of node names
_LABEL = 40
MOST = 10_000  # nodes and edges together: what a browser draws while a reader waits
# What gives way last when a graph is too large for a picture.
_KEPT_FIRST = ("item", "section", "unit", "collective", "document", "project", "target", "region")
_EDGE = ("role", "relation", "role_as_written", "as_written", "order", "deadline", "derived")
_EVIDENCE = ("quote", "start", "end", "document", "rule")


def neighbourhood_of_document(
    store: GraphStore, key: str, *, sections: bool = False, most: int = MOST
) -> "nx.MultiDiGraph[str]":
    """A document, its items, their units, references, targets and projects, and who cites it.

    Without ``sections`` items hang on the document itself and tell their section among their facts.

    Raises:
        NotFound: no document has this key.
    """
    found = store.read(query("document_of_key"), document=key)
    if not found:
        raise NotFound(f"No document has the key {key!r}. The query documents lists what there is.")
    graph = _graph()
    facts = {name: found[0][name] for name in ("title", "doc_number", "issued_on", "status", "jurisdiction")}
    _add_centre(graph, ["Document"], key, facts | {"items": found[0]["items"], "units": found[0]["units"]})
    _add_rows(graph, store.read(query("graph_of_document"), document=key))
    if not sections:
        _fold_sections(graph)
    return _cut(graph, most)


def neighbourhood_of_unit(
    store: GraphStore, key: str, *, items: int = 60, partners: int = 20, most: int = MOST
) -> "nx.MultiDiGraph[str]":
    """A unit, its newest items with their documents, and the ``partners`` that share most items with it.

    Raises:
        NotFound: no unit has this key.
    """
    graph = _graph()
    unit = _add_unit(graph, store, key)
    _add_rows(graph, store.read(query("graph_of_unit"), unit=key, limit=items, partners=partners))
    sharing = store.read(query("partners_of_unit"), unit=key, limit=partners + 1)
    for row in sharing[:partners]:
        name = node_name("collective" if row["collective"] else "unit", row["unit"])
        if name in graph:
            graph.nodes[name]["facts"]["shared"] = row["shared"]
    shown = sum(data["kind"] == "item" for _, data in graph.nodes(data=True))
    graph.graph["truncated"] = unit["items"] > shown or len(sharing) > partners
    return _cut(graph, most)


def neighbourhood_of_pair(
    store: GraphStore, key: str, partner: str, *, items: int = 100, most: int = MOST
) -> "nx.MultiDiGraph[str]":
    """Two units, the items they share and the documents of these.

    Raises:
        NotFound: no unit has one of these keys.
    """
    graph = _graph()
    _add_unit(graph, store, key)
    _add_unit(graph, store, partner)
    _add_rows(graph, store.read(query("graph_of_pair"), unit=key, partner=partner, limit=items))
    shown = sum(data["kind"] == "item" for _, data in graph.nodes(data=True))
    if shown >= items:
        more = store.read(query("items_of_pair"), unit=key, partner=partner, limit=1, offset=items)
        graph.graph["truncated"] = bool(more)
    return _cut(graph, most)


def ways_between(
    store: GraphStore, key: str, partner: str, *, ways: int = 3, steps: int = 4, most: int = MOST
) -> "nx.MultiDiGraph[str]":
    """The shortest ways between two units: the units on them, items that join each two, and their documents.

    Raises:
        NotFound: no unit has one of these keys.
    """
    graph = _graph()
    _add_unit(graph, store, key)
    _add_unit(graph, store, partner)
    found = store.read(query("connections_of_pair"), unit=key, partner=partner, ways=ways, steps=steps)
    on_them = {row[end] for row in found for end in ("unit", "partner")}
    for item in sorted({example["item"] for row in found for example in row["examples"]}):
        head = store.read(query("item_of_key"), item=item)[0]
        place = _end("target", item, "Item", {name: head[name] for name in ("path", "heading", "document", "kind")})
        for duty in store.read(query("units_of_item"), item=item):
            if duty["unit"] in on_them and not duty["derived"]:
                labels = "CollectiveUnit" if duty["collective"] else "Unit"
                unit = _end("source", duty["unit"], labels, {"name": duty["name"]})
                _add_rows(graph, [{**unit, **place, "relation": "RESPONSIBLE_FOR", "facts": duty}])
        part = {name.replace("target", "source"): value for name, value in place.items()}
        document = _end("target", head["document"], "Document", {"title": head["document_title"]})
        _add_rows(graph, [{**part, **document, "relation": "PART_OF", "facts": None}])
    return _cut(graph, most)


def chain_of_document(store: GraphStore, key: str, *, chains: int = 20, most: int = MOST) -> "nx.MultiDiGraph[str]":
    """The chains of citations through a document, from the centre down to the counties.

    Raises:
        NotFound: no document has this key.
    """
    graph = _graph()
    found = store.read(query("document_of_key"), document=key)
    if not found:
        raise NotFound(f"No document has the key {key!r}. The query documents lists what there is.")
    facts = {name: found[0][name] for name in ("title", "doc_number", "issued_on", "status", "jurisdiction")}
    _add_centre(graph, ["Document"], key, facts)
    for row in store.read(query("chains_of_document"), document=key, limit=chains):
        above = {"title": row["cited_title"], "level": row["cited_level"]}
        below = {"title": row["document_title"], "level": row["level"]}
        ends = _end("source", row["document"], "Document", below) | _end("target", row["cited"], "Document", above)
        names = [node_name("document", row[end]) for end in ("document", "cited")]
        if not graph.has_edge(*names):  # several chains go through the same step
            _add_rows(graph, [{**ends, "relation": "CITES", "facts": row}])
    return _cut(graph, most)


def node_name(kind: str, key: str) -> str:
    """The name of a node."""
    return f"{kind}:{key}"


def _end(end: str, key: str, label: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The source or target of an edge, as the rows of graph queries have it."""
    return {end: key, f"{end}_labels": [label], f"{end}_facts": facts}


def _graph() -> "nx.MultiDiGraph[str]":
    return Graph(centre=[], truncated=False, left_out=0)


def _add_unit(graph: "nx.MultiDiGraph[str]", store: GraphStore, key: str) -> dict[str, Any]:
    found = store.read(query("unit_of_key"), unit=key)
    if not found:
        raise NotFound(f"No unit has the key {key!r}. The query units lists what there is.")
    facts = {name: found[0][name] for name in ("name", "jurisdiction", "collective", "items", "documents")}
    _add_centre(graph, ["CollectiveUnit" if facts["collective"] else "Unit"], key, facts)
    return found[0]


def _add_centre(graph: "nx.MultiDiGraph[str]", labels: list[str], key: str, facts: dict[str, Any]) -> None:
    name = _add_node(graph, labels, key, facts)
    if name not in graph.graph["centre"]:
        graph.graph["centre"].append(name)


def _add_rows(graph: "nx.MultiDiGraph[str]", rows: list[dict[str, Any]]) -> None:
    for row in rows:
        source = _add_node(graph, row["source_labels"], row["source"], row["source_facts"])
        target = _add_node(graph, row["target_labels"], row["target"], row["target_facts"])
        said = row["facts"] or {}
        facts = {name: said.get(name) for name in (*_EDGE, *_EVIDENCE)}
        label = facts["role_as_written"] or facts["relation"] or row["relation"]
        graph.add_edge(source, target, kind=row["relation"], label=label, **facts)


def _add_node(graph: "nx.MultiDiGraph[str]", labels: list[str], key: str, facts: dict[str, Any]) -> str:
    kind = "collective" if "CollectiveUnit" in labels else labels[0].lower()
    name = node_name(kind, key)
    if name not in graph:
        known = {fact: value for fact, value in facts.items() if value is not None}
        if kind in ("unit", "collective"):
            known["collective"] = kind == "collective"
        title = _title(kind, key, known)
        graph.add_node(name, kind=kind, key=key, label=_label(known, title), title=title, facts=known)
    return name


def _title(kind: str, key: str, facts: dict[str, Any]) -> str:
    if kind == "item":
        return f"{facts.get('path', '')} {facts.get('heading', '')}".strip()
    if kind == "section":
        return f"{facts.get('label', '')}{facts.get('heading', '')}"
    if kind == "target":
        aim = f"{facts.get('comparator', '')}{_number(facts.get('value'))}{facts.get('unit', '')}"
        return f"{facts.get('metric', '')} {aim}"
    return str(facts.get("name") or facts.get("title") or facts.get("doc_number") or key)


def _label(facts: dict[str, Any], title: str) -> str:
    words = str(facts.get("heading") or title)
    return words if len(words) <= _LABEL else words[: _LABEL - 1] + "…"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _fold_sections(graph: "nx.MultiDiGraph[str]") -> None:
    folded = [name for name, data in graph.nodes(data=True) if data["kind"] == "section"]
    for section in folded:
        document = node_name("document", graph.nodes[section]["facts"]["document"])
        for item, _, data in list(graph.in_edges(section, data=True)):
            graph.nodes[item]["facts"]["section"] = graph.nodes[section]["title"]
            graph.add_edge(item, document, **data)
    graph.remove_nodes_from(folded)


def _cut(graph: "nx.MultiDiGraph[str]", most: int) -> "nx.MultiDiGraph[str]":
    if len(graph) + graph.number_of_edges() <= most:
        return graph
    degrees = dict(graph.degree())

    def rank(name: str) -> tuple[bool, int, int, str]:
        kind = graph.nodes[name]["kind"]
        return name not in graph.graph["centre"], _KEPT_FIRST.index(kind), -degrees[name], name

    kept: set[str] = set()
    elements = 0
    for name in sorted(graph.nodes, key=rank):
        around = (*graph.predecessors(name), *graph.successors(name))
        elements += 1 + sum(
            graph.number_of_edges(*pair) for near in set(around) & kept for pair in ((name, near), (near, name))
        )
        if elements > most:
            break
        kept.add(name)
    graph.graph |= {"truncated": True, "left_out": len(graph) - len(kept)}
    graph.remove_nodes_from([name for name in graph if name not in kept])
    return graph
