"""Who signed a document, and when: 落款, 印发 imprint, and names in front of 关于."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Span
from ingest.frozen import dataclass
from ingest.gazetteer import gazetteer
from ingest.numbering import Line
from ingest.numerals import find_dates

_BODY = "厅局委会府室院部署办组行社团处站队校政"  # what the names of bodies end with
_UNIT = re.compile(rf"(?:[{_BODY}]|中心|公司|集团|指挥部|联席会议|专班|海关|大学|法院|检察院|研究所|管理所)$")
_STAMP = re.compile(r" *\([^()]{0,40}(?:代章|代)\)$| *\((?:章|盖章|印章?|公章)\)$")
_BRACKET_END = re.compile(r" *\([^()]*\)$")
_NOT_SIGNED = re.compile(
    r"[。;:!?%,\t]|^《|^(?:[一二三四五六七八九十]{1,3}|\d+)[、.]|^\([一二三四五六七八九十\d]+\)|^\([^()]{2,8}(?:单位|部门)\)|附件"
)
_SPREAD = re.compile(r"(?:\S\s+)*\S")
_PARTED = re.compile(r"[^\s、]+")
_ASIDE = re.compile(r"[（(][^（()）]*[）)]$")
_BEFORE_SUBJECT = re.compile(r"[^《》。]{2,80}?(?=关于|印发|转发|批转|发布)")
_AND_OTHERS = re.compile(r"等(?:[一二三四五六七八九十\d]+(?:个?部门|家单位|单位))?$")
_LONGEST_DATE = 30  # characters of a line that is a date
_ALONE = 3  # characters a date line may say beside its date
_LONGEST = 90  # characters of a line of names
_MOST = 40  # lines of names
_LONGEST_IMPRINT = 160
_ISSUED = re.compile(r"印发|发布|公布")


@dataclass(frozen=True, slots=True)
class Signature:
    """Names (each with its place) and date; ``first`` and ``last`` are the lines they stand on."""

    first: int
    last: int
    names: tuple[tuple[str, Span], ...]
    date: str
    date_span: Span


def is_body(words: str) -> bool:
    """Whether ``words`` end as the names of bodies do (中共中央 and others of the centre are known by name)."""
    return _ends_as_unit(words) or words.rpartition(" ")[2] in gazetteer().central_others


def _ends_as_unit(words: str) -> bool:
    return _UNIT.search(_BRACKET_END.sub("", words) if words.endswith(")") else words) is not None


def find_signature(lines: Sequence[Line], text: str, start: int, end: int) -> Signature | None:
    """The first line from ``start`` to ``end`` that is a date alone, with the names above it (perhaps none)."""
    for index in range(start, end):  # no copy of the lines: it is asked again behind each date
        words = lines[index].words
        if len(words) > _LONGEST_DATE or not ("日" in words or "20" in words or "19" in words):
            continue
        found = next(find_dates(words), None)
        if found is None or len(words) - (found[0].end - found[0].start) > _ALONE:
            continue
        first = index
        while first > max(start, index - _MOST) and _may_sign(lines[first - 1].words):
            first -= 1
        names = _names(lines, text, first, index)
        if not names:
            first = index
        at = lines[index].start
        return Signature(first, index, names, found[1], Span(at + found[0].start, at + found[0].end))
    return None


def _may_sign(words: str) -> bool:
    return len(words) <= _LONGEST and not _NOT_SIGNED.search(words) and not next(find_dates(words), None)


def _names(lines: Sequence[Line], text: str, first: int, end: int) -> tuple[tuple[str, Span], ...]:
    names: list[tuple[str, Span]] = []
    start: int | None = None
    pending = ""
    for index in range(first, end):
        words = _STAMP.sub("", lines[index].words)
        if not words or (words.startswith("(") and _STAMP.match(lines[index].words)):
            continue
        begin = lines[index].start
        span = Span(begin, begin + len(words))
        if words.startswith("(") and names and start is None:  # a second name in brackets, on its own line
            name, before = names[-1]
            names[-1] = (name + span.of(text), Span(before.start, span.end))
            continue
        start = span.start if start is None else start
        pending += words
        if _is_whole(pending):
            names += split_names(text, Span(start, span.end))
            start, pending = None, ""
    return tuple(names)


def _is_whole(words: str) -> bool:
    """Whether ``words`` are a body's whole name, letter-spaced or not."""
    return _ends_as_unit(words) or "".join(words.split()) in gazetteer().central_others


