"""PDF: lines where they stand, to paragraphs."""

from collections.abc import Sequence

import pytest

from graph.errors import SourceError, UndecodableSource, UnsupportedSource
from ingest.document import SourceText
from ingest.reading import read_bytes
from tests.reading.print_pdf import Printed, block, pdf, ruled, rules

PARAGRAPHS = [
    "一、总体要求",
    "（一）" + "加强统筹协调，落实各项任务，完善工作机制，形成工作合力。" * 4 + "（责任单位：市教育局、市财政局）",
    "（二）" + "强化督促检查，建立工作台账，按时报送情况。" * 6,
    "二、保障措施",
]
LINES = block("\n".join(PARAGRAPHS))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_printed_lines_become_paragraphs(turned: int) -> None:
    pages = [[Printed(280, 40, "— 1 —"), *LINES[:9]], [*LINES[9:], Printed(280, 40, "— 2 —")]]
    source = read_bytes(pdf(pages, turned=turned), "a.pdf")
    assert source.text.split("\n") == PARAGRAPHS
    assert source.removed == 10
    assert source.media_type == "application/pdf"


def test_title_stamp_and_date_stay_alone() -> None:
    head = [Printed(150, 800, "关于印发行动方案的通知", 22), Printed(90, 770, "各区政府、市直单位：")]
    foot = [Printed(380, 200, "某市人民政府办公室"), Printed(400, 170, "2026年7月13日")]
    text = read_bytes(pdf([[*head, *block("\n".join(PARAGRAPHS), top=740), *foot]]), "a.pdf").text
    assert text.split("\n") == [
        "关于印发行动方案的通知",
        "各区政府、市直单位：",
        *PARAGRAPHS,
        "某市人民政府办公室",
        "2026年7月13日",
    ]


def test_running_heads_and_browser_prints_go() -> None:
    pages = [
        [
            Printed(20, 820, f"2026/7/26 13:0{page}"),
            Printed(200, 820, "实施意见_中国政府网"),
            *lines,
            Printed(20, 20, f"https://www.gov.cn/a.htm {page}/3"),
        ]
        for page, lines in enumerate([LINES[:6], LINES[6:9], LINES[9:]], start=1)
    ]
    assert read_bytes(pdf(pages), "a.pdf").text.split("\n") == PARAGRAPHS


def test_lines_are_read_from_top_to_bottom() -> None:
    assert read_bytes(pdf([LINES[::-1]]), "a.pdf").text.split("\n") == PARAGRAPHS


def test_anchors_lead_back_to_the_page() -> None:
    source = read_bytes(pdf([LINES[:9], LINES[9:]]), "a.pdf")
    second = next(anchor for anchor in source.anchors if anchor.page == 2)
    assert source.text[second.start :].startswith(LINES[9].text)
    assert second.offset == 0


def test_full_width_digits_stay_and_unknown_glyphs_show() -> None:
    text = read_bytes(pdf([[Printed(90, 700, "到２０２７年建成\ue001家平台")]]), "a.pdf").text
    assert text == "到２０２７年建成□家平台"


def test_a_scan_says_so() -> None:
    with pytest.raises(UnsupportedSource, match=r"a\.pdf is a PDF without text, a scan: run text recognition"):
        read_bytes(pdf([[]]), "a.pdf")


def test_fonts_that_do_not_tell_say_so() -> None:
    with pytest.raises(UnsupportedSource, match="fonts do not tell"):
        read_bytes(pdf([[Printed(90, 700, "\ue001\ue002\ue003字")]]), "a.pdf")


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"%PDF-1.4\nrubbish", UndecodableSource), (pdf([LINES])[:300], UndecodableSource)],
)
def test_damaged_files_say_so(data: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error, match=r"a\.pdf is damaged"):
        read_bytes(data, "a.pdf")


def test_a_locked_file_says_so() -> None:
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41> <41>]"
    data = pdf([LINES]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + locked.encode())
    with pytest.raises(UndecodableSource, match=r"a\.pdf is locked by a password: save it without one"):
        read_bytes(data, "a.pdf")


def test_a_scanned_page_among_others_is_a_warning() -> None:
    picture = "q 200 0 0 200 90 400 cm BI /W 1 /H 1 /BPC 8 /CS /G ID A EI Q"
    source = read_bytes(pdf([LINES, []], draw={1: picture}), "a.pdf")
    assert source.warnings == ("第2页是没有文字的图片，其内容没有读入。",)


HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
FIRST = ["1", "建设全市统一的数字教育平台", "市教育局", "市财政局、市审计局", "2023年6月底前"]
SECOND = ["2", "完善各项制度，", "市水务局", "各区政府", "2024年12月"]
REST = ["", "形成长效机制。", "", "", ""]
THIRD = ["3", "开展检查", "", "市审计局", "长期"]


def table(*rows: list[str], merged: Sequence[tuple[int, int]] = ()) -> bytes:
    return pdf([[Printed(90, 800, "任务分工表"), *ruled(rows)]], draw={0: rules(rows, merged=merged)})


def cells(source: SourceText) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for each in source.tables:
        for cell in each.cells:
            found.setdefault(cell.row, []).append(cell.span.of(source.text))
    return [found[row] for row in sorted(found)]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    source = read_bytes(table(HEAD, FIRST, SECOND), "a.pdf")
    assert source.text.split("\n")[0] == "任务分工表"
    assert cells(source) == [HEAD, FIRST, SECOND]


def test_a_merged_cell_covers_its_rows() -> None:
    source = read_bytes(table(HEAD, FIRST, ["2", "完善制度", "", "各区政府", "长期"], merged=[(1, 2)]), "a.pdf")
    assert [(c.span.of(source.text), c.rows) for c in source.tables[0].cells if c.rows > 1] == [("市教育局", 2)]


def test_a_table_goes_on_over_the_page() -> None:
    pages = [[HEAD, FIRST, SECOND], [HEAD, REST, THIRD]]
    foot = [Printed(280, 20, f"— {number} —") for number in (1, 2)]
    data = pdf(
        [[Printed(90, 800, "任务分工表"), *ruled(pages[0]), foot[0]], [*ruled(pages[1]), foot[1]]],
        draw={number: rules(rows) for number, rows in enumerate(pages)},
    )
    source = read_bytes(data, "a.pdf")
    assert len(source.tables) == 1
    whole = [SECOND[0], "完善各项制度，形成长效机制。", *SECOND[2:]]
    assert cells(source) == [HEAD, FIRST, whole, [words for words in THIRD if words]]
    assert source.removed == len("".join(HEAD)) + 10


def test_text_around_a_table_keeps_its_place() -> None:
    rows = [HEAD, FIRST]
    after = block("二、保障措施\n（一）" + "加强统筹协调，落实各项任务。" * 3, top=560)
    source = read_bytes(pdf([[Printed(90, 800, "一、任务"), *ruled(rows), *after]], draw={0: rules(rows)}), "a.pdf")
    lines = source.text.split("\n")
    assert lines[0] == "一、任务"
    assert lines[1:3] == ["\t".join(HEAD), "\t".join(FIRST)]
    assert lines[3] == "二、保障措施"


@pytest.mark.parametrize(
    "drawn",
    [
        "90 700 m 500 700 l S",  # the red line of a letter head
        "80 300 450 500 re S",  # a frame
        "80 300 450 500 re f",  # a ground
        "80 780 450 1 re f 80 300 450 1 re f",
        "q 1 0 0 1 0 0 cm 0 0 m 10 10 20 20 30 0 c S Q",
    ],
)
def test_lines_that_are_no_table(drawn: str) -> None:
    source = read_bytes(pdf([LINES], draw={0: drawn}), "a.pdf")
    assert source.text.split("\n") == PARAGRAPHS
    assert not source.tables


def test_two_columns_are_read_one_after_the_other() -> None:
    words = "一、总体要求\n（一）" + "加强统筹协调，落实各项任务，完善工作机制。" * 9
    more = "二、保障措施\n（二）" + "强化督促检查，建立工作台账，按时报送情况。" * 9
    sides = [*block(words, left=40, size=10, wide=24), *block(more, left=310, size=10, wide=24)]
    source = read_bytes(pdf([[Printed(200, 810, "关于印发方案的通知", 16), *sides]]), "a.pdf")
    assert source.text.split("\n") == ["关于印发方案的通知", *words.split("\n"), *more.split("\n")]


def test_bullets_of_symbol_fonts() -> None:
    assert read_bytes(pdf([[Printed(90, 700, "\uf0b7建设平台")]]), "a.pdf").text == "·建设平台"


def test_hostile_drawings_are_read_in_time() -> None:
    crossed = "".join(f"{n} 0 m {n} 800 l S 0 {n} m 800 {n} l S\n" for n in range(0, 800, 4))
    assert read_bytes(pdf([LINES] * 3, draw=dict.fromkeys(range(3), crossed)), "a.pdf").text
