"""Where the words of a search stand in the items that were found."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_BEFORE, _AFTER = 30, 90  # characters around the first find

Row = dict[str, Any]


def highlighted(rows: list[Row], values: Mapping[str, Any], read: Callable[..., list[Row]]) -> list[Row]:
    """Items with a quotation of their document that holds the words, and where in it they stand.

    ``start`` and ``end`` become those of the quotation; the marks count from its first character.
    """
    documents = {row["document"] for row in rows}
    texts = {key: read("text_of_document", document=key)[0]["text"] for key in documents}
    words = values["text"].split()
    return [row | _excerpt(texts[row["document"]], row["start"], row["end"], words) for row in rows]


def _excerpt(text: str, start: int, end: int, words: list[str]) -> Row:
    found = [find.span() for word in words for find in re.finditer(re.escape(word), text[start:end], re.IGNORECASE)]
    first = min((at for at, _ in found), default=0)
    begin = start + max(0, first - _BEFORE)
    stop = min(end, start + first + _AFTER)
    quote = text[begin:stop]
    trimmed = quote.strip()
    begin += quote.index(trimmed)
    stop = begin + len(trimmed)
    within = ((start + a, start + b) for a, b in found)
    return {"start": begin, "end": stop, "quote": trimmed, "marks": _merged(within, begin, stop)}


def _merged(spans: Any, begin: int, stop: int) -> list[dict[str, int]]:
    """Spans that lie between ``begin`` and ``stop``, counted from there; those that overlap become one."""
    marks: list[dict[str, int]] = []
    for start, end in sorted(span for span in spans if begin <= span[0] and span[1] <= stop):
        if marks and start - begin <= marks[-1]["end"]:
            marks[-1]["end"] = max(marks[-1]["end"], end - begin)
        else:
            marks.append({"start": start - begin, "end": end - begin})
    return marks
