"""Records as the rows that the write queries take, in an order in which every edge finds its ends."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any, get_origin, get_type_hints

from graph.keys import title_key
from graph.records import DocumentGraph

Row = dict[str, Any]
MAX_ROWS = 5_000
MAX_BYTES = 4 * 1024 * 1024  # the embedded server takes messages of 16 MiB without a setting
_CHARACTER = 4  # bytes in UTF-8, at most
_NUMBER = 9


def as_row(record: Any) -> Row:
    """A record as a dict, records in it too; ``dataclasses.asdict`` copies every value and takes ten times as long."""
    row = fields_of(record)
    kind: type = type(record)
    for name in _deep(kind):
        row[name] = _plain(row[name])
    return row


def fields_of(record: Any) -> Row:
    """A record as a dict of its fields as they are."""
    kind: type = type(record)
    names, values_of = _fields(kind)
    return dict(zip(names, values_of(record), strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return as_row(value) if is_dataclass(value) else value


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)


@cache
def _deep(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record that hold records or several values."""
    hints = get_type_hints(kind).items()
    return tuple(name for name, hint in hints if get_origin(hint) is tuple or is_dataclass(hint))


def batches(rows: Iterable[Row], max_rows: int = MAX_ROWS, max_bytes: int = MAX_BYTES) -> Iterator[list[Row]]:
    """Rows in lists bounded by number and by size; a row over the size goes alone."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        weight = weight_of(row)
        if batch and (len(batch) >= max_rows or size + weight > max_bytes):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += weight
    if batch:
        yield batch


def once(rows: list[Row]) -> list[Row]:
    """Rows without those said twice: the bodies and places that several documents name; facts of a run are never."""
    return rows if rows and "run" in rows[0] else list({repr(row): row for row in rows}.values())


def weight_of(row: Row) -> int:
    """Bytes that a row takes in a message, at most."""
    characters = 0
    for value in row.values():
        kind = type(value)
        if kind is str:
            characters += len(value)
        elif kind is list:
            characters += len(str(value))
    return _NUMBER * len(row) + _CHARACTER * characters


def rows_of(document: DocumentGraph, run: str) -> Iterator[tuple[str, list[Row]]]:
    """(write query, its rows); what a later run may find stale carries ``run``."""
    key = document.document.key
    yield "documents", [as_row(document.document) | {"run": run}]
    yield "cited_documents", [row | {"title_key": title_key(row["title"])} for row in _flat(document.cited_documents)]
    yield "regions", _flat(document.regions)
    yield "regions_in_regions", [row for row in _flat(document.regions) if row["within"]]
    yield "units", [as_row(unit) for unit in document.units if not unit.collective]
    yield "collective_units", [as_row(unit) for unit in document.units if unit.collective]
    yield "units_in_regions", _flat(document.unit_regions)
    yield "memberships", _flat(document.memberships)
    yield "successions", _flat(document.successions)
    yield "projects", _flat(document.projects)
    yield "sections", [row | {"document": key, "run": run} for row in _flat(document.sections)]
    yield "items", _flat(document.items, run)
    yield from _parts(document, run)
    yield "responsibilities", _flat(document.responsibilities, run)
    written = [replace(citation, cited_as=citation.cited_as or citation.cited) for citation in document.citations]
    yield from _by_source("citations_by", written, run)
    yield from _by_source("targets_of", document.targets, run)
    yield from _by_source("projects_named_by", document.namings, run)
    yield "issuances", _flat(document.issuances, run)
    yield "addresses", _flat(document.addresses, run)


def _parts(document: DocumentGraph, run: str) -> Iterator[tuple[str, list[Row]]]:
    kinds = {section.key: "sections" for section in document.sections}
    kinds |= {item.key: "items" for item in document.items}
    kinds[document.document.key] = "documents"
    grouped: dict[str, list[Row]] = defaultdict(list)
    for item in document.items:
        grouped[kinds[item.parent]].append({"item": item.key, "parent": item.parent, "run": run})
    for kind, rows in grouped.items():
        yield f"items_in_{kind}", rows


def _by_source(name: str, records: Sequence[Any], run: str) -> Iterator[tuple[str, list[Row]]]:
    rows = _flat(records, run)
    for kind in ("item", "document"):
        yield f"{name}_{kind}s", [row for row in rows if row["source_kind"] == kind]


def _flat(records: Sequence[Any], run: str | None = None) -> list[Row]:
    """Records as flat rows: the fields of the evidence stand beside the others."""
    more = {"run": run} if run else {}
    rows = (as_row(record) for record in records)
    return [row | row.pop("evidence", {}) | more for row in rows]
