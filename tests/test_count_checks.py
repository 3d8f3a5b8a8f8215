"""Counts checked against the list beside them: sentence → how many it says and lists, or nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.count_checks import check_counts
from ingest.extract.lexicon import lexicon
from tests.plain_text import structure_of

# sentence, what the warning holds ("" for none), a word on why
ROWS: list[tuple[str, str, str]] = [
    ("聚焦教育、医疗、养老三个领域", "", "three of three"),
    ("聚焦教育、医疗、养老、文旅三个领域", "写明3，列出4", "one too many"),
    ("建成甲校、乙校、丙校新区、丁校东区和西区5个重点项目", "", "和 joins two names, or is part of one"),
    ("建成甲校、乙校、丙校5个重点项目", "写明5，列出3", "two missing"),
    ("聚焦教育、医疗等三个领域", "", "an open list"),
    ("实现专网全覆盖、资源全覆盖和终端全覆盖“三个全覆盖”", "", "three of three"),
    ("实现专网全覆盖和终端全覆盖“三个全覆盖”", "写明3，列出2", "a coverage missing"),
    ("突出三大任务：强基础、补短板、促融合。", "", "behind a colon"),
    ("突出三大任务：强基础、补短板。", "写明3，列出2", "behind a colon, one missing"),
    ("确定两类试点（城市、乡村）", "", "in a bracket"),
    ("确定三类试点（城市、乡村）", "写明3，列出2", "in a bracket, one missing"),
    ("选择5个区（市、县）开展试点", "", "a bracket that belongs to the name"),
    ("培育企业、机构8家以上龙头", "", "a lower bound counts nothing that is listed"),
    ("在甲市、乙市建设5个中心节点", "", "a verb stands between"),
    ("建设10家甲类学院、5个乙类学院", "", "another number in the list"),
    ("第三类试点（城市、乡村）", "", "an ordinal"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), ROWS, ids=[row[2] for row in ROWS])
def test_counts(text: str, expected: str, _why: str) -> None:
    found = check_counts(structure_of(text))
    assert len(found) == (1 if expected else 0)
    assert all(expected in warning for warning in found)


@pytest.mark.parametrize("key", [key for key in lexicon("targets")["counts"] if key != "examples"])
def test_words_are_sorted_and_distinct(key: str) -> None:
    listed = lexicon("targets")["counts"][key]
    assert listed == sorted(set(listed))


@given(
    st.lists(st.sampled_from(["三个", "、", "甲校", "：", "（", "）", "和", "等", "全覆盖", "。", "\n", "5项"])).map(
        "".join
    )
)
def test_never_raises_and_quotes_hold(text: str) -> None:
    for warning in check_counts(structure_of(text)):
        assert warning.split("“", 1)[1].rsplit("”写明", 1)[0] in text


@pytest.mark.parametrize("piece", ["三个、", "三个(", "甲、", "三个全覆盖", "二", "5个:"])
def test_time_is_linear(piece: str) -> None:
    structure = structure_of(piece * (50_000 // len(piece)))
    start = time.process_time()
    check_counts(structure)
    assert time.process_time() - start < 3
