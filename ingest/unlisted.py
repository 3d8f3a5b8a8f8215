"""Places that no table lists, told by the names of their bodies: 小浦镇政府, 长白山管委会, 东湖新技术开发区财政局."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.gazetteer import gazetteer

_MARKS = "省市区县州旗盟"
_SUITE = r"(?:局|办公室|办|委|委员会|中心)"  # how the departments of a zone end


@dataclass(frozen=True, slots=True)
class _Shapes:
    town: re.Pattern[str]  # a body that is or governs a town
    seat: re.Pattern[str]  # the town or zone whose body an issuer is
    zone: re.Pattern[str]  # a zone's authority: group 1 the zone
    bare_zone: re.Pattern[str]
    generic: re.Pattern[str]
    branch: re.Pattern[str]
    no_towns: tuple[str, ...]


_OF_STATE = re.compile("(?:部|总局|总署|审计署)$")  # no place has bodies that are called so


@cache
def _shapes() -> _Shapes:
    words = gazetteer().words

    def listed(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(words[key], key=lambda word: (-len(word), word)))

    ministries = "|".join(sorted(filter(_OF_STATE.search, gazetteer().central_others), reverse=True))
    towns, organs, zones = listed("towns"), listed("town_organs"), r"区|新城|园|科学城|岛"
    return _Shapes(
        town=re.compile(rf"([\u4e00-\u9fff]{{1,8}}?(?:{towns}))(?:{organs})?(?:（[^（）]*）)?"),
        seat=re.compile(
            rf"(?P<town>[\u4e00-\u9fff]{{1,6}}?(?:{towns}))(?:{organs})"
            rf"|(?P<zone>[\u4e00-\u9fff]{{0,20}}?(?:开发区|高新区|经开区|工业园区|科学城|新区|示范区|试验区|合作区))"
            rf"(?:{listed('zone_organs')}|(?!.*(?:小组|工作|推进|指挥))[\u4e00-\u9fff]{{2,16}}{_SUITE}$)"
        ),
        zone=re.compile(
            rf"([\u4e00-\u9fff]{{2,24}})管委会|([\u4e00-\u9fff]{{1,24}}(?:{zones}))(?:{listed('zone_organs')})"
        ),
        bare_zone=re.compile(
            "[\u4e00-\u9fff]{1,20}(?:高新区|经开区|开发区|新区|示范区|试验区|度假区|保税区|综保区|合作区|科学城|产业园区|工业园区)"
        ),
        generic=re.compile(listed("generic")),
        branch=re.compile(rf"(?:{listed('begins')}).+|.+(?:{listed('ends')})|(?:{ministries})(?!门|分).*"),
        no_towns=words["no_towns"],
    )


def carries_unlisted(name: str) -> bool:
    """Whether ``name`` is of a place that no table lists: it has a town's name, or a zone's own."""
    if name[:1] in _MARKS:
        return False
    if (town := _shapes().town.fullmatch(name)) and not town[1].endswith(_shapes().no_towns):
        return len(town[1]) > 1 and town[1][0] not in "有全相" and "各" not in town[1]
    zone = _shapes().zone.fullmatch(name)
    if zone is None:
        return _shapes().bare_zone.fullmatch(name) is not None and has_own_name(name)
    return has_own_name(zone[1] or zone[2])


def has_own_name(zone: str) -> bool:
    """Whether a zone is called more than what it is: 鼓浪屿, 沈抚示范区, and not 高新技术产业开发区."""
    return len(_shapes().generic.sub("", zone)) > 1


def is_branch(name: str) -> bool:
    """Whether ``name`` is a central body or a branch of one, which belong to no place: 长江海事局, 财政部湖南监管局."""
    return name[:1] not in _MARKS and _shapes().branch.fullmatch(name) is not None


def seat_in(rest: str) -> tuple[str, str] | None:
    """The town or zone whose body ``rest`` is, which follows the places of an issuer, and its kind: 大沥镇, town."""
    match = _shapes().seat.match(rest)
    if match is None:
        return None
    if match["town"]:
        fit = len(match["town"]) > 1 and not match["town"].endswith(_shapes().no_towns)
        return (match["town"], "town") if fit else None
    return match["zone"], "zone"
