"""Which part of a document each line is that stands outside its measures: what no part claims stays unexplained."""

from collections.abc import Iterator, Sequence

from ingest.boilerplate import ends_document, is_annex, is_chrome, is_imprint, is_publicity
from ingest.document import Item, Kind, Section
from ingest.header import Head
from ingest.numbering import Line, Numbered

_SENTENCE = frozenset('。;:!?)”"…')  # with one of these a line of prose ends
_COMMA = ("。", ",", ";")
_HEADING = 60  # characters of a numbered line that is but a heading


def parts_of(
    lines: Sequence[Line],
    head: Head,
    heads: Sequence[Numbered],
    policy: tuple[int, int],
    sections: Sequence[Section],
    items: Sequence[Item],
) -> tuple[tuple[Kind, int, int], ...]:
    """The part, the beginning and the end of each line outside the measures.

    ``policy`` are the lines before annexes, ``heads`` those of them that are numbered.
    """
    first, last = policy
    foot = max(head.foot, head.body)
    found = [
        *_above(lines, head),
        *_text(lines, head, range(head.body, min(first, foot)), "preamble"),
        *_outside(lines, heads, range(first, min(last, foot)), sections, items),
        *_behind(lines, head, last, foot),
        *_foot(lines, head, foot),
    ]
    return tuple([(kind, lines[index].start, lines[index].end) for index, kind in found])


def _above(lines: Sequence[Line], head: Head) -> Iterator[tuple[int, Kind]]:
    """The head: of what is foreign to it, only what is known for a site's own is told."""
    foreign = set(head.chrome)
    for index in range(min(head.body, len(lines))):
        if index not in foreign:
            yield index, "header"
        elif is_chrome(lines[index]):
            yield index, "boilerplate"


def _text(lines: Sequence[Line], head: Head, numbers: range, kind: Kind | None) -> Iterator[tuple[int, Kind]]:
    """Lines of prose are ``kind`` (None: none is expected); names and date under them, annexes, notes of publicity."""
    for index in numbers:
        line = lines[index]
        if any(first <= index <= last for first, last in head.signed):
            yield index, "closing"
        elif is_annex(line):
            yield index, "annex"
        elif is_publicity(line) or is_imprint(line) or is_chrome(line):
            yield index, "boilerplate"
        elif kind and _is_prose(line.words):
            yield index, kind


def _is_prose(words: str) -> bool:
    return words[-1] in _SENTENCE or any(mark in words for mark in _COMMA)


def _outside(
    lines: Sequence[Line], heads: Sequence[Numbered], numbers: range, sections: Sequence[Section], items: Sequence[Item]
) -> Iterator[tuple[int, Kind]]:
    """Lines of the policy that no measure holds: headings that group measures, words that open a section."""
    numbered = {head.line for head in heads}
    extents = iter([*(item.extent for item in items), None])
    extent = next(extents)
    opened = sections[0].extent.start if sections else None
    for index in numbers:
        line = lines[index]
        while extent is not None and line.start >= extent.end:
            extent = next(extents)
        if extent is not None and extent.start <= line.start:
            continue
        if index in numbered:
            yield index, "heading" if len(line.words) <= _HEADING else "section"
        elif _is_prose(line.words):
            yield index, "section" if opened is not None and line.start >= opened else "preamble"


def _behind(lines: Sequence[Line], head: Head, last: int, foot: int) -> Iterator[tuple[int, Kind]]:
    """What stands between the policy and the foot: its signature and its annexes."""
    end = next((index for index in range(last, foot) if is_annex(lines[index])), None)
    annex = last if last < head.policy[1] else end  # a second 一、 begins an annex, too
    annex = foot if annex is None else annex
    yield from _text(lines, head, range(last, min(annex, foot)), None)
    yield from ((index, "annex") for index in range(annex, foot))


def _foot(lines: Sequence[Line], head: Head, foot: int) -> Iterator[tuple[int, Kind]]:
    """Everything behind the body: behind the line with which a site goes on, all is the site's."""
    for index in range(foot, len(lines)):
        if ends_document(lines[index]):
            yield from ((other, "boilerplate") for other in range(index, len(lines)))
            return
        yield from _foot_line(lines, head, index)


def _foot_line(lines: Sequence[Line], head: Head, index: int) -> Iterator[tuple[int, Kind]]:
    line = lines[index]
    if any(first <= index <= last for first, last in head.signed):
        yield index, "closing"
    elif is_publicity(line) or is_imprint(line) or is_chrome(line):
        yield index, "boilerplate"
    elif is_annex(line) or line.words[0].isdigit():
        yield index, "annex"
