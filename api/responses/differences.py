"""Two versions of a document, or two documents, compared."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.examples import DOCUMENT, ITEM, example

_CHANGE = {"what": "role", "before": "贵阳市财政局 responsible", "after": "贵阳市财政局 lead"}
_ITEM = {"key": ITEM, "path": "2.4", "label": "(四)", "heading": "动态调整收费"}


class ChangeRow(BaseModel):
    """One thing that changed; ``before`` or ``after`` is null where it was added or dropped."""

    model_config = example(_CHANGE)

    what: Literal[
        "title", "doc_number", "issued_on", "recipients", "heading", "text", "unit", "role", "deadline", "target"
    ]
    before: str | None
    after: str | None


class ItemName(BaseModel):
    """An item that only one of the two has."""

    model_config = example(_ITEM)

    key: str
    path: str
    label: str
    heading: str


class ChangedItem(BaseModel):
    """An item that both have and that moved or changed."""

    model_config = example(path_before="2.4", path_after="2.5", heading="动态调整收费", moved=False, changes=[_CHANGE])

    path_before: str
    path_after: str
    heading: str
    moved: bool
    changes: list[ChangeRow]


class DifferenceAnswer(BaseModel):
    """What ``after`` says that ``before`` does not, and the reverse."""

    model_config = example(
        before=f"{DOCUMENT}@0c1d2e3f4a5b6c7d", after=DOCUMENT, head=[], added=[_ITEM], dropped=[], changed=[], same=24
    )

    before: str
    after: str
    head: list[ChangeRow] = Field(description="Title, number, date and recipients.")
    added: list[ItemName]
    dropped: list[ItemName]
    changed: list[ChangedItem]
    same: int = Field(description="Items that read the same in the same place.")
