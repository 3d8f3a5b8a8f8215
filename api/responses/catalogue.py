"""The query catalogue and its answers."""

from typing import Any

from pydantic import BaseModel

from api.responses.examples import example


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
        text="MATCH (u:Unit {key: $unit})-[:RESPONSIBLE_FOR]->(i:Item) …",
    )

    name: str
    question: str
    question_zh: str
    params: list[ParamAnswer]
    columns: list[str]
    text: str


class QueryRows(BaseModel):
    """What a catalogue query answered."""

    model_config = example(
        name="pairs",
        params={"minimum": 5},
        columns=["unit", "shared"],
        rows=[{"unit": "贵阳市:贵阳市财政局", "shared": 15}],
    )

    name: str
    params: dict[str, Any]
    columns: list[str]
    rows: list[dict[str, Any]]
