"""The envelope of every list, and the words that stand in many rows."""

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from api.responses.examples import example

RowT = TypeVar("RowT", bound=BaseModel)

Role = Literal["lead", "responsible", "support", "guide", "implement"]
Expand = Literal["written", "members"]
Level = Literal["nation", "province", "prefecture", "county", "zone"]
Status = Literal["held", "cited"]
Standing = Literal["held", "cited", "ambiguous", "party", "malformed"]
Comparator = Literal[">=", "<=", "=", "+", "x"]


class QueryAsked(BaseModel):
    """The question of the catalogue that an answer was made of."""

    model_config = example(
        name="partners_of_unit",
        params={"unit": "贵阳市:贵阳市财政局", "expand": "written", "examples": 1, "limit": 50, "offset": 0},
        cypher="MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item) …",
    )

    name: str
    params: dict[str, Any]
    cypher: str = Field(description="The statement that found the rows; $names stand for the params.")


class Answer(BaseModel):
    """What is told of one thing, with what was asked of the graph for it."""

    query: QueryAsked | None = Field(default=None, description="What was asked of the graph.")


class Listing(BaseModel, Generic[RowT]):
    """A stretch of a list."""

    model_config = ConfigDict(frozen=True)

    rows: list[RowT]
    limit: int | None = Field(description="Rows asked for; null: this list always comes whole.")
    offset: int = Field(description="Rows left out before the first; 0 where a cursor tells where it begins.")
    next: int | None = Field(description="Offset of the next stretch; null: this is the last, or a cursor was given.")
    cursor: str | None = Field(
        default=None,
        description="Ask with cursor= it for what follows, whatever is added or removed meanwhile; null: nothing does.",
    )
    query: QueryAsked | None = Field(default=None, description="What was asked of the graph; null: nothing was.")
