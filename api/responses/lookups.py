"""Many keys looked up at once, each with what became of it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.responses.documents import DocumentDetail
from api.responses.examples import FINANCE, example
from api.responses.items import ItemDetail
from api.responses.listing import QueryAsked
from api.responses.service import Problem
from api.responses.units import UnitDetail

Kind = Literal["document", "item", "unit"]
_MISSING = "没有:没有"
_UNIT = {"kind": "unit", "key": _MISSING}


class LookupKey(BaseModel):
    """Something to look up."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"examples": [{"kind": "unit", "key": FINANCE["name"]}]}
    )

    kind: Kind
    key: str = Field(min_length=1, max_length=300, description="Its key; of a unit also its name, where unique.")


class LookupRequest(BaseModel):
    """What to look up."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"examples": [{"keys": [{"kind": "unit", "key": _MISSING}]}]}
    )

    keys: list[LookupKey] = Field(min_length=1, max_length=100)


class LookupRow(BaseModel):
    """What became of one key: one of the last four is not null."""

    model_config = example(
        kind="unit",
        key=_MISSING,
        status="not_found",
        problem={
            "type": "/docs#not-found",
            "title": "Not found",
            "status": 404,
            "detail": f"No unit has the key or name {_MISSING!r}. /units?text=… finds units.",
        },
    )

    kind: Kind
    key: str
    status: Literal["found", "not_found", "ambiguous"]
    document: DocumentDetail | None = None
    item: ItemDetail | None = None
    unit: UnitDetail | None = None
    problem: Problem | None = Field(default=None, description="Why it was not found; of a name, its candidates.")


class LookupAnswer(BaseModel):
    """What became of each key, in the order of the request."""

    model_config = example(rows=[{**_UNIT, "status": "not_found"}], queries=[])

    rows: list[LookupRow]
    queries: list[QueryAsked] = Field(description="What was asked of the graph, each once, with its last parameters.")
