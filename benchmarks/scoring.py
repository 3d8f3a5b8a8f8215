"""A parse held against labels: for each field how much is right, missed and spurious, and each error in words.

Texts are compared by their words: width, shapes of brackets, quotation marks and white space do not count. A label that
is ``optional`` counts neither when it is found nor when it is missed.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Entry = dict[str, Any]

# Fields of which there are any number: what is found may be spurious, what is labelled may be missed.
FOUND = (
    "clauses", "units", "resolved", "default units", "references", "targets", "projects", "sections", "items",
    "issuers",
)  # fmt: skip
# Fields that are asked for once, of a document or of a thing that was found: right or wrong.
ASKED = (
    "clause lists", "roles", "open lists", "clause deadlines", "comparators", "target deadlines",
    "title", "doc_number", "issued_on", "recipients",
)  # fmt: skip
SAME = 0.75  # two quotes at least so alike are the same clause
AKIN = 0.4  # two targets of one value and unit, whose words are at least so alike, are the same
WITHIN = 0.7  # a name within another, at least so much of it, is the same

_FOLDED = str.maketrans(dict.fromkeys("〔[(【﹝", "（") | dict.fromkeys("〕])】﹞", "）") | {"〈": "《", "〉": "》"}
                        | dict.fromkeys("—–－", "-") | dict.fromkeys("“”‘’\"'", ""))  # fmt: skip


@dataclass(slots=True)
class Count:
    """How often a field is right, missed and spurious (of a field that is asked for once: right and, wrong, missed)."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def add(self, other: "Count") -> None:
        """Add those of another text."""
        self.right += other.right
        self.missed += other.missed
        self.spurious += other.spurious

    @property
    def precision(self) -> float:
        """The share of what is found that is right."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0 - bool(self.missed)

    @property
    def recall(self) -> float:
        """The share of what is labelled that is found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The counts of every field that the labels speak of, and the errors."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add that of another text."""
        for name, count in other.counts.items():
            self.counts[name].add(count)
        self.errors += other.errors

    def sets(self, name: str, wanted: Iterable[str], found: Iterable[str], *, told: bool = True) -> None:
        """Count two lists of names against each other, whatever their order."""
        missed, spurious = Counter(wanted), Counter(found)
        both = missed & spurious
        self.counts[name].add(Count(both.total(), (missed - both).total(), (spurious - both).total()))
        if told:
            self.tell(name, (missed - both).elements(), (spurious - both).elements())

    def answer(self, name: str, wanted: Any, found: Any, where: str = "") -> None:
        """Count a field that is asked for once."""
        if wanted == found:
            self.counts[name].right += 1
        else:
            self.counts[name].missed += 1
            self.errors.append(
                f"{name}: {found or 'nothing'} instead of {wanted or 'nothing'}{where and f' in {where}'}"
            )

    def tell(self, name: str, missed: Iterable[str], spurious: Iterable[str]) -> None:
        """Put errors into words."""
        self.errors += [f"{name}: missed {one}" for one in missed]
        self.errors += [f"{name}: spurious {one}" for one in spurious]


def norm(text: object) -> str:
    """The words of a text."""
    folded = unicodedata.normalize("NFKC", str(text or "").translate(_FOLDED)).translate(_FOLDED)
    return re.sub(r"\s+", "", folded).strip("。；;，,、:：")


def score(labels: Entry, parsed: Entry) -> Score:
    """Hold the JSON of a parse against labels; {} is the parse of a text that was refused."""
    total = Score()
    if "document" in labels:
        _document(labels["document"], parsed.get("document") or {}, total)
    if "sections" in labels:
        total.sets("sections", map(norm, labels["sections"]), [norm(s["heading"]) for s in parsed.get("sections", [])])
    if "items" in labels:
        names = _names(labels["items"], "heading"), _names(parsed.get("items", []), "heading")
        _by_name("items", names[0], names[1], total)
    _clauses(labels["clauses"], parsed.get("clauses", []), total)
    total.sets("default units", _default(labels), _default(parsed))
    _references(labels["references"], parsed.get("references", []), total)
    _targets(labels["targets"], parsed.get("targets", []), total)
    names = _names(labels["projects"], "name"), sorted(set(_names(parsed.get("projects", []), "name")))
    _by_name("projects", names[0], names[1], total, optional=_names(labels["projects"], "name", optional=True))
    return total


def _default(entry: Entry) -> list[str]:
    return [norm(unit["name"]) for default in entry.get("default_units", []) for unit in default["units"]]


def _document(labels: Entry, found: Entry, total: Score) -> None:
    for name in ("title", "doc_number", "issued_on", "recipients"):
        if labels.get(name) or found.get(name):
            total.answer(name, norm(labels.get(name)), norm(found.get(name)))
    total.sets("issuers", map(norm, labels.get("issuers") or []), map(norm, found.get("issuers") or []))


