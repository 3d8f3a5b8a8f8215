"""Rows of catalogue queries as wire models."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from api.dependencies import AskedKey, unit_key
from api.responses import Answer, Listing, NewsAnswer, NewsRow, QueryAsked, SearchRow, TextAnswer
from api.shapes import ALL, Shape, cut, in_order
from api.stretches import Found, Stretch, find, find_all
from graph.changes import changes_since
from graph.errors import NotFound
from graph.queries import Query, query
from graph.search_text import phrase_of
from graph.store import GraphStore

RowT = TypeVar("RowT", bound=BaseModel)
ToldT = TypeVar("ToldT", bound=Answer)


def whole(store: GraphStore, model: type[RowT], name: str, shape: Shape = ALL, **params: Any) -> Listing[RowT]:
    """All rows of a query that has no limit of its own."""
    found = _found(params, store, lambda known: find_all(store, query(name), known))
    rows = in_order([model.model_validate(row) for row in found.rows], shape.sort)
    return _listing(
        model, rows=cut(rows, shape.fields), limit=None, offset=0, next=None, cursor=None, query=found.query
    )


def stretch_of(store: GraphStore, model: type[RowT], name: str, part: Stretch, **params: Any) -> Listing[RowT]:
    """A stretch of a query's rows."""
    if part.cursor:  # which belongs to the key, not to what may be a name
        params |= {param: unit_key(store, value) for param, value in params.items() if isinstance(value, AskedKey)}
    found = _found(params, store, lambda known: find(store, query(name), part, known))
    rows = cut([model.model_validate(row) for row in found.rows], part.fields)
    told = {"limit": part.limit, "offset": part.offset, "next": found.next, "cursor": found.cursor}
    return _listing(model, rows=rows, **told, query=found.query)


def _found(params: dict[str, Any], store: GraphStore, ask: Callable[[dict[str, Any]], Found]) -> Found:
    """What is found; a unit that was not looked up yet is, where that is nothing.

    Raises:
        NotFound: there is no such unit.
        AmbiguousName: several units have this name.
    """
    asked = {param: str(value) for param, value in params.items() if isinstance(value, AskedKey)}
    found = ask(params | asked)
    keys = {} if found.rows else {param: unit_key(store, value) for param, value in asked.items()}
    return found if keys in ({}, asked) else ask(params | keys)


def _asked(question: Query, params: dict[str, Any]) -> QueryAsked:
    return QueryAsked(name=question.name, params=question.values(params), cypher=question.text)


def _listing(model: type[RowT], **told: Any) -> Listing[RowT]:
    # The very class that routes declare; its rows are checked already, and may lack members that nobody wants.
    return Listing[model].model_construct(**told)  # type: ignore[valid-type]


def one(store: GraphStore, model: type[ToldT], name: str, missing: str, **params: Any) -> ToldT:
    """The one row of a query.

    Raises:
        NotFound: there is none; says ``missing``.
    """
    found = _found(params, store, lambda known: find_all(store, query(name), known))
    rows = found.rows
    if not rows:
        raise NotFound(missing)
    return model.model_validate(rows[0] | {"query": found.query})


def text_of(store: GraphStore, document: str) -> TextAnswer:
    """The text of a held document.

    Raises:
        NotFound: it is not held.
    """
    question = query("text_of_document")
    rows = store.read(question, document=document)
    if not rows:
        raise NotFound(f"{document!r} is known from citations only; its text is not held.")
    return TextAnswer(document=document, text=rows[0]["text"], query=_asked(question, {"document": document}))


def finds(store: GraphStore, text: str, limit: int, shape: Shape = ALL) -> Listing[SearchRow]:
    """Documents, items, units and projects that hold some words, the best first."""
    found = whole(store, SearchRow, "search", shape, text=text, phrase=phrase_of(text), limit=limit)
    return found.model_copy(update={"limit": limit})


def news(store: GraphStore, since: str | None, limit: int) -> NewsAnswer:
    """What changed since a moment or a cursor.

    Raises:
        QueryError: ``since`` is neither.
        LogChanged: the cursor is of a store that was restored or set back since.
    """
    found = changes_since(store, since, limit)
    question = query("changes")
    return NewsAnswer(
        rows=[NewsRow.model_validate(row) for row in found.rows],
        cursor=str(found.position),
        more=found.more,
        query=_asked(question, {"behind": found.after, "limit": limit}),
    )
