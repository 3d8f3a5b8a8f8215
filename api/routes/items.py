"""/items: the measures of all documents."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.answers import stretch_of
from api.dependencies import Store, Text, listed, unit_key
from api.keeping import Kept
from api.looking import item_of
from api.responses import ItemDetail, ItemRow, Listing, Role
from api.stretches import Stretch

router = APIRouter(prefix="/items", tags=["items"], route_class=Kept)


@router.get("")
def list_items(
    store: Store,
    part: Annotated[Stretch, listed("items", ItemRow)],
    text: Text = None,
    document: Annotated[str | None, Query(max_length=200, description="Key of a document.")] = None,
    unit: Annotated[str | None, Query(max_length=200, description="Key or unique name of a unit.")] = None,
    role: Role | None = None,
) -> Listing[ItemRow]:
    """Items, of a document, of a unit, in a role."""
    unit = None if unit is None else unit_key(store, unit)
    return stretch_of(store, ItemRow, "items", part, document=document, unit=unit, role=role, text=text)


@router.get("/{key}")
def read_item(
    store: Store, key: Annotated[str, Path(description="Key of an item: its document's key, a colon, its path.")]
) -> ItemDetail:
    """An item with its units, references, targets and projects, each with its evidence."""
    return item_of(store, key)
