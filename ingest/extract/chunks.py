"""What a stretch between two separators of a clause is: a label, a date, a body, a body with its verb.

Documents name the same bodies over and over, so that answers are kept; they depend on the words alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.document import Role
from ingest.extract.cues import cues, role_of
from ingest.extract.names import LONGEST, is_body

LONGEST_CHUNK = 4 * LONGEST
_KEPT = 16_384  # answers

_ROLE_BRACKET = re.compile(r"[(〈]([^()〈〉]{2,12})[)〉]$")
_YEAR = r"(?:[12]\d{3}(?:年?[-—–~至到][12]\d{3})?|[一二][〇零○一二三四五六七八九]{3}) ?年(?!级)"
_ABOUT_DATE = r"(?:到|于|截至|自|力争|确保|争取|在|并|按照|按|根据|今年|明年|当年|全年|立即|逐步)*+"
_DATED = re.compile(
    rf"{_ABOUT_DATE}(?:{_YEAR}|\d{{1,2}} ?月|年底|长期|常态|持续"
    r"|立行立改|即时|每年|\d+ ?年内|计划|序时|时间节点|工作进度)|(?:今年|全年|年内|立即|逐步)"
)
_SCHEDULE = re.compile(
    r"(?:前|底|末|完成|成效|到位|推进|坚持|开展|整改|实施|落实|见效|启动|年|月|日|度|内|化|上半年|下半年|季度"
    r"|期|起|施行|出台|印发|旬|进展|全年|建成|学期)$"
)
# 2025年底前…, 到2027年…: whatever follows is what is to be done by then.
_BY = re.compile(
    rf"{_ABOUT_DATE}(?:{_YEAR} ?(?:\d{{1,2}} ?月(?:份)? ?(?:\d{{1,2}} ?日)?)?|\d{{1,2}} ?月|(?:今|明|当)?年)"
    r"(?:上半年|下半年|第?[一二三四1-4]季度|[上中下]旬)?(?:年?底|末|初)?(?:之|以)?[前起内]"
)
_OTHER_LABEL = re.compile(r"([^:、,;。()]{2,8}?) ?:")
_LABELLED = ("单位", "部门")
_LEVEL = ("级", "层面", "方面", "其中")
_PLACED = "市省区县州国各有相中"  # how a name begins that can stand behind a verb: 牵头|市财政局


@dataclass(frozen=True, slots=True)
class Look:
    """What stands at the head of a chunk; the rest begins at ``at``."""

    kind: Literal["label", "other label", "level", "date", "bodies"]
    at: int = 0
    role: Role | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where bodies and verbs meet: ``at`` is where the first body ends, ``until`` where the next may begin."""

    kind: Literal["plain", "together", "two", "bracket", "in front", "verb"]
    at: int = 0
    until: int = 0
    role: Role | None = None
    word: str = ""


@lru_cache(maxsize=_KEPT)
def look(words: str) -> Look:
    """What a chunk begins with: a role's label, another label, a date to finish by, or bodies."""
    if ":" in words and cues().ignored.match(words):
        return Look("other label")
    if cues().deadline.match(words):
        return Look("other label")
    if match := cues().label.match(words):
        word = match[1] or match[2] or match[3]
        return Look("label", match.end(), cues().label_role[word], word)
    if match := _OTHER_LABEL.match(words):
        if match[1].endswith(_LEVEL):
            return Look("level", match.end())
        if match[1].endswith(_LABELLED):
            return Look("label", match.end(), "responsible", match[1])  # 主体单位:市教育局: a label that no list has
        if not is_body(match[1]):
            return Look("other label")
    if _BY.match(words) or (_DATED.match(words) and _SCHEDULE.search(words) and not is_body(words)):
        return Look("date")
    return Look("bodies")


@lru_cache(maxsize=_KEPT)
def split(words: str, labelled: bool) -> Cut:
    """The first place where a stretch of bodies is to be cut; ``labelled``: a label stands in front of it."""
    if (match := cues().together.search(words)) and _divides(words, match):
        return Cut("together", match.start(), match.end(), None, match[0])
    tail = cues().verb.search(words)
    for match in cues().between.finditer(words):
        rest = words[match.end() : tail.start() if tail and tail.start() >= match.end() else len(words)]
        if is_body(words[: match.start()]) and is_body(rest) and rest[0] in _PLACED:
            return Cut("two", match.end())
    if (inner := _ROLE_BRACKET.search(words)) and cues().only_verb.fullmatch(inner[1]) and (role := role_of(inner[1])):
        return Cut("bracket", inner.start(), 0, role, inner[1])
    if match := cues().guiding.match(words):
        rest = words[match.end() : tail.start() if tail and tail.start() >= match.end() else len(words)]
        if rest and rest[0] in _PLACED and is_body(rest):
            return Cut("in front", 0, match.end(), role_of(match[0]), match[0])
    if tail is None:
        return (_described(words) if labelled and not is_body(words) else None) or Cut("plain")
    said = tail[0].strip()
    return Cut("verb", tail.start(), 0, role_of(said), said)


def _divides(words: str, match: "re.Match[str]") -> bool:
    """Whether 会同 stands between two bodies; 联合 and 协同 are parts of names as well."""
    left = cues().adverb.sub("", words[: match.start()])
    verb = cues().verb.search(left)
    left = left[: verb.start()] if verb else left
    if match[0] in ("联合", "协同") and words[match.end() : match.end() + 1] not in tuple(_PLACED):
        return False
    return not left or is_body(left) or left.endswith("等") or left in "并联合由"


def _described(words: str) -> Cut | None:
    """市教育局负责统筹资金: a body, its verb, and what it does, as a 责任分工 says it."""
    for match in cues().plain_verb.finditer(words):
        if is_body(words[: match.start()]):
            return Cut("verb", match.start(), 0, role_of(match[0]), match[0])
    return None
