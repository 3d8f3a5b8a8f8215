"""Duties stated once for all tasks: 以下均需各区〔县、市〕政府落实，不再列出."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.document import Role, Span
from ingest.extract.cues import cues, role_of
from ingest.extract.lexicon import any_of, lexicon

_STOP = re.compile(r"[。;\n]")
_REACH = 160  # characters between 以下 and 不再列出
_NEEDS = re.compile(
    r"(?:(?:各项|各)?(?:工作|任务|措施|政策|内容|事项|条款|重点任务|责任单位|举措|条目|责任部门)(?:中|里)?)*,?"
    r"(?:还|也)?(?:均|都|皆|一律)?(?:还|也)?(?:需要|须要|需|须|应|要|由|请|涉及到|涉及|含|包括|包含|为|是|有)*(?:由|各由)?"
)
_TAIL = re.compile(r"(?:等)?(?:均|都)?(?:需|须|要|应)?,?(?:以下|下文|后文|下同|[文表]中|表内)?,?$")
# 以上任务均需各县(市、区)政府落实: the same without 不再列出.
_ALL_NEED = re.compile(
    r"(?:以[上下]|上述|下列|所有)(?:各项)?(?:任务|工作|措施|事项)?均需(?P<units>各(?:[^,;。、()\n]|、|\([^()\n]{1,20}\)){1,40}?)"
    r"(?P<verb>落实|配合|参与|负责|负责落实|配合落实)(?=[,;。)\n]|$)"
)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A statement that binds bodies everywhere: where it stands, where its list does, the role its verb says."""

    span: Span
    units: Span
    role: Role | None
    word: str | None


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    vocabulary = lexicon("clauses")["vocabulary"]
    again = re.compile(rf"(?:{any_of(vocabulary['not_again'])})(?:,?(?:下同|以下同))?")
    return again, re.compile(any_of(vocabulary["all_tasks"]))


def find_everywhere(folded: str, start: int = 0, end: int | None = None) -> Iterator[Everywhere]:
    """The statements in ``folded[start:end]`` that some bodies have a duty in all tasks, without repeating it."""
    again, tasks = _ends()
    stop = len(folded) if end is None else end
    done = start
    for match in _ALL_NEED.finditer(folded, start, stop) if folded.find("均需各", start, stop) >= 0 else ():
        if not again.match(folded, match.end() + (folded[match.end() : match.end() + 1] == ",")):
            yield Everywhere(Span(*match.span()), Span(*match.span("units")), role_of(match["verb"]), match["verb"])
    if folded.find("不", start, stop) < 0:
        return
    for match in again.finditer(folded, start, stop):
        near = max(done, match.start() - _REACH)
        for boundary in _STOP.finditer(folded, near, match.start()):
            near = boundary.end()
        opening = next((m for m in tasks.finditer(folded, near, match.start()) if match.start() - m.end() > 2), None)
        first = opening.start() if opening else _last_part(folded, near, match.start())
        begin = opening.end() if opening else first
        if opening and (named := _named_before(folded, near, opening.start(), match.start())):
            done = match.end()
            yield Everywhere(Span(named[0].start, match.end()), *named)
            continue
        needs = _NEEDS.match(folded, begin, match.start())
        begin = needs.end() if needs else begin
        tail = _TAIL.search(folded, begin, match.start())
        finish = tail.start() if tail else match.start()
        verb = cues().verb.search(folded, begin, finish)
        said = verb[0].strip() if verb else ""
        role = role_of(said)
        finish = verb.start() if verb else finish
        tail = _TAIL.search(folded, begin, finish)
        finish = tail.start() if tail else finish
        done = match.end()
        if begin < finish:
            yield Everywhere(Span(first, match.end()), Span(begin, finish), role, said if role else None)


_IS = re.compile(r"(?:均|都)?(?:为|是|作为|系)$")
_PARTNER = re.compile(
    r"的?(?:共同|主要|具体)?(?P<word>责任|牵头|配合|落实|参与|实施|协同|承办|负责)(?:单位|部门|主体),?(?:以下)?,?"
)


def _named_before(folded: str, start: int, opening: int, end: int) -> tuple[Span, Role | None, str | None] | None:
    """The bodies of 各区政府为所有任务的责任单位, which stand before what they are bound to; their role, its word."""
    verb = _IS.search(folded, start, opening)
    noun = next((m for m in _PARTNER.finditer(folded, opening, end) if m.end() >= end), None)
    if verb is None or noun is None:
        return None
    first = max(start, folded.rfind(",", start, verb.start()) + 1, folded.rfind(":", start, verb.start()) + 1)
    return (
        (Span(first, verb.start()), role_of(noun["word"]) or "responsible", noun["word"])
        if first < verb.start()
        else None
    )


def _last_part(folded: str, start: int, end: int) -> int:
    """Where the part of the sentence begins that says 均 (各区政府均需落实,以下不再列出), in its own bracket."""
    depth, said = 0, False
    for at in range(end - 1, start - 1, -1):
        character = folded[at]
        if character == ")":
            depth += 1
        elif character == "(":
            if depth == 0:
                return at + 1
            depth -= 1
        elif character in "均都":
            said = True
        elif said and depth == 0 and character in ",:":
            return at + 1
    return start
