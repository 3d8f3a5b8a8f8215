"""The query catalogue: every Cypher statement by name, with its question and its signature.

A file of ``cypher/read``, ``cypher/write`` or ``cypher/maintain`` begins with its header (see ``cypher/__init__.py``);
what the header declares and what the statement uses must agree, or loading it fails.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from graph.errors import QueryError

Kind = Literal["read", "write", "maintain"]
KINDS: tuple[Kind, ...] = ("read", "write", "maintain")
MAX_LIMIT = 1000
EXPANSIONS = ("written", "members")  # what is written of a unit alone, or of its collectives too
_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "float": (int, float),
    "boolean": (bool,),
    "list": (list, tuple),
    "rows": (list, tuple),
}
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_NULL = "null"
# Strings, quoted names and comments are stepped over, so that a $ inside one is no parameter.
_TOKENS = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/|\$(?P<param>\w+)""", re.DOTALL)
_CHANGES = re.compile(r"^\s*(?:MERGE|CREATE|SET|REMOVE|DELETE|DETACH DELETE)\b", re.MULTILINE)
_PARAM = re.compile(r"^(?P<name>[a-z_]+) (?P<type>[a-z]+)(?: = (?P<default>.+))?$")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter; ``default`` counts only where it is not ``required``, None is Cypher's null."""

    name: str
    type: str
    required: bool
    default: Any = None

    def read(self, text: str) -> Any:
        """The value that a text (command line, query string) stands for.

        Raises:
            QueryError: the text is no value of this type.
        """
        try:
            if self.type == "string":
                return text
            if self.type == "boolean":
                return _TRUTHS[text.strip().lower()]
            if self.type == "int":
                return int(text)
            if self.type == "float":
                return float(text)
            if self.type == "list":
                return [part.strip() for part in text.split(",") if part.strip()]
        except (KeyError, ValueError) as error:
            raise QueryError(f"{self.name}={text!r} is no {self.type}.{_hint(self.type)}") from error
        raise QueryError(f"{self.name} holds {self.type} and cannot be given as text.")

    def check(self, value: Any, query: str) -> None:
        """Raise QueryError unless the value fits type and bounds."""
        if value is None:
            if self.required or self.default is not None:
                raise QueryError(f"Query {query} needs a value for {self.name} ({self.type}).")
            return
        wrong = not isinstance(value, _TYPES[self.type]) or (isinstance(value, bool) and self.type != "boolean")
        if wrong:
            raise QueryError(f"Query {query}: {self.name}={value!r} is no {self.type}.{_hint(self.type)}")
        if self.type == "int" and not -(2**63) <= value < 2**63:
            raise QueryError(f"Query {query}: {self.name}={value!r} is too large for a 64-bit number.")
        if self.name == "limit" and not 1 <= value <= MAX_LIMIT:
            raise QueryError(f"Query {query}: limit={value} is not from 1 to {MAX_LIMIT}. Page with offset.")
        if self.name == "expand" and value not in EXPANSIONS:
            raise QueryError(f"Query {query}: expand={value!r} is not one of {', '.join(EXPANSIONS)}.")
        if self.name == "offset" and value < 0:
            raise QueryError(f"Query {query}: offset={value} is negative. Count from 0.")


