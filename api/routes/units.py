"""/units and /pairs: who answers for what, and with whom."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.answers import one, stretch_of
from api.dependencies import Paged, PartnerKey, Store, Text, UnitKey
from api.responses import Listing, PairItemRow, PairRow, PartnerRow, Role, UnitDetail, UnitItemRow, UnitRow

router = APIRouter(tags=["units"])


@router.get("/units")
def list_units(store: Store, part: Paged, text: Text = None) -> Listing[UnitRow]:
    """Units, the one with most items first."""
    return stretch_of(store, UnitRow, "units", part, text=text)


@router.get("/units/{unit}")
def read_unit(store: Store, unit: UnitKey) -> UnitDetail:
    """A unit and how often it has which role."""
    return one(store, UnitDetail, "unit_of_key", f"No unit has the key {unit!r}.", unit=unit)


@router.get("/units/{unit}/items")
def list_items_of_unit(store: Store, unit: UnitKey, part: Paged, role: Role | None = None) -> Listing[UnitItemRow]:
    """The items that a unit answers for, with the clause that says so."""
    return stretch_of(store, UnitItemRow, "items_of_unit", part, unit=unit, role=role)


@router.get("/units/{unit}/partners")
def list_partners(store: Store, unit: UnitKey, part: Paged) -> Listing[PartnerRow]:
    """Who shares responsibility with a unit, and on which items; most shared items first."""
    return stretch_of(store, PartnerRow, "partners_of_unit", part, unit=unit)


@router.get("/units/{unit}/partners/{partner}")
def list_items_of_pair(store: Store, unit: UnitKey, partner: PartnerKey, part: Paged) -> Listing[PairItemRow]:
    """The items that two units share."""
    return stretch_of(store, PairItemRow, "items_of_pair", part, unit=unit, partner=partner)


@router.get("/pairs")
def list_pairs(
    store: Store,
    part: Paged,
    minimum: Annotated[int, Query(ge=1, description="Items that a pair shares at least.")] = 1,
    document: Annotated[str | None, Query(max_length=200, description="Only items of this document.")] = None,
) -> Listing[PairRow]:
    """Pairs of units that share most, each pair once."""
    return stretch_of(store, PairRow, "pairs", part, minimum=minimum, document=document)
