"""A list of bodies as its single bodies: separators lost and found, 等 taken off, brackets inside names kept."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from ingest.document import Role, Span
from ingest.extract.chunks import look
from ingest.extract.cues import cues
from ingest.extract.lexicon import any_of, lexicon, words
from ingest.extract.names import LONGEST, is_body
from ingest.extract.roles import Entry
from ingest.frozen import dataclass
from ingest.gazetteer import gazetteer

STARS = "*★☆※△▲#"

# What 等 may be followed by and still close the list: 等有关部门和单位, 等省级有关单位, 等5部门; or the list goes on.
_AND_OTHERS = re.compile(
    r"等(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:个|家)?"
    r"(?:(?:省|市|区|县)(?:级|直)?|国务院|[省市区县]政府|国家|中央|地方|省市|各|驻[省市区县])?各?(?:有关|相关)?"
    r"(?:市级|省级|区级|县级|职能|责任|主管|成员|行业|业务|直属|市属|省属|区属|市直|省直|驻[省市区县筑京]|重点|国有){0,2}"
    r"(?:有关|相关)?"
    r"(?:(?:部门|单位|机构|方面|企业|处室|科室|委办局|地区|地方|高校|院校|学校|医院|国企|银行|区县|县区|市州|园区|乡镇"
    r"|街道|镇街|平台公司|科研院所)(?:(?:和|及|、)?(?:部门|单位|机构))?)?"
    r"(?=$|和|及|以及|与|,|各[省市区县州盟旗乡镇])"
    r"|等[\u4e00-\u9fff]{1,8}(?:机构|企业|单位|部门|公司|银行|运营商|院校|高校|医院|协会|组织|平台|媒体|(?:区县|县区|县市|市县|区市|镇街|乡镇|[省市区县镇乡])(?:人民)?政府)$"
)
_JOINED = re.compile(r"以及|和|及(?!其)|与")
_BARE = re.compile(r"(?:各|有关|相关)*(?:单位|机构|企业|个人|组织|部门|人员)")  # 各有关部门和单位 is one
# A district straight behind another of its rank: 云岩区花溪区.
_RUN_ON = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?<![新社园市城地景校库辖片港郊])(?<!范|发|能|税|作|验|治)区(?=[\u4e00-\u9fff]{1,3}(?<![新社园市城地景校库辖片港])(?<!范|发|能|税|作|验|治)区)"
    r"|[\u4e00-\u9fff]{1,4}县(?=[\u4e00-\u9fff]{1,4}县)"
)
_GLUED = re.compile(r"(?<=[局委厅部办会院])(?=[市省区县州][\u4e00-\u9fff])")
_NUMBERED = re.compile(r"[①-⑳]|\d{1,2}[.)](?!\d)|\(\d{1,2}\)")  # 1.市教育局;2.市财政局
_NESTED = re.compile(r"[(〈]([^()〈〉]*)[)〉]")
_OFFICES = ("委", "办", "厅", "局", "委办", "办局")
_EACH = re.compile("各(?:委|办|厅|局|部门)[^各]{0,8}$")
_SAME_BELOW = re.compile(r"[,;、。]?(?:下同|以下同|后同|以下(?:统|合)?简?称.{1,20})$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it stands in the text. ``name`` is folded, not yet completed from its neighbours."""

    span: Span
    name: str
    role: Role | None
    word: str | None
    group: int
    starred: bool = False
    others: bool = False  # 等 follows
    after: str = ""  # the separator in front of it
    glued: bool = False  # it may be two names without a separator


