"""Items (条目)."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.claims import ItemProjectRow, ItemReferenceRow, ItemTargetRow, ItemUnitRow
from api.responses.examples import DOCUMENT, EVIDENCE, ITEM, PLACE, RESPONSIBILITY, example
from api.responses.listing import Answer, QueryAsked


class ItemRow(BaseModel):
    """An item (条目) of a document."""

    model_config = example(
        PLACE,
        key=ITEM,
        kind="measure",
        ordinal=7,
        label="(四)",
        units=4,
        start=1829,
        end=1978,
        quote="(四)动态调整收费。建立学前教育收费标准动态调整机制…",
    )

    key: str
    document: str
    document_title: str | None
    path: str
    kind: Literal["measure", "passage"]
    ordinal: int = Field(description="Its place among the items of its document.")
    label: str
    heading: str
    units: int
    start: int
    end: int
    quote: str = Field(description="The item's whole text; fields= leaves it out.")


class ItemHead(Answer):
    """An item, before what was read out of it."""

    model_config = example(
        PLACE,
        EVIDENCE,
        key=ITEM,
        kind="measure",
        parent=f"{DOCUMENT}:s2",
        label="(四)",
        text="(四)动态调整收费。建立学前教育收费标准动态调整机制…",
    )

    key: str
    document: str
    document_title: str | None
    path: str
    kind: Literal["measure", "passage"]
    parent: str | None
    label: str
    heading: str
    text: str
    start: int
    end: int
    rule: str


class ItemDetail(ItemHead):
    """An item with everything extracted from it, each with its evidence."""

    model_config = example(
        PLACE,
        EVIDENCE,
        key=ITEM,
        kind="measure",
        parent=f"{DOCUMENT}:s2",
        label="(四)",
        text="(四)动态调整收费。建立学前教育收费标准动态调整机制…",
        units=[RESPONSIBILITY | {"document": DOCUMENT}],
        references=[],
        targets=[],
        projects=[],
    )

    units: list[ItemUnitRow]
    references: list[ItemReferenceRow]
    targets: list[ItemTargetRow]
    projects: list[ItemProjectRow]
    queries: list[QueryAsked] = Field(
        default_factory=list, description="What was asked for units, references, targets and projects."
    )
