"""The part of a document in which facts are looked for, as a text of unchanged length."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Span, Structure

_SENTENCE = re.compile(r"[^\n\t。；;!！?？]{1,800}")  # the bound keeps what looks at whole sentences linear
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_OPENING, _CLOSING = "(《“‘", ")》”’"
_COMMA_OR_MARK = re.compile("[,，(《“‘)》”’]")
_DEEPEST_ASIDE = 60  # characters a bracket may hold and still be an aside within its sentence


def searchable(structure: Structure, excluded: Sequence[Span] = ()) -> str:
    """The folded text of the body with everything else, and every ``excluded`` span, turned into line breaks.

    The length stays, so that what is found has its place in ``SourceText.text``. Excluded besides ``excluded``:
    what stands outside the body, boilerplate, and the parts of the header.
    """
    folded = structure.source.folded
    body = structure.body
    hidden = [*structure.boilerplate, *excluded, *[span for _, span in structure.header.spans]]
    return blanked(folded, [*hidden, Span(0, body.start), Span(body.end, len(folded))])


def blanked(text: str, hidden: Iterable[Span]) -> str:
    """``text`` with a line break for each character of ``hidden``, so that nothing is found in it or across it."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted([(span.start, span.end) for span in hidden]):
        if end > at:
            pieces += (text[at:start], "\n" * (end - max(start, at)))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of ``text``, in order, without what ends them: a line break, a tab, 。；;! or ?."""
    for match in _SENTENCE.finditer(text):
        if not match[0].isspace():
            yield Span(*match.span())


def trim(text: str, span: Span, characters: str = " ,，、:：。；;\t\n") -> Span:
    """``span`` without ``characters`` at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)


def commas(text: str, span: Span) -> Iterator[Span]:
    """The stretches of ``span`` between commas that stand in no bracket, title or quotation of reasonable length."""
    start, depth, opened = span.start, 0, 0
    for match in _COMMA_OR_MARK.finditer(text, span.start, span.end):
        character, index = match[0], match.start()
        if character in _OPENING:
            depth, opened = depth + 1, index if depth == 0 else opened
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 or index - opened > _DEEPEST_ASIDE:
            if text[index - 1].isdigit() and _THOUSANDS.match(text, index - 1, span.end):
                continue
            if index > start:
                yield Span(start, index)
            start = index + 1
    if span.end > start:
        yield Span(start, span.end)
