"""Parts a name into its place and what is said of it: 贵阳国家高新区财政局 → 贵阳市高新区, 财政局."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.gazetteer import Gazetteer, Region, gazetteer
from ingest.identity.register import register
from ingest.resolve import NATION, NOWHERE, Place, regions_around, resolve_name

_PARTY = re.compile(r"^(?:中国共产党|中共)(?!中央)")
_LEAGUE = re.compile(r"^(?:中国共产主义青年团|共青团|团)(?=.{0,12}(?:委|团委)(?:员会)?$)(?!中央)")
_MINISTRY = re.compile(r"(?<![织传战作装])部$|总局$|总署$|^审计署$")
_FREE_TRADE = re.compile(r"^中国（(?P<place>[^）]{2,6})）(?=自由贸易|自贸)")  # 中国（上海）自由贸易试验区
_CENTRE = {"国务院": "政府", "中共中央": "委", "中央": "委"}
_MARK = re.compile(r"^(?:自治区|[省市州盟区县旗](?![场域政容际]))")


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in two parts.

    ``code`` tells places of one name apart; it is None where the name has no place at all, and begins with ? where the
    name says the kind of the place, but not which.
    """

    place: str | None
    code: str | None
    level: str | None
    rest: str
    short: str = ""  # the short name of the place, where it was written so
    named: bool = True  # whether the name itself says the place, in full or by 省, 市, 区

    @property
    def known(self) -> bool:
        """Whether the place is known."""
        return self.code is not None and not self.code.startswith("?")


@cache
def home_of(jurisdiction: str | None) -> Place:
    """The place of a document by its name: 贵阳市, 鼓楼区, 全国."""
    if not jurisdiction:
        return NOWHERE
    if jurisdiction == NATION:
        return Place(NATION, "nation")
    around = tuple(r for r in regions_around(jurisdiction) if r.level != "nation")
    if around:
        return Place(around[0].name, around[0].level, around)
    found = gazetteer().regions(jurisdiction)  # several places of this name: which one is not known
    return Place(jurisdiction, found[0].level if found else None, found[:1])


def placed(name: str, home: Place) -> Placed:
    """The place of a name, as it says or as its document's place lets it be understood."""
    places = gazetteer()
    if league := _LEAGUE.match(name):
        inner = placed(name[league.end() :], home)
        return Placed(inner.place, inner.code, inner.level, "共青团", inner.short, inner.named)
    name = _FREE_TRADE.sub(r"\g<place>", _PARTY.sub("", name))
    if nation := _of_nation(name, home):
        return nation
    named = bool(_MARK.match(name))
    full = _marked(name, home) or resolve_name(name, home)
    here, rest, short = _regions(full, home, places)
    if here:
        at_home = home.around[0] if home.around and home.around[0].name == here.name and not short else None
        code = here.code if at_home in (None, here) or len(places.by_name.get(here.name, ())) == 1 else here.name
        named = named or full == name or not full.endswith(name)
        return _zone(here.name, code, here.level, rest, short, named)
    if _MINISTRY.search(name):
        return Placed(NATION, "000000", "nation", name, named=False)
    if home.jurisdiction and not home.around:  # a place that no list has, or the whole nation
        code = "000000" if home.jurisdiction == NATION else home.jurisdiction
        return _zone(home.jurisdiction, code, home.level, rest.removeprefix(home.jurisdiction), "", False)
    if home.jurisdiction:
        return _zone(home.jurisdiction, home.around[0].code, home.level, rest, "", False)
    if mark := _MARK.match(rest):  # which city is not known, but that it is a city is
        return Placed(None, f"?{mark[0]}", None, rest[mark.end() :], named=False)
    return _zone("", None, None, rest, "", False)


def _marked(name: str, home: Place) -> str | None:
    """The name in full, where a body of the register follows the mark: 市政数局 is no 市政 office."""
    if name[1:] in register().aliases and name[0] in "省市州盟区县旗" and (meant := home.meant_by(name[0])):
        return meant + name[1:]
    return None


def _of_nation(name: str, home: Place) -> Placed | None:
    prefix = next((p for p in register().words["nation"]["prefixes"] if name.startswith(p)), None)
    if prefix:
        rest = name[len(prefix) :]
        if (organ := _CENTRE.get(prefix)) and organ + rest in register().aliases:  # 国务院办公厅, 中共中央办公厅
            return Placed(NATION, "000000", "nation", organ + rest)
        # 国家高新区 is a rank, and 中国移动 a name: only what the register knows behind it is the nation's
        if rest in register().aliases or prefix in ("国务院", "中共中央", "中央", "最高", "全国"):
            return Placed(NATION, "000000", "nation", rest or ("人民政府" if prefix == "国务院" else "党委"))
        return Placed(NATION, "000000", "nation", name) if _MINISTRY.search(name) else None
    if home.level == "nation" and not gazetteer().leading(name):
        return Placed(NATION, "000000", "nation", name, named=False) if name in register().aliases else None
    return None


def _regions(full: str, home: Place, places: Gazetteer) -> tuple[Region | None, str, str]:
    """The innermost region a name begins with, what follows it, and its short name if it was written so."""
    here: Region | None = None
    rest, short = full, ""
    while found := places.leading(rest):
        fitting = [r for r in found if here is None or here in places.around(r)] if here else _likely(found, home)
        if not fitting:
            break
        here, rest, short = fitting[0], rest[len(fitting[0].name) :], ""
    brief = [
        region
        for region in places.leading_short(rest)
        if (here is None and (region.level in ("province", "prefecture") or region in home.around))
        or (here is not None and region.level == "prefecture" and region.within == here.code)
    ]
    if brief and not (here and rest.startswith(here.short)):
        inner = brief[0]
        behind = rest[len(inner.short) :]
        if inner.name.endswith("州") and inner.level == "prefecture":
            behind = behind.removeprefix("州")  # 黔东南州
        if here is None and (within := [r for r in places.leading(behind) if inner in places.around(r)]):
            return within[0], behind[len(within[0].name) :], ""  # 贵州双龙航空港经济区
        return inner, behind, inner.short
    return here, rest, short


def _likely(found: tuple[Region, ...], home: Place) -> list[Region]:
    """Of several regions of one name, those around or inside the document's place come first."""
    codes = {region.code for region in home.around}
    return sorted(found, key=lambda region: (region.code not in codes, region.within not in codes))


def _zone(place: str, code: str | None, level: str | None, rest: str, short: str, named: bool) -> Placed:
    """Takes a functional zone at the head of ``rest`` into the place: 高新区财政局 is of the zone."""
    match = _zones()[0].match(rest)
    if not match:
        return Placed(place or None, code, level, rest, short, named)
    zone = match["own"] + _zones()[1][match["form"]]
    return Placed(place + zone, f"{code or ''}/{zone}", "zone", rest[match.end() :], "", True)


@cache
def _zones() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {form: name for name, written in register().words["zones"].items() for form in written}
    longest = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"^(?P<own>[^局委办厅部会（）各国]{{0,8}}?)(?:国家级?)?(?P<form>{longest})"), forms
