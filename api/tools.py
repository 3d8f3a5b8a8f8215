"""The questions of the catalogue as tools of a program: what each takes and gives as JSON Schema, and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.catalogue import named, settled
from graph.queries import EXPANSIONS, Param, Query, catalogue
from graph.store import GraphStore

MOST = 200  # rows of one answer: it is read by a model, whose attention is bounded
_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
    "list": {"type": "array", "items": {"type": "string"}},
}
# Made here from other parameters, or for our own pages alone.
_OWN_PARAMS = frozenset({"phrase"})
_MEANINGS = {
    "document": "Key of a document: its 发文字号.",
    "collectives": "False leaves out bodies of bodies.",
    "documents": "Keys of documents.",
    "edges": "Rows at most.",
    "expand": "written: what names a unit itself; members: also, apart, what its collectives do.",
    "item": "Key of an item: its document's key, a colon, its path.",
    "kind": "Of an item: measure or passage.",
    "level": "nation, province, prefecture, zone or county.",
    "limit": f"Rows wanted, {MOST} at most.",
    "offset": "Rows to leave out before the first.",
    "one": "Key of a document, or name of a place, which stands for all its documents.",
    "other": "What is held against it: a key or a name likewise.",
    "jurisdiction": "Name of a place, whose documents count.",
    "minimum": "Items that a pair shares at least.",
    "partner": "Key of a unit, or its name where only one has it.",
    "partners": "Keys of units, one for each of units.",
    "project": "Key of a project.",
    "region": "Name of the place for which a document speaks.",
    "role": "lead, responsible, support, guide or implement.",
    "seed": "The same number gives the same answer.",
    "text": "Part of a name, title or text; of a search all words, with spaces between.",
    "units": "Keys of units.",
    "unit": "Key of a unit, or its name where only one has it.",
    "year": "Four digits.",
}
_GIVES: dict[str, Any] = {
    "type": "object",
    "properties": {
        "query": {"type": "string"},
        "question": {"type": "string"},
        "params": {"type": "object"},
        "rows": {"type": "array", "items": {"type": "object"}},
        "left_off": {"type": "integer", "description": f"Rows found and not given: an answer has {MOST} at most."},
        "cypher": {"type": "string"},
    },
    "required": ["query", "question", "params", "rows", "left_off", "cypher"],
}


@dataclass(frozen=True, slots=True)
class Tool:
    """A question: ``takes`` and ``gives`` are JSON Schemas."""

    name: str
    description: str
    takes: dict[str, Any]
    gives: dict[str, Any]


def tools() -> tuple[Tool, ...]:
    """A tool for every question of the catalogue."""
    return tuple(
        Tool(q.name, f"{q.question} {q.question_zh} Columns: {', '.join(q.columns)}.", _takes(q), _GIVES)
        for q in catalogue()
    )


def answer(store: GraphStore, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What ``Tool.gives`` describes: the rows with their evidence, and the Cypher that found them.

    Raises:
        NotFound: no question has this name, or nothing has a key or name that was given.
        QueryError: a parameter is unknown, missing or no value of its type.
        StoreError: the server failed.
    """
    question = named(name)
    params = settled(store, question, given)
    rows = store.read(question, **params)
    return {
        "query": name,
        "question": question.question,
        "params": params,
        "rows": rows[:MOST],
        "left_off": max(0, len(rows) - MOST),
        "cypher": question.text,
    }


def _takes(question: Query) -> dict[str, Any]:
    params = [param for param in question.params if param.name not in _OWN_PARAMS]
    return {
        "type": "object",
        "properties": {param.name: _schema(param) for param in params},
        "required": [param.name for param in params if param.required],
        "additionalProperties": False,
    }


def _schema(param: Param) -> dict[str, Any]:
    schema = dict(_TYPES[param.type])
    if meaning := _MEANINGS.get(param.name):
        schema["description"] = meaning
    if param.name == "limit":
        schema |= {"minimum": 1, "maximum": MOST}
    elif param.name == "offset":
        schema["minimum"] = 0
    elif param.name == "expand":
        schema["enum"] = list(EXPANSIONS)
    if not param.required and param.default is not None:
        schema["default"] = param.default
    return schema
