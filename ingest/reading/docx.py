"""Word (.docx): paragraphs with their automatic numbers, and tables, in the order of the document."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from graph.errors import UndecodableSource
from ingest.clean import without_marks, without_page_numbers
from ingest.reading.layout import Layout, Merged
from ingest.reading.numbering import Numbering
from ingest.reading.package import refuse_bombs

_MAX_SPAN = 100

_DAMAGED = (
    PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, RecursionError, NotImplementedError, OSError,
    zipfile.BadZipFile, zlib.error, etree.LxmlError,
)  # fmt: skip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_TEXT, _CONTENT = f"{_W}t", f"{_W}sdtContent"
_BLANK = {f"{_W}tab", f"{_W}ptab"}
_BREAK = {f"{_W}br", f"{_W}cr"}
_HYPHEN = f"{_W}noBreakHyphen"
# What is deleted, or said a second time: the fall-back of a drawing repeats its text box.
_SKIPPED = {
    f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip


def read_docx(data: bytes, name: str) -> Layout:
    """Paragraphs and tables of the body; deleted text, headers and footers are left out.

    Raises:
        UndecodableSource: it is damaged or locked.
        UnsupportedSource: unpacked it is far larger than a document can be.
    """
    refuse_bombs(data, name, ".docx")
    try:
        return _read(docx.Document(BytesIO(data)))
    except _DAMAGED as error:
        raise UndecodableSource(
            f"{name} is damaged or not a Word document ({error}): save it as .docx again."
        ) from error


def _read(document: Document) -> Layout:
    numbering = Numbering(document)
    layout = Layout()
    for element in _blocks(document.element.body):
        if element.tag == _TABLE:
            layout.add_table(_rows(element, numbering))
            continue
        for line in (numbering.label_of(element) + _words(element)).split("\n"):
            words = without_page_numbers(line).strip()
            layout.removed += len(line.strip()) - len(words)
            layout.add(words)
    return layout


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of the body, those in content controls included; a text box after its paragraph."""
    pending = list(reversed(body))
    while pending:
        element = pending.pop()
        if element.tag in (_PARAGRAPH, _TABLE):
            yield element
        elif element.tag not in _SKIPPED:
            pending += reversed(element)


def _words(paragraph: etree._Element) -> str:
    """What a paragraph shows; a line break within it is a line break."""
    words: list[str] = []
    pending = [paragraph]
    while pending:
        element = pending.pop()
        if element.tag == _TEXT:
            words.append(element.text or "")
        elif element.tag in _BLANK:
            words.append(" ")
        elif element.tag in _BREAK:
            words.append("\n")
        elif element.tag == _HYPHEN:
            words.append("-")
        elif element.tag == _PARAGRAPH and element is not paragraph:  # of a text box
            words.append("\n")
            pending += reversed(element)
        elif element.tag not in _SKIPPED:
            pending += reversed(element)
    return without_marks("".join(words)).replace("\t", " ")


def _rows(table: etree._Element, numbering: Numbering) -> list[dict[int, Merged]]:
    """The cells of each row by grid column; the lower parts of a cell merged over rows count for the upper one."""
    rows: list[dict[int, Merged]] = []
    holders: dict[int, dict[int, Merged]] = {}  # by column, the row that holds the merged cell above
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is not table:
            continue
        cells: dict[int, Merged] = {}
        column = _value(row, "trPr/gridBefore", 0)
        for cell in row.iter(_CELL):
            if next(cell.iterancestors(_ROW)) is not row:
                continue
            paragraphs = (numbering.label_of(element) + _words(element) for element in cell.iter(_PARAGRAPH))
            words = " ".join(" ".join(paragraphs).split())
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue" and not words
            if goes_on and column in holders:
                held = holders[column][column]
                holders[column][column] = Merged(held.words, held.rows + 1)
            else:
                cells[column] = Merged(words, 1)
                holders.pop(column, None)
                if merge is not None:
                    holders[column] = cells
            column += max(1, _value(cell, "tcPr/gridSpan", 1))
        rows.append(cells)
    return rows


def _value(element: etree._Element, path: str, default: int) -> int:
    """The number that a property holds, within reason."""
    found = element.find("/".join(_W + step for step in path.split("/")))
    written = "" if found is None else str(found.get(f"{_W}val", ""))
    return min(int(written), _MAX_SPAN) if written.isascii() and written.isdigit() and len(written) < 5 else default
