"""Clauses that say no word of a duty: brackets of nothing but names behind a measure, 。（市教育局、市财政局）."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.document import Span
from ingest.extract.conventions import find_conventions
from ingest.extract.names import is_body
from ingest.extract.statement import Statement

_BETWEEN = re.compile("[、,; ]")
_LIST = (
    r"((?:[^()\n。:《“\d]|\([^()\n]{1,30}\)|\d{1,2}(?=个?[市县区州旗镇乡])){3,400}"
    r"(?:[,;](?:到|于)?20\d\d年[^()\n。、:]{1,16}"
    r"|[。;,][^()\n。]{4,40}(?:下同|[头办](?:单位|部门)))?)\)(?=[ \t]*(?:\n|$))"
)
_OPENS = re.compile(r"\((?<=[。;!?]\()")
_NAMES_ALONE = re.compile(rf"\({_LIST}")
_LINE_OF_NAMES = re.compile(rf"\n[ \t]*\({_LIST}")
_GOVERNMENT = re.compile(
    r"(?:[省市区县州镇国]|自治区).*(?:[厅局委办部署]|政府)$|.{1,14}(?:政府|管委会|行署)$|.{1,9}(?:部|委|总局)$"
)
_OFFICE = re.compile("[\u4e00-\u9fff]{3,}[局厅]")  # of a zone, whose offices say no 区: 科技创新局
_AND_OTHERS = re.compile(
    r"等(?:[^、,;]{0,6}(?:部门|单位))?(?=[、,;]|$)|[、,;](?:按照?(?:各自)?职责(?:分工)?|[到于]?20\d\d年.+)$"
)
_PLACED = re.compile("[\u4e00-\u9fff]{2,6}[区县市州旗盟](?:人民)?政府")
_SHORT = 4  # characters of a place without its rank
_NESTED = re.compile(r"\([^()]*\)|〈[^〈〉]*〉")


def names_alone(folded: str, start: int, end: int, taken: Sequence[Statement] = ()) -> list[Statement]:
    """Brackets of nothing but names behind the last sentence of a paragraph or on a line: 。（市教育局、市财政局）.

    One alone may explain something; a document that assigns its measures so does it again and again, or does it in
    other words as well: the statements ``taken``.
    """
    read = {statement.span.start for statement in taken}
    found = [
        match
        for opening in _OPENS.finditer(folded, start, end)
        if opening.start() not in read
        and (match := _NAMES_ALONE.match(folded, opening.start(), end))
        and _are_names(match[1])
    ]
    found += [
        match
        for match in _LINE_OF_NAMES.finditer(folded, start, end)
        if _are_names(match[1]) and _BETWEEN.search(match[1])
    ]
    if len(taken) > 1 or len(found) > 1 or any(_convention(match[1]) for match in found):
        return [Statement(Span(m.start(1) - 1, m.end()), Span(*m.span(1)), "names") for m in found]
    return []


def _convention(words: str) -> Span | None:
    """Where a list declares who leads (排名第一的为牵头单位，下同): it is one of duties for sure."""
    return next((found.span for found in find_conventions(words)), None)


@lru_cache(maxsize=4096)  # a document says the same list many times
def _are_names(words: str) -> bool:
    """Whether a bracket holds a list of bodies: one surely of the government, or all offices and other bodies."""
    if declared := _convention(words):
        words = words[: declared.start].rstrip("。;, ")
    names = [name for name in _BETWEEN.split(_NESTED.sub("", _AND_OTHERS.sub("", words))) if name]
    known = sum(map(is_body, names)) + _short_places(names)
    if any(map(_GOVERNMENT.match, names)):
        return 5 * known >= 4 * len(names)
    return known == len(names) and any(map(_OFFICE.fullmatch, names))


def _short_places(names: Sequence[str]) -> int:
    """How many names are but places that share what the next one has: 禅城、南海、三水区政府."""
    found, shared = 0, False
    for name in reversed(names):
        known = is_body(name)
        found += not known and shared and len(name) <= _SHORT
        shared = _PLACED.fullmatch(name) is not None or (shared and not known)
    return found
