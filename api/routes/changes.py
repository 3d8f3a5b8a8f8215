"""/changes: what was loaded, updated, deleted and decided, for who keeps a copy elsewhere."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.answers import news
from api.dependencies import Store
from api.responses import NewsAnswer

router = APIRouter(tags=["changes"])


@router.get("/changes")
def list_changes(
    store: Store,
    since: Annotated[
        str | None, Query(min_length=1, max_length=2000, description="A time (ISO 8601), or the cursor before.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="Rows wanted.")] = 100,
) -> NewsAnswer:
    """What changed since a moment or a cursor, in its order; a cursor misses nothing, whatever the clock says."""
    return news(store, since, limit)
