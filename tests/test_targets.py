"""Countable aims, a table of how they are set: sentence → (comparison, value, unit, deadline) of each."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.lexicon import lexicon
from ingest.extract.quantities import quantities
from ingest.extract.target_deadlines import deadlines
from ingest.extract.targets import read_targets
from tests.plain_text import structure_of

Row = tuple[str, float, str, str | None]

# comment, sentence, the aims it sets
ROWS: list[tuple[str, str, list[Row]]] = [
    # --- comparison
    ("plain", "到2027年底，建成社区20个。", [("=", 20, "个", "2027")]),
    ("以上 behind", "建成50个以上数据专区", [(">=", 50, "个", None)]),
    ("及以上", "培育5家及以上龙头企业", [(">=", 5, "家", None)]),
    ("不少于", "建成社区不少于5个", [(">=", 5, "个", None)]),
    ("不低于", "总面积不低于10万平方米", [(">=", 100000, "平方米", None)]),
    ("达到", "核心产业规模达到200亿元", [(">=", 200, "亿元", None)]),
    ("突破", "年产量突破3万台", [(">=", 30000, "台", None)]),
    ("超", "调度算力规模超5000P", [(">=", 5000, "P", None)]),
    ("至少有, Chinese numeral", "确保学前教育至少有三名专职教研员", [(">=", 3, "名", None)]),
    ("余 between", "培育30余个品牌", [(">=", 30, "个", None)]),
    ("不超过 holds 超过", "力争能耗强度不超过10%", [("<=", 10, "%", None)]),
    ("控制在", "建设用地控制在30公顷", [("<=", 30, "公顷", None)]),
    ("以内", "确保失业率在5%以内", [("<=", 5, "%", None)]),
    ("新增", "新增2万个学位", [("+", 20000, "个", None)]),
    ("新增 at a distance", "新增培育OPC企业1000家", [("+", 1000, "家", None)]),
    ("新增 with 以上", "新增专业30个以上", [(">=", 30, "个", None)]),
    ("增长", "力争产值增长5%", [("+", 5, "%", None)]),
    ("提高百分点", "就业率提高2个百分点", [("+", 2, "个百分点", None)]),
    ("左右", "打造20个左右应用场景", [("=", 20, "个", None)]),
    ("达到 with 左右", "人均面积达到4平方米左右", [(">=", 4, "平方米", None)]),
    ("倍", "力争规模达到3倍", [(">=", 3, "倍", None)]),
    ("翻番", "到2027年，产值翻番。", [("x", 2, "倍", "2027")]),
    ("翻两番", "力争产值翻两番", [("x", 4, "倍", None)]),
    ("a range is two", "培育1—2个品牌", [(">=", 1, "个", None), ("<=", 2, "个", None)]),
    ("a range with ～", "推动3～5个模型应用", [(">=", 3, "个", None), ("<=", 5, "个", None)]),
    # --- numbers
    ("万 is multiplied out", "培训3万人次", [("=", 30000, "人次", None)]),
    ("亿元 stays", "组建规模不低于10亿元的基金", [(">=", 10, "亿元", None)]),
    ("万亿元 stays", "总规模达到2万亿元", [(">=", 2, "万亿元", None)]),
    ("万元 is multiplied out", "单个场景投入不低于5万元", [(">=", 50000, "元", None)]),
    ("Chinese 两万", "打造不少于两万平方米的空间", [(">=", 20000, "平方米", None)]),
    ("百分之", "覆盖率达到百分之八十", [(">=", 80, "%", None)]),
    ("thousands separated", "建成充电桩1,200个", [("=", 1200, "个", None)]),
    ("decimal", "建设空间1.8万平方米", [("=", 18000, "平方米", None)]),
    ("full width", "建成社区２０个", [("=", 20, "个", None)]),
    # --- what says more than a number with its measure
    ("tenths", "入驻率达到八成以上", [(">=", 80, "%", None)]),
    ("a coefficient", "灌溉水有效利用系数提高到0.57", [(">=", 0.57, "", None)]),
    ("an index that must not be higher", "新建数据中心PUE不高于1.2", [("<=", 1.2, "", None)]),
    ("a rate of a hundred per cent", "隐患整改率100%", [("=", 100, "%", None)]),
    ("a share of what is to do something", "15%的中医馆完成改造", [("=", 15, "%", None)]),
    ("a per cent with a fraction in words", "节能率达到百分之三点五以上", [(">=", 3.5, "%", None)]),
    ("from one year to another", "2026—2028年，新建学校600所", [("=", 600, "所", "2028")]),
    (
        "a year among others",
        "到2027年覆盖率达到60%，其中2026年达到58%",
        [(">=", 60, "%", "2027"), (">=", 58, "%", "2026")],
    ),
    ("whom a bound means", "病种不超过100个的地区先行试点", []),
    ("a size within what is counted", "培育营业收入过100亿元的企业3家", [("=", 3, "家", None)]),
    ("an aim before the money", "引进人才300人，兑现补贴最高30万元", [("=", 300, "人", None)]),
    ("offers that others made", "落实社保补贴等政策，组织招聘会不少于20场", [(">=", 20, "场", None)]),
    ("all of them, without a verb", "一线堤防全部达标", [("=", 100, "%", None)]),
    ("an aim beside an offer", "对青年提供15天免费住宿，三年内筹集公寓2000套", [("=", 2000, "套", None)]),
    ("what the year of an event leaves", "举办2024年大赛，参赛项目不少于300个", [(">=", 300, "个", None)]),
    ("whom a size means", "实现25户以上自然村通硬化路全覆盖", [("=", 100, "%", None)]),
    ("covering all of a kind", "普惠算力服务覆盖全部高新区", [("=", 100, "%", None)]),
    ("one 分别 for two kinds", "床位、医师分别达到7张和3.8人", [(">=", 7, "张", None), (">=", 3.8, "人", None)]),
    # --- several
    ("two with 、", "培育载体5家、研发机构30家", [("=", 5, "家", None), ("=", 30, "家", None)]),
    ("two with 和", "培育100个产品和90个场景", [("=", 100, "个", None), ("=", 90, "个", None)]),
    ("an aim goes on behind a comma", "培育链主企业5家，小巨人企业50家", [("=", 5, "家", None), ("=", 50, "家", None)]),
    ("growth goes on in a series", "产值分别增长3%、6%", [("+", 3, "%", None), ("+", 6, "%", None)]),
    ("提升 upon things is no growth", "改造提升25个基地", [("=", 25, "个", None)]),
    ("a range with its unit twice", "力争产值增长5%—5.5%", [(">=", 5, "%", None), ("<=", 5.5, "%", None)]),
    ("letters before the number", "集聚OPC100家以上", [(">=", 100, "家", None)]),
    ("百个 behind a verb", "推广百个示范应用", [("=", 100, "个", None)]),
    ("等 behind what is built", "建成甲、乙、丙等四个社区", [("=", 4, "个", None)]),
    ("for whom", "为100所学校建设浴室", [("=", 100, "所", None)]),
    ("the figure it starts from is none", "力争占比从2%提高到3%", [(">=", 3, "%", None)]),
    ("a lowest time", "每天体育活动不低于2小时", [(">=", 2, "小时", None)]),
    # --- totals
    ("全部参与", "推动企业全部参与市场", [("=", 100, "%", None)]),
    ("全覆盖 as one attribute of several", "构建多层次、全覆盖、人性化的网络", []),
    ("全覆盖", "实现教育专网全覆盖", [("=", 100, "%", None)]),
    ("two 全覆盖 and their count", "实现专网全覆盖和终端全覆盖“两个全覆盖”", [("=", 100, "%", None)] * 2),
    ("全部", "推动全市公办高中全部建成示范性高中", [("=", 100, "%", None)]),
    ("全覆盖 as an attribute", "开展全覆盖检查", []),
    ("健全覆盖 is no 全覆盖", "推动建立健全覆盖城乡的体系", []),
    # --- deadlines
    ("certain year", "到2030年，产业规模突破1500亿元", [(">=", 1500, "亿元", "2030")]),
    ("年底前", "2026年底前建成基地3个", [("=", 3, "个", "2026")]),
    ("month", "2026年6月底前完成改造30个", [("=", 30, "个", "2026-06")]),
    ("day", "2026年6月30日前完成改造30个", [("=", 30, "个", "2026-06-30")]),
    ("the nearest date", "到2025年建成5个，到2027年建成9个", [("=", 5, "个", "2025"), ("=", 9, "个", "2027")]),
    ("governs the sentence after", "到2027年走在前列。建成基地3个。", [("=", 3, "个", "2027")]),
    ("ends with its paragraph", "到2027年走在前列。\n建成基地3个。", [("=", 3, "个", None)]),
    ("announced with a colon", "到2027年，实现：\n（一）建成基地3个", [("=", 3, "个", "2027")]),
    ("bullets below belong to the paragraph", "到2027年走在前列。\n——建成基地3个。", [("=", 3, "个", "2027")]),
    ("a year named as a start", "自2026年起比例不少于40%", [(">=", 40, "%", None)]),
    ("a baseline is none", "比2020年增长5%以上", [(">=", 5, "%", None)]),
    # --- service times
    ("quoted", "全面落实“简单咨询1个工作日答复”制度", [("=", 1, "个工作日", None)]),
    ("一日办结", "实现开办企业“一日办结”", [("=", 1, "日", None)]),
    ("压缩至", "办理时限压缩至2个工作日", [("<=", 2, "个工作日", None)]),
    ("statutory", "应当自受理之日起20个工作日内办结", []),
    # --- no aims
    ("a date alone", "到2027年，形成特色。", []),
    ("a subsidy", "对建成的社区，给予最高50万元补助", []),
    ("a rate of subsidy", "按投资额的30%给予奖励", []),
    ("a count for a subsidy", "每年遴选不超过20个，给予最高100万元奖励", []),
    ("a threshold", "对招用10人以上的企业予以支持", []),
    ("a cap for each", "单个投资金额不超过500万元", []),
    ("the present", "目前已建成社区30个", []),
    ("a count of a list", "健康、医疗等9个领域", []),
    ("ministries", "财政部等9个部门印发", []),
    ("a condition of licence", "实缴注册资本不低于6亿元", []),
    ("a definition", "小微企业是指10人以下企业", []),
    ("a number in a name", "打造“15分钟生活圈”和“10个一”品牌", []),
    ("an explanation in brackets", "建设开办服务（一窗发放2个环节）", []),
    ("numbering", "1.建设平台。2.举办活动。", []),
    ("a slogan in numerals", "统筹利用两个市场、两种资源", []),
    ("一次性", "提升一次性通过率", []),
    ("a duration", "入住时间最长6个月", []),
    ("a size of what is built", "推动30万千瓦级机组改造", []),
    ("so many for a team", "培育10人以内的团队", []),
    ("money of each", "推进70个30亿元以上项目", [("=", 70, "个", None)]),
    ("a name in numerals", "实施千人计划", []),
    ("more hours than one", "提供24小时服务", []),
    ("revenue that describes what is counted", "培育营收超1000万元企业100家", [("=", 100, "家", None)]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_aims(text: str, expected: list[Row]) -> None:
    found = read_targets(structure_of(text), ())
    assert [(t.comparator, t.value, t.unit, t.deadline) for t in found] == expected


# sentence, metric, quote
WORDED: list[tuple[str, str, str]] = [
    ("到2027年底，建成人工智能OPC社区20个。", "人工智能OPC社区", "建成人工智能OPC社区20个"),
    ("建成50个以上公共数据专区，推动应用。", "公共数据专区", "建成50个以上公共数据专区"),
    ("培育具有全球竞争力的领军企业10家", "领军企业", "培育具有全球竞争力的领军企业10家"),
    ("数据产业年均增速超过20%。", "数据产业年均增速", "数据产业年均增速超过20%"),
    ("组建规模不低于10亿元的专项基金", "专项基金规模", "组建规模不低于10亿元的专项基金"),
    ("实现教育专网全覆盖、数字资源全覆盖", "教育专网", "实现教育专网全覆盖"),
    ("全省整机年产量达到2万台", "全省整机年产量", "全省整机年产量达到2万台"),
    ("建设未来产业先导区 6 个", "未来产业先导区", "建设未来产业先导区 6 个"),
]


@pytest.mark.parametrize(("text", "metric", "quote"), WORDED, ids=[row[1] for row in WORDED])
def test_metric_and_quote(text: str, metric: str, quote: str) -> None:
    target = read_targets(structure_of(text), ())[0]
    assert (target.metric, target.quote) == (metric, quote)


def test_rules_set_no_aims_unless_dated() -> None:
    text = "用人单位应配备3名以上人员。\n到2027年，全市建成基地3个。"
    found = read_targets(structure_of(text, title="甲市基地管理办法（试行）"), ())
    assert [(t.value, t.deadline) for t in found] == [(3, "2027")]


def test_dates_before_the_document_was_issued_are_no_deadlines() -> None:
    structure = structure_of("2021年，建成基地3个。", issued_on="2023-02-06")
    assert read_targets(structure, ()) == ()


def test_clauses_are_not_searched() -> None:
    text = "建成基地3个（责任单位：市教育局，完成10个）"
    structure = structure_of(text)
    start = text.index("（")
    span = type(structure.body)(start, len(text))
    assert [t.value for t in read_targets(structure, [span])] == [3]


def test_items_are_named() -> None:
    found = read_targets(structure_of("（一）建成基地3个。\n（二）建成社区5个。"), ())
    assert [(t.item, t.value) for t in found] == [("1.1", 3), ("1.2", 5)]


def test_deadlines_as_written() -> None:
    text = "到2027年底,2026年6月底前,截至2023年,比2020年,2024-2028年,规划(2020-2025年),2030年产值"
    assert [d.iso for d in deadlines(text, 0, len(text))] == ["2027", "2026-06", "2028", "2030"]


@pytest.mark.parametrize("table", ["comparators", "goals", "service", "negatives"])
def test_every_example_holds_a_word_of_its_table(table: str) -> None:
    entries = lexicon("targets")[table]
    listed = [word for name, value in entries.items() if name != "examples" for word in value]
    for example in entries["examples"]:
        assert any(word in example for word in listed), example


@pytest.mark.parametrize("example", lexicon("targets")["negatives"]["examples"])
def test_what_is_refused_is_no_aim(example: str) -> None:
    assert read_targets(structure_of(example), ()) == ()


@pytest.mark.parametrize(
    "example", [*lexicon("targets")["goals"]["examples"], *lexicon("targets")["service"]["examples"]]
)
def test_what_is_aimed_at_is_found(example: str) -> None:
    assert len(read_targets(structure_of(example), ())) == 1


@pytest.mark.parametrize(
    "kind",
    [
        "at_least_before",
        "at_most_before",
        "growth_before",
        "more_before",
        "at_least_after",
        "at_most_after",
        "about_after",
    ],
)
def test_every_comparison_is_read(kind: str) -> None:
    bound, _, side = kind.replace("more", "growth").rpartition("_")
    for phrase in lexicon("targets")["comparators"][kind]:
        unit = "%" if kind == "growth_before" else "个"
        text = f"规模{phrase}30{unit}" if side == "before" else f"规模30{unit}{phrase}"
        (quantity,) = quantities(text)
        assert (quantity.before if side == "before" else quantity.after) == bound, phrase
        assert quantity.whole.of(text) == text[2:], phrase


@pytest.mark.parametrize("unit", sorted({*lexicon("targets")["measures"]["things"]}))
def test_every_measure_word_is_read(unit: str) -> None:
    assert [q.unit for q in quantities(f"建成30{unit}")] == [unit]


FRAGMENTS = st.lists(
    st.sampled_from(
        ["到2027年", "底前", "建成", "20", "万", "亿", "个", "家", "%", "以上", "—", "、", "，", "。", "\n"]
    )
    | st.sampled_from(
        ["全覆盖", "全部", "翻番", "一日办结", "两", "三名", "至少", "（", "）", "“", "”", "不超过", "企业"]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@settings(max_examples=200)
@given(FRAGMENTS)
def test_never_raises_and_spans_hold(text: str) -> None:
    structure = structure_of(text)
    found = read_targets(structure, ())
    assert all(t.span.of(structure.source.text) == t.quote for t in found)
    assert found == read_targets(structure, ())


PIECES = [
    "1",
    "1,",
    "1个",
    "全覆盖",
    "到2027年",
    "建成5个、",
    "（",
    "“",
    "一",
    "亿",
    "9-",
    "建成5个，",
    "全部",
    "百分之",
    "的",
    "20%",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    structure = structure_of("建成" + piece * (50_000 // len(piece)))
    start = time.perf_counter()
    read_targets(structure, ())
    assert time.perf_counter() - start < 5
