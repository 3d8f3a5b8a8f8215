"""Text files: encodings, line ends, printed lines."""

import codecs
import hashlib

import pytest

from graph.errors import EmptySource, UndecodableSource
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.reading.plain import read_plain

TEXT = "关于印发方案的通知\n各区（市、县）政府：\n  一、总体要求"
READ = "关于印发方案的通知\n各区（市、县）政府：\n一、总体要求"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\n\n \u3000\n").encode(),
    ],
    ids=["utf8", "utf8-bom", "utf16-le", "utf16-be", "gb18030", "gbk", "crlf", "cr", "blank lines"],
)
def test_every_encoding_and_line_end(data: bytes) -> None:
    source = read_bytes(data, "a.txt")
    assert source.text == READ
    assert source.media_type == "text/plain"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert len(source.folded) == len(source.text)


def test_gb18030_of_four_bytes() -> None:
    assert read_bytes("𠮷㐂镇人民政府".encode("gb18030"), "a.txt").text == "𠮷㐂镇人民政府"


def test_one_line_is_one_paragraph() -> None:
    assert read_bytes("一行文字。".encode(), "a.txt").text == "一行文字。"


def test_text_in_no_encoding_says_where() -> None:
    with pytest.raises(UndecodableSource, match=r"a\.txt is not text in UTF-8 \(fails at byte 6\) or GB18030"):
        read_bytes("中文".encode() + b"\xff\xff\xff", "a.txt")


@pytest.mark.parametrize("data", [b" \n\t\n", "\u3000\u200b".encode(), codecs.BOM_UTF8])
def test_blanks_alone_are_an_error(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"a\.txt holds no text"):
        read_bytes(data, "a.txt")


def test_tabs_are_left_to_tables() -> None:
    source = read_bytes("联系人\t电话".encode(), "a.txt")
    assert source.text == "联系人 电话"
    assert not source.tables


def test_lines_with_tabs_are_a_table() -> None:
    table = "序号\t工作任务\t责任单位\n1\t疏浚支流\t市水利局\n2\t\t市财政局\n"
    source = read_bytes(f"附件：分工表\n\n{table}\n市政府\n".encode(), "a.txt")
    assert source.text == "附件：分工表\n序号\t工作任务\t责任单位\n1\t疏浚支流\t市水利局\n2\t\t市财政局\n市政府"
    assert [cell.span.of(source.text) for cell in source.tables[0].cells if cell.column == 2] == [
        "责任单位", "市水利局", "市财政局",
    ]  # fmt: skip
    assert source.anchors[-1].offset == len(f"附件：分工表\n\n{table}\n")


UNEVEN = [
    # comment, lines, paragraphs
    (
        "a label",
        ["1．推进绿化。（牵头", "单位：市林业局）", "2．植树。"],
        ["1．推进绿化。（牵头单位：市林业局）", "2．植树。"],
    ),
    (
        "a bracket within",
        ["（责任单位：各县（市、", "区）政府、市水利", "局）"],
        ["（责任单位：各县（市、区）政府、市水利局）"],
    ),
    ("one that is closed", ["种树（含苗）、", "浇水"], ["种树（含苗）、", "浇水"]),
    ("a sentence ends in it", ["（牵头。", "乙）"], ["（牵头。", "乙）"]),
    ("a numbered line goes on nothing", ["甲（乙", "（一）丙", "丁）"], ["甲（乙", "（一）丙", "丁）"]),
    ("never closed", ["甲（乙", "丙", "丁", "戊", "己", "庚"], ["甲（乙", "丙", "丁", "戊", "己", "庚"]),
    ("never closed at the end", ["甲（乙", "丙"], ["甲（乙", "丙"]),
]


@pytest.mark.parametrize(("lines", "paragraphs"), [row[1:] for row in UNEVEN], ids=[row[0] for row in UNEVEN])
def test_a_bracket_that_lines_break(lines: list[str], paragraphs: list[str]) -> None:
    source = read_bytes("\n".join(lines).encode(), "a.txt")
    assert source.text.split("\n") == paragraphs
    whole = "\n".join(lines)
    for anchor in source.anchors:
        assert whole[anchor.offset :].startswith(source.text[anchor.start : anchor.start + 1])


