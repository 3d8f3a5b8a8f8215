"""What is common to all formats: refusals that say why and what to do, and nothing else ever raised."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EmptySource, SourceError, SourceTooLarge, UndecodableSource, UnsupportedSource
from ingest.reading import read_bytes, read_source
from tests.reading.print_pdf import block, pdf


def zipped(*parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = [
    ("plan.doc", OLE, UnsupportedSource, "save it as .docx"),
    ("plan.xls", OLE, UnsupportedSource, "legacy spreadsheet .* save it as .xlsx"),
    ("plan.wps", OLE, UnsupportedSource, "Word or WPS"),
    ("plan.rtf", b"{\\rtf1 abc}", UnsupportedSource, "save it as .docx"),
    ("plan.ofd", zipped("OFD.xml", "Doc_0/Document.xml"), UnsupportedSource, "an OFD file: export it as PDF"),
    ("plan.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related", UnsupportedSource, "a web archive"),
    ("plan.docx", OLE + "EncryptedPackage".encode("utf-16-le"), UndecodableSource, "locked by a password"),
    ("plan.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), UndecodableSource, "save it as .xlsx again"),
    ("plan.xlsb", zipped("[Content_Types].xml", "xl/workbook.bin"), UnsupportedSource, "a binary workbook"),
    ("plan.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), UnsupportedSource, "a slide show"),
    ("all.zip", zipped("a.txt", "b.txt"), UnsupportedSource, "unpack it and give the files"),
    ("all.rar", b"Rar!\x1a\x07\x00" + bytes(50), UnsupportedSource, "packed archive"),
    ("page.png", b"\x89PNG\r\n\x1a\n" + bytes(50), UnsupportedSource, r"text recognition \(OCR\)"),
    ("page.jpg", b"\xff\xd8\xff\xe0" + bytes(50), UnsupportedSource, r"text recognition \(OCR\)"),
    ("program", b"\x7fELF\x02\x01\x01" + bytes(50), UnsupportedSource, "a binary file"),
    ("plan.txt", b"", EmptySource, "0 bytes"),
    ("plan.docx", zipped("word/document.xml"), UndecodableSource, "damaged"),
    ("plan.txt", b"\xff\xff\xff\xff", UndecodableSource, "neither|not text in"),
]


@pytest.mark.parametrize(("name", "data", "error", "message"), REFUSED, ids=[f"{row[0]} {row[3]}" for row in REFUSED])
def test_refusals_name_the_file_and_say_what_to_do(
    name: str, data: bytes, error: type[SourceError], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        read_bytes(data, name)
    assert name in str(raised.value)
    assert type(raised.value) is error


def test_a_file_is_measured_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(SourceTooLarge, match=r"huge\.txt has 1,000,000,000 bytes, more than the 50,000,000"):
        read_source(path)


def test_an_upload_is_measured() -> None:
    with pytest.raises(SourceTooLarge, match=r"a\.txt has 12 bytes, more than the 11"):
        read_bytes("责任单位".encode(), "a.txt", limit=11)
    assert read_bytes("责任单位".encode(), "a.txt", limit=12).text == "责任单位"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing\.txt does not exist: check the path"):
        read_source(tmp_path / "nothing.txt")
    with pytest.raises(SourceError, match="is a folder, not a file"):
        read_source(tmp_path)
    with pytest.raises(SourceError):
        read_source(tmp_path / ("long" * 100))
    with pytest.raises(SourceError):
        read_source(tmp_path / "nul\0byte")


def test_a_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text("责任单位", encoding="utf-8")
    assert read_source(path).name == "方案.txt"


NAMES = st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.xlsx", "a.md", "a.csv", "a"])
BEGINNINGS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04word/document",
        b"PK\x03\x04xl/workbook",
        b"<!DOCTYPE html><table>",
        b"\xff\xfe",
        b"---\n",
    ]
)
TAGS = "<p> </p> <table> <tr> <td␣rowspan=3> <td␣colspan=2> </table> <div␣hidden> </div> <br> <!-- --> <a> <h1>标题标题"
WORDS = ["责任单位：", "，。", "— 3 —", "&nbsp;", "&#0;", "&#xD800;", "\n", "\0"]
MARKUP = st.lists(st.sampled_from([*(tag.replace("␣", " ") for tag in TAGS.split()), *WORDS]), max_size=60)


def check(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
    except SourceError:
        return
    assert source == read_bytes(data, name)
    assert source.text.strip()
    assert len(source.folded) == len(source.text)
    assert source.text.encode()
    assert "\r" not in source.text
    assert "\n\n" not in source.text
    assert [anchor.start for anchor in source.anchors] == sorted(anchor.start for anchor in source.anchors)
    assert source.removed >= 0
    for table in source.tables:
        for cell in table.cells:
            assert cell.span in table.span
            assert cell.span.of(source.text).strip() == cell.span.of(source.text) != ""
            assert "\t" not in cell.span.of(source.text)


@given(BEGINNINGS, st.binary(max_size=400), NAMES)
def test_whatever_the_bytes_nothing_but_source_errors(beginning: bytes, rest: bytes, name: str) -> None:
    check(beginning + rest, name)


@given(st.text(max_size=400), NAMES)
def test_whatever_the_text(text: str, name: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), name)


@given(MARKUP)
def test_whatever_the_markup(tags: list[str]) -> None:
    check("".join(["<html>", *tags]).encode(), "a.html")


@given(
    st.lists(
        st.sampled_from(
            ["一、要求", "（一）落实任务，", "—— 3 ——", "— 3 —", " " * 20, "责任单位：市教育局" * 3, "\f", ""]
        ),
        max_size=60,
    )
)
def test_whatever_the_lines(lines: list[str]) -> None:
    check("\n".join(lines).encode(), "a.txt")


@given(st.data())
def test_a_pdf_with_any_bytes_changed(data: st.DataObject) -> None:
    file = bytearray(pdf([block("（一）落实各项任务，形成工作合力。" * 5)]))
    for place, value in data.draw(st.lists(st.tuples(st.integers(0, len(file) - 1), st.integers(0, 255)), max_size=8)):
        file[place] = value
    check(bytes(file), "a.pdf")


@given(st.lists(st.text(alphabet="一二三责任单位市教育局，。：（）(1. 0", min_size=1, max_size=60), max_size=20))
def test_joining_lines_neither_loses_nor_adds_words(lines: list[str]) -> None:
    words = "".join("".join(lines).split())
    try:
        read = read_bytes("\n".join(lines).encode(), "a.txt")
    except SourceError:
        assert not words
        return
    assert "".join(read.text.split()) == words
