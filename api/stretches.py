"""Stretches of a question's rows: how many, from where, in which order, and which members of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api import cursors
from api.responses import QueryAsked
from graph.arranging import arrange
from graph.errors import QueryError
from graph.queries import MAX_LIMIT, Query
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a list: ``limit`` rows after the first ``offset``, or after the row that a cursor tells.

    ``sort``: a column of the list's sorts, ``-`` before it for downwards. ``fields``: the members wanted of each row;
    empty: all.
    """

    limit: int
    offset: int
    sort: str | None = None
    cursor: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Rows, and where they go on: ``next`` as an offset, ``cursor`` as a place; None where nothing follows."""

    rows: list[dict[str, Any]]
    next: int | None
    cursor: str | None
    query: QueryAsked


def has_stretches(question: Query) -> bool:
    """Whether a question is answered in stretches."""
    return {"limit", "offset"} <= {param.name for param in question.params}


def find_all(store: GraphStore, question: Query, params: Mapping[str, Any]) -> Found:
    """All rows of a question that comes whole."""
    asked = QueryAsked(name=question.name, params=question.values(params), cypher=question.text)
    return Found(store.read(question, **params), None, None, asked)


def find(store: GraphStore, question: Query, part: Stretch, params: Mapping[str, Any]) -> Found:
    """A stretch of a question's rows; one row more than wanted is read, to know whether any follow.

    Where that would be more than any question gives, what follows a full stretch may turn out to be nothing.

    Raises:
        QueryError: the list cannot be sorted so, or the cursor is none of it.
    """
    most = min(part.limit + 1, MAX_LIMIT)
    values = question.values({**params, "limit": most, "offset": part.offset})
    cursor = cursors.read(part.cursor, question.name, values) if part.cursor else None
    if cursor and part.sort not in (None, cursor.sort):
        raise QueryError(f"The cursor goes on in the order {cursor.sort or 'of the list'}, not in {part.sort!r}.")
    if cursor and part.offset:
        raise QueryError("A cursor tells where the list goes on: leave offset out.")
    sort = cursor.sort if cursor else part.sort
    arranged = arrange(question, values, sort, following=cursor is not None) if question.order or sort else None
    statement = arranged.statement if arranged else question
    if cursor:
        if arranged is None or len(cursor.place) != len(arranged.places):
            raise QueryError("The cursor is none of this list. Begin again without it.")
        values["after"] = cursor.place
    rows = store.read(statement, **values)
    more = len(rows) > part.limit or len(rows) == MAX_LIMIT
    rows = rows[: part.limit]
    going_on = None
    if more and arranged:
        going_on = cursors.written(cursors.Cursor(sort, arranged.place_of(rows[-1])), question.name, values)
    shown = {name: value for name, value in values.items() if name != "after"} | {"limit": part.limit}
    asked = QueryAsked(name=question.name, params=shown, cypher=statement.text)
    return Found(rows, part.offset + part.limit if more and not cursor else None, going_on, asked)
