"""The tree of a document: its head, its sections, its measures, and what is not of it."""

from ingest.document import SourceText, Span, Structure
from ingest.header import read_head
from ingest.numbering import lines_of, numbered
from ingest.outline import read_outline


def read_structure(source: SourceText) -> Structure:
    """Head, sections and measures of a text. Never fails: a text without any of them has an empty structure."""
    lines = lines_of(source)
    head = read_head(source, lines)
    foot = max(head.foot, head.body)
    start = lines[head.body].span.start if head.body < len(lines) else len(source.text)
    end = lines[foot - 1].span.end if foot > head.body else start
    heads = list(numbered((index, lines[index]) for index in range(max(head.policy, head.body), foot)))
    outline = read_outline(source, lines, heads, end)
    after = Span(lines[foot].span.start, lines[-1].span.end) if foot < len(lines) else None
    return Structure(
        source=source,
        header=head.header,
        sections=outline.sections,
        items=outline.items,
        body=Span(start, end),
        boilerplate=(after,) if after else (),
    )
