"""/queries: the catalogue itself, each question askable by its name."""

from fastapi import APIRouter, Request

from api.catalogue import ask, describe, named
from api.dependencies import Store
from api.keeping import Kept
from api.responses import Listing, QueryAnswer, QueryRows
from graph.queries import catalogue

router = APIRouter(prefix="/queries", tags=["queries"], route_class=Kept)


@router.get("")
def list_queries() -> Listing[QueryAnswer]:
    """All questions, with their parameters, columns and Cypher."""
    rows = [describe(question) for question in catalogue()]
    return Listing[QueryAnswer](rows=rows, limit=None, offset=0, next=None)


@router.get("/{name}")
def ask_query(store: Store, name: str, request: Request) -> QueryRows:
    """Ask a question; its parameters come as query parameters of the same names."""
    return ask(store, named(name), request.query_params)
