"""Counts that a text gives of what it lists, checked against the list: 5个重点项目 must be five names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.document import Span, Structure
from ingest.extract.lexicon import any_of, words
from ingest.extract.searchable import searchable
from ingest.numerals import read_number

# It begins with one set of characters and looks back from there, which the engine searches fast.
_COUNT = re.compile(
    r"[1-9二两三四五六七八九十](?<![0-9.第一二三四五六七八九十百].)[0-9一二三四五六七八九]?"
    rf"(?:{any_of(words('targets', 'counts', 'measures'))})"
)
_NUMBER = re.compile(r"\d+|[二两三四五六七八九十一]+")
_BRACKET = re.compile(r"\([^()\n]{0,200}\)")
_LIST_BEHIND = re.compile(
    r"[^,。;:、()\n\d]{2,14}?(?:\((?P<bracket>[^()\n]{3,200})\)|:(?P<colon>[^,。;:\n]{3,300})[。;\n])"
)
_NOUN_BEHIND = re.compile(rf"(?!{any_of(words('targets', 'counts', 'not_behind'))})[\u4e00-\u9fff]{{2}}")
_NO_LIST = re.compile(rf"(?:{any_of(words('targets', 'counts', 'no_list'))})")
_NOT_BEFORE = re.compile(rf"(?:{any_of(words('targets', 'counts', 'not_before'))})\Z")
_GOAL = re.compile(any_of(words("targets", "goals", "verbs")))
_AND = re.compile("和|与|及")
_OTHER_COUNT = re.compile(
    rf"[“”‘’\"《》\d]|[一二两三四五六七八九十](?:{any_of(words('targets', 'counts', 'measures'))})"
)
_FULL_COVERAGE = "全覆盖"
_LONGEST_LIST = 160
_LIST_STOPS = ",。;:\n"  # none of them stands in a list


def check_counts(structure: Structure, text: str | None = None) -> tuple[str, ...]:
    """A Chinese warning with its quote for each count that differs from the list it counts.

    Few and sure: a list that ends in 等, or whose parts cannot be told, is let alone. ``text`` is what is searched,
    where it is there already.
    """
    text = searchable(structure) if text is None else text
    original = structure.source.text
    found: list[str] = []
    for match in _COUNT.finditer(text):
        said = _said(match[0])
        if said < 2:
            continue
        for span, listed in (*_behind(text, match), *_before(text, match), *_coverages(text, match)):
            if said not in listed:
                counted = str(listed[0]) if len(listed) == 1 else f"{listed[0]}至{listed[-1]}"
                found.append(f"数量与列举不符：“{span.of(original)}”写明{said}，列出{counted}。")
    return tuple(found)


@lru_cache(maxsize=1024)  # 三个, 五项: documents count in few words
def _said(count: str) -> int:
    number = _NUMBER.match(count)
    return int(read_number(number[0]) or 0) if number else 0


def _behind(text: str, count: re.Match[str]) -> Iterator[tuple[Span, range]]:
    """三个领域(教育、医疗、养老), 三个领域:教育、医疗、养老."""
    match = _LIST_BEHIND.match(text, count.end())
    if match is None:
        return
    stretch = match["bracket"] or match["colon"]
    if not _NO_LIST.search(stretch) and "、" in stretch:
        names = stretch.split("、")
        if min(map(len, names)) >= 2 and not (match["bracket"] and _GOAL.search(stretch)):
            yield Span(count.start(), match.end("bracket" if match["bracket"] else "colon")), _possible(names)


def _before(text: str, count: re.Match[str]) -> Iterator[tuple[Span, range]]:
    """教育、医疗、养老三个领域, with no 等 and no verb between the last name and the count."""
    at = count.start()
    low = max(0, at - _LONGEST_LIST)
    if text.find("、", low, at) < 0 or not _NOUN_BEHIND.match(text, count.end()):
        return
    start = max(low, *[text.rfind(stop, low, at) + 1 for stop in _LIST_STOPS])
    written = text[start:at]
    if "、" not in written:
        return
    stretch = _BRACKET.sub("", written)
    names = stretch.split("、")
    if _NO_LIST.search(stretch) or _NOT_BEFORE.search(stretch) or _OTHER_COUNT.search(stretch) or "的" in stretch:
        return
    if not _GOAL.search(names[-1]) and not any(_GOAL.search(name) for name in names[1:]):
        yield Span(start, count.end()), _possible(names)


def _coverages(text: str, count: re.Match[str]) -> Iterator[tuple[Span, range]]:
    """专网全覆盖、资源全覆盖“两个全覆盖”."""
    if not text.startswith(_FULL_COVERAGE, count.end()):
        return
    low = max(0, count.start() - _LONGEST_LIST)
    start = max(low, *[text.rfind(stop, low, count.start()) + 1 for stop in "。;\n"])
    listed = text.count(_FULL_COVERAGE, start, count.start())
    if listed > 1:
        yield Span(start, count.end() + len(_FULL_COVERAGE)), range(listed, listed + 1)


def _possible(names: list[str]) -> range:
    """How many things ``names`` may be: 和 joins two of them, or stands within one."""
    return range(len(names), len(names) + sum(len(_AND.findall(name)) for name in names) + 1)
