"""PDF: what stands where on its pages, to paragraphs and tables."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from graph.errors import UndecodableSource, UnsupportedSource
from ingest.clean import is_chrome
from ingest.reading import printed
from ingest.reading.columns import in_reading_order
from ingest.reading.glyphs import UNKNOWN, Glyph, glyphs_of, line_of, size_of
from ingest.reading.grid import grids_of
from ingest.reading.layout import Layout
from ingest.reading.ruled import Ruled, box_of, go_on, goes_on, table_of
from ingest.reading.rules import rules_of

_ONE_AT_A_TIME = threading.Lock()  # PDFium may not be entered by two threads; uploads come on several
_MAX_PAGES = 5_000
_MAX_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class _Page:
    """Its lines and tables from the top down.

    Lines are measured in points as ``em`` is, the width of most of its ideographs. ``characters`` counts all, tables
    included; ``picture``: it shows one and nothing else.
    """

    blocks: list[printed.Line | Ruled]
    em: float
    characters: int
    unknown: int
    picture: bool


def read_pdf(data: bytes, name: str) -> Layout:
    """Paragraphs and ruled tables of all pages; anchors count the characters of a page as PDF stores them.

    Raises:
        UndecodableSource: it is damaged or locked by a password.
        UnsupportedSource: it is a scan, or its fonts do not tell which characters they draw.
    """
    with _ONE_AT_A_TIME:
        pages = list(_pages(data, name))
    characters = sum(page.characters for page in pages)
    if not characters:
        raise UnsupportedSource(
            f"{name} is a PDF without text, a scan: run text recognition (OCR) on it and save the result as text."
        )
    if sum(page.unknown for page in pages) > 0.2 * characters:
        raise UnsupportedSource(
            f"{name} is a PDF whose fonts do not tell which characters they draw: "
            "get it as .docx, or run text recognition (OCR) on it."
        )
    layout = Layout()
    _lay_out(layout, pages)
    layout.warnings = [
        f"第{number}页是没有文字的图片，其内容没有读入。" for number, page in enumerate(pages, start=1) if page.picture
    ]
    return layout


def _lay_out(layout: Layout, pages: Sequence[_Page]) -> None:
    em = median([page.em for page in pages for block in page.blocks if isinstance(block, printed.Line)] or [1.0])
    blocks = [
        replace(block, left=block.left / em, right=block.right / em, size=block.size / em)
        if isinstance(block, printed.Line)
        else block
        for page in pages
        for block in page.blocks
    ]
    lines = [block for block in blocks if isinstance(block, printed.Line)]
    kept = [line for line in printed.without_furniture(lines) if not is_chrome(line.text)]
    stays = {(line.page, line.offset) for line in kept}
    layout.removed = sum(len(line.text) for line in lines) - sum(len(line.text) for line in kept)
    tables: dict[tuple[int, int], list[Ruled]] = {}  # by the line that they stand before
    waiting: list[Ruled] = []
    for block in blocks:
        if isinstance(block, Ruled):
            if waiting and goes_on(waiting[-1], block):
                go_on(waiting[-1], block)
            else:
                waiting.append(block)
        elif (block.page, block.offset) in stays and waiting:
            tables[block.page, block.offset] = waiting
            waiting = []
    for paragraph in printed.paragraphs(kept, frozenset(tables)):
        for table in tables.get((paragraph[0].page, paragraph[0].offset), ()):
            layout.add_table(table.columns())
        layout.add_printed(paragraph)
    for table in waiting:
        layout.add_table(table.columns())
    layout.removed += sum(table.removed for table in (*waiting, *(each for some in tables.values() for each in some)))


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
            glyphs, quarter = glyphs_of(page)
            seen += len(glyphs)
            if seen > _MAX_CHARACTERS:
                raise UnsupportedSource(f"{name} has more than {_MAX_CHARACTERS:,} characters: split it.")
            blocks, em = _blocks(page, glyphs, quarter, number + 1)
            unknown = sum(glyph.character == UNKNOWN for glyph in glyphs)
            yield _Page(blocks, em, len(glyphs), unknown, picture=not glyphs and _shows_picture(page))
            page.close()
    finally:
        document.close()


def _shows_picture(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _blocks(
    page: pdfium.PdfPage, glyphs: Sequence[Glyph], quarter: int, number: int
) -> tuple[list[printed.Line | Ruled], float]:
    """Lines and tables of a page from the top down, and the em that its lines are set in."""
    grids = grids_of(rules_of(page, quarter)) if glyphs else []
    tables: list[Ruled] = []
    rest: Sequence[Glyph] = glyphs
    for grid in grids:
        table = table_of(grid, rest, number)
        if table is not None:
            tables.append(table)
            rest = [glyph for glyph in rest if box_of(grid, glyph) is None]
    em = size_of(rest) or 10.0
    blocks: list[printed.Line | Ruled] = []
    for row, shift in in_reading_order(rest, em):
        while tables and tables[0].top > row[0].base:
            blocks.append(tables.pop(0))
        blocks.append(line_of(row, number, em, shift=shift))
    return [*blocks, *tables], em
