"""Reads a name as a body: its normal name, its place, what it does, and how sure that is."""

import re
from dataclasses import dataclass, replace
from functools import cache

from ingest.gazetteer import gazetteer
from ingest.identity.groups import group_in
from ingest.identity.placing import Placed, home_of, placed
from ingest.identity.register import Alias, Body, register
from ingest.resolve import Place

_FOLD = str.maketrans(
    {"(": "（", ")": "）", "〔": "（", "〕": "）", "[": "（", "]": "）", ",": "、", " ": None, "　": None}
)
_BRACKET = re.compile(r"^(?P<base>[^（]{2,40})（(?P<inner>[^（）]{1,40})）$")
_ABOVE = ("人民政府", "政府", "委员会", "党委", "委")  # what an organ of it may name first: 市政府国资委, 市委编办
_MARK = re.compile(r"^(?:自治区|[省市州盟区县旗](?![场域政]))")
_SURE, _HINT, _UNKNOWN = 0.98, 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Identity:
    """The body that a name means. ``keys`` are one for each name of a double name, the first the main one."""

    written: str
    name: str
    keys: tuple[str, ...]
    place: str | None
    level: str | None
    kind: str
    functions: tuple[str, ...]  # names of bodies of the register; empty where it knows none
    names: tuple[str, ...]  # the normal name of each reading
    confidence: float
    rule: str


def identify(name: str, jurisdiction: str | None = None) -> Identity:
    """The body that ``name`` means in a document of ``jurisdiction`` (the name of a place, 全国, or None)."""
    text = name.translate(_FOLD).removesuffix("等")
    home = home_of(jurisdiction)
    words = register().words
    if text in words["placeholders"]["words"]:
        where = f"{home.jurisdiction or '?'}|?{text}"
        return _identity(
            name, Placed(home.jurisdiction, None, home.level, text), "placeholder", 0.2, "placeholder", where
        )
    if branch := _branch(text, home):
        body, at, ending = branch
        return _body(name, at, Alias(body, body.name, ending, "strong"), "branch of a central body")
    at = placed(text, home)
    if group := group_in(at.rest, at.level):
        key = f"{at.code or '?'}|{group.key}"
        return _identity(name, at, "collective", 0.95, "group", key, _said(text, at, "collective"))
    if "、" in text and (double := _double(name, text, jurisdiction)):
        return double
    return _single(name, at, jurisdiction)


def _single(name: str, at: Placed, jurisdiction: str | None) -> Identity:
    if not at.rest:
        return _governed(name, at)
    if alias := _alias(at.rest):
        return _body(name, at, alias, f"{alias.strength} alias")
    if bracket := _BRACKET.match(at.rest):
        base = _single(name, replace(at, rest=bracket["base"]), jurisdiction)
        second = _single(name, replace(at, rest=_MARK.sub("", bracket["inner"])), jurisdiction)
        return _joined(base, second) if base.functions and second.functions else replace(base, rule="bracket left out")
    aliases, rest = register().aliases, at.rest
    for length in range(min(register().longest, len(rest) - 1), 1, -1):
        alias = aliases.get(rest[:length])
        if alias and alias.strength == "strong" and alias.body.name not in ("人民政府", "党委"):
            return _with_tail(name, at, alias, rest[length:], jurisdiction)
    return _unknown(name, at)


def _with_tail(name: str, at: Placed, alias: Alias, tail: str, jurisdiction: str | None) -> Identity:
    """A known body with more behind it: a second name (市经信局市新经济委) or a body within it (市公安局交管局)."""
    first = _body(name, at, alias, "strong alias")
    other = placed(tail, home_of(jurisdiction)) if not tail.startswith(("（", "办公室")) else None
    if other and ((_MARK.match(tail) and _alias(other.rest)) or _kind(tail) == "zone authority"):
        return _joined(first, _single(name, other, jurisdiction))
    key = f"{first.keys[0]}/{_same(tail)}"
    return replace(first, keys=(key,), name=first.name + tail, names=(first.name + tail,), rule="body within a body")


def _double(name: str, text: str, jurisdiction: str | None) -> Identity | None:
    one, _, two = text.partition("、")
    first, second = identify(one, jurisdiction), identify(two, jurisdiction)
    known = all(i.functions or i.kind == "zone authority" for i in (first, second))
    return _joined(replace(first, written=name), second) if known else None


def _joined(first: Identity, second: Identity) -> Identity:
    if first.keys == second.keys:
        return first
    return replace(
        first,
        name=f"{first.name}（{second.name}）",
        keys=tuple(dict.fromkeys((*first.keys, *second.keys))),
        functions=tuple(dict.fromkeys((*first.functions, *second.functions))),
        names=(*first.names, *second.names),
        confidence=min(first.confidence, second.confidence),
        rule="double name",
    )


