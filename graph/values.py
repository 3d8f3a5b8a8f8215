"""What comes out of a transaction, as plain values: strings, numbers, lists, dicts."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import neo4j
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import QueryError
from graph.queries import Query

MAX_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows; ``cut_by`` tells which limit left rows out, None that these are all."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    cut_by: Literal["rows", "bytes"] | None


def declared_rows(result: neo4j.Result, statement: Query) -> list[dict[str, Any]]:
    """All rows that a statement of the catalogue gave, as dicts of its columns.

    Raises:
        QueryError: the columns are others than declared, or there are more than ``MAX_ROWS`` rows.
    """
    returned = tuple(result.keys())
    # The embedded server names no columns where a label is not there yet.
    declared = statement.fetched or statement.columns
    if returned != declared and (returned or result.peek() is not None):
        raise QueryError(f"Query {statement.name} returned {', '.join(returned)}; it declares {', '.join(declared)}.")
    rows = [dict(zip(declared, map(_plain, record.values()), strict=True)) for record in result.fetch(MAX_ROWS)]
    if len(rows) == MAX_ROWS and result.peek() is not None:
        raise QueryError(f"Query {statement.name} has over {MAX_ROWS} rows. Ask for less of it.")
    result.consume()
    return rows


def bounded_answer(
    transaction: neo4j.Transaction, statement: str, params: Mapping[str, Any], *, rows: int, size: int
) -> Answer:
    """The first rows of any statement, at most ``rows`` and ``size`` bytes of JSON; the others are discarded.

    Numbers that JSON has no form for come as their names (NaN, Infinity).
    """
    result = transaction.run(statement, dict(params))
    columns = tuple(result.keys())
    found: list[dict[str, Any]] = []
    used = 0
    for record in result:
        if len(found) == rows:
            return Answer(columns, found, "rows")
        row = {name: _finite(_plain(value)) for name, value in zip(columns, record.values(), strict=True)}
        used += len(json.dumps(row, ensure_ascii=False).encode())
        if used > size:
            return Answer(columns, found, "bytes")
        found.append(row)
    return Answer(columns, found, None)


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    return [_finite(part) for part in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Nodes and relationships as their properties, paths as their nodes, times as ISO text."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (Node, Relationship)):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, Path):
        return [_plain(node) for node in value.nodes]
    if isinstance(value, (Date, DateTime, Time, Duration)):
        return value.iso_format()
    if isinstance(value, (list, tuple, set, Point)):
        return [_plain(part) for part in value]
    raise QueryError(f"A query returned a {type(value).__name__}, which has no plain form. Return its parts.")
