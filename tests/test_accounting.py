"""Every character on one account, what no part claims named, and statements that were not read warned of."""

from pathlib import Path

import pytest

from ingest.clean import fold
from ingest.document import Kind, ParsedDocument, SourceText, Span
from ingest.parsing import parse, parse_file
from ingest.structure import read_structure
from ingest.unread import unread_statements, warning

DEV = sorted((Path(__file__).parents[2] / "shared/benchmark/dev/texts").glob("*"))
TEXT = (
    "三年方案公布了\n贵阳市人民政府关于做好工作的意见\n某府〔2024〕3号\n各区政府：\n为做好工作，提出意见。\n零散的一行\n"
    "一、总体要求\n坚持做好，稳步推进。\n没有标点的一行\n二、重点任务\n（一）建学校。到2025年建成3所学校。（责任单位：市教育局）\n"
    "（二）建道路。认真做。\n附件：某清单\n贵阳市人民政府\n2024年1月2日\n（此件公开发布）\n落款后面的一行\n"
)
PARTS: list[tuple[str, Kind]] = [
    ("贵阳市人民政府关于做好工作的意见", "header"),
    ("某府〔2024〕3号", "header"),
    ("为做好工作，提出意见。", "preamble"),
    ("坚持做好，稳步推进。", "section"),
    ("一、总体要求", "heading"),
    ("认真做。", "item"),
    ("（责任单位：市教育局）", "clause"),
    ("贵阳市人民政府\n2024年1月2日", "header"),  # issuer and date of the header are where they are signed
    ("附件：某清单", "annex"),
    ("（此件公开发布）", "boilerplate"),
]


def source_of(text: str) -> SourceText:
    return SourceText("a.txt", "text/plain", "", text, fold(text))


@pytest.fixture(scope="module")
def parsed() -> ParsedDocument:
    return parse(source_of(TEXT))


def test_each_character_is_counted_once(parsed: ParsedDocument) -> None:
    assert sum(parsed.accounting.values()) == len(TEXT)
    assert parsed.accounting["clause"] == len("（责任单位：市教育局）")


def test_what_no_part_claims_is_named(parsed: ParsedDocument) -> None:
    assert [span.of(TEXT) for span in parsed.unexplained] == [
        "三年方案公布了", "零散的一行", "没有标点的一行", "落款后面的一行",
    ]  # fmt: skip
    assert parsed.accounting["unexplained"] == sum(span.end - span.start for span in parsed.unexplained)


@pytest.mark.parametrize(("words", "kind"), PARTS)
def test_a_line_less_is_its_account_less(parsed: ParsedDocument, words: str, kind: Kind) -> None:
    text = TEXT.replace(words, "")
    assert parse(source_of(text)).accounting[kind] < parsed.accounting[kind]


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("做好。（市教育局、市财政局牵头负责）", ["（市教育局、市财政局牵头负责）"]),
        ("做好。（责任单位：市教育局）", ["（责任单位：市教育局）"]),
        ("做好。\n牵头单位：市教育局、市财政局", ["牵头单位：市教育局、市财政局"]),
        ("工会（以下简称牵头单位）。", []),  # explains a word
        ("奖补（不含市财政局已经负责的）。", []),
        ("院校（技工院校内由人社部门负责）招生。", []),  # prose in a bracket
        ("企业（含配合）做好。", []),  # no body
    ],
)
def test_what_looks_like_a_statement(sentence: str, unread: list[str]) -> None:
    text = "某市方案\n为了工作，制定方案。\n一、任务\n" + sentence
    structure = read_structure(source_of(text))
    found = list(unread_statements(structure, []))
    assert [span.of(text) for span in found] == unread
    assert not list(unread_statements(structure, [Span(s.start + 1, s.end) for s in found]))  # once read, none is left


def test_the_warning_quotes_a_handful() -> None:
    text = "某市方案\n一、任务\n" + "（市教育局、市财政局牵头负责）\n" * 9
    words = warning(read_structure(source_of(text)), [])
    assert words is not None
    assert words.startswith("有 9 处像责任条款而没有读出：“（市教育局、市财政局牵头负责）”；")
    assert words.count("“") == 5
    assert words.endswith("另有 4 处。")


@pytest.mark.skipif(not DEV, reason="the development documents are not there: the loss is NOT measured")
@pytest.mark.parametrize("path", DEV, ids=lambda path: path.name[:30])
def test_of_a_real_document_hardly_anything_is_lost(path: Path) -> None:
    document = parse_file(path)
    assert document.accounting["unexplained"] <= 0.02 * len(document.source.text)
    assert not [words for words in document.warnings if "像责任条款" in words]
