"""Cypher that an analyst writes: looked at first, then asked by the reader's account in a READ transaction.

Neither server is trusted to refuse alone. The embedded one refuses a reader's writes, whatever its transaction says; a
Neo4j without a reading login refuses them by the transaction's mode, but neither every procedure nor reading of files
and of other databases. So only what is known to read gets through: no clause that changes or administers anything, and
none but the listed procedures and namespaces of functions. A property or label that is called like such a clause
(n.set) must stand in backticks.
"""

import re
from collections.abc import Mapping
from typing import Any

from graph.errors import QueryError, StatementRefused, WriteRefused
from graph.store import GraphStore
from graph.values import Answer

MOST_CHARACTERS = 20_000
MOST_ROWS = 10_000
MOST_BYTES = 20_000_000  # of rows as JSON
_DEEPEST = 16  # lists and maps within each other, in parameters
_MOST_VALUES = 50_000  # in all parameters

# A comment or quotation that never ends is taken whole, so that nothing can hide behind it.
_HIDDEN = re.compile(
    r"""(?P<text>'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z))|(?P<name>`(?:``|[^`])*(?:`|\Z))"""
    r"""|(?P<comment>//[^\n\r]*|/\*.*?(?:\*/|\Z))""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\[uU]")  # Neo4j 5 reads it before anything else, so that it can end a quotation
_WRITES = re.compile(
    r"\b(?:CREATE|MERGE|SET|DELETE|DETACH|NODETACH|REMOVE|FOREACH|INSERT|DROP|ALTER|RENAME|GRANT|DENY|REVOKE|"
    r"LOAD\s+CSV|IN\s+(?:\d+\s+|\$?\w+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:SHOW|TERMINATE|USE|CYPHER|EXPLAIN|PROFILE|DEALLOCATE|REALLOCATE|DRYRUN|ENABLE|"
    r"(?:START|STOP)\s+DATABASE|USING\s+PERIODIC|PERIODIC\s+COMMIT)\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"\bCALL\b\s*(?P<what>[({]|[\w.]+(?:\s*\.\s*\w+)*)?", re.IGNORECASE)
_DOTTED = re.compile(r"\b[A-Za-z_]\w*(?:\s*\.\s*\w+)+(?=\s*\()")
PROCEDURES = ("db.index.fulltext.queryNodes", "db.labels", "db.propertyKeys", "db.relationshipTypes")
_LISTED = frozenset(name.lower() for name in PROCEDURES)
_NAMESPACES = ("date.", "datetime.", "localdatetime.", "localtime.", "time.", "duration.", "point.")


def ask(
    store: GraphStore,
    statement: str,
    params: Mapping[str, Any] | None = None,
    *,
    rows: int = 1000,
    size: int = MOST_BYTES,
) -> Answer:
    """The first ``rows`` rows (1 to ``MOST_ROWS``) of a statement that only reads.

    Raises:
        QueryError: the statement is empty or too long, or a parameter cannot be sent.
        WriteRefused: the statement would change something.
        StatementRefused: it administers, calls what is not listed, or the server does not understand it.
        StoreError: the server stops it at its limit of time or memory, or is gone.
    """
    look_at(statement)
    given = dict(params or {})
    _check(given)
    return store.answer(statement, given, rows=max(1, min(rows, MOST_ROWS)), size=size)


def look_at(statement: str) -> None:
    """Raise what ``ask`` raises about the statement itself, without asking any server."""
    if not statement.strip():
        raise QueryError("The statement is empty. Write Cypher that reads: MATCH … RETURN …")
    if len(statement) > MOST_CHARACTERS:
        raise QueryError(f"The statement has {len(statement)} characters; {MOST_CHARACTERS} at most are read.")
    _check_text(statement, "The statement")
    if _ESCAPE.search(statement):
        raise StatementRefused("The statement holds \\u, which is not read here. Write the character, or a parameter.")
    bare = _HIDDEN.sub(_shown, statement).strip()
    if found := _WRITES.search(bare):
        raise WriteRefused(
            f"Only reading is possible here, and the statement holds {_words(found[0])}. Leave it out; a property or "
            "label of that name is written in backticks."
        )
    if found := _OTHER.search(bare):
        raise StatementRefused(f"{_words(found[0])} is not possible here. Ask by MATCH … RETURN …")
    if ";" in bare.rstrip("; \t\r\n"):
        raise StatementRefused("One statement at a time: what stands behind the ; cannot be asked with it.")
    for call in _CALL.finditer(bare):
        what = re.sub(r"\s", "", call["what"] or "")
        if what not in ("(", "{") and what.lower() not in _LISTED:
            listed = ", ".join(PROCEDURES)
            raise StatementRefused(f"The procedure {what or 'in backticks'} is not called here. These are: {listed}.")
    for match in _DOTTED.finditer(bare):
        function = re.sub(r"\s", "", match[0]).lower()
        if function not in _LISTED and not function.startswith(_NAMESPACES):
            raise StatementRefused(f"The function {function} is not called here; those without a namespace are.")


def _shown(hidden: re.Match[str]) -> str:
    """What stands for a quotation (''), a quoted name (a word that is no keyword) and a comment (a space)."""
    if hidden["text"]:
        return "''"
    return "quoted_name" if hidden["name"] else " "


def _words(found: str) -> str:
    return " ".join(found.upper().split())


def _check(params: Mapping[str, Any]) -> None:
    """Raise QueryError unless the driver can send every value; bounded in depth and number."""
    waiting: list[tuple[Any, int]] = [(params, 0)]
    seen = 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if depth > _DEEPEST or seen > _MOST_VALUES:
            raise QueryError(f"Parameters go at most {_DEEPEST} levels deep and hold {_MOST_VALUES} values at most.")
        if isinstance(value, str):
            _check_text(value, "A parameter")
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise QueryError(f"A parameter holds {value}, which is too large for a 64-bit number.")
        elif isinstance(value, Mapping):
            waiting += [(name, depth + 1) for name in value]
            waiting += [(part, depth + 1) for part in value.values()]
        elif isinstance(value, list | tuple):
            waiting += [(part, depth + 1) for part in value]


def _check_text(text: str, what: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{what} holds half of a character ({text[error.start]!r}). Send well-formed text.") from error
