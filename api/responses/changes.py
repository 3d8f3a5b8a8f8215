"""The feed of changes."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.examples import DOCUMENT, TITLE, example
from api.responses.listing import QueryAsked

_ROW = {"kind": "loaded", "document": DOCUMENT, "title": TITLE, "decision": None, "at": "2026-11-20T08:00:00+00:00"}


class NewsRow(BaseModel):
    """Something that was done to a document, or decided."""

    model_config = example(_ROW)

    kind: Literal["loaded", "updated", "copy", "deleted", "decided", "undone"] = Field(
        description="copy: another print of it was seen; decided, undone: what a decision changes follows as updated."
    )
    document: str | None
    title: str | None = Field(description="Null where the document is held no longer.")
    decision: str | None
    at: str = Field(description="The writer's clock, in UTC; the order of the rows does not hang on it.")


class NewsAnswer(BaseModel):
    """Changes in their order."""

    model_config = example(rows=[_ROW], cursor="eJwdyLEJ", more=False, query=None)

    rows: list[NewsRow]
    cursor: str = Field(description="Ask with since= it for what is changed from here on.")
    more: bool = Field(description="There are more changes already.")
    query: QueryAsked | None
