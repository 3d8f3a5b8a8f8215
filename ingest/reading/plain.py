"""Plain text: bytes to characters, characters to paragraphs."""

import codecs
import re
from collections.abc import Iterator

from graph.errors import SourceTooLarge, UndecodableSource
from ingest.clean import without_marks, without_page_numbers
from ingest.reading import printed
from ingest.reading.flattened import flattened
from ingest.reading.layout import Layout

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAX_LINES = 500_000
_LINE_ENDS = (("\r\n", "\n"), *((end, "\n") for end in "\r\x0b\x85\u2028\u2029"))
_PARAGRAPH = 100  # characters: no printed line is longer
_TABLES = {  # lines that hold one, one behind the other
    "\t": re.compile(r"(?:^[^\t\n]*+\t[^\n]*+(?:\n|\Z)){2,500}+", re.MULTILINE),
    "|": re.compile(r"(?:^[^|\n]*+\|[^\n]*+(?:\n|\Z)){2,500}+", re.MULTILINE),
}
_BODIES = re.compile("单位|部门")
_HEADING = 16  # characters of a column's heading
_MOST_BROKEN = 4  # lines that a bracket is spread over
_UNCLOSED = re.compile(  # a bracket that its line does not close; a heading's number (一) may stand in it
    r"[（(〔【](?:[^（）()〔〕【】。\n]|[（(〔【][^（）()〔〕【】\n]{0,30}+[）)〕】]){0,200}+$", re.MULTILINE
)
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第.{1,3}[章条]"
)
_LONE_BRACKETS = frozenset("）)〕】》")


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
    start = 0
    for begin, stop, rows in _tables(text) if "\f" not in text else ():
        _add_prose(layout, text[start:begin].replace("\t", " "), start)
        layout.add_table({column: cell.strip() for column, cell in enumerate(row)} for row in rows)
        start = stop
    _add_prose(layout, text[start:].replace("\t", " "), start)
    return layout


def _tables(text: str) -> Iterator[tuple[int, int, list[list[str]]]]:
    """Where tables begin and end whose columns tabs or strokes part, and their rows: each as wide as the heading."""
    mark = "\t" if "\t" in text else "|"
    for table in _TABLES[mark].finditer(text) if mark in text else ():
        rows = [_unframed(row.strip(" ")).split(mark) for row in table[0].rstrip("\n").split("\n")]
        rows = [row for row in rows if any(cell.strip(" -:") for cell in row)]  # none of strokes alone
        heading = [cell.strip() for cell in rows[0]] if rows else []
        if len({len(row) for row in rows}) != 1 or not all(0 < len(cell) <= _HEADING for cell in heading):
            continue
        if mark == "\t" or any(map(_BODIES.search, heading)):  # sites part the words of their menus by strokes
            yield table.start(), table.end(), rows


def _unframed(row: str) -> str:
    """The row of a table without the strokes around it."""
    return row[1:].removesuffix("|") if row.startswith("|") else row


def _add_prose(layout: Layout, text: str, begin: int) -> None:
    """Paragraphs of a text that begins at ``begin`` of the file, and tables that were taken apart in it."""
    start = 0
    for table in flattened(text):
        _add_paragraphs(layout, text[start : table.start], begin + start)
        layout.add_table(dict(enumerate(row)) for row in table.rows)
        start = table.end
    _add_paragraphs(layout, text[start:], begin + start)


def _add_paragraphs(layout: Layout, text: str, begin: int) -> None:
    """Paragraphs of a text that begins at ``begin`` of the file; of a print, joined from its lines."""
    if _may_be_printed(text):
        lines = _lines(text, begin)
        kept = printed.without_furniture(lines)
        if printed.is_wrapped(kept):
            layout.removed += sum(len(line.text) for line in lines) - sum(len(line.text) for line in kept)
            for paragraph in printed.paragraphs(_closed(kept)):
                layout.add_printed(paragraph)
            return
    _add_rows(layout, text, begin)


def _add_rows(layout: Layout, text: str, begin: int) -> None:
    """A paragraph a line, but what a line leaves amid a bracket goes on in the lines behind."""
    held: list[printed.Line] = []
    rows = _rows(text)
    broken = _UNCLOSED.search(text) is not None
    for page, offset, line in rows:
        words = without_page_numbers(line)
        layout.removed += len(line) - len(words)
        if not words:
            continue
        if broken and (held or _UNCLOSED.search(words)):
            held.append(printed.Line(words, page, begin + offset, 0, 0))
            _add_held(layout, held)
        else:
            layout.add(words, page=page, offset=begin + offset)
    for kept in held:
        layout.add(kept.text, page=kept.page, offset=kept.offset)


def _add_held(layout: Layout, held: list[printed.Line]) -> None:
    """Lines from an open bracket on: one paragraph where the last closes it, each its own where it cannot be closed."""
    last = held[-1]
    begins = len(held) > 1 and _NUMBERED.match(last.text) is not None  # the bracket was forgotten: a measure begins
    if not begins and _UNCLOSED.search("".join(line.text for line in held)) is None:
        layout.add_printed(held)
        held.clear()
        return
    if begins or len(held) > _MOST_BROKEN or (len(held) > 1 and ("。" in last.text or len(last.text) > _PARAGRAPH)):
        goes_on = begins and _UNCLOSED.search(last.text) is not None
        for line in held[:-1] if goes_on else held:
            layout.add(line.text, page=line.page, offset=line.offset)
        held[:] = [last] if goes_on else []


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


def _lines(text: str, begin: int) -> list[printed.Line]:
    """The lines that hold anything; columns of an extraction's layout are half an em wide."""
    lines = []
    pages = text.split("\f")
    for number, offset, words in _rows(text):
        page = pages[number - 1]
        left = printed.width(page[page.rfind("\n", 0, offset) + 1 : offset])
        lines.append(printed.Line(words, number, begin + offset, left, left + printed.width(words)))
    return lines


def _closed(lines: list[printed.Line]) -> list[printed.Line]:
    """Extraction may put a closing bracket that stands a little higher on a line of its own, above its own line."""
    closed: list[printed.Line] = []
    held: printed.Line | None = None
    for line in lines:
        if held is None and line.text in _LONE_BRACKETS:
            held = line
            continue
        closed.append(line)
        if held is not None:
            below = held.page == line.page and held.left > line.left
            closed.insert(len(closed) if below else len(closed) - 1, held)
            held = None
    return closed if held is None else [*closed, held]
