"""/units and /pairs: who answers for what, and with whom."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.answers import one, stretch_of, whole
from api.dependencies import Expanded, PartnerKey, Place, Store, Text, UnitKey, listed, shaped
from api.keeping import Kept
from api.responses import (
    CollectiveRow,
    Level,
    Listing,
    MemberRow,
    PairItemRow,
    PairRow,
    PartnerRow,
    Role,
    SuccessionRow,
    UnitDetail,
    UnitItemRow,
    UnitRow,
)
from api.shapes import Shape
from api.stretches import Stretch

router = APIRouter(tags=["units"], route_class=Kept)


@router.get("/units")
def list_units(
    store: Store,
    part: Annotated[Stretch, listed("units", UnitRow)],
    text: Text = None,
    jurisdiction: Place = None,
    kind: Annotated[str | None, Query(max_length=40, description="department, government, company …")] = None,
    level: Annotated[Level | None, Query(description="Of government.")] = None,
    expand: Expanded = "written",
) -> Listing[UnitRow]:
    """Units, the one with most items first."""
    return stretch_of(
        store, UnitRow, "units", part, text=text, jurisdiction=jurisdiction, kind=kind, level=level, expand=expand
    )


@router.get("/units/{unit}")
def read_unit(store: Store, unit: UnitKey, expand: Expanded = "written") -> UnitDetail:
    """A unit and how often it has which role."""
    return one(store, UnitDetail, "unit_of_key", f"No unit has the key {unit!r}.", unit=unit, expand=expand)


@router.get("/units/{unit}/items")
def list_items_of_unit(
    store: Store,
    unit: UnitKey,
    part: Annotated[Stretch, listed("items_of_unit", UnitItemRow)],
    role: Role | None = None,
    expand: Expanded = "written",
) -> Listing[UnitItemRow]:
    """The items that a unit answers for, with the clause that says so."""
    return stretch_of(store, UnitItemRow, "items_of_unit", part, unit=unit, role=role, expand=expand)


@router.get("/units/{unit}/partners")
def list_partners(
    store: Store,
    unit: UnitKey,
    part: Annotated[Stretch, listed("partners_of_unit", PartnerRow)],
    expand: Expanded = "written",
) -> Listing[PartnerRow]:
    """Who shares responsibility with a unit, and on which items; most shared items first."""
    return stretch_of(store, PartnerRow, "partners_of_unit", part, unit=unit, expand=expand)


@router.get("/units/{unit}/partners/{partner}")
def list_items_of_pair(
    store: Store, unit: UnitKey, partner: PartnerKey, part: Annotated[Stretch, listed("items_of_pair", PairItemRow)]
) -> Listing[PairItemRow]:
    """The items that two units share."""
    return stretch_of(store, PairItemRow, "items_of_pair", part, unit=unit, partner=partner)


@router.get("/units/{unit}/members")
def list_members(
    store: Store, unit: UnitKey, part: Annotated[Stretch, listed("members_of_unit", MemberRow)]
) -> Listing[MemberRow]:
    """The units that a collective stands for."""
    return stretch_of(store, MemberRow, "members_of_unit", part, unit=unit)


@router.get("/units/{unit}/collectives")
def list_collectives(
    store: Store, unit: UnitKey, part: Annotated[Stretch, listed("collectives_of_unit", CollectiveRow)]
) -> Listing[CollectiveRow]:
    """The collectives that a unit belongs to."""
    return stretch_of(store, CollectiveRow, "collectives_of_unit", part, unit=unit)


@router.get("/units/{unit}/successions")
def list_successions(
    store: Store, unit: UnitKey, shape: Annotated[Shape, shaped(SuccessionRow)]
) -> Listing[SuccessionRow]:
    """The units that a unit took over from, and those that took over from it."""
    return whole(store, SuccessionRow, "successions_of_unit", shape, unit=unit)


@router.get("/pairs")
def list_pairs(
    store: Store,
    part: Annotated[Stretch, listed("pairs", PairRow)],
    minimum: Annotated[int, Query(ge=1, description="Items that a pair shares at least.")] = 1,
    document: Annotated[str | None, Query(max_length=200, description="Only items of this document.")] = None,
    collectives: Annotated[bool, Query(description="False leaves out bodies of bodies, which join everything.")] = True,
) -> Listing[PairRow]:
    """Pairs of units that share most, each pair once."""
    return stretch_of(store, PairRow, "pairs", part, minimum=minimum, document=document, collectives=collectives)