def read_units(folded: str, entries: Sequence[Entry], alone: Collection[str] = ()) -> list[Body]:
    """The bodies of ``entries`` in text order.

    ``alone`` holds names known to stand by themselves in the document: two names written together (市教育局市财政局)
    are taken apart only where both are among them; otherwise they are one body with two names (市经信局市新经济委).
    """
    found = [body for entry in entries for body in _pieces(folded, entry, alone)]
    return _pair_double_names(folded, found)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A body in a stretch of words: where it stands in them and what was seen of it."""

    start: int
    end: int
    name: str
    starred: bool
    others: bool
    glued: tuple[int, ...]  # where a second name may begin


def _pieces(folded: str, entry: Entry, alone: Collection[str]) -> Iterator[Body]:
    start = entry.span.start
    after = entry.after
    for piece in _read_words(folded[start : entry.span.end]):
        cuts = piece.glued
        few = len(cuts) == 1  # a body may have two names, and none has three
        if few and not all(piece.name[a:b] in alone for a, b in pairwise((0, *cuts, len(piece.name)))):
            cuts = ()
        for a, b in pairwise((0, *cuts, len(piece.name))):
            span = Span(start + piece.start + a, start + piece.start + b if cuts else start + piece.end)
            others = piece.others and b == len(piece.name)
            yield Body(
                span,
                piece.name[a:b],
                entry.role,
                entry.word,
                entry.group,
                piece.starred,
                others,
                after,
                bool(piece.glued),
            )
            after = ""
        after = "、"


@lru_cache(maxsize=8192)  # documents name the same bodies over and over
def _read_words(words: str) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    for part, others in _around_others(words, 0, len(words)):
        for piece in _joined(words, part):
            body = _body(words, piece.start, piece.end)
            if body is not None:
                last = others and piece.end == part.end
                found += _run_on(body, last)
    return tuple(found)


def _around_others(folded: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """The stretches before and after each 等 that closes a list, and whether one closes it."""
    if "等" in folded[start:end]:
        for match in _AND_OTHERS.finditer(folded, start, end):
            if match.start() and folded[match.start() - 1] in "高平同中初":
                continue
            yield Span(start, match.start()), True
            start = match.end()
    yield Span(start, end), False


def _joined(folded: str, span: Span) -> Iterator[Span]:
    """The bodies that 和, 及, 与 or a space join; within a name (文化和旅游局) they join nothing."""
    start = span.start
    for match in _JOINED.finditer(folded, span.start, span.end):
        left, right = folded[start : match.start()], folded[match.end() : span.end]
        if _depth(folded, span.start, match.start()) or not is_body(_clean(left)) or _BARE.fullmatch(right):
            continue
        if left.endswith("党委") and right in ("政府", "人民政府"):
            continue  # the two heads of one place
        if is_body(_clean(right)) or _JOINED.search(right):
            yield Span(start, match.start())
            start = match.end()
    rest = Span(start, span.end)
    if " " in folded[rest.start : rest.end].strip():
        parts = [m.span() for m in re.finditer(r"[^ ]+", folded[rest.start : rest.end])]
        if all(is_body(folded[rest.start + a : rest.start + b]) for a, b in parts):
            yield from (Span(rest.start + a, rest.start + b) for a, b in parts)
            return
    yield rest


def _depth(folded: str, start: int, end: int) -> int:
    stretch = folded[start:end]
    return stretch.count("(") - stretch.count(")")


def _clean(words: str) -> str:
    return cues().leading.sub("", words.strip(" " + STARS), count=1).replace(" ", "")


def _body(folded: str, start: int, end: int) -> _Piece | None:
    """The body in a stretch without what stands around its name, or None where nothing is left."""
    starred = any(mark in folded[start:end] for mark in STARS)
    skip = " :'\"" + STARS
    while start < end and folded[start] in skip:
        start += 1
    numbered = _NUMBERED.match(folded, start, end)
    start = numbered.end() if numbered else start
    lead = cues().leading.match(folded, start, end)
    if lead and lead.end() > start and is_body(folded[lead.end() : end].rstrip(skip)) and not _is_place(folded, start):
        start = lead.end()
    tail = cues().adverb.search(folded, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    while end > start and (folded[end - 1] in skip or folded[end - 1] == "."):
        end -= 1
    end = _before_person(folded, start, end)
    name, end = _without_asides(folded, start, end)
    if (remark := _remark().search(name)) and (remark.start() == 0 or not is_body(name)):
        return None
    if not name or end - start > 4 * LONGEST:
        return None
    return _Piece(start, end, name, starred, others=False, glued=())


def _before_person(folded: str, start: int, end: int) -> int:
    """Where a body ends behind which a person is named: 市教育局 李四."""
    body, blank, person = folded[start:end].partition(" ")
    named = blank and 2 <= len(person.strip()) <= 4 and not is_body(person.strip()) and is_body(body)
    return start + len(body) if named else end


def _is_place(folded: str, start: int) -> bool:
    """Whether a place begins here: 和平区政府, 和田地区行署, 和林格尔新区管委会 do not begin with 和."""
    places, words = gazetteer(), folded[start : start + 15]
    found = places.leading(words)
    return (bool(found) and len(found[0].name) > 2) or bool(places.leading_short(words))


def _without_asides(folded: str, start: int, end: int) -> tuple[str, int]:
    """The name without brackets that only explain it (以下简称…), and where it ends then."""
    words = folded[start:end]
    for match in reversed(list(_NESTED.finditer(words))):
        inside = _SAME_BELOW.sub("", match[1])
        if _aside().match(match[1]) or look(match[1]).kind == "date" or not inside.strip(" 、," + STARS):
            words = words[: match.start()] + words[match.end() :]
            end = start + match.start() if match.end() == end - start else end
        elif inside != match[1]:
            words = words[: match.start(1)] + inside + words[match.end(1) :]
    for mark in STARS + " \t\n\u3000":
        words = words.replace(mark, "")
    return _mend(words.replace("〈", "(").replace("〉", ")")), end


@cache
def _remark() -> "re.Pattern[str]":
    return re.compile(any_of(words("clauses", "remark", "words")))


@cache
def _aside() -> "re.Pattern[str]":
    return re.compile(rf"(?:{any_of(words('clauses', 'aside', 'words'))})|按|根据")


_EARLY = re.compile(r"\(([^()]*)\)([\u4e00-\u9fff]{1,6})$")


def _mend(name: str) -> str:
    """``name`` with a bracket that print closed too early closed at the end: 局(省知识)产权局 → 局(省知识产权局)."""
    match = _EARLY.search(name)
    if match and len(match[1]) > 1 and not is_body(match[1]) and "、" not in match[1]:
        before = name[: match.start()]
        if is_body(before) and is_body(match[1] + match[2]) and match[1][0] in "省市区县州国":
            return f"{before}({match[1]}{match[2]})"
    if name.count("(") == name.count(")") + 1:
        return name + ")"
    return name.rstrip(")") if name.count(")") > name.count("(") else name


def _run_on(piece: _Piece, others: bool) -> Iterator[_Piece]:
    """``piece`` taken apart where districts of one rank run on; where two offices do, the document must decide."""
    name = piece.name
    if len(name) != piece.end - piece.start or "(" in name:
        yield replace(piece, others=others)
        return
    at = 0
    while match := _RUN_ON.match(name, at):
        yield replace(piece, start=piece.start + at, end=piece.start + match.end(), name=match[0])
        at = match.end()
    glued = () if at else tuple(match.start() for match in _GLUED.finditer(name))
    yield replace(piece, start=piece.start + at, name=name[at:], others=others, glued=glued)


@cache
def _doubles() -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in lexicon("clauses")["body"]["double"])


def _pair_double_names(folded: str, bodies: list[Body]) -> list[Body]:
    """One body where a list parts its name: 市科委、中关村管委会; 市政府各委、办、局."""
    doubles = _doubles()
    found: list[Body] = []
    for body in bodies:
        last = found[-1] if found else None
        double = last and ((last.name, body.name) in doubles or (body.name in _OFFICES and _EACH.search(last.name)))
        if last and double and last.group == body.group and last.role == body.role:
            between = folded[last.span.end : body.span.start]
            name = last.name + between.strip() + body.name
            found[-1] = replace(last, span=Span(last.span.start, body.span.end), name=name, others=body.others)
        else:
            found.append(body)
    return found
