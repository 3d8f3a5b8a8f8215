"""Rows of catalogue queries as wire models."""

from typing import Any, TypeVar

from pydantic import BaseModel

from api.dependencies import AskedKey, Stretch, unit_key
from api.responses import Listing, SearchRow, TextAnswer
from graph.errors import NotFound
from graph.queries import query
from graph.search_text import phrase_of
from graph.store import GraphStore

RowT = TypeVar("RowT", bound=BaseModel)


def whole(store: GraphStore, model: type[RowT], name: str, **params: Any) -> Listing[RowT]:
    """All rows of a query that has no limit of its own."""
    return _listing(model, _rows(store, name, params), limit=None, offset=0, next=None)


def stretch_of(store: GraphStore, model: type[RowT], name: str, part: Stretch, **params: Any) -> Listing[RowT]:
    """A stretch of a query's rows; one row more than wanted is read, to know whether any follow."""
    found = _rows(store, name, params | {"limit": part.limit + 1, "offset": part.offset})
    following = part.offset + part.limit if len(found) > part.limit else None
    return _listing(model, found[: part.limit], limit=part.limit, offset=part.offset, next=following)


def _rows(store: GraphStore, name: str, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a query; a unit that was not looked up yet is, where there are none.

    Raises:
        NotFound: there is no such unit.
        AmbiguousName: several units have this name.
    """
    asked = {param: str(value) for param, value in params.items() if isinstance(value, AskedKey)}
    rows = store.read(query(name), **params | asked)
    found = {} if rows else {param: unit_key(store, value) for param, value in asked.items()}
    return rows if found in ({}, asked) else store.read(query(name), **params | found)


def _listing(model: type[RowT], rows: list[dict[str, Any]], **place: int | None) -> Listing[RowT]:
    # The very class that routes declare, filled at once: FastAPI has nothing left to check.
    return Listing[model].model_validate({"rows": rows} | place)  # type: ignore[valid-type]


def one(store: GraphStore, model: type[RowT], name: str, missing: str, **params: Any) -> RowT:
    """The one row of a query.

    Raises:
        NotFound: there is none; says ``missing``.
    """
    rows = _rows(store, name, params)
    if not rows:
        raise NotFound(missing)
    return model.model_validate(rows[0])


def text_of(store: GraphStore, document: str) -> TextAnswer:
    """The text of a held document.

    Raises:
        NotFound: it is not held.
    """
    rows = store.read(query("text_of_document"), document=document)
    if not rows:
        raise NotFound(f"{document!r} is known from citations only; its text is not held.")
    return TextAnswer(document=document, text=rows[0]["text"])


def finds(store: GraphStore, text: str, limit: int) -> Listing[SearchRow]:
    """Documents, items, units and projects that hold some words, the best first."""
    found = whole(store, SearchRow, "search", text=text, phrase=phrase_of(text), limit=limit)
    return found.model_copy(update={"limit": limit})
