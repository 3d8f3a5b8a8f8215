"""All rows that answer a question, however many pages they come in."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from graph.errors import QueryError
from graph.queries import MAX_LIMIT, Query
from graph.store import GraphStore

MOST = 50_000
Row = dict[str, Any]


def has_pages(question: Query) -> bool:
    """Whether the question is one that is answered in stretches."""
    return {"limit", "offset"} <= {param.name for param in question.params}


def every_row(
    store: GraphStore, question: Query, values: Mapping[str, Any], *, most: int = MOST, page: int = MAX_LIMIT
) -> Iterator[Row]:
    """The rows, the first page read at once, the others when they are wanted; limit and offset of ``values`` give way.

    Raises:
        QueryError: there are more than ``most``.
    """
    if not has_pages(question):
        return iter(store.read(question, **values))
    kept = {name: value for name, value in values.items() if name not in ("limit", "offset")}
    first = store.read(question, **kept, limit=page, offset=0)
    if len(first) == page and store.read(question, **kept, limit=1, offset=most):
        raise QueryError(
            f"{question.name} has over {most} rows, more than one file holds. Ask for less of it, or for a part: "
            f"limit=1 to {MAX_LIMIT}, with offset."
        )

    def following() -> Iterator[Row]:
        found, offset = first, 0
        while len(found) == page:
            offset += page
            found = store.read(question, **kept, limit=page, offset=offset)
            yield from found

    return chain(first, following())
