"""Other orders of a list, and what follows a row of it: statements made of a query's own words and nothing else.

A query that comes in stretches says in its header by which columns its rows stand, so that the values of a row there
tell its place among all others (``// order: items desc, unit``), and by which they may be sorted instead:

    // sorts: name = u.name, items, cited_by late

The expression of a column stands behind ``=`` where it is another than its name at the point of the statement that
counts the stretch (``ORDER BY … SKIP $offset LIMIT $limit``); ``late`` is what is only known behind it, so that all
rows must be made before they can be sorted. ``$by desc`` is the column that the parameter names.

A stretch that goes on after a row (``after``: the values of its places) asks for the rows whose place is behind it:
what is added or removed meanwhile moves none of them in or out, as it does where rows are counted.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from graph.errors import QueryError
from graph.queries import Param, Query, Sort

_STRETCH = "\nSKIP $offset LIMIT $limit"
_ORDER = "\nORDER BY "
_ABSENT = re.compile(r"^coalesce\(.*, (?:'(?P<text>[^']*)'|(?P<number>\d+))\)$", re.DOTALL)
_RETURN = "\nRETURN "  # at the beginning of a line: that of the statement itself
_AFTER = Param("after", "list", required=True)


@dataclass(frozen=True, slots=True)
class _Place:
    """One of the values that tell a row's place; ``missing``: whether the column has none, which stands last."""

    column: str
    expression: str
    down: bool
    absent: Any = None
    missing: bool = False

    def of(self, row: Mapping[str, Any]) -> Any:
        value = row[self.column]
        if self.missing:
            return int(value is None)
        return self.absent if value is None else value


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A query in an order; ``statement`` takes what the query takes, and ``after`` where it goes on after a row."""

    statement: Query
    places: tuple[_Place, ...]

    def place_of(self, row: Mapping[str, Any]) -> list[Any]:
        """The values that tell where a row stands."""
        return [place.of(row) for place in self.places]


def arrange(
    question: Query, values: Mapping[str, Any], sort: str | None = None, *, following: bool = False
) -> Arrangement:
    """A query in its own order, or sorted by a column (``name``, ``-name`` downwards); ``following``: after a row.

    Raises:
        QueryError: it cannot be sorted so, or its rows do not tell their places.
    """
    by = None
    if any(column == "$by" for column, _ in question.order):
        by = str(values["by"])
        if by not in question.columns:
            raise QueryError(f"Query {question.name}: by={by!r} is no column of it.")
    return _arranged(question, sort, following, by)


def check_sort(question: Query, sort: str) -> Sort:
    """How a query is sorted by a word such as ``-items``.

    Raises:
        QueryError: it cannot be; says by what it can.
    """
    known = {one.column: one for one in question.sorts}
    found = known.get(sort.removeprefix("-"))
    if found is None:
        names = ", ".join(known) or "nothing"
        raise QueryError(
            f"{question.name} cannot be sorted by {sort!r}. Sort by: {names}; with - before it, downwards."
        )
    return found


@lru_cache(maxsize=1024)
def _arranged(question: Query, sort: str | None, following: bool, by: str | None) -> Arrangement:
    if not question.order:
        raise QueryError(f"{question.name} has one order only, and no places in it. Leave sort and cursor out.")
    head, order, tail = _parts(question)
    own = [
        _Place(by if column == "$by" and by else column, expression, down, _absent(expression))
        for (column, down), (expression, _) in zip(question.order, order, strict=True)
    ]
    chosen = check_sort(question, sort) if sort else None
    late = chosen is not None and chosen.late and bool(tail)
    if late:  # all rows are made, and the end of the statement counts the stretch
        head, tail = head + _without_order(tail), ""
    if late or not tail:
        own = [replace(place, expression=_known(place.column, place.absent)) for place in own]
    places = [*_sorted_by(chosen, sort, late=late or not tail), *own] if chosen and sort else own
    if chosen is None and not following:
        return Arrangement(question, tuple(places))
    text = _text(question, head, tail, places, sorted_too=chosen is not None, following=following)
    params = (*question.params, _AFTER) if following else question.params
    return Arrangement(replace(question, text=text, params=params), tuple(places))


def _parts(question: Query) -> tuple[str, list[tuple[str, bool]], str]:
    """What stands before the order of the stretch, that order, and what stands behind the stretch."""
    before, _, tail = question.text.partition(_STRETCH)
    head, _, order = before.rpartition(_ORDER)
    return head, [_direction(part) for part in _split(order)], tail.rstrip()


def _split(order: str) -> list[str]:
    """The expressions of an ORDER BY; the commas within brackets part none."""
    found, depth = [""], 0
    for character in order:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return [" ".join(part.split()) for part in found]


def _direction(part: str) -> tuple[str, bool]:
    return part.removesuffix(" DESC"), part.endswith(" DESC")


def _absent(expression: str) -> str | int | None:
    found = _ABSENT.match(expression)
    if found is None:
        return None
    return int(found["number"]) if found["number"] else found["text"]


def _known(column: str, absent: str | int | None) -> str:
    """A column where the rows are made, as an expression."""
    name = f"`{column}`"
    if absent is None:
        return name
    return f"coalesce({name}, {absent if isinstance(absent, int) else repr(absent)})"


def _sorted_by(chosen: Sort, sort: str, *, late: bool) -> list[_Place]:
    expression = f"`{chosen.column}`" if late else chosen.expression
    return [
        _Place(chosen.column, _missing(expression), down=False, missing=True),
        _Place(chosen.column, f"coalesce({expression}, '')", down=sort.startswith("-"), absent=""),
    ]


def _text(question: Query, head: str, tail: str, places: Sequence[_Place], *, sorted_too: bool, following: bool) -> str:
    behind = f"\nWHERE {_behind(places)}" if following else ""
    stretch = f"\nORDER BY {_order([(place.expression, place.down) for place in places])}{_STRETCH}"
    if not tail:  # the rows are made: their columns are what the order knows
        rows, _, made = head.rpartition(_RETURN)
        names = ", ".join(f"`{column}`" for column in question.fetched or question.columns)
        return f"{rows}\nWITH {made}{behind}\nRETURN {names}{stretch}"
    if sorted_too:  # the order was the file's own; what comes after the stretch keeps the new one
        columns = [
            (_missing(f"`{place.column}`") if place.missing else _known(place.column, place.absent), place.down)
            for place in places
        ]
        tail = f"{_without_order(tail)}\nORDER BY {_order(columns)}"
    return f"{head}{behind}\nWITH *{stretch}{tail}" if behind else f"{head}{stretch}{tail}"


def _without_order(tail: str) -> str:
    """The end of a statement without the order of its rows, which may have stood in the clause before already."""
    before, _, behind = tail.rpartition(_ORDER)
    return tail if _RETURN in behind else before


def _missing(expression: str) -> str:
    return f"CASE WHEN {expression} IS NULL THEN 1 ELSE 0 END"


def _order(parts: Sequence[tuple[str, bool]]) -> str:
    return ", ".join(f"{expression} DESC" if down else expression for expression, down in parts)


def _behind(places: Sequence[_Place]) -> str:
    """Whether a row stands behind ``$after``, place by place."""
    said = ""
    for number, place in reversed(list(enumerate(places))):
        value = f"$after[{number}]"
        beyond = f"{place.expression} {'<' if place.down else '>'} {value}"
        said = f"({beyond} OR ({place.expression} = {value} AND {said}))" if said else f"({beyond})"
    return said
