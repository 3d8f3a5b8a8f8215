"""Units (责任单位), their duties, and who shares them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.responses.claims import DutyExample, Evidence, SharedExample
from api.responses.examples import (
    CLAUSE,
    CLAUSE_EVIDENCE,
    DOCUMENT,
    DUTY_EXAMPLE,
    EVIDENCE,
    FINANCE,
    ITEM,
    PLACE,
    SHARED_EXAMPLE,
    example,
)
from api.responses.listing import Answer, Role

KIND = {"kind": "department", "level": "prefecture", "derived": False}
DERIVED = Field(description="No document names it: it was concluded.")
FIRST = Field(description="The first clause that says so.")
THROUGH = Field(description="Items answered for only as a member of a collective; null unless expand=members.")


class UnitRow(BaseModel):
    """A unit (责任单位) and how much it answers for."""

    model_config = example(
        FINANCE, KIND, jurisdiction="贵阳市", collective=False, items=16, lead=0, documents=1, items_through=None,
        examples=[DUTY_EXAMPLE],
    )  # fmt: skip

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    kind: str | None
    level: str | None
    derived: bool = DERIVED
    items: int
    lead: int
    documents: int
    items_through: int | None = THROUGH
    examples: list[DutyExample] = FIRST


class RoleCount(BaseModel):
    """How many items a unit has in a role, with the first clause that says so."""

    model_config = example(CLAUSE_EVIDENCE, role="responsible", items=16, item=ITEM, document=DOCUMENT)

    role: Role
    items: int
    item: str
    document: str
    start: int
    end: int
    quote: str


class UnitDetail(Answer):
    """A unit."""

    model_config = example(
        FINANCE,
        KIND,
        jurisdiction="贵阳市",
        collective=False,
        regions=["贵阳市"],
        items=16,
        documents=1,
        roles=[{"role": "responsible", "items": 16, "item": ITEM, "document": DOCUMENT, **CLAUSE_EVIDENCE}],
        issued=0,
        addressed=0,
        items_through=None,
    )

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    kind: str | None
    level: str | None
    derived: bool = DERIVED
    regions: list[Any]
    items: int
    documents: int
    roles: list[RoleCount]
    issued: int
    addressed: int
    items_through: int | None = THROUGH


class UnitItemRow(Evidence):
    """An item that a unit answers for."""

    model_config = example(
        PLACE,
        EVIDENCE,
        item=ITEM,
        ordinal=7,
        role="responsible",
        role_as_written="责任单位",
        deadline=None,
        derived=False,
        through=None,
        as_written="市财政局",
        quote=CLAUSE,
    )

    item: str
    document: str
    document_title: str | None
    path: str
    ordinal: int
    heading: str
    role: Role
    role_as_written: str | None
    deadline: str | None
    derived: bool
    through: str | None = Field(description="Key of the collective that the unit answers as a member of; null: itself.")
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
        shared_through=None,
        items_through=[],
        examples=[SHARED_EXAMPLE],
    )

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    shared: int
    items: list[str]
    shared_through: int | None = THROUGH
    items_through: list[str]
    examples: list[SharedExample] = FIRST


class MemberRow(BaseModel):
    """A unit that a collective stands for: concluded from the regions, not written."""

    model_config = example(
        unit="云岩区:云岩区人民政府",
        name="云岩区人民政府",
        jurisdiction="云岩区",
        kind="government",
        level="county",
        derived=True,
    )

    unit: str
    name: str
    jurisdiction: str | None
    kind: str | None
    level: str | None
    derived: bool = DERIVED


class CollectiveRow(BaseModel):
    """A collective that a unit belongs to; ``items`` are those of the collective."""

    model_config = example(
        unit="贵阳市:贵阳市各区（市、县）政府",
        name="贵阳市各区（市、县）政府",
        jurisdiction="贵阳市",
        items=12,
        examples=[DUTY_EXAMPLE],
    )

    unit: str
    name: str
    jurisdiction: str | None
    items: int
    examples: list[DutyExample] = FIRST


class SuccessionRow(BaseModel):
    """A unit that another took over from (``before``), or that took over from it (``after``)."""

    model_config = example(
        direction="after",
        unit="全国:国家金融监督管理总局",
        name="国家金融监督管理总局",
        jurisdiction="全国",
        on="2023-03",
        source="党和国家机构改革方案",
    )

    direction: Literal["before", "after"]
    unit: str
    name: str
    jurisdiction: str | None
    on: str = Field(description="Month of the decision.")
    source: str


class PairItemRow(BaseModel):
    """An item that two units share."""

    model_config = example(
        PLACE, item=ITEM, ordinal=7, role="responsible", partner_role="responsible", start=1944, end=1977, quote=CLAUSE
    )

    item: str
    document: str
    document_title: str | None
    path: str
    ordinal: int
    heading: str
    role: Role
    partner_role: Role
    start: int
    end: int
    quote: str


class PairRow(BaseModel):
    """Two units and how many items they share."""

    model_config = example(
        FINANCE, partner="贵阳市:贵阳市教育局", partner_name="贵阳市教育局", shared=15, examples=[SHARED_EXAMPLE]
    )

    unit: str
    name: str
    partner: str
    partner_name: str
    shared: int
    examples: list[SharedExample] = FIRST
