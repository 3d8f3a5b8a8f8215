"""Word documents, made here with python-docx."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from graph.errors import SourceError, UndecodableSource, UnsupportedSource
from ingest.document import SourceText
from ingest.reading import read_bytes

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(fill: Callable[[Document], object]) -> SourceText:
    return read_bytes(word(fill), "plan.docx")


def add(document: Document, inner: str) -> None:
    """A paragraph of raw WordprocessingML."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {NS}>{inner}</w:p>"))


def test_paragraphs_and_tables_in_order() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("\u3000\u3000一、总体要求")
        table = document.add_table(2, 3)
        for at, words in enumerate(["序号", "任务", "责任单位", "1", "建学校", "市教育局\n市财政局"]):
            table.cell(at // 3, at % 3).text = words
        document.add_paragraph("二、保障")

    source = read(fill)
    assert source.text == "一、总体要求\n序号\t任务\t责任单位\n1\t建学校\t市教育局 市财政局\n二、保障"
    (table,) = source.tables
    assert [(cell.row, cell.column, cell.span.of(source.text)) for cell in table.cells][-1] == (
        1,
        2,
        "市教育局 市财政局",
    )
    assert source.media_type.endswith("wordprocessingml.document")


def test_merged_cells_keep_their_columns() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "高"
        table.cell(0, 2).text, table.cell(2, 2).text = "右上", "右下"

    source = read(fill)
    assert {(cell.row, cell.column): cell.span.of(source.text) for cell in source.tables[0].cells} == {
        (0, 0): "宽",
        (0, 2): "右上",
        (1, 0): "高",
        (2, 2): "右下",
    }


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>", "第一行\n第二行"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲 乙"),
        ("<w:ins><w:r><w:t>加的</w:t></w:r></w:ins><w:del><w:r><w:delText>删的</w:delText></w:r></w:del>", "加的"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>", "链接"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
        ("<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2026</w:t></w:r>", "2024-2026"),
    ],
)
def test_what_a_paragraph_shows(inner: str, text: str) -> None:
    assert read(lambda document: add(document, inner)).text == text


NUMBERING = f"""<w:numbering {NS}><w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num></w:numbering>"""


def test_automatic_numbers_are_written_out() -> None:
    def fill(document: Document) -> None:
        for element in parse_xml(NUMBERING):
            document.part.numbering_part.element.append(element)
        for depth, words in [
            (0, "要求"),
            (1, "甲"),
            (2, "子"),
            (2, "丑"),
            (1, "乙"),
            (2, "寅"),
            (0, "任务"),
            (1, "丙"),
        ]:
            numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr></w:pPr>'
            add(document, f"{numbered}<w:r><w:t>{words}</w:t></w:r>")

    assert read(fill).text.split("\n") == [
        "一、要求", "（一）甲", "1.子", "2.丑", "（二）乙", "1.寅", "二、任务", "（一）丙",
    ]  # fmt: skip


def repacked(change: dict[str, bytes]) -> bytes:
    """A good document with other bytes in some of its parts."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(lambda document: document.add_paragraph("好")))) as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for part in good.namelist():
            bad.writestr(part, change.get(part, good.read(part)))
        for part in change.keys() - set(good.namelist()):
            bad.writestr(part, change[part])
    return file.getvalue()


EVIL = f"""<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<w:document {NS}><w:body><w:p><w:r><w:t>前&a;后</w:t></w:r></w:p></w:body></w:document>"""
DEEP = f"<w:document {NS}><w:body>{'<w:p>' * 5000}{'</w:p>' * 5000}</w:body></w:document>"


def test_no_entity_is_resolved() -> None:
    try:
        text = read_bytes(repacked({"word/document.xml": EVIL.encode()}), "a.docx").text
    except SourceError:
        text = ""
    assert "root" not in text


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (repacked({"word/media/image1.png": b"\0" * 20_000_000}), UnsupportedSource, "unpack to 20,"),
        (repacked({"word/document.xml": b" " * 31_000_000}), UnsupportedSource, "unpack"),
        (repacked({"word/document.xml": b"<w:document"}), UndecodableSource, "XML|damaged"),
        (repacked({"word/document.xml": DEEP.encode()}), UndecodableSource, "damaged"),
        (repacked({"[Content_Types].xml": b"<Types/>"}), UndecodableSource, "damaged"),
        (word(lambda document: document.add_paragraph("好"))[:-200], UndecodableSource, "damaged"),
    ],
    ids=["bomb", "huge part", "broken xml", "deep xml", "no types", "cut off"],
)
def test_documents_that_cannot_be_read(data: bytes, error: type[SourceError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        read_bytes(data, "plan.docx")
    assert "plan.docx" in str(raised.value)
