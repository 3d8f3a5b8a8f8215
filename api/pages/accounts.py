"""What became of each character of a document: part of a fact, of an item, of a heading, or of what is around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from api.pages.outline import NOTES, Mark, begins
from api.responses import TreeRow

_NAMES = {**NOTES, "item": "条目正文", "section": "章节标题", "rest": "条目之外"}
_WIDER_FIRST = ("rest", "section", "item", "clause", "reference", "target", "project")


@dataclass(frozen=True, slots=True)
class Account:
    """A kind of text, the characters that belong to it and to nothing more exact, and the facts among them."""

    kind: str
    name: str
    characters: int
    facts: int | None


def account(text: str, tree: Iterable[TreeRow], marks: Sequence[Mark]) -> list[Account]:
    """The accounts of a text that have any character; they add up to its length."""
    paint = bytearray(len(text))

    def fill(kind: str, spans: Iterable[tuple[int, int]]) -> None:
        colour = bytes([_WIDER_FIRST.index(kind)])
        for start, end in spans:
            paint[start:end] = colour * (end - start)

    rows = list(tree)
    fill("item", ((row.start, row.end) for row in rows if row.kind != "section"))
    fill("section", ((begins(row, text), row.end) for row in rows if row.kind == "section"))
    facts = {kind: [mark for mark in marks if mark.kind == kind] for kind in NOTES}
    for kind in _WIDER_FIRST:
        if kind in facts:
            fill(kind, ((mark.start, mark.end) for mark in facts[kind]))
    found = [
        Account(kind, name, paint.count(_WIDER_FIRST.index(kind)), len(facts[kind]) if kind in facts else None)
        for kind, name in _NAMES.items()
    ]
    return [each for each in found if each.characters or each.facts]
