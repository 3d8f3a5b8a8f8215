"""PDF: characters and where they stand on the page, to printed lines, to paragraphs."""

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from graph.errors import UndecodableSource, UnsupportedSource
from ingest.clean import is_chrome, without_marks
from ingest.reading import printed
from ingest.reading.layout import Layout

_ONE_AT_A_TIME = threading.Lock()  # PDFium may not be entered by two threads; uploads come on several
_MAX_PAGES = 5_000
_MAX_CHARACTERS = 10_000_000
_PRIVATE = range(0xE000, 0xF900)
_SLANT = 0.1  # of a right angle, by which text may be off
_UNKNOWN = "□"  # a glyph whose font does not say which character it is


@dataclass(frozen=True, slots=True)
class _Glyph:
    character: str
    index: int
    left: float
    right: float
    base: float  # height of the base line, from below


@dataclass(frozen=True, slots=True)
class _Page:
    """Its lines, measured in points as ``em`` is: the width of most of its ideographs; ``picture``: it shows one."""

    lines: list[printed.Line]
    em: float
    picture: bool


def read_pdf(data: bytes, name: str) -> Layout:
    """Paragraphs of all pages; anchors count the characters of a page as PDF stores them.

    Raises:
        UndecodableSource: it is damaged or locked by a password.
        UnsupportedSource: it is a scan, or its fonts do not tell which characters they draw.
    """
    with _ONE_AT_A_TIME:
        pages = list(_pages(data, name))
    em = median([page.em for page in pages for _ in page.lines] or [1.0])
    lines = [
        replace(line, left=line.left / em, right=line.right / em, size=line.size / em)
        for page in pages
        for line in page.lines
    ]
    characters = "".join(line.text for line in lines)
    if not characters:
        raise UnsupportedSource(
            f"{name} is a PDF without text, a scan: run text recognition (OCR) on it and save the result as text."
        )
    if characters.count(_UNKNOWN) > 0.2 * len(characters):
        raise UnsupportedSource(
            f"{name} is a PDF whose fonts do not tell which characters they draw: "
            "get it as .docx, or run text recognition (OCR) on it."
        )
    layout = Layout()
    kept = [line for line in printed.without_furniture(lines) if not is_chrome(line.text)]
    layout.removed = len(characters) - sum(len(line.text) for line in kept)
    for paragraph in printed.paragraphs(kept):
        layout.add_printed(paragraph)
    layout.warnings = [
        f"第{number}页是没有文字的图片，其内容没有读入。" for number, page in enumerate(pages, start=1) if page.picture
    ]
    return layout


def _pages(data: bytes, name: str) -> Iterator[_Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UndecodableSource(f"{name} is locked by a password: save it without one.") from error
        raise UndecodableSource(f"{name} is damaged or not a PDF ({error}): get it anew.") from error
    try:
        if len(document) > _MAX_PAGES:
            raise UnsupportedSource(f"{name} has {len(document)} pages, more than {_MAX_PAGES}: split it.")
        seen = 0
        for number in range(len(document)):
            try:
                page = document[number]
            except pdfium.PdfiumError as error:
                raise UndecodableSource(f"{name}: page {number + 1} is damaged ({error}): get it anew.") from error
            glyphs = _glyphs(page)
            seen += len(glyphs)
            if seen > _MAX_CHARACTERS:
                raise UnsupportedSource(f"{name} has more than {_MAX_CHARACTERS:,} characters: split it.")
            lines, em = _lines(glyphs, number + 1)
            yield _Page(lines, em, picture=not glyphs and _shows_picture(page))
            page.close()
    finally:
        document.close()


def _shows_picture(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _glyphs(page: pdfium.PdfPage) -> list[_Glyph]:
    """The characters of a page in the order in which the file draws them, turned so that most read to the right."""
    text = page.get_textpage()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    by_turn: tuple[list[_Glyph], ...] = ([], [], [], [])
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or not raw.FPDFText_GetLooseCharBox(text, index, box_at):
            continue
        character = _UNKNOWN if code in _PRIVATE or code in (0xFFFD, 0x10FFFF) else without_marks(chr(code))
        turn = raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
        if not character.strip() or abs(turn - round(turn)) > _SLANT:
            continue  # slanted: a watermark
        raw.FPDFText_GetCharOrigin(text, index, x_at, y_at)
        places = (
            (box.left, box.right, y.value),
            (-box.top, -box.bottom, x.value),
            (-box.right, -box.left, -y.value),
            (box.bottom, box.top, -x.value),
        )
        quarter = round(turn) % 4
        by_turn[quarter].append(_Glyph(character, index, *places[quarter]))
    text.close()
    return max(by_turn, key=len)


def _lines(glyphs: list[_Glyph], page: int) -> tuple[list[printed.Line], float]:
    """Glyphs that share a base line, from left to right; lines from top to bottom; and the em they are set in."""
    em = _size(glyphs) or 10.0
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and rows[-1][-1].base - glyph.base < 0.25 * em and rows[-1][0].base - glyph.base < 0.6 * em:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(sorted(row, key=lambda glyph: glyph.left), page, em) for row in rows], em


def _size(glyphs: list[_Glyph]) -> float:
    """Width of the ideographs among ``glyphs``, 0 where there are none."""
    widths = [glyph.right - glyph.left for glyph in glyphs if "一" <= glyph.character <= "鿿"]
    return median(widths) if widths else 0.0


def _line(row: list[_Glyph], page: int, em: float) -> printed.Line:
    """The words of a line: a blank where two glyphs stand apart."""
    words = row[0].character
    for before, glyph in pairwise(row):
        gap = glyph.left - before.right
        narrow = before.character.isascii() and glyph.character.isascii()
        if gap > (0.15 if narrow else 0.6) * em:
            words += " "
        words += glyph.character
    return printed.Line(words, page, row[0].index, row[0].left, row[-1].right, _size(row))
