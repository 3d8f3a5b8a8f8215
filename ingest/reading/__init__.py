"""Files as text: one module a format, each from bytes to paragraphs, and here what is common to them.

``read_source`` and ``read_bytes`` raise nothing but ``SourceError``: a file is read, or it is said why not.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from graph.errors import EmptySource, SourceError, SourceTooLarge
from ingest.clean import fold, printable
from ingest.document import SourceText
from ingest.reading.html import read_html
from ingest.reading.layout import Layout
from ingest.reading.markdown import read_markdown
from ingest.reading.plain import read_plain
from ingest.reading.sheet import read_csv
from ingest.reading.sniff import CSV, DOCX, HTML, MARKDOWN, PDF, TEXT, XLSX, media_type_of

LIMIT = 50_000_000


# PDFium, python-docx and openpyxl take a fifth of a second to import: only a file of theirs waits for it.
def _read_pdf(data: bytes, name: str) -> Layout:
    from ingest.reading.pdf import read_pdf

    return read_pdf(data, name)


def _read_docx(data: bytes, name: str) -> Layout:
    from ingest.reading.docx import read_docx

    return read_docx(data, name)


def _read_workbook(data: bytes, name: str) -> Layout:
    from ingest.reading.workbook import read_workbook

    return read_workbook(data, name)


_READERS: dict[str, Callable[[bytes, str], Layout]] = {
    CSV: read_csv,
    DOCX: _read_docx,
    HTML: read_html,
    MARKDOWN: read_markdown,
    PDF: _read_pdf,
    TEXT: read_plain,
    XLSX: _read_workbook,
}
_FOLDER = "is a folder, not a file: name the files in it."
_MISSING = "does not exist: check the path."


def read_source(path: Path, *, limit: int = LIMIT) -> SourceText:
    """The text of a file of at most ``limit`` bytes.

    Raises:
        SourceError: it is missing, not a file, too large, of a type that is not read, or without text.
    """
    try:
        size = path.stat().st_size if path.is_file() else None
        if size is None:
            raise SourceError(f"{path} {_FOLDER if path.is_dir() else _MISSING}")
        if size > limit:
            raise _too_large(str(path), size, limit)
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{path} cannot be opened ({error.strerror or error}): check the path and its rights."
        ) from error
    return read_bytes(data, path.name, limit=limit)


def read_bytes(data: bytes, name: str, *, limit: int = LIMIT) -> SourceText:
    """The text of an upload; ``name`` is what messages call it and, where the bytes do not tell, its type.

    Raises:
        SourceError: it is empty, too large, of a type that is not read, or without text.
    """
    name = printable(name) or "upload"
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    if not data:
        raise EmptySource(f"{name} is empty (0 bytes): save it again or get it anew.")
    media_type = media_type_of(data, name)
    layout = _READERS[media_type](data, name)
    text = layout.text
    if not text.strip():
        raise EmptySource(f"{name} holds no text, only blanks: save it again or get it anew.")
    return SourceText(
        name=name,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        folded=fold(text),
        anchors=tuple(layout.anchors),
        removed=layout.removed,
        tables=tuple(layout.tables),
        warnings=tuple(layout.warnings),
    )


def _too_large(name: str, size: int, limit: int) -> SourceTooLarge:
    return SourceTooLarge(
        f"{name} has {size:,} bytes, more than the {limit:,} that are read: split it, or raise MAX_UPLOAD."
    )
