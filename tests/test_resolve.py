"""Places of documents, and names of bodies said in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Header, SourceText
from ingest.resolve import is_collective, jurisdiction_of, named_in_full, place_of, regions_around, resolve_name

SOURCE = SourceText("a.txt", "text/plain", "", "", "")


def head(issuer: str | None = None, number: str | None = None, title: str | None = None) -> Header:
    return Header(title, number, (issuer,) if issuer else (), None, None)


@pytest.mark.parametrize(
    ("header", "jurisdiction"),
    [
        (head("贵阳市人民政府办公厅"), "贵阳市"),
        (head("杭州市上城区人民政府办公室"), "上城区"),  # the innermost place
        (head("中共北京市委"), "北京市"),
        (head("广西壮族自治区人民政府"), "广西壮族自治区"),
        (head("国务院办公厅"), "全国"),
        (head("工业和信息化部"), "全国"),  # a ministry, told by its form
        (head("市政府办公室", "苏府办〔2025〕146号"), "苏州市"),  # the number says whose
        (head(None, "国办发〔2018〕129号"), "全国"),
        (head(None, None, "罗湖区支持发展若干措施"), "罗湖区"),  # only a title
        (head(None, None, "2026年湖南省政府工作报告重点任务责任分解表"), "湖南省"),  # behind a year
        (head(None, None, "关于加快推进遵义市数字经济发展的意见"), "遵义市"),
        (head("市科技局"), None),  # nothing tells which city
        (head("中关村科技园区延庆园管理委员会"), None),  # no ministry
        (head("和县人民政府办公室"), "和县"),  # 和 joins nothing here
        (head("佛山市南海区大沥镇人民政府"), "大沥镇"),  # a town, which no table lists
        (head("佛山市南海区桂城街道办事处"), "桂城街道"),
        (head("武汉东湖新技术开发区管理委员会"), "武汉东湖新技术开发区"),  # a zone that no table lists
        (head("苏州市苏州工业园区管理委员会"), "苏州工业园区"),
        (head("贵阳市高新技术产业开发区财政局"), "贵阳市高新技术产业开发区"),  # which one, the city says
        (head("北京市服务业扩大开放综合示范区工作领导小组办公室"), "北京市"),  # a group for a zone is not the zone's
        (head("杭州市城乡建设委员会"), "杭州市"),  # 城乡 is no town
        (head("重庆市渝北区人民政府办公室"), "渝北区"),  # which is no more
        (head("重庆市江北区人民政府"), "江北区"),  # nor is this one, whose name another place has
    ],
)
def test_place_of(header: Header, jurisdiction: str | None) -> None:
    assert place_of(header, SOURCE).jurisdiction == jurisdiction


@pytest.mark.parametrize(
    ("issuer", "name", "resolved"),
    [
        ("贵阳市人民政府", "市教育局", "贵阳市教育局"),
        ("贵阳市人民政府", "省教育厅", "贵州省教育厅"),  # the province around the city
        ("贵阳市人民政府", "各区（市、县）政府", "贵阳市各区（市、县）政府"),
        ("贵阳市人民政府", "花溪区政府", "花溪区政府"),  # carries its place
        ("重庆市人民政府", "渝北区政府", "渝北区政府"),  # that of a region which is no more
        ("重庆市渝北区人民政府", "区农业农村委", "渝北区农业农村委"),
        ("贵阳市人民政府", "贵安新区办公室", "贵安新区办公室"),  # a zone
        ("贵阳市人民政府", "市属有关高校", "贵阳市属有关高校"),
        ("贵阳市人民政府", "市场监管局", "贵阳市市场监管局"),  # 市 belongs to 市场
        ("贵阳市人民政府", "市民政局", "贵阳市民政局"),
        ("贵阳市人民政府", "团市委", "团贵阳市委"),
        ("太仓市人民政府", "团市委", "团太仓市委"),  # a city of county level is 市, too
        ("浙江省经济和信息化厅", "省科技厅", "浙江省科技厅"),
        ("浙江省经济和信息化厅", "浙江金融监管局", "浙江金融监管局"),
        ("浙江省经济和信息化厅", "人行浙江省分行", "人行浙江省分行"),
        ("四川省科学技术厅", "科技厅", "四川省科技厅"),  # no mark at all
        ("四川省科学技术厅", "成都市", "成都市"),
        ("四川省科学技术厅", "四川数据集团", "四川数据集团"),
        ("杭州市上城区人民政府", "区委组织部（人才办）", "上城区委组织部（人才办）"),
        ("杭州市上城区人民政府", "市教育局", "杭州市教育局"),  # the city around the district
        ("杭州市上城区人民政府", "上城资本", "上城资本"),
        ("北京市人民政府", "16区", "北京市16区"),
        ("北京市人民政府", "北京住房公积金管理中心", "北京住房公积金管理中心"),
        ("重庆市人民政府", "有关区县", "重庆市有关区县"),
        ("广西壮族自治区人民政府", "自治区教育厅", "广西壮族自治区教育厅"),
        ("国务院", "财政部", "财政部"),
        ("国务院", "各省级人民政府", "各省级人民政府"),
        ("某某协会", "市教育局", "市教育局"),  # the place is not known
        ("青岛市人民政府", "市北区政府", "市北区政府"),  # 市 is of the district's name
        ("青岛市人民政府", "市文化和旅游局", "青岛市文化和旅游局"),
        ("江苏省人民政府", "镇江市教育局", "镇江市教育局"),
        ("佛山市南海区大沥镇人民政府", "镇应急管理办公室", "大沥镇应急管理办公室"),
        ("佛山市南海区大沥镇人民政府", "各村（社区）", "大沥镇各村（社区）"),
        ("佛山市南海区大沥镇人民政府", "区教育局", "南海区教育局"),
        ("佛山市南海区桂城街道办事处", "街道经济发展办公室", "桂城街道经济发展办公室"),
        ("武汉东湖新技术开发区管理委员会", "财政和国资监管局", "武汉东湖新技术开发区财政和国资监管局"),
        ("武汉东湖新技术开发区管理委员会", "市教育局", "武汉市教育局"),
        ("武汉东湖新技术开发区管理委员会", "区税务局", "武汉东湖新技术开发区税务局"),
        ("长兴县人民政府", "小浦镇政府", "小浦镇政府"),  # a town carries its place
        ("长兴县人民政府", "各乡镇", "长兴县各乡镇"),
        ("贵阳市人民政府", "直管区各街道", "贵阳市直管区各街道"),  # all towns of a part, not one town
        ("长兴县人民政府", "乡镇（街道）", "长兴县乡镇（街道）"),
        ("吉林省人民政府", "长白山管委会", "长白山管委会"),  # and so does a zone with a name of its own
        ("保定市人民政府", "白沟新城管委会", "白沟新城管委会"),
        ("保定市人民政府", "高新技术产业开发区管委会", "保定市高新技术产业开发区管委会"),  # but not one without
        ("保定市人民政府", "城市管理委员会", "保定市城市管理委员会"),  # no zone
        ("湖北省人民政府", "长江海事局", "长江海事局"),  # a branch of a central body
        ("湖南省人民政府", "财政部湖南监管局", "财政部湖南监管局"),
        ("湖南省人民政府", "民航湖南监管局", "民航湖南监管局"),
        ("湖南省人民政府", "财政部门", "湖南省财政部门"),  # of the place, not of the ministry
        ("邯郸市人民政府", "磁县政府", "磁县政府"),
        ("攀枝花市人民政府", "西区政府", "西区政府"),  # a district of one character
        ("贵阳市人民政府", "西区政府", "贵阳市西区政府"),
        ("武汉市人民政府", "东湖高新区", "东湖高新区"),
        ("武汉市人民政府", "经开区", "武汉市经开区"),
        ("四川省人民政府", "西部（成都）科学城管委会", "西部（成都）科学城管委会"),
        ("和田地区行政公署", "地区教育局", "和田地区教育局"),
        ("河北雄安新区管理委员会", "新区管委会", "河北雄安新区管委会"),
        ("武汉东湖新技术开发区管理委员会", "开发区管委会", "武汉东湖新技术开发区管委会"),
        ("海南洋浦经济开发区管理委员会", "洋浦交通运输和港航局", "洋浦交通运输和港航局"),
    ],
)
def test_resolve_name(issuer: str, name: str, resolved: str) -> None:
    assert resolve_name(name, place_of(head(issuer), SOURCE)) == resolved


@pytest.mark.parametrize(
    ("name", "collective"),
    [
        ("贵阳市各区（市、县）政府", True),
        ("北京市16区", True),
        ("各有关省级人民政府", True),
        ("重庆市有关市级部门", True),
        ("贵阳市教育局", False),
        ("花溪区政府", False),
    ],
)
def test_is_collective(name: str, collective: bool) -> None:
    assert is_collective(name) is collective


@pytest.mark.parametrize(
    ("name", "document", "jurisdiction"),
    [
        ("花溪区政府", "贵阳市", "花溪区"),  # a body of its own place
        ("贵阳市教育局", "贵阳市", "贵阳市"),
        ("杭州市上城区教育局", "杭州市", "上城区"),
        ("某某公司", "贵阳市", "贵阳市"),  # that of its document
        ("财政部", None, None),
    ],
)
def test_jurisdiction_of(name: str, document: str | None, jurisdiction: str | None) -> None:
    assert jurisdiction_of(name, document) == jurisdiction


def test_regions_around() -> None:
    assert [region.name for region in regions_around("花溪区")] == ["花溪区", "贵阳市", "贵州省", "全国"]
    assert regions_around("鼓楼区") == ()  # four places have this name
    assert regions_around(None) == ()


@given(st.text(max_size=40))
def test_resolving_never_raises_and_keeps_the_name(name: str) -> None:
    place = place_of(head("贵阳市人民政府"), SOURCE)
    resolved = resolve_name(name, place)
    assert resolved.endswith(name[1:]) or name.startswith(("团", "自治区", "街道"))
    jurisdiction_of(resolved, place.jurisdiction)
    is_collective(resolved)


@pytest.mark.parametrize(
    ("title", "issuer", "whole"),
    [
        ("湖北省现代物流行动方案", "省人民政府办公厅", "湖北省人民政府办公厅"),
        ("苏州市行动计划", "市政府办公室", "苏州市政府办公室"),
        ("浙江省行动计划", "省委网信办", "浙江省委网信办"),
        ("浙江省行动计划", "推进满天星行动工作专班办公室", "推进满天星行动工作专班办公室"),
        ("行动计划", "省人民政府办公厅", "省人民政府办公厅"),
    ],
)
def test_issuers_that_leave_out_their_place(title: str, issuer: str, whole: str) -> None:
    header = Header(title, None, (issuer,), None, None)
    place = place_of(header, SourceText("a.txt", "text/plain", "", title, title))
    assert named_in_full(header, place).issuers == (whole,)
