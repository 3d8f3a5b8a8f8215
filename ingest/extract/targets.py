"""Aims that can be counted: 到2027年建成社区20个, 实现教育专网全覆盖, 一日办结."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from ingest.document import Comparator, Span, Structure, Target
from ingest.extract.lexicon import any_of, words
from ingest.extract.quantities import Quantity, quantities_at
from ingest.extract.searchable import searchable, trim
from ingest.extract.target_metrics import distributed, metric_of, own_part
from ingest.extract.target_places import Aside, Place, places
from ingest.extract.target_refusals import aims_at_nothing, offers, refused

_TOTAL = re.compile(r"(?<![健齐安保完])全覆盖(?![\u4e00-\u9fff])|(?<![健齐安保完])全覆盖(?=[和及与]|以及)")
_ATTRIBUTE_VERB = re.compile(r"(?:构建|形成|建立|提供|开展|实施|推进|建设|打造|加强)\Z")  # 构建全覆盖、多层次的…
_ONE_OF_SEVERAL = re.compile(r"、[^,。;]{1,16}?的")  # 多层次、全覆盖、人性化的服务网络
_WHOLE = re.compile(rf"全部[^,。;、\d]{{0,6}}?(?:{any_of(words('targets', 'goals', 'whole_verbs'))})(?!的)")
_COVERING = re.compile("覆盖全部(?=[\u4e00-\u9fff]{2})")  # what is covered stands behind
_GOAL = re.compile(any_of(words("targets", "goals", "verbs")))
_TIMES = any_of(words("targets", "measures", "times"))
_TIME = rf"(?P<number>[一两二三四五\d]{{1,3}}(?:\.5)?)\s?(?P<unit>{_TIMES})"
_TIME_NEAR = re.compile(rf"[一两二三四五\d]\s?(?:{_TIMES})")
_SERVICE_AFTER = re.compile(
    rf"{_TIME}(?P<within>以内|之内|内)?[“”\"]?"
    rf"(?:{any_of(words('targets', 'service', 'after'))})"
)
_BEFORE = any_of(words("targets", "service", "before"), {"不超过": "不超过(?<=时[间长限]不超过)"})  # 公示期不超过5日
_SERVICE_BEFORE = re.compile(rf"(?:{_BEFORE})(?:最短)?{_TIME}(?P<within>以内|之内|内)?")
_PROMISING = re.compile(any_of(words("targets", "service", "promising")))
_STATUTORY = re.compile(any_of(words("targets", "service", "statutory")))
_AT_MOST = frozenset(words("targets", "comparators", "at_most_before"))
_INDEX = re.compile(
    r"(?P<name>系数|指数|PUE|电能利用效率)值?(?:平均)?"
    rf"(?P<bound>{any_of([*words('targets', 'comparators', 'at_least_before'), *_AT_MOST])})?"
    r" ?(?P<value>[01]\.\d{1,4})(?P<after>以上|以下|左右)?"
)
_BESIDE = re.compile("[、和与及]")
_LONGEST_BEHIND = 40  # characters of what is counted behind its verb: 全部完成煤制气改造
_DOUBLE = re.compile(r"翻(?P<times>[一两三四123])?番")
_MOST_DOUBLINGS = 50  # in one part of a sentence; more are no language, and each looks back over the whole part
_TOTALS = frozenset("全翻")
_DOUBLINGS = {None: 2, "一": 2, "两": 4, "三": 8, "四": 16, "1": 2, "2": 4, "3": 8}
_CHINESE = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def read_targets(structure: Structure, clauses: Sequence[Span], text: str | None = None) -> tuple[Target, ...]:
    """The countable aims of the body, in text order; ``clauses`` are not searched (``text``: what then is).

    Not among them: dates alone, what is already so, durations the law sets, money offered to applicants and the
    conditions for it.
    """
    text = searchable(structure, clauses) if text is None else text
    aside = Aside(text)
    rules = aims_at_nothing(structure.header)
    found: list[Target] = []
    for place in places(structure, text, only_certain=rules):
        found += _targets_of(text, structure.source.text, place, aside)
    return tuple(sorted(found, key=attrgetter("span.start", "span.end", "value")))


def _targets_of(text: str, original: str, place: Place, aside: Aside) -> list[Target]:
    begins = {text[hit] for hit in place.hits}
    found: list[Target] = []
    if not begins <= _TOTALS:
        if not offers(text, place.sentence, place.part):
            found += _quantities(text, original, place, aside)
        if _TIME_NEAR.search(text, place.part.start, place.part.end):
            found += _services(text, original, place)
    if not begins.isdisjoint("01") and any(text.startswith(("0.", "1."), hit) for hit in place.hits):
        found += _indices(text, original, place)
    if "全" in begins:
        found += _totals(text, original, place, aside)
    if "翻" in begins:
        found += _doublings(text, original, place, aside)
    return found


def _quantities(text: str, original: str, place: Place, aside: Aside) -> Iterator[Target]:
    found = quantities_at(text, place.hits, place.part.start, place.part.end)
    dated = place.deadline is not None
    listed = [quantity for quantity in found if not refused(text, place.sentence, place.part, quantity, dated)]
    _share_bound(text, listed)
    shared = distributed(text, place.part, listed) if len(listed) > 1 else {}
    for index, quantity in enumerate(listed):
        if aside.holds(quantity.span):
            continue
        quote = own_part(text, place.part, listed, index)
        metric = shared.get(index) or metric_of(text, quote, quantity)
        for comparator, value in _comparisons(quantity):
            yield _target(original, place, quote, metric, comparator, value, quantity.unit, "quantity")


def _share_bound(text: str, listed: list[Quantity]) -> None:
    """Give numbers that follow one another bare the 以上 behind the last: 分别稳定在40%、25%以上."""
    for index in range(len(listed) - 1, 0, -1):
        first, last = listed[index - 1], listed[index]
        bare = first.after is None and first.before is None and first.unit == last.unit and last.compared
        if bare and last.after and _BESIDE.fullmatch(text, first.whole.end, last.whole.start):
            listed[index - 1] = replace(first, after=last.after)


def _comparisons(quantity: Quantity) -> Iterator[tuple[Comparator, float]]:
    if quantity.lower is not None:
        yield ">=", quantity.lower
        yield "<=", quantity.value
    elif quantity.after == "at_least":
        yield ">=", quantity.value
    elif quantity.after == "at_most" or quantity.before == "at_most":
        yield "<=", quantity.value
    elif quantity.before == "at_least":
        yield ">=", quantity.value
    elif quantity.unit == "倍":
        yield "x", quantity.value
    elif quantity.before == "growth":
        yield "+", quantity.value
    else:
        yield "=", quantity.value


def _totals(text: str, original: str, place: Place, aside: Aside) -> Iterator[Target]:
    """全覆盖 and 全部…完成, each a hundred per cent of what stands before it."""
    start = place.part.start
    for pattern, rule in ((_TOTAL, "full-coverage"), (_WHOLE, "whole"), (_COVERING, "whole")):
        for match in pattern.finditer(text, place.part.start, place.part.end):
            span = Span(*match.span())
            lead = text[place.sentence.start : match.start()]
            if (
                aside.holds(span)
                or _ATTRIBUTE_VERB.search(text, start, match.start())
                or (text[match.start() - 1 : match.start()] == "、" and _ONE_OF_SEVERAL.match(text, match.end()))
                or not (_GOAL.search(lead) or place.deadline or rule == "whole" or match.end() == place.part.end)
                or "已" in lead[-12:]
            ):
                continue
            end = span.end if rule == "full-coverage" else place.part.end
            quote = trim(text, Span(max(start, place.part.start), end), " ,、和及与")
            metric = metric_of(text, Span(quote.start, match.start()), None)
            if len(metric) < 2:  # 推动课后服务信息化管理,实现全覆盖: what is covered stands before the comma
                before = Span(place.sentence.start, max(place.sentence.start, quote.start - 1))
                metric = metric_of(text, before, None) or text[match.end() : quote.end].strip()[-_LONGEST_BEHIND:]
            if metric:
                yield _target(original, place, quote, metric, "=", 100, "%", rule)
            start = span.end


def _indices(text: str, original: str, place: Place) -> Iterator[Target]:
    """A figure without a measure: 有效利用系数提高到0.57, PUE不高于1.2."""
    for match in _INDEX.finditer(text, place.part.start, place.part.end):
        bound, after = match["bound"], match["after"]
        if bound or after:
            at_most = after == "以下" or (not after and bound in _AT_MOST)
            metric = metric_of(text, Span(place.part.start, match.end("name")), None)
            quote = trim(text, place.part)
            yield _target(original, place, quote, metric, "<=" if at_most else ">=", float(match["value"]), "", "index")


def _doublings(text: str, original: str, place: Place, aside: Aside) -> Iterator[Target]:
    for match in islice(_DOUBLE.finditer(text, place.part.start, place.part.end), _MOST_DOUBLINGS):
        if not aside.holds(Span(*match.span())):
            quote = trim(text, place.part)
            metric = metric_of(text, Span(quote.start, match.start()), None)
            yield _target(original, place, quote, metric, "x", _DOUBLINGS.get(match["times"], 2), "倍", "doubling")


def _services(text: str, original: str, place: Place) -> Iterator[Target]:
    """A service promised within a time: 一日办结, 压缩至1个工作日."""
    if _STATUTORY.search(text, place.sentence.start, place.sentence.end):
        return
    for pattern in (_SERVICE_AFTER, _SERVICE_BEFORE):
        for match in pattern.finditer(text, place.part.start, place.part.end):
            number = match["number"]
            value = _CHINESE.get(number) or (float(number) if number.replace(".", "").isdecimal() else 0)
            if not value or not (
                pattern is _SERVICE_BEFORE or _PROMISING.search(text, place.part.start, match.start())
            ):
                continue
            comparator: Comparator = "<=" if match["within"] or pattern is _SERVICE_BEFORE else "="
            quote = trim(text, place.part)
            metric = metric_of(text, Span(quote.start, max(quote.start, match.start())), None)
            yield _target(original, place, quote, metric, comparator, value, match["unit"], "service-time")


def _target(
    original: str, place: Place, quote: Span, metric: str, comparator: Comparator, value: float, unit: str, rule: str
) -> Target:
    return Target(
        item=place.item,
        quote=quote.of(original),
        span=quote,
        metric=metric,
        comparator=comparator,
        value=float(value),
        unit=unit,
        deadline=place.deadline,
        rule=rule,
    )
