"""The governments that a body of bodies stands for: 贵阳市各区（市、县）政府 is those of ten counties and districts.

Concluded from the tree of regions as it stands in the data, which need not be as it stood when the document was
written; so what comes out of here is marked as derived everywhere.
"""

from dataclasses import dataclass

from ingest.gazetteer import Region, gazetteer
from ingest.identity.groups import group_in
from ingest.identity.placing import home_of, placed

_COUNTIES = ("县级市", "自治县", "特区", "区", "县", "市", "旗")
_PREFECTURES = ("地级市", "设区市", "自治州", "地区", "市", "州", "盟")
_ENDINGS = {"县级市": "市", "地级市": "市", "设区市": "市", "自治州": "州", "自治县": "县"}
_GOVERNMENTS = ("政府", "党委政府")


@dataclass(frozen=True, slots=True)
class Member:
    """A government that a collective stands for."""

    name: str
    region: Region


def members_of(name: str, jurisdiction: str | None) -> tuple[Member, ...]:
    """The members of a collective, by code; none for what is no collective of governments of every place of a kind.

    各县（市、区）政府 of a province are its counties, 各市（州）政府 its prefectures, 各市、县（市、区）政府 both; of a
    prefecture all are counties. Departments, towns and 有关 ones are not known and have no members here.
    """
    home = home_of(jurisdiction)
    at = placed(name, home)
    group = group_in(at.rest)
    top = gazetteer().by_code.get(at.code or "")
    if not group or not group.every or group.organ not in _GOVERNMENTS or not group.members or not top:
        return ()
    wanted: list[tuple[str, tuple[str, ...] | None]]
    if top.level == "nation":
        wanted = [("province", None)] if group.members & {"省", "自治区", "直辖市", "省级"} else []
    elif top.level == "province":
        wanted = _of_province(group.members)
    elif top.level == "prefecture":
        wanted = [("county", _endings(group.members & set(_COUNTIES)))]
    else:
        wanted = []
    found = [
        region
        for level, endings in wanted
        for region in _below(top, level)
        if endings is None or region.name.endswith(endings)
    ]
    return tuple(Member(f"{region.name}人民政府", region) for region in sorted(found, key=lambda r: r.code))


def _of_province(members: frozenset[str]) -> list[tuple[str, tuple[str, ...] | None]]:
    below = members & {"县", "区", "旗", "县级市", "自治县"}
    above = members & set(_PREFECTURES)
    wanted: list[tuple[str, tuple[str, ...] | None]] = []
    if below:
        wanted.append(("county", _endings(members & set(_COUNTIES))))
    if above and (not below or above - {"市"} or {"地级市", "设区市"} & members):
        wanted.append(("prefecture", _endings(above)))
    return wanted


def _endings(words: frozenset[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted({_ENDINGS.get(word, word) for word in words})) or ("\0",)


def _below(top: Region, level: str) -> list[Region]:
    """Regions of a level anywhere within ``top``."""
    places = gazetteer()
    return [r for r in places.by_code.values() if r.level == level and r is not top and top in places.around(r)]
