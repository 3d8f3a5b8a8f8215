"""Whose document it is, and what its bodies are called in full: 市教育局 in a Guiyang document is 贵阳市教育局."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from ingest.document import Header, SourceText
from ingest.gazetteer import Gazetteer, Region, gazetteer
from ingest.unlisted import carries_unlisted, has_own_name, is_branch, seat_in

NATION = "全国"

# How a name refers to the region of a level: 省科技厅, 市教育局, 区审管办.
_MARKS = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "municipality", "city"),
    "州": ("prefecture",),
    "盟": ("prefecture",),
    "地区": ("prefecture",),
    "区": ("county",),
    "县": ("county",),
    "旗": ("county",),
    "镇": ("town",),
    "街道": ("town",),
    "乡": ("town",),
}
_TOWN_MARKS = ("镇", "街道", "乡")
# 市场监管局 and 市政管理局 begin with the word itself, not with the city; likewise 区域, 县域, 省际, 州际.
_NOT_A_MARK = re.compile(
    r"市场|市政(?![府协务])|市容|市民(?![政族宗革盟建进])|区域|区划|区块|区县|区（|县域|县区|县（|县级市|省际|旗下|市县|市（|市州"
)
_LEAGUE = re.compile(r"^团(?P<mark>省|市|区|县|州|旗)委")
# Bodies of bodies, named by their kind: they are of the document's own place.
_COLLECTIVE = re.compile(
    r"^(?:各|有关|相关|其他|全体|所有|\d{1,3}个?[区县市州镇])|(?:各|有关|相关)(?:[^（）]{0,8})(?:部门|单位|地区|区县)$"
)
_OWN_PLACE = re.compile(r"^(?:各|有关|相关|其他有关|其他相关|其他各|全[省市区县州]各|\d{1,3}个?[区县市州镇])")
# Endings of organs of a place; what ends otherwise (公司, 银行, 大学) may be of any place and stays as written.
_ORGAN = re.compile(
    r"(?:厅|局|委|办|署|政府|委员会|管委会|办公室|部门|区县|县区|街道|乡镇|镇街|开发区|高新区|经开区|工作部|宣传部|组织部|统战部)(?:（[^（）]*）)?$"
)
_ELSEWHERE = re.compile(r"^(?:中国|中央|全国|国家|国务院|人民银行|人行|国网|中[石移电联信]|最高人民)")
_MINISTRY = re.compile(r"(?<![织传战作乡装])部$|总局$|总署$")
_MINISTRY_END = 3  # characters at the end of a name in which that stands
# How a zone speaks of itself: 新区管委会 in 河北雄安新区 names no place but this one.
_ZONE = re.compile(
    "新区|高新区|经开区|开发区|示范区|园区|度假区|保税区|综保区|试验区|实验区|合作区|管理区|景区|港区|先行区|科学城|兵团"
)
_INSIDE = re.compile(r"[\u4e00-\u9fff]{2,6}（([\u4e00-\u9fff]{2,8})）.")  # 西部（成都）科学城管委会
# What a title may say before the place.
_BEFORE_PLACE = re.compile(r"(?:关于(?:印发|下发|公布|做好|加快|推进|支持|促进|加强|进一步)*|(?:19|20)\d\d年度?)+")
_AUTONOMOUS = ("自治县", "自治旗")
_OF_ITS_KIND = re.compile("(?:自治)?[县旗]")


@dataclass(frozen=True, slots=True)
class Place:
    """The place a document speaks for. ``jurisdiction`` is 全国 for central bodies, None where it cannot be told.

    ``around`` are the places themselves, outward (上城区, 杭州市, 浙江省): what 区, 市 and 省 mean in it.
    """

    jurisdiction: str | None
    level: str | None = None  # nation | province | prefecture | county | zone | town
    around: tuple[Region, ...] = ()

    def __hash__(self) -> int:
        return hash(self.jurisdiction)  # enough to tell places apart, and many are looked up

    def meant_by(self, mark: str) -> str | None:
        """The full name of what 省, 市, 区… means in a document of this place."""
        for region in self.around:
            if mark == "区" and region.level == "zone" and region.name.endswith("区"):
                return region.name
            if _kind(region) in _MARKS[mark] and (
                (region.level not in ("county", "town") and mark != "地区")
                or region.name.endswith(mark)
                or mark == "市"
            ):
                return region.name
        return None


NOWHERE = Place(None)


def _kind(region: Region) -> str:
    if region.level == "province" and region.name.endswith("市"):
        return "municipality"
    return "city" if region.level == "county" and region.name.endswith("市") else region.level


def place_of(header: Header, source: SourceText) -> Place:
    """The place of the first issuer that names one, else of the number, the title, the recipients, the file's name."""
    places = gazetteer()
    for issuer in header.issuers:
        if found := _place_of_name(issuer):
            return found
    if header.doc_number:
        if header.doc_number.startswith(places.central_numbers):
            return Place(NATION, "nation")
        if region := places.of_number(header.doc_number):
            return _place(region, places)
    for words in (header.title or "", source.name):
        before = _BEFORE_PLACE.match(words)
        if found := _place_of_name(words[before.end() :] if before else words):
            return found
    return NOWHERE


