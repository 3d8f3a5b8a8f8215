"""Whose document it is, and what its bodies are called in full: 市教育局 in a Guiyang document is 贵阳市教育局."""

import re
from dataclasses import dataclass

from ingest.document import Header, SourceText

_REGION = re.compile(r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|市|地区|盟|自治县|自治旗|县|旗|区))+")
_LAST = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|市|地区|盟|自治县|自治旗|县|旗|区)$")


@dataclass(frozen=True, slots=True)
class Place:
    """The place a document speaks for. ``jurisdiction`` is 全国 for central bodies, None where it is not known."""

    jurisdiction: str | None
    level: str | None = None  # nation | province | prefecture | county
    province: str | None = None
    short: str | None = None


def place_of(header: Header, source: SourceText) -> Place:
    """The place of the issuer, else of the number, else of the title."""
    for words in (*header.issuers, header.title or "", source.name):
        if words.startswith(("国务院", "中共中央", "国家", "中华人民共和国")):
            return Place("全国", "nation")
        match = _REGION.match(words)
        if match and (last := _LAST.search(match[0])):
            name = last[0]
            level = (
                "province"
                if name.endswith(("省", "自治区"))
                else "county"
                if name.endswith(("县", "区", "旗"))
                else "prefecture"
            )
            return Place(name, level, name if level == "province" else None, re.sub(r"(?:省|市|区|县)$", "", name))
    return Place(None)


def resolve_name(name: str, place: Place) -> str:
    """``name`` with its place in front, where it has none and the document's place is known."""
    where = place.jurisdiction
    if (
        where is None
        or place.level == "nation"
        or name.startswith(where)
        or (place.short and name.startswith(place.short))
    ):
        return name
    mark = where[-1]
    if name.startswith(f"团{mark}委"):
        return "团" + where + name[2:]
    if name.startswith(mark) and not name.startswith("市场监管"):
        return where + name[1:]
    if name.startswith(("各", "有关", "相关")) or re.match(r"\d", name):
        return where + name
    if place.level == "province" and name.endswith("厅"):
        return where + name
    return name
