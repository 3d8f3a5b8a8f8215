"""The stretches of a measure that each have a clause of their own."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import Item, Span, Structure
from ingest.extract.task_tables import Duties

_SENTENCE_END = re.compile(r"[。\n]")


def passages_of(
    structure: Structure, clauses: Sequence[tuple[Span, Duties | None]]
) -> tuple[tuple[Item, ...], list[str | None]]:
    """The passages of all measures, and for each of ``clauses`` (in text order) the path of what it governs.

    A measure with one clause has no passages: the clause governs the measure. Where several stand in one, each
    governs what stands between the clause before it and itself. The row of a table (``Duties``) governs its own
    task; outside every measure it is an item of the section, ``2.t1``.
    """
    owners = [structure.item_at(span.start) for span, _ in clauses]
    counts = Counter(owner.path for owner in owners if owner)
    seen: Counter[str] = Counter()
    ends: dict[str, int] = {}
    found: list[Item] = []
    governed: list[str | None] = []
    for (span, duties), owner in zip(clauses, owners, strict=True):
        if duties is None and (owner is None or counts[owner.path] == 1):
            governed.append(owner.path if owner else None)
            continue
        section = owner.section if owner else _section_at(structure, span.start)
        stem = f"{owner.path}.p" if owner else f"{section}.t"
        seen[stem] += 1
        start = ends.get(stem, owner.extent.start if owner else 0)
        ends[stem] = span.end
        if duties is not None:
            extent = duties.extent
            heading = _first_sentence(structure.source.text, duties.task or extent)
        else:
            extent = Span(start, span.end)
            heading = _first_sentence(structure.source.text, Span(start, span.start))
            if owner and seen[stem] == 1 and owner.span in extent:
                heading = owner.span
        passage = Item(
            path=f"{stem}{seen[stem]}",
            section=section,
            kind="passage",
            parent=owner.path if owner else None,
            label="",
            heading=heading.of(structure.source.text),
            span=heading,
            extent=extent,
            rule="passage.row" if duties else "passage.clause",
        )
        found.append(passage)
        governed.append(passage.path)
    return tuple(found), governed


def _section_at(structure: Structure, offset: int) -> int:
    for section in structure.sections:
        if section.extent.start <= offset < section.extent.end:
            return section.ordinal
    return 0


def _first_sentence(text: str, within: Span) -> Span:
    start = within.start
    while start < within.end and (text[start].isspace() or text[start] in "。；;，,、"):
        start += 1
    stop = _SENTENCE_END.search(text, start, within.end)
    end = stop.start() if stop else within.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
