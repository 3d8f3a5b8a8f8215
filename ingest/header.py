"""The head of a document: title, 文号, issuers, date, recipients; and where its body begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.boilerplate import annexes_from, foot_of, is_chrome, is_publicity
from ingest.document import Header, SourceText, Span
from ingest.numbering import Line
from ingest.numerals import find_dates

_BODY = "厅局委会府室院部署办组行社团所站处关司队校法"  # what a body's name ends with, in one character
_UNIT_END = re.compile(rf"(?:[{_BODY}]|中心|公司|集团|指挥部|联席会议|专班|总工会|政府)$")
_STAMP = re.compile(r"\([^()]{0,40}代章\)$|\(代章\)$|\(章\)$|\(盖章\)$|\(印章?\)$")
_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,24}) ?\((?P<year>\d{4})\) ?第? ?0{0,6}(?P<number>\d{1,5}) ?(?P<end>号|$)"
)
_OLD_NUMBER = re.compile(
    r"\((?P<year>\d{2,4})\) ?(?P<code>[\u4e00-\u9fff]{1,12}?)(?:字)? ?第? ?0{0,6}(?P<number>\d{1,5}) ?号"
)
_RECIPIENTS = re.compile(r"[^。;!?]{2,600}:$")
_NOT_RECIPIENTS = re.compile(r"如下:$|^(?:为|现|根据|按照|经)|指出:$|强调:$|通知:$|[一二三四五六七八九十]、")
_NOTICE = re.compile(r"(?:印发|发布|公布|转发|批转)(?P<plan>.+?)的(?:通知|公告|通报|决定|函)$")
_ISSUED_PLAN = re.compile(r"(?:印发|发布|公布|转发|批转)\(?《(?P<plan>.+)》")
_HEAD_LINES = 60


@dataclass(frozen=True, slots=True)
class Head:
    """The header and the line numbers between which the text of the policy and the whole body stand."""

    header: Header
    body: int  # first line after the head
    policy: int  # first line after the title of the attached plan (else = body)
    foot: int  # first line after the body
    boilerplate: tuple[int, ...]  # lines before ``foot`` that are not of the document


def read_head(source: SourceText, lines: Sequence[Line]) -> Head:
    """Everything about the document that stands around its text."""
    reader = _Reader(source, lines)
    return reader.read()


class _Reader:
    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        self.source, self.lines = source, lines
        self.spans: list[tuple[str, Span]] = []
        self.boilerplate: set[int] = set()

    def read(self) -> Head:
        lines = self.lines
        anchor = self._first_words()
        recipients = self._recipients(anchor)
        body = recipients + 1 if recipients is not None else anchor
        title_lines = self._title_lines(recipients if recipients is not None else anchor)
        own_title = "".join(self._text(i) for i in title_lines)
        number = self._number(body)
        signature = self._signature(body, min(len(lines), body + 40))
        foot = foot_of(lines, min(body, len(lines)))
        foot = annexes_from(lines, body, foot)
        plan = self._plan(own_title)
        policy = body
        if plan:
            found = self._find_plan(plan, body, foot)
            if found:
                policy = found[-1] + 1
                self.spans.append(("title", self._join(found)))
                plan = (
                    "".join(self._text(i) for i in found)
                    if self._same("".join(self._text(i) for i in found), plan)
                    else plan
                )
            elif title_lines:
                self.spans.append(("title", self._join(title_lines)))
        elif title_lines:
            self.spans.append(("title", self._join(title_lines)))
        end_signature = self._signature(max(body, foot - 8), foot)
        if policy == body and end_signature:
            signature = end_signature
        if end_signature and signature is None:
            signature = end_signature
        issuers: list[str] = []
        issued_on: str | None = None
        if signature:
            first, date_line, names, issued_on = signature
            issuers = names
            if first >= foot - 8 and policy <= first:
                foot = first
        if not issuers:
            issuers = self._issuers_of_title(own_title)
        if not issued_on or not issuers:
            names, date = self._imprint(body)
            issuers = issuers or names
            issued_on = issued_on or date
        header = Header(
            title=(plan or own_title) or None,
            doc_number=number,
            issuers=tuple(issuers),
            issued_on=issued_on,
            recipients=self._text(recipients) if recipients is not None else None,
            spans=tuple(self.spans),
        )
        return Head(header, body, policy, foot, tuple(sorted(self.boilerplate)))

    def _text(self, index: int) -> str:
        return self.lines[index].span.of(self.source.text)

    def _join(self, indices: Sequence[int]) -> Span:
        return Span(self.lines[indices[0]].span.start, self.lines[indices[-1]].span.end)

    def _same(self, one: str, other: str) -> bool:
        squeeze = str.maketrans("", "", ' \u3000“”"《》')
        return one.translate(squeeze) == other.translate(squeeze)

    def _first_words(self) -> int:
        """The first line of prose: with a full stop in it, or long."""
        for index, line in enumerate(self.lines[:_HEAD_LINES]):
            if re.match(r"(?:一、|第一[章条] ?|\(一\)|1[.、])", line.words):
                return index
            if "。" in line.words and not line.words.startswith("("):
                return index
        return min(len(self.lines), 1)

    def _recipients(self, anchor: int) -> int | None:
        for index in range(max(0, anchor - 3), min(anchor + 1, len(self.lines))):
            words = self.lines[index].words
            if _RECIPIENTS.match(words) and not _NOT_RECIPIENTS.search(words) and not is_chrome(self.lines[index]):
                self.spans.append(("recipients", self.lines[index].span))
                return index
        return None

    def _title_lines(self, anchor: int) -> list[int]:
        picked: list[int] = []
        for index in range(anchor - 1, -1, -1):
            line = self.lines[index]
            plain = line.words
            if (
                self._is_number(plain)
                or is_chrome(line)
                or is_publicity(line)
                or self._is_date(plain)
                or plain.startswith("(")
            ):
                if picked:
                    break
                continue
            if len(plain) > 100 or re.search(r"[。!?;]|:$|文件$", plain):
                break
            picked.insert(0, index)
            if len(picked) > 5 or "关于" in plain[1:]:
                break
        return picked

    def _is_number(self, words: str) -> bool:
        match = _NUMBER.search(words)
        return bool(match and match.end() == len(words) and len(words) < 40)

    def _is_date(self, words: str) -> bool:
        found = next(find_dates(words), None)
        return bool(found and len(words) - (found[0].end - found[0].start) <= 12)

    def _number(self, body: int) -> str | None:
        for index in range(min(len(self.lines), body + 1)):
            match = _NUMBER.search(self.lines[index].words)
            if match and match.end() == len(self.lines[index].words) and len(self.lines[index].words) < 40:
                start = self.lines[index].span.start
                self.spans.append(("doc_number", Span(start + match.start(), start + match.end())))
                return f"{match['code']}〔{match['year']}〕{match['number']}号"
        return None

    def _plan(self, title: str) -> str | None:
        squeezed = re.sub(r"\s+", "", title)
        match = _ISSUED_PLAN.search(squeezed) or _NOTICE.search(squeezed)
        return match["plan"].strip("《》") if match else None

    def _find_plan(self, plan: str, body: int, foot: int) -> list[int] | None:
        """The lines after the notice that are the plan's own title."""
        for index in range(body, min(foot, body + 40)):
            for count in (1, 2, 3):
                if index + count <= foot:
                    joined = "".join(self._text(i) for i in range(index, index + count))
                    if self._same(joined, plan):
                        return list(range(index, index + count))
        return None

    def _signature(self, start: int, end: int) -> tuple[int, int, list[str], str] | None:
        """The lines (first, date line), names and date of the signature: bodies, then a date on its own line."""
        for index in range(start, end):
            words = self.lines[index].words
            found = next(find_dates(words), None)
            if found is None or len(words) - (found[0].end - found[0].start) > 2:
                continue
            names: list[str] = []
            first = index
            while first > start and self._may_sign(self.lines[first - 1].words):
                first -= 1
            pending = ""
            for line in range(first, index):
                words = _STAMP.sub("", self.lines[line].words).strip()
                if not words:
                    continue
                written = self._text(line)[: len(words)]
                if words.startswith("(") and names:
                    names[-1] += written
                    continue
                pending += written
                if _UNIT_END.search(re.sub(r"\([^()]*\)$", "", pending)):
                    names += self._split(pending)
                    pending = ""
            self.spans.append(("issued_on", self.lines[index].span))
            if names:
                self.spans.append(("issuers", Span(self.lines[first].span.start, self.lines[index - 1].span.end)))
            return first, index, names, found[1]
        return None

    def _may_sign(self, words: str) -> bool:
        return (
            len(words) <= 60
            and not re.search(r"[。;:!?]|^《", words)
            and not re.match(r"[一二三四五六七八九十]{1,3}、|\d", words)
        )

    def _split(self, written: str) -> list[str]:
        parts = re.split(r"[ \u3000、]+", written.strip())
        return [part for part in parts if part]

    def _issuers_of_title(self, title: str) -> list[str]:
        match = re.match(r"(.{2,60}?)(?:关于|印发|转发|批转)", re.sub(r"\s+", " ", title).strip())
        if match and _UNIT_END.search(match[1].strip()):
            return self._split(match[1])
        return []

    def _imprint(self, body: int) -> tuple[list[str], str | None]:
        for index in range(len(self.lines) - 1, max(body, len(self.lines) - 12) - 1, -1):
            words = self.lines[index].words
            found = next(find_dates(words), None)
            if found and re.search(r"(?:印发|发布)", words):
                name = words[: found[0].start].strip()
                if name and len(name) < 60 and _UNIT_END.search(re.sub(r"\([^()]*\)$", "", name)):
                    self.boilerplate.add(index)
                    return [self._text(index)[: len(name)]], found[1]
        return [], None
