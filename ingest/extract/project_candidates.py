"""Stretches of text that may name an undertaking: quoted names, names that end in a head noun, names in a list."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from ingest.extract.lexicon import any_of, words
from ingest.extract.project_heads import NOT_BEHIND, VERSION, Promising, Quotation
from ingest.extract.project_places import places
from ingest.frozen import dataclass

_STRONG = words("projects", "heads", "strong")
_MEDIUM = words("projects", "heads", "medium")
_RELY = words("projects", "cues", "rely")
_MAKE = words("projects", "cues", "make")
_CUT = words("projects", "cues", "cut")
_OWN = any_of(words("projects", "qualifiers", "own"))
_PLACES = any_of(places())
_WIDE = any_of(words("projects", "qualifiers", "wide"))


def _anywhere(heads: Sequence[str]) -> re.Pattern[str]:
    """A pattern whose group 1 is a head, found even where heads overlap: 专项|资金池.

    It consumes the first character alone, from a class, because that is what ``re`` can search for fast.
    """
    first = "".join(sorted({head[0] for head in heads}))
    return re.compile(rf"[{re.escape(first)}](?<=(?=({any_of(heads)}){NOT_BEHIND}).)")


_HEAD = _anywhere([*_STRONG, *_MEDIUM])
_AFTER = re.compile(rf"$|[^\u3400-\u9fffA-Za-z\d]|(?:{any_of(words('projects', 'after', 'words'))})")
# Up to punctuation; a short bracket within a name is no end: 国家(杭州)新型互联网交换中心, 全国学生(青年)运动会.
_RUN = re.compile(r"[^,。、;:!?()《》“”\"‘’\n\t]+(?:\([\u3400-\u9fff]{2,4}\)[^,。、;:!?()《》“”\"‘’\n\t]+)?")
_UP_TO_MARK = re.compile(r".*[,。、;:!?()《》“”\"‘’\n\t]", re.DOTALL)
# Cues and what joins names are searched again and again: mostly there is none, which ``finditer`` takes twice as long
# to tell. The look back stands behind 等, so that each word begins with a character, which ``re`` can search for fast.
_CUE = re.compile(
    any_of([*_RELY, *_MAKE, *_CUT])
    .replace("等", "等(?<![高中初平同]等)")
    .replace("以", "以(?![上下内外])")  # 规模以上工业企业
)
# Words of action that names hold as well: they only cut where a place or a level follows.
_INNER = frozenset(words("projects", "cues", "also_inside"))
# An action is part of a name where the kind of undertaking follows at once: 一流学科建设|工程, 空间扩容|计划.
_NOMINAL = frozenset(words("projects", "cues", "nominal"))
_BUILT = re.compile(rf"(?:{any_of(words('projects', 'heads', 'of_building'))})")
_CARRIED_OUT = words("projects", "cues", "carried_out")
_ROUTE = re.compile("铁路|高速|公路|高铁|城际|航道|管道|快速路|干线|专线")
_PLACE = 6  # characters of the place that a route comes from
_STARTS_NAME = re.compile(
    rf"(?:{_PLACES}|{_WIDE}|(?:{_OWN})(?!场|域|级|内|外|值|位|间|民|块|区|两|政府)|[一-龥]{{2,3}}[省市县区])"
)
_MARKS = frozenset('“”"‘’')
_PARTICLES = frozenset("要可应向据便给使办")  # hardly ever a word of their own before a name: 要|素, 应|急, 申|办
_SEVERAL = re.compile("[两三四五六七八九十]大")  # “遵义红”两大品牌
_LABEL = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,5}[条章节]|\d{1,3}[.、]|\([一二三四五六七八九十\d]{1,3}\))\s*"
)
_JOIN = re.compile(r"暨|和|与|及|以及|、")
_SLOGANS = frozenset(words("projects", "never", "quoted"))
_QUOTED = re.compile(  # within a sentence
    r"“([^“”。;\t!?\n]{1,40})”|\"([^\"。;\t!?\n]{1,40})\"|‘([^‘’。;\t!?\n]{1,40})’"
)
_CURLED = re.compile(r"“([^“”。;\t!?\n]{1,40})”")  # those of most texts, which ``re`` finds faster alone
_NOTHING_BEHIND = frozenset(',。、;:!?()《》“”"‘’\n\t ')
_NAMED_INSIDE = re.compile(rf"(?:{any_of(words('projects', 'heads', 'inside_quotes'))})\Z")
_VERSION = re.compile(VERSION)
_BRACKET = re.compile(r"\(([^()\n]{2,20})\)")
_TAIL = re.compile(r"[^,。、;:!?()《》“”\"‘’\n\t ]{1,26}")
_QUOTE_HEADS = _anywhere([*_STRONG, *_MEDIUM, *words("projects", "heads", "quoted_only")])
_LEADS = re.compile("[省市区]级|[A-Z]{2,}")  # or what starts a name
_WORD_BEFORE_QUOTE = re.compile(r"[\u3400-\u9fffA-Za-z\d+·]+\Z")
_SHORTEST, _LONGEST = 4, 32  # characters of a name
_LEAD = 16  # characters before a quotation mark in which what belongs to its name, and its cue, are looked for
BEHIND = 60  # characters behind a name that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name. ``before``: what stands before it in its sentence; ``inner``: the words in quotation marks."""

    start: int
    end: int
    kind: Literal["plain", "quoted-and-head", "quoted"]
    before: str
    cue: str
    head: str
    inner: str = ""


