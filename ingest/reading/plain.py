"""Plain text: bytes to characters, characters to paragraphs."""

import codecs
import re
from collections.abc import Iterator

from graph.errors import SourceTooLarge, UndecodableSource
from ingest.clean import without_marks, without_page_numbers
from ingest.reading import printed
from ingest.reading.layout import Layout

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAX_LINES = 500_000
_LINE_ENDS = (("\r\n", "\n"), *((end, "\n") for end in "\r\x0b\x85\u2028\u2029"), ("\t", " "))
_PARAGRAPH = 100  # characters: no printed line is longer
_LONE_BRACKET = re.compile(r"[）)〕】》]")


def decode(data: bytes, name: str) -> str:
    """Characters of a text file: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).

    Raises:
        UndecodableSource: it is none of them; the message says where each fails.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_as((encoding,), data, name)
    return decode_as(("utf-8", "gb18030"), data, name)


def decode_as(encodings: tuple[str, ...], data: bytes, name: str) -> str:
    """Characters in the first of ``encodings`` that fits.

    Raises:
        UndecodableSource: none does.
    """
    failures = []
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            failures.append(f"{encoding.removesuffix('-sig').upper()} (fails at byte {error.start})")
    raise UndecodableSource(f"{name} is not text in {' or '.join(failures)}: save it as UTF-8.")


def read_plain(data: bytes, name: str) -> Layout:
    """One paragraph a line; joined where the text comes from a print, whose pages a form feed ends.

    Raises:
        UndecodableSource: it is in no encoding that is read.
        SourceTooLarge: it has more lines than a document can have.
    """
    text = decode(data, name)
    if text.count("\n") + text.count("\r") > _MAX_LINES:
        raise SourceTooLarge(f"{name} has more than {_MAX_LINES:,} lines: give the documents in it one by one.")
    for written, end in _LINE_ENDS:
        text = text.replace(written, end)
    text = without_marks(text)
    layout = Layout()
    if _may_be_printed(text):
        lines = _lines(text)
        kept = printed.without_furniture(lines)
        if printed.is_wrapped(kept):
            layout.removed += sum(len(line.text) for line in lines) - sum(len(line.text) for line in kept)
            for paragraph in printed.paragraphs(_closed(kept)):
                layout.add_printed(paragraph)
            return layout
    for page, offset, line in _rows(text):
        words = without_page_numbers(line)
        layout.removed += len(line) - len(words)
        layout.add(words, page=page, offset=offset)
    return layout


def _may_be_printed(text: str) -> bool:
    """Whether lines may be those of a page: not where most of the text stands in lines longer than any page's."""
    lengths = list(map(len, text.split("\n")))
    return 2 * sum(length for length in lengths if length > _PARAGRAPH) < sum(lengths)


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Page, place in it and words of the lines that hold anything."""
    for number, page in enumerate(text.split("\f"), start=1):
        offset = 0
        for row in page.split("\n"):
            if words := row.strip():
                yield number, offset + (0 if row[0] == words[0] else len(row) - len(row.lstrip())), words
            offset += len(row) + 1


def _lines(text: str) -> list[printed.Line]:
    """The lines that hold anything; columns of an extraction's layout are half an em wide."""
    lines = []
    pages = text.split("\f")
    for number, offset, words in _rows(text):
        page = pages[number - 1]
        left = printed.width(page[page.rfind("\n", 0, offset) + 1 : offset])
        lines.append(printed.Line(words, number, offset, left, left + printed.width(words)))
    return lines


def _closed(lines: list[printed.Line]) -> list[printed.Line]:
    """Extraction may put a closing bracket that stands a little higher on a line of its own, above its own line."""
    closed: list[printed.Line] = []
    held: printed.Line | None = None
    for line in lines:
        if held is None and _LONE_BRACKET.fullmatch(line.text):
            held = line
            continue
        closed.append(line)
        if held is not None:
            below = held.page == line.page and held.left > line.left
            closed.insert(len(closed) if below else len(closed) - 1, held)
            held = None
    return closed if held is None else [*closed, held]
