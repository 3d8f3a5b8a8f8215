"""/graph: the neighbourhood of a document, a unit or a pair of units as a picture, with a table twin.

/graph/beside brings what stands around one node of it, /graph/context the words around a quotation, /graph/page the
same picture as one file that needs no server.
"""

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Annotated, Any
from urllib.parse import quote

import networkx as nx
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from markupsafe import Markup

from api.answers import stretch_of, text_of
from api.dependencies import Store, Stretch, unit_key
from api.keeping import Kept
from api.pages.drawing import VIS_FOLDER, Picture, draw
from api.pages.templating import STATIC, path_of, render, rendered
from api.responses import DocumentRow
from graph import subgraph
from graph.errors import NotFound
from graph.placing import places_of
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=Kept)
Key = Annotated[str | None, Query(max_length=300)]
_SCRIPTS = tuple(
    f"{name}.js"
    for name in (
        "data", "edges", "state", "show", "panel", "neighbours", "paths", "find", "twin", "keep", "address", "reader",
    )
)  # fmt: skip
SCRIPTS = ("/static/vis/vis-network.min.js", *(f"/static/graph/{name}" for name in _SCRIPTS))
_AROUND = 120  # characters before and after a quotation


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows: its title, where it leads back to, the picture, and what of the graph it does not show."""

    title: str
    back: str
    picture: Picture
    truncated: bool
    left_out: int


@router.get("/graph")
def graph(request: Request, store: Store, document: Key = None, unit: Key = None, partner: Key = None) -> Response:
    """The picture around a document, a unit, or two units; without any, around the newest document."""
    found = _asked(store, document, unit, partner)
    if found:
        return _page(request, found)
    held = stretch_of(store, DocumentRow, "documents", Stretch(1, 0), status="held").rows
    return RedirectResponse(f"/graph?document={quote(held[0].key, safe='')}" if held else "/", status_code=307)


@router.get("/graph/beside", response_class=JSONResponse)
def beside(store: Store, node: Annotated[str, Query(max_length=320)]) -> dict[str, Any]:
    """What stands around a unit or a document of a picture, at places around (0, 0)."""
    kind, _, key = node.partition(":")
    if kind in ("unit", "collective"):
        picture = _of_unit(store, key).picture
    elif kind == "document":
        picture = _of_document(store, key).picture
    else:
        raise NotFound(f"Nothing more is known around {node!r}; units and documents can be expanded.")
    drawn = {name: picture.data[name] for name in ("nodes", "edges", "lines")}
    return drawn | {"facts": picture.facts}


@router.get("/graph/context", response_class=JSONResponse)
def context(
    store: Store,
    document: Annotated[str, Query(max_length=300)],
    start: Annotated[int, Query(ge=0)],
    end: Annotated[int, Query(ge=0)],
) -> dict[str, str]:
    """A quotation of a document with the words before and after it."""
    text = text_of(store, document).text
    before = text[max(start - _AROUND, 0) : start]
    return {"before": before, "quote": text[start:end], "after": text[end : end + _AROUND]}


@router.get("/graph/page")
def whole_page(store: Store, document: Key = None, unit: Key = None, partner: Key = None) -> HTMLResponse:
    """The picture as one file: styles, scripts and data in it, to be kept and sent."""
    found = _asked(store, document, unit, partner)
    if not found:
        raise NotFound("Name a document or a unit: /graph/page?document=...")
    name = quote(found.title[:60], safe="")
    return HTMLResponse(_alone(found), headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}.html"})


def page_of(graph: "nx.MultiDiGraph[str]") -> str:
    """A subgraph as one file that shows its picture and needs no server."""
    return _alone(_found(graph, ""))


def _alone(found: Found) -> str:
    sheets = [Markup((STATIC / name).read_text(encoding="utf-8")) for name in ("site.css", "graph/graph.css")]  # noqa: S704 - our own
    scripts = [_script(VIS_FOLDER / "vis-network.min.js"), *(_script(STATIC / "graph" / name) for name in _SCRIPTS)]
    values = {"found": found, "picture": found.picture, "sheets": sheets, "scripts": scripts, "most": subgraph.MOST}
    return rendered("graph_file.html", values)


def _script(path: Traversable) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return {"text": Markup(text), "hash": f"sha256-{digest}"}  # noqa: S704 - our own and the installed package's


def _asked(store: GraphStore, document: str | None, unit: str | None, partner: str | None) -> Found | None:
    if document:
        return _of_document(store, document)
    if unit and partner:
        return _of_pair(store, unit_key(store, unit), unit_key(store, partner))
    return _of_unit(store, unit_key(store, unit)) if unit else None


def _of_document(store: GraphStore, key: str) -> Found:
    found = subgraph.neighbourhood_of_document(store, key)
    return _found(found, path_of("document", key))


def _of_unit(store: GraphStore, key: str) -> Found:
    return _found(subgraph.neighbourhood_of_unit(store, key), path_of("unit", key))


def _of_pair(store: GraphStore, unit: str, partner: str) -> Found:
    return _found(subgraph.neighbourhood_of_pair(store, unit, partner), path_of("unit", unit))


def _found(graph: "nx.MultiDiGraph[str]", back: str) -> Found:
    title = " × ".join(graph.nodes[name]["title"] for name in graph.graph["centre"])
    return Found(title, back, draw(graph, places_of(graph)), graph.graph["truncated"], graph.graph["left_out"])


def values_of(found: Found) -> dict[str, Any]:
    """What the template of the page needs."""
    return {"found": found, "picture": found.picture, "most": subgraph.MOST, "SCRIPTS": SCRIPTS}


def _page(request: Request, found: Found) -> HTMLResponse:
    return render(request, "graph.html", values_of(found))
