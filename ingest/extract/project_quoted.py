"""What speaks for a quotation being the proper name of an undertaking, with a head noun behind it or alone."""

import re

from ingest.extract.lexicon import any_of, words
from ingest.extract.project_candidates import BEHIND, Candidate
from ingest.extract.project_evidence import COUNT, MAKE, MARK, PLACE, PLURAL, RELY, STRONG, WIDE, begins_with_place

_PLACED = ("市", "区", "县", "镇", "街道")  # ends of a place right before a quotation
_PLACED_QUOTE = re.compile(rf"[一-龥]{{2,8}}(?:{any_of(_PLACED)})(?<![园湾小社片地景]区)[“\"‘]")
_SLOGANS = frozenset(words("projects", "never", "quoted"))
_INSIDE = words("projects", "heads", "inside_quotes")
_INSIDE_LAST = frozenset(kind[-1] for kind in _INSIDE)
_CATEGORY = re.compile(
    rf"[、“”\"\w·+(){{}}-]{{0,60}}?等[^,。;、]{{0,8}}?(?:{any_of(words('projects', 'categories', 'words'))})"
)
_IDEA = re.compile(r"的|方式|模式|要求|原则|等方式|等模式|为|企业|理念|政策|制度|机会|清单|战略|格局|目标")
_DASHES = re.compile("—+|-+")
# “一城一地一谷”: slogans of a layout.
_COUNTED = re.compile(r"(?:[一二两三四五六七八九\d][^一二两三四五六七八九\d,]{1,2}){3,}")
_OF_SYSTEMS = ("接入", "登录")  # what follows is the name of a system
_SYSTEM_BEFORE = re.compile(rf"(?:{any_of(_OF_SYSTEMS)})[^。;\t!?\n]*\Z")
_SENTENCE_END = re.compile(r"[。;\t!?\n]")
_LEAD = 16  # characters before a quotation in which such a word is looked for
_PARTS = ("大脑", "小脑", "平台", "计划", "行动")
_WEAK_QUOTED_HEADS = frozenset(words("projects", "heads", "weak_behind_quotes"))


def _ends_in_kind(inner: str) -> bool:
    """Whether what a quotation holds says itself what it is: “算力券”."""
    return inner[-1:] in _INSIDE_LAST and inner.endswith(_INSIDE)


def can_stand_alone(inner: str, text: str, start: int, end: int) -> bool:
    """Whether ``quoted_sum`` can come to enough without a head; asked first, because most quotations are mere words.

    The quotation of ``inner`` stands in ``text[start:end]``.
    """
    if text.endswith(_PLACED, 0, start) or _ends_in_kind(inner.strip()):
        return True
    if text.find("等", end, end + BEHIND) >= 0:
        stop = _SENTENCE_END.search(text, end, end + BEHIND)
        if _CATEGORY.match(text, end, stop.start() if stop else end + BEHIND):
            return True
    return _SYSTEM_BEFORE.search(text, max(0, start - _LEAD), start) is not None


def quoted_sum(candidate: Candidate, name: str, topic: str, text: str, end: int) -> float:
    """The sum for a name in quotation marks, with or without a head noun behind it."""
    inner, behind = candidate.inner.strip(), candidate.end
    total = 0.0
    if len(inner) < 3 and not candidate.head and inner in _PARTS:
        return -1
    if candidate.head == "机制" and not name.endswith(("”机制", '"机制')):
        return -1
    if inner in _SLOGANS and (not candidate.head or candidate.head in _WEAK_QUOTED_HEADS):
        return -1
    if topic and inner in topic and candidate.head not in STRONG:
        total -= 1
    if (not candidate.head and _COUNTED.fullmatch(inner)) or len(_DASHES.findall(inner)) > 1:
        return -1
    if not candidate.head and ("、" in inner or COUNT.match(inner)):
        return -1
    if MARK.search(inner) or (len(inner) > 14 and not _ends_in_kind(inner)):
        return -1
    if candidate.head:
        total += 1.5 if candidate.head in _WEAK_QUOTED_HEADS else 2.5
    elif _ends_in_kind(inner):
        total += 2
    if not candidate.head and _PLACED_QUOTE.match(name) and (candidate.cue in RELY or candidate.before[-1:] == "、"):
        total += 2  # 相城区“数智新地”: what a place relies on and calls by a name
    if PLACE.match(inner) or begins_with_place(name):
        total += 1
    if candidate.cue in RELY or candidate.cue in MAKE:
        total += 0.5
    if not candidate.head and (_CATEGORY.match(text, behind, end) or candidate.cue in _OF_SYSTEMS):
        total += 2
    if candidate.before.endswith("、") or (candidate.head and WIDE.match(name)):
        total += 0.5
    if PLURAL.search(candidate.before[-4:]):
        total -= 1
    if inner.endswith("券") and (
        candidate.before.endswith("的") or candidate.before.endswith("”") or text.startswith("补贴", behind, end)
    ):
        total -= 1.5
    if inner == "直通车" and name[1:-1] == inner:
        return -1
    if not candidate.head and _IDEA.match(text, behind, end):
        total -= 1
    return total
