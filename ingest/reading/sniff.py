"""What kind of file some bytes are: by what they begin with, then by their name; unreadable kinds say what to do."""

import re
from pathlib import PurePath

from graph.errors import UndecodableSource, UnsupportedSource

TEXT, MARKDOWN, CSV, HTML, PDF = "text/plain", "text/markdown", "text/csv", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_HEAD = 4096
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|table|p|meta)[\s>]", re.IGNORECASE)
_WORD_PART, _SHEET_PART, _SLIDES_PART = b"word/document", b"xl/workbook", b"ppt/presentation"
_OLD_SHEET = "a legacy spreadsheet (.xls, .et): open it in Excel or WPS and save it as .xlsx"
_SLIDES = "slides (.ppt, .dps): save them as .txt"
_OLD_OFFICE = {".dps": _SLIDES, ".et": _OLD_SHEET, ".ppt": _SLIDES, ".xls": _OLD_SHEET}
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # how Office keeps a docx or xlsx with a password
_OLE = b"\xd0\xcf\x11\xe0"
_PROMISES = (".pdf", ".docx", ".xlsx")  # what never is mere text
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def media_type_of(data: bytes, name: str) -> str:
    """The media type of bytes that can be read.

    Raises:
        UnsupportedSource: they are of a kind that is not read; the message says which and what to do.
    """
    head, suffix = data[:_HEAD], PurePath(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name, suffix)
    if head.startswith(_OLE) and _LOCKED in data:
        raise UndecodableSource(f"{name} is locked by a password: save it without one.")
    reason = _unreadable(head, suffix)
    if reason:
        raise UnsupportedSource(f"{name} is {reason}.")
    if suffix in (".html", ".htm", ".xhtml", ".shtml", ".mht") or _begins_with_markup(head):
        return HTML
    if suffix in _PROMISES:
        raise UndecodableSource(
            f"{name} is no {suffix[1:].upper()}, whatever its name says: get it anew, or name it by what it is."
        )
    return {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV}.get(suffix, TEXT)


def _begins_with_markup(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and bool(_MARKUP.search(head))


def _zipped(data: bytes, name: str, suffix: str) -> str:
    """A docx or xlsx, or else the complaint about another kind of zip."""
    if _WORD_PART in data:
        return DOCX
    if b"xl/workbook.bin" in data:
        raise UnsupportedSource(f"{name} is a binary workbook (.xlsb): save it as .xlsx.")
    if _SHEET_PART in data:
        return XLSX
    if _SLIDES_PART in data:
        raise UnsupportedSource(f"{name} is a slide show (.pptx): save it as .docx or as text.")
    if suffix == ".ofd" or b"OFD.xml" in data:
        raise UnsupportedSource(f"{name} is an OFD file: export it as PDF, or save it as .docx.")
    raise UnsupportedSource(f"{name} is a zip archive: unpack it and give the files in it.")


def _unreadable(head: bytes, suffix: str) -> str | None:
    """What the bytes are and what to do, where they are nothing that is read here."""
    if head.startswith(_OLE):
        return _OLD_OFFICE.get(suffix, "a legacy Office file (.doc, .wps): open it in Word or WPS and save it as .docx")
    if head[:200].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith((b"MIME-VERSION:", b"FROM: <SAVED BY")):
        return "a web archive (.mht): open it in a browser or in Word and save it as .html or .docx"
    if head.startswith(b"{\\rtf"):
        return "a rich text file (.rtf): open it in Word or WPS and save it as .docx"
    if head.startswith(_IMAGES):
        return "an image, not text: run text recognition (OCR) on it and save the result as .txt or .docx"
    if head.startswith(_PACKED):
        return "a packed archive: unpack it and give the files in it"
    if b"\x00" in head and not head.startswith(_BYTE_ORDER_MARKS):
        return "a binary file of a kind that is not read here: save it as .docx, .pdf, .html or .txt"
    return None
