"""A subgraph (``graph.subgraph``) as a file: GraphML and GEXF for Gephi, Cytoscape JSON, JSON-LD for linked data, HTML.

JSON-LD says it in words others share: bodies in W3C ORG, documents and their parts in ELI, who answers for what in
PROV (a qualified attribution with its role, and the quotation it rests on). HTML is the picture with all that it needs.
"""

import io
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import networkx as nx

from api.exports.cells import xml_text
from api.exports.forms import GraphForm

_CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "pg": "urn:policy-graph:ns:",
}
_TYPES = {
    "document": "eli:LegalResource",
    "section": "eli:LegalResourceSubdivision",
    "item": "eli:LegalResourceSubdivision",
    "unit": "org:Organization",
    "collective": "org:OrganizationalCollaboration",
    "project": "schema:Project",
    "target": "pg:Target",
    "region": "dct:Location",
}
_SAID = {"doc_number": "eli:id_local", "issued_on": "eli:date_document", "title": "eli:title", "name": "skos:prefLabel"}
_LINKS = {"CITES": "eli:cites", "PART_OF": "eli:is_part_of", "MEMBER_OF": "org:memberOf", "IN_REGION": "dct:spatial"}


def graph_file(graph: "nx.MultiDiGraph[str]", form: GraphForm) -> bytes:
    """The whole file in UTF-8; the same graph gives the same bytes."""
    return _WRITERS[form](graph)


def _flat(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The graph with plain attributes only: facts beside the others, nothing null, nothing that XML cannot hold."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, data in graph.nodes(data=True):
        facts = {f"fact_{key}": value for key, value in (data.get("facts") or {}).items()}
        plain.add_node(xml_text(name), **_attributes({k: v for k, v in data.items() if k != "facts"} | facts))
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        plain.add_edge(xml_text(source), xml_text(target), key=number, **_attributes(data))
    return plain


def _attributes(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, bool | int | float) else xml_text(str(value))
        for name, value in data.items()
        if value is not None and name != "id"
    }


def _graphml(graph: "nx.MultiDiGraph[str]") -> bytes:
    held = io.BytesIO()
    nx.write_graphml(_flat(graph), held, encoding="utf-8", named_key_ids=True)
    return held.getvalue()


def _gexf(graph: "nx.MultiDiGraph[str]") -> bytes:
    flat = _flat(graph)
    for _, _, data in flat.edges(data=True):
        # In GEXF these two are the extent in time of an edge; here they are places in the text.
        data |= {f"text_{name}": data.pop(name) for name in ("start", "end") if name in data}
    held = io.BytesIO()
    nx.write_gexf(flat, held, encoding="utf-8", prettyprint=False)
    return held.getvalue()


def _cytoscape(graph: "nx.MultiDiGraph[str]") -> bytes:
    nodes = [{"data": {"id": name, **data.get("facts", {}), **_known(data)}} for name, data in graph.nodes(data=True)]
    edges = [
        {"data": _known(data) | {"id": f"e{number}", "source": source, "target": target}}
        for number, (source, target, data) in enumerate(graph.edges(data=True))
    ]
    return _json({"data": {"name": "policy-graph"}, "elements": {"nodes": nodes, "edges": edges}})


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None and name != "facts"}


def _json_ld(graph: "nx.MultiDiGraph[str]") -> bytes:
    things = {name: _thing(name, data) for name, data in graph.nodes(data=True)}
    for source, target, data in graph.edges(data=True):
        kind = str(data["kind"])
        if kind == "RESPONSIBLE_FOR":
            attribution = {
                "@type": "prov:Attribution",
                "prov:agent": {"@id": _iri(source)},
                "prov:hadRole": {"@id": f"pg:{data.get('role')}"},
                "pg:derived": bool(data.get("derived")),
                **_evidence(data),
            }
            things[target].setdefault("prov:qualifiedAttribution", []).append(attribution)
        elif kind == "ISSUED":
            things[target].setdefault("eli:passed_by", []).append({"@id": _iri(source)})
        else:
            link = {"@id": _iri(target)}
            things[source].setdefault(_LINKS.get(kind, f"pg:{kind.lower()}"), []).append(link)
    return _json({"@context": _CONTEXT, "@graph": list(things.values())})


def _thing(name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    facts = data.get("facts") or {}
    said = {_SAID.get(fact, f"pg:{fact}"): value for fact, value in facts.items() if value is not None}
    return {
        "@id": _iri(name),
        "@type": _TYPES.get(str(data["kind"]), "pg:Thing"),
        "skos:prefLabel": data["title"],
        **said,
    }


def _evidence(data: Mapping[str, Any]) -> dict[str, Any]:
    return {f"pg:{name}": data[name] for name in ("quote", "start", "end", "rule") if data.get(name) is not None}


def _iri(name: str) -> str:
    kind, _, key = name.partition(":")
    return f"urn:policy-graph:{kind}:{quote(key, safe='')}"


def _page(graph: "nx.MultiDiGraph[str]") -> bytes:
    from api.pages.explorer import page_of  # what draws it is only needed here

    return page_of(graph).encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")


_WRITERS: dict[GraphForm, Callable[["nx.MultiDiGraph[str]"], bytes]] = {
    GraphForm.graphml: _graphml,
    GraphForm.gexf: _gexf,
    GraphForm.cyjs: _cytoscape,
    GraphForm.jsonld: _json_ld,
    GraphForm.html: _page,
}
