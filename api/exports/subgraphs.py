"""What a subgraph that is exported is of, with wider caps than a picture needs."""

from typing import TYPE_CHECKING

from graph import subgraph
from graph.errors import QueryError
from graph.queries import MAX_LIMIT
from graph.store import GraphStore

if TYPE_CHECKING:
    import networkx as nx

MOST = 10_000  # nodes


def subgraph_of(
    store: GraphStore,
    *,
    document: str | None = None,
    unit: str | None = None,
    partner: str | None = None,
    ways: int = 0,
    chain: bool = False,
) -> "nx.MultiDiGraph[str]":
    """What stands around a document (with its sections), a unit, or two units; all by their keys.

    ``ways``: of two units, that many of the shortest ways between them.
    ``chain``: of a document, the chains of citations through it.

    Raises:
        NotFound: nothing has this key.
        QueryError: nothing was named, or a partner without a unit.
    """
    if document and not unit and not partner and chain:
        return subgraph.chain_of_document(store, document, most=MOST)
    if document and not unit and not partner:
        return subgraph.neighbourhood_of_document(store, document, sections=True, most=MOST)
    if unit and partner and not document and ways:
        return subgraph.ways_between(store, unit, partner, ways=ways, most=MOST)
    if unit and partner and not document:
        return subgraph.neighbourhood_of_pair(store, unit, partner, items=MAX_LIMIT, most=MOST)
    if unit and not document:
        return subgraph.neighbourhood_of_unit(store, unit, items=MAX_LIMIT, partners=MAX_LIMIT - 1, most=MOST)
    raise QueryError("Say what the subgraph is of: document (--document), unit (--unit), or unit and partner.")
