"""/diff: two versions of a document, or two documents, item by item."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.comparing import as_plain, stored
from api.dependencies import Store
from api.keeping import Kept
from api.responses import DifferenceAnswer
from graph.difference import difference
from graph.store import GraphStore

router = APIRouter(tags=["documents"], route_class=Kept)
Compared = Annotated[str, Query(min_length=1, max_length=300, description="Key of a version, or of a held document.")]


@router.get("/diff")
def read_difference(store: Store, before: Compared, after: Compared) -> DifferenceAnswer:
    """What one version or document says that the other does not."""
    return compared(store, before, after)


def compared(store: GraphStore, before: str, after: str) -> DifferenceAnswer:
    """Two versions or documents of the store, compared.

    Raises:
        NotFound: one of them is not held.
    """
    found = difference(stored(store, before), stored(store, after))
    return DifferenceAnswer(before=before, after=after, **as_plain(found))
