"""Names of many bodies at once, read into what they count: 各区（市、县）政府 is 各县（市、区）人民政府."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.identity.register import register

_LEVEL = re.compile(r"^(?:自治区|[省市区县州])(?=(?:[各有相]|直|级|属|政府[各相有]))|[省市区县州](?=[直级属])")
_RANK = re.compile(r"^(?:直属|[直级属]|(?:人民)?政府(?=(?:组成|工作|直属)?(?:部门|单位)))")
_PREFECTURES = ("地级市", "地级以上市", "设区市")
_COUNT = re.compile(r"^\d{1,3}个?")
_JOINTS = re.compile(r"[（）、，和及与]")


@dataclass(frozen=True, slots=True)
class Group:
    """``every`` of a kind, or some; which kinds of places, and what of them; or a crowd of departments."""

    every: bool
    members: frozenset[str]
    organ: str
    kinds: frozenset[str] = frozenset()  # the members, with prefectures told from cities of county level

    @property
    def key(self) -> str:
        """One string for all ways to write the group."""
        return f"{'各' if self.every else '有关'}{'、'.join(sorted(self.kinds))}{self.organ}"


def group_in(rest: str, level: str | None = None) -> Group | None:
    """The group that a name without its place means, or None where it means one body.

    ``level`` is that of the place: the 市 a province names first are prefectures, unlike those in 各县（市、区）.
    """
    words = register().words["groups"]
    some = any(word in rest for word in words["some"])
    every = rest.startswith(tuple(words["every"])) or bool(_COUNT.match(rest))
    crowd = next((crowd for crowd in sorted(words["crowds"], key=len, reverse=True) if rest.endswith(crowd)), None)
    if not (every or some or "各" in rest[:6] or (crowd and _LEVEL.match(rest))):
        return None
    body = _COUNT.sub("", rest)
    for word in (*words["every"], *words["some"]):
        body = body.replace(word, "")
    if crowd:
        named = _RANK.sub("", _LEVEL.sub("", body)).removesuffix(crowd).strip("、和各")
        return Group(not some, frozenset(), _JOINTS.sub("", named) + crowd)
    organ, form = _organ(body)
    body = body.removesuffix(form)
    members, left = _members()[0].findall(_JOINTS.sub("", body)), _members()[0].sub("", _JOINTS.sub("", body))
    kinds = list(members)
    if members and (members[0] in _PREFECTURES or (members[0] == "市" and level == "province")):
        kinds[0] = "地市"
    organ = left + (organ if form or not left else "")
    return Group(not some, frozenset(members), organ, frozenset(kinds))


def _organ(body: str) -> tuple[str, str]:
    for name, form in _members()[1]:
        if body.endswith(form):
            return name, form
    return ("政府" if _members()[0].search(body[-2:]) or body.endswith("）") else ""), ""


@cache
def _members() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    words = register().words["groups"]
    organs = [(name, form) for name, forms in words["organs"].items() for form in forms]
    longest = "|".join(sorted(words["members"], key=lambda word: (-len(word), word)))
    return re.compile(longest), tuple(sorted(organs, key=lambda organ: -len(organ[1])))