@dataclass(frozen=True, slots=True)
class Sort:
    """A column by which rows may be sorted; ``expression`` is what it is where the statement counts the stretch.

    ``late``: it is only known behind that point.
    """

    column: str
    expression: str
    late: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A statement with its question and its signature. ``columns`` are the names it returns, in order.

    ``order``: the columns, and whether downwards, whose values tell the place of a row; ``sorts``: other orders
    (``graph.arranging``).
    ``remembered``: it looks at the whole graph, and its answer may be told from ``graph.remembered``.
    Where ``graph.computed`` makes the answer, ``fetched`` are the columns of the statement itself, and ``further`` the
    read queries that are asked besides.
    """

    name: str
    kind: Kind
    question: str
    question_zh: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    text: str
    fetched: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    remembered: bool = False
    order: tuple[tuple[str, bool], ...] = ()
    sorts: tuple[Sort, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether it may change the graph."""
        return _CHANGES.search(self.text) is not None

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every parameter with its value, defaults filled in.

        Raises:
            QueryError: a parameter is unknown, missing, of another type or out of bounds.
        """
        known = {param.name: param for param in self.params}
        if unknown := sorted(given.keys() - known.keys()):
            has = ", ".join(known) or "none"
            raise QueryError(f"Query {self.name} has no parameter {', '.join(unknown)}. It has: {has}.")
        values = {name: given.get(name, param.default) for name, param in known.items()}
        for name, param in known.items():
            param.check(values[name], self.name)
        return values


def query(name: str, kind: Kind = "read") -> Query:
    """The query of this name.

    Raises:
        QueryError: there is none.
    """
    try:
        return _queries(kind)[name]
    except KeyError:
        names = ", ".join(sorted(_queries(kind)))
        raise QueryError(f"No {kind} query is named {name!r}. There are: {names}.") from None


def catalogue() -> tuple[Query, ...]:
    """All queries that read, by name."""
    return queries("read")


def queries(kind: Kind) -> tuple[Query, ...]:
    """All queries of a kind, by name."""
    return tuple(_queries(kind).values())


def schema_statements(folder: str) -> tuple[tuple[str, str], ...]:
    """(language, statement) of ``cypher/schema/<folder>`` in the order of its files; language is cypher or sql."""
    found: list[tuple[str, str]] = []
    for file in sorted(files("cypher").joinpath("schema", folder).iterdir(), key=lambda file: file.name):
        language = file.name.rpartition(".")[2]
        if language in {"cypher", "sql"}:
            lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith(("//", "--"))]
            found += [(language, part.strip()) for part in "\n".join(lines).split(";") if part.strip()]
    return tuple(found)


def parse_query(name: str, kind: Kind, source: str) -> Query:
    """A query from its file's text.

    Raises:
        QueryError: the header is incomplete, or declares other parameters than the statement uses.
    """
    lines = source.splitlines()
    comments = [line[2:].strip() for line in lines if line.startswith("//")]
    fields = {key: value.strip() for key, _, value in (comment.partition(":") for comment in comments[1:])}
    if not comments or not comments[0].endswith("?"):
        raise QueryError(f"Query {name} must begin with its question: // Which …?")
    if missing := [key for key in ("zh", "params", "returns") if key not in fields]:
        raise QueryError(f"The header of query {name} lacks {', '.join(missing)}.")
    params = tuple(_param(part, name) for part in _parts(fields["params"]))
    fetched, further = (tuple(_parts(fields.get(key, ""))) for key in ("fetched", "further"))
    declared, used = {param.name for param in params}, _used(source)
    if used - declared or (declared - used and not fetched):  # a computation takes parameters of its own
        wrong = ", ".join(sorted(declared ^ used))
        raise QueryError(f"Query {name}: its header and its statement disagree about {wrong}.")
    columns = tuple(_parts(fields["returns"]))
    order = tuple((part.removesuffix(" desc"), part.endswith(" desc")) for part in _parts(fields.get("order", "")))
    sorts = tuple(_sort(part) for part in _parts(fields.get("sorts", "")))
    ordered = {column for column, _ in order} | {sort.column for sort in sorts}
    if unknown := sorted(ordered - {*columns, "$by"}):
        raise QueryError(f"Query {name} has no column {', '.join(unknown)} to be sorted by.")
    return Query(
        name, kind, comments[0], fields["zh"], params, columns, source, fetched, further, "remembered" in fields, order,
        sorts,
    )  # fmt: skip


@cache
def _queries(kind: Kind) -> dict[str, Query]:
    found = sorted(files("cypher").joinpath(kind).iterdir(), key=lambda file: file.name)
    names = [(file.name.removesuffix(".cypher"), file) for file in found if file.name.endswith(".cypher")]
    return {name: parse_query(name, kind, file.read_text("utf-8")) for name, file in names}


def _used(source: str) -> set[str]:
    return {token["param"] for token in _TOKENS.finditer(source) if token["param"]}


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(",") if part.strip()]


def _param(part: str, query: str) -> Param:
    found = _PARAM.match(part)
    if not found or found["type"] not in _TYPES:
        raise QueryError(f"Query {query}: {part!r} declares no parameter. Write: name type, or name type = default.")
    bare = Param(found["name"], found["type"], required=found["default"] is None)
    if bare.required or found["default"] == _NULL:
        return bare
    return Param(bare.name, bare.type, required=False, default=bare.read(found["default"].strip("'\"")))


def _sort(part: str) -> Sort:
    column, _, expression = part.partition(" = ")
    bare = column.removesuffix(" late")
    return Sort(bare, expression or bare, late=column.endswith(" late"))


def _hint(type_name: str) -> str:
    return {"boolean": " Write true or false.", "int": " Write a whole number.", "float": " Write a number."}.get(
        type_name, ""
    )
