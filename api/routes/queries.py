"""/queries: the catalogue itself, each question askable by its name."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.catalogue import ask, describe, named
from api.cursors import LONGEST
from api.dependencies import Store
from api.keeping import Kept
from api.responses import Listing, QueryAnswer, QueryRows
from graph.queries import catalogue

_Word = Annotated[
    str | None, Query(min_length=1, max_length=LONGEST, description="As at every list; /queries tells the sorts.")
]

router = APIRouter(prefix="/queries", tags=["queries"], route_class=Kept)


@router.get("")
def list_queries() -> Listing[QueryAnswer]:
    """All questions, with their parameters, columns and Cypher."""
    rows = [describe(question) for question in catalogue()]
    return Listing[QueryAnswer](rows=rows, limit=None, offset=0, next=None)


@router.get("/{name}")
def ask_query(
    store: Store,
    name: str,
    request: Request,
    sort: _Word = None,  # noqa: ARG001 - read with the others, declared for who reads the description
    cursor: _Word = None,  # noqa: ARG001
    fields: _Word = None,  # noqa: ARG001
) -> QueryRows:
    """Ask a question; its parameters come as query parameters of the same names."""
    return ask(store, named(name), request.query_params)
