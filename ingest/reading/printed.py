"""Printed lines to paragraphs: drops page numbers and running heads, joins what the width of the page broke.

Used for PDF and for text that was taken from a print. A line is judged by where it stands, in em (the width of one
ideograph): text that reaches the right margin goes on in the next line unless that one is indented or numbered.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.clean import is_page_number, squeeze

# Kinsoku rules (no 。 at the start of a line) and justified spacing move the end of a full line by so much.
_SLACK = 2.6
_INDENT = 0.9  # first lines are indented by 2 em; extraction rounds
_DEEP = 3.5
_LONG = 12  # lines shorter than this say nothing about margins
_FULL = 6  # so many lines must end together to show where the margin is
_OPEN_FOR = 6  # lines over which an open bracket keeps a paragraph together: longer, it was forgotten
_EDGE = 4  # lines at the top and foot of a page among which running heads are looked for
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|第[一二三四五六七八九十百零]{1,5}[章节条]|\d{1,3}[．.、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|附件\s*\d{0,2}\s*[：:])"
)
_STRONGLY_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零]{1,5}[章条]"
)
_ANNEX = re.compile(r"附\s*件\s*\d{0,2}\s*[：:]?")  # alone on its line, at the head of the annex's first page
_FINAL = tuple("。！？；：!?;:…")  # ends of a paragraph; a closing mark may follow
_GOES_ON = ("，", "、", ",")
_CLOSING = "”’」』）)〕】》"
_NEVER_FIRST = "、，。；：！？）)》〕”’】"  # typesetting never begins a line with these
_BRACKET = re.compile(r"[（(《〔“【）)》〕”】]")
_OPEN = frozenset("（(《〔“【")
_PARTED = re.compile(r"[一-鿿] {1,4}[一-鿿]")
_WORD = re.compile(r"[0-9A-Za-z.%+/-]*")
_ADDRESS = re.compile(r"(?:https?://|file:///)\S+[ \t]+\d{1,3}/\d{1,3}")  # with the page and the number of pages
_PRINTED_AT = re.compile(r"\d{2,4}/\d{1,2}/\d{1,2}[ ,，]*(?:[上下]午)?\d{1,2}:\d\d(?::\d\d)?\b(?!.*来源).*")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, where they begin in the raw text of ``page``, and its extent in em.

    ``size`` is that of its ideographs in em of the page, 0 where it cannot be told.
    """

    text: str
    page: int
    offset: int
    left: float
    right: float
    size: float = 0


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the body of a page begins and ends, in em."""

    left: float
    right: float


def width(text: str) -> float:
    """Width of ``text`` in em: ideographs and their punctuation 1, everything narrow one half."""
    return len(text) - (len(text.encode("ascii", "ignore")) + text.count("\xa0")) / 2


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines that are not page numbers and not repeated at the edge of pages."""
    lines = _without_browser(lines)
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    heads = _running_heads(pages) if len(pages) > 1 else set()
    kept: list[Line] = []
    for page in pages:
        last = len(page) - 1
        for index, line in enumerate(page):
            edge = len(pages) > 1 and (index < _EDGE or index > last - _EDGE)
            if edge and _DIGITS.sub("#", line.text) in heads:
                continue
            if is_page_number(line.text, alone=len(pages) > 1 and index in (0, last)):
                continue
            kept.append(line)
    return kept


