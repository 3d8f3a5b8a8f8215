"""Names of units read as bodies, and compared."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.identity import compare, identify

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "unit_pairs.py"


@pytest.mark.parametrize(
    ("name", "place", "normal", "kind"),
    [
        ("市发改委", "贵阳市", "贵阳市发展和改革委员会", "department"),
        ("区发改局", "观山湖区", "观山湖区发展和改革局", "department"),  # as districts call it
        ("省教育厅", "贵阳市", "贵州省教育厅", "department"),  # the province around the city
        ("市教委", "北京市", "北京市教育委员会", "department"),
        ("发展改革委", "全国", "国家发展和改革委员会", "department"),
        ("教育部", "贵阳市", "教育部", "department"),  # a ministry in a city's document
        ("市税务局", "贵阳市", "国家税务总局贵阳市税务局", "department"),  # a branch of the centre
        ("浙江金融监管局", "浙江省", "国家金融监督管理总局浙江监管局", "department"),
        ("人行浙江省分行", "浙江省", "中国人民银行浙江省分行", "bank branch"),
        ("市委编办", "贵阳市", "中共贵阳市委机构编制委员会办公室", "party"),
        ("团市委", "成都市", "共青团成都市委员会", "party"),
        ("市政府", "贵阳市", "贵阳市人民政府", "government"),
        ("观山湖区", "贵阳市", "观山湖区人民政府", "government"),  # the place stands for it
        ("高新区管委会", "贵阳市", "贵阳市高新区管委会", "zone authority"),
        ("中关村管委会", "北京市", "中关村科技园区管理委员会", "zone authority"),
        ("市防汛抗旱指挥部", "贵阳市", "贵阳市防汛抗旱指挥部", "committee"),
        ("市优化营商环境工作专班", "贵阳市", "贵阳市优化营商环境工作专班", "committee"),
        ("市人民政府教育督导委员会", "贵阳市", "贵阳市教育督导委员会", "committee"),
        ("市中级人民法院", "贵阳市", "贵阳市人民法院", "court"),
        ("市交投集团", "贵阳市", "贵阳市交投集团", "company"),
        ("成都公积金中心", "成都市", "成都市住房公积金管理中心", "institution"),
        ("各区（市、县）政府", "贵阳市", "贵阳市各区（市、县）政府", "collective"),  # kept as written
        ("责任单位", "贵阳市", "责任单位", "placeholder"),
    ],
)
def test_normal_names_and_kinds(name: str, place: str, normal: str, kind: str) -> None:
    identity = identify(name, place)
    assert (identity.name, identity.kind) == (normal, kind)


@pytest.mark.parametrize(
    ("name", "place", "functions"),
    [
        ("市科委、中关村管委会", "北京市", ("科学技术", "中关村科技园区管理委员会")),
        ("市科委中关村管委会", "北京市", ("科学技术", "中关村科技园区管理委员会")),  # no separator
        ("市经信局市新经济委", "成都市", ("工业和信息化", "新经济")),
        ("市发展改革委（市数据局）", "成都市", ("发展和改革", "数据")),
        ("市委组织部（人才办）", "成都市", ("组织", "人才工作领导小组")),
        ("省纪委省监委", "贵州省", ("纪委监委",)),  # two names of one body in the register
        ("市公安局交管局", "北京市", ("公安",)),  # no double name, but a body within
    ],
)
def test_double_names(name: str, place: str, functions: tuple[str, ...]) -> None:
    assert identify(name, place).functions == functions


@pytest.mark.parametrize(
    ("name", "place", "level"),
    [
        ("市教育局", "贵阳市", "prefecture"),
        ("省教育厅", "贵阳市", "province"),
        ("花溪区政府", "贵阳市", "county"),
        ("贵安新区管委会", "贵阳市", "zone"),
        ("财政部", "贵阳市", "nation"),
        ("市教育局", None, None),  # nothing says which city
    ],
)
def test_levels(name: str, place: str | None, level: str | None) -> None:
    assert identify(name, place).level == level


@pytest.mark.parametrize(
    ("a", "place_a", "b", "place_b", "verdict"),
    [
        ("市教育局", "贵阳市", "市教育局", "遵义市", "different"),
        ("市发改委", "贵阳市", "贵阳市发展和改革委员会", None, "same"),
        ("市教育局", None, "市教育局", None, "unsure"),  # the place of neither is known
        ("市教育局", "贵阳市", "市教育局", None, "unsure"),
        ("市教育局", None, "省教育厅", None, "different"),  # but a city is no province
        ("教育部门", "贵阳市", "市教育局", "贵阳市", "unsure"),  # a weak name only hints
        ("市金融监管局", "北京市", "北京金融监管局", "北京市", "unsure"),  # of the city, or of the centre
        ("市卫计委", "贵阳市", "市卫健委", "贵阳市", "different"),
        ("市民政事务中心", "贵阳市", "市民政社会事务中心", "贵阳市", "unsure"),  # may abbreviate
    ],
)
def test_compare(a: str, place_a: str | None, b: str, place_b: str | None, verdict: str) -> None:
    assert compare(a, b, place_a, place_b).verdict == verdict


def test_a_succession_is_the_reason() -> None:
    assert compare("市卫计委", "市卫健委", "贵阳市", "贵阳市").reason == (
        "卫生健康 took over from 卫生和计划生育 in 2018-03"
    )


def test_the_labelled_pairs() -> None:
    spec = importlib.util.spec_from_file_location("unit_pairs", BENCHMARK)
    assert spec
    assert spec.loader
    benchmark = importlib.util.module_from_spec(spec)
    sys.modules["unit_pairs"] = benchmark
    spec.loader.exec_module(benchmark)
    pairs = benchmark.read_pairs()
    assert len(pairs) >= 1000
    assert {pair.label for pair in pairs} == {"same", "different"}
    assert benchmark.f1(pairs, [pair.verdict() for pair in pairs])[2] >= 0.98
    assert benchmark.microseconds(pairs, runs=3)[int(len(pairs) * 0.95)] < 1000  # the goal is 100; machines differ


@given(st.text(max_size=60), st.sampled_from([None, "全国", "贵阳市", "鼓楼区", "某地"]))
def test_reading_never_raises_and_a_name_is_itself(name: str, place: str | None) -> None:
    identity = identify(name, place)
    assert identity.keys
    assert 0 <= identity.confidence <= 1
    assert compare(name, name, place, place).verdict != "different"
