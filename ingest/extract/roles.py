"""Who has which role: a clause's words as lists of bodies, each list with what its label or verb says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Role, Span
from ingest.extract.chunks import LONGEST_CHUNK, look, split
from ingest.extract.cues import cues
from ingest.extract.names import is_body

# 各区、县(市)政府 is one body: a district and a county-level city are of one rank, and the 、 stands inside the name.
_WITHIN_NAME = re.compile(
    r"各(?:区|县)、(?:县|区)\((?:市|区|旗|特区)(?:、(?:市|区|旗|特区))*\)"
    r"|党委、(?:人民)?政府|党工委、(?:管委会|办事处)"
    r"|(?:相关|有关)(?:市|区|县)、(?:县|区)\((?:市|区|旗)(?:、(?:市|区|旗))*\)"
)

_PARTS = re.compile("[,;]")


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


def _chunks(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches between separators that stand outside brackets: start, end, the separator in front."""
    kept = {text.index("、", match.start()) for match in _WITHIN_NAME.finditer(text)} if "、" in text else set()
    colons = text.count(":")
    plain = colons == 0 or (colons == 1 and cues().label.match(text) is not None)
    separator = cues().mark if plain else cues().separator
    start, depth, before = 0, 0, ""
    for match in separator.finditer(text):
        mark = match[0]
        if mark and mark in "(〈":
            depth += 1
        elif mark and mark in ")〉":
            depth = max(0, depth - 1)
        elif depth == 0 and match.start() not in kept:
            yield start, match.start(), before
            start, before = match.end(), mark
    yield start, len(text), before


def _is_grouped(text: str) -> bool:
    """Whether each part of a list ends with a role in brackets, which is that of the part: A、B（牵头），C（配合）."""
    parts = _PARTS.split(text.rstrip(" 。")) if "(" in text else []
    return len(parts) > 1 and all(part.endswith(")") and split(part, False).kind == "bracket" for part in parts)


def read_roles(text: str, offset: int = 0) -> Roles:
    """The lists of a clause's content ``text`` (folded, outer brackets and notes taken off).

    Spans are shifted by ``offset``. Roles are as the words say; what says nothing is left None for the caller.
    """
    return _Reader(text, offset).read()


class _Reader:
    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        self.found = Roles()
        self.grouped = _is_grouped(text)
        self.group = 0
        self.label: tuple[Role, str] | None = None
        self.together: str | None = None
        self.passing = False
        self.open: list[Entry] = []  # entries whose verb is still to come
        self.said = False  # a verb has been read since the label

    def read(self) -> Roles:
        for start, end, before in _chunks(self.text):
            if before in (";", "。"):
                self.passing = False
                if self.label:
                    self._close(None, None)
            elif before == ",":
                self.together = None  # A会同B,C负责: only B is brought in
            self._chunk(start, end, before)
        self._close(None, None)
        return self.found

    def _chunk(self, start: int, end: int, before: str) -> None:
        start, end = self._trim(start, end, " 　")
        if start >= end:
            return
        if self.text[start] == "在" and self.text.endswith("指导下", start, end):
            start, end = start + 1, end - 1  # 在市委统战部指导下
        if end - start > LONGEST_CHUNK:
            self.found.odd.append(Span(self.offset + start, self.offset + end))
            return
        seen = look(self.text[start:end])
        if seen.kind == "label" and seen.role:
            self._begin(seen.role, seen.word)
            self._chunk(start + seen.at, end, "")
        elif seen.kind == "other label":
            self._close(None, None)
            self.passing, self.label = True, None
        elif seen.kind == "level":
            self._chunk(start + seen.at, end, before)
        elif not self.passing and seen.kind != "date":
            self._bodies(start, end, before)

    def _begin(self, role: Role, word: str) -> None:
        """A label: what stands before the first one and is no body (见附件1,责任单位:…) is no list."""
        if not self.found.labelled and self.open:
            names = [self.text[e.span.start - self.offset : e.span.end - self.offset] for e in self.open]
            if not any(map(is_body, names)):
                self.found.entries, self.open = [], []
        self._close(None, None)
        self.label, self.passing, self.together = (role, word), False, None
        self.said = False
        self.found.labelled = True

    def _bodies(self, start: int, end: int, before: str) -> None:
        """A stretch of bodies, perhaps with verbs behind, between or in brackets."""
        cut = split(self.text[start:end], bool(self.label))
        if cut.kind == "plain":
            self._add(start, end, before)
        elif cut.kind == "together":
            self._bodies_if_any(start, start + cut.at, before)
            self.together = cut.word
            self._bodies_if_any(start + cut.until, end, "")
        elif cut.kind == "two":
            self._bodies(start, start + cut.at, before)
            self._bodies(start + cut.at, end, ",")
        elif cut.kind == "bracket":
            self._add(start, start + cut.at, before, cut.role, cut.word)
            if self.grouped:
                self._close(cut.role, cut.word)
            self.found.verbs += 1
        elif cut.kind == "in front" and self.open:
            self._say(cut.role, cut.word)
            self._bodies(start + cut.until, end, ",")
        else:
            self._add(start, start + cut.at if cut.kind == "verb" else end, before)
            if cut.role and cut.kind == "verb":
                self._keep_labelled()
                self._keep_unsaid(cut.role)
                self._say(cut.role, cut.word)

    def _say(self, role: Role | None, word: str) -> None:
        self._close(role, word)
        self.said = True
        self.found.verbs += 1

    def _bodies_if_any(self, start: int, end: int, before: str) -> None:
        start, end = self._trim(start, end)
        if start < end:
            self._bodies(start, end, before)

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

    def _keep_unsaid(self, role: Role) -> None:
        """A、B，C配合: somebody must have what C only helps with, so that the verb is C's alone."""
        commas = [index for index, entry in enumerate(self.open) if entry.after in (",", ";")]
        if role == "support" and not (self.label or self.said) and commas and commas[-1]:
            for entry in self.open[: commas[-1]]:
                entry.role = entry.role or "responsible"
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
