"""The places of the country: regions with their codes, functional zones, and how documents abbreviate them.

Read from ``data/regions.tsv``, ``data/former.tsv``, ``data/zones.tsv`` and ``data/places.toml`` when first asked for.
Where the data comes from is told in ``data/README.md``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.errors import BadDataFile
from ingest.data_file import read_tables

_DATA = Path(__file__).parent / "data"
_LEVELS = ("nation", "province", "prefecture", "county", "zone")
_HEADER = ["code", "level", "within", "name", "short"]
_FORMER_HEADER = ["code", "level", "within", "name"]
_ZONES_HEADER = ["code", "within", "name"]
_LONGEST = 15  # characters of the longest name of a region


@dataclass(frozen=True, slots=True)
class Region:
    """A place. ``code`` is of GB/T 2260 (zones have their own); ``within`` is the code of the region around it."""

    code: str
    name: str
    level: str  # nation | province | prefecture | county | zone
    within: str | None
    short: str = ""  # without its suffix: 贵州, 上城, 黔东南


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places, by code and by name."""

    by_code: dict[str, Region]
    by_name: dict[str, tuple[Region, ...]]
    by_short: dict[str, tuple[Region, ...]]
    abbreviations: tuple[tuple[str, str], ...] = ()  # 机关代字 and code, the longest first
    central_numbers: tuple[str, ...] = ()
    central_bodies: tuple[str, ...] = ()
    central_others: frozenset[str] = field(default_factory=frozenset)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of places that no table lists, and of branches
    # Regions that are no more, by name: documents of their time speak for them, and no unit of today belongs to them.
    former: dict[str, tuple[Region, ...]] = field(default_factory=dict)
    # how long the names and the short names are that begin with two characters, the longest first
    _lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)
    _short_lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lengths", _lengths_by_beginning(self.by_name))
        object.__setattr__(self, "_short_lengths", _lengths_by_beginning(self.by_short))

    def regions(self, name: str) -> tuple[Region, ...]:
        """The regions of this name, full or short; several where several places have it (鼓楼区)."""
        return self.by_name.get(name, ()) or self.by_short.get(name, ())

    def around(self, region: Region) -> Iterator[Region]:
        """``region`` and what it lies in, outward, up to the nation."""
        here: Region | None = region
        while here:
            yield here
            here = self.by_code.get(here.within) if here.within else None

    def province_of(self, region: Region) -> Region | None:
        """The province a region is or lies in."""
        return next((r for r in self.around(region) if r.level == "province"), None)

    def leading(self, words: str) -> tuple[Region, ...]:
        """The regions whose full name ``words`` begin with, the longest name first tried; 城区 and 矿区 may be any."""
        for length in self._lengths.get(words[:2], ()):
            beginning = words[:length]
            if (found := self.by_name.get(beginning)) and (len(beginning) > 2 or words[1] != "区"):
                return found
        return ()

    def leading_short(self, words: str) -> tuple[Region, ...]:
        """The regions whose short form (贵州, 成都) ``words`` begin with."""
        for length in self._short_lengths.get(words[:2], ()):
            if found := self.by_short.get(words[:length]):
                return found
        return ()

    def leading_former(self, words: str) -> tuple[Region, ...]:
        """The regions that are no more whose name ``words`` begin with, the longest name first tried."""
        for length in range(min(len(words), _LONGEST), 1, -1):
            if found := self.former.get(words[:length]):
                return found
        return ()

    def of_number(self, doc_number: str) -> Region | None:
        """The region that the 机关代字 of a document number names, where it names one without doubt."""
        code = next((code for written, code in self.abbreviations if doc_number.startswith(written)), None)
        return self.by_code[code] if code else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the project."""
    return load_gazetteer(*(_DATA / name for name in ("regions.tsv", "places.toml", "zones.tsv", "former.tsv")))


def load_gazetteer(regions: Path, places: Path, zones: Path | None = None, former: Path | None = None) -> Gazetteer:
    """Reads and checks the files; a zone of ``zones`` whose name a place has already is that place.

    Raises:
        BadDataFile: something in them is wrong; the message begins with file and line.
    """
    by_code: dict[str, Region] = {}
    lines: dict[str, str] = {}  # ``file:line`` of each code
    for line, region in _rows(regions):
        if region.code in by_code:
            raise BadDataFile(f"{regions}:{line}: the code {region.code} stands here a second time; remove one")
        by_code[region.code], lines[region.code] = region, f"{regions}:{line}"
    tables, where = read_tables(places)
    for number, zone in enumerate(tables.get("zone", [])):
        code, name = zone["code"], zone["name"]
        at = where.of(number, code, "[[zone]]")
        if code in by_code:
            raise BadDataFile(f"{at}: the code {code} of {name} already means {by_code[code].name}; give it another")
        if not zone["example"].startswith(name):
            raise BadDataFile(f"{at}: the example {zone['example']!r} of {name} does not begin with its name; mend it")
        by_code[code] = Region(code, name, "zone", zone["within"] or None, zone.get("short", ""))
        lines[code] = at
    named = {region.name for region in by_code.values()}
    for line, zone in _zones(zones) if zones else ():
        if zone.code in by_code:
            has = by_code[zone.code].name
            raise BadDataFile(f"{zones}:{line}: the code {zone.code} already means {has}; remove one")
        if zone.name not in named:
            by_code[zone.code], lines[zone.code] = zone, f"{zones}:{line}"
    _check_within(by_code, lines)
    gone = list(_former(former, by_code)) if former else []
    abbreviations: dict[str, str] = {}
    for number, entry in enumerate(tables.get("abbreviation", [])):
        written, code = entry["written"], entry["region"]
        at = where.of(number, written, "[[abbreviation]]")
        if code not in by_code:
            raise BadDataFile(f"{at}: {written} is of the unknown region {code!r}; give the code of one in {regions}")
        if not entry["example"].startswith(written):
            raise BadDataFile(f"{at}: the example {entry['example']!r} does not begin with {written}; mend it")
        if written in abbreviations:
            raise BadDataFile(f"{at}: {written} already means {by_code[abbreviations[written]].name}; keep one of them")
        abbreviations[written] = code
    central = tables.get("central", {})
    return Gazetteer(
        by_code=by_code,
        by_name=_index((region.name, region) for region in by_code.values()),
        by_short=_index((region.short, region) for region in by_code.values() if region.short),
        abbreviations=tuple(sorted(abbreviations.items(), key=lambda entry: -len(entry[0]))),
        central_numbers=tuple(central.get("numbers", ())),
        central_bodies=tuple(central.get("bodies", ())),
        central_others=frozenset(central.get("others", ())),
        words={key: tuple(listed) for table in ("unlisted", "branch") for key, listed in tables.get(table, {}).items()},
        former=_index((region.name, region) for region in gone),
    )


def _lengths_by_beginning(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for name in names:
        if 1 < len(name) <= _LONGEST:
            lengths.setdefault(name[:2], set()).add(len(name))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}


def _check_within(by_code: dict[str, Region], lines: dict[str, str]) -> None:
    """Refuses a region in an unknown one, and one that would lie within itself."""
    for region in by_code.values():
        inside, around = region, [region.name]
        while inside.within:
            at = lines[inside.code]
            if inside.within not in by_code:
                raise BadDataFile(f"{at}: {inside.name} lies within the unknown region {inside.within!r}; add that one")
            inside = by_code[inside.within]
            around.append(inside.name)
            if inside is region or len(around) > len(_LEVELS) + 1:
                raise BadDataFile(f"{at}: {' lies within '.join(around)}: a circle; correct one of them")


def _index(named: Iterator[tuple[str, Region]]) -> dict[str, tuple[Region, ...]]:
    index: dict[str, tuple[Region, ...]] = {}
    for name, region in named:
        index[name] = (*index.get(name, ()), region)
    return index


def _rows(path: Path) -> Iterator[tuple[int, Region]]:
    for number, (code, level, within, name, short) in _cells(path, _HEADER):
        if level not in _LEVELS:
            raise BadDataFile(f"{path}:{number}: the level {level!r} is none of {', '.join(_LEVELS)}")
        yield number, Region(code, name, level, within or None, short)


def _zones(path: Path) -> Iterator[tuple[int, Region]]:
    for number, (code, within, name) in _cells(path, _ZONES_HEADER):
        yield number, Region(code, name, "zone", within)


def _former(path: Path, by_code: dict[str, Region]) -> Iterator[Region]:
    """Regions that are no more: a code may be that of another one today."""
    for number, (code, level, within, name) in _cells(path, _FORMER_HEADER):
        if within not in by_code:
            raise BadDataFile(f"{path}:{number}: {name} lies within the unknown region {within!r}; give one of today")
        yield Region(code, name, level, within)


def _cells(path: Path, header: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with their line numbers, each with a right code and a name of a right length."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t") != header:
        raise BadDataFile(f"{path}:1: the first line must name the columns {', '.join(header)}, parted by tabs")
    code_at, name_at = header.index("code"), header.index("name")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise BadDataFile(f"{path}:{number}: {len(cells)} columns instead of {len(header)}")
        code, name = cells[code_at], cells[name_at]
        if not (len(code) == 6 and code.isascii() and code.isdigit()):
            raise BadDataFile(f"{path}:{number}: the code {code!r} is not six digits")
        if not 2 <= len(name) <= _LONGEST:
            raise BadDataFile(f"{path}:{number}: the name {name!r} must have 2 to {_LONGEST} characters")
        yield number, cells
