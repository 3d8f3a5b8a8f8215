"""What a number counts, and the words of the sentence that belong to it."""

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.extract.lexicon import any_of, words
from ingest.extract.quantities import Quantity
from ingest.extract.searchable import trim

_BREAK = re.compile(r"、|以及|和|及|与|并")
_BARE = re.compile(r"[、,和及与 ]+|以及")  # between numbers with no words of their own
_EACH = re.compile(r"(?:分别|依次|各)[^、]*$")
_LEADING_DATE = re.compile(
    r"(?:力争|争取|确保)?(?:到|至|在)?\s?20\d\d年(?:年?(?:底前|末前|底|末|前)|\d{1,2}月(?:\d{1,2}日)?(?:底|末)?前?)?[,，]?|[一两二三四五十\d]年内|全年|\(.{1,3}\)|\d{1,2}[.、](?!\d)"
)
_LEADING_VERB = re.compile(
    rf"(?:{any_of(words('targets', 'goals', 'verbs'))}|"
    r"使|将|让|为|以|每年|应(?![用急对届])|负责|分别|逐步|初步|全面|高质量|加快|积极|并|和|及|、)+"
)
_BASELINE = re.compile(
    r"(?:(?:较|比)(?:20\d\d年|上年|去年)[底末]?|由(?:目前|现在|现有)?的? ?\d[^,]{1,10})"
    r"(?:压缩|缩短|减少|提高|提升)?(?:到|至)?$"
)
_TRAILING = re.compile(
    r"(?:数量|总数|(?<![人系指])数)?(?:达到|实现|均|为|有|约|(?:稳定|保持|控制|维持)在?|力争|达|总计|合计|累计|,|、|:)*$"
)
_SIZE = frozenset(("规模", "总规模", "面积", "总面积", "投资", "总投资", "数量", "产值", "总量", "容量"))
_STOP = re.compile(r"[,。;(]")
_BRACKET = re.compile(r"\([^()]*\)")
_LONGEST = 40


def own_part(text: str, part: Span, listed: Sequence[Quantity], index: int) -> Span:
    """The words of ``part`` that belong to the quantity at ``index``: 研发机构30家 of 载体5家、研发机构30家."""
    quantity = listed[index]
    start, end = part.start, part.end
    if index:
        earlier = listed[index - 1].whole.end
        breaks = list(_BREAK.finditer(text, earlier, quantity.whole.start))
        if breaks:
            # N个X和M个Y: the break just before M; X N个、Y M个: the first one behind N
            adjoins = text[earlier : breaks[0].start()].strip() == ""
            start = breaks[0].end() if adjoins else breaks[-1].end()
        else:
            start = earlier
    if index + 1 < len(listed):
        later = listed[index + 1]
        breaks = list(_BREAK.finditer(text, quantity.whole.end, later.whole.start))
        if breaks:
            adjoins = text[quantity.whole.end : breaks[0].start()].strip() == ""
            end = breaks[0].start() if adjoins else breaks[-1].start()
        else:
            end = later.whole.start
    return trim(text, Span(start, max(end, quantity.span.end)))


def distributed(text: str, part: Span, listed: Sequence[Quantity]) -> dict[int, str]:
    """What numbers that follow one another bare count, by their index: 甲、乙分别不少于1万吨、2万吨.

    Each has a name of its own where names and numbers are as many; else what stands before the first is of all.
    """
    found: dict[int, str] = {}
    first = 0
    for index in range(1, len(listed) + 1):
        if index < len(listed) and _BARE.fullmatch(text, listed[index - 1].whole.end, listed[index].whole.start):
            continue
        if index - first > 1:
            begin = listed[first - 1].whole.end if first else part.start
            head = _EACH.sub("", text[begin : max(begin, listed[first].whole.start)])
            names = _BREAK.split(_noun(head))
            if len(names) == index - first:
                found |= {first + place: name for place, name in enumerate(names)}
            else:
                found |= dict.fromkeys(range(first + 1, index), _noun(head))
        first = index
    return {index: name for index, name in found.items() if name}


def metric_of(text: str, quote: Span, quantity: Quantity | None) -> str:
    """The thing counted, as short as the text allows; empty where the words hold none."""
    if quantity is None:
        return _noun(quote.of(text))
    behind = text[quantity.whole.end : quote.end]
    before = _noun(text[quote.start : quantity.whole.start]) if quote.start < quantity.whole.start else ""
    thing = _thing_behind(behind)
    if thing and before in _SIZE:
        return (thing + before)[-_LONGEST:]
    return thing or before or _noun(quote.of(text))


def _thing_behind(behind: str) -> str:
    """The noun behind a measure word: 领军企业 of 10家具有全球竞争力的领军企业."""
    stretch = _STOP.split(behind.strip(), maxsplit=1)[0].removeprefix("的")
    last = stretch.rsplit("的", 1)[-1].partition("、")[0]
    return last[:_LONGEST] if len(last) >= 2 and not last.startswith(("左右", "以上", "以内")) else ""


def _noun(stretch: str) -> str:
    stretch = stretch.strip(" ,、:")
    while (match := _LEADING_DATE.match(stretch)) and match.end():
        stretch = stretch[match.end() :].lstrip(" ,、")
    stretch = stretch[-200:]
    stretch = _BRACKET.sub("", stretch)
    stretch = _TRAILING.sub("", _BASELINE.sub("", stretch.rsplit(",", 1)[-1]))
    match = _LEADING_VERB.match(stretch)
    if match and match.end() < len(stretch):
        stretch = stretch[match.end() :]
    last = stretch.rsplit("的", 1)[-1]
    stretch = last if len(last) >= 2 else stretch
    stretch = stretch.strip(" ,、:")
    bare = stretch.strip('“”"')
    return (bare if bare.count("“") == bare.count("”") else stretch)[-_LONGEST:]