def split_names(text: str, span: Span) -> list[tuple[str, Span]]:
    """Names written one after the other, parted by spaces, by 、 or by nothing at all (甲市乙局甲市丙局)."""
    words = span.of(text)
    if len(words) > 4 and _SPREAD.fullmatch(words):  # 财 政 局: letter-spaced
        return [("".join(words.split()), span)]
    found: list[tuple[str, Span]] = []
    start: int | None = None
    written = ""
    for match in _PARTED.finditer(words):
        part = Span(span.start + match.start(), span.start + match.end())
        start = part.start if start is None else start
        written += match[0]
        if is_body(_ASIDE.sub("", written)):
            found += _unglued(written, Span(start, part.end), text)
            start, written = None, ""
    if start is not None and found:
        name, before = found[-1]
        found[-1] = (name + written, Span(before.start, span.start + len(words.rstrip())))
    return found


def _unglued(name: str, span: Span, text: str) -> list[tuple[str, Span]]:
    """A name, or the several that begin anew with the same place (北京市 in 中共北京市委北京市人民政府)."""
    if span.of(text) != name:
        return [(name, span)]
    place = gazetteer().leading(name.removeprefix("中共"))
    if not place:
        return _ministries(name, span)
    if name.find(place[0].name, 1) < 0:
        return [(name, span)]
    cuts = [m.start() for m in re.finditer(rf"(?<=[{_BODY}])(?:中共)?{re.escape(place[0].name)}", name)]
    edges = [0, *cuts, len(name)]
    return [(name[a:b], Span(span.start + a, span.start + b)) for a, b in pairwise(edges)]


def _ministries(name: str, span: Span) -> list[tuple[str, Span]]:
    """Central bodies written without a space between them, where every one of them is known."""
    known = gazetteer().central_others
    found: list[tuple[str, Span]] = []
    at = 0
    while at < len(name):
        length = next((n for n in range(min(20, len(name) - at), 2, -1) if name[at : at + n] in known), 0)
        if not length:
            return [(name, span)]
        found.append((name[at : at + length], Span(span.start + at, span.start + at + length)))
        at += length
    return found


def issuers_of_title(title: str) -> str:
    """The names in front of 关于 or 印发 in a title, empty where there are none."""
    match = _BEFORE_SUBJECT.match(title)
    names = _AND_OTHERS.sub("", match[0].strip()) if match else ""
    return names if _ends_as_unit(names) else ""


def find_imprint(lines: Sequence[Line], text: str, start: int) -> Signature | None:
    """The last lines' “甲厅办公室 2026年7月14日印发” or “乙局2026年5月25日发布，…”: one body and a date."""
    for index in range(len(lines) - 1, max(start, len(lines) - 15) - 1, -1):
        words = lines[index].words
        if len(words) > _LONGEST_IMPRINT or not _ISSUED.search(words):
            continue
        found = next(find_dates(words), None)
        if found is None:
            continue
        behind = words[found[0].end :]
        if not (_ISSUED.match(behind.strip(" 在于")) or _ISSUED.search(behind[-4:])):
            continue
        at = lines[index].start
        name = words[: found[0].start].rstrip()
        if name and len(name) <= 60 and _ends_as_unit(name):
            names = split_names(text, Span(at, at + len(name)))
            return Signature(index, index, tuple(names), found[1], Span(at + found[0].start, at + found[0].end))
    return None
