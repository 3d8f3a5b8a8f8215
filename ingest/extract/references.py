"""Documents that a document speaks of: 《title》, 文号, or both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from operator import attrgetter

from ingest.document import Header, Mention, Reference, Span, Structure
from ingest.extract.document_numbers import NUMBER_BEHIND, bare_numbers, normalise_number
from ingest.extract.lexicon import any_of, lexicon, words
from ingest.extract.searchable import searchable
from ingest.frozen import dataclass

_WORDS = r"[^《》\n]{0,300}"
# Titles stand in titles, seldom more than one deep: 《关于印发《甲规划》和《乙规划》的通知》.
_INNER = rf"《{_WORDS}(?:《{_WORDS}》{_WORDS}){{0,2}}》"
_TITLE = re.compile(rf"《{_WORDS}(?:{_INNER}{_WORDS}){{0,4}}》")
_SHORT_NAME_BEHIND = re.compile(
    r"\s{0,3}\([^()《》\n]{0,40}?(?:以下|下文)?[一并统]?(?:简称|称)[为:]?\s?《([^《》\n]{1,40})》"
)
_SHORT_NAME_BEFORE = re.compile(r"(?:简称|称为?)[:为]?\s?$")
_BLANKS = re.compile(r"\s+")
_NEITHER_WORD = re.compile(r"[\s\W_]+")
_YEARS = re.compile(r"\d{4}")
_LIKE_ITSELF = 0.9  # a notice now and then drops a word or two of its own title
_ANNOUNCED_BEFORE = re.compile(
    r"(?:现将|现发布|现公布|我们制定了|关于(?:印发|公布|发布|下达|转发|批转))[^《。\n]{0,30}$"
)
_ANNOUNCED_BEHIND = re.compile(r"[^。《\n]{0,12}(?:已经?|业经|经)[^。《\n]{0,40}(?:同意|通过|批准|审定|审议)")

_SHORT_TITLES = frozenset(words("references", "short_titles", "words"))
_BEFORE = {phrase: entry["relation"] for entry in lexicon("references")["before"] for phrase in entry["phrases"]}
_PASSING = frozenset(words("references", "passing", "phrases"))
_BEFORE_PATTERN = re.compile(any_of([*_BEFORE, *_PASSING]))
_BEHIND = {phrase: entry["relation"] for entry in lexicon("references")["after"] for phrase in entry["phrases"]}
_BEHIND_PATTERN = re.compile(any_of(_BEHIND))
_BEHIND_ENDS = frozenset(phrase[-2:] for phrase in _BEHIND)  # asked for first, because hardly any title has one behind
_DIRECTLY = {p: entry["relation"] for entry in lexicon("references")["after_directly"] for p in entry["phrases"]}
_DIRECTLY_PATTERN = re.compile(any_of(_DIRECTLY))
_SENTENCE_END = re.compile(r"[\n。;!?]")
_LAST_SENTENCE_END = re.compile(r".*[\n。;!?]", re.DOTALL)
_place = attrgetter("span.start", "span.end")
_WIDEST_CUE = 60  # characters before a title in which its verb is looked for
_WIDEST_BEHIND = 200  # characters behind it


@dataclass(frozen=True, slots=True)
class _Found:
    """One place where a document is named; ``span`` includes a number behind the title."""

    title: str | None
    number: str | None
    span: Span
    relation: str
    rule: str


def read_references(structure: Structure, text: str | None = None) -> tuple[Reference, ...]:
    """The documents cited in the body, each once with all its mentions, in the order of their first mention.

    The document's own title and number are not among them. Of nested 《》 only the outermost counts. ``text`` is what
    is searched, where it is there already.
    """
    text = searchable(structure) if text is None else text
    titles = list(titles_in(text))
    found = sorted([*_titles(structure, text, titles), *_numbers(structure, text, titles)], key=_place)
    return _gathered(structure, found)


def titles_in(text: str) -> Iterator[Span]:
    """The outermost 《…》 of ``text``, brackets included; one that is never closed on its line is passed over."""
    for match in _TITLE.finditer(text):
        if match.end() - match.start() > 2:
            yield Span(*match.span())


def _titles(structure: Structure, text: str, titles: Sequence[Span]) -> Iterator[_Found]:
    original = structure.source.text
    opening = _opening_end(structure)
    own_name = _words_of(structure.header.title)
    aliases: dict[str, str | None] = {}  # short name → title it stands for; None: the document itself
    previous: tuple[int, str] | None = None  # where the last title ended, and its relation
    for span in titles:
        title = _BLANKS.sub(" ", original[span.start + 1 : span.end - 1]).strip()
        name = _words_of(title)
        if not name or _SHORT_NAME_BEFORE.search(text, max(0, span.start - 8), span.start):
            continue
        number = NUMBER_BEHIND.match(text, span.end)
        behind = number.end() if number else span.end
        relation = _relation(text, span, behind, previous)
        previous = (behind, relation)
        normal = normalise_number(number) if number else None
        if normal and relation == "to_draft":
            relation = "cites"  # what has a number was issued: 印发《规划》（云政发〔2020〕5号）
        own = not _is_another(structure.header, normal, relation) and (
            _is_own(own_name, name) or (span.start < opening and _is_announced(text, span))
        )
        alias = _SHORT_NAME_BEHIND.match(text, behind)
        if alias:
            aliases[_words_of(alias[1])] = None if own else title
        if own:
            continue
        if name in aliases:
            stands_for = aliases[name]
            if stands_for:
                yield _Found(stands_for, None, span, relation, "short-title")
            continue
        if name in _SHORT_TITLES and not number:
            continue
        yield _Found(title, normal, Span(span.start, behind), relation, "title-and-number" if number else "title")


def _numbers(structure: Structure, text: str, titles: Sequence[Span]) -> Iterator[_Found]:
    own = structure.header.doc_number
    numbers = list(bare_numbers(text))
    taken = [Span(span.start, _behind(text, span)) for span in titles] if numbers else []
    index = 0
    for span, number in numbers:
        while index < len(taken) and taken[index].end <= span.start:
            index += 1
        if index < len(taken) and taken[index].start <= span.start:
            continue
        if number != own:
            relation = _relation(text, span, span.end, None)
            yield _Found(None, number, span, "cites" if relation == "to_draft" else relation, "number")


def _behind(text: str, title: Span) -> int:
    number = NUMBER_BEHIND.match(text, title.end)
    return number.end() if number else title.end


def _gathered(structure: Structure, found: Sequence[_Found]) -> tuple[Reference, ...]:
    text = structure.source.text
    names = [_words_of(one.title) for one in found]
    number_of = {name: one.number for name, one in zip(names, found, strict=True) if one.title and one.number}
    gathered: dict[str, Reference] = {}
    mentions: dict[str, list[Mention]] = {}
    for name, one in zip(names, found, strict=True):
        number = one.number or (number_of.get(name) if one.title else None)
        key = number or name
        item = structure.item_at(one.span.start)
        mention = Mention(item.path if item else None, one.span.of(text), one.span)
        mentions.setdefault(key, []).append(mention)
        known = gathered.get(key)
        if known is None:
            gathered[key] = Reference(one.title, number, one.relation, (mention,), one.rule)
        elif known.relation == "cites" or known.title is None:
            relation = one.relation if known.relation == "cites" else known.relation
            gathered[key] = replace(known, title=known.title or one.title, relation=relation)
    return tuple(
        replace(reference, mentions=tuple(mentions[key])) if len(mentions[key]) > 1 else reference
        for key, reference in gathered.items()
    )


def _opening_end(structure: Structure) -> int:
    """Where the measures begin: only before this does a notice announce what it issues."""
    starts = [section.extent.start for section in structure.sections[:1]]
    starts += [item.extent.start for item in structure.items[:1]]
    return min(starts, default=structure.body.end)


def _is_announced(text: str, span: Span) -> bool:
    before = _ANNOUNCED_BEFORE.search(text, max(0, span.start - 40), span.start)
    return bool(before or _ANNOUNCED_BEHIND.match(text, span.end, span.end + 80))


def _is_another(header: Header, number: str | None, relation: str) -> bool:
    """Whether it cannot be the document itself, however like the titles: an earlier issue, with its own number."""
    return relation == "repeals" or bool(number and header.doc_number and number != header.doc_number)


def _is_own(own: str, cited: str) -> bool:
    if not own or not cited:
        return False
    if own == cited or (len(cited) > 8 and own.endswith(cited)):
        return True
    if not 0.8 < len(cited) / len(own) < 1.25 or _YEARS.findall(own) != _YEARS.findall(cited):
        return False
    alike = SequenceMatcher(None, own, cited, autojunk=False)
    return alike.quick_ratio() >= _LIKE_ITSELF and alike.ratio() >= _LIKE_ITSELF


def _words_of(title: str | None) -> str:
    """A title as its words alone, so that two ways of writing it are the same."""
    words = title or ""
    return (words if words.isalnum() else _NEITHER_WORD.sub("", words)).removeprefix("中华人民共和国")


def _relation(text: str, span: Span, behind: int, previous: tuple[int, str] | None) -> str:
    directly = _DIRECTLY_PATTERN.match(text, behind)
    if directly:
        return str(_DIRECTLY[directly[0]])
    near = text[behind : behind + _WIDEST_BEHIND]
    if any(last in near for last in _BEHIND_ENDS):
        end = _SENTENCE_END.search(text, behind, behind + _WIDEST_BEHIND)
        after = _BEHIND_PATTERN.search(text, behind, end.start() if end else behind + _WIDEST_BEHIND)
        if after:
            return str(_BEHIND[after[0]])
    start = max(0, span.start - _WIDEST_CUE)
    window = text[start : span.start]
    ended = _LAST_SENTENCE_END.match(window)
    cut = ended.end() if ended else 0
    if previous and start + cut < previous[0] <= span.start:
        between = text[previous[0] : span.start]
        last = _last_cue(between)
        return str(_BEFORE[last]) if last else previous[1]
    last = _last_cue(window[cut:])
    return str(_BEFORE[last]) if last else "cites"


def _last_cue(window: str) -> str | None:
    cues = [cue for cue in _BEFORE_PATTERN.findall(window) if cue not in _PASSING]
    return cues[-1] if cues else None
