"""The service itself: alive, ready, in trouble (RFC 9457)."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.examples import FINANCE, example


class Alive(BaseModel):
    """The process answers."""

    model_config = example(status="alive")

    status: Literal["alive"] = "alive"


class Ready(BaseModel):
    """The store answers."""

    model_config = example(status="ready", server="embedded", name="ArcadeDB", version="26.10.2")

    status: Literal["ready"] = "ready"
    server: Literal["neo4j", "embedded"]
    name: str
    version: str


class Candidate(BaseModel):
    """One of the units that a name may mean."""

    model_config = example(FINANCE, jurisdiction="贵阳市")

    unit: str
    name: str
    jurisdiction: str | None


class Fault(BaseModel):
    """A part of a request that cannot be used."""

    model_config = example(where="query.limit", message="Input should be less than or equal to 500")

    where: str
    message: str


class Problem(BaseModel):
    """What went wrong (RFC 9457), and what to do about it."""

    model_config = example(
        type="/docs#not-found",
        title="Not found",
        status=404,
        detail="No document with key '筑府办函〔2023〕8号'.",
        instance="/documents/…",
    )

    type: str
    title: str
    status: int
    detail: str
    instance: str | None = None
    candidates: list[Candidate] | None = Field(default=None, description="409: the units that the name may mean.")
    errors: list[Fault] | None = Field(default=None, description="422: what cannot be used, and why.")
