"""Names in lists: what is shared is completed (A花溪校区和清镇校区), what ends in a kind is taken (甲、乙等平台)."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.document import Span
from ingest.extract.lexicon import any_of, words
from ingest.extract.project_candidates import Candidate
from ingest.extract.project_heads import Promising
from ingest.extract.project_places import places

_SITES = (
    "校区",
    "院区",
    "园区",
    "片区",
    "厂区",
    "分校",
    "分馆",
    "分院",
)  # parts of one institution, named by their place
_SECOND_SITE = re.compile(rf"(?:和|与|及|、)([\u3400-\u9fff]{{2,4}}(?:{any_of(_SITES)}))")
_SECOND_HEAD = re.compile(
    r"(?:和|与|及)([\u3400-\u9fff]{0,2}(?:中心|平台|基地|实验室))(?![\u3400-\u9fff]{0,2}(?:师|企业))"
)
# “甲杯”“乙杯”|创新大赛: the kind behind the last of several quoted names is that of all.
_SHARED_HEAD = re.compile(
    rf"、?[“\"][^“”\"\n]{{1,20}}[”\"]([\u3400-\u9fff]{{0,4}}(?:{any_of(words('projects', 'heads', 'shared'))}))"
    r"(?![\u3400-\u9fff]{1,4}(?:活动|平台))"
)
_SHARED_UP_TO = re.compile(r".*(?:产业|行业|领域)")
_OWN = any_of(words("projects", "qualifiers", "own"))
_ENUMERATED = re.compile(rf"(?P<own>{_OWN})(?P<list>[\u3400-\u9fff]{{2,8}}(?:、[\u3400-\u9fff]{{2,8}}){{1,5}})等\Z")
_WINDOW = 60
_PLACES = any_of(places())
_CUE_WORDS = (*words("projects", "cues", "make"), *words("projects", "cues", "rely"))
_CUES = any_of(_CUE_WORDS)
_LONGEST_CUE = max(map(len, _CUE_WORDS))
_MEMBER = rf"(?:(?:{_PLACES}|数字)[\u3400-\u9fffA-Za-z\dπ]{{1,10}})"
_GENERIC = re.compile(any_of(words("projects", "generic", "words")))
_ENDINGS = words("projects", "never", "endings")
_LEAST_PROPER = 5  # characters that must be left of an unplaced member


@cache  # they hold every place, and few documents have such lists
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A list that ends in a kind, and a member of one."""
    listed = re.compile(
        rf"(?:(?<![\u3400-\u9fff])|(?:{_CUES}))(?P<list>{_MEMBER}(?:、[\u3400-\u9fffA-Za-z\dπ]{{3,12}}){{0,6}})(?<![高初中同上平])等"
        rf"[\u3400-\u9fff]{{0,4}}?(?:{any_of(words('projects', 'categories', 'words'))})"
    )
    return listed, re.compile(_MEMBER)


def enumerated(text: str, sentence: Promising, start: int) -> re.Match[str] | None:
    """省甲、乙等 directly before ``start``: what stands there is a kind of which each member is a name."""
    if not text.endswith("等", sentence.start, start):
        return None
    return _ENUMERATED.search(text, max(sentence.start, start - _WINDOW), start)


def listed_names(text: str, sentence: Promising) -> Iterator[Span]:
    """Names that only their list tells: 打造数字中轴线、数字故宫等智慧旅游品牌."""
    if "等" not in text[sentence.start : sentence.end]:
        return
    listed, a_member = _patterns()
    first = a_member.search(text, sentence.start, sentence.end)
    if not first:
        return
    for match in listed.finditer(text, max(sentence.start, first.start() - _LONGEST_CUE), sentence.end):
        at = match.start("list")
        for member in match["list"].split("、"):
            if member.endswith(_ENDINGS):
                pass
            elif a_member.match(member) or len(_GENERIC.sub("", member)) >= _LEAST_PROPER:
                yield Span(at, at + len(member))
            at += len(member) + 1


def completed(text: str, sentence: Promising, span: Span, candidate: Candidate) -> Iterator[tuple[str, Span]]:
    """The names that ``span`` stands for, each with its evidence: itself, or more where a part is shared."""
    name = span.of(text)
    if candidate.kind == "quoted":
        shared = _SHARED_HEAD.match(text, span.end, sentence.end)
        yield (name + shared[1], Span(span.start, shared.end())) if shared else (name, span)
        return
    if candidate.kind != "plain":
        yield name, span
        return
    members = enumerated(text, sentence, span.start)
    if members and not name.startswith(places()):
        whole = Span(members.start(), span.end)
        for member in members["list"].split("、"):
            yield members["own"] + member + name, whole
        return
    yield name, span
    follower = _SECOND_SITE.match(text, span.end, sentence.end) if name.endswith(_SITES) else None
    if follower:
        site = next(site for site in _SITES if follower[1].endswith(site))
        common = name[: len(name) - len(follower[1])]
        if name.endswith(site) and len(common) >= 2:
            yield common + follower[1], Span(span.start, follower.end())
        return
    other = _SECOND_HEAD.match(text, span.end, sentence.end)
    shared_up_to = _SHARED_UP_TO.match(name[:-4]) if other else None
    if other and shared_up_to:
        yield shared_up_to[0] + other[1], Span(span.start, other.end())