def _alias(rest: str) -> Alias | None:
    """The alias a name is, also behind the organ it belongs to: 政府国资委, 委编办."""
    aliases = register().aliases
    if found := aliases.get(rest):
        return found
    for above in _ABOVE:
        if rest.startswith(above) and (found := aliases.get(rest[len(above) :])):
            return found
    return None


def _branch(text: str, home: Place) -> tuple[Body, Placed, str] | None:
    """A branch that names its central body first: 国家税务总局贵阳市税务局, 人行浙江省分行."""
    for head, ends in register().branches:
        if text.startswith(head):
            for end, body in ends:
                if text.endswith(end) and len(text) > len(head) + len(end):
                    where = text[len(head) : -len(end)]
                    at = placed(where + "人民政府", home)
                    ending = end.removeprefix("监管").removeprefix("税务")
                    return (body, at, ending) if at.rest == "人民政府" and at.code != "000000" else None
    return None


def _body(name: str, at: Placed, alias: Alias, rule: str) -> Identity:
    body = alias.body
    sure = alias.strength == "strong" or (alias.strength == "short_place" and bool(at.short))
    confidence = _SURE if sure else _HINT
    if not at.known:
        confidence *= 0.7
    kind = "zone authority" if body.kind == "government" and at.level == "zone" else body.kind
    at = _owner(at, body)
    normal = _normal(at, alias) if at.known else name
    return Identity(
        name, normal, (f"{at.code or '?'}|{body.name}",), at.place, at.level, kind,
        (body.name,), (normal,), round(confidence, 2), rule if sure else "hint only",
    )  # fmt: skip


def _owner(at: Placed, body: Body) -> Placed:
    """The one place that has the body, where only one does: 中关村管委会 is Beijing's in any document."""
    if body.region is None:
        return at
    region = gazetteer().by_code[body.region]
    return Placed(region.name, region.code, region.level, at.rest)


def _normal(at: Placed, alias: Alias) -> str:
    body, place = alias.body, at.place or ""
    if at.level == "nation" and body.nation:
        return body.nation
    usual = (body.normal[0] if at.level == "province" else body.normal[-1]) if body.normal else ""
    ending = alias.ending if alias.ending and alias.ending not in ("委", "部") else usual
    words = alias.stem + ending
    if not body.form:
        return place + words
    short = at.short or place.removesuffix("市").removesuffix("省")
    last = "厅" if body.name.endswith("办公") and at.level in ("province", "prefecture") else "室"
    return body.form.format(place=place, short=short, name=words, ending=last if body.name.endswith("办公") else ending)


def _governed(name: str, at: Placed) -> Identity:
    """A place that stands for its government, or a zone for its authority: 落实单位：贵阳市, 贵安新区."""
    end, kind = ("管委会", "zone authority") if at.level == "zone" else ("人民政府", "government")
    rule = "a place stands for its government"
    return _identity(name, at, kind, 0.9, rule, f"{at.code or '?'}|{end}", (at.place or "") + end)


def _unknown(name: str, at: Placed) -> Identity:
    kind = _kind(at.rest)
    confidence = (_UNKNOWN if kind else 0.4) * (1 if at.known else 0.7)
    if kind == "zone authority" and at.level == "zone" and _same(at.rest) == "管委会":
        kind, confidence = "zone authority", 0.95
    rule = "kind by its ending" if kind else "no rule"
    key = f"{at.code or '?'}|{_same(at.rest)}"
    normal = _said(name, at, kind or "institution")
    return _identity(name, at, kind or "institution", round(confidence, 2), rule, key, normal)


def _said(name: str, at: Placed, kind: str) -> str:
    """The name with its place, except where the place is no part of it: 之江实验室, 上城资本, 标准委."""
    if at.level == "nation" or not at.known:
        return name
    if kind in ("company", "institution") and (at.short or not at.named):
        return at.short + at.rest
    return (at.place or "") + at.rest


def _identity(
    name: str, at: Placed, kind: str, sure: float, rule: str, key: str, normal: str | None = None
) -> Identity:
    normal = normal or at.rest
    return Identity(name, normal, (key,), at.place, at.level, kind, (), (normal,), sure, rule)


@cache
def _endings() -> tuple[dict[str, str], dict[str, str]]:
    """Kinds by ending, and endings by the one that stands for them."""
    words = register().words
    kinds = {end: kind for kind, ends in words["kinds"].items() for end in ends}
    same = {form: first for first, forms in words["same"].items() for form in forms} | {"办": "办公室"}
    return kinds, same


def _kind(rest: str) -> str | None:
    kinds = _endings()[0]
    return next((kinds[rest[-n:]] for n in range(min(8, len(rest)), 0, -1) if rest[-n:] in kinds), None)


def _same(rest: str) -> str:
    """A name with its endings written in one way, so that 指挥部办 and 指挥部办公室 are equal."""
    same = _endings()[1]
    for n in range(min(8, len(rest)), 0, -1):
        if first := same.get(rest[-n:]):
            return rest[:-n] + first
    return rest
