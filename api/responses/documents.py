"""Documents: a row of the list, the whole head, its tree, its text, what became of an upload."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.examples import CITED_EVIDENCE, DOCUMENT, ITEM, TITLE, example
from api.responses.listing import Answer, Status


class Named(BaseModel):
    """A unit by key and name."""

    model_config = example(key="贵阳市:贵阳市人民政府办公厅", name="贵阳市人民政府办公厅")

    key: str
    name: str


class DocumentRow(BaseModel):
    """A document: held (its text was read) or cited (known from a citation only)."""

    model_config = example(
        key=DOCUMENT,
        title=TITLE,
        doc_number=DOCUMENT,
        issued_on="2023-02-06",
        status="held",
        jurisdiction="贵阳市",
        items=25,
        units=40,
        cited_by=0,
    )

    key: str
    title: str | None
    doc_number: str | None
    issued_on: str | None = Field(description="成文日期, ISO")
    status: Status
    jurisdiction: str | None
    items: int
    units: int
    cited_by: int


class DocumentDetail(Answer):
    """A document with its head."""

    model_config = example(
        key=DOCUMENT,
        title=TITLE,
        doc_number=DOCUMENT,
        issued_on="2023-02-06",
        recipients="各区、市、县人民政府",
        jurisdiction="贵阳市",
        status="held",
        source_name="guiyang-education-2023.txt",
        sha256="9f2b5d2e8c0f4c6a9a4b8c6d1e3f5a7b9c1d3e5f7a9b1c3d5e7f9a1b3c5d7e9f",
        media_type="text/plain",
        warnings=[],
        characters=9500,
        copies=[],
        issuers=[{"key": "贵阳市:贵阳市人民政府办公厅", "name": "贵阳市人民政府办公厅"}],
        addressed_to=[],
        items=25,
        units=40,
    )

    key: str
    title: str | None
    doc_number: str | None
    issued_on: str | None
    recipients: str | None = Field(description="主送机关, as written")
    jurisdiction: str | None
    status: Status
    source_name: str | None
    sha256: str | None
    media_type: str | None
    warnings: list[str]
    characters: int | None
    copies: list[str] = Field(description="Names of other prints that say the same.")
    issuers: list[Named]
    addressed_to: list[Named]
    items: int
    units: int


class TreeRow(BaseModel):
    """A section, a measure or a passage of a document, in document order; ``parent`` is the key of what holds it."""

    model_config = example(
        key=ITEM,
        kind="measure",
        parent=f"{DOCUMENT}:s2",
        path="2.4",
        ordinal=7,
        label="(四)",
        heading="动态调整收费",
        text="(四)动态调整收费。建立学前教育收费标准动态调整机制…",
        start=1829,
        end=1978,
    )

    key: str
    kind: Literal["section", "measure", "passage"]
    parent: str | None
    path: str | None
    ordinal: int
    label: str
    heading: str
    text: str | None
    start: int
    end: int


class VersionRow(BaseModel):
    """A version of a document that was loaded; the current one is what the graph says."""

    model_config = example(
        version=f"{DOCUMENT}@0c1d2e3f4a5b6c7d",
        ordinal=1,
        loaded_at="2026-11-20T08:00:00+00:00",
        source_name="guiyang-education-2023.txt",
        sha256="9f2b5d2e8c0f4c6a9a4b8c6d1e3f5a7b9c1d3e5f7a9b1c3d5e7f9a1b3c5d7e9f",
        current=True,
    )

    version: str
    ordinal: int
    loaded_at: str
    source_name: str | None
    sha256: str | None
    current: bool


class TextAnswer(Answer):
    """The text that every ``start`` and ``end`` of a document counts in."""

    model_config = example(document=DOCUMENT, text="贵阳市人民政府办公厅…")

    document: str
    text: str


class CitationRow(BaseModel):
    """Who cites a document, and where."""

    model_config = example(
        CITED_EVIDENCE,
        item=f"{DOCUMENT}:1.2",
        path="1.2",
        heading="克服形式主义",
        source_document=DOCUMENT,
        source_title=TITLE,
        relation="implements",
    )

    item: str | None
    path: str | None
    heading: str | None
    source_document: str
    source_title: str | None
    relation: str
    start: int
    end: int
    quote: str


class UploadAnswer(BaseModel):
    """What became of an uploaded document."""

    model_config = example(
        key=DOCUMENT, title=TITLE, outcome="loaded", items=25, clauses=25, units=40, warnings=[], seconds=0.4
    )

    key: str
    title: str | None
    outcome: Literal["loaded", "unchanged", "updated", "copy"]
    items: int
    clauses: int
    units: int
    warnings: list[str]
    seconds: float