def plain_candidates(text: str, sentence: Promising) -> Iterator[Candidate]:
    """Unquoted stretches that end in a head noun: 依托|江苏省数据交易平台|采购数据集."""
    run_start = run_end = sentence.start
    bracketed = False
    last: Candidate | None = None
    for head_start, head_end, head in sentence.heads:
        if head_end > run_end:
            if last:
                yield last
            run_start, run_end = _run_of(text, run_end, sentence.end, head_start, head_end)
            bracketed = text.find(")", run_start, run_end) >= 0
            last = None
        if head_start < run_start or head_end - run_start < _SHORTEST:
            continue  # a mark stands within, or right before
        start, cue = _start(text, max(run_start, head_end - _LONGEST), head_start)
        if (
            head_end - start < _SHORTEST
            or start > head_start
            or (bracketed and text.count("(", start, head_end) != text.count(")", start, head_end))
            or (start == run_start and text[start - 1 : start] in _MARKS)
        ):
            continue  # too short, broken off in a bracket, or part of what a quoted name says
        end = _with_bracket(text, head_end)
        if last and last.start < start:
            yield last  # a longer name that begins where this one does would have taken its place
        elif last and last.end >= end:
            continue
        last = Candidate(start, end, "plain", text[sentence.start : start], cue, head)
    if last:
        yield last


def _run_of(text: str, start: int, end: int, head_start: int, head_end: int) -> tuple[int, int]:
    """The stretch without punctuation, between ``start`` and ``end``, in which a head stands."""
    before = _UP_TO_MARK.match(text, start, head_start)
    if before and text[before.end() - 1] not in "()":
        start = before.end()  # no run goes on over it
    while match := _RUN.search(text, start, end):
        if match.end() >= head_end:
            return match.span()
        start = match.end()
    return head_start, head_end


def _start(text: str, floor: int, head: int) -> tuple[int, str]:
    """Where the name that ends in the head at ``head`` begins, and the cue it stands behind."""
    first = text[floor]
    label = _LABEL.match(text, floor, head) if first == "第" or not first.isalpha() else None
    start, cue = label.end() if label else floor, ""
    at = start
    while match := _CUE.search(text, at, head):
        word, at = match[0], match.end()
        if word in _INNER and (word in _PARTICLES or match.start() > start) and not _STARTS_NAME.match(text, at, head):
            continue
        if at == head and word in _NOMINAL and match.start() > start + 1 and _BUILT.match(text, head):
            continue
        at_once = cue != "" and start == match.start() and at < head
        if at_once and word in _INNER and cue.endswith(_CARRIED_OUT) and _BUILT.match(text, head):
            continue  # 实施|服务助跑工程
        if word == "至" and _ROUTE.match(text, head) and 1 < match.start() - start <= _PLACE:
            continue  # 黄桶至百色铁路: from where to where
        start, cue = at, word
    at = start
    while match := _JOIN.search(text, at, head):
        joins, at = match.start(), match.end()
        if joins == start or _STARTS_NAME.match(text, at) or _HEAD.search(text[max(start, joins - 8) : joins]):
            if match[0] == "暨":
                continue
            start, cue = at, match[0]
    while start < head and text[start] in " 好了":
        start += 1
    return start, cue


