"""The query catalogue and its answers."""

from typing import Any

from pydantic import BaseModel, Field

from api.responses.examples import example
from api.responses.listing import QueryAsked


class ParamAnswer(BaseModel):
    """A parameter of a catalogue query."""

    model_config = example(name="limit", type="int", required=False, default=50)

    name: str
    type: str
    required: bool
    default: Any


class QueryAnswer(BaseModel):
    """A question of the catalogue: what it asks, what it needs, what it answers, and its Cypher."""

    model_config = example(
        name="partners_of_unit",
        question="Which units share responsibility with a unit, and on which items?",
        question_zh="哪些单位与某单位共同负责,共同负责哪些条目?",
        params=[{"name": "unit", "type": "string", "required": True, "default": None}],
        columns=["unit", "name", "jurisdiction", "collective", "shared", "items"],
        sorts=["name", "shared"],
        text="MATCH (u:Unit {key: $unit})-[:RESPONSIBLE_FOR]->(i:Item) …",
    )

    name: str
    question: str
    question_zh: str
    params: list[ParamAnswer]
    columns: list[str]
    sorts: list[str] = Field(description="Columns by which the rows may be sorted.")
    text: str


class QueryRows(BaseModel):
    """What a catalogue query answered."""

    model_config = example(
        columns=["unit", "shared"],
        rows=[{"unit": "贵阳市:贵阳市财政局", "shared": 15}],
        next=None,
        cursor=None,
        query={"name": "pairs", "params": {"minimum": 5}, "cypher": "MATCH …"},
    )

    columns: list[str]
    rows: list[dict[str, Any]]
    next: int | None = Field(description="Offset of the next stretch; null: none, or the rows come whole.")
    cursor: str | None = Field(description="Ask with cursor= it for what follows; null: nothing, or they come whole.")
    query: QueryAsked
