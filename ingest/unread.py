"""Statements that look like 责任单位 and were not read as a clause: they are named in a warning, never lost."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Span, Structure

# (责任单位：…), (…牵头，…配合): a label in front or a verb at the end, and the ending of a body's name between.
_BRACKET = re.compile(r"\((?P<inside>(?:[^()\n]|\([^()\n]{0,40}\)){4,400})\)")
_ACTS = "责任|牵头|配合|主办|协办|承办|落实|负责|参与|参加|实施|协助|组织实施"
_LABEL = re.compile(r"(?:责任|牵头|配合|主办|协办|承办|落实|负责|参与|参加|实施)(?:单位|部门|处室|科室|主体)?:")
_VERB = re.compile(r"(?:负责|牵头|配合|参与|落实|协助|承办|协办|组织实施)(?:落实|实施)?[,;。]?$")
_BODY = re.compile(
    r"[局委办厅署院府行会](?:[、,;:()]|$|牵头|负责|配合|参与|按|等|分)|(?:单位|部门|街道|乡镇|公司|中心)"
)
_PROSE = re.compile(r"[。!?]|(?:应当|应该|可以|不得|是指|以下|包括|不含)|.由")
_LINE = re.compile(r" *(?P<inside>(?:责任|牵头|配合|主办|协办|承办)(?:单位|部门):[^\n]{2,200})")
# What none of them does without: a label in front, or a verb before the closing bracket. Few lines have one outside a
# clause, and only those are read.
_SIGN = re.compile(rf"(?:{_ACTS})(?:单位|部门|处室|科室|主体)?(?:落实|实施)?(?::|[,;。]?\))")
_BEFORE_END = "任头合办实责与加施助位门室体,;。"  # what stands before the last character of a sign
# A pattern for each last character, because one is quicker to look for than two.
_ENDS = tuple(re.compile(rf"{mark}(?<=[{_BEFORE_END}].)") for mark in (":", r"\)"))
_LONGEST_SIGN = 12
_NAMED = 5  # statements that a warning quotes
_QUOTED = 60  # characters of each


def unread_statements(structure: Structure, read: Iterable[Span]) -> Iterator[Span]:
    """Brackets and lines of the body that look like a responsibility statement and overlap nothing of ``read``."""
    folded, body = structure.source.folded, structure.body
    known = sorted((span.start, span.end) for span in read)
    done = body.start  # the line up to here is read
    for sign in _signs(folded, body, known):
        if sign[0] < done or _overlaps(known, sign):
            continue
        start = max(body.start, folded.rfind("\n", done, sign[0]) + 1)
        done = folded.find("\n", sign[1], body.end)
        done = body.end if done < 0 else done
        line = _LINE.match(folded, start, done)
        for match in (*_BRACKET.finditer(folded, start, done), *([line] if line else [])):
            if not _overlaps(known, match.span()) and _looks_like_one(match["inside"]):
                yield Span(*match.span())


def _signs(folded: str, body: Span, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the signs in ``body`` stand that end outside ``known``; found from their last character.

    It is quick to look for, and no sign holds a second one.
    """
    done, place = body.start, 0
    ends = [match.end() for mark in _ENDS for match in mark.finditer(folded, body.start, body.end)]
    for end in sorted(ends):
        while place < len(known) and known[place][1] < end:
            place += 1
        outside = place == len(known) or end <= known[place][0]
        if outside and (sign := _SIGN.search(folded, max(done, end - _LONGEST_SIGN), end)):
            yield sign.span()
        done = end


def _looks_like_one(inside: str) -> bool:
    assigns = _LABEL.match(inside) or _VERB.search(inside[-8:])
    return bool(assigns and _BODY.search(inside) and not _PROSE.search(inside))


def _overlaps(known: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    index = bisect_right(known, span)
    before = index > 0 and known[index - 1][1] > span[0]
    return before or (index < len(known) and known[index][0] < span[1])


def warning(structure: Structure, read: Iterable[Span]) -> str | None:
    """The warning that names what was not read, None where there is nothing."""
    found = sorted(unread_statements(structure, read))
    if not found:
        return None
    quotes = "；".join(f"“{span.of(structure.source.text)[:_QUOTED]}”" for span in found[:_NAMED])
    more = f"，另有 {len(found) - _NAMED} 处" if len(found) > _NAMED else ""
    return f"有 {len(found)} 处像责任条款而没有读出：{quotes}{more}。"
