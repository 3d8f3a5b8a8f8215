"""Every character of a document is put to one account, so that nothing is dropped in silence."""

import re
from collections.abc import Iterable

from ingest.document import Clause, Item, Kind, Section, Span, Structure

_KINDS: tuple[Kind, ...] = ("unexplained", "header", "item", "boilerplate", "heading", "clause")
_UNEXPLAINED_RUN = re.compile(rb"\x00+")
_WHITE = re.compile(r"\s")


def account(structure: Structure, passages: Iterable[Item], clauses: Iterable[Clause]) -> dict[Kind, int]:
    """Characters of ``structure.source.text`` by kind; the values add up to its length.

    What stands before the body is header and what stands in it is item (the words that introduce a section
    included), unless something more exact is known of it; white space between accounts is boilerplate.
    """
    text = structure.source.text
    paint = bytearray(len(text))

    def mark(kind: Kind, spans: Iterable[Span]) -> None:
        colour = bytes([_KINDS.index(kind)])
        for span in spans:
            paint[span.start : span.end] = colour * (span.end - span.start)

    mark("header", [Span(0, structure.body.start)])
    mark("item", [structure.body])
    mark("boilerplate", structure.boilerplate)
    mark("header", (span for _, span in structure.header.spans))
    mark("item", (item.extent for item in structure.items))
    headed: list[Section | Item] = [*structure.sections, *structure.items, *passages]
    mark("heading", (Span(thing.extent.start, thing.span.end) for thing in headed if thing.rule != "first-words"))
    mark("clause", (clause.span for clause in clauses))

    counts = {kind: paint.count(index) for index, kind in enumerate(_KINDS)}
    blank = sum(len(_WHITE.findall(text, *run.span())) for run in _UNEXPLAINED_RUN.finditer(paint))
    counts["unexplained"] -= blank
    counts["boilerplate"] += blank
    return {kind: counts[kind] for kind in ("header", "heading", "item", "clause", "boilerplate", "unexplained")}