def place_called(name: str | None) -> Place:
    """The place of this name; where none or several have it, just the name."""
    found = gazetteer().regions(name or "")
    return _place(found[0], gazetteer()) if len(found) == 1 else Place(name)


@lru_cache(maxsize=1024)  # the same bodies issue one document after the other
def _place_of_name(words: str) -> Place | None:
    """The innermost place a name begins with: 杭州市上城区人民政府 → 上城区, 南海区大沥镇人民政府 → 大沥镇."""
    places = gazetteer()
    name = words.removeprefix("中共").removeprefix("共青团")
    here: tuple[Region, ...] = ()
    while found := _within(here, places.leading(name), places) or _within(here, places.leading_former(name), places):
        here, name = found, name[len(found[0].name) :]
    if not here and (
        words.startswith(places.central_bodies)
        or words in places.central_others
        or _MINISTRY.search(words, max(0, len(words) - _MINISTRY_END))
    ):
        return Place(NATION, "nation")
    written = ""
    if not here and (short := _shortened(name, places)):
        here, written = (short[0],), short[1]
        name = name[len(written) :]
    if not here:
        return None
    if len(here) > 1:  # several places have this name, and nothing says which
        return Place(here[0].name, here[0].level, (here[0],))
    place = _place(here[0], places)
    return _seated(place, name, written) if here[0].level != "zone" else place


def _within(around: tuple[Region, ...], regions: tuple[Region, ...], places: Gazetteer) -> tuple[Region, ...]:
    """Those of ``regions`` that lie in one of ``around``; all where that is none."""
    if not around:
        return regions
    return tuple(region for region in regions if any(outer in tuple(places.around(region)) for outer in around))


def _shortened(words: str, places: Gazetteer) -> tuple[Region, str] | None:
    """The place that ``words`` begin with in its short form, and that form: 贵州, 黔东南, 镇宁自治县."""
    for region in places.leading_short(words):
        if region.level in ("province", "prefecture"):
            return region, region.short
        if region.name.endswith(_AUTONOMOUS) and (kind := _OF_ITS_KIND.match(words, len(region.short))):
            return region, region.short + kind[0]
    return None


def _seated(place: Place, rest: str, written: str) -> Place:
    """``place``, or the town or zone in it whose body an issuer is; ``written``: the short name in front, 武汉."""
    seat = seat_in(rest)
    if seat is None:
        return place
    name, level = seat
    if level == "zone" and (written or not has_own_name(name)):
        name = (written or place.jurisdiction or "") + name
    inner = Region(f"{level}:{name}", name, level, place.around[0].code if place.around else None)
    return Place(name, level, (inner, *place.around))


def _place(region: Region, places: Gazetteer) -> Place:
    if region.level == "nation":
        return Place(NATION, "nation")
    return Place(region.name, region.level, tuple(r for r in places.around(region) if r.level != "nation"))


@lru_cache(maxsize=64)
def resolver(place: Place) -> Callable[[str], str]:
    """``resolve_name`` for the documents of one place, which name the same bodies over and over."""
    return lru_cache(maxsize=4096)(partial(resolve_name, place=place))


