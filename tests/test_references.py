"""Documents that a text cites, a table of how they are named: sentence → (title, number, relation) of each."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Span, Structure
from ingest.extract.document_numbers import bare_numbers
from ingest.extract.lexicon import lexicon, words
from ingest.extract.references import read_references, titles_in
from ingest.extract.searchable import commas, searchable, sentences, trim
from tests.plain_text import structure_of

Row = tuple[str | None, str | None, str]
LAW, IMPLEMENTED, BASED = "cites", "implements", "based_on"

# comment, sentence, what it cites
ROWS: list[tuple[str, str, list[Row]]] = [
    # --- titles
    ("a title alone", "遵守《预算法》。", [("预算法", None, "cites")]),
    ("two titles", "《预算法》《会计法》", [("预算法", None, "cites"), ("会计法", None, "cites")]),
    (
        "nested in the same marks",
        "落实《关于贯彻《预算法》的意见》。",
        [("关于贯彻《预算法》的意见", None, "implements")],
    ),
    (
        "nested in single marks",
        "落实《关于贯彻〈预算法〉的意见》。",
        [("关于贯彻〈预算法〉的意见", None, "implements")],
    ),
    ("quotation in a title", "落实《“数据要素×”行动计划》", [("“数据要素×”行动计划", None, "implements")]),
    ("years in a title", "按照《规划纲要（2021—2035年）》", [("规划纲要（2021—2035年）", None, "implements")]),
    ("an empty title is none", "填写《》。", []),
    ("an unclosed title is none", "按照《关于加强管理的意见执行。", []),
    ("an unclosed title ends with its line", "按照《意见执行\n遵守《预算法》。", [("预算法", None, "cites")]),
    ("a stray closing mark", "意见》按照《预算法》", [("预算法", None, "implements")]),
    ("once for two mentions", "遵守《预算法》。修改《预算法》。", [("预算法", None, "revises")]),
    (
        "the law with and without the state's name",
        "遵守《预算法》和《中华人民共和国预算法》",
        [("预算法", None, "cites")],
    ),
    ("issuer before the title", "落实国务院《关于发展的意见》", [("关于发展的意见", None, "implements")]),
    # --- numbers
    ("number behind", "按照《意见》（国发〔2018〕3号）", [("意见", "国发〔2018〕3号", "implements")]),
    ("number in square brackets", "按照《通知》（国发[2018]3号）", [("通知", "国发〔2018〕3号", "implements")]),
    ("number in round brackets", "按照《甲规划》(国发(2018)3号)", [("甲规划", "国发〔2018〕3号", "implements")]),
    ("full-width digits", "按照《甲规划》（国发〔２０１８〕３号）", [("甲规划", "国发〔2018〕3号", "implements")]),
    ("第 and a leading zero", "按照《甲规划》（国发〔2018〕第03号）", [("甲规划", "国发〔2018〕3号", "implements")]),
    ("number without bracket", "按照《甲规划》国发〔2018〕3号", [("甲规划", "国发〔2018〕3号", "implements")]),
    ("a long 代字", "按《甲规划》（渝满天星专班办〔2026〕2号）", [("甲规划", "渝满天星专班办〔2026〕2号", "cites")]),
    ("bare number", "按照国办发〔2018〕129号要求", [(None, "国办发〔2018〕129号", "implements")]),
    ("a number behind its issuer", "按照国务院国发〔1981〕124号文件", [(None, "国发〔1981〕124号", "implements")]),
    (
        "a number that 和 joins to a title",
        "根据《甲方案》和甬政发〔2022〕35号文件",
        [("甲方案", None, "based_on"), (None, "甬政发〔2022〕35号", "based_on")],
    ),
    (
        "bare number behind an office",
        "根据省政府办公厅浙政办发〔2019〕1号",
        [(None, "浙政办发〔2019〕1号", "based_on")],
    ),
    (
        "bare number behind 和",
        "国发〔2018〕3号和国发〔2019〕4号",
        [(None, "国发〔2018〕3号", "cites"), (None, "国发〔2019〕4号", "cites")],
    ),
    ("a year in brackets is no number", "（2019）年预算", []),
    (
        "title and number, then the title alone",
        "《甲规划》（国发〔2018〕3号）印发。《甲规划》",
        [("甲规划", "国发〔2018〕3号", "cites")],
    ),
    (
        "number, then title with the number",
        "国发〔2018〕3号。《甲规划》（国发〔2018〕3号）",
        [("甲规划", "国发〔2018〕3号", "cites")],
    ),
    # --- relations
    ("依据", "依据《预算法》制定本办法", [("预算法", None, "based_on")]),
    (
        "根据, second of a list",
        "根据《预算法》、《会计法》",
        [("预算法", None, "based_on"), ("会计法", None, "based_on")],
    ),
    ("根据, list with 和", "根据《预算法》和《会计法》", [("预算法", None, "based_on"), ("会计法", None, "based_on")]),
    ("贯彻落实 over the issuer", "贯彻落实国家数据局印发的《甲计划》", [("甲计划", None, "implements")]),
    ("落实", "严格落实《甲条例》", [("甲条例", None, "implements")]),
    ("转发", "转发《甲规划》", [("甲规划", None, "forwards")]),
    ("to be drafted", "制定《甲规划》，立足本市", [("甲规划", None, "to_draft")]),
    ("already drafted", "市政府制定了《甲规划》", [("甲规划", None, "cites")]),
    ("修订 before", "加快修订《甲条例》", [("甲条例", None, "revises")]),
    ("修订 behind", "推动《甲条例》修订工作", [("甲条例", None, "revises")]),
    ("废止 behind", "《甲规划》同时废止。", [("甲规划", None, "repeals")]),
    (
        "废止 behind a list",
        "《甲规划》、《乙规划》同时废止",
        [("甲规划", None, "repeals"), ("乙规划", None, "repeals")],
    ),
    ("a verb of the sentence before is none", "加快修订。《甲条例》规定", [("甲条例", None, "cites")]),
    # --- short names
    (
        "short name in marks",
        "按照《河北总体规划》（以下简称《总体规划》），《总体规划》提出",
        [("河北总体规划", None, "implements")],
    ),
    ("short title alone", "《方案》明确，《通知》要求", []),
    ("year in two digits", "按照国发〔81〕88号执行", [(None, "国发〔1981〕88号", "implements")]),
    ("short name in quotation marks", "《甲规划》（以下简称“规划”）", [("甲规划", None, "cites")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_cited(text: str, expected: list[Row]) -> None:
    found = read_references(structure_of(text))
    assert [(r.title, r.doc_number, r.relation) for r in found] == expected


# What is the document itself: title, number, text, what is cited besides
OWN: list[tuple[str, str, str | None, str, list[str]]] = [
    ("announced", "甲市工作方案", None, "现将《甲市工作方案》印发给你们", []),
    ("announced with a word missing", "甲市产业创新发展实施方案", None, "现将《甲市创新发展实施方案》印发给你们", []),
    ("approved", "甲市工作方案", None, "《甲市工作方案》已经市政府同意", []),
    ("approved, title unread", "", None, "《甲市工作方案》已经市政府第3次常务会议审议通过", []),
    ("number", "甲市工作方案", "甲政发〔2020〕1号", "甲政发〔2020〕1号", []),
    ("quotation marks differ", "甲市“一号”工作方案", None, "《甲市一号工作方案》明确", []),
    ("notice around it", "关于印发《甲市工作方案》的通知", None, "《甲市工作方案的通知》", []),
    ("another year is another document", "甲市2024年工作要点", None, "《甲市2023年工作要点》", ["甲市2023年工作要点"]),
    ("a longer title is another document", "甲市方案", None, "《甲市方案实施细则》", ["甲市方案实施细则"]),
    (
        "an earlier issue under nearly the same title has another number",
        "甲市政府办公室关于对成效明显地方进一步加大激励支持力度的通知",
        "甲政办发〔2018〕117号",
        "《甲市政府办公室关于对成效明显地方加大激励支持力度的通知》（甲政办发〔2016〕82号）停止执行",
        ["甲市政府办公室关于对成效明显地方加大激励支持力度的通知"],
    ),
    (
        "what is repealed is an earlier issue, even of the same title",
        "儿童福利机构管理办法",
        "民政部令第83号",
        "2018年公布的《儿童福利机构管理办法》（民政部令第63号）同时废止",
        ["儿童福利机构管理办法"],
    ),
    ("its short name", "甲市工作方案", None, "《甲市工作方案》（以下简称《甲方案》）。《甲方案》", []),
]


@pytest.mark.parametrize(("title", "number", "text", "expected"), [row[1:] for row in OWN], ids=[row[0] for row in OWN])
def test_its_own_title_and_number_are_no_references(
    title: str, number: str | None, text: str, expected: list[str]
) -> None:
    found = read_references(structure_of(text, title=title, doc_number=number))
    assert [r.title for r in found] == expected


def test_the_quote_holds_the_number_and_names_its_item() -> None:
    structure = structure_of("（一）按照《甲规划》（国发〔2018〕3号）推进。\n（二）落实《甲规划》。")
    (reference,) = read_references(structure)
    assert [(m.item, m.quote) for m in reference.mentions] == [
        ("1.1", "《甲规划》（国发〔2018〕3号）"),
        ("1.2", "《甲规划》"),
    ]


BEFORE = [
    (entry["relation"], p, entry["examples"]) for entry in lexicon("references")["before"] for p in entry["phrases"]
]


@pytest.mark.parametrize(("relation", "phrase", "examples"), BEFORE, ids=[phrase for _, phrase, _ in BEFORE])
def test_every_phrase_has_an_example(relation: str, phrase: str, examples: list[str]) -> None:
    mine = [example for example in examples if phrase in example.split("《")[0]]
    assert mine
    assert relation in [read_references(structure_of(example))[0].relation for example in mine]


EXAMPLES = [
    (entry["relation"], example)
    for table in ("before", "after", "after_directly")
    for entry in lexicon("references")[table]
    for example in entry["examples"]
]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_every_example_has_its_relation(relation: str, example: str) -> None:
    assert [r.relation for r in read_references(structure_of(example))] == [relation]


@pytest.mark.parametrize("phrase", lexicon("references")["passing"]["phrases"])
def test_whose_a_document_is_decides_nothing(phrase: str) -> None:
    mine = [example for example in lexicon("references")["passing"]["examples"] if phrase in example]
    assert mine
    assert all(read_references(structure_of(example))[0].relation == "implements" for example in mine)


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "《",
            "》",
            "〈",
            "〉",
            "（",
            "）",
            "国发",
            "〔2018〕",
            "3号",
            "依据",
            "\n",
            "。",
            "、",
            "简称",
            "方案",
            "预算法",
        ]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@settings(max_examples=200)
@given(FRAGMENTS)
def test_never_raises_and_spans_hold(text: str) -> None:
    structure = structure_of(text, title="方案")
    for reference in read_references(structure):
        for mention in reference.mentions:
            assert mention.span.of(structure.source.text) == mention.quote
    assert read_references(structure) == read_references(structure)


@pytest.mark.parametrize(
    "piece", ["《", "》", "《甲》", "（", "国发〔2018〕3号", "简称《", "国", "《（", "〔2018〕", "(以下简称"]
)
def test_time_is_linear(piece: str) -> None:
    structure = structure_of(piece * (100_000 // len(piece)))
    start = time.perf_counter()
    read_references(structure)
    assert time.perf_counter() - start < 5


def test_what_is_hidden_is_not_searched() -> None:
    text = "《甲法》\n《乙法》\n《丙法》"
    whole = structure_of(text)
    structure = Structure(whole.source, whole.header, (), (), Span(4, len(text)), (Span(10, 14),))
    assert [r.title for r in read_references(structure)] == ["乙法"]
    assert len(searchable(structure)) == len(text)


def test_pieces_of_a_text() -> None:
    text = "一，二（三，四）。五；六\n七"
    assert [s.of(text) for s in sentences(text)] == ["一，二（三，四）", "五", "六", "七"]
    folded = "一,二(三,四),五"
    assert [s.of(folded) for s in commas(folded, Span(0, len(folded)))] == ["一", "二(三,四)", "五"]
    assert trim(" ，五、", Span(0, 4)).of(" ，五、") == "五"
    assert [s.of("《甲《乙》》丙") for s in titles_in("《甲《乙》》丙")] == ["《甲《乙》》"]
    assert [number for _, number in bare_numbers("按照国发(2018)03号")] == ["国发〔2018〕3号"]


@pytest.mark.parametrize("example", words("references", "short_titles", "examples"))
def test_a_short_title_is_no_document_of_its_own(example: str) -> None:
    assert read_references(structure_of(example)) == ()


@pytest.mark.parametrize("example", words("references", "number_introducers", "examples"))
def test_what_introduces_a_number_is_no_part_of_it(example: str) -> None:
    assert [r.doc_number for r in read_references(structure_of(example))] == ["国发〔2018〕3号"]


@pytest.mark.parametrize("section", ["short_titles", "number_introducers"])
def test_each_word_has_an_example_and_each_example_a_word(section: str) -> None:
    listed, examples = words("references", section, "words"), words("references", section, "examples")
    assert list(listed) == sorted(listed)
    assert [word for word in listed if not any(word in example for example in examples)] == []
    assert [example for example in examples if not any(word in example for word in listed)] == []
