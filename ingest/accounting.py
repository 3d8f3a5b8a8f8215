"""Every character of a document is put to one account, so that nothing is dropped in silence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import Clause, Item, Kind, Section, Span, Structure

_KINDS: tuple[Kind, ...] = (
    "unexplained", "boilerplate", "header", "preamble", "heading", "section", "item", "fact", "clause", "closing",
    "annex",
)  # fmt: skip
_RUN = re.compile(rb"\x00\x00*")  # the first apart: ``re`` searches fast for what begins with one character
_WORDS = re.compile(r"\S[^\n]*")
_WHITE = re.compile(r"\s")
# Of the type of what is painted, which saves making one of each stretch of paint.
_PAINT: dict[Kind, bytearray] = {kind: bytearray([number]) for number, kind in enumerate(_KINDS)}
_BREAKS_ARE_BOILERPLATE = bytes(_PAINT["boilerplate" if chr(byte) == "\n" else "unexplained"][0] for byte in range(256))


@dataclass(frozen=True, slots=True)
class Account:
    """Characters by kind, which add up to the length of the text, and the runs that nothing explains."""

    characters: dict[Kind, int]
    unexplained: tuple[Span, ...]


def account(
    structure: Structure, passages: Sequence[Item], clauses: Iterable[Clause], facts: Iterable[Span] = ()
) -> Account:
    """The account of a text.

    A character is what was really read of it, the more exact before the wider: a clause, another fact, a heading, the
    text of a measure or of a passage with a clause of its own, a part of the document that the structure knows. The
    rest is unexplained; only white space between parts is put to boilerplate.
    """
    text = structure.source.text
    paint = bytearray(text.encode("latin-1", "replace").translate(_BREAKS_ARE_BOILERPLATE))
    used: set[Kind] = {"boilerplate", "unexplained"}

    def mark(kind: Kind, spans: Iterable[Span]) -> None:
        colour = _PAINT[kind]
        used.add(kind)
        for span in spans:
            start, end = span.start, span.end
            paint[start:end] = colour * (end - start)

    headed: list[Section | Item] = [*structure.sections, *structure.items, *passages]
    for part, start, end in structure.parts:  # a line each
        paint[start:end] = _PAINT[part] * (end - start)
    used.update([part for part, _, _ in structure.parts])
    mark("header", [span for _, span in structure.header.spans])
    mark("item", [thing.extent for thing in (*structure.items, *passages)])
    used.add("heading")
    for thing in headed:
        if thing.rule != "first-words":
            start, end = thing.extent.start, thing.span.end
            paint[start:end] = _PAINT["heading"] * (end - start)
    mark("fact", facts)
    mark("clause", [clause.span for clause in clauses])

    counts = {kind: paint.count(number) if kind in used and kind != "item" else 0 for number, kind in enumerate(_KINDS)}
    counts["item"] = len(text) - sum(counts.values())  # most of the text, and counting takes as long as what is found
    unexplained: list[Span] = []
    for run in _RUN.finditer(paint):
        start, end = run.span()
        only_white = text[start:end].isspace()
        blank = end - start if only_white else len(_WHITE.findall(text, start, end))
        counts["unexplained"] -= blank
        counts["boilerplate"] += blank
        if not only_white:
            unexplained += (Span(*words.span()) for words in _WORDS.finditer(text, start, end))
    order = (*_KINDS[2:], "boilerplate", "unexplained")
    return Account({kind: counts[kind] for kind in order}, tuple(unexplained))
