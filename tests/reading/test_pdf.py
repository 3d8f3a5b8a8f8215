"""PDF: lines where they stand, to paragraphs."""

import pytest

from graph.errors import SourceError, UndecodableSource, UnsupportedSource
from ingest.reading import read_bytes
from tests.reading.print_pdf import Printed, block, pdf

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
