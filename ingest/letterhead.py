"""The 文号 of a document: on a line of its own in the head, over two lines of an order, in a table of particulars."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.doc_number import DocNumber, number_in, number_of_line
from ingest.document import Span
from ingest.numbering import Line
from ingest.particulars import particulars

_PASSED = re.compile(r"^\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)?$")
_ORDINAL = re.compile(r"第 ?\d{1,5} ?号")


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A document's own number and its place; ``issuer`` is whose order it is (民政部令第83号)."""

    written: str
    span: Span
    issuer: str | None = None


def own_number(lines: Sequence[Line], body: int, policy: int) -> OwnNumber | None:
    """The number above the body or above the plan that a notice brings, else in the particulars or in a bracket."""
    for index in range(min(max(body, policy), len(lines))):
        line = lines[index]
        if "号" not in line.words and not line.words.endswith("令"):
            continue
        if found := number_of_line(line.words):
            return _placed(found, line.start)
        if line.words.endswith("令") and index + 1 < len(lines):  # 第179号 on a line of its own
            after = lines[index + 1]
            if _ORDINAL.fullmatch(after.words) and (found := number_in(line.words + after.words)):
                return OwnNumber(found.written, Span(line.start, after.end), found.issuer)
    for span, value in particulars(lines, "发文字号", "文号"):
        if found := number_in(value):
            return _placed(found, span.start)
    for line in lines[:body]:  # 第83号令 in a bracket under the title
        if _PASSED.match(line.words) and (found := number_in(line.words)):
            return _placed(found, line.start)
    return None


def _placed(found: DocNumber, at: int) -> OwnNumber:
    return OwnNumber(found.written, Span(at + found.span.start, at + found.span.end), found.issuer)
