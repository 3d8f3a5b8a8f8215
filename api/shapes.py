"""How rows are given out: in which order, and which of their members."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from fastapi import Query
from pydantic import BaseModel

from graph.errors import QueryError

RowT = TypeVar("RowT", bound=BaseModel)
_ORDERED = (str, int, float)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a list that comes whole is given out: sorted by a member (``-`` before it: downwards), cut to members."""

    sort: str | None = None
    fields: tuple[str, ...] = ()


ALL = Shape()


def sort_of(names: Sequence[str]) -> Any:
    """The declaration of ``sort=`` for a list that may be sorted by these."""
    either = [*names, *(f"-{name}" for name in names)]
    said = "Order of the rows; with - before it, downwards. Rows without a value stand last."
    return Query(min_length=1, max_length=60, description=said, json_schema_extra={"enum": either})


def fields_of(names: Sequence[str]) -> Any:
    """The declaration of ``fields=`` for rows with these members."""
    one = "|".join(map(re.escape, names))
    said = f"Members wanted of each row, with commas between: {', '.join(names)}."
    return Query(
        min_length=1, max_length=1000, description=said, json_schema_extra={"pattern": f"^({one})(,({one}))*$"}
    )


def members(known: Sequence[str], wanted: str | None) -> tuple[str, ...]:
    """The members that a text names; none where it names none, which means all.

    Raises:
        QueryError: rows have no such member; says which they have.
    """
    names = tuple(dict.fromkeys(name.strip() for name in (wanted or "").split(",") if name.strip()))
    if unknown := [name for name in names if name not in known]:
        raise QueryError(f"fields: the rows have no {', '.join(unknown)}. They have: {', '.join(known)}.")
    return names


def sortable(model: type[BaseModel]) -> list[str]:
    """The members of a row by which a list that comes whole may be sorted: texts and numbers."""
    return [name for name, field in model.model_fields.items() if _is_ordered(field.annotation)]


def checked_sort(model: type[BaseModel], sort: str | None) -> str | None:
    """A word such as ``-name``, if rows have such a member.

    Raises:
        QueryError: they do not; says what they have.
    """
    names = sortable(model)
    if sort and sort.removeprefix("-") not in names:
        raise QueryError(
            f"sort={sort!r} is no order of this list. Sort by: {', '.join(names)}; downwards with - before."
        )
    return sort or None


def in_order(rows: list[RowT], sort: str | None) -> list[RowT]:
    """Rows sorted by a member; those without a value stand last."""
    if sort is None:
        return rows
    name = sort.removeprefix("-")
    known = [row for row in rows if getattr(row, name) is not None]
    known.sort(key=lambda row: getattr(row, name), reverse=sort.startswith("-"))
    return known + [row for row in rows if getattr(row, name) is None]


def cut(rows: list[RowT], fields: tuple[str, ...]) -> list[RowT]:
    """Rows with these members alone; with all where none is named."""
    if not fields:
        return rows
    return [type(row).model_construct(**{name: getattr(row, name) for name in fields}) for row in rows]


def _is_ordered(kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return True
    if isinstance(kind, UnionType):
        return all(part is type(None) or _is_ordered(part) for part in get_args(kind))
    return isinstance(kind, type) and kind is not bool and issubclass(kind, _ORDERED)
