"""Registers over all documents."""

from pydantic import BaseModel, Field

from api.responses.claims import CitingPlace, Quotation
from api.responses.examples import CITED, CITED_EVIDENCE, DOCUMENT, ITEM, PROJECT, TARGET, TITLE, example
from api.responses.listing import Answer, Comparator, Standing, Status


class TargetRow(BaseModel):
    """A target, with its document."""

    model_config = example(TARGET, document=DOCUMENT, document_title=TITLE, path="3.4", start=2778, end=2794)

    key: str
    item: str | None
    document: str
    document_title: str | None
    path: str | None
    metric: str
    comparator: Comparator
    value: float
    unit: str
    deadline: str | None
    start: int
    end: int
    quote: str


class HeldDocument(BaseModel):
    """A held document that a citation may mean."""

    model_config = example({}, key="筑府办函〔2023〕7号", title="贵阳市推进教育高质量发展行动方案", doc_number=None)

    key: str
    title: str | None
    doc_number: str | None


class StandingRow(BaseModel):
    """How many cited documents have a standing, and how many items depend on them."""

    model_config = example(standing="cited", documents=110, items=123)

    standing: Standing
    documents: int
    items: int


class ReferenceRow(BaseModel):
    """A document that is cited, and how often."""

    model_config = example(
        CITED, document="中办发〔2019〕16号", status="cited", standing="party", items=1, documents=1, cited_by=1,
        candidates=[],
        examples=[{**CITED_EVIDENCE, "item": f"{DOCUMENT}:1.2", "document": DOCUMENT, "relation": "implements"}],
    )  # fmt: skip

    document: str
    title: str | None
    doc_number: str | None
    status: Status
    standing: Standing
    items: int
    documents: int
    cited_by: int
    candidates: list[HeldDocument]
    examples: list[CitingPlace] = Field(description="The first place that cites it.")


class ProjectRow(BaseModel):
    """A proper-named undertaking."""

    model_config = example(
        PROJECT,
        jurisdiction="贵阳市",
        items=1,
        documents=1,
        examples=[
            {"item": f"{DOCUMENT}:4.2.p2", "document": DOCUMENT, "start": 3504, "end": 3513, "quote": PROJECT["name"]}
        ],
    )

    project: str
    name: str
    jurisdiction: str | None
    items: int
    documents: int
    examples: list[Quotation] = Field(description="The first place that names it.")


class ProjectItemRow(BaseModel):
    """An item that names a project."""

    model_config = example(
        item=f"{DOCUMENT}:4.2.p2",
        document=DOCUMENT,
        document_title=TITLE,
        path="4.2.p2",
        heading="加快项目推进",
        start=3504,
        end=3513,
        quote="人大附中贵阳共建校",
    )

    item: str | None
    document: str
    document_title: str | None
    path: str | None
    heading: str | None
    start: int
    end: int
    quote: str


class SearchRow(BaseModel):
    """A find: ``kind`` says what ``key`` is the key of."""

    model_config = example(
        kind="item", key=ITEM, label="动态调整收费", context="建立学前教育收费标准动态调整机制", score=2.1
    )

    kind: str
    key: str
    label: str
    context: str | None
    score: float | None


class Counts(Answer):
    """How much the store holds."""

    model_config = example(
        documents_held=1,
        documents_cited=5,
        sections=6,
        items=25,
        units=40,
        collective_units=3,
        responsibilities=160,
        citations=21,
        targets=30,
        projects=12,
        regions=8,
    )

    documents_held: int
    documents_cited: int
    sections: int
    items: int
    units: int
    collective_units: int
    responsibilities: int
    citations: int
    targets: int
    projects: int
    regions: int