def test_markdown_without_its_marks() -> None:
    source = read_bytes("# 绩效管理条例\n\n<!-- INFO END -->\n\n**第一条** 为了建立制度。".encode(), "law.md")
    assert source.text == "绩效管理条例\n第一条 为了建立制度。"
    assert source.media_type == "text/markdown"


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("---\ntitle: 方案\ndate: 2026-01-01\n---\n\n## 一、总体要求 ##\n", "一、总体要求"),
        ("**（责任单位：**市教育局、__市财政局__）", "（责任单位：市教育局、市财政局）"),
        ("（责任单位：*市教育局、*市财政局、市审计局）", "（责任单位：*市教育局、*市财政局、市审计局）"),  # leads
        ("见 *重点任务* 表", "见 重点任务 表"),
        ('依据[《某办法》](https://a.gov.cn/b_c.html "办法")制定', "依据《某办法》制定"),
        ("![图](a.png)\n- [x] 第一项\n* 第二项\n1. 第三项", "第一项\n第二项\n1. 第三项"),
        ("> 引文\n\n***\n\n正文<!-- 略\n略 -->后", "引文\n正文后"),
        ("一行<br>二行", "一行\n二行"),
        ("前\n\n|任务|责任单位|\n|:--|--|\n|甲\\|乙|**市教育局**|\n\n后", "前\n任务\t责任单位\n甲|乙\t市教育局\n后"),
    ],
)
def test_marks_of_markdown(marked: str, text: str) -> None:
    assert read_bytes(marked.encode(), "a.md").text == text


def test_page_number_pasted_into_a_paragraph() -> None:
    source = read_bytes("落实政策。（责任单位：省经信厅、 — 3 — 省科技厅）".encode(), "a.txt")
    assert source.text == "落实政策。（责任单位：省经信厅、省科技厅）"
    assert source.removed == 7


def test_csv_is_a_table() -> None:
    source = read_bytes('\ufeff序号,任务,责任单位\r\n1,"建学校,扩容",市教育局\r\n'.encode(), "tasks.csv")
    assert source.text == "序号\t任务\t责任单位\n1\t建学校,扩容\t市教育局"
    assert source.media_type == "text/csv"
    assert len(source.tables[0].cells) == 6


@pytest.mark.parametrize(
    ("above", "issuers", "date"),
    [
        ("某办公室,2025年3月10日,,\n", ("乌海市营商环境办公室",), "2025-03-10"),
        ("某办公室　2025年3月10日,,,\n", ("乌海市营商环境办公室",), "2025-03-10"),
        ("单位：万元,,,\n", (), None),
        ("制表单位：某办公室,,制表日期：2025年3月10日,\n", (), "2025-03-10"),
        ("", (), None),
    ],
)
def test_csv_with_who_and_when_above_its_table(above: str, issuers: tuple[str, ...], date: str | None) -> None:
    rows = "序号,任务,责任单位,完成时限\n1,优化审批,市政务服务局、市发改委,2025年6月\n2,推进证照,市数据局,2025年9月\n"
    above = above.replace("某办公室", "乌海市营商环境办公室")
    read = parse(read_bytes(f"乌海市2025年重点任务清单,,,\n{above}{rows}".encode(), "tasks.csv"))
    assert (read.header.title, read.header.issuers, read.header.issued_on) == (
        "乌海市2025年重点任务清单",
        issuers,
        date,
    )
    assert [len(clause.units) for clause in read.clauses] == [2, 1]


def test_a_bracket_that_nobody_closes_ends_before_the_next_measure() -> None:
    first = "（一）甲。做。（责任单位：县教育局、县委组织部（人才办）"
    text = f"一、任务\n{first}\n（二）乙。做。（责任单位：县财\n政局）\n"
    assert read_bytes(text.encode(), "a.txt").text == f"一、任务\n{first}\n（二）乙。做。（责任单位：县财政局）"


def test_csv_that_keeps_a_document_in_a_cell() -> None:
    source = read_bytes('year,full_text\n2026,"政府工作报告\n各位代表：\n一、回顾"\n'.encode(), "reports.csv")
    assert source.text.split("\n")[-3:] == ["政府工作报告", "各位代表：", "一、回顾"]
    assert not source.tables


PRINTED = """\
                  浙制办〔2026〕36 号

            关于印发行动方案的通知

各市、县（市、区）经信局，省级有关单位：
   人形机器人特指模仿人类思维能力与行动能力并具备拟人
形态的机器人，也泛指双足、多足、轮式、仿生等具身智能机
器人，正成为新一轮科技革命与产业变革的关键突破口。
   一、主要目标
   到 2028 年，人形机器人整零协同发展与场景应用形成先发
优势，建设未来产业先导区 6 个，培育具有全球竞争力的领军
                         — 1 —
\f企业 10 家，打造标志性场景 50 个，整机年产量突破 3 万台，
产业规模达到 300 亿元。（责任单位：省经信厅、省发展改革
                         — 2 —
\f委、省科技厅）
   （一）提升建设产业创新平台。发挥高水平大学和高能级
科创平台的创新策源作用，推进创新中心建设，打造杭甬创新
引领区。
                     省办公室
                   2026年7月13日
"""


