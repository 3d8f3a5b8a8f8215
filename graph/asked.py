"""Which questions of the catalogue an answer was made of, so that it can say so."""

import contextlib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from graph.queries import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the values that were given for its parameters, those left out as they are by default."""

    question: Query
    given: Mapping[str, Any]


_asked: ContextVar[list[Asked] | None] = ContextVar("asked", default=None)


@contextlib.contextmanager
def listening() -> Iterator[list[Asked]]:
    """While it lasts, what is asked of the store is put into the list, from threads that work for it too."""
    heard: list[Asked] = []
    token = _asked.set(heard)
    try:
        yield heard
    finally:
        _asked.reset(token)


def note(question: Query, values: Mapping[str, Any]) -> None:
    """Note that a question is asked."""
    heard = _asked.get()
    if heard is not None and question.kind == "read":
        defaults = {param.name: param.default for param in question.params if not param.required}
        given = {name: value for name, value in values.items() if name not in defaults or value != defaults[name]}
        heard.append(Asked(question, given))


def asked() -> tuple[Asked, ...]:
    """What was asked since ``listening`` began, each once."""
    return tuple({(one.question.name, repr(one.given)): one for one in _asked.get() or ()}.values())
