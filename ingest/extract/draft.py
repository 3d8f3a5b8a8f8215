"""A statement read on its own: its notes set aside, its lists taken apart, and whether it binds anyone at all."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Structure
from ingest.extract.conventions import Convention, find_conventions
from ingest.extract.cues import cues
from ingest.extract.deadlines import read_deadline
from ingest.extract.everywhere import Everywhere, find_everywhere
from ingest.extract.names import is_body, is_common
from ingest.extract.roles import Roles, read_roles
from ingest.extract.sharing import complete
from ingest.extract.statement import Statement
from ingest.extract.task_tables import Duties
from ingest.extract.unit_list import Body, read_units

_SAME_BELOW = re.compile(r"[,、;。 ]*(?:以下均同|以下同|下同|后同|余同)(?=$|[,;。)])")
# Words of a sentence, not of a name as 自由贸易试验区管委会, 经信局, 对外合作办 are.
_PROSE = re.compile(
    r"(?<!自)由|应当|予以|^(?:第.{1,4}条|在|按|对(?![外口])|将(?!乐)|向(?!阳)|经(?![开信济发管贸合委科促])|为(?!民))"
)
_SLASH = re.compile(r"(?<=[局委办部厅会院府司团队])/(?=[\u4e00-\u9fff]{2})")  # 市教育局/市财政局
_OF_EVENTS = ("主办", "承办")  # who holds a competition has one to run it
_ORGANISER = ("主办", "承办", "主管", "协办", "支持", "指导")  # outside a measure these name who runs a website


@dataclass(frozen=True, slots=True)
class Said:
    """What the words of a statement say, wherever they stand; nobody may change its ``roles``.

    ``view`` is the folded words with notes and stray brackets blanked out; places count from where it begins. The last
    three follow from ``bodies`` and are worked out here, once for the same words: the bodies completed (``whole``, by
    whether departments are written bare), what they are called, and which of these names are surely bodies.
    """

    view: str
    roles: Roles
    bodies: tuple[Body, ...]
    conventions: tuple[Convention, ...] = ()
    everywhere: tuple[Everywhere, ...] = ()
    due: str | None = None
    whole: dict[bool, tuple[Body, ...]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names.extend(body.name for body in self.bodies)
        self.known.extend(filter(is_body, self.names))
        if 0 < len(self.known) < len(self.names):
            self.names[:] = [body.name for body in self.completed(bare_departments=False)]  # 南宁、北海市政府 are two
            self.known[:] = filter(is_body, self.names)

    def completed(self, *, bare_departments: bool) -> tuple[Body, ...]:
        """The bodies with what they share with their neighbours (``sharing.complete``)."""
        if bare_departments not in self.whole:
            self.whole[bare_departments] = tuple(complete(self.bodies, bare_departments=bare_departments))
        return self.whole[bare_departments]


@dataclass(slots=True)
class Draft:
    """A statement on its way to a clause, with its bodies as far as they are read."""

    statement: Statement
    said: Said
    bodies: Sequence[Body]
    duties: Duties | None = None  # the row of a table it was read from

    def read_again(self, alone: Collection[str]) -> None:
        """Read its lists once more, knowing which names stand by themselves (``unit_list.read_units``)."""
        self.bodies = read_units(self.said.view, self.said.roles.entries, alone)

    def complete(self, *, bare_departments: bool) -> None:
        """Give its bodies what they share with their neighbours (``sharing.complete``)."""
        if self.bodies is self.said.bodies:
            self.bodies = self.said.completed(bare_departments=bare_departments)
        else:
            self.bodies = complete(self.bodies, bare_departments=bare_departments)


def read_draft(folded: str, statement: Statement) -> Draft:
    """Take a statement apart. Offsets in the draft count from ``statement.inside.start``."""
    said = _said(statement.inside.of(folded), statement.broken)
    return Draft(statement, said, said.bodies)


@lru_cache(maxsize=4096)  # a document says the same clause many times: 各区政府、市政府各部门负责落实
def _said(words: str, broken: bool) -> Said:
    if ")" in words:
        words = cues().boxed.sub(lambda match: f";{match[1] or match[2]}:", words)
    if "/" in words:
        words = _SLASH.sub("、", words)
    everywhere = tuple(find_everywhere(words))
    conventions = tuple(find_conventions(words))
    if not (everywhere or conventions or broken or "同" in words):
        return _read(words, conventions, everywhere)
    view = list(words)
    for note in (*(e.span for e in everywhere), *(c.span for c in conventions)):
        first, last = note.start, note.end
        while first > 0 and last < len(words) and words[first - 1] in "(〈" and words[last] in ")〉":
            first, last = first - 1, last + 1
        inside_bracket = first < note.start
        view[first:last] = ([" "] if inside_bracket else [";"]) + [" "] * (last - first - 1)
    if "同" in words:
        for match in _SAME_BELOW.finditer("".join(view)):
            view[match.start() : match.end()] = " " * (match.end() - match.start())
    if broken:
        _blank_strays(view)
    return _read("".join(view), conventions, everywhere)


def _read(view: str, conventions: tuple[Convention, ...], everywhere: tuple[Everywhere, ...]) -> Said:
    roles = read_roles(view)
    bodies = tuple(read_units(view, roles.entries))
    return Said(view, roles, bodies, conventions, everywhere, read_deadline(view))


def read_row(folded: str, duties: Duties) -> Draft:
    """Take the row of a table apart: each of its lists has the role of its column, unless its own words say another."""
    span = duties.reach
    view = [" " if character != "\n" else character for character in span.of(folded)]
    roles = Roles(labelled=True)
    due = read_deadline(";".join(cell.of(folded) for cell in (*duties.inherited_deadlines, *duties.deadlines)))
    for cell, role, word in sorted((*duties.inherited, *duties.lists)):
        words = _SAME_BELOW.sub(lambda match: " " * len(match[0]), cell.of(folded)).replace("\n", "、")
        found = read_roles(words, cell.start - span.start)
        group = roles.entries[-1].group + 1 if roles.entries else 0
        for entry in found.entries:
            entry.group += group
            if entry.role is None:
                entry.role, entry.word = role, word
        roles.entries += found.entries
        view[cell.start - span.start : cell.end - span.start] = words
    statement = Statement(duties.span, span, "row")
    words = "".join(view)
    said = Said(words, roles, tuple(read_units(words, roles.entries)), tuple(duties.conventions), due=due)
    return Draft(statement, said, said.bodies, duties)


def _blank_strays(view: list[str]) -> None:
    """Turn closing brackets that nothing opened, and line breaks, into spaces."""
    depth = 0
    for index, character in enumerate(view):
        if character in "(〈":
            depth += 1
        elif character in ")〉":
            depth -= 1
            if depth < 0:
                view[index], depth = " ", 0
        elif character == "\n":
            view[index] = " "


def is_clause(structure: Structure, draft: Draft) -> bool:
    """Whether a statement binds bodies: 企业牵头, an explanation or an organiser's imprint does not."""
    names, known, roles = draft.said.names, draft.said.known, draft.said.roles
    if not known or all(map(is_common, names)):
        return False
    style = draft.statement.style
    if style in ("verbs", "verb-line", "verb-sentence"):
        if not roles.verbs or roles.odd or any(map(is_common, names)) or any(map(_PROSE.search, names)):
            return False
        if len(known) < len(names):
            return style == "verbs" and _are_most(known, names)
        return style == "verbs" or _is_line_of_duties(draft, style == "verb-line")
    if style == "names":
        return 5 * len(known) >= 4 * len(names) and not roles.odd and not any(map(is_common, names))
    if style == "bracket":
        return roles.labelled
    if style == "row":
        return 2 * len(known) >= len(names)
    if style == "bare-line" and len(known) < len(names):
        return False
    label = draft.said.view[:8]
    inside_item = structure.item_at(draft.statement.span.start) is not None
    if not inside_item and label.lstrip().startswith(_ORGANISER) and not _is_duty(draft):
        return False
    surer = style == "line" or len({entry.word for entry in roles.entries}) > 1  # so do two labels in a row
    most = 2 * len(names) / 3 if surer and inside_item else 4 * len(names) / 5  # a line of its own says more
    return roles.labelled and not roles.odd and len(known) >= most


