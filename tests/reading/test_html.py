"""Web pages: the document without the site, laid out in paragraphs and tables."""

import pytest

from graph.errors import EmptySource, SourceError, UndecodableSource
from ingest.document import SourceText
from ingest.reading import read_bytes

BODY = "为贯彻落实国家部署，加快发展，结合实际，制定本方案；各地、各部门要认真落实。"


def read(markup: str, name: str = "page.html") -> SourceText:
    return read_bytes(markup.encode(), name)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一、总体要求</p><p>二、任务</p>", "一、总体要求\n二、任务"),
        ("<p>一、总体要求<br>二、任务<br/></p>", "一、总体要求\n二、任务"),
        ("<div>一、总体要求<div>二、任务</div>三、保障</div>", "一、总体要求\n二、任务\n三、保障"),
        ("<p>（责任单位：<span>市教育局</span>、<b>市财政局</b>）</p>", "（责任单位：市教育局、市财政局）"),
        ("<p>&nbsp;&nbsp;各区&nbsp;市&ensp;县：&#12288;</p>", "各区 市 县："),
        ("<p>落实\n     任务</p>", "落实任务"),  # a break in the source is none in the page
        ("<p>One Person\n  Company</p>", "One Person Company"),
        ("<p>看得见</p><p style='display: none'>看不见</p><p hidden>也看不见</p>", "看得见"),
        ("<p>文<script>alert('，。')</script>字<style>p{}</style></p><!-- 注释 -->", "文字"),
        ("<p>达到90%&lt;95%&amp;以上</p>", "达到90%<95%&以上"),
        ("<ul><li>第一项</li><li>第二项</li></ul>", "第一项\n第二项"),
        ("<p>未闭合<p>也能读<div>混乱</p>嵌套", "未闭合\n也能读\n混乱嵌套"),
        ("<p>，— 3 —接着说</p>", "，接着说"),
    ],
)
def test_markup_to_paragraphs(markup: str, text: str) -> None:
    assert read(f"<html><body>{markup}</body></html>").text == text


SITE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知 - 某市人民政府</title>
<script>var a = "，，，，，，，，，，，，";</script></head><body>
<div class="header"><a href="/">首页</a> <a href="/zw">政务公开</a>，<a href="/hd">互动，交流，办事。</a></div>
<div class="crumb">当前位置：首页 &gt; 政务公开</div>
<div class="side"><h3>相关推荐</h3><ul><li><a>关于印发甲方案的通知，解读，全文。</a></li></ul></div>
<div class="content">
  <h1>关于印发某市行动方案的通知</h1>
  <ul><li><span>文　　号：</span> 某府办〔2026〕5号</li><li>发布日期：2026-07-01</li></ul>
  <div class="share">分享到：<a>微信</a></div>
  <div id="zoom"><p>各区政府：</p><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p>
  <div class="share_box print">打印 关闭</div><p>（此件公开发布）</p></div>
