"""/graph: the neighbourhood of a document, a unit or a pair of units as a picture, with a table twin."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from graph.layout import positions

from api.answers import one, stretch_of
from api.dependencies import Store, Stretch, unit_key
from api.drawing import Picture, draw
from api.responses import DocumentDetail, DocumentRow, UnitDetail
from api.templating import path_of, render
from graph import subgraph
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Key = Annotated[str | None, Query(max_length=300)]


@router.get("/graph")
def graph(request: Request, store: Store, document: Key = None, unit: Key = None, partner: Key = None) -> Response:
    """The picture around a document, a unit, or two units; without any, around the newest document."""
    if document:
        return _page(request, *_of_document(store, document))
    if unit and partner:
        return _page(request, *_of_pair(store, unit_key(store, unit), unit_key(store, partner)))
    if unit:
        return _page(request, *_of_unit(store, unit_key(store, unit)))
    held = stretch_of(store, DocumentRow, "documents", Stretch(1, 0), status="held").rows
    return RedirectResponse(f"/graph?document={held[0].key}" if held else "/", status_code=307)


def _of_document(store: GraphStore, key: str) -> tuple[str, str, Picture]:
    missing = f"No document has the key {key!r}. /view/documents lists them."
    head = one(store, DocumentDetail, "document_of_key", missing, document=key)
    found = subgraph.neighbourhood_of_document(store, key)
    return head.title or key, path_of("document", key), draw(found, positions(found))


def _of_unit(store: GraphStore, key: str) -> tuple[str, str, Picture]:
    found = subgraph.neighbourhood_of_unit(store, key)
    return _name(store, key), path_of("unit", key), draw(found, positions(found))


def _of_pair(store: GraphStore, unit: str, partner: str) -> tuple[str, str, Picture]:
    found = subgraph.neighbourhood_of_pair(store, unit, partner)
    return f"{_name(store, unit)} × {_name(store, partner)}", path_of("unit", unit), draw(found, positions(found))


def _name(store: GraphStore, key: str) -> str:
    return one(store, UnitDetail, "unit_of_key", f"No unit has the key {key!r}.", unit=key).name


def _page(request: Request, title: str, back: str, picture: Picture) -> HTMLResponse:
    return render(request, "graph.html", {"title": title, "back": back, "picture": picture})