def _with_bracket(text: str, end: int) -> int:
    """A version belongs to the name before it, and a bracket that holds another name: (CID), ("川易贷"), (大赛)."""
    mark = text[end : end + 1]
    if mark > "v":  # most go on with an ideograph or its punctuation
        return end
    if (mark.isdecimal() or mark in "Vv") and (version := _VERSION.match(text, end)):
        return version.end()
    match = _BRACKET.match(text, end) if mark == "(" else None
    if not match:
        return end
    inner = match[1]
    named = bool(re.fullmatch(r"[A-Za-z\d\-]+|[“\"‘].{1,12}[”\"’]", inner)) or bool(_HEAD.search(inner[-6:]))
    return match.end() if named and "以下" not in inner and "、" not in inner else end


def quotations(text: str, alone: Callable[[str, str, int, int], bool]) -> Iterator[Quotation]:
    """The quotations that may be names: with a head behind them (“公办强校”工程), or ``alone`` says so.

    ``alone`` is told its words, the text, and where it begins and ends.
    """
    for match in (_QUOTED if '"' in text or "‘" in text else _CURLED).finditer(text):
        start, end = match.span()
        inner, head = match[match.lastindex or 0], ""
        if text[end : end + 1] not in _NOTHING_BEHIND:
            head, end = _head_behind(text, end)
            if head == "服务" and _NAMED_INSIDE.search(inner):
                head, end = "", match.end()
        end = _with_bracket(text, end)
        if head or alone(inner, text, start, end):
            yield Quotation(start, end, head, inner)


def quoted_candidates(text: str, sentence: Promising) -> Iterator[Candidate]:
    """Quoted names with what stands before and behind them: 省级“算力券”, “公办强校”工程."""
    for quote, end, head, inner in sentence.quotations:
        start, cue = _start_before_quote(text, quote, sentence.start, inner)
        kind: Literal["quoted-and-head", "quoted"] = "quoted-and-head" if head else "quoted"
        yield Candidate(start, end, kind, text[sentence.start : start], cue, head, inner)


def _head_behind(text: str, at: int) -> tuple[str, int]:
    tail = _TAIL.match(text, at)
    if not tail:
        return "", at
    best = ("", at)
    end, behind = tail.end(), at
    while match := _QUOTE_HEADS.search(text, behind, end):
        behind = match.end()
        if between := text[at : match.start()]:
            if "相关" in between or "方式" in between or "模式" in between:  # 以“揭榜挂帅”方式支持平台建设
                break
            if _SEVERAL.match(between) or any(
                cue not in _INNER for cue in _CUE.findall(between.replace("应用", "").removesuffix("建设"))
            ):
                break
        if _AFTER.match(text, match.end(1)):
            best = (match[1], match.end(1))
            if match[1] not in ("专项", "服务"):
                break
    return best


def _start_before_quote(text: str, quote: int, floor: int, inner: str) -> tuple[int, str]:
    """What belongs to a name before its quotation mark: a place, a level, Latin; all of it before a slogan."""
    window = _WORD_BEFORE_QUOTE.search(text, max(floor, quote - _LEAD), quote)
    if not window:
        return quote, ""
    start, cue = window.start(), ""
    at = start
    while match := _CUE.search(text, at, quote):
        at = match.end()
        if match[0] in _INNER and match.start() > start and not _STARTS_NAME.match(text, at):
            continue
        start, cue = at, match[0]
    while match := _JOIN.search(text, start, quote):
        start = match.end()
    lead = text[start:quote]
    if lead and inner in _SLOGANS and cue in _MAKE and len(lead) <= 10:
        return start, cue
    leads = lead and (_LEADS.match(lead) or _STARTS_NAME.match(lead))
    if leads and len(lead) <= 12 and "政府" not in lead:
        return start, cue
    return quote, cue or lead[-2:]
