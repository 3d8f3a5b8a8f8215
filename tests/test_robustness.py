"""Hostile and huge texts: time grows with the length and no faster, and five megabytes take seconds.

That no text at all raises more than a ``SourceError``, and that spans hold, is tested in test_parsing.py.
"""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from graph.errors import SourceError
from ingest.parsing import parse
from ingest.reading import read_bytes

HEAD = "贵阳市人民政府关于做好工作的意见\n筑府发〔2024〕3号\n各区政府：\n为做好工作，提出意见。\n一、任务\n"
ITEM = (
    "（一）建设平台。到2027年，建成3个平台，覆盖率达到95%以上，根据《关于某事的意见》（国办发〔2019〕3号）"
    "推进“英才”工程。（责任单位：市教育局、市财政局）"
)
REPEATED = [
    ITEM, ITEM + "\n", "1.甲\n", "一、甲\n", "（一）甲。乙。\n", "第一条 甲\n", "第一章 甲\n",
    "（", "）", "（甲局", "甲）", "（）", "（市教育局牵头，", "〔", "《", "》", "《甲", "《甲意见》", "“", "“甲”工程、",
    "、", "市局、", "，", "。", "9", "9,", "1.", "一", "十", "3个", "95%", "到2027年", "2024年1月2日\n", "国发〔2019〕",
    "号", "局", "市", "各区、", "贵阳市", "等", "\t", "　", "\n", "x", "\u200b",
    "责任单位：", "责任单位：\n", "牵头", "牵头\n", "配合", "负责", "会同", "分别", "列第一位的为牵头单位，下同",
    "不再列出", "完成时限：", "根据", "按照", "印发", "修订", "关于", "附件：", "附件\n", "达到", "不低于", "超过",
    "增长", "翻番", "全覆盖", "建设", "实现", "平台", "工程",
]  # fmt: skip
SMALL, LARGE = 20_000, 80_000
SLACK = 8  # times as long for four times the text: twice what is linear, for a busy machine
TRIFLE = 0.15  # seconds below which nothing can be told
MEGABYTES = 5_000_000


def seconds(text: str) -> float:
    start = time.process_time()
    with suppress(SourceError):
        parse(read_bytes(text.encode(), "a.txt"))
    return time.process_time() - start


def filled(words: str, length: int) -> str:
    return HEAD + words * (length // len(words))


@pytest.mark.parametrize("words", REPEATED, ids=lambda words: ascii(words[:8]))
def test_four_times_the_text_takes_about_four_times_as_long(words: str) -> None:
    small = max(seconds(filled(words, SMALL)), TRIFLE)
    assert seconds(filled(words, LARGE)) < SLACK * small


@pytest.mark.parametrize(
    "shape",
    [
        lambda n: HEAD + "（" * (n // 2) + "）" * (n // 2),
        lambda n: HEAD + "（责任单位：" + "市教育局、" * (n // 5) + "）",
        lambda n: HEAD + "责任单位：" + "市教育局、" * (n // 5) + "\n",
        lambda n: HEAD + "《" * (n // 2) + "》" * (n // 2),
        lambda n: HEAD + "甲" + " " * n + "乙",
        lambda n: "甲" * n + "\n" + HEAD,
        lambda n: "\n".join("甲乙丙丁戊己庚辛壬癸" * 3 for _ in range(n // 31)),  # a print that ends nowhere
    ],
    ids=["nested", "long clause", "long line", "nested titles", "blanks", "one long line above", "print"],
)  # fmt: skip
def test_shapes_take_time_by_their_length(shape: Callable[[int], str]) -> None:
    small = max(seconds(shape(SMALL)), TRIFLE)
    assert seconds(shape(LARGE)) < SLACK * small


@pytest.mark.parametrize(
    "words",
    [ITEM, ITEM + "\n", "1.甲乙丙丁\n", "（", "“甲”工程、", "2024年1月2日\n"],
    ids=lambda words: ascii(words[:4]),
)
def test_five_megabytes_take_seconds(words: str) -> None:
    length = MEGABYTES // len(words.encode()) * len(words)
    assert seconds(filled(words, length)) < 20  # four to nine on one quiet core
