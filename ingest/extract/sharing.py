"""What neighbours in a list share, given to each: 观山湖区、清镇市政府; 省工业和信息化厅、财政厅; 各乡镇、街道."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.extract.names import is_body, shapes
from ingest.extract.unit_list import Body
from ingest.gazetteer import gazetteer

_RANKED = "区县市旗"  # how places end that short names beside them share
_RANKS = "省市区县州旗盟"
_RANK = {"省": 4, "州": 3, "盟": 3, "市": 3, "县": 2, "区": 2, "旗": 2}
_PLACEHOLDER = re.compile(r"(各.{0,12}?)(?:牵头|责任|主管|负责)(?:部门|单位)")  # 各场景牵头部门和配合部门
_LONGEST_SHORT = 6  # characters of a place without its rank: 乌鲁木齐, 黔西南
_BARE = re.compile(r"各(?:自治|设区的?|地)?[市县区旗盟州]")
_OWN = ("师市", "兵团")  # what 省 and 市 are elsewhere
_HIGHER = re.compile("厅$|总局")  # no city has one
_COMMITTEE = re.compile(r"(?:[省市区县州旗盟]委|自治区党委)(?=.)")  # whose office the next one is too
_SUPPORTERS = ("配合部门", "配合单位", "责任部门", "责任单位", "参与单位", "参与部门", "协同部门", "协同单位")


def complete(bodies: Sequence[Body], *, bare_departments: bool = False) -> list[Body]:
    """``bodies`` with names completed from their neighbours of the same role.

    ``bare_departments``: the document writes departments without 省 or 市 (科技厅、省发展改革委、教育厅) as its habit,
    so that a missing one is not completed.
    """
    if len(bodies) < 2:
        return list(bodies)
    found: list[Body] = []
    for body in _with_endings(bodies):
        last = found[-1] if found else None
        if last is not None and last.group == body.group and last.role == body.role and not last.others:
            name = _completed(last.name, body.name, bare_departments)
            found.append(replace(body, name=name) if name else body)
        else:
            found.append(body)
    _share_organs(found)
    return found


@lru_cache(maxsize=8192)
def _completed(last: str, name: str, bare_departments: bool) -> str | None:
    """``name`` with what it shares with the body before it, None where it shares nothing."""
    shared = _collective(last, name)
    return shared if shared is not None or bare_departments else _department(last, name)


def _collective(last: str, name: str) -> str | None:
    """各乡镇 + 街道 → 各街道; 各区(县、市)政府 + 开发园区管委会 → 各开发园区管委会."""
    if name.startswith(_SUPPORTERS) and (placed := _PLACEHOLDER.fullmatch(last)):
        return placed[1] + name
    if not shapes().collective.fullmatch(name):
        return None
    match = shapes().sharing.fullmatch(last)
    if match is None:
        return None
    higher = name[0] in _RANK and _RANK[name[0]] > _RANK.get(match[2][0], 0)
    if higher and not _BARE.fullmatch(last):
        return None  # 各区政府、市政府: the one city is not each of several; 各区、市、县政府 are
    return match[1] + name


def _department(last: str, name: str) -> str | None:
    """省工业和信息化厅 + 财政厅 → 省财政厅; 市委宣传部 + 网信办 → 市委网信办."""
    if shapes().party.fullmatch(name) and (committee := _COMMITTEE.match(last)):
        return committee[0] + name
    if not shapes().department.fullmatch(name) or _is_branch_of_place(name):
        return None
    if last[0] in _RANKS and is_body(last) and not last.startswith("市场监"):
        return last[0] + name if last[0] == "省" or not _HIGHER.search(name) else None
    if last[0] == "各" and (each := shapes().organ.fullmatch(last)) and shapes().office.fullmatch(each[2]):
        return each[1] + name  # 各市(州)教育局、财政局
    for own in _OWN:
        if last.startswith(own) and shapes().department.fullmatch(last, len(own)):
            return own + name
    for length in (4, 3, 5):
        place = last[:length]
        if len(last) > length + 2 and place[-1] in "省市区县州" and shapes().department.fullmatch(last[length:]):
            return place + name
    return None


def _is_branch_of_place(name: str) -> bool:
    """Whether a branch office says whose it is: 公安凤翔分局."""
    short = gazetteer().by_short
    return name.endswith("分局") and any(name[start:-2] in short for start in (2, 4) if len(name) > start + 3)


def _share_organs(bodies: list[Body]) -> None:
    """Give the districts in front of 清镇市政府 its 政府, the zones in front of a 管委会 that."""
    index = len(bodies) - 1
    while index > 0:
        body = bodies[index]
        district, zone = _organs(body.name)
        index -= 1
        if not district and not zone:
            if body.after == "、" and body.name[-1] in _RANKED:
                _share_rank(bodies, index)
            continue
        while index >= 0 and bodies[index].group == body.group and not bodies[index].others:
            other = bodies[index]
            if district and len(other.name) <= _LONGEST_SHORT and (place := _short_of(other.name, district[1])):
                bodies[index] = replace(other, name=place + district[2])
            elif district and _same_kind(other.name, district[1], office=bool(shapes().office.fullmatch(district[2]))):
                bodies[index] = replace(other, name=other.name + district[2])
            elif zone and shapes().zone.fullmatch(other.name) and not _is_district(other.name):
                bodies[index] = replace(other, name=other.name + zone[1])
            else:
                break
            index -= 1


def _share_rank(bodies: list[Body], index: int) -> None:
    """Give the short name at ``index`` the rank of the place behind it: 鄞州、江北区 are 鄞州区 and 江北区."""
    body, following = bodies[index], bodies[index + 1]
    short = len(body.name) <= _LONGEST_SHORT and not is_body(body.name)
    beside = following.group == body.group and len(following.name) > 2
    if short and beside and (place := _short_of(body.name, following.name)):
        bodies[index] = replace(body, name=place)


@lru_cache(maxsize=8192)
def _organs(name: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """清镇市|政府, 高新区|管委会: what its neighbours may share."""
    return shapes().organ.fullmatch(name), shapes().zone_organ.fullmatch(name)


@lru_cache(maxsize=1024)
def _is_district(name: str) -> bool:
    """Whether a zone by its name is a place with a government of its own: 浦东新区, 滨海新区."""
    return any(region.level == "county" for region in gazetteer().by_name.get(name, ()))


def _short_of(name: str, place: str) -> str | None:
    """南明 beside 白云区 → 南明区; None where ``name`` is no short name of a place of that rank."""
    whole = name + place[-1]
    ends = whole if place[-1] != "州" else "自治州"  # 黔东南 beside 黔南州 → 黔东南州, 黔东南苗族侗族自治州
    same = whole in gazetteer().former or any(
        region.name.endswith(ends) for region in gazetteer().by_short.get(name, ())
    )
    return whole if same and len(place) > 2 else None


def _with_endings(bodies: Sequence[Body]) -> Sequence[Body]:
    """Give departments named by their field alone the 局 of the one behind: 市市场监管、商务、文化和旅游局."""
    if not any(map(_is_stem, [body.name for body in bodies])):
        return bodies
    found = list(bodies)
    for index in range(len(found) - 2, -1, -1):
        body, following = found[index], found[index + 1]
        if body.group == following.group and not body.others and following.name[-1] in "厅局":
            whole = any(shapes().department.fullmatch(following.name, at) for at in (0, 1))
            if whole and _is_stem(body.name):
                found[index] = replace(body, name=body.name + following.name[-1])
    return found


@lru_cache(maxsize=8192)
def _is_stem(name: str) -> bool:
    """Whether ``name`` is a field that an office may be named for: 商务, 市市场监管."""
    return shapes().stem.fullmatch(name) is not None


def _same_kind(name: str, place: str, *, office: bool = False) -> bool:
    """Whether ``name`` is a district that may share what ``place`` has: 市政府相关部门 gives nothing to 云岩区.

    ``office``: it is a single office, which only like places share: 各市、县教育局, 花溪区、乌当区教育局.
    """
    if not shapes().district.fullmatch(name) or shapes().zone.fullmatch(name):
        return False
    if office and not (name[0] == place[0] == "各" or (name[-1] == place[-1] and len(name) > 2)):
        return False
    return len(place) > 1 or len(name) == 1
