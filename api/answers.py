"""Rows of catalogue queries as wire models."""

from typing import Any, TypeVar

from pydantic import BaseModel

from api.dependencies import Stretch
from api.responses import Listing, SearchRow, TextAnswer
from graph.errors import NotFound
from graph.queries import query
from graph.search_text import phrase_of
from graph.store import GraphStore

RowT = TypeVar("RowT", bound=BaseModel)


def whole(store: GraphStore, model: type[RowT], name: str, **params: Any) -> Listing[RowT]:
    """All rows of a query that has no limit of its own."""
    rows = [model.model_validate(row) for row in store.read(query(name), **params)]
    return Listing[RowT](rows=rows, limit=None, offset=0, next=None)


def stretch_of(store: GraphStore, model: type[RowT], name: str, part: Stretch, **params: Any) -> Listing[RowT]:
    """A stretch of a query's rows; one row more than wanted is read, to know whether any follow."""
    found = store.read(query(name), limit=part.limit + 1, offset=part.offset, **params)
    rows = [model.model_validate(row) for row in found[: part.limit]]
    following = part.offset + part.limit if len(found) > part.limit else None
    return Listing[RowT](rows=rows, limit=part.limit, offset=part.offset, next=following)


def one(store: GraphStore, model: type[RowT], name: str, missing: str, **params: Any) -> RowT:
    """The one row of a query.

    Raises:
        NotFound: there is none; says ``missing``.
    """
    rows = store.read(query(name), **params)
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
