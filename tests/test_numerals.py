"""Numbers and dates: exhaustive where that is cheap, tables where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import fold
from ingest.numerals import find_dates, read_date, read_number, to_chinese


def test_every_number_below_ten_thousand_reads_as_it_is_written() -> None:
    assert [read_number(to_chinese(n)) for n in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二十三", 23),
        ("〇", 0),
        ("一○三", 103),  # a circle for zero, a digit for each place
        ("二〇二三", 2023),  # as years are written
        ("两千", 2000),
        ("廿三", 23),  # 廿 is twenty
        ("卅", 30),
        ("一百二", 120),  # the last unit left out
        ("三万五", 35_000),
        ("一百零二", 102),  # and not left out after a zero
        ("壹佰贰拾", 120),  # bank numerals
        ("２０２７", 2027),  # full width
        ("3万", 30_000),
        ("1.2万亿", 1_200_000_000_000),
        ("2千5百", 2500),
        ("3,000", 3000),
        ("二亿三千万", 230_000_000),
        ("-5", -5),
        ("0.5", 0.5),
    ],
)
def test_numbers(written: str, value: float) -> None:
    assert read_number(written) == value


def test_a_fraction_in_words() -> None:
    assert read_number("三点五") == 3.5
    assert read_number("十二点零三") == 12.03
    assert read_number("三点") is None


@pytest.mark.parametrize("written", ["", "万", "二三十", "十百", "三心二意", "1.2.3", "一" * 100, "½"])
def test_what_is_no_number(written: str) -> None:
    assert read_number(written) is None


def test_numbers_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="not between"):
        to_chinese(10**8)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023年2月6日", "2023-02-06"),
        ("一九八一年五月二十三日", "1981-05-23"),
        ("二○二三年十二月三十一日", "2023-12-31"),
        ("2026 年 7 月 13 日", "2026-07-13"),  # spaced print
        ("２０２５年９月１日", "2025-09-01"),
        ("2024-09-05", "2024-09-05"),
        ("2026.01.09", "2026-01-09"),
        ("2026月3月26日", "2026-03-26"),  # a misprint that occurs
        ("二00三年九月八日", "2003-09-08"),  # with figures for zeros
        ("二ОО三年元月八日", "2003-01-08"),  # with Cyrillic letters for them; 元 is the first
        ("2023年2月30日", None),  # no such day
        ("2023年2月", None),  # no day at all
        ("1.2023.4.5", None),  # part of something longer
    ],
)
def test_dates(written: str, iso: str | None) -> None:
    assert read_date(written) == iso


@given(st.text(alphabet="年月日〇一二三十12026-. \n", max_size=60))
def test_dates_lie_in_the_text(text: str) -> None:
    for span, iso in find_dates(fold(text)):
        assert read_date(span.of(text)) == iso


@given(st.text(max_size=50))
def test_never_raises(text: str) -> None:
    read_number(text)
    read_date(text)
