"""Numbers with their measure words: 50个以上, 1—2家, 2万台, 500亿元, 至少三名."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from ingest.document import Span
from ingest.extract.lexicon import any_of, words
from ingest.frozen import dataclass
from ingest.numerals import read_number

Bound = Literal["at_least", "at_most", "growth", "about"]

_MONEY = words("targets", "measures", "money")
_SHARES = words("targets", "measures", "shares")
TENTHS = "成(?=以上|以下|左右|[,。;、)]|$)"  # 八成以上
_THINGS = (*words("targets", "measures", "things"), *words("targets", "measures", "spans"))
_KINDS: tuple[Bound, ...] = ("at_least", "at_most", "growth")
_COMPARE: dict[Bound, tuple[str, ...]] = {kind: words("targets", "comparators", f"{kind}_before") for kind in _KINDS}
_BETWEEN = any_of(words("targets", "comparators", "more_than_between"))

_ARABIC = r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,13}(?:\.\d{1,6})?"
_CHINESE = r"[一二两三四五六七八九十百千]{1,7}(?:万[零一二三四五六七八九百千]{2,7})?"  # 一万五千
_DECIMAL = r"点[零〇一二三四五六七八九]{1,3}"  # 百分之三点五
_QUANTITY = re.compile(
    rf"(?:(?<![\dA-Za-z.第/+×*十百千])|(?<=[A-Za-z]{{2}})(?=\d\d))(?:(?P<first>{_ARABIC})\s?(?P<scale1>[万亿千百]?)(?P<unit1>[个家项名场%]?)\s?[-~至到]{{1,2}}\s?)?"
    rf"(?:百分之(?P<percent>{_CHINESE}(?:{_DECIMAL})?|{_ARABIC})|(?P<number>{_ARABIC}|{_CHINESE})\s?(?P<scale>万亿(?!元|次)|[万亿千百]?)"
    rf"\s?(?P<more>{_BETWEEN})?\s?(?P<scale2>[万亿]?)"
    rf"\s?(?P<unit>{any_of([*_MONEY, *_SHARES, *_THINGS])}|{TENTHS}))"
)
_PARTS = ("percent", "number", "unit", "scale", "scale2", "more", "first")
_AFTER_KINDS: tuple[Bound, ...] = ("at_least", "at_most", "about")
_AFTER = re.compile(
    r"\s?(?:"
    + "|".join(f"(?P<{k}>{any_of(words('targets', 'comparators', f'{k}_after'))})" for k in _AFTER_KINDS)
    + ")"
)
_MORE = words("targets", "comparators", "more_before")
_KIND: dict[str, Bound] = {phrase: kind for kind, phrases in _COMPARE.items() for phrase in phrases}
_KIND |= dict.fromkeys(_MORE, "growth")
_RATES = frozenset((*_SHARES, *_MONEY, "个百分点", "倍"))
# All kinds in one pattern, because the phrase that begins first is the one meant: 不超过 holds 超过. It is matched on
# the words before the number turned round, so that it has one place to begin.
_BEFORE = re.compile(rf"\s?[约近为了]??\s?({any_of(phrase[::-1] for phrase in _KIND)})")
_NEW = re.compile(r"(?:新增|净增)[^,。;]{0,24}\Z")
_AND = re.compile("[、和与及]|以及")
_WIDEST_BEFORE = 28  # characters before a number in which its comparison stands
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. ``span`` covers number and measure word, ``whole`` also the words that compare it.

    ``lower`` is the first number of a range (1—2个). ``written`` tells 三名 from 3名.
    """

    span: Span
    whole: Span
    value: float
    unit: str
    lower: float | None
    before: Bound | None
    after: Bound | None
    written: Literal["arabic", "chinese"]

    @property
    def compared(self) -> bool:
        """Whether words say that it is at least, at most, or an increase."""
        return self.before is not None or self.after in ("at_least", "at_most")


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities of folded ``text`` between ``start`` and ``end``, in order."""
    stop = len(text) if end is None else end
    yield from quantities_at(text, (match.start() for match in _QUANTITY.finditer(text, start, stop)), start, stop)


def quantities_at(text: str, places: Iterable[int], start: int, stop: int) -> Iterator[Quantity]:
    """The quantities that begin at ``places``, each with the words that compare it between ``start`` and ``stop``."""
    last: Quantity | None = None
    for place in places:
        if last and place < last.span.end:
            continue  # 五千 of 一万五千户
        match = _QUANTITY.match(text, place, stop)
        quantity = _read(text, match, start, stop) if match else None
        if quantity and last and _goes_on(text, last, quantity):
            quantity = replace(quantity, before=last.before)
        if quantity:
            yield quantity
        last = quantity


def _goes_on(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether one comparison holds for both: 分别增长3%、6%."""
    alike = quantity.before is None and last.before is not None and quantity.unit == last.unit
    alike = alike or (quantity.before is None and last.before is not None and _shared(text, last, quantity))
    return alike and bool(_AND.fullmatch(text, last.whole.end, quantity.span.start))


def _shared(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether one 分别 holds for numbers of several kinds: 分别达到7张和3.8人."""
    return quantity.whole.start == quantity.span.start and text.endswith("分别", 0, last.whole.start)


def _read(text: str, match: re.Match[str], start: int, stop: int) -> Quantity | None:
    percent, written, unit, scale, scale_behind, more, first = match.group(*_PARTS)
    number = percent or written
    value = float(number) if number.isdecimal() else read_number(number)
    if value is None:
        return None
    unit = "%" if percent else unit
    factor, unit = _multiplied((scale or "") + (scale_behind or ""), unit) if unit != "成" else (10.0, "%")
    lower = read_number(first) if first else None
    if lower is not None:
        lower *= _SCALES.get(match["scale1"], 1) if match["scale1"] else factor
        if lower >= value * factor:
            lower = None
    window = text[max(start, match.start() - _WIDEST_BEFORE) : match.start()]
    before, reach = _bound_before(window, unit)
    after, whole_end = _bound_after(text, match.end(), stop)
    if more and after is None:
        after = "at_least"
    return Quantity(
        span=Span(*match.span()),
        whole=Span(match.start() - reach, whole_end),
        value=_number(value * factor),
        unit=unit,
        lower=None if lower is None else _number(lower),
        before=before,
        after=after,
        written="arabic" if number[0].isdigit() else "chinese",
    )


def _multiplied(scale: str, unit: str) -> tuple[float, str]:
    if unit in _MONEY and scale in ("亿", "万亿"):
        return 1, scale + unit
    factor = 1.0
    for step in (scale,) if scale in _SCALES else scale:
        factor *= _SCALES[step]
    return factor, unit


def _number(value: float) -> float:
    return float(f"{value:.12g}")  # no 26235000000.000004


def _bound_before(window: str, unit: str) -> tuple[Bound | None, int]:
    match = _BEFORE.match(window[::-1])
    if match:
        phrase = match[1][::-1]
        # 提升 is growth of a rate or sum, and work upon things: 改造提升25个
        if _KIND[phrase] != "growth" or phrase in _MORE or unit in _RATES:
            return _KIND[phrase], match.end()
    return ("growth", 0) if "增" in window and _NEW.search(window) else (None, 0)


def _bound_after(text: str, at: int, stop: int) -> tuple[Bound | None, int]:
    match = _AFTER.match(text, at, stop)
    if match is None:
        return None, at
    return next(kind for kind in _AFTER_KINDS if match[kind]), match.end()
