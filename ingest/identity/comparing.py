"""Whether two names, each in its document's place, mean the same body."""

from dataclasses import dataclass

from ingest.identity.naming import Identity, identify
from ingest.identity.register import Succession, register


@dataclass(frozen=True, slots=True)
class Comparison:
    """``verdict`` is same, different or unsure; ``score`` is how much speaks for it."""

    verdict: str
    reason: str
    score: float


def compare(a: str, b: str, place_a: str | None = None, place_b: str | None = None) -> Comparison:
    """Compares name ``a`` in a document of ``place_a`` with name ``b`` in one of ``place_b``."""
    return compare_identities(identify(a, place_a), identify(b, place_b))


def compare_identities(one: Identity, two: Identity) -> Comparison:
    """Compares what was read before, so that many can be compared with many."""
    score = min(one.confidence, two.confidence)
    shared = set(one.keys) & set(two.keys)
    if "placeholder" in (one.kind, two.kind):
        known = bool(shared) and one.place is not None
        return Comparison("same" if known else "unsure", "one of the names does not say which body", score)
    if shared:
        if any(key.startswith("?") for key in shared):
            return Comparison("unsure", "the names agree, but the place of neither is known", score)
        if "hint only" in (one.rule, two.rule) and one.written != two.written:
            return Comparison("unsure", "one of the names only hints at the body", score)
        return Comparison("same", "one place and one function" if one.functions else "one place and one name", score)
    if (one.kind == "collective") != (two.kind == "collective"):
        return Comparison("different", "one is many bodies", score)
    where_one, where_two = one.keys[0].split("|")[0], two.keys[0].split("|")[0]
    if where_one != where_two:
        unknown = [where for where in (where_one, where_two) if where.startswith("?")]
        if unknown and _may_agree(one, two) and (len(unknown) == 1 or "?" in unknown):
            return Comparison("unsure", "the place of one of the names is not known", score)
        return Comparison("different", f"{one.place or 'no place'} is not {two.place or 'no place'}", score)
    if link := _succession(one, two):
        return Comparison("different", f"{link.after} took over from {link.before} in {link.on}", score)
    if one.functions and two.functions:
        return Comparison("different", f"{one.functions[0]} is not {two.functions[0]}", score)
    if _abbreviates(one.keys[0], two.keys[0]) or _abbreviates(two.keys[0], one.keys[0]):
        return Comparison("unsure", "one name may abbreviate the other", score)
    return Comparison("different", "other names in one place", score)


def _may_agree(one: Identity, two: Identity) -> bool:
    tails = [{key.split("|", 1)[1] for key in identity.keys} for identity in (one, two)]
    return bool(tails[0] & tails[1])


def _succession(one: Identity, two: Identity) -> Succession | None:
    known = register().successions
    for a in one.functions:
        for b in two.functions:
            if link := known.get((a, b)) or known.get((b, a)):
                return link
    return None


def _abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` with characters left out, and ends alike: 公积金中心, 住房公积金管理中心."""
    if len(short) >= len(long) or short[-1] != long[-1] or "各" in long or "有关" in long:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)
