"""Who has which role: a clause's words as lists of bodies, each list with what its label or verb says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Role, Span
from ingest.extract.cues import cues, role_of
from ingest.extract.names import LONGEST, is_body

_LONGEST_CHUNK = 4 * LONGEST
# 各区、县(市)政府 is one body: a district and a county-level city are of one rank, and the 、 stands inside the name.
_WITHIN_NAME = re.compile(
    r"各(?:区|县)、(?:县|区)\((?:市|区|旗|特区)(?:、(?:市|区|旗|特区))*\)"
    r"|党委、(?:人民)?政府|党工委、管委会"
    r"|(?:相关|有关)(?:市|区|县)、(?:县|区)\((?:市|区|旗)(?:、(?:市|区|旗))*\)"
)
_ROLE_BRACKET = re.compile(r"[(〈]([^()〈〉]{2,12})[)〉]$")
_DATED = re.compile(
    r"(?:到|于|截至|自|力争|在|并|按照|按|根据|今年|明年|当年|全年|年内|立即|逐步)*+"
    r"(?:(?:[12]\d{3}|[一二][〇零○一二三四五六七八九]{3}) ?年|\d{1,2} ?月|年底|长期|常态|持续"
    r"|立行立改|即时|每年|\d+ ?年内|计划|序时|时间节点|工作进度)|(?:今年|全年|年内|立即|逐步)"
)
_SCHEDULE = re.compile(
    r"(?:前|底|末|完成|成效|到位|推进|坚持|开展|整改|实施|落实|见效|启动|年|月|日|度|内|化|上半年|下半年|季度)$"
)


@dataclass(slots=True)
class Entry:
    """A stretch of a list between two separators, which mostly holds one body. ``word`` is the role as written."""

    span: Span
    role: Role | None
    word: str | None
    group: int
    after: str = ""  # the separator in front of it


@dataclass(slots=True)
class Roles:
    """The entries of a clause in text order. ``labelled``: a label stood in front; ``verbs``: a verb behind."""

    entries: list[Entry] = field(default_factory=list)
    labelled: bool = False
    verbs: int = 0
    unsaid: bool = False  # some bodies have neither label nor verb
    odd: list[Span] = field(default_factory=list)  # stretches that are no list of bodies


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    end: int
    before: str


def _chunks(text: str) -> Iterator[_Chunk]:
    """The stretches between separators that stand outside brackets."""
    kept = {text.index("、", match.start()) for match in _WITHIN_NAME.finditer(text)}
    start, depth, before = 0, 0, ""
    for match in cues().separator.finditer(text):
        mark = match[0]
        if mark and mark in "(〈":
            depth += 1
        elif mark and mark in ")〉":
            depth = max(0, depth - 1)
        elif depth == 0 and match.start() not in kept:
            yield _Chunk(start, match.start(), before)
            start, before = match.end(), mark
    yield _Chunk(start, len(text), before)


def read_roles(text: str, offset: int = 0) -> Roles:
    """The lists of a clause's content ``text`` (folded, outer brackets and notes taken off).

    Spans are shifted by ``offset``. Roles are as the words say; what says nothing is left None for the caller.
    """
    return _Reader(text, offset).read()


class _Reader:
    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        self.found = Roles()
        self.group = 0
        self.label: tuple[Role, str] | None = None
        self.together: str | None = None
        self.passing = False
        self.open: list[Entry] = []  # entries whose verb is still to come
        self.said = False  # a verb has been read since the label

    def read(self) -> Roles:
        for chunk in _chunks(self.text):
            if chunk.before in (";", "。"):
                self.passing = False
                if self.label:
                    self._close(None, None)
            self._chunk(chunk.start, chunk.end, chunk.before)
        self._close(None, None)
        return self.found

    def _chunk(self, start: int, end: int, before: str) -> None:
        start, end = self._trim(start, end, " 　")
        if start >= end:
            return
        words = self.text[start:end]
        if end - start > _LONGEST_CHUNK:
            self.found.odd.append(Span(self.offset + start, self.offset + end))
            return
        if cues().ignored.match(words) or cues().deadline.match(words):
            self._close(None, None)
            self.passing, self.label = True, None
            return
        if match := cues().label.match(words):
            self._close(None, None)
            word = match[1] or match[2]
            self.label, self.passing, self.together = (cues().label_role[word], word), False, None
            self.said = False
            self.found.labelled = True
            self._chunk(start + match.end(), end, "")
            return
        if self.passing:
            return
        if _DATED.match(words) and _SCHEDULE.search(words) and not is_body(words):
            return
        self._bodies(start, end, before)

    def _bodies(self, start: int, end: int, before: str) -> None:
        """A stretch of bodies, perhaps with verbs behind, between or in brackets."""
        words = self.text[start:end]
        if (match := cues().together.search(words)) and self._divides(words, match):
            self._bodies_if_any(start, start + match.start(), before)
            self.together = match[0]
            self._bodies_if_any(start + match.end(), end, "")
            return
        for match in cues().between.finditer(words):
            tail = cues().verb.search(words, match.end())
            rest = words[match.end() : tail.start() if tail else len(words)]
            if is_body(words[: match.start()]) and is_body(rest) and rest[0] in "市省区县州国各有相中":
                self._bodies(start, start + match.end(), before)
                self._bodies(start + match.end(), end, ",")
                return
        if (inner := _ROLE_BRACKET.search(words)) and (cues().only_verb.fullmatch(inner[1])) and role_of(inner[1]):
            self._add(start, start + inner.start(), before, role_of(inner[1]), inner[1])
            self.found.verbs += 1
            return
        tail = cues().verb.search(words)
        if tail is None:
            self._add(start, end, before)
            return
        said = tail[0].strip()
        self._add(start, start + tail.start(), before)
        if role := role_of(said):
            self._keep_labelled()
            self._close(role, said)
            self.said = True
            self.found.verbs += 1

    def _bodies_if_any(self, start: int, end: int, before: str) -> None:
        start, end = self._trim(start, end)
        if start < end:
            self._bodies(start, end, before)

    def _divides(self, words: str, match: "re.Match[str]") -> bool:
        left = cues().adverb.sub("", words[: match.start()])
        verb = cues().verb.search(left)
        left = left[: verb.start()] if verb else left
        return not left or is_body(left) or left.endswith("等") or left in "并联合由"

    def _add(self, start: int, end: int, before: str, role: Role | None = None, word: str | None = None) -> None:
        start, end = self._trim(start, end)
        if start >= end:
            return
        if role is None and self.together:
            role, word = "support", self.together
        entry = Entry(Span(self.offset + start, self.offset + end), role, word, self.group, before)
        self.found.entries.append(entry)
        self.open.append(entry)

    def _keep_labelled(self) -> None:
        """责任单位：A、B，C配合: the verb is C's; what stands before the comma has the role of the label."""
        commas = [index for index, entry in enumerate(self.open) if entry.after == ","]
        if self.label and not self.said and commas and commas[-1]:
            role, word = self.label
            for entry in self.open[: commas[-1]]:
                entry.role, entry.word = entry.role or role, entry.word or word
                entry.group = self.group
            self.group += 1
            self.open = self.open[commas[-1] :]
            for entry in self.open:
                entry.group = self.group

    def _close(self, role: Role | None, word: str | None) -> None:
        """Give ``role``, else the label's, to the entries since the last verb or label."""
        if role is None and self.label:
            role, word = self.label
        for entry in self.open:
            if entry.role is None:
                entry.role, entry.word = role, word
                self.found.unsaid = self.found.unsaid or role is None
        if self.open:
            self.group += 1
        self.open, self.together = [], None

    def _trim(self, start: int, end: int, blanks: str = " 　:") -> tuple[int, int]:
        while start < end and self.text[start] in blanks:
            start += 1
        while end > start and self.text[end - 1] in blanks:
            end -= 1
        return start, end
