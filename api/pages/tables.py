"""Rows of any catalogue query as a table for people: Chinese column names, links on keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.labels import ABOUT, COMPARATORS, KINDS, LEVELS, RELATIONS, ROLES, STANDINGS, UNIT_KINDS, VERDICTS
from api.pages.templating import number, path_of
from api.responses import QueryRows

_KEYS = {
    "item": "item",
    "parent": "item",
    "unit": "unit",
    "partner": "unit",
    "closest": "unit",
    "document": "document",
    "cited": "document",
    "through": "unit",
    "source_document": "document",
}
# A name that stands for a key beside it, in the same row.
_NAMES = {
    "name": "unit",
    "partner_name": "partner",
    "closest_name": "closest",
    "document_title": "document",
    "cited_title": "cited",
    "source_title": "source_document",
    "heading": "item",
}
_NAMED = {"unit", "partner", "closest"}
_WORDS: dict[str, Mapping[str, str]] = {
    "role": ROLES,
    "partner_role": ROLES,
    "kind": {**UNIT_KINDS, **KINDS},
    "level": LEVELS,
    "cited_level": LEVELS,
    "standing": STANDINGS,
    "about": ABOUT,
    "verdict": {**VERDICTS, **ROLES},
    "direction": {"before": "前身", "after": "承继"},
    "relation": RELATIONS,
    "comparator": COMPARATORS,
    "status": {"held": "已入库", "cited": "仅被引用"},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where it leads."""

    text: str
    href: str | None = None
    number: bool = False


def columns_of(answer: QueryRows) -> list[str]:
    """The columns of an answer that people need: no key of a unit whose name stands beside it and leads to it."""
    named = {_NAMES[column] for column in answer.columns if column in _NAMES} & _NAMED
    return [column for column in answer.columns if column not in named]


def cells_of(answer: QueryRows) -> Iterator[list[Cell]]:
    """The cells of an answer in those columns, row by row."""
    columns = columns_of(answer)
    for row in answer.rows:
        yield [_cell(answer.query.name, column, row) for column in columns]


def _cell(query: str, column: str, row: Mapping[str, Any]) -> Cell:
    value = row.get(column)
    if value is None or value == []:
        return Cell("—")
    if isinstance(value, bool):
        return Cell("是" if value else "否")
    if isinstance(value, int | float):
        return Cell(number(value), number=True)
    if isinstance(value, list | dict):
        return Cell(_flat(value))
    text = str(value)
    if column in _WORDS:
        return Cell(_WORDS[column].get(text, text))
    return Cell(text if len(text) <= 400 else text[:399] + "…", _href(query, column, row))


def _href(query: str, column: str, row: Mapping[str, Any]) -> str | None:
    key = row.get(_NAMES.get(column, column))
    if not isinstance(key, str) or (column == "unit" and ":" not in key):
        return None
    if column == "key":
        kind = row.get("kind") or {"documents": "document", "document_of_key": "document", "items": "item"}.get(query)
        return path_of(str(kind), key) if kind else None
    kind = _KEYS.get(_NAMES.get(column, column))
    if kind is None or (column == "parent" and "path" not in row):
        return None
    return path_of(kind, key)


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{_WORDS.get(k, {}).get(str(v), v)}" for k, v in value.items())
    return "、".join(_flat(each) if isinstance(each, dict) else str(each) for each in value)
