"""Answers that no statement gives alone: computed from the rows of one, and of the further ones that its header names.

To whoever asks they are questions of the catalogue like all others. Nothing is drawn by chance without a seed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graph.citing import chains
from graph.connection import connections
from graph.errors import QueryError
from graph.highlight import highlighted
from graph.network import centrality, groups
from graph.queries import Query

Row = dict[str, Any]
Read = Callable[..., list[Row]]  # name of a query, then its parameters
Compute = Callable[[list[Row], Mapping[str, Any], Read], list[Row]]

COMPUTED: Mapping[str, Compute] = {
    "centrality_of_units": centrality,
    "chains_of_document": chains,
    "communities_of_units": groups,
    "connections_of_pair": connections,
    "items_of_text": highlighted,
}


def computed(statement: Query, values: Mapping[str, Any], rows: list[Row], read: Read) -> list[Row]:
    """The rows of the answer, from those of the statement.

    Raises:
        QueryError: a query is read that the header does not name.
    """

    def further(name: str, **params: Any) -> list[Row]:
        if name not in statement.further:
            raise QueryError(f"Query {statement.name} reads {name}. Name it in its header: // further: {name}.")
        return read(name, **params)

    found = COMPUTED[statement.name](rows, values, further)
    return [{column: row[column] for column in statement.columns} for row in found]
