"""Named undertakings, a table of how they stand in the text: sentence → names."""

import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.lexicon import lexicon, words
from ingest.extract.project_places import places
from ingest.extract.projects import read_projects
from tests.plain_text import structure_of

# comment, sentence, names
ROWS: list[tuple[str, str, list[str]]] = [
    # --- quoted name and head
    ("工程", "深化义务教育“公办强校”工程，开展评估", ["“公办强校”工程"]),
    ("计划", "实施“县域高中振兴”计划，以省级高中为龙头", ["“县域高中振兴”计划"]),
    ("行动, straight quotes", '实施"链式培育"行动，打造高地', ['"链式培育"行动']),
    ("words between name and head", "依托“蓉数通”公共数据运营平台，提供服务", ["“蓉数通”公共数据运营平台"]),
    ("fund", "依托“4+1”专项基金，支持组建子基金", ["“4+1”专项基金"]),
    ("column", "优化“财政资金直达基层”专栏，发布解读", ["“财政资金直达基层”专栏"]),
    ("a slogan with a head is a name", "组织开展“数据要素×”竞赛", ["“数据要素×”竞赛"]),
    ("level before the quotation", "扩容省级“算力券”、设立专项", ["省级“算力券”"]),
    ("nation before the quotation", "依托全国“质量月”等专项活动", ["全国“质量月”"]),
    ("what a slogan serves", "打造质量基础设施“一站式”服务平台，争创品牌", ["质量基础设施“一站式”服务平台"]),
    # --- works
    ("where a route comes from is of its name", "开工建设黄桶至百色铁路", ["黄桶至百色铁路"]),
    ("a work that is being built needs but a name of its own", "建成椒花水库，新建口袋公园", ["椒花水库"]),
    # --- quoted name alone
    ("head within the quotation", "打造“甲市OPC工具栈”，整合工具", ["“甲市OPC工具栈”"]),
    ("plan within the quotation", "可纳入“润苗计划”培育对象", ["“润苗计划”"]),
    ("list with a kind", "通过“网上宿迁”“宿企通”“宿心办”等平台开设专栏", ["“网上宿迁”", "“宿企通”", "“宿心办”"]),
    ("a series", "开展“政策公开讲”“会议开放周”等系列活动", ["“政策公开讲”", "“会议开放周”"]),
    ("a platform that is connected to", "事项统一接入“京通”，实现统一申办", ["“京通”"]),
    # --- plain names
    ("school to be built", "按期建成投用贵州希望实验学校。", ["贵州希望实验学校"]),
    ("platform of a city", "建设贵阳市智慧教育云平台，配置终端", ["贵阳市智慧教育云平台"]),
    ("platform of a province", "对通过江苏省数据交易平台采购数据集的企业", ["江苏省数据交易平台"]),
    ("the province's own", "依托省大模型训练场，建设应用", ["省大模型训练场"]),
    ("the city's own", "依托市公共数据开放网，依法开放", ["市公共数据开放网"]),
    ("national", "推广应用国家农产品质量安全追溯平台，扩大覆盖面", ["国家农产品质量安全追溯平台"]),
    ("corpus", "支持通过杭州语料库采购语料", ["杭州语料库"]),
    ("nameless place, proper words", "深入实施快递下乡工程，完善网络", ["快递下乡工程"]),
    ("fund by name", "用好三台山人才基金，搭建平台", ["三台山人才基金"]),
    ("belts in a list", "做好大运河文化带、长城文化带等信息公开", ["大运河文化带", "长城文化带"]),
    ("exhibition", "利用好全球数字贸易博览会等平台", ["全球数字贸易博览会"]),
    ("bracket that names", "打造贵阳市健康中心（贵阳市示范性基地），创优", ["贵阳市健康中心（贵阳市示范性基地）"]),
    ("abbreviation in a bracket", "推进上城区中央创新区（CID）建设", ["上城区中央创新区（CID）"]),
    ("national undertaking with 建设", "深化国际消费中心城市建设。", ["国际消费中心城市建设"]),
    ("two behind one verb", "推进浙江人形创新中心和杭州海创创新中心建设", ["浙江人形创新中心", "杭州海创创新中心"]),
    ("members told by their list", "打造数字中轴线、数字故宫等智慧旅游品牌", ["数字中轴线", "数字故宫"]),
    ("nation-wide, in plain words", "纳入全国信用信息共享平台并公示", ["全国信用信息共享平台"]),
    (
        "two nation-wide",
        "依托国家企业信用信息公示系统和全国信用信息共享平台归集",
        ["国家企业信用信息公示系统", "全国信用信息共享平台"],
    ),
    ("统一 within the name", "依托北京市一体化政务服务平台，推动互通", ["北京市一体化政务服务平台"]),
    ("bracket within the name", "深化国家（杭州）新型互联网交换中心发展", ["国家（杭州）新型互联网交换中心"]),
    (
        "等 within a word",
        "联动青岛幼儿师范高等专科学校工程师培训基地开展实训",
        ["青岛幼儿师范高等专科学校工程师培训基地"],
    ),
    ("an action that names the programme", "实施群众运动空间扩容计划，盘活空间", ["群众运动空间扩容计划"]),
    ("plain words, firm head", "研发教育数据大脑，构建画像", ["教育数据大脑"]),
    ("games", "举办全国少数民族传统体育运动会", ["全国少数民族传统体育运动会"]),
    (
        "what places call by a name, one behind the other",
        "依托相城区“数智新地”、吴中区“具身智谷”等区域集聚",
        ["相城区“数智新地”", "吴中区“具身智谷”"],
    ),
    ("an action within a name", "依托北京市统一申办受理平台办理", ["北京市统一申办受理平台"]),
    (
        "what is joined with another",
        "推动省数据登记平台与中国科学院科学数据平台集成融合",
        ["省数据登记平台", "中国科学院科学数据平台"],
    ),
    # --- completed
    ("two quoted names, one kind", "开展“光华杯”“华彩杯”创新大赛，鼓励参与", ["“光华杯”创新大赛", "“华彩杯”创新大赛"]),
    (
        "two campuses",
        "建成贵阳市示范性高中花溪校区和清镇校区",
        ["贵阳市示范性高中花溪校区", "贵阳市示范性高中清镇校区"],
    ),
    (
        "shared prefix and head",
        "提升省机器人、电驱动等制造业创新中心能级",
        ["省机器人制造业创新中心", "省电驱动制造业创新中心"],
    ),
    (
        "second centre of the same trade",
        "建设省机器人产业知识产权运营中心和质检中心",
        ["省机器人产业知识产权运营中心", "省机器人产业质检中心"],
    ),
    # --- none
    ("an image of a zone", "依托工业园区“桥头堡”扩大开放", []),
    ("generic, across disciplines", "建设交叉学科研究平台", []),
    ("newspapers", "通过梅州日报、梅州广播电视台等主流平台宣传", []),
    ("a place and a kind", "湖北省黄石市试点推进改革", []),
    ("a layout", "围绕“一城一地一谷一空间”布局", []),
    ("systems on sale", "开发个性化设计与虚拟试衣系统", []),
    ("written again, but a kind", "打造物流分拨中心。优化物流分拨中心", []),
    ("generic", "推进重点项目和重大工程建设", []),
    ("a slogan", "通过“揭榜挂帅”方式开展攻关", []),
    ("reforms", "深化“放管服”改革，推行“一网通办”", []),
    ("class of firms", "培育专精特新“小巨人”企业和“链主”企业", []),
    ("several of a kind", "建设一批创新平台和孵化基地", []),
    ("left to others", "鼓励企业建设研发中心、实验室", []),
    ("kinds in a list", "引导企业技术中心、工程研究中心等创新平台发展", []),
    ("engineers are no undertaking", "培养智能制造工程师队伍", []),
    ("the platform economy", "促进平台经济健康发展", []),
    ("a plan for the year", "纳入年度工作计划，加强考核", []),
    ("a title is a reference", "落实《健康中国行动》", []),
    ("counted", "建设10个创新中心", []),
    ("state of the art", "打造“四个中心”", []),
    ("subsidy vouchers", "给予最高5万元的“服务券”补贴", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_named(text: str, expected: list[str]) -> None:
    found = read_projects(structure_of(text), ())
    assert [project.name for project in found] == expected


def test_the_evidence_of_a_completed_name_holds_what_it_was_completed_from() -> None:
    found = read_projects(structure_of("建成贵阳市示范性高中花溪校区和清镇校区5个重点项目"), ())
    assert [p.mentions[0].quote for p in found] == ["贵阳市示范性高中花溪校区", "贵阳市示范性高中花溪校区和清镇校区"]


def test_once_with_all_mentions() -> None:
    text = "（一）实施“强校”工程。\n（二）深化“强校”工程。"
    (project,) = read_projects(structure_of(text), ())
    assert [mention.item for mention in project.mentions] == ["1.1", "1.2"]


def test_clauses_are_not_searched() -> None:
    text = "实施“强校”工程（责任单位：“强基”工程办公室）"
    structure = structure_of(text)
    clause = type(structure.body)(text.index("（"), len(text))
    assert [p.name for p in read_projects(structure, [clause])] == ["“强校”工程"]


def test_rules_use_terms_and_name_little() -> None:
    text = "市民热线受理诉求。长护险基金由职工长护险基金构成。"
    assert read_projects(structure_of(text, title="甲市热线工作条例"), ()) == ()


def test_the_street_that_issues_is_a_place() -> None:
    found = read_projects(structure_of("基于桂城智算中心，提供算力", title="佛山市南海区桂城街道若干措施"), ())
    assert [p.name for p in found] == ["桂城智算中心"]


def test_the_place_of_the_issuer_is_a_place() -> None:
    text = "在罗湖创新创业大赛开辟赛道"
    assert [p.name for p in read_projects(structure_of(text, title="罗湖区若干措施"), ())] == ["罗湖创新创业大赛"]


@pytest.mark.parametrize("slogan", words("projects", "never", "quoted"))
def test_slogans_are_no_names(slogan: str) -> None:
    assert read_projects(structure_of(f"深化“{slogan}”，提升水平"), ()) == ()


@pytest.mark.parametrize("name", words("projects", "never", "names"))
def test_kinds_are_no_names(name: str) -> None:
    assert name not in [p.name for p in read_projects(structure_of(f"建设{name}，提升水平"), ())]


@pytest.mark.parametrize("head", words("projects", "heads", "strong"))
def test_a_place_and_a_strong_head_are_a_name(head: str) -> None:
    assert [p.name for p in read_projects(structure_of(f"建设贵州望江{head}。"), ())] == [f"贵州望江{head}"]


@pytest.mark.parametrize("head", words("projects", "heads", "medium"))
def test_a_place_and_a_medium_head_are_a_name(head: str) -> None:
    assert [p.name for p in read_projects(structure_of(f"建设贵州望江{head}。"), ())] == [f"贵州望江{head}"]


LISTS = [(section, name) for section, lists in lexicon("projects").items() if section != "examples" for name in lists]


@pytest.mark.parametrize(("section", "name"), LISTS)
def test_each_word_has_an_example_and_each_example_a_word(section: str, name: str) -> None:
    listed, examples = words("projects", section, name), words("projects", "examples", section, name)
    assert [word for word in listed if not any(word in example for example in examples)] == []
    assert [example for example in examples if not any(word in example for word in listed)] == []


def test_the_lists_are_sorted_and_without_repeats() -> None:
    for section, name in LISTS:
        listed = words("projects", section, name)
        assert list(listed) == sorted(set(listed)), name
        examples = words("projects", "examples", section, name)
        assert list(examples) == sorted(set(examples)), name
    assert {(s, n) for s, lists in lexicon("projects")["examples"].items() for n in lists} == set(LISTS)
    assert "杭州" in places()


FRAGMENTS = st.lists(
    st.sampled_from(
        ["建设", "依托", "省", "杭州", "创新", "中心", "平台", "“", "”", '"', "工程", "、", "，", "等", "校区", "和"]
    )
    | st.sampled_from(["（", "）", "《", "》", "。", "\n", "一批", "鼓励", "大赛", "“强校”工程", "OPC"])
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@settings(max_examples=200)
@given(FRAGMENTS)
def test_never_raises_and_spans_hold(text: str) -> None:
    structure = structure_of(text)
    found = read_projects(structure, ())
    for project in found:
        assert project.name
        for mention in project.mentions:
            assert mention.span.of(structure.source.text) == mention.quote
    assert found == read_projects(structure, ())


PIECES = [
    "平台",
    "“甲”工程",
    "“",
    "创新",
    "建设",
    "杭州",
    "校区和",
    "平台、",
    "等平台",
    "（",
    "杭州、",
    "省甲、",
    "“甲",
    "和",
    "中心城市",
]


def test_a_name_is_the_longest_that_it_ends() -> None:
    names = ("望江大数据交易平台", "贵州望江大数据交易平台", "中国贵州望江大数据交易平台")
    for first, second, third in permutations(names):
        (project,) = read_projects(structure_of(f"用好{first}。用好{second}。用好{third}。"), ())
        assert (project.name, len(project.mentions)) == (names[-1], 3)


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    structure = structure_of("建设" + piece * (50_000 // len(piece)))
    start = time.perf_counter()
    read_projects(structure, ())
    assert time.perf_counter() - start < 5