def _without_browser(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without what a browser prints around each page, where nothing else tells pages apart."""
    if not any(_ADDRESS.fullmatch(line.text) for line in lines):
        return lines
    return [line for line in lines if not (_ADDRESS.fullmatch(line.text) or _PRINTED_AT.fullmatch(line.text))]


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of most pages, digits aside (date and page number of a browser's print)."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_DIGITS.sub("#", line.text) for line in (*page[:_EDGE], *page[-_EDGE:])})
    needed = max(2, len(pages) * 0.6)
    return {text for text, pages_with_it in seen.items() if pages_with_it >= needed and len(text) > 1}


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether line ends are the page's and not the author's: most long lines end at one margin, amid a sentence."""
    margins = margins_of(lines)
    full = [line for line in lines if line.right >= max(margins[line.page].right - _SLACK, _LONG)]
    even = [line for line in full if line.right <= margins[line.page].right + _SLACK]
    # Measures as long as one another, each on a line of its own with its clause at the end, end together, too.
    whole = {
        above.offset
        for above, line in pairwise(lines)
        if above.text.endswith(tuple(_CLOSING)) and _NUMBERED.match(line.text)
    }
    broken = [line for line in even if not _ends(line.text) and line.offset not in whole]
    return len(broken) >= 3 and len(even) >= 0.3 * len(lines) and len(broken) >= 0.5 * len(full)


def margins_of(lines: Sequence[Line]) -> dict[int, Margins]:
    """The margins of each page; one with too few full lines to tell takes those of the page before it, or after."""
    own = {page: _margins(list(of_page), _FULL) for page, of_page in groupby(lines, key=lambda line: line.page)}
    known = [margins for margins in own.values() if margins is not None]
    current = known[0] if known else _margins(lines, 1) or _margins_of_short(lines)
    margins = {}
    for page, found in own.items():
        current = margins[page] = found or current
    return margins


def _margins(lines: Sequence[Line], needed: int) -> Margins | None:
    """Where most long lines end and the leftmost of them begin; None where fewer than ``needed`` agree."""
    long = [line for line in lines if line.right - line.left >= _LONG]
    ends = Counter(step for line in long for step in (int(line.right), int(line.right) + 1))
    if max(ends.values(), default=0) < needed:
        return None
    right, _ = max(ends.items(), key=lambda end: (end[1], end[0]))
    starts = Counter(round(line.left * 2) for line in long)
    enough = max(2, 0.08 * len(long))
    common = [start for start, count in starts.items() if count + starts[start + 1] >= enough]
    return Margins(min(common, default=min(starts)) / 2, float(right))


def _margins_of_short(lines: Sequence[Line]) -> Margins:
    return Margins(min((line.left for line in lines), default=0), max((line.right for line in lines), default=0))


def paragraphs(lines: Sequence[Line], apart: frozenset[tuple[int, int]] = frozenset()) -> list[list[Line]]:
    """The lines of each paragraph, in order; a line whose page and offset are in ``apart`` begins one."""
    margins = margins_of(lines)
    indents = _indents(lines, margins)
    joined: list[list[Line]] = []
    depth = since = 0  # brackets that the paragraph has open, and for how many lines
    for line in lines:
        begins = not joined or (line.page, line.offset) in apart
        opened = depth > 0 and since < _OPEN_FOR
        if not begins and _continues(joined[-1][-1], line, margins, indents=indents, opened=opened):
            joined[-1].append(line)
        else:
            joined.append([line])
            depth = 0
        change = _depth(line.text)
        since = 0 if change > 0 else since + 1
        depth = max(0, depth + change)
    return joined


def _depth(text: str) -> int:
    found = _BRACKET.findall(text)
    return 2 * sum(bracket in _OPEN for bracket in found) - len(found)


def _indents(lines: Sequence[Line], margins: dict[int, Margins]) -> bool:
    """Whether paragraphs of this print begin with an indented line: then an unindented one never begins any."""
    numbered = [line for line in lines if _NUMBERED.match(line.text)]
    deep = [line for line in numbered if line.left >= margins[line.page].left + _INDENT]
    return len(deep) >= 0.5 * len(numbered) and bool(deep)


def _continues(above: Line, line: Line, margins: dict[int, Margins], *, indents: bool, opened: bool) -> bool:
    if line.text[0] in _NEVER_FIRST:
        return True
    if _is_annex(line.text) or _is_annex(above.text):
        return False
    if line.size and above.size and abs(line.size - above.size) > 0.12:
        return False
    here, there = margins[line.page], margins[above.page]
    indented = line.left >= here.left + _INDENT
    set_apart = above.left >= there.left + _DEEP  # centred or set to the right
    finished = _ends(above.text)
    if indented and _PARTED.search(line.text):  # two names side by side: a signature under a full line
        return False
    if indented:  # by two ideographs: a new paragraph; by more: a line that is centred or set to the right
        return line.left >= here.left + _DEEP and not finished and above.right >= there.right - 1 and not set_apart
    if set_apart and not opened:
        return False
    if _STRONGLY_NUMBERED.match(line.text) and (finished or not opened):
        return False
    numbered = _NUMBERED.match(line.text) is not None
    if not indents and numbered and (finished or (above.text.endswith(tuple(_CLOSING)) and not opened)):
        return False
    if above.text.endswith(_GOES_ON) and not numbered:
        return True
    if opened and not above.text.endswith("。"):
        return True
    # A word or number is not broken: it moves to the next line whole and leaves its own width free.
    word = _WORD.match(line.text)
    free = _SLACK + min(len(word[0]) / 2 if word else 0, 12)
    if not finished and (indents or not _NUMBERED.match(above.text)):  # amid a sentence, and not a heading
        free = max(free, 0.25 * (there.right - there.left))
    return above.right >= there.right - free


def _is_annex(text: str) -> bool:
    return len(text) < 12 and bool(_ANNEX.fullmatch(text.strip()))


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_FINAL)


def join(lines: Iterable[str]) -> tuple[str, list[int]]:
    """One paragraph from its printed lines, and where in it each begins.

    A blank between two Latin words, none between ideographs and figures.
    """
    parts: list[str] = []
    starts = []
    length = 0
    last = ""
    for line in map(squeeze, lines):
        if last.isascii() and last.islower() and line[:1].isascii() and line[:1].isalpha():
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(line)
        length += len(line)
        last = line[-1:] or last
    return "".join(parts), starts
