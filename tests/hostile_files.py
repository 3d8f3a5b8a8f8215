"""Files that someone made to harm: each must be refused with a reason, or read as what it says, in bounded time."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import docx
import pypdfium2 as pdfium
from openpyxl import Workbook

from tests.reading.print_pdf import block, pdf

HEAD = "云川市人民政府关于做好工作的意见\n云府发〔2024〕3号\n一、任务\n（一）建设平台。（责任单位：市教育局）\n"


@dataclass(frozen=True)
class Hostile:
    """``status``: what the API answers; ``says``: words of the refusal."""

    name: str
    make: Callable[[], bytes]
    status: int
    says: str = ""


def word(body: str | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file, with another document.xml and more parts."""
    made, out = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("云府发〔2024〕3号")
    document.save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            changed = part.filename == "word/document.xml" and body is not None
            after.writestr(part.filename, body.encode() if changed and body else before.read(part))
        for name, data in (extra or {}).items():
            after.writestr(name, data)
    return out.getvalue()


def sheet(body: str) -> bytes:
    """A workbook whose one sheet holds these rows of XML."""
    made, out = io.BytesIO(), io.BytesIO()
    Workbook().save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            first = part.filename == "xl/worksheets/sheet1.xml"
            after.writestr(part.filename, body.encode() if first else before.read(part))
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip
_QUADRATIC = f"<!DOCTYPE d [<!ENTITY a '{'ha' * 50_000}'>]>"
_OUTSIDE = "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def _document(before: str, words: str) -> str:
    paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    return f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{paragraph}</w:body></w:document>'


def _nested_tables(depth: int) -> str:
    inside = "<w:p><w:r><w:t>云府发〔2024〕3号</w:t></w:r></w:p>"
    before, after = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    return f"<w:document {_W}><w:body>{before}{inside}{after}</w:body></w:document>"


def _rows(rows: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'


def _cell(at: str, words: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>'


def _locked_pdf() -> bytes:
    """What an encryption dictionary without a password that is known looks like."""
    key = "<" + "00" * 32 + ">"
    start = pdf([block("责任单位" * 9)])
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>] /Root".encode()
    return start.replace(b"/Root", locked)


def _cyclic_pdf() -> bytes:
    return pdf([block("责任单位" * 9)]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


def _many_pages() -> bytes:
    file = pdfium.PdfDocument.new()
    for _ in range(5_001):
        file.new_page(10, 10)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


_LAUGHING_ROW = f'<row r="1">{_cell("A1", "&a11;")}</row>'
_FAR_ROW = f'<row r="1048576">{_cell("XFD1048576", "云府发〔2024〕3号")}</row>'
_SPANS = "colspan=999999999 rowspan=999999999"


def _text(*parts: str) -> Callable[[], bytes]:
    return "".join(parts).encode


FILES = [
    Hostile("bomb.docx", lambda: word(extra={"word/media/a.bin": bytes(300_000_000)}), 415, "would unpack to"),
    Hostile("parts.docx", lambda: word(extra={f"a{n}": b"" for n in range(6_000)}), 415, "in 6017 parts"),
    Hostile("laughs.docx", lambda: word(_document(_LAUGHS, "&a11;")), 422, "amplification"),
    Hostile("quadratic.docx", lambda: word(_document(_QUADRATIC, "&a;" * 50_000)), 422, "amplification"),
    Hostile("outside.docx", lambda: word(_document(_OUTSIDE, "&a;")), 422, "holds no text"),
    Hostile("nested.docx", lambda: word(_nested_tables(5_000)), 422, "Excessive depth"),
    Hostile("laughs.xlsx", lambda: sheet(_LAUGHS + _rows(_LAUGHING_ROW)), 415, "declares entities"),
    Hostile("far.xlsx", lambda: sheet(_rows(_FAR_ROW)), 415, "covers 1,048,576 rows"),
    Hostile("many.xlsx", lambda: sheet(_rows('<row r="1"/>' * 900_000)), 415, "would unpack to"),
    Hostile("laughs.html", _text(_LAUGHS, "<html><body><p>", HEAD, "&a11;</body></html>"), 201),
    Hostile("deep.html", _text("<html><body>", "<div>" * 1_000_000, HEAD), 413, "more than 1,000,000 tags"),
    Hostile("deeper.html", _text("<html><body>", "<div>" * 100_000, HEAD), 422, "nest too deep"),
    Hostile("wide.html", _text("<html><table><tr><td ", _SPANS, ">甲<td>乙<tr><td>", HEAD), 201),
    Hostile("brackets.txt", _text(HEAD, "（" * 1_000_000, "）" * 1_000_000), 201),
    Hostile("titles.txt", _text(HEAD, "《" * 1_000_000), 201),
    Hostile("line.txt", _text(HEAD, "、" * 3_000_000), 201),
    Hostile("locked.pdf", _locked_pdf, 422, "locked by a password"),
    Hostile("cyclic.pdf", _cyclic_pdf, 422, "page 1 is damaged"),
    Hostile("cut.pdf", lambda: pdf([block("责任单位" * 9)])[:400], 422, "damaged"),
    Hostile("pages.pdf", _many_pages, 415, "split it"),
    Hostile("x.pdf", _text("x"), 422, "is no PDF"),
    Hostile("x.docx", _text(HEAD), 422, "is no DOCX"),
    Hostile("cut.docx", lambda: word()[:2_000], 422, "damaged"),
    Hostile("zeros.txt", lambda: bytes(40_000_000), 415, "binary"),
    Hostile("nul.txt", _text(HEAD, "甲乙丙" * 2_000, "\0丁"), 201),
]

# What a browser may call a file, and what it is called here.
NAMES = [
    ("../../../etc/passwd", "passwd"),
    ("..\\..\\windows\\win.ini", "win.ini"),
    ("C:\\方案.txt", "方案.txt"),
    ("方\0案.txt", "方 案.txt"),
    ("方\r\n案.txt", "方 案.txt"),
    ("方\u202etxt.exe", "方 txt.exe"),
    ("方\u200b\u2066案.txt", "方 案.txt"),
    ("\x1b[31m红.txt", "[31m红.txt"),
    ("..", ".."),
    ("\n", "upload"),
    ("长" * 400, "长" * 200),
    ("<script>alert(1)</script>.txt", "script>.txt"),
    ("{{ 7 * 7 }}.txt", "{{ 7 * 7 }}.txt"),
    ("'}) DETACH DELETE n //.txt", ".txt"),
    ("=1+1.txt", "=1+1.txt"),
]
