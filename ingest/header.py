"""The head of a document, and what stands around its text: where the policy itself begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.boilerplate import annexes_from, foot_of, is_chrome, is_publicity
from ingest.doc_number import DocNumber, number_in, number_of_line
from ingest.document import Header, SourceText, Span
from ingest.numbering import Line, numbered
from ingest.numerals import find_dates
from ingest.signature import Signature, find_imprint, find_signature, issuers_of_title, split_names
from ingest.title import find_title, joined, plan_brought, plan_of, same, span_of, title_lines, unspaced

_RECIPIENTS = re.compile(r"^[^。!?]{2,1500}:$")
_NO_RECIPIENTS = re.compile(
    r"如下:$|^(?:为|现|根据|按照|经|附)|(?:指出|强调|通知|意见|要求|说明|公告|规定|决定|方案|措施):$|^[一二三四五六七八九十]+、"
)
_BODIES = re.compile(r"各|单位|部门|政府|公司|院校|学校|[局委厅部院校办会团行司社队员府]:$|[局委厅部]、")
_OPENING = re.compile(r"(?:为|根据|按照|依据|现将|现就|你[们省市委部局]|经|《)[^:]*[,、][^:]*")
_FIRST_NUMBER = re.compile(r"(?:一|第一[章条部])[、. ]|\(一\)|1[.、]|第一[章条]")
_META = re.compile(
    r"(?P<name>发文字号|文 ?号|成文日期|发布日期|发文机关|发布机构|制发机关) ?: *(?P<value>[^ ]+(?: (?=\d|号)[^ ]+)*)"
)
_PASSED = re.compile(r"^\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)?$")
_HEAD_LINES = 80
_NOTICE_LINES = 60  # a notice that brings a plan is no longer than that
_META_LINES = 40
_TAIL_LINES = 40


@dataclass(frozen=True, slots=True)
class Head:
    """The header, and the numbers of the lines between which the parts of the document stand."""

    header: Header
    body: int  # first line behind the head
    policy: tuple[int, int]  # first line of the policy's own text (behind a notice), and the line behind its last
    foot: int  # first line behind the whole body
    chrome: tuple[int, ...]  # lines before ``foot`` that are not of the document


def read_head(source: SourceText, lines: Sequence[Line]) -> Head:
    """Everything about a document that stands around its text."""
    return _Head(source, lines).read()


class _Head:
    """The parts of a head while they are found, one after the other."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        self.text, self.lines = source.text, lines
        self.spans: dict[str, list[Span]] = {}
        self.ordered_by: str | None = None
        self.anchor = self._first_words()
        self.recipients = self._recipients()
        self.body = self.anchor if self.recipients is None else self.recipients + 1
        top = self.anchor if self.recipients is None else self.recipients
        self.title_lines = title_lines(lines, top)
        self.title = joined(lines, self.title_lines, self.text)
        self.foot = foot_of(lines, self.body)

    def read(self) -> Head:
        """The whole head."""
        plan, start = self._plan()
        signature = find_signature(self.lines, self.text, self.body, start)
        closing = None
        policy_end = self.foot
        if signature is None or not signature.names:
            closing = self._closing(start)
        if closing:
            policy_end = closing.first
            if self._tail(closing.last + 1):
                self.foot = closing.first
        imprint = find_imprint(self.lines, self.text, self.body)
        if imprint and imprint.first < self.foot:
            self.foot = imprint.first
        self.foot = annexes_from(self.lines, self.body, self.foot)
        number = self._number(start)
        issuers, date = self._issued([s for s in (signature, closing) if s], imprint)
        chrome = self._chrome(start)
        header = Header(
            title=re.sub(r"\s+", " ", plan or self.title).strip() or None,
            doc_number=number,
            issuers=issuers,
            issued_on=date,
            recipients=self._recipients_text(),
            spans=tuple(sorted(((n, s) for n, spans in self.spans.items() for s in spans), key=lambda e: e[1])),
        )
        return Head(header, self.body, (start, min(policy_end, self.foot)), self.foot, chrome)

    def _first_words(self) -> int:
        """The first line of prose: one with a full stop in it, or the first numbered one."""
        for index, line in enumerate(self.lines[:_HEAD_LINES]):
            words = line.words
            if _FIRST_NUMBER.match(words) or (self._is_prose(words) and not is_chrome(line)):
                return index
        return min(len(self.lines), 1)

    def _is_prose(self, words: str) -> bool:
        return words[0] != "(" and ("。" in words or (len(words) > 60 and _OPENING.match(words) is not None))

    def _recipients(self) -> int | None:
        for index in range(max(0, self.anchor - 3), min(self.anchor + 1, len(self.lines))):
            words = self.lines[index].words
            if (
                _RECIPIENTS.match(words)
                and not _NO_RECIPIENTS.search(words)
                and _BODIES.search(words)
                and not is_chrome(self.lines[index])
            ):
                return index
        return None

    def _recipients_text(self) -> str | None:
        if self.recipients is None:
            return None
        line = self.lines[self.recipients]
        span = Span(line.span.start, line.span.end - (len(line.words) - len(line.words.rstrip(": "))))
        self.spans["recipients"] = [span]
        return span.of(self.text)

    def _plan(self) -> tuple[str | None, int]:
        """The title of the plan that the notice brings, and the first line of the plan's text."""
        until = min(self.foot, self.body + _NOTICE_LINES)
        plan = plan_of(self.title)
        if plan is None or not find_title(self.lines, plan, self.body, until, self.text):
            brought = plan_brought(self.lines[self.body].words) if self.body < len(self.lines) else None
            if brought and find_title(self.lines, brought, self.body + 1, until, self.text):
                plan = brought
        if plan is None:
            self._mark_title(self.title_lines)
            return None, self._behind_notice(until)
        found = find_title(self.lines, plan, self.body, until, self.text)
        if found:
            self._mark_title(found)
            return joined(self.lines, found, self.text), found[-1] + 1
        self._mark_title(self.title_lines)
        return plan, self._behind_notice(until)

    def _mark_title(self, indices: Sequence[int]) -> None:
        if indices:
            self.spans["title"] = [span_of(self.lines, indices)]

    def _behind_notice(self, until: int) -> int:
        """Where the plan begins whose title is not repeated word for word: behind the notice's signature."""
        first = next((h.line for h in numbered(self.lines, self.body, until)), until)
        signature = find_signature(self.lines, self.text, self.body, first)
        if signature is None or self._tail(signature.last + 1):
            return self.body
        return signature.last + 1

    def _closing(self, start: int) -> Signature | None:
        """The signature under the policy's own text: the first with names, else a date in the last lines."""
        at = start
        while found := find_signature(self.lines, self.text, at, self.foot):
            if found.names or self._tail(found.last + 1):
                return found
            at = found.last + 1
        return None

    def _tail(self, start: int) -> bool:
        """Whether nothing stands behind a signature but a list of annexes and publicity."""
        if self.foot - start > _TAIL_LINES:
            return False
        rest = [line for line in self.lines[start : self.foot] if not is_publicity(line) and not is_chrome(line)]
        return all(len(line.words) < 100 and "。" not in line.words for line in rest) and len(rest) < 20

    def _number(self, start: int) -> str | None:
        candidates = [*range(min(self.body, len(self.lines))), *range(self.body, min(start, len(self.lines)))]
        for index in candidates:
            words = self.lines[index].words
            if found := number_of_line(words):
                return self._mark_number(index, found)
            if words.endswith("令") and index + 1 < len(self.lines):  # 第179号 on a line of its own
                after = self.lines[index + 1]
                if re.fullmatch(r"第 ?\d{1,5} ?号", after.words) and (found := number_in(words + after.words)):
                    self.spans["doc_number"] = [Span(self.lines[index].span.start, after.span.end)]
                    self.ordered_by = found.issuer
                    return found.written
        for index, value in self._meta("发文字号", "文号"):
            if found := number_in(value):
                return self._mark_number(index, found, self.lines[index].words.index(value))
        for index in range(min(self.body, len(self.lines))):  # 第83号令 in a bracket under the title
            words = self.lines[index].words
            if _PASSED.match(words) and (found := number_in(words)):
                return self._mark_number(index, found)
        return None

    def _mark_number(self, index: int, found: DocNumber, offset: int = 0) -> str:
        at = self.lines[index].span.start + offset
        self.spans["doc_number"] = [Span(at + found.span.start, at + found.span.end)]
        self.ordered_by = found.issuer
        return found.written

    def _meta(self, *names: str) -> list[tuple[int, str]]:
        """Values of the table of particulars that web pages put above or below a document."""
        count = len(self.lines)
        near = [*range(min(_META_LINES, count)), *range(max(_META_LINES, count - _META_LINES), count)]
        return [
            (index, match["value"])
            for index in near
            for match in _META.finditer(self.lines[index].words[:400])
            if match["name"].replace(" ", "") in names
        ]

    def _issued(self, signatures: Sequence[Signature], imprint: Signature | None) -> tuple[tuple[str, ...], str | None]:
        """Issuers and date, each from the first place that has it: signature, head, particulars, imprint."""
        names = next((list(s.names) for s in signatures if s.names), None) or self._named_in_title()
        if not names and self.ordered_by:
            at = self.spans["doc_number"][0].start
            names = [(self.ordered_by, Span(at, at + len(self.ordered_by)))]
        names = names or [
            n for index, value in self._meta("发文机关", "制发机关") for n in self._meta_names(index, value)
        ]
        names = names or (list(imprint.names) if imprint else [])
        self.spans["issuer"] = [span for _, span in names]
        dates = [(s.date, s.date_span) for s in (*signatures, *([imprint] if imprint else []))]
        date = (
            next(iter(dates[: len(signatures)]), None)
            or self._passed_on()
            or self._meta_date()
            or next(iter(dates), None)
            or self._dated_above()
        )
        if date:
            self.spans["issued_on"] = [date[1]]
        return tuple(name for name, _ in names), date[0] if date else None

    def _meta_date(self) -> tuple[str, Span] | None:
        for index, value in self._meta("成文日期"):
            for span, iso in find_dates(value):
                at = self.lines[index].span.start + self.lines[index].words.index(value)
                return iso, Span(at + span.start, at + span.end)
        return None

    def _meta_names(self, index: int, value: str) -> list[tuple[str, Span]]:
        at = self.lines[index].span.start + self.lines[index].words.index(value)
        return split_names(self.text, Span(at, at + len(value)))

    def _named_in_title(self) -> list[tuple[str, Span]]:
        named = issuers_of_title(self.title)
        if not named:
            return []
        start = self.lines[self.title_lines[0]].span.start
        if self.text.startswith(named, start):
            return split_names(self.text, Span(start, start + len(named)))
        return [(unspaced(named), self.lines[self.title_lines[0]].span)]

    def _passed_on(self) -> tuple[str, Span] | None:
        """The date in a bracket under the title: （2025年6月30日）, （某日通过 某日公布）."""
        for index in range(min(self.body, len(self.lines))):
            line = self.lines[index]
            if _PASSED.match(line.words):
                dates = list(find_dates(line.words))
                chosen = next(
                    (d for d in dates if "公布" in line.words[d[0].end : d[0].end + 30]), dates[0] if dates else None
                )
                if chosen:
                    at = line.span.start
                    return chosen[1], Span(at + chosen[0].start, at + chosen[0].end)
        return None

    def _dated_above(self) -> tuple[str, Span] | None:
        """The date that a site printed between title and text: better than none."""
        for index in range(min(self.body, len(self.lines), 12)):
            line = self.lines[index]
            found = next(find_dates(line.words), None)
            if found and len(line.words) < 40 and "《" not in line.words and index not in self.title_lines:
                at = line.span.start
                return found[1], Span(at + found[0].start, at + found[0].end)
        return None

    def _chrome(self, start: int) -> tuple[int, ...]:
        """Lines that are not of the document: what stands above it, and the same words again further down."""
        known = set(self.title_lines)
        if self.recipients is not None:
            known.add(self.recipients)
        above = [
            index
            for index in range(min(self.body, len(self.lines)))
            if index not in known and self._is_foreign(self.lines[index])
        ]
        said = {self.lines[index].words for index in above}
        below = [i for i in range(self.body, min(start, self.foot)) if self.lines[i].words in said]
        return (*above, *below)

    def _is_foreign(self, line: Line) -> bool:
        words = line.words
        if is_chrome(line):
            return True
        return not (
            number_of_line(words)
            or is_publicity(line)
            or next(find_dates(words), None)
            or same(words, self.title)
            or words in self.title.replace(" ", "")
            or words.endswith("文件")
            or issuers_of_title(words + "关于")
            or words.startswith("(")
        )
