"""What a body's name looks like: the tests that tell a name from the words around it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.extract.lexicon import any_of, words

LONGEST = 45  # characters of a name; the longest seen has 38


@dataclass(frozen=True, slots=True)
class _Shapes:
    body: re.Pattern[str]
    district: re.Pattern[str]
    organ: re.Pattern[str]
    office: re.Pattern[str]
    zone_organ: re.Pattern[str]
    zone: re.Pattern[str]
    collective: re.Pattern[str]
    sharing: re.Pattern[str]
    department: re.Pattern[str]
    stem: re.Pattern[str]
    party: re.Pattern[str]
    common: frozenset[str]


@cache
def shapes() -> _Shapes:
    """The patterns of names, from the lists of ``clauses.toml``."""

    def listed(key: str) -> str:
        return any_of(words("clauses", "body", key))

    group = r"(?:\([^()]*\))?"
    nouns = listed("collective")
    place = rf"(?:区|市|县|州|旗|盟|省|乡镇|街道|镇|乡|自治区){group}"
    office = rf"(?:{listed('departments')})[\u4e00-\u9fff]{{0,14}}(?:厅|局|委|委员会|办公室|办)"
    ends = rf"(?:{listed('organs')}|[\u4e00-\u9fff]{{2,8}}主管部门|{office})"
    return _Shapes(
        body=re.compile(rf"(?:{listed('endings')})(?:\([^()]*\))*$"),
        district=re.compile(rf"[\u4e00-\u9fff]{{0,14}}{place}"),
        organ=re.compile(rf"([\u4e00-\u9fff]{{0,14}}{place})({ends})(?:\([^()]*\))?"),
        office=re.compile(office),
        zone_organ=re.compile(
            rf"[\u4e00-\u9fff]{{0,20}}(?:{listed('zones')}|[\u4e00-\u9fff]区)({listed('zone_organs')})"
        ),
        zone=re.compile(rf"[\u4e00-\u9fff]{{0,20}}(?:{listed('zones')})"),
        collective=re.compile(rf"(?:{nouns}){group}(?:{ends}|{listed('zone_organs')}|办事处|党工委)?{group}"),
        sharing=re.compile(rf"(.{{0,16}}?(?:{listed('sharing')}))((?:{nouns}){group}.{{0,8}})"),
        department=re.compile(rf"{office}|{listed('unions')}"),
        stem=re.compile(rf"[省市区县州]?(?:{listed('departments')})"),
        party=re.compile(rf"(?:{listed('party')})"),
        common=frozenset(words("clauses", "body", "common")),
    )


@lru_cache(maxsize=16_384)  # documents name the same bodies over and over
def is_body(name: str) -> bool:
    """Whether ``name`` (folded) ends like the name of a body."""
    return 2 <= len(name) <= LONGEST and shapes().body.search(name) is not None


def is_common(name: str) -> bool:
    """Whether ``name`` is a noun for a kind of actor (企业, 高校), not a body that can be held to a duty."""
    return name in shapes().common
