"""What speaks for a stretch of text being the proper name of an undertaking, and what against, as a sum."""

import re
from functools import cache

from ingest.extract.lexicon import any_of, words
from ingest.extract.project_candidates import Candidate
from ingest.extract.project_evidence import COUNT, MAKE, MARK, PLACE, PLURAL, RELY, STRONG, WIDE, begins_with_place
from ingest.extract.project_places import places
from ingest.extract.project_quoted import quoted_sum

_WISHED = re.compile(any_of(words("projects", "cues", "wished")))
# As ``PLACE``, wherever it stands: each way begins with a character, which ``re`` can search for fast.
_ANY_PLACE = re.compile(
    any_of(places()) + "".join(rf"|{level}(?<=[一-龥]{{2}}{level})(?!场|域|级|内|民)" for level in "省市县")
)
_LEVEL = re.compile(any_of(words("projects", "qualifiers", "levels")))
_OWN = re.compile(
    rf"(?!{any_of(words('projects', 'qualifiers', 'not_own'))})(?:{any_of(words('projects', 'qualifiers', 'own'))})"
    rf"|(?:{any_of(words('projects', 'qualifiers', 'own_yet'))})"
)
_QUALIFIERS_BEGIN = frozenset(
    word[0] for kind in ("wide", "levels", "whole", "own", "own_yet") for word in words("projects", "qualifiers", kind)
)
_GENERIC = re.compile(any_of(words("projects", "generic", "words")))
_KINDS = frozenset(words("projects", "never", "names"))
_ENDINGS = words("projects", "never", "endings")
_LAST_TWO = frozenset(ending[-2:] for ending in _ENDINGS)  # of two or more each; few names end so
_NEW = re.compile(r"建设|新建|建成|投用|扩建|筹建|迁建|开工|动工|续建|竣工|完工|通车")
_NEW_BEHIND = re.compile(  # also behind the rest of a list: 杭淳开高速公路、衢州产业园等项目建设
    r"(?:(?:、[^,。;、\n]{2,24}){0,6}?等(?:重大|重点)?)?(?:项目|工程)?(?:[一二三]期)?(?:的?规划|加快)?(?:建设(?:进度)?|开工|竣工|通车|项目|工程)(?![^,。;、和与及\n])"
)
_STANDING = words("projects", "heads", "standing")
_STANDING_ENDS = frozenset(word[-2:] for word in _STANDING)  # asked first, for few names have one
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[届次]")  # 第五届中国国际消费品博览会
# 设立规模50亿元的航空港专项基金: the fund has a name all the same.
_OF_SIZE = re.compile(r"\d ?[万亿]{0,2}元(?:人民币)?的\Z")
# What may stand before the name of a box's entry.
_ENTRY = re.compile(r"\W{0,4}(?:[一二三四五六七八九十\d]{1,3}\W{1,2})?")
_HONOUR = re.compile(r"创建成为|创成|被认定为|认定为|获评|评为")
# An office that does something, not a name; its last character comes first, which ``re`` can search for fast.
_OFFICE = re.compile(r"[厅局府会](?:(?<=[厅局])|(?<=人民政府)|(?<=委员会)(?!\Z))")
_OF_SEVERAL = ("行动", "工程", "计划")
_SEVERAL = re.compile(rf"[一二三四五六七八九十\d]大(?:提升|专项|重点)?(?:{any_of(_OF_SEVERAL)})\Z")
_COUNT_BEFORE = re.compile(r"\d[余多]?(?:个|家|项|所|场|条|批|座|处|支|种)左?右?\Z")  # 50个…基地 are fifty
_LONGEST_COUNT = 5
_CLASSES = frozenset(words("projects", "never", "classes"))
_BUILDINGS = frozenset(
    head for kind in ("strong", "medium") for head in words("projects", "heads", kind) if head.endswith("建设")
)
_GIVEN = frozenset(("提供", "作为", "成为"))
_WHOLE = words("projects", "qualifiers", "whole")
_FIRM = frozenset(words("projects", "heads", "firm"))
_NATIONWIDE = frozenset(words("projects", "heads", "nationwide"))
_LEAST_NATIONWIDE = 9  # 全国信用信息共享平台; shorter ones are kinds: 国家实验室
_LEAST_FIRM = 6
# 三个, 一批, 一系列, 相关, 有关, 各类; it begins with one set of characters, which is quick to look for.
_SEVERAL_INSIDE = re.compile(
    "[两三四五六七八九一相有各](?:(?<![一相有各])个|(?<=一)(?:批|系列)|(?<=[相有])关|(?<=各)类)"
)
_KIND_BEHIND = re.compile(r"等[^,。;]{1,12}(?:机构|载体|平台|主体)")
_NEIGHBOURHOOD = 20_000  # characters on either side in which a name may stand again
_AND = re.compile("[和与及]")
_ENOUGH_PLAIN = 3.0
_HOLDS_PLACE = 1.5
_ENOUGH_QUOTED = 2.0


