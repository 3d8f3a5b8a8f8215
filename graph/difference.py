"""Two versions of a document, or two documents, compared item by item: what was added, dropped, moved and changed."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.keys import plain
from graph.records import DocumentGraph, ItemRecord, ResponsibilityRecord, TargetRecord

_ALIKE = 0.75  # of two headings; below it the words are taken for another task
_ALIKE_TEXT = 0.6  # of two texts whose items have the same place and heading alike in part
_LONGEST = 400  # characters of a text that are compared


@dataclass(frozen=True, slots=True)
class Change:
    """One thing of an item that changed: ``before`` or ``after`` is None where it was added or dropped."""

    what: str  # heading | text | unit | role | deadline | target
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that is in both. ``moved`` where its neighbours of before are no longer in the same order."""

    path_before: str
    path_after: str
    heading: str
    moved: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What ``after`` says that ``before`` does not, and the reverse."""

    head: tuple[Change, ...]  # title | doc_number | issued_on | recipients
    added: tuple[ItemRecord, ...]
    dropped: tuple[ItemRecord, ...]
    both: tuple[ItemDifference, ...]  # just those that moved or changed
    same: int  # items that read the same in the same place


def difference(before: DocumentGraph, after: DocumentGraph) -> Difference:
    """Compare item by item; items are the same task where their headings are alike, wherever they stand."""
    pairs = _pairs(before.items, after.items)
    moved = _moved([(a.ordinal, b.ordinal) for a, b in pairs])
    both = []
    for a, b in pairs:
        changes = tuple(_changes(before, a, after, b))
        if changes or b.ordinal in moved:
            both.append(ItemDifference(a.path, b.path, b.heading or a.heading, b.ordinal in moved, changes))
    old, new = {a.key for a, _ in pairs}, {b.key for _, b in pairs}
    return Difference(
        head=tuple(_head(before, after)),
        added=tuple(item for item in after.items if item.key not in new),
        dropped=tuple(item for item in before.items if item.key not in old),
        both=tuple(both),
        same=len(pairs) - len(both),
    )


def _pairs(before: Sequence[ItemRecord], after: Sequence[ItemRecord]) -> list[tuple[ItemRecord, ItemRecord]]:
    """Items that are one task: first by heading and text, then by heading, then by the most alike of the rest."""
    pairs: list[tuple[ItemRecord, ItemRecord]] = []
    old, new = list(before), list(after)
    keys: tuple[Callable[[ItemRecord], tuple[str, ...]], ...] = (
        lambda item: (item.kind, plain(item.heading), _words(item)),
        lambda item: (item.kind, item.path, plain(item.heading)),
        lambda item: (item.kind, plain(item.heading)),
    )
    for key in keys:
        waiting: dict[tuple[str, ...], list[ItemRecord]] = {}
        for item in new:
            waiting.setdefault(key(item), []).append(item)
        for item in list(old):
            if found := waiting.get(key(item)):
                twin = found.pop(0)
                pairs.append((item, twin))
                old.remove(item)
                new.remove(twin)
    scored = sorted(
        ((score, a.ordinal, b.ordinal, a, b) for a in old for b in new if (score := _likeness(a, b))),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    left, right = {item.key for item in old}, {item.key for item in new}
    for _, _, _, a, b in scored:
        if a.key in left and b.key in right:
            left.discard(a.key)
            right.discard(b.key)
            pairs.append((a, b))
    return sorted(pairs, key=lambda pair: pair[1].ordinal)


def _likeness(a: ItemRecord, b: ItemRecord) -> float:
    """From 0 (other tasks) to 1."""
    if a.kind != b.kind:
        return 0.0
    heading = _ratio(a.heading, b.heading, _ALIKE)
    return heading or (_ratio(a.text, b.text, _ALIKE_TEXT) if a.path == b.path or a.heading == b.heading else 0.0)


def _words(item: ItemRecord) -> str:
    """The text without its label: an item that only got another number says the same."""
    return plain(item.text.removeprefix(item.label))


def _ratio(a: str, b: str, least: float) -> float:
    matcher = difflib.SequenceMatcher(None, plain(a)[:_LONGEST], plain(b)[:_LONGEST], autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Ordinals (after) that are not on the longest run of pairs in the order of before."""
    matcher = difflib.SequenceMatcher(None, sorted(a for a, _ in pairs), [a for a, _ in pairs], autojunk=False)
    kept = {index for block in matcher.get_matching_blocks() for index in range(block.b, block.b + block.size)}
    return {b for index, (_, b) in enumerate(pairs) if index not in kept}


def _head(before: DocumentGraph, after: DocumentGraph) -> Iterable[Change]:
    for what in ("title", "doc_number", "issued_on", "recipients"):
        old, new = getattr(before.document, what), getattr(after.document, what)
        if plain(old or "") != plain(new or ""):
            yield Change(what, old, new)


def _changes(before: DocumentGraph, a: ItemRecord, after: DocumentGraph, b: ItemRecord) -> Iterable[Change]:
    if plain(a.heading) != plain(b.heading):
        yield Change("heading", a.heading, b.heading)
    if _words(a) != _words(b):
        yield Change("text", a.text, b.text)
    yield from _duties(_of(before.responsibilities, a.key), _of(after.responsibilities, b.key))
    aims = [
        Counter(map(_aim, (t for t in graph.targets if t.source == item.key)))
        for graph, item in ((before, a), (after, b))
    ]
    yield from (Change("target", aim, None) for aim in (aims[0] - aims[1]).elements())
    yield from (Change("target", None, aim) for aim in (aims[1] - aims[0]).elements())


def _of(duties: Iterable[ResponsibilityRecord], item: str) -> dict[str, list[ResponsibilityRecord]]:
    found: dict[str, list[ResponsibilityRecord]] = {}
    for duty in duties:
        if duty.item == item and not duty.derived:
            found.setdefault(duty.unit, []).append(duty)
    return found


def _duties(
    before: dict[str, list[ResponsibilityRecord]], after: dict[str, list[ResponsibilityRecord]]
) -> Iterable[Change]:
    for unit in sorted(before.keys() | after.keys()):
        name = unit.partition(":")[2]
        old, new = before.get(unit, []), after.get(unit, [])
        if not (old and new):
            yield Change("unit", name if old else None, name if new else None)
            continue
        roles = [sorted({duty.role for duty in duties}) for duties in (old, new)]
        if roles[0] != roles[1]:
            yield Change("role", f"{name} {'、'.join(roles[0])}", f"{name} {'、'.join(roles[1])}")
        dues = [sorted({duty.deadline or "" for duty in duties} - {""}) for duties in (old, new)]
        if dues[0] != dues[1]:
            yield Change("deadline", f"{name} {'、'.join(dues[0])}".strip(), f"{name} {'、'.join(dues[1])}".strip())


def _aim(target: TargetRecord) -> str:
    due = f"（{target.deadline}）" if target.deadline else ""
    return f"{target.metric} {target.comparator} {target.value:g}{target.unit}{due}"
