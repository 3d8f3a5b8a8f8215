"""The head of a document, and what stands around its text: where the policy itself begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.boilerplate import annexes_from, foot_of, is_chrome, is_publicity
from ingest.closing import find_closing, is_tail
from ingest.doc_number import number_of_line
from ingest.document import Header, SourceText, Span
from ingest.issued import date, issuers
from ingest.letterhead import own_number
from ingest.numbering import Line, numbered
from ingest.numerals import find_dates
from ingest.opening import first_words, recipients_above
from ingest.signature import Signature, find_imprint, find_signature, issuers_of_title
from ingest.title import closed_up, draft_of, find_title, joined, plan_brought, plan_of, same, span_of, title_lines

_NOTICE_LINES = 60  # a notice that brings a plan is no longer than that


@dataclass(frozen=True, slots=True)
class Head:
    """The header, and the numbers of the lines between which the parts of the document stand."""

    header: Header
    body: int  # first line behind the head
    policy: tuple[int, int]  # first line of the policy's own text (behind a notice), and the line behind its last
    foot: int  # first line behind the whole body
    chrome: tuple[int, ...]  # lines before ``foot`` that are not of the document
    signed: tuple[tuple[int, int], ...] = ()  # first and last line of each signature and of the imprint


def read_head(source: SourceText, lines: Sequence[Line]) -> Head:
    """Everything about a document that stands around its text."""
    return _Head(source, lines).read()


class _Head:
    """The parts of a head while they are found, one after the other."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        self.text, self.lines = source.text, lines
        self.spans: list[tuple[str, Span]] = []
        anchor = first_words(lines)
        self.recipients = recipients_above(lines, anchor)
        top = anchor if self.recipients is None else self.recipients[0]
        self.body = anchor if self.recipients is None else self.recipients[1] + 1
        self.title_lines = title_lines(lines, top)
        self.title = joined(lines, self.title_lines, self.text)
        self.foot = foot_of(lines, self.body)

    def read(self) -> Head:
        """The whole head."""
        plan, start, signature = self._plan()
        closing = None
        policy_end = self.foot
        if signature is None or not signature.names:
            closing = find_closing(self.lines, self.text, start, self.foot)
        if closing:
            policy_end = closing.first
            if is_tail(self.lines, closing.last + 1, self.foot):
                self.foot = closing.first
        imprint = find_imprint(self.lines, self.text, self.body)
        if imprint and imprint.first < self.foot:
            self.foot = imprint.first
        self.foot = annexes_from(self.lines, max(self.body, start), self.foot)
        policy_end = annexes_from(self.lines, start, min(policy_end, self.foot))
        signatures = [s for s in (signature, closing) if s]
        return Head(
            header=self._header(plan, start, signatures, imprint),
            body=self.body,
            policy=(start, policy_end),
            foot=self.foot,
            chrome=self._chrome(start),
            signed=tuple((s.first, s.last) for s in (*signatures, imprint) if s),
        )

    def _header(
        self, plan: str | None, start: int, signatures: Sequence[Signature], imprint: Signature | None
    ) -> Header:
        own = own_number(self.lines, self.body, start)
        named = issuers(
            self.lines, self.text, self.title_lines, self.title, own,
            body=self.body, signatures=signatures, imprint=imprint,
        )  # fmt: skip
        dated = date(self.lines, self.title_lines, body=self.body, signatures=signatures, imprint=imprint)
        recipients = self._recipients()
        self.spans += [("issuer", span) for _, span in named]
        self.spans += [("doc_number", own.span)] if own else []
        self.spans += [("issued_on", dated[1])] if dated else []
        return Header(
            title=closed_up(plan or self.title) or None,
            doc_number=own.written if own else None,
            issuers=tuple(name for name, _ in named),
            issued_on=dated[0] if dated else None,
            recipients=recipients,
            spans=tuple(sorted(self.spans, key=lambda entry: (entry[1].start, entry[1].end))),
        )

    def _recipients(self) -> str | None:
        if self.recipients is None:
            return None
        first, line = (self.lines[index] for index in self.recipients)
        span = Span(first.start, line.end - (len(line.words) - len(line.words.rstrip(": "))))
        self.spans.append(("recipients", span))
        return "".join(span.of(self.text).splitlines())

    def _plan(self) -> tuple[str | None, int, Signature | None]:
        """The title of the plan that the notice brings, the first line of the plan's text, and who signed above it."""
        until = min(self.foot, self.body + _NOTICE_LINES)
        plan = plan_of(self.title)
        sought = plan or draft_of(self.title)  # a draft that does not follow leaves the notice its own title
        found = find_title(self.lines, sought, self.body, until, self.text) if sought else None
        if found is None and self.body < len(self.lines):
            brought = plan_brought(self.lines[self.body].words)
            again = find_title(self.lines, brought, self.body + 1, until, self.text) if brought else None
            plan, found = (brought, again) if again else (plan, None)
        if found:
            self.spans.append(("title", span_of(self.lines, found)))
            start = found[-1] + 1
            return joined(self.lines, found, self.text), start, self._signed_before(start)
        if self.title_lines:
            self.spans.append(("title", span_of(self.lines, self.title_lines)))
        # The title is not repeated word for word: the plan begins behind the notice's signature.
        signature = self._signed_before(next((h.line for h in numbered(self.lines, self.body, until)), until))
        if signature is None or is_tail(self.lines, signature.last + 1, self.foot):
            return plan, self.body, None
        return plan, signature.last + 1, signature

    def _signed_before(self, end: int) -> Signature | None:
        return find_signature(self.lines, self.text, self.body, end)

    def _chrome(self, start: int) -> tuple[int, ...]:
        """Lines that are not of the document: what stands above it, and the same words again further down."""
        known = {*self.title_lines, *(range(self.recipients[0], self.body) if self.recipients else ())}
        above = [
            index
            for index in range(min(self.body, len(self.lines)))
            if index not in known and self._is_foreign(self.lines[index])
        ]
        said = {self.lines[index].words for index in above}
        below = [i for i in range(self.body, min(start, self.foot)) if self.lines[i].words in said] if said else []
        return (*above, *below)

    def _is_foreign(self, line: Line) -> bool:
        words = line.words
        return is_chrome(line) or not (
            words.startswith("(")
            or words.endswith("文件")
            or words in self.title.replace(" ", "")
            or number_of_line(words)
            or is_publicity(line)
            or next(find_dates(words), None)
            or same(words, self.title)
            or issuers_of_title(words + "关于")
        )