def is_named(
    candidate: Candidate,
    name: str,
    topic: str,
    near: tuple[str, ...],
    text: str,
    end: int,
    *,
    strict: bool = False,
    beside: bool = False,
) -> bool:
    """Whether ``name`` is proper enough. ``topic``: its document's title; ``text`` is read behind it up to ``end``.

    ``near`` are the short names of the place that issued the document and of those in it.
    ``strict``: the text sets rules, whose terms are no names. ``beside``: it stands in a list, next to a name.
    """
    bare = name.strip('“”"‘’')
    if bare == candidate.head or candidate.inner in _CLASSES or bare in _KINDS:
        return False
    if bare[-2:] in _LAST_TWO and bare.endswith(_ENDINGS):
        return False
    if candidate.kind == "plain":
        enough = _ENOUGH_PLAIN - beside + 2 * strict
        total = plain_sum(candidate, name, topic, near, text, end, enough)
        if enough - 1 <= total < enough and len(name) >= _LEAST_FIRM and _proper(name, candidate.head, topic) > 0:
            # kinds change their words, names do not
            total += _begins_properly(name) and _stands_again(candidate, name, text)
    else:
        enough = _ENOUGH_QUOTED + strict
        total = quoted_sum(candidate, name, topic, text, end)
    return total >= enough and not _is_counted(candidate, bare) and not _is_title_or_office(bare, topic)


def _is_counted(candidate: Candidate, bare: str) -> bool:
    if _COUNT_BEFORE.search(candidate.before[-_LONGEST_COUNT:]) or COUNT.match(bare):
        return True
    return bare.endswith(_OF_SEVERAL) and _SEVERAL.search(bare) is not None


def _is_title_or_office(bare: str, topic: str) -> bool:
    return (topic != "" and bare in (topic, "本" + topic)) or _OFFICE.search(bare) is not None


