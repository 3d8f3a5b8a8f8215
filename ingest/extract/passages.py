"""The stretches of a measure that each have a clause of their own."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ingest.document import Item, Section, Span, Structure
from ingest.extract.task_tables import Duties


def passages_of(
    structure: Structure, clauses: Sequence[tuple[Span, Duties | None]]
) -> tuple[tuple[Item, ...], list[str | None]]:
    """The passages of all measures, and for each of ``clauses`` (in text order) the path of what it governs.

    A measure with one clause has no passages: the clause governs the measure. Where several stand in one, each
    governs what stands between the clause before it and itself. Outside every measure the words of its section are
    the passage (``3.p1``); outside every section too, a clause governs nothing (None). The row of a table
    (``Duties``) governs its own task; outside every measure that is an item of the section, ``2.t1``.
    """
    owners = [structure.item_at(span.start) for span, _ in clauses]
    counts = Counter([owner.path for owner in owners if owner])
    seen: Counter[str] = Counter()
    last = 0  # where the clause before ends
    found: list[Item] = []
    governed: list[str | None] = []
    for (span, duties), owner in zip(clauses, owners, strict=True):
        around = None if owner else _section_at(structure, span.start)
        if duties is None and ((owner and counts[owner.path] == 1) or not (owner or around)):
            governed.append(owner.path if owner else None)
            continue
        section = owner.section if owner else around.ordinal if around else 0
        stem = f"{owner.path}.p" if owner else f"{section}.t" if duties else f"{section}.p"
        seen[stem] += 1
        start = max(last, _start_of(structure, owner, around, span.start))
        last = span.end
        if duties is not None:
            extent = duties.extent
            heading = _first_sentence(structure.source.text, duties.task or extent)
        else:
            extent = Span(start, span.end)
            heading = _first_sentence(structure.source.text, Span(start, span.start))
            if owner and owner.span in extent:
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


def _section_at(structure: Structure, offset: int) -> Section | None:
    index = bisect_right(structure.sections, offset, key=lambda section: section.extent.start) - 1
    section = structure.sections[index] if index >= 0 else None
    return section if section and offset < section.extent.end else None


def _start_of(structure: Structure, owner: Item | None, around: Section | None, offset: int) -> int:
    """Where the measure begins, else the words of the section that no measure holds."""
    if owner:
        return owner.extent.start
    index = bisect_right(structure.items, offset, key=lambda item: item.extent.start) - 1
    behind = structure.items[index].extent.end if index >= 0 else 0
    return max(behind, around.span.start if around else 0)


def _first_sentence(text: str, within: Span) -> Span:
    start = within.start
    while start < within.end and (text[start].isspace() or text[start] in "。；;，,、"):
        start += 1
    end = within.end
    for mark in "\n。":
        stop = text.find(mark, start, end)
        end = stop if stop >= 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
