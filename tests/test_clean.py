"""The form of characters: folding, page numbers, the furniture of web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import fold, is_chrome, is_page_number, squeeze, without_marks, without_page_numbers

FOLDED = [
    ("（责任单位：市教育局，市财政局；）", "(责任单位:市教育局,市财政局;)"),  # full-width punctuation
    ("筑府办函〔2023〕7号 ［2023］ 【2023】 ﹝2023﹞ [2023]", "筑府办函(2023)7号 (2023) (2023) (2023) (2023)"),
    ("到２０２７年达９０％、ＡＩ＋．", "到2027年达90%、AI+."),  # full-width digits and letters
    ("2024—2026 2024–2026 2024－2026 2024−2026", "2024-2026 2024-2026 2024-2026 2024-2026"),
    ("１～２个 1∼2个 1〜2个", "1~2个 1~2个 1~2个"),
    ("\u3000\u3000贵阳\u00a0市\u2003局\u200b", "  贵阳 市 局 "),  # every kind of space
    ("甲\t乙\n丙", "甲\t乙\n丙"),  # cells and paragraphs stay apart
    ("„一网通办＂", '"一网通办"'),
    ("“人工智能×”《意见》〈通知〉、。①", "“人工智能×”《意见》〈通知〉、。①"),  # stays
    ("⼀、⽬标 豈", "一、目标 豈"),  # radicals and compatibility ideographs of careless fonts
]


@pytest.mark.parametrize(("written", "folded"), FOLDED)
def test_fold_gives_the_form_of_rules(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_of_the_folded_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_takes_every_character_there_is() -> None:
    whole = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert len(fold(whole)) == len(whole)
    assert all(len(fold(chr(code))) == 1 for code in range(0x2F700, 0x2FB00)), "one by one, as few are"


@given(st.text())
def test_fold_keeps_paragraphs_and_cells(text: str) -> None:
    ends = [(place, mark) for place, mark in enumerate(text) if mark in "\n\t"]
    assert [(place, mark) for place, mark in enumerate(fold(text)) if mark in "\n\t"] == ends


@pytest.mark.parametrize(
    ("line", "alone", "expected"),
    [
        ("— 3 —", False, True),
        ("－12－", False, True),
        ("- 3 -", False, True),
        ("—3—", False, True),
        ("第 3 页 共 8 页", False, True),
        ("第3页", False, True),
        ("Page 3 of 8", False, True),
        ("3", False, False),  # may be a row of a table
        ("3", True, True),  # at the edge of a page it is not
        ("3/8", True, True),
        ("2027年", True, False),
        ("— 三 —", False, False),
        ("——夯实数据基础。", False, False),
    ],
)
def test_page_numbers(line: str, alone: bool, expected: bool) -> None:
    assert is_page_number(line, alone=alone) is expected


def test_page_number_amid_a_clause_is_taken_out() -> None:
    assert without_page_numbers("（责任单位：省经信厅、 — 3 — 省科技厅）") == "（责任单位：省经信厅、省科技厅）"
    assert without_page_numbers("（2025—2027年）—— 3 项") == "（2025—2027年）—— 3 项"


def test_blanks_of_print_go_and_those_of_words_stay() -> None:
    assert squeeze("到 2028 年，建成 6 个 AI 平台") == "到2028年，建成6个AI平台"
    assert squeeze("省科技厅 省财政厅") == "省科技厅 省财政厅"  # the only thing between two names
    assert squeeze("One Person Company") == "One Person Company"


def test_marks_that_nobody_sees_go() -> None:
    assert without_marks("责\u200b任\ufeff单\x00位\x1f：\ud800市\u00ad局") == "责任单位：市局"


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 政务公开 > 政策文件",
        "政务公开 > 政策文件 > 文件发布",
        "【字体：大 中 小】",
        "打印本页",
        "【返回顶部】",
        "打印 关闭",
        "分享到：",
        "上一篇：关于印发方案的通知",
        "相关推荐",
        "扫一扫在手机打开当前页",
        "进入关怀版",
        "移动版 繁体",
        "隐私声明 | 联系我们 | 网站地图",
        "深圳市中小企业服务局@2019 版权所有",
        "网站标识码：4403000089 粤ICP备19032480号",
        "浏览次数：1957",
    ],
)
def test_furniture_of_a_site(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "首页建设。",
        "分享工作经验，推广典型做法。",
        "（责任单位：市教育局）",
        "一、总体要求",
        "主办单位：贵阳市人民政府",
        "大力发展中小企业",
        "打印机采购",
        "2023年7月13日",
        "下载量达到100万次以上",
    ],
)
def test_words_of_a_document_are_no_furniture(line: str) -> None:
    assert not is_chrome(line)
