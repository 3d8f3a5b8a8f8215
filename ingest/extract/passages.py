"""The stretches of a measure that each have a clause of their own."""

import re
from collections.abc import Sequence

from ingest.document import Item, Span, Structure

_SENTENCE_END = re.compile(r"[。\n]")


def passages_of(structure: Structure, spans: Sequence[Span]) -> tuple[tuple[Item, ...], list[str | None]]:
    """The passages of all measures, and for each clause in ``spans`` (in text order) the path of what it governs.

    A measure with one clause has no passages: the clause governs the measure. Where several stand in one, each
    governs what stands between the clause before it and itself.
    """
    owners = [structure.item_at(span.start) for span in spans]
    counts: dict[str, int] = {}
    for owner in owners:
        if owner is not None:
            counts[owner.path] = counts.get(owner.path, 0) + 1
    found: list[Item] = []
    governed: list[str | None] = []
    seen: dict[str, int] = {}
    ends: dict[str, int] = {}
    for span, owner in zip(spans, owners, strict=True):
        if owner is None or counts[owner.path] == 1:
            governed.append(owner.path if owner else None)
            continue
        number = seen[owner.path] = seen.get(owner.path, 0) + 1
        start = ends.get(owner.path, owner.extent.start)
        passage = _passage(structure, owner, number, Span(start, span.end), span.start)
        ends[owner.path] = span.end
        found.append(passage)
        governed.append(passage.path)
    return tuple(found), governed


def _passage(structure: Structure, owner: Item, number: int, extent: Span, clause: int) -> Item:
    text = structure.source.text
    if number == 1:
        heading = Span(min(owner.span.start, extent.end), min(owner.span.end, extent.end))
    else:
        start = extent.start
        while start < clause and (text[start].isspace() or text[start] in "。；;，,、"):
            start += 1
        stop = _SENTENCE_END.search(text, start, clause)
        end = stop.start() if stop else clause
        while end > start and text[end - 1].isspace():
            end -= 1
        heading = Span(start, end)
    return Item(
        path=f"{owner.path}.p{number}",
        section=owner.section,
        kind="passage",
        parent=owner.path,
        label="",
        heading=heading.of(text),
        span=heading,
        extent=extent,
        rule="passage.clause",
    )
