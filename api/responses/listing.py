"""The envelope of every list, and the words that stand in many rows."""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

RowT = TypeVar("RowT", bound=BaseModel)

Role = Literal["lead", "responsible", "support", "guide", "implement"]
Expand = Literal["written", "members"]
Status = Literal["held", "cited"]
Standing = Literal["held", "cited", "ambiguous", "party", "malformed"]
Comparator = Literal[">=", "<=", "=", "+", "x"]


class Listing(BaseModel, Generic[RowT]):
    """A stretch of a list."""

    model_config = ConfigDict(frozen=True)

    rows: list[RowT]
    limit: int | None = Field(description="Rows asked for; null: this list always comes whole.")
    offset: int = Field(description="Rows left out before the first.")
    next: int | None = Field(description="Offset of the next stretch; null: this is the last.")
