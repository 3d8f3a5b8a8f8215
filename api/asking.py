"""From words typed after ``policy-graph query`` to a catalogue query and the values of its parameters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.queries import Param, Query, catalogue
from graph.queries import query as query_of

from graph.errors import AmbiguousName, NotFound, QueryError

if TYPE_CHECKING:
    from graph.store import GraphStore

CATALOGUE = ("query", "question", "问题")


def catalogue_rows() -> list[dict[str, str]]:
    """The questions that can be asked, one a row, with the columns of ``CATALOGUE``."""
    return [
        {"query": f"{q.name}({', '.join(p.name for p in q.params)})", "question": q.question, "问题": q.question_zh}
        for q in catalogue()
    ]


def question(name: str) -> Query:
    """The reading query of this name.

    Raises:
        QueryError: there is none.
    """
    chosen = query_of(name)
    if chosen.kind != "read":
        raise QueryError(f"{name} is not a question. 'policy-graph query' lists those that are.")
    return chosen


def ask(store: "GraphStore", chosen: Query, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that answer; a unit may be given by its name where only one unit has it."""
    keys = {name: _unit_key(store, params[name]) for name in params.keys() & {"unit", "partner"}}
    return store.read(chosen, **params | keys)


def values_of(declared: Sequence[Param], given: list[str]) -> dict[str, Any]:
    """The values of ``-p``, each as its declared type.

    Raises:
        QueryError: a value has no name, no such parameter exists or its type is another.
    """
    types = {param.name: param.type for param in declared}
    params: dict[str, Any] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"-p {pair} has no value. Write -p {pair}=VALUE.")
        if key not in types:
            known = ", ".join(types) or "none"
            raise QueryError(f"-p {pair} names no parameter of this query. It takes: {known}.")
        try:
            params[key] = int(value) if types[key] == "int" else float(value) if types[key] == "float" else value
        except ValueError:
            raise QueryError(f"-p {pair} is no {types[key]}. Give a number.") from None
    return params


def _unit_key(store: "GraphStore", value: str) -> str:
    """The key of a unit given by key or, where only one unit has it, by name."""
    if ":" in value:
        return value
    units = store.read(query_of("unit_of_name"), name=value)
    if not units:
        raise NotFound(f"No unit is named {value}. 'policy-graph query units -p text={value[:2]}' lists similar ones.")
    if len(units) > 1:
        keys = ", ".join(unit["unit"] for unit in units)
        raise AmbiguousName(f"{len(units)} units are called {value}: ask with the key of one of them ({keys}).", units)
    return str(units[0]["unit"])
