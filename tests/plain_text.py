"""Structures of plain text for the extractors' tables: the whole text is body unless told otherwise."""

import hashlib

from ingest.clean import fold
from ingest.document import Header, Item, SourceText, Span, Structure


def structure_of(
    text: str, *, title: str | None = None, doc_number: str | None = None, issued_on: str | None = None
) -> Structure:
    """One item a line that begins with （一） or 1.; other lines stand outside every item."""
    items: list[Item] = []
    at = 0
    for line in text.split("\n"):
        if line[:1] in "（(" or line[1:2] == ".":
            place = Span(at, at + len(line))
            items.append(Item(f"1.{len(items) + 1}", 1, "measure", None, line[:3], line, place, place, "test"))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = SourceText("test.txt", "text/plain", digest, text, fold(text))
    header = Header(title, doc_number, (), issued_on, None)
    return Structure(source, header, (), tuple(items), Span(0, len(text)), ())