def _clauses(wanted: Sequence[Entry], found: Sequence[Entry], total: Score) -> None:
    for want, have in _aligned(wanted, found):
        asked, given = (want or {}).get("units", []), (have or {}).get("units", [])
        where = str((want or have or {}).get("quote"))
        total.sets("clauses", [where] if want else [], [where] if have else [])
        if want:
            pairs = [[(norm(u["name"]), u["role"]) for u in units] for units in (asked, given)]
            right = have is not None and pairs[0] == pairs[1]
            total.counts["clause lists"].add(Count(right, not right))
        told = want is not None and have is not None
        before = len(total.errors)
        total.sets("units", [norm(u["name"]) for u in asked], [norm(u["name"]) for u in given], told=told)
        also = {norm(u["resolved_also"]): norm(u["resolved"]) for u in asked if u.get("resolved_also")}
        resolved = [norm(u["resolved"]) for u in given]
        told = told and len(total.errors) == before
        total.sets("resolved", [norm(u["resolved"]) for u in asked], [also.get(r, r) for r in resolved], told=told)
        if want and have:
            roles = {norm(u["name"]): u["role"] for u in given}
            for unit in asked:
                if norm(unit["name"]) in roles:
                    total.answer("roles", unit["role"], roles[norm(unit["name"])], f"{unit['name']} of {where}")
            if "open" in want:
                total.answer("open lists", want["open"], have["open"], where)
            if want.get("deadline") or have["deadline"]:
                total.answer("clause deadlines", want.get("deadline"), have["deadline"], where)


def _aligned(wanted: Sequence[Entry], found: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """Labelled and found clauses side by side in their order, so that as much as possible of their words agrees."""
    left, right = ([norm(clause["quote"]).strip("（）") for clause in side] for side in (wanted, found))
    # best[i][j]: the best sum for the first i and j, and the step that leads there
    best: list[list[tuple[float, int]]] = [[(0.0, 2)] * (len(right) + 1) for _ in range(len(left) + 1)]
    for j in range(1, len(right) + 1):
        best[0][j] = (0.0, 1)
    for i, one in enumerate(left, 1):
        for j, other in enumerate(right, 1):
            alike = _alike(one, other)
            steps = [(best[i - 1][j][0], 2), (best[i][j - 1][0], 1)]
            if alike >= SAME:
                steps.append((best[i - 1][j - 1][0] + alike, 3))
            best[i][j] = max(steps)
    pairs: list[tuple[Entry | None, Entry | None]] = []
    i, j = len(left), len(right)
    while i or j:
        step = best[i][j][1]
        i, j = i - (step >= 2), j - (step != 2)
        pairs.append((wanted[i] if step >= 2 else None, found[j] if step != 2 else None))
    return pairs[::-1]


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if min(len(one), len(other)) > 0.6 * max(len(one), len(other)) and (one in other or other in one):
        return 0.95
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _references(wanted: Sequence[Entry], found: Sequence[Entry], total: Score) -> None:
    def names(entries: Iterable[Entry]) -> set[str]:
        return {norm(entry.get("doc_number")) or norm(entry.get("title")) for entry in entries}

    optional = names(entry for entry in wanted if entry.get("optional"))
    must = names(entry for entry in wanted if not entry.get("optional"))
    total.sets("references", sorted(must), sorted(names(found) - optional))


def _targets(wanted: Sequence[Entry], found: Sequence[Entry], total: Score) -> None:
    rest = list(found)
    for want in sorted(wanted, key=lambda target: bool(target.get("optional"))):
        twin = max(rest, key=lambda have: _akin(want, have), default=None)
        if twin is None or _akin(want, twin) < AKIN:
            if not want.get("optional"):
                total.counts["targets"].missed += 1
                total.tell("targets", [_told(want)], [])
            continue
        rest.remove(twin)
        if want.get("optional"):
            continue
        total.counts["targets"].right += 1
        total.answer("comparators", want["comparator"], twin["comparator"], _told(want))
        due = [want.get("deadline"), *([want["deadline_also"]] if "deadline_also" in want else [])]
        total.answer("target deadlines", due[0], due[0] if twin["deadline"] in due else twin["deadline"], _told(want))
    total.counts["targets"].spurious += len(rest)
    total.tell("targets", [], map(_told, rest))


def _akin(one: Entry, other: Entry) -> float:
    """How surely two targets are the same: never, where value or unit differ."""
    if abs(float(one["value"]) - float(other["value"])) > 1e-9 * abs(float(one["value"])):
        return -1.0
    if norm(one["unit"]) != norm(other["unit"]):
        return -1.0
    quotes, metrics = ([norm(target[name]) for target in (one, other)] for name in ("quote", "metric"))
    if quotes[0] in quotes[1] or quotes[1] in quotes[0]:
        return 1.0
    return max(SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in (quotes, metrics))


def _told(target: Entry) -> str:
    return f"{target['metric']} {target['comparator']} {target['value']} {target['unit']} in {target['quote']}"


def _names(entries: Iterable[Entry], key: str, *, optional: bool = False) -> list[str]:
    return [norm(entry[key]) for entry in entries if bool(entry.get("optional")) is optional]


def _by_name(name: str, wanted: list[str], found: list[str], total: Score, *, optional: Sequence[str] = ()) -> None:
    """Count names of which one may hold the other."""
    rest = list(found)
    missed = [one for one in wanted if not _taken(one, rest)]
    right = len(wanted) - len(missed)
    for one in optional:
        _taken(one, rest)
    total.counts[name].add(Count(right, len(missed), len(rest)))
    total.tell(name, missed, rest)


def _taken(name: str, rest: list[str]) -> bool:
    """Whether ``rest`` has the name, or one that holds it or is held by it; it is taken out."""
    twin = name if name in rest else next((other for other in rest if _within(name, other)), None)
    if twin is not None:
        rest.remove(twin)
    return twin is not None


def _within(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short in long and len(short) >= WITHIN * len(long)