def _is_duty(draft: Draft) -> bool:
    """Whether an organiser outside every measure has a duty: who helps it, or by when, no website says."""
    said = draft.said
    words = [entry.word or "" for entry in said.roles.entries]
    event = all(any(kind in word for word in words) for kind in _OF_EVENTS)
    helped = any(body.role == "support" for body in draft.bodies)
    return said.due is not None or "时限" in said.view or (helped and not event)


_PLACED = "省市区县州各国"  # how a name begins that is of the government, whatever stands before it
_PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z0-9()·]{2,12}")
_OF_STATE = ("部", "委", "总局", "总署", "银行", "政府")


def _are_most(known: Sequence[str], names: Sequence[str]) -> bool:
    """Whether names of no known form (哈工大, 三峡燃气) stand among enough that are surely of the government."""
    sure = [name for name in known if name[0] in _PLACED or name.startswith("中国") or name.endswith(_OF_STATE)]
    plain = all(_PLAIN.fullmatch(name) for name in names if name not in known)
    return plain and len(sure) >= 2 and 3 * len(known) >= 2 * len(names)


def _is_line_of_duties(draft: Draft, alone: bool) -> bool:
    """Whether words without brackets and labels are nothing but bodies and their verbs: 市教育局牵头，各区政府配合.

    ``alone``: they are the whole line, which then may say no more than 市教育局、市财政局负责.
    """
    said = {entry.word for entry in draft.said.roles.entries}
    if draft.said.roles.unsaid:
        return False
    if any("牵头" in (word or "") for word in said) and (alone or len(said) > 1):
        named = [b for b in draft.bodies if b.name[0] in "省市区县州各国有相全中" or b.name.endswith(_OF_STATE)]
        return 2 * len(named) >= len(draft.bodies)
    duties = any(body.role in ("lead", "responsible", "implement") for body in draft.bodies)
    sure = all(len(b.name) > 2 and (b.name[0] in _PLACED or b.name.endswith(_OF_STATE)) for b in draft.bodies)
    return duties and sure and (alone or any("分工" in (word or "") for word in said))
