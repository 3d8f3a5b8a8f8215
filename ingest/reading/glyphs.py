"""The characters of a PDF page and where they stand, put together to lines."""

import ctypes
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.clean import without_marks
from ingest.reading.printed import Line

UNKNOWN = "□"  # a glyph whose font does not say which character it is

_PRIVATE = range(0xE000, 0xF900)
_SYMBOLS = range(0xF020, 0xF100)  # bullets and boxes of Wingdings and Symbol: their fonts say nothing else
_BULLET = "·"
_SLANT = 0.1  # of a right angle, by which text may be off


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, its number on the page, its left and right in points and the height of its base line from below."""

    character: str
    index: int
    left: float
    right: float
    base: float


def glyphs_of(page: pdfium.PdfPage) -> tuple[list[Glyph], int]:
    """The characters of a page in the order in which the file draws them, turned so that most read to the right.

    And by how many quarters the page is turned for that.
    """
    text = page.get_textpage()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    by_turn: tuple[list[Glyph], ...] = ([], [], [], [])
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or not raw.FPDFText_GetLooseCharBox(text, index, box_at):
            continue
        character = _character(code)
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
        by_turn[quarter].append(Glyph(character, index, *places[quarter]))
    text.close()
    most = max(range(4), key=lambda quarter: len(by_turn[quarter]))
    return by_turn[most], most


def _character(code: int) -> str:
    if code in _PRIVATE or code in (0xFFFD, 0x10FFFF):
        return _BULLET if code in _SYMBOLS else UNKNOWN
    return without_marks(chr(code))


def size_of(glyphs: Iterable[Glyph]) -> float:
    """Width of the ideographs among ``glyphs``, 0 where there are none."""
    widths = [glyph.right - glyph.left for glyph in glyphs if "一" <= glyph.character <= "鿿"]
    return median(widths) if widths else 0.0


def rows_of(glyphs: Iterable[Glyph], em: float) -> list[list[Glyph]]:
    """Glyphs that share a base line, from left to right; the rows from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and rows[-1][-1].base - glyph.base < 0.25 * em and rows[-1][0].base - glyph.base < 0.6 * em:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def words_of(row: Sequence[Glyph], em: float) -> str:
    """The words of a row: a blank where two glyphs stand apart."""
    words = row[0].character
    for before, glyph in pairwise(row):
        gap = glyph.left - before.right
        narrow = before.character.isascii() and glyph.character.isascii()
        if gap > (0.15 if narrow else 0.6) * em:
            words += " "
        words += glyph.character
    return words


def line_of(row: Sequence[Glyph], page: int, em: float, *, shift: float = 0) -> Line:
    """A row as a printed line; ``shift``: how far to the right the column stands that it belongs to."""
    return Line(words_of(row, em), page, row[0].index, row[0].left - shift, row[-1].right - shift, size_of(row))
