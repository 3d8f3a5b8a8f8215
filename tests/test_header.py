"""Heads of documents: title, number, issuers, date, recipients; in made-up and in short real ones."""

from dataclasses import dataclass

import pytest

from ingest.clean import fold
from ingest.doc_number import number_in
from ingest.document import Header, SourceText
from ingest.structure import read_structure
from ingest.title import plan_of


def header_of(text: str) -> Header:
    return read_structure(SourceText("a.txt", "text/plain", "", text, fold(text))).header


@dataclass(frozen=True)
class Case:
    what: str
    text: str
    title: str
    number: str | None
    issuers: tuple[str, ...]
    date: str | None
    recipients: str | None = None


PLAN = (
    "为做好工作，制定本方案。\n一、总体要求\n坚持做好。\n二、重点任务\n"
    "（一）做好一件事。认真做。（责任单位：市财政局）\n"
)

CASES = [
    Case(
        "a notice that brings a plan",
        "贵阳市人民政府办公厅\n关于印发贵阳贵安\n教育三年攻坚行动方案的通知\n筑府办函〔2023〕7号\n"
        "各区、市、县人民政府，市政府各工作部门：\n《贵阳贵安教育三年攻坚行动方案》已经同意，现印发给你们。\n"
        "2023年2月6日\n贵阳贵安教育三年攻坚行动方案\n" + PLAN,
        "贵阳贵安教育三年攻坚行动方案",
        "筑府办函〔2023〕7号",
        ("贵阳市人民政府办公厅",),
        "2023-02-06",
        "各区、市、县人民政府，市政府各工作部门",
    ),
    Case(
        "an opinion of its own, signed below, numerals in Chinese",
        "国务院关于某某问题的通知\n国发（1981）088号\n各省、市、自治区人民政府：\n为了促进生产，现通知如下。\n"
        "一、关于基数。按规定办。\n二、关于价格。按统购价。\n国务院\n一九八一年五月二十三日\n（此件公开发布）",
        "国务院关于某某问题的通知",
        "国发〔1981〕88号",
        ("国务院",),
        "1981-05-23",
        "各省、市、自治区人民政府",
    ),
    Case(
        "two issuers glued together, a misprinted date",
        "成都市经济和信息化局成都市科学技术局关于印发《成都市行动计划（2026—2027年）》的通知\n"
        "各区（市）县政府,各有关单位：\n"
        "现将《成都市行动计划（2026—2027年）》印发你们。\n成都市经济和信息化局成都市科学技术局\n2026月3月26日\n"
        "成都市行动计划（2026—2027年）\n" + PLAN,
        "成都市行动计划（2026—2027年）",
        None,
        ("成都市经济和信息化局", "成都市科学技术局"),
        "2026-03-26",
        "各区（市）县政府,各有关单位",
    ),
    Case(
        "a second name in brackets on a line of its own; no number, no issuer in the title",
        "关于印发《四川省行动方案》的通知\n省直有关部门：\n现将《四川省行动方案》印发给你们。\n四川省科学技术厅\n"
        "（四川省人工智能产业链链长办公室）\n四川省人力资源和社会保障厅\n2026年4月16日\n四川省行动方案\n" + PLAN,
        "四川省行动方案",
        None,
        ("四川省科学技术厅（四川省人工智能产业链链长办公室）", "四川省人力资源和社会保障厅"),
        "2026-04-16",
        "省直有关部门",
    ),
    Case(
        "the body that lent its stamp is no issuer; a name over two lines",
        "浙制高办〔2026〕36 号\n浙江省制造业高质量发展（数字经济发展）\n领导小组办公室关于印发《浙江省方案》的通知\n"
        "各市、县（市、区）经信局：\n现将《浙江省方案》印发给你们。\n浙江省制造业高质量发展（数字经济发展）\n"
        "领导小组办公室（代章）\n"
        "（浙江省经济和信息化厅代章）\n2026 年 7 月 13 日\n浙江省方案\n"
        + PLAN
        + "浙江省经济和信息化厅办公室 2026年7月14日印发",
        "浙江省方案",
        "浙制高办〔2026〕36号",
        ("浙江省制造业高质量发展（数字经济发展）领导小组办公室",),
        "2026-07-13",
        "各市、县（市、区）经信局",
    ),
    Case(
        "nothing but the line of publication says who and when",
        "上城区支持社区建设的若干政策措施\n为深入贯彻行动，特制定本措施。\n一、支持对象\n本政策适用于上城区。\n"
        "二、政策内容\n"
        "1.完善服务。做好服务。（牵头单位：区审管办）\n杭州市上城区人民政府办公室2026年3月17日发布。",
        "上城区支持社区建设的若干政策措施",
        None,
        ("杭州市上城区人民政府办公室",),
        "2026-03-17",
    ),
    Case(
        "a draft, the date in a bracket under the title",
        "中共北京市委 北京市人民政府关于建设试验区的实施意见（征求意见稿）\n（2025年6月30日）\n"
        "为贯彻部署，提出意见。\n"
        "一、总体要求\n坚持。\n二、保障措施\n加强。",
        "中共北京市委 北京市人民政府关于建设试验区的实施意见（征求意见稿）",
        None,
        ("中共北京市委", "北京市人民政府"),
        "2025-06-30",
    ),
    Case(
        "a notice that asks for opinions, with ways to send them, and the draft behind it",
        "大同市水务局关于公开征求《大同市水网规划（征求意见稿）》意见的公告\n现就规划公开征求意见，可通过以下方式反馈：\n"
        "1.电子邮箱：a@b.cn；\n2.联系人：王工。\n附件：大同市水网规划（征求意见稿）\n大同市水务局\n2024年4月19日\n"
        "附件\n大同市水网规划\n（征求意见稿）\n一、目标\n（一）成网。成。\n二、任务\n（一）建渠。建。",
        "大同市水网规划（征求意见稿）",
        None,
        ("大同市水务局",),
        "2024-04-19",
    ),
    Case(
        "a list whose issuer stands below its title, and a table at once",
        "凤翔区2025年重点工作任务清单\n宝鸡市凤翔区人民政府办公室\n2025年3月1日\n序号\t工作任务\t牵头单位\n1\t建设平台\t区教育局\n",
        "凤翔区2025年重点工作任务清单",
        None,
        ("宝鸡市凤翔区人民政府办公室",),
        "2025-03-01",
    ),
    Case(
        "a notice that assigns, and what it assigns",
        "浙江省人民政府办公厅关于下达1998年度全省改革重点工作的通知\n各市政府：\n现将重点工作下达给你们。\n"
        "浙江省人民政府办公厅\n一九九八年元月八日\n1998年度全省改革重点工作\n一、企业改革\n（一）试点。试。\n二、配套\n配。",
        "1998年度全省改革重点工作",
        None,
        ("浙江省人民政府办公厅",),
        "1998-01-08",
        "各市政府",
    ),
    Case(
        "an order: its number, its issuer, the measures it publishes",
        "广州市人民政府令\n第179号\n《广州市老年人优待办法》已经通过，现予公布，自2021年5月1日起施行。\n"
        "市 长：某某\n2021年1月29日\n"
        "广州市老年人优待办法\n第一条 为保障权益，制定本办法。\n第二条 年满60周岁的公民，享受优待。\n"
        "广州市人民政府办公厅 2021年2月7日印发",
        "广州市老年人优待办法",
        "广州市人民政府令第179号",
        ("广州市人民政府",),
        "2021-01-29",
    ),
    Case(
        "a rule that says below its title how it came about",
        "儿童福利机构管理办法\n"
        "（2026年1月26日经民政部部务会议审议通过 2026年2月2日民政部令第83号公布 自2026年4月1日起施行）\n"
        "第一章 总则\n第一条 为了加强管理，制定本办法。\n第二章 附则\n第二条 本办法自2026年4月1日起施行。",
        "儿童福利机构管理办法",
        "民政部令第83号",
        ("民政部",),
        "2026-02-02",
    ),
    Case(
        "the particulars of a web page stand in for a signature",
        "工业和信息化部国家数据局关于加快发展的意见\n各省主管部门：\n为贯彻部署，提出意见。\n一、要求\n坚持。\n"
        "发文机关：工业和信息化部 成文日期：2026年06月22日\n发文字号： 工信部〔2026〕40号",
        "工业和信息化部国家数据局关于加快发展的意见",
        "工信部〔2026〕40号",
        ("工业和信息化部", "国家数据局"),
        "2026-06-22",
        "各省主管部门",
    ),
    Case(
        "site chrome above the title",
        "首页\n政务公开>政策文件>文件发布\n浙江省运力提升行动方案（2024—2027年）\n发布时间：2024-05-21 09:42\n"
        "为建设算力强省，特制定此方案。\n一、发展目标\n到2027年建成。",
        "浙江省运力提升行动方案（2024—2027年）",
        None,
        (),
        "2024-05-21",
    ),
    Case(
        "blanks that only the breaks of lines left; one between two issuers is theirs",
        "中共北京市委 北京市人民政府关于建设试验区 深化改革的意见\n各区：\n为了改革，提出意见。\n一、要求\n坚持。",
        "中共北京市委 北京市人民政府关于建设试验区深化改革的意见",
        None,
        ("中共北京市委", "北京市人民政府"),
        None,
        "各区",
    ),
    Case(
        "two central bodies with a blank between them that only the list of such bodies tells apart",
        "中共中央 国务院印发《数字中国建设整体布局规划》\n2023-02-27 18:43来源： 新华社\n"
        "近日，中共中央、国务院印发了《规划》。\n"
        "一、总体要求\n坚持。",
        "数字中国建设整体布局规划",
        None,
        ("中共中央", "国务院"),
        "2023-02-27",
    ),
    Case(
        "a law that says above its text who passed it and when",
        "某市绩效管理条例\n2018年11月1日 济南市第十六届人民代表大会常务委员会第十九次会议通过\n"
        "2018年11月30日 山东省第十三届人民代表大会常务委员会第七次会议批准\n"
        "第一条 为了管理，制定本条例。\n第二条 施行。",
        "某市绩效管理条例",
        None,
        ("济南市第十六届人民代表大会常务委员会",),
        "2018-11-01",
    ),
    Case(
        "a report: whose it is, the day it was given; neither speaker nor greeting nor photo is its title",
        "2026年贵州省政府工作报告\n2026-02-02\n政府工作报告。 贵州日报记者 李某 摄\n政府工作报告\n"
        "（2026年1月27日在贵州省第十四届人民代表大会第四次会议上）\n省长 李某某\n各位代表：\n"
        "现在，我代表省人民政府向大会报告工作，请予审议。\n一、回顾\n（一）发展。发展了。",
        "2026年贵州省政府工作报告",
        None,
        ("贵州省人民政府",),
        "2026-01-27",
    ),
    Case(
        "letter-spaced print",
        "国务院关于棉粮挂钩奖售粮\n几 个 问 题 的 通 知\n国发〔1981〕88号\n各省人民政府；国务院各部委：\n"
        "为了生产，通知如下。\n一、价格。照旧。\n国务院\n1981年5月23日",
        "国务院关于棉粮挂钩奖售粮几个问题的通知",
        "国发〔1981〕88号",
        ("国务院",),
        "1981-05-23",
        "各省人民政府；国务院各部委",
    ),
    Case(
        "the rows of a table and a line of duties above the signature sign nothing",
        "某市人民政府办公室关于做好工作的通知\n1\t修路\t市公安局\n"
        "市民政局、市水利局负责，各县政府落实\n某市人民政府办公室\n2024年1月5日",
        "某市人民政府办公室关于做好工作的通知",
        None,
        ("某市人民政府办公室",),
        "2024-01-05",
    ),
    Case(
        "who signs on the line of the number, a deputy addressed",
        "德教函〔2024〕58号　　　　签发人：周建国\n关于对市九届人大四次会议第105号建议的答复\n张晓燕代表：\n"
        "您提出的建议收悉。现答复如下。\n一、基本情况\n我市高度重视。\n德阳市教育局\n2024年6月3日",
        "关于对市九届人大四次会议第105号建议的答复",
        "德教函〔2024〕58号",
        ("德阳市教育局",),
        "2024-06-03",
        "张晓燕代表",
    ),
    Case(
        "a body of the people among ministries, letter-spaced",
        "国家发展改革委　全国工商联\n关于印发《县域方案》的通知\n各省发展改革委：\n现印发给你们。\n"
        "国家发展改革委\n全国工商联\n财　政　部\n中 国 残 联\n2022年8月12日",
        "县域方案",
        None,
        ("国家发展改革委", "全国工商联", "财政部", "中国残联"),
        "2022-08-12",
        "各省发展改革委",
    ),
    Case(
        "a title with a line for each of six issuers",
        "山西省人力资源和社会保障厅\n山西省教育厅\n山西省住房和城乡建设厅\n山西省总工会\n共青团山西省委员会\n"
        "山西省妇女联合会\n关于举办2024年山西省\n职业技能大赛的通知\n各市人力资源社会保障局：\n为选拔人才，决定举办大赛。\n"
        "山西省人力资源和社会保障厅\n2024年3月1日",
        "山西省人力资源和社会保障厅山西省教育厅山西省住房和城乡建设厅山西省总工会共青团山西省委员会山西省妇女联合会"
        "关于举办2024年山西省职业技能大赛的通知",
        None,
        ("山西省人力资源和社会保障厅",),
        "2024-03-01",
        "各市人力资源社会保障局",
    ),
    Case(
        "the red head alone says who issues it",
        "青岛市人民政府文件\n青政发〔1987〕29号\n关于下达一九八七年为群众办十件实事的通知\n各区、县人民政府：\n"
        "现将十件实事下达给你们。\n一九八七年三月五日",
        "关于下达一九八七年为群众办十件实事的通知",
        "青政发〔1987〕29号",
        ("青岛市人民政府",),
        "1987-03-05",
        "各区、县人民政府",
    ),
    Case(
        "a title and recipients that print breaks over lines",
        "新兵办发〔2021〕57号\n关于印发《新疆生产建设兵团“十四五”\n就业促进规划》的通知\n"
        "各师市、院（校），兵团机关各部门、各直属机构，\n各有关单位：\n现印发给你们，请认真落实。\n"
        "新疆生产建设兵团办公厅\n2021年8月9日",
        "新疆生产建设兵团“十四五”就业促进规划",
        "新兵办发〔2021〕57号",
        ("新疆生产建设兵团办公厅",),
        "2021-08-09",
        "各师市、院（校），兵团机关各部门、各直属机构，各有关单位",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_heads(case: Case) -> None:
    header = header_of(case.text)
    found = (header.title, header.doc_number, header.issuers, header.issued_on, header.recipients)
    assert found == (case.title, case.number, case.issuers, case.date, case.recipients)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_each_issuer_has_its_place(case: Case) -> None:
    spans = [span for name, span in header_of(case.text).spans if name == "issuer"]
    words = ["".join(span.of(case.text).split()) for span in spans]
    assert [issuer.endswith(said) for said, issuer in zip(words, case.issuers, strict=True)] == [True] * len(words)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("筑府办函〔2023〕7号", "筑府办函〔2023〕7号"),
        ("筑府办函[2023]第007号", "筑府办函〔2023〕7号"),  # no 第, no zeros in front
        ("浙制高办〔２０２６〕３６ 号", "浙制高办〔2026〕36号"),  # full width, spaced
        ("国办发（1996）25号", "国办发〔1996〕25号"),
        ("财税字〔1994〕69号", "财税字〔1994〕69号"),
        ("国发〔81〕88号", "国发〔1981〕88号"),
        ("（1979）国发12号", "国发〔1979〕12号"),  # the year first
        ("2026年5月27日交通运输部令2026年第10号公布", "交通运输部令2026年第10号"),
        ("民政部令第83号", "民政部令第83号"),
        ("中山路12号", None),
        ("一九八〇年223号文件", None),
    ],
)
def test_numbers(written: str, number: str | None) -> None:
    found = number_in(fold(written))
    assert (found.written if found else None) == number


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("市政府办公室关于印发某市十条措施的通知", "某市十条措施"),
        ("甲局关于印发《某市方案（2024—2026年）》的通知", "某市方案（2024—2026年）"),
        ("甲局等四部门关于印发《关于进一步加强工作的方案》的通知", "关于进一步加强工作的方案"),
        ("国务院办公厅印发《关于建立体系的实施方案》的通知", "关于建立体系的实施方案"),
        ("甲局关于印发《〈乙法〉实施办法》的通知", "〈乙法〉实施办法"),
        ("国务院办公厅关于做好工作的通知", None),
        ("某市人民政府关于支持发展的实施意见", None),
    ],
)
def test_plans_in_titles(title: str, plan: str | None) -> None:
    assert plan_of(title) == plan
