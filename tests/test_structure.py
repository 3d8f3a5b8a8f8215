"""Sections, measures, body and boilerplate; and what holds for any text at all."""

import time
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import fold
from ingest.document import SourceText, Structure
from ingest.structure import read_structure

HEAD = "某市工作方案\n为做好工作，制定本方案。\n"


def structure_of(text: str) -> Structure:
    return read_structure(SourceText("a.txt", "text/plain", "", text, fold(text)))


@dataclass(frozen=True)
class Case:
    what: str
    text: str
    sections: tuple[str, ...]
    items: tuple[tuple[str, str], ...]  # path, heading


CASES = [
    Case(
        "（一） under 一、",
        HEAD + "一、作风\n（一）深化教育。开展活动。\n（二）克服形式。减负。\n二、能力\n（一）高位调度。调度。",
        ("作风", "能力"),
        (("1.1", "深化教育"), ("1.2", "克服形式"), ("2.1", "高位调度")),
    ),
    Case(
        "1. counts on through （一）: the brackets only group",
        HEAD + "一、任务\n（一）载体\n1.建社区。建。\n2.强孵化。强。\n（二）要素\n3.优算力。优。",
        ("任务",),
        (("1.1", "建社区"), ("1.2", "强孵化"), ("1.3", "优算力")),
    ),
    Case(
        "the clauses stand at 1., so （一） of the first section is no measure",
        HEAD + "一、总体要求\n（一）指导思想\n坚持。\n二、任务\n（一）载体\n1.建社区。建。（责任单位：市科技局）",
        ("总体要求", "任务"),
        (("2.1", "建社区"),),
    ),
    Case(
        "1. 2. below （一） that have no clause are details",
        HEAD + "一、任务\n（一）认定。认。（责任单位：区科技局）\n1.标准。高。\n2.程序。快。\n"
        "（二）管理。管。（责任单位：区科技局）",
        ("任务",),
        (("1.1", "认定"), ("1.2", "管理")),
    ),
    Case(
        "no sections: section 0",
        HEAD + "1.强化数据。建。（责任单位：市数据局）\n2.降低成本。降。（责任单位：市数据局）",
        (),
        (("0.1", "强化数据"), ("0.2", "降低成本")),
    ),
    Case(
        "full width, half width, spaces",
        HEAD + "一．任务\n１．甲事。做。（责任单位：甲局）\n2、乙事。做。（责任单位：乙局）\n"
        " 3. 丙事。做。（责任单位：丙局）",
        ("任务",),
        (("1.1", "甲事"), ("1.2", "乙事"), ("1.3", "丙事")),
    ),
    Case(
        "an item that begins with a year, and a decimal that begins none",
        HEAD + "一、任务\n1.2026年底前建成。建。（责任单位：甲局）\n2.5亿元已经到位。\n2.再建。建。（责任单位：乙局）",
        ("任务",),
        (("1.1", "2026年底前建成"), ("1.2", "再建")),
    ),
    Case(
        "articles that are mere headings are sections, 附则 without a number too",
        HEAD + "第一条 空间支持\n提供。（责任单位：区科技局）\n第二条 人才支持\n"
        "（一）引才。引。（责任单位：区人力局）\n附则\n（一）范围\n本区。",
        ("空间支持", "人才支持", "附则"),
        (("2.1", "引才"), ("3.1", "范围")),
    ),
    Case(
        "articles that say something are measures, in chapters",
        "某市办法\n第一章 总则\n第一条 为了管理，制定本办法。\n第二条\n本办法适用于本市。\n第二章 附则\n"
        "第三条 自公布之日起施行。",
        ("总则", "附则"),
        (("1.1", "为了管理，制定本办法"), ("1.2", "本办法适用于本市"), ("2.1", "自公布之日起施行")),
    ),
    Case(
        "articles that are named in brackets carry the measures; what they number are details",
        "某区措施\n第一章 总则\n第一条【宗旨】\n为了发展，制定本措施。\n第二章 支持\n"
        "第二条【平台】\n（一）建设。给50万元。\n"
        "（二）运营。按第二条（一）款。\n第三章 附则\n第三条【施行】 自公布之日起施行。",
        ("总则", "支持", "附则"),
        (("1.1", "宗旨"), ("2.1", "平台"), ("3.1", "施行")),
    ),
    Case(
        "an annex that the list above the signature names is no measure",
        "国务院关于某某问题的复函\n某省人民政府：\n你省请示收悉。\n附件：1.某报告\n2.某意见\n国务院\n2004年11月4日\n附件1\n某报告",
        (),
        (),
    ),
    Case(
        "a table of contents says the chapters once more",
        "某市条例\n目　录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了管理，制定本条例。\n第二章 附则\n"
        "第二条 施行。",
        ("总则", "附则"),
        (("1.1", "为了管理，制定本条例"), ("2.1", "施行")),
    ),
    Case(
        "contents with leaders and page numbers",
        "某市规划\n目　录\n一、基础……………………1\n（一）成效……………………1\n二、任务……………………4\n（一）建路……………………4\n"
        "一、基础\n（一）成效。好。\n二、任务\n（一）建路。建。",
        ("基础", "任务"),
        (("1.1", "成效"), ("2.1", "建路")),
    ),
    Case(
        "节 of a plan are its measures",
        "某市规划\n第一章 基础\n第一节 成效\n好。\n第二章 任务\n第一节 建路\n建。\n第二节 通网\n通。",
        ("基础", "任务"),
        (("1.1", "成效"), ("2.1", "建路"), ("2.2", "通网")),
    ),
    Case(
        "节 of a law only group its articles",
        "某市条例\n第一章 总则\n第一节 范围\n第一条 为了管理，制定本条例。\n第二章 附则\n第二条 施行。",
        ("总则", "附则"),
        (("1.1", "为了管理，制定本条例"), ("2.1", "施行")),
    ),
    Case(
        "a second 一、 behind the last section is an annex",
        HEAD + "一、甲\n（一）子。做。\n二、乙\n做。\n附件\n某清单\n一、丙\n（一）丑。做。",
        ("甲", "乙"),
        (("1.1", "子"),),
    ),
    Case(
        "a heading that has its clause on the same line",
        HEAD + "一、任务\n（一）建立机制（责任单位：市财政局）\n（二）完善制度（牵头单位：市教育局）",
        ("任务",),
        (("1.1", "建立机制"), ("1.2", "完善制度")),
    ),
    Case(
        "tasks in an annex, a line each, behind the notice's signature",
        "某县政府办公室关于印发重点任务分工的通知\n各乡镇人民政府：\n现印发给你们。\n某县人民政府办公室\n2024年2月3日\n附件\n"
        "重点任务分工\n1.增长6.5%。（县发改局牵头，县统计局配合）\n2.增长8%。（县经信局牵头）\n3.建5万亩。（县农业农村局负责）\n",
        (),
        (("0.1", "增长6.5%"), ("0.2", "增长8%"), ("0.3", "建5万亩")),
    ),
    Case(
        "一是 二是 are prose",
        HEAD + "一、任务\n一是抓早。\n二是抓小。\n二、保障\n加强。",
        ("任务", "保障"),
        (),
    ),
    Case("nothing numbered", "某市公告\n今天放假。", (), ()),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_outlines(case: Case) -> None:
    structure = structure_of(case.text)
    assert tuple(section.heading for section in structure.sections) == case.sections
    assert tuple((item.path, item.heading) for item in structure.items) == case.items


def test_a_measure_ends_where_the_next_begins_and_the_last_before_the_foot() -> None:
    text = (
        HEAD + "一、任务\n（一）甲。做甲。\n（二）乙。做乙。\n附件：1.某清单\n2.某表\n某市人民政府\n2024年1月2日\n"
        "来源 某网\n编辑 某人\n版权声明：本文由用户贡献。\n相关推荐\n别的文章。"
    )
    structure = structure_of(text)
    assert [item.extent.of(text).strip() for item in structure.items] == ["（一）甲。做甲。", "（二）乙。做乙。"]
    assert structure.body.of(text).endswith("做乙。")
    assert "相关推荐" in "".join(span.of(text) for span in structure.boilerplate)
    assert structure.header.issuers == ("某市人民政府",)


def test_a_heading_that_groups_the_next_measures_is_no_part_of_the_one_before() -> None:
    structure = structure_of(
        HEAD + "一、重点任务\n（一）建设载体。\n1.建设社区。建好。（责任单位：市科技局）\n"
        "（二）强化支撑。\n2.优化供给。给好。（责任单位：市数据局）\n"
    )
    first, second = structure.items
    assert first.extent.of(structure.source.text).strip() == "1.建设社区。建好。（责任单位：市科技局）"
    assert second.heading == "优化供给"


def test_chrome_above_the_title_is_boilerplate() -> None:
    text = (
        "震惊！三年方案公布\n某市人民政府关于做好工作的意见\n各区政府：\n"
        "为做好工作，提出意见。\n一、做好\n做。\n二、再做\n做。"
    )
    structure = structure_of(text)
    assert [span.of(text) for span in structure.boilerplate] == ["震惊！三年方案公布"]
    assert structure.header.title == "某市人民政府关于做好工作的意见"


PIECES = st.sampled_from(
    ["一、甲\n", "（一）乙。", "\n1.丙。做。（责任单位：市局）\n", "（2）丁\n", "①戊\n", "第一章 总则\n",
     "第二条 己。\n", "附则\n", "附件\n", "目录\n", "\n", "。", "：", "各单位：\n", "某市人民政府\n", "2024年1月2日\n",
     "关于印发《某方案》的通知\n", "某方案\n", "筑府〔2023〕7号\n", "来源：某网\n", "《", "（", "抄送：某\n", "第7号\n",
     "　　", "某市令\n"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_what_holds_for_any_text(text: str) -> None:
    structure = structure_of(text)
    whole = range(len(text) + 1)
    for section in structure.sections:
        assert section.heading == section.span.of(text)
        assert section.span in section.extent
    for item in structure.items:
        assert item.heading == item.span.of(text)
        assert item.span in item.extent
        assert item.extent in structure.body
    for things in (structure.sections, structure.items):
        extents = [thing.extent for thing in things]
        assert all(one.end <= other.start for one, other in pairwise(extents))
    assert len({item.path for item in structure.items}) == len(structure.items)
    spans = [*structure.boilerplate, structure.body, *(span for _, span in structure.header.spans)]
    assert all(span.start in whole and span.end in whole and span.start <= span.end for span in spans)
    assert all(span.end <= structure.body.start or span.start >= structure.body.end or span in structure.body
               for span in structure.boilerplate)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["（" * 500_000, "()" * 300_000, "《" * 500_000, "一、" * 300_000, "2024年1月2日\n" * 50_000, "局" * 500_000,
     "1.甲\n" * 50_000, "发文字号： " * 100_000, "市局 " * 200_000, "（" + "甲" * 500_000],
    ids=lambda text: text[:6].strip(),
)  # fmt: skip
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    start = time.perf_counter()
    structure_of(text)
    assert time.perf_counter() - start < 20  # a second or two alone; far more where a rule were quadratic
