"""What is claimed of documents and items, each with its evidence."""

from pydantic import BaseModel, Field

from api.responses.examples import (
    CITED,
    CITED_EVIDENCE,
    CLAUSE_EVIDENCE,
    DOCUMENT,
    ITEM,
    PLACE_OF_ITEM,
    PROJECT,
    PROJECT_EVIDENCE,
    RESPONSIBILITY,
    TARGET,
    TARGET_EVIDENCE,
    example,
)
from api.responses.listing import Comparator, Role, Status


class Evidence(BaseModel):
    """Where a claim stands: ``text[start:end] == quote``; ``rule`` names what found it."""

    start: int
    end: int
    quote: str
    rule: str


class Quotation(BaseModel):
    """Words of a document that a figure or a list rests on: ``text[start:end] == quote``."""

    model_config = example(
        item=f"{DOCUMENT}:4.2.p2", document=DOCUMENT, start=3504, end=3513, quote=PROJECT_EVIDENCE["quote"]
    )

    item: str | None = Field(description="Null: outside every item.")
    document: str
    start: int
    end: int
    quote: str


class CitingPlace(Quotation):
    """A place that cites a document."""

    model_config = example(CITED_EVIDENCE, item=f"{DOCUMENT}:1.2", document=DOCUMENT, relation="implements")

    relation: str


class DutyExample(BaseModel):
    """A clause that names a unit; ``text[start:end] == quote``."""

    model_config = example(PLACE_OF_ITEM, CLAUSE_EVIDENCE, role="responsible")

    item: str
    document: str
    path: str
    heading: str
    role: Role
    start: int
    end: int
    quote: str


class SharedExample(DutyExample):
    """A clause that names a unit of a pair; ``partner_role`` is the other's role in the same item."""

    model_config = example(PLACE_OF_ITEM, CLAUSE_EVIDENCE, role="responsible", partner_role="responsible")

    partner_role: Role


class Duty(Evidence):
    """A unit answers for an item; ``quote`` is the clause that says so."""

    unit: str
    name: str
    collective: bool
    role: Role
    role_as_written: str | None
    order: int
    group: int
    as_written: str
    unit_start: int
    unit_end: int
    open: bool = Field(description="The list of units ends in 等.")
    deadline: str | None
    derived: bool = Field(description="Concluded, not written in this place.")


class ResponsibilityRow(Duty):
    """A unit answers for an item; ``quote`` is the clause that says so."""

    model_config = example(RESPONSIBILITY, item=ITEM, path="2.4", heading="动态调整收费")

    item: str
    path: str
    heading: str


class ItemUnitRow(Duty):
    """A unit that answers for the item asked about."""

    model_config = example(RESPONSIBILITY, document=DOCUMENT)

    document: str


class ItemReferenceRow(Evidence):
    """A document that an item cites."""

    model_config = example(
        CITED,
        CITED_EVIDENCE,
        item=f"{DOCUMENT}:1.2",
        rule="title-and-number",
        cited="中办发〔2019〕16号",
        status="cited",
        relation="implements",
    )

    item: str | None = Field(description="Null: cited outside every item.")
    cited: str
    title: str | None
    doc_number: str | None
    status: Status
    relation: str


class DocumentReferenceRow(ItemReferenceRow):
    """A document that a document cites, and the item it does so in."""

    model_config = example(
        CITED,
        CITED_EVIDENCE,
        item=f"{DOCUMENT}:1.2",
        rule="title-and-number",
        path="1.2",
        cited="中办发〔2019〕16号",
        status="cited",
        relation="implements",
    )

    path: str | None


class ItemTargetRow(Evidence):
    """An aim with something countable."""

    model_config = example(TARGET, TARGET_EVIDENCE)

    key: str
    item: str | None
    metric: str
    comparator: Comparator
    value: float
    unit: str
    deadline: str | None


class DocumentTargetRow(ItemTargetRow):
    """A target and the item that sets it."""

    model_config = example(TARGET, TARGET_EVIDENCE, path="3.4")

    path: str | None


class ItemProjectRow(Evidence):
    """A project that an item names."""

    model_config = example(PROJECT, PROJECT_EVIDENCE, item=f"{DOCUMENT}:4.2.p2")

    item: str | None
    project: str
    name: str


class DocumentProjectRow(ItemProjectRow):
    """A project and the item that names it."""

    model_config = example(PROJECT, PROJECT_EVIDENCE, item=f"{DOCUMENT}:4.2.p2", path="4.2.p2")

    path: str | None
