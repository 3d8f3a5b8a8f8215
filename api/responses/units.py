"""Units (责任单位), their duties, and who shares them."""

from typing import Any

from pydantic import BaseModel

from api.responses.claims import Evidence
from api.responses.examples import CLAUSE, EVIDENCE, FINANCE, ITEM, PLACE, example
from api.responses.listing import Role


class UnitRow(BaseModel):
    """A unit (责任单位) and how much it answers for."""

    model_config = example(FINANCE, jurisdiction="贵阳市", collective=False, items=16, lead=0, documents=1)

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    items: int
    lead: int
    documents: int


class RoleCount(BaseModel):
    """How many items a unit has in a role."""

    model_config = example(role="responsible", items=16)

    role: Role
    items: int


class UnitDetail(BaseModel):
    """A unit."""

    model_config = example(
        FINANCE,
        jurisdiction="贵阳市",
        collective=False,
        regions=["贵阳市"],
        items=16,
        documents=1,
        roles=[{"role": "responsible", "items": 16}],
        issued=0,
        addressed=0,
    )

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    regions: list[Any]
    items: int
    documents: int
    roles: list[RoleCount]
    issued: int
    addressed: int


class UnitItemRow(Evidence):
    """An item that a unit answers for."""

    model_config = example(
        PLACE,
        EVIDENCE,
        item=ITEM,
        role="responsible",
        role_as_written="责任单位",
        deadline=None,
        derived=False,
        as_written="市财政局",
        quote=CLAUSE,
    )

    item: str
    document: str
    document_title: str | None
    path: str
    heading: str
    role: Role
    role_as_written: str | None
    deadline: str | None
    derived: bool
    as_written: str


class PartnerRow(BaseModel):
    """A unit that shares responsibility with the unit asked about, and the items they share."""

    model_config = example(
        unit="贵阳市:贵阳市教育局",
        name="贵阳市教育局",
        jurisdiction="贵阳市",
        collective=False,
        shared=15,
        items=[ITEM],
    )

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    shared: int
    items: list[str]


class PairItemRow(BaseModel):
    """An item that two units share."""

    model_config = example(
        PLACE, item=ITEM, role="responsible", partner_role="responsible", start=1944, end=1977, quote=CLAUSE
    )

    item: str
    document: str
    document_title: str | None
    path: str
    heading: str
    role: Role
    partner_role: Role
    start: int
    end: int
    quote: str


class PairRow(BaseModel):
    """Two units and how many items they share."""

    model_config = example(FINANCE, partner="贵阳市:贵阳市教育局", partner_name="贵阳市教育局", shared=15)

    unit: str
    name: str
    partner: str
    partner_name: str
    shared: int
