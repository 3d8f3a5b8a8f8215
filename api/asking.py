"""From words typed after ``policy-graph query`` to a catalogue query and the values of its parameters."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from graph.arranging import arrange
from graph.errors import AmbiguousName, NotFound, QueryError
from graph.queries import Query, catalogue, query
from graph.search_text import with_phrase

if TYPE_CHECKING:
    from graph.store import GraphStore

CATALOGUE = ("query", "question", "问题")


def catalogue_rows() -> list[dict[str, str]]:
    """The questions that can be asked, one a row, with the columns of ``CATALOGUE``."""
    return [
        {"query": f"{q.name}({', '.join(p.name for p in q.params)})", "question": q.question, "问题": q.question_zh}
        for q in catalogue()
    ]


def values_of(chosen: Query, pairs: Iterable[str]) -> dict[str, Any]:
    """The values of ``key=value`` pairs, each as its declared type, defaults filled in.

    Raises:
        QueryError: a pair has no value, no such parameter exists, one is missing or its type is another.
    """
    declared = {param.name: param for param in chosen.params}
    given: dict[str, Any] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise QueryError(f"-p {pair} has no value. Write -p {pair}=VALUE.")
        given[name] = declared[name].read(text) if name in declared else text
    return chosen.values(given)


def columns_of(chosen: Query, wanted: str | None) -> tuple[str, ...]:
    """The columns named, or all.

    Raises:
        QueryError: the query has no such column.
    """
    columns = tuple(name.strip() for name in wanted.split(",")) if wanted else chosen.columns
    if missing := [name for name in columns if name not in chosen.columns]:
        raise QueryError(f"{chosen.name} has no column {', '.join(missing)}. It has: {', '.join(chosen.columns)}.")
    return columns


def ask(store: "GraphStore", chosen: Query, values: dict[str, Any], sort: str | None = None) -> list[dict[str, Any]]:
    """The rows that answer; a unit may be given by its name where only one unit has it.

    Raises:
        QueryError: they cannot be sorted so.
    """
    known = settled(store, values)
    return store.read(arrange(chosen, known, sort).statement if sort else chosen, **known)


def settled(store: "GraphStore", values: dict[str, Any]) -> dict[str, Any]:
    """The values with units by their keys, and what is made of others."""
    keys = {name: _unit_key(store, values[name]) for name in ("unit", "partner") if values.get(name)}
    return with_phrase(values) | keys


def _unit_key(store: "GraphStore", value: str) -> str:
    """The key of a unit given by key or, where only one unit has it, by name."""
    if ":" in value:
        return value
    units = store.read(query("unit_of_name"), name=value)
    if not units:
        raise NotFound(f"No unit is named {value}. 'policy-graph query units -p text={value[:2]}' lists similar ones.")
    if len(units) > 1:
        keys = ", ".join(unit["unit"] for unit in units)
        raise AmbiguousName(f"{len(units)} units are called {value}: ask with the key of one of them ({keys}).", units)
    return str(units[0]["unit"])
