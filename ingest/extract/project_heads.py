"""Where the heads of names stand (平台, 大赛), found in one pass, and the few sentences that are worth reading."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.extract.lexicon import any_of, words
from ingest.frozen import dataclass

_HEADS = tuple(sorted({*words("projects", "heads", "strong"), *words("projects", "heads", "medium")}, key=len))
# What a head may end with, in three characters where it has as many, else two: the heads that do, the longest first.
_BY_END: dict[str, tuple[str, ...]] = {
    end: tuple(head for head in reversed(_HEADS) if head == end[-2:] or (len(end) > 2 and head.endswith(end)))
    for end in {head[-3:] for head in _HEADS}
}
_SHORT = {head for head in _HEADS if len(head) == 2}
_LONG_ENDS = _BY_END.keys() - _SHORT
# Behind a head these make another word of it: 工程师, 平台经济, 中心城市.
NOT_BEHIND = f"(?!{any_of(words('projects', 'after', 'never'))}|力(?!度)|人才(?!联盟|基金)|技术(?:研究)?中心)"
# What may follow a name: a mark, or a word that goes on with the sentence.
VERSION = r"[Vv]?\d{1,2}\.\d"  # 公共服务平台V3.0
AFTER = rf"(?=[^\u3400-\u9fffA-Za-z\d]|\Z|{VERSION}|{any_of(words('projects', 'after', 'words'))})"


def _one_of(characters: Iterator[str]) -> str:
    return "[" + re.escape("".join(sorted(set(characters)))) + "]"


# Looks for the last character, then back at those before it: ``re`` tries sets several times as fast as words.
_HEAD_END = re.compile(
    rf"{_one_of(h[-1] for h in _HEADS)}(?<={_one_of(h[-2] for h in _HEADS)}.)"
    rf"(?:(?<={_one_of(h[0] for h in _SHORT)}.)(?<=(?:{any_of(_SHORT)}))"
    rf"|(?<={_one_of(end[0] for end in _LONG_ENDS)}..)(?<=(?:{any_of(_LONG_ENDS)})))" + NOT_BEHIND + AFTER
)
_KIND_OF_LIST = re.compile(rf"等[\u3400-\u9fff]{{0,4}}?(?:{any_of(words('projects', 'categories', 'words'))})")
_SENTENCE_ENDS = "。;\t!?"  # of folded text, beside line breaks
_REACH = 800  # characters of a sentence looked at on either side, which keeps what reads whole sentences linear


Head = tuple[int, int, str]  # where a head noun begins and ends, and its word


class Quotation(NamedTuple):
    """A quotation that may be a name, up to behind its ``head`` if one follows; ``inner`` is what its marks hold."""

    start: int
    end: int
    head: str
    inner: str


@dataclass(frozen=True, slots=True)
class Promising:
    """A sentence in which names may stand: its heads and quotations, and whether it ends a list in a kind."""

    start: int
    end: int
    heads: Sequence[Head]
    quotations: Sequence[Quotation]
    lists: bool


def promising(text: str, quotations: Sequence[Quotation]) -> Iterator[Promising]:
    """The sentences of ``text`` that hold a head, one of ``quotations`` or a list that ends in a kind, in order."""
    heads = [found for match in _HEAD_END.finditer(text) if (found := _head_at(text, match.end()))]
    lists = [match.start() for match in _KIND_OF_LIST.finditer(text)]
    head_ends = [end for _, end, _ in heads]
    quotes = [quotation.start for quotation in quotations]
    places = sorted([*head_ends, *quotes, *lists])
    ended = text
    for mark in _SENTENCE_ENDS:
        ended = ended.replace(mark, "\n")
    done, head, quote, listed = -1, 0, 0, 0
    for at in places:
        if at <= done:
            continue
        floor = max(done, at - _REACH, 0)
        behind_stop = ended.rfind("\n", floor, at) + 1
        start = behind_stop or floor
        end = ended.find("\n", at, at + _REACH)
        if end < 0:
            end = min(len(text), at + _REACH)
        first, head = head, bisect_right(head_ends, end, head)
        quoted, quote = quote, bisect_right(quotes, end, quote)
        kinds, listed = listed, bisect_right(lists, end, listed)
        within = heads[first:head]
        if not behind_stop:  # the sentence is cut, perhaps through a head
            within = [one for one in within if one[0] >= start]
        yield Promising(start, end, within, quotations[quoted:quote], listed > kinds)
        done = end


def _head_at(text: str, end: int) -> Head | None:
    """The longest head that ends at ``end``, if one does."""
    for word in _BY_END.get(text[end - 3 : end], ()):
        if text.endswith(word, 0, end):
            return end - len(word), end, word
    word = text[end - 2 : end]
    return (end - 2, end, word) if word in _SHORT else None