def test_printed_lines_become_paragraphs() -> None:
    source = read_bytes(PRINTED.encode(), "a.txt")
    assert source.text.split("\n") == [
        "浙制办〔2026〕36号",
        "关于印发行动方案的通知",
        "各市、县（市、区）经信局，省级有关单位：",
        "人形机器人特指模仿人类思维能力与行动能力并具备拟人形态的机器人，也泛指双足、多足、轮式、仿生等具身智能机"
        "器人，正成为新一轮科技革命与产业变革的关键突破口。",
        "一、主要目标",
        "到2028年，人形机器人整零协同发展与场景应用形成先发优势，建设未来产业先导区6个，培育具有全球竞争力的领军企业10家，"
        "打造标志性场景50个，整机年产量突破3万台，产业规模达到300亿元。（责任单位：省经信厅、省发展改革委、省科技厅）",
        "（一）提升建设产业创新平台。发挥高水平大学和高能级科创平台的创新策源作用，推进创新中心建设，打造杭甬创新引领区。",
        "省办公室",
        "2026年7月13日",
    ]
    assert source.removed == len("— 1 —") + len("— 2 —")


def test_anchors_lead_back_to_the_page() -> None:
    source = read_bytes(PRINTED.encode(), "a.txt")
    pages = PRINTED.split("\f")
    starts = {source.text[anchor.start :][:2]: anchor for anchor in source.anchors}
    for words, page in [("一、", 1), ("企业", 2), ("委、", 3), ("省办", 3)]:
        anchor = starts[words]
        assert anchor.page == page
        assert pages[page - 1][anchor.offset :].startswith(words)


def test_real_paragraphs_are_left_alone() -> None:
    paragraphs = [
        "一、总体要求和主要目标任务以及工作安排",
        "坚持以人民为中心的发展思想，深入推进教育改革，促进教育公平，提高教育质量，办好人民满意的教育，为高质量发展提供支撑。",
        "二、重点任务",
        "（一）建设一批学校",
        "新建、改扩建公办幼儿园30所，新增学位1万个，普惠性幼儿园覆盖率达到90%以上。（责任单位：市教育局）",
        "（二）引进一批优质教育资源和优秀教师队伍",
        "支持名校办分校。",
    ]
    assert read_bytes("\n".join(paragraphs).encode(), "a.txt").text.split("\n") == paragraphs


def test_measures_of_one_length_stay_lines_of_their_own() -> None:
    rows = [f"{n}. 推动第{n}项工作。（市科技局牵头，市财政局配合）" for n in range(1, 9)]
    assert read_bytes("\n".join(rows).encode(), "x.txt").text.split("\n") == rows


def test_a_table_that_copying_took_apart_is_one_again() -> None:
    heading = ["序号", "主要任务", "牵头单位", "完成时限"]
    rows = [["1", "建设统一平台。", "县教育局", "2024年6月底前"], ["2", "完善各项制度。", "县水务局", "2024年9月"]]
    taken_apart = "\n\n".join(cell for row in [heading, *rows] for cell in row)
    layout = read_plain(f"某县任务分工表\n{taken_apart}\n联系人：张某\n".encode(), "a.txt")
    assert layout.text.split("\n") == ["某县任务分工表", *("\t".join(row) for row in [heading, *rows]), "联系人：张某"]
    assert [cell.row for cell in layout.tables[0].cells][-1] == 2


def test_rows_that_lack_a_cell_stay_as_they_are() -> None:
    cells = [
        "序号",
        "主要任务",
        "牵头单位",
        "完成时限",
        "1",
        "建设统一平台。",
        "县教育局",
        "2",
        "完善制度。",
        "县水务局",
    ]
    assert read_plain("\n".join(cells).encode(), "a.txt").tables == []


@pytest.mark.parametrize(("mark", "rule"), [("\t", ""), (" | ", ""), ("|", "---|---|---\n")])
def test_columns_that_marks_part_are_a_table(mark: str, rule: str) -> None:
    rows = [["任务内容", "牵头单位", "配合单位"], ["建设统一平台。", "县教育局", "县财政局"]]
    heading, row = (mark.join(row) for row in rows)
    layout = read_plain(f"某县任务分工表\n{heading}\n{rule}{row}\n".encode(), "a.txt")
    assert layout.text.split("\n") == ["某县任务分工表", *("\t".join(row) for row in rows)]


def test_the_menu_of_a_site_is_no_table() -> None:
    assert read_plain("首页 | 新闻 | 公开\n服务 | 互动 | 数据\n".encode(), "a.txt").tables == []
