"""By whom and when a document was issued: signature, head, the words on how it came about, particulars, imprint."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from ingest.gazetteer import gazetteer
from ingest.letterhead import OwnNumber
from ingest.numbering import Line
from ingest.numerals import NUMERAL, find_dates
from ingest.particulars import particulars
from ingest.signature import Signature, is_body, issuers_of_title, split_names
from ingest.title import unspaced

Named = list[tuple[str, Span]]
Dated = tuple[str, Span]

_BRACKET = re.compile(r"^\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)?$")
_MEETING = re.compile(r"^(?:19|20)\d\d ?年[^。]{4,80}(?:通过|批准|公布|修订|修正|会议上)$")
_CONGRESS = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,12}}第[{NUMERAL}]{{1,5}}届人民代表大会(?:常务委员会)?)第[{NUMERAL}]{{1,5}}次会议(?:通过|批准|修订)"
)
_HELD = re.compile(rf"在(?P<place>[\u4e00-\u9fff]{{2,12}})第[{NUMERAL}]{{1,5}}届人民代表大会")
_SPEAKS_FOR = re.compile(r"我(?:谨)?代表(?P<body>[省市县区州盟旗]?人民政府)向")
_SPEECH_LINES = 3
_DATED_ABOVE = 12  # lines from the top among which a site's date is looked for


def issuers(
    lines: Sequence[Line], text: str, title: Sequence[int], heading: str, own: OwnNumber | None, *,
    body: int, signatures: Sequence[Signature], imprint: Signature | None,
) -> Named:  # fmt: skip
    """The issuing bodies, from the first place that names any."""
    return (
        next((list(s.names) for s in signatures if s.names), None)
        or _named_in_title(lines, text, title, heading)
        or ([(own.issuer, Span(own.span.start, own.span.start + len(own.issuer)))] if own and own.issuer else None)
        or _passed_by(lines, text, body)
        or _speaking_for(lines, heading, body)
        or _below_title(lines, text, title, body)
        or _of_letterhead(lines, text, body)
        or [name for span, _ in particulars(lines, "发文机关", "制发机关") for name in split_names(text, span)]
        or (list(imprint.names) if imprint else [])
    )


def date(
    lines: Sequence[Line], title: Sequence[int], *, body: int,
    signatures: Sequence[Signature], imprint: Signature | None,
) -> Dated | None:  # fmt: skip
    """成文日期, from the first place that has one."""
    return (
        next(((s.date, s.date_span) for s in signatures), None)
        or _passed_on(lines, body)
        or _of_particulars(lines)
        or ((imprint.date, imprint.date_span) if imprint else None)
        or _printed_above(lines, title, body)
    )


def _named_in_title(lines: Sequence[Line], text: str, title: Sequence[int], heading: str) -> Named:
    named = issuers_of_title(heading)
    if not named:
        return []
    line = lines[title[0]]
    if text.startswith(named, line.start):
        return split_names(text, Span(line.start, line.start + len(named)))
    return [(unspaced(named), line.span)]


def _below_title(lines: Sequence[Line], text: str, title: Sequence[int], body: int) -> Named:
    """The names on a line of their own between a title that names nobody and the text."""
    for line in lines[title[-1] + 1 : body] if title else ():
        dated = next(find_dates(line.words), None)
        names = line.words[: dated[0].start].rstrip() if dated else line.words  # with the date behind, perhaps
        if is_body(names) and gazetteer().leading(names.removeprefix("中共")):
            return split_names(text, Span(line.start, line.start + len(names)))
    return []


def _of_letterhead(lines: Sequence[Line], text: str, body: int) -> Named:
    """The names that the red head is printed with: 青岛市人民政府文件."""
    for line in lines[:body]:
        names = line.words.removesuffix("文件").rstrip()
        if names != line.words and is_body("".join(names.split())):
            return split_names(text, Span(line.start, line.start + len(names)))
    return []


def _beginnings(lines: Sequence[Line], body: int) -> Iterator[Line]:
    """Lines of the head that say how the document came about: （某日通过 某日公布）, 某日某会议通过."""
    return (line for line in lines[:body] if _BRACKET.match(line.words) or _MEETING.match(line.words))


def _passed_by(lines: Sequence[Line], text: str, body: int) -> Named:
    for line in _beginnings(lines, body):
        if match := _CONGRESS.search(line.words):
            span = Span(line.start + match.start("body"), line.start + match.end("body"))
            return [(span.of(text), span)]
    return []


def _speaking_for(lines: Sequence[Line], heading: str, body: int) -> Named:
    """The government whose report is given: 我代表省人民政府 in the report of 浙江省."""
    for line in lines[body : body + _SPEECH_LINES]:
        if match := _SPEAKS_FOR.search(line.words):
            span = Span(line.start + match.start("body"), line.start + match.end("body"))
            held = (found["place"] for above in lines[:body] if (found := _HELD.search(above.words)))
            for words in (heading.lstrip("0123456789年 "), *held):
                if place := gazetteer().leading(words):
                    return [(place[0].name + match["body"].lstrip("省市县区州盟旗"), span)]
            return [(match["body"], span)]
    return []


def _passed_on(lines: Sequence[Line], body: int) -> Dated | None:
    for line in _beginnings(lines, body):
        dates = list(find_dates(line.words))
        published = (d for d in dates if "公布" in line.words[d[0].end : d[0].end + 30])
        for span, iso in (*published, *dates):
            return iso, Span(line.start + span.start, line.start + span.end)
    return None


def _of_particulars(lines: Sequence[Line]) -> Dated | None:
    for place, value in particulars(lines, "成文日期"):
        for span, iso in find_dates(value):
            return iso, Span(place.start + span.start, place.start + span.end)
    return None


def _printed_above(lines: Sequence[Line], title: Sequence[int], body: int) -> Dated | None:
    """The date that a site printed between title and text: better than none."""
    for index in range(min(body, len(lines), _DATED_ABOVE)):
        line = lines[index]
        found = next(find_dates(line.words), None) if len(line.words) < 40 else None
        if found and "《" not in line.words and index not in title:
            return found[1], Span(line.start + found[0].start, line.start + found[0].end)
    return None