</div>
<div class="footer"><p>主办：某市人民政府，地址：某路1号，电话：123。</p><p>某ICP备05000005号</p></div>
</body></html>"""


def test_document_without_its_site() -> None:
    source = read(SITE)
    assert source.text.split("\n") == [
        "关于印发某市行动方案的通知",
        "某府办〔2026〕5号",
        "各区政府：",
        BODY,
        BODY,
        BODY,
        "（此件公开发布）",
    ]
    assert source.removed > 50


@pytest.mark.parametrize(
    ("below", "left"),
    [
        ("<p>【打印本页】【关闭窗口】</p>", []),
        ("<p>返回列表</p><p>AI朗读 收听全文</p>", []),
        ("<p>版权声明：凡本网注明来源的作品，转载请注明出处。</p>", []),
        ("<p>主办：某市政府办公室　承办：某市大数据局</p><p>技术支持：某公司</p>", []),
        ("<p>相关文件</p><ul><li><a>关于丙的解读</a></li><li><a>图解：某方案</a></li></ul><p>打印 关闭</p>", []),
        ("<p>上一篇：<a>甲通知</a></p><p>下一篇：<a>乙通知</a></p>", []),
        ("<p>主办单位：市教育局</p>", ["主办单位：市教育局"]),  # a duty
        ("<p>联系电话：0851-1234</p>", ["联系电话：0851-1234"]),  # the issuer's own
        ("<p>附件：1.任务分工表</p>", ["附件：1.任务分工表"]),
        ("<p>政策解读</p><p>由市教育局负责解读。</p>", ["政策解读", "由市教育局负责解读。"]),
    ],
)
def test_what_a_site_puts_below(below: str, left: list[str]) -> None:
    assert read(f"<html><body>{f'<p>{BODY}</p>' * 3}{below}</body></html>").text.split("\n") == [BODY] * 3 + left


def test_layout_tables_within_one_another() -> None:
    clause = "<p>（<span>责任</span>单位：市教育<b>局</b>）</p>"
    inner = f"<table><tr><td><p>{BODY}</p>{clause}</td></tr></table>"
    source = read(f"<table><tr><td><a>栏目</a></td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>")
    assert source.text.split("\n")[-2:] == [BODY, "（责任单位：市教育局）"]
    assert not source.tables


@pytest.mark.parametrize(
    "head",
    ["<title>关于印发某市方案的通知_某市人民政府</title>", "<meta name=ArticleTitle content='关于印发某市方案的通知'>"],
)
def test_title_that_stands_above_in_no_heading(head: str) -> None:
    above = "<div>某市人民政府门户</div><div class=bt>关于印发某市方案的通知</div>"
    text = read(f"<html><head>{head}</head><body>{above}<div>{f'<p>{BODY}</p>' * 3}</div></body></html>").text
    assert text.split("\n") == ["关于印发某市方案的通知", BODY, BODY, BODY]


def test_a_page_that_is_one_table() -> None:
    assert len(read(f"<html><body>{TABLE}</body></html>").tables) == 1


def test_title_in_the_document_is_not_said_twice() -> None:
    markup = f"<h1>关于印发行动方案的通知</h1><div><p>关于印发</p><p>行动方案的通知</p>{f'<p>{BODY}</p>' * 3}</div>"
    assert read(markup).text.count("通知") == 1


def test_front_matter_and_style_before_the_document() -> None:
    before = "---\nlayout: default\ntitle: 措施\n---\n<style>p {}</style><base target=_blank>"
    assert read(f"{before}<article><p>{BODY}</p></article>").text == BODY


TABLE = """<table><tr><th>序号</th><th>任务</th><th>责任单位</th></tr>
<tr><td rowspan="2">1</td><td>建学校</td><td><p>市教育局</p><p>市财政局</p></td></tr>
<tr><td colspan="2">引名校<br>办分校</td></tr></table>"""


def test_tables_are_laid_out_in_the_text() -> None:
    source = read(f"<p>任务分工表</p>{TABLE}<p>备注</p>")
    assert source.text == "任务分工表\n序号\t任务\t责任单位\n1\t建学校\t市教育局 市财政局\n\t引名校 办分校\n备注"
    (table,) = source.tables
    assert table.span.of(source.text).startswith("序号")
    assert table.span.of(source.text).endswith("分校")
    cells = {(cell.row, cell.column): cell.span.of(source.text) for cell in table.cells}
    assert cells[1, 2] == "市教育局 市财政局"
    assert cells[2, 1] == "引名校 办分校"
    assert (2, 0) not in cells  # covered by the cell above


def test_a_table_around_the_page_is_no_table() -> None:
    source = read(f"<table><tr><td>栏目</td><td><p>{BODY}</p><p>二、任务</p></td></tr></table>")
    assert not source.tables
    assert source.text.split("\n")[-2:] == [BODY, "二、任务"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_encoding_that_the_page_declares(declared: str) -> None:
    markup = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><p>贵阳市</p>"
    assert read_bytes(markup.encode("gb18030"), "a.html").text == "贵阳市"


def test_wrong_declaration_and_none() -> None:
    assert read_bytes("<meta charset=gb2312><p>贵阳市教育局</p>".encode(), "a.html").text == "贵阳市教育局"
    assert read_bytes("<p>贵阳市</p>".encode("gb18030"), "a.html").text == "贵阳市"
    assert read_bytes('<?xml version="1.0" encoding="GBK"?><p>贵阳市</p>'.encode(), "a.html").text == "贵阳市"


def test_html_is_told_by_its_bytes() -> None:
    assert read("<!DOCTYPE html><html><body><p>通知</p></body></html>", "download").media_type == "text/html"


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ("<html><body><img src=a.png></body></html>", EmptySource),
        ("<html></html>", EmptySource),
        ("<div>" * 5000 + "深", UndecodableSource),
        ("<html><body>" + "<b>" * 100_000 + "深", UndecodableSource),
    ],
)
def test_pages_that_cannot_be_read(markup: str, error: type[SourceError]) -> None:
    with pytest.raises(error, match=r"page\.html"):
        read(markup)


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    text = read(f"{bomb}<p>正文&b;&c;</p>").text
    assert "哈" not in text
    assert "root" not in text


def test_hostile_spans_are_bounded() -> None:
    row = "<tr><td colspan=999999999 rowspan=-3>甲</td><td rowspan=9999999>乙</td></tr>"
    assert len(read(f"<table>{row * 3}</table>").text) < 10_000
