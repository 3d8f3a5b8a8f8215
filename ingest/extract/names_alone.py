"""Clauses that say no word of a duty: brackets of nothing but names behind a measure, 。（市教育局、市财政局）."""

import re
from functools import lru_cache

from ingest.document import Span
from ingest.extract.names import is_body
from ingest.extract.statement import Statement

_BETWEEN = re.compile("[、,; ]")
_LIST = (
    r"((?:[^()\n。:《“\d]|\([^()\n]{1,30}\)){3,400}(?:[,;](?:到|于)?20\d\d年[^()\n。、:]{1,16})?)\)(?=[ \t]*(?:\n|$))"
)
_NAMES_ALONE = re.compile(rf"\((?<=[。;!?]\(){_LIST}")
_LINE_OF_NAMES = re.compile(rf"\n[ \t]*\({_LIST}")
_GOVERNMENT = re.compile(
    r"(?:[省市区县州镇国]|自治区).*(?:[厅局委办部署]|政府)$|.{1,14}(?:政府|管委会|行署)$|.{1,9}(?:部|委|总局)$"
)
_OFFICE = re.compile("[\u4e00-\u9fff]{3,}[局厅]")  # of a zone, whose offices say no 区: 科技创新局
_AND_OTHERS = re.compile(
    r"等(?:[^、,;]{0,6}(?:部门|单位))?(?=[、,;]|$)|[、,;](?:按照?(?:各自)?职责(?:分工)?|[到于]?20\d\d年.+)$"
)
_NESTED = re.compile(r"\([^()]*\)")


def names_alone(folded: str, start: int, end: int, *, others: bool = False) -> list[Statement]:
    """Brackets of nothing but names behind the last sentence of a paragraph or on a line: 。（市教育局、市财政局）.

    One alone may explain something; a document that assigns its measures so does it again and again, or does it in
    other words as well (``others``).
    """
    found = [
        Statement(Span(match.start(1) - 1, match.end()), Span(*match.span(1)), "names")
        for pattern in (_NAMES_ALONE, _LINE_OF_NAMES)
        for match in pattern.finditer(folded, start, end)
        if _are_names(match[1]) and (pattern is _NAMES_ALONE or _BETWEEN.search(match[1]))
    ]
    return found if others or len(found) > 1 else []


@lru_cache(maxsize=4096)  # a document says the same list many times
def _are_names(words: str) -> bool:
    """Whether a bracket holds a list of bodies: one surely of the government, or all offices and other bodies."""
    names = [name for name in _BETWEEN.split(_NESTED.sub("", _AND_OTHERS.sub("", words))) if name]
    known = sum(map(is_body, names))
    if any(map(_GOVERNMENT.match, names)):
        return 5 * known >= 4 * len(names)
    return known == len(names) and any(map(_OFFICE.fullmatch, names))
