"""Numbers and dates as documents write them: 二十三, 〇, 两, 廿, ２０２７, 3万, 1.2万亿, 二〇二三年二月六日.

Everything here takes text of any width; the results are plain numbers and ISO dates.
"""

import datetime
import re
from collections.abc import Iterator

from ingest.clean import fold
from ingest.document import Span

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"○": 0, "◯": 0, "Ｏ": 0, "两": 2, "兩": 2, "幺": 1, "貳": 2, "參": 3, "陸": 6, "弌": 1}
_TENS = {"廿": 2, "卅": 3, "卌": 4}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

NUMERAL = "零〇○◯一二三四五六七八九十百千两廿卅卌"  # for a character class: what ordinals are written in

_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,12})?")
_LONGEST_INTEGER = 18
_LONGEST = 40  # characters; longer runs are not numbers anyone wrote


def read_number(text: str) -> int | float | None:
    """The value of a whole numeral, Arabic, Chinese or mixed (3万, 2千5百, 1.2万亿); None where it is none."""
    if text.isdigit() and text.isascii() and len(text) <= _LONGEST_INTEGER:
        return int(text)
    written = fold(text.strip())
    if not written or len(written) > _LONGEST:
        return None
    if written[0] == "-":
        value = read_number(written[1:])
        return None if value is None else -value
    match = _ARABIC.match(written)
    if match is None:
        whole, point, decimals = written.partition("点")
        number = _read_chinese(whole)
        if not point or number is None:
            return number
        return float(f"{number}.{_read_digits(decimals)}") if decimals and set(decimals) <= _DIGITS.keys() else None
    value = _plain(match[0].replace(",", ""))
    rest = written[match.end() :].strip()
    return value if not rest else _scaled(value, rest)


def _plain(digits: str) -> int | float:
    return float(digits) if "." in digits else int(digits)


def _scaled(value: int | float, rest: str) -> int | float | None:
    """``value`` times the units in front of ``rest``, plus what is left (2千5百)."""
    factor, at = 1, 0
    while at < len(rest) and (step := _UNITS.get(rest[at]) or _SCALES.get(rest[at])):
        factor, at = factor * step, at + 1
    if at == 0 or factor > 10**16:
        return None
    total = round(value * factor, 6)
    total = int(total) if total == int(total) else total
    if at == len(rest):
        return total
    more = read_number(rest[at:].removeprefix("零"))
    return total + more if more is not None and 0 <= more < factor else None


def _read_digits(written: str) -> str:
    return "".join(str(_DIGITS[c]) for c in written)


def _read_chinese(written: str) -> int | None:
    """二十三 → 23, 二〇二三 → 2023, 一万二 → 12000; None for anything else."""
    if all(c in _DIGITS for c in written):  # a digit for each place, as in years
        return int(_read_digits(written))
    total = below = 0  # what is above the last 万 or 亿, and below it
    digit: int | None = None
    unit = ceiling = 10**5  # the last unit, and the smallest seen since the last scale: units must fall
    zero = False
    scale_seen = 10**12
    for c in written:
        if c in _DIGITS:
            if digit is not None and not (digit == 0 and zero):
                return None
            digit = _DIGITS[c]
            zero = zero or digit == 0
        elif c in _TENS:
            if digit or ceiling <= 10:
                return None
            below, digit, unit, ceiling, zero = below + _TENS[c] * 10, None, 10, 10, False
        elif c in _UNITS:
            unit = _UNITS[c]
            if unit >= ceiling or (digit == 0 and unit != 10):
                return None
            below, digit, ceiling, zero = below + (digit or 1) * unit, None, unit, False
        elif c in _SCALES:
            scale = _SCALES[c]
            below += digit or 0
            if scale == 10**8 and total:
                total, below = (total + below) * scale, 0
            elif below == 0 or scale >= scale_seen:
                return None
            else:
                total, below = total + below * scale, 0
            digit, unit, ceiling, zero, scale_seen = None, scale, 10**5, False, scale
        else:
            return None
    if digit and not zero and unit >= 100 and unit != 10**5:  # 一百二 is 120, 三万五 is 35000
        digit *= unit // 10
    return total + below + (digit or 0)


def to_chinese(number: int) -> str:
    """The ordinary writing of ``number`` (0 to 99,999,999): 23 → 二十三, 110 → 一百一十, 1005 → 一千零五.

    Raises:
        ValueError: it is out of that range.
    """
    if not 0 <= number < 10**8:
        raise ValueError(f"{number} is not between 0 and 99,999,999")
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        between = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + (between + _below_myriad(low) if low else "")
    if 10 <= number < 20:
        return _below_myriad(number).removeprefix("一")
    return _below_myriad(number)


def _below_myriad(number: int) -> str:
    if number == 0:
        return "零"
    written, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += ("零" if gap and written else "") + "零一二三四五六七八九"[digit] + name
        gap = digit == 0
    return written


_ZEROS = "0OoОоΟο"  # what typists put for 〇: a figure, and Latin, Cyrillic and Greek letters
_YEAR = rf"(?:[12]\d{{3}}|[一二][{NUMERAL[:13]}{_ZEROS}]{{3}})"
# 2026月3月26日 is a misprint that occurs: a year of four digits is one whatever follows it.
_SMALL = rf"(?:\d{{1,2}}|[{NUMERAL}]{{1,3}}|元)"
_DATE = re.compile(
    rf"(?P<y>{_YEAR}) ?[年月] ?(?P<m>{_SMALL}) ?月 ?(?P<d>{_SMALL}) ?日"
    r"|(?<![\d.])(?P<ny>(?:19|20)\d{2})(?P<sep>[-./])(?P<nm>\d{1,2})(?P=sep)(?P<nd>\d{1,2})(?![\d])"
)


_AS_ZERO = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


def _figure(written: str) -> int | float | None:
    """A year, month or day: 二00三, 元, 12."""
    if written.isdecimal():
        return int(written)
    if written == "元":
        return 1
    return read_number(written if written[0].isascii() else written.translate(_AS_ZERO))


def find_dates(folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """Whole dates in folded text, each with its ISO form; impossible ones (2月30日) are left out."""
    if not start and end is None and not ("日" in folded or "20" in folded or "19" in folded):
        return  # nearly every line that is asked for its date has none
    for match in _DATE.finditer(folded, start, len(folded) if end is None else end):
        parts = [match["y"] or match["ny"], match["m"] or match["nm"], match["d"] or match["nd"]]
        iso = _iso(*map(_figure, parts))
        if iso:
            yield Span(match.start(), match.end()), iso


def read_date(text: str) -> str | None:
    """The ISO form of the first whole date in ``text``, or None."""
    return next((iso for _, iso in find_dates(fold(text))), None)


def _iso(year: int | float | None, month: int | float | None, day: int | float | None) -> str | None:
    if not (isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
