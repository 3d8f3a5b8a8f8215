"""The register of units that many places have: ``data/units.toml``, read once and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import BadDataFile
from ingest.data_file import Lines, read_tables
from ingest.gazetteer import gazetteer

KINDS = (
    "government", "party", "department", "committee", "zone authority", "institution",
    "company", "court", "bank branch", "collective", "placeholder",
)  # fmt: skip
LEVELS = ("nation", "province", "prefecture", "county", "zone")
_FIELDS = {
    "name", "kind", "levels", "endings", "normal", "short", "variants", "also", "weak",
    "short_place", "heads", "branches", "form", "nation", "examples", "region",
}  # fmt: skip
_FILE = Path(__file__).parent.parent / "data" / "units.toml"


@dataclass(frozen=True, slots=True)
class Body:
    """A function that a place has one body for. ``normal`` are the usual endings in a province and below."""

    name: str
    kind: str
    levels: tuple[str, ...]
    normal: tuple[str, ...]
    endings: tuple[str, ...]
    form: str
    nation: str
    region: str | None  # the one place that has it, where only one does


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a body: ``stem`` and ``ending`` make the official name that belongs to it."""

    body: Body
    stem: str
    ending: str
    strength: str  # strong | weak | short_place


@dataclass(frozen=True, slots=True)
class Succession:
    """``after`` took over from ``before`` (names of bodies); ``on`` is the month of the decision."""

    before: str
    after: str
    on: str
    source: str


@dataclass(frozen=True, slots=True)
class Register:
    """All bodies by the ways to write them, who followed whom, and the words for what no body is written for."""

    bodies: Mapping[str, Body]
    aliases: Mapping[str, Alias]
    longest: int  # characters of the longest alias
    branches: tuple[tuple[str, tuple[tuple[str, Body], ...]], ...]  # head, then ends with their body; longest first
    successions: Mapping[tuple[str, str], Succession]
    words: Mapping[str, Any]  # the other tables of the file


@cache
def register() -> Register:
    """The register that ships with the project."""
    return load_register(_FILE)


def load_register(path: Path) -> Register:
    """Reads and checks the file.

    Raises:
        BadDataFile: something in it is wrong; the message begins with file and line.
    """
    tables, where = read_tables(path)
    short = tables.get("endings", {})
    bodies: dict[str, Body] = {}
    aliases: dict[str, Alias] = {}
    heads: dict[str, list[tuple[str, Body]]] = {}
    for number, entry in enumerate(tables.get("body", [])):
        body = _body(entry, number, where)
        if body.name in bodies:
            raise BadDataFile(f"{where.of(number, body.name)}: {body.name} stands here a second time; remove one")
        bodies[body.name] = body
        for written, alias in _aliases(entry, body, short):
            if (known := aliases.setdefault(written, alias)).body is not body:
                raise BadDataFile(
                    f"{where.of(number, written)}: the alias {written} of {body.name} already means {known.body.name}; "
                    "keep it with one of them, or make it weak with neither"
                )
        for head in entry.get("heads", []):
            heads.setdefault(head, []).extend((end, body) for end in entry.get("branches", []))
    return Register(
        bodies=bodies,
        aliases=aliases,
        longest=max(map(len, aliases), default=0),
        branches=tuple(
            (head, tuple(sorted(ends, key=lambda end: -len(end[0]))))
            for head, ends in sorted(heads.items(), key=lambda item: -len(item[0]))
        ),
        successions=_successions(tables.get("succession", []), bodies, where),
        words={name: table for name, table in tables.items() if name not in ("body", "succession")},
    )


def _body(entry: Mapping[str, Any], number: int, where: Lines) -> Body:
    name = entry.get("name")
    at = where.of(number, str(name))
    if not name or not isinstance(name, str):
        raise BadDataFile(f"{at}: a body without a name; give it one")
    if unknown := set(entry) - _FIELDS:
        raise BadDataFile(f"{at}: {name} has a field {min(unknown)!r}; the fields are {', '.join(sorted(_FIELDS))}")
    if (kind := entry.get("kind")) not in KINDS:
        raise BadDataFile(f"{at}: {name} is of the kind {kind!r}; the kinds are {', '.join(KINDS)}")
    levels = tuple(entry.get("levels", ()))
    if not levels or not set(levels) <= set(LEVELS):
        raise BadDataFile(f"{at}: the levels of {name} are {levels}; each must be one of {', '.join(LEVELS)}")
    region = entry.get("region")
    if region is not None and region not in gazetteer().by_code:
        raise BadDataFile(f"{at}: {name} is of the region {region!r}, which the gazetteer does not have; give its code")
    if entry.get("endings") and len(entry.get("normal", ())) != 2:
        raise BadDataFile(f"{at}: {name} needs two normal endings, that of provinces and that of places below")
    return Body(
        name, kind, levels, tuple(entry.get("normal", ())), tuple(entry.get("endings", ())),
        entry.get("form", ""), entry.get("nation", ""), region,
    )  # fmt: skip


def _aliases(entry: Mapping[str, Any], body: Body, short: Mapping[str, str]) -> Iterator[tuple[str, Alias]]:
    """Each way to write a body, once."""
    stems = {body.name: body.name} | dict.fromkeys(entry.get("short", []), body.name)
    for official, abbreviations in entry.get("variants", {}).items():
        stems |= {official: official} | dict.fromkeys(abbreviations, official)
    abbreviated = {full: brief for brief, full in short.items()}
    for stem, official in stems.items():
        for ending in body.endings:
            yield stem + ending, Alias(body, official, ending, "strong")
            if brief := abbreviated.get(ending):
                yield stem + brief, Alias(body, official, ending, "strong")
    if not body.endings:
        yield body.name, Alias(body, body.name, "", "strong")
    for strength, words in (("strong", "also"), ("weak", "weak"), ("short_place", "short_place")):
        for written in entry.get(words, []):
            found = next((e for e in (*short, *body.endings) if written.endswith(e)), "")
            ending = short.get(found, found)
            yield written, Alias(body, body.name, ending if ending in body.endings else "", strength)


def _successions(
    entries: list[Mapping[str, str]], bodies: Mapping[str, Body], where: Lines
) -> dict[tuple[str, str], Succession]:
    found: dict[tuple[str, str], Succession] = {}
    followers: dict[str, list[str]] = {}
    for number, entry in enumerate(entries):
        at = where.of(number, entry.get("before", ""), "[[succession]]")
        one = Succession(*(entry.get(field, "") for field in ("before", "after", "on", "source")))
        for name in (one.before, one.after):
            if name not in bodies:
                raise BadDataFile(f"{at}: the succession names {name!r}, which is no body of this file; add it")
        if not one.on or not one.source:
            raise BadDataFile(f"{at}: the succession of {one.before} lacks its date or its source; give both")
        if one.before in _reached(one.after, followers):
            raise BadDataFile(f"{at}: {one.before} would follow itself through {one.after}; break the circle")
        found[one.before, one.after] = one
        followers.setdefault(one.before, []).append(one.after)
    return found


def _reached(start: str, followers: Mapping[str, list[str]]) -> set[str]:
    seen, ahead = set[str](), [start]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += followers.get(here, [])
    return seen
