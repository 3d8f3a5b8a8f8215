"""/graph: the neighbourhood of a document, a unit or a pair of units as a picture, with a table twin."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

import networkx as nx
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.answers import stretch_of
from api.dependencies import Store, Stretch, unit_key
from api.drawing import Picture, draw
from api.responses import DocumentRow
from api.templating import path_of, render
from graph import subgraph
from graph.layout import positions
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Key = Annotated[str | None, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows: its title, where it leads back to, the picture, and whether there is more than shown."""

    title: str
    back: str
    picture: Picture
    truncated: bool


@router.get("/graph")
def graph(request: Request, store: Store, document: Key = None, unit: Key = None, partner: Key = None) -> Response:
    """The picture around a document, a unit, or two units; without any, around the newest document."""
    if document:
        return _page(request, _of_document(store, document))
    if unit and partner:
        return _page(request, _of_pair(store, unit_key(store, unit), unit_key(store, partner)))
    if unit:
        return _page(request, _of_unit(store, unit_key(store, unit)))
    held = stretch_of(store, DocumentRow, "documents", Stretch(1, 0), status="held").rows
    return RedirectResponse(f"/graph?document={quote(held[0].key, safe='')}" if held else "/", status_code=307)


def _of_document(store: GraphStore, key: str) -> Found:
    found = subgraph.neighbourhood_of_document(store, key)
    return _found(found, path_of("document", key))


def _of_unit(store: GraphStore, key: str) -> Found:
    return _found(subgraph.neighbourhood_of_unit(store, key), path_of("unit", key))


def _of_pair(store: GraphStore, unit: str, partner: str) -> Found:
    return _found(subgraph.neighbourhood_of_pair(store, unit, partner), path_of("unit", unit))


def _found(graph: "nx.MultiDiGraph[str]", back: str) -> Found:
    title = " × ".join(graph.nodes[name]["title"] for name in graph.graph["centre"])
    return Found(title, back, draw(graph, positions(graph)), graph.graph["truncated"])


def _page(request: Request, found: Found) -> HTMLResponse:
    return render(request, "graph.html", {"found": found, "picture": found.picture})