def plain_sum(
    candidate: Candidate, name: str, topic: str, near: tuple[str, ...], text: str, end: int, enough: float
) -> float:
    """The sum for an unquoted name; where it cannot come to ``enough`` any more, what it came to."""
    head, cue, before, length = candidate.head, candidate.cue, candidate.before, len(name)
    strong, relied, made = head in STRONG, cue in RELY, cue in MAKE
    qualified = name[0] in _QUALIFIERS_BEGIN
    placed = bool(
        begins_with_place(name)
        or (name[0] == "第" and _EDITION.match(name) is not None)
        or (qualified and (_OWN.match(name) or name.startswith(_WHOLE)))
        or name.startswith(near)
    )
    wide = qualified and not placed and WIDE.match(name) is not None
    proper = _proper(name, head, topic)
    least = enough - 1 if proper > 0 and length >= _LEAST_FIRM else enough  # it may count that the name stands again
    total = 1.5 if strong else 0.5
    if placed:
        total += 3 + max(0, proper)
        if _is_bare_place(name, head):
            total -= 3
    else:
        total += proper
        if wide:
            total += 2
        elif qualified and _LEVEL.match(name):
            total += 1
        if wide and proper < 0 and head in _NATIONWIDE and length >= _LEAST_NATIONWIDE:
            total -= proper - 1
        if made and head in _FIRM and length >= _LEAST_FIRM:
            total -= min(0, proper)
    if head in _BUILDINGS:
        total -= min(0, proper)
    if relied:
        total += 1.5 if strong else 1
    elif made:
        total += 1.5 if strong else 0.5
    elif cue == "的":
        total += 0.5 if _OF_SIZE.search(before) else -1.5
    elif cue in _GIVEN:
        total -= 1
    if "的" in name:
        total -= 2
    if text.startswith(":", candidate.end, end) and _ENTRY.fullmatch(before):
        total += 1.5
    standing = name[-2:] in _STANDING_ENDS and name.endswith(_STANDING)
    built = standing and bool(_NEW.search(before[-20:]) or _NEW_BEHIND.match(text, candidate.end, end))
    if built and not (placed or wide or _AND.search(name)) and proper > 0 and _begins_properly(name):
        total += 2  # 建成椒花水库: a work of so short a name has one of its own
    if not placed:
        if length < 5:
            total -= 1.5
        if length > 12 and not cue:
            total -= 2  # a whole clause that happens to end in a head
        if head == "系统" and not wide:
            total -= 1  # most are things that are sold
        if _AND.search(name):
            total -= 1
        if before.endswith("、") and _KIND_BEHIND.match(text, candidate.end, end):
            total -= 1.5
        if total + _HOLDS_PLACE < least:
            return total
        if _ANY_PLACE.search(name):
            total += _HOLDS_PLACE
    if total < least:
        return total
    last = MARK.split(before[-30:])[-1]
    if cue and not relied and _WISHED.search(last):
        total -= 2
    if PLURAL.match(name) or PLURAL.search(last[-6:]):
        total -= 3
    if _SEVERAL_INSIDE.search(name):
        total -= 4
    if standing and not built:
        total -= 1 if made else 3
    if _HONOUR.search(before):
        total -= 3
    if length > 22:
        total -= 3 if PLACE.search(name, 4) else 1
    return total


@cache  # as all patterns here that hold every place and that few documents need
def _only_places() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(places())}|[一-龥]{{2,3}}[省市区县]|[省市县])*")


def _is_bare_place(name: str, head: str) -> bool:
    """Whether a place is all that stands before the head: 湖北省黄石市试点."""
    end = len(name) - len(head)
    where = _only_places().match(name, 0, end)
    return where is not None and where.end() > max(0, end - 2)


def _stands_again(candidate: Candidate, name: str, text: str) -> bool:
    """Whether ``name`` is written elsewhere, too, within a bound that keeps long texts linear."""
    start, end = candidate.start, candidate.end
    behind, before = (end, end + _NEIGHBOURHOOD), (max(0, start - _NEIGHBOURHOOD), start)
    return text.find(name, *behind) >= 0 or text.find(name, *before) >= 0


def _begins_properly(name: str) -> bool:
    return _GENERIC.match(name) is None


def _proper(name: str, head: str, topic: str) -> float:
    """What is left of a name once words that any such name may hold, and those of the title, are taken away."""
    rest = name.removesuffix(head)
    if len(rest) < 2 or len(rest := _GENERIC.sub("", rest)) < 2:
        return -1.5
    left, before = 0, False  # a character is shared that stands in the title with one beside it
    for index in range(len(rest) - 1):
        shared = rest[index : index + 2] in topic
        if not (before or shared):
            left += 1
            if left >= 4:
                return 2
        before = shared
    if not before:
        left += 1
    if left >= 4:
        return 2
    if left >= 2:
        return 1.5 if len(rest) < 5 else 1
    return 0 if len(rest) >= 3 else -1.5
