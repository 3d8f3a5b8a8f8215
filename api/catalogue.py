"""Catalogue queries asked by name, with parameters as text (a query string, a form)."""

from collections.abc import Mapping
from typing import Any

from api.dependencies import unit_key
from api.responses import ParamAnswer, QueryAnswer, QueryRows
from graph.errors import NotFound
from graph.queries import Query, catalogue
from graph.search_text import with_phrase
from graph.store import GraphStore

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
        text=question.text,
    )


def ask(store: GraphStore, question: Query, given: Mapping[str, str]) -> QueryRows:
    """The rows of a query.

    Raises:
        QueryError: a parameter is unknown, missing or no value of its type.
    """
    params = values_of(store, question, given)
    rows = store.read(question, **params)
    return QueryRows(name=question.name, params=params, columns=list(question.columns), rows=rows)


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