def resolve_name(name: str, place: Place) -> str:
    """``name`` with its place said in full, where the document's place is known and the name leaves it out.

    Central bodies, bodies that carry a place of their own, companies and branches of central bodies stay as written.
    """
    where = place.jurisdiction
    if where is None or where == NATION or not name:
        return name
    if match := _LEAGUE.match(name):
        meant = place.meant_by(match["mark"])
        return f"团{meant}{name[2:]}" if meant else name
    if name[0] in "市镇" and _is_near(name, place):
        return name  # 市北区政府, 镇江市教育局
    if (zone := _ZONE.match(name)) and where.endswith(zone[0]):
        return where + name[zone.end() :]
    for mark in ("自治区", *_MARKS):
        if name.startswith(mark) and not _NOT_A_MARK.match(name):
            if mark in _TOWN_MARKS and place.level != "town":
                break
            meant = place.meant_by(mark)
            return meant + name[len(mark) :] if meant else name
    if _OWN_PLACE.match(name):
        return where + name
    if carries_place(name, place) or _ELSEWHERE.match(name) or carries_unlisted(name) or is_branch(name):
        return name
    return where + name if _ORGAN.search(name) else name


_OWN_GOVERNMENT = re.compile("(?:自治区|[省市区县州旗])(?:委|党委|人民政府|政府)")


def named_in_full(header: Header, place: Place) -> Header:
    """``header`` with the place said of issuers that leave it out: 省人民政府办公厅关于印发湖北省…的通知."""
    if not any(map(_OWN_GOVERNMENT.match, header.issuers)):
        return header
    issuers = [resolve_name(name, place) if _OWN_GOVERNMENT.match(name) else name for name in header.issuers]
    return replace(header, issuers=tuple(issuers))


def _is_near(name: str, place: Place) -> bool:
    """Whether a name begins with the full name of a place that lies in the document's, or in what that lies in."""
    places = gazetteer()
    return any(set(place.around) & set(places.around(region)) for region in places.leading(name))


def carries_place(name: str, place: Place = NOWHERE) -> bool:
    """Whether a name begins with a place: 花溪区政府, 贵安新区办公室, 成都公积金中心, in 上城区 also 上城资本."""
    places = gazetteer()
    if (
        places.leading(name)
        or places.leading_former(name)
        or ((inside := _INSIDE.match(name)) and _is_place(inside[1]))
    ):
        return True
    own = place.around[0].code if place.around else None
    if own and any(region.within == own for region in places.by_name.get(name[:2], ())):
        return True  # 西区政府 in 攀枝花
    around = [region.code for region in place.around]
    return any(
        region.level in ("province", "prefecture")
        or own in (region.code, region.within)
        or (region.level == "zone" and region.within in around)  # 洋浦海事局
        for region in places.leading_short(name)
    )


def _is_place(words: str) -> bool:
    places = gazetteer()
    return words in places.by_short or any(region.name == words for region in places.leading(words))


def is_collective(name: str) -> bool:
    """Whether a resolved name means many bodies at once: 贵阳市各区（市、县）政府, 各有关部门."""
    places = gazetteer()
    rest = name
    while inner := places.leading(rest):
        rest = rest[len(inner[0].name) :]
    return bool(_COLLECTIVE.search(rest))


def jurisdiction_of(name: str, document: str | None) -> str | None:
    """The place a resolved name belongs to: the one it carries, else that of its document."""
    places = gazetteer()
    found = places.leading(name.removeprefix("中共").removeprefix("团"))
    if found:
        inner = _place_of_name(name.removeprefix("团"))
        return inner.jurisdiction if inner else found[0].name
    short = _shortened(name, places)
    return short[0].name if short and not document else document


def regions_around(place: str | None) -> tuple[Region, ...]:
    """The region of this name and those it lies in, outward; empty where none or several have it."""
    if place is None:
        return ()
    places = gazetteer()
    found = places.regions(place)
    return tuple(places.around(found[0])) if len(found) == 1 else ()
