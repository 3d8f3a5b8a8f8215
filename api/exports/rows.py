"""All rows that answer a question, however many pages they come in."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from api.stretches import has_stretches
from graph.arranging import arrange
from graph.errors import QueryError
from graph.queries import MAX_LIMIT, Query
from graph.store import GraphStore

MOST = 50_000
Row = dict[str, Any]


def every_row(
    store: GraphStore,
    question: Query,
    values: Mapping[str, Any],
    sort: str | None = None,
    *,
    most: int = MOST,
    page: int = MAX_LIMIT,
) -> Iterator[Row]:
    """The rows, the first page read at once, the others when they are wanted; limit and offset of ``values`` give way.

    Where rows tell their places, a page goes on after the last row of the one before, whatever is loaded meanwhile.

    Raises:
        QueryError: there are more than ``most``, or they cannot be sorted so.
    """
    if not has_stretches(question):
        return iter(store.read(question, **values))
    kept = {name: value for name, value in values.items() if name not in ("limit", "offset")}
    arranged = arrange(question, values, sort) if question.order or sort else None
    statement = arranged.statement if arranged else question
    first = store.read(statement, **kept, limit=page, offset=0)
    if len(first) == page and store.read(question, **kept, limit=1, offset=most):
        raise QueryError(
            f"{question.name} has over {most} rows, more than one file holds. Ask for less of it, or for one stretch "
            f"after the other at /queries/{question.name}."
        )

    def following() -> Iterator[Row]:
        found, offset = first, 0
        while len(found) == page:
            if arranged:
                behind = arrange(question, values, sort, following=True).statement
                found = store.read(behind, **kept, limit=page, offset=0, after=arranged.place_of(found[-1]))
            else:
                offset += page
                found = store.read(question, **kept, limit=page, offset=offset)
            yield from found

    return chain(first, following())
