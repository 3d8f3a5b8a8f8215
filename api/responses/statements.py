"""Cypher of the asker's own, and what it answers."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.responses.examples import example
from api.responses.listing import QueryAsked
from graph.ad_hoc import MOST_CHARACTERS, MOST_ROWS

_STATEMENT = "MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item) WHERE u.name CONTAINS $text RETURN u.name, count(i) AS items"


class StatementRequest(BaseModel):
    """A statement that only reads."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={"examples": [{"statement": _STATEMENT, "params": {"text": "财政"}, "limit": 100}]},
    )

    statement: str = Field(min_length=1, max_length=MOST_CHARACTERS, description="Cypher: MATCH … RETURN …")
    params: dict[str, Any] = Field(default_factory=dict, description="What stands for $names in it.")
    limit: int = Field(default=1000, ge=1, le=MOST_ROWS, description="Rows wanted; more are left out.")


class StatementAnswer(BaseModel):
    """Columns and rows of a statement."""

    model_config = example(
        columns=["u.name", "items"],
        rows=[{"u.name": "贵阳市财政局", "items": 16}],
        cut_by=None,
        query={"name": "cypher", "params": {"text": "财政"}, "cypher": _STATEMENT},
    )

    columns: list[str]
    rows: list[dict[str, Any]]
    cut_by: Literal["rows", "bytes"] | None = Field(description="The limit that left rows out; null: these are all.")
    query: QueryAsked = Field(description="The statement itself, so that an answer that is kept says what it answers.")
