"""Catalogue queries asked by name, with parameters as text (a query string, a form)."""

from collections.abc import Mapping
from typing import Any

from api.dependencies import unit_key
from api.responses import ParamAnswer, QueryAnswer, QueryAsked, QueryRows
from api.shapes import members
from api.stretches import Found, Stretch, find, has_stretches
from graph.errors import NotFound, QueryError
from graph.queries import Query, catalogue
from graph.search_text import with_phrase
from graph.store import GraphStore

_SHAPE = ("sort", "cursor", "fields")
_UNITS = frozenset({"unit", "partner"})


def named(name: str) -> Query:
    """The catalogue query of this name.

    Raises:
        NotFound: there is none.
    """
    for question in catalogue():
        if question.name == name:
            return question
    raise NotFound(f"The catalogue has no query named {name!r}. /queries lists them.")


def describe(question: Query) -> QueryAnswer:
    """A query as its wire model."""
    return QueryAnswer(
        name=question.name,
        question=question.question,
        question_zh=question.question_zh,
        params=[
            ParamAnswer(name=p.name, type=p.type, required=p.required, default=None if p.required else p.default)
            for p in question.params
        ],
        columns=list(question.columns),
        sorts=[sort.column for sort in question.sorts],
        text=question.text,
    )


def ask(store: GraphStore, question: Query, given: Mapping[str, str]) -> QueryRows:
    """The rows of a query; ``sort``, ``cursor`` and ``fields`` are understood besides its parameters.

    Raises:
        QueryError: a parameter is unknown, missing or no value of its type.
    """
    how = {name: given[name] for name in _SHAPE if given.get(name)}
    params = values_of(store, question, {name: text for name, text in given.items() if name not in _SHAPE})
    fields = members(question.columns, how.get("fields"))
    if has_stretches(question):
        part = Stretch(params["limit"], params["offset"], how.get("sort"), how.get("cursor"), fields)
        found = find(store, question, part, params)
    elif refused := sorted(how.keys() - {"fields"}):
        raise QueryError(f"{question.name} comes whole, in one order. Leave {', '.join(refused)} out.")
    else:
        asked = QueryAsked(name=question.name, params=params, cypher=question.text)
        found = Found(store.read(question, **params), None, None, asked)
    columns = fields or question.columns
    rows = [{name: row[name] for name in columns} for row in found.rows] if fields else found.rows
    return QueryRows(columns=list(columns), rows=rows, next=found.next, cursor=found.cursor, query=found.query)


def values_of(store: GraphStore, question: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of a query's parameters; a unit may be given by its unique name. An empty text is no value.

    Raises:
        QueryError: a parameter is unknown, missing or no value of its type.
    """
    declared = {param.name: param for param in question.params}
    return settled(
        store,
        question,
        {name: declared[name].read(text) if name in declared else text for name, text in given.items() if text},
    )


def settled(store: GraphStore, question: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a query from those given: units by their keys, defaults and what is made of others filled in.

    Raises:
        QueryError: a parameter is unknown, missing or no value of its type.
    """
    params = with_phrase(question.values(given))
    for name in _UNITS & params.keys():
        if params[name] is not None:
            params[name] = unit_key(store, params[name])
    return params
