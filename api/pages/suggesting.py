"""/suggest: what someone means who has begun to type a name, for the search boxes of the pages."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from api.dependencies import Store
from api.names import Names, Suggestion
from api.pages.labels import KINDS
from api.pages.templating import path_of
from graph.queries import query
from graph.remembered import Memory
from graph.store import GraphStore

router = APIRouter(include_in_schema=False)


class KnownNames:
    """The names of a graph, made anew when it changes; for many threads. Close it."""

    def __init__(self) -> None:
        self._memory = Memory(quick=1.0)  # seconds: up to some ten thousand names, nobody is told old ones

    def of(self, store: GraphStore) -> Names:
        """The names; where making them takes long, those of a moment ago while a change is taken up.

        Raises:
            StoreError: the server refuses, stops or is gone.
        """

        def made() -> list[dict[str, Any]]:
            return [{"names": Names(store.read(query("names", "maintain")))}]

        names: Names = self._memory.tell("names", store.state, made)[0]["names"]
        return names

    def close(self) -> None:
        """Make no more of them beside; twice is once."""
        self._memory.close()


@router.get("/suggest", response_class=JSONResponse)
def suggest(request: Request, store: Store, q: Annotated[str, Query(max_length=200)] = "") -> dict[str, Any]:
    """Up to ten things that may be meant, with their pages; of nothing typed none, but the names are made ready."""
    known: KnownNames = request.app.state.known_names
    return {"rows": [_row(found) for found in known.of(store).find(q)]}


def _row(found: Suggestion) -> dict[str, Any]:
    name = found.name
    return {
        "kind": KINDS[name.kind],
        "name": name.name,
        "marks": found.marks,
        "context": name.number if name.number and name.number != name.name else name.place,
        "href": path_of(name.kind, name.name if name.kind == "region" else name.key),
    }
