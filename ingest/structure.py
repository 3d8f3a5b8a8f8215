"""The tree of a document: its head, its sections, its measures, and what is not of it."""

from collections.abc import Sequence

from ingest.document import SourceText, Span, Structure
from ingest.header import Head, read_head
from ingest.numbering import Line, lines_of, numbered
from ingest.outline import read_outline


def read_structure(source: SourceText) -> Structure:
    """Head, sections and measures of a text. Never fails: a text without any of them has an empty structure."""
    lines = lines_of(source)
    head = read_head(source, lines)
    foot = max(head.foot, head.body)
    start = lines[head.body].span.start if head.body < len(lines) else len(source.text)
    end = lines[foot - 1].span.end if foot > head.body else start
    first, last = head.policy
    policy_end = lines[last - 1].span.end if first < last else end
    outline = read_outline(source, lines, list(numbered((i, lines[i]) for i in range(first, last))), policy_end)
    return Structure(
        source=source,
        header=head.header,
        sections=outline.sections,
        items=outline.items,
        body=Span(start, end),
        boilerplate=_boilerplate(lines, head, foot),
    )


def _boilerplate(lines: Sequence[Line], head: Head, foot: int) -> tuple[Span, ...]:
    """Chrome above and in the document, and everything behind its body."""
    spans = [lines[index].span for index in head.chrome]
    if foot < len(lines):
        spans.append(Span(lines[foot].span.start, lines[-1].span.end))
    return tuple(spans)
