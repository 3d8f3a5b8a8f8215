"""What a graph holds, so that two can be compared, and so that a document is seen to be whole or absent."""

import json
from typing import Any

from graph.queries import Query
from graph.rows import Row
from graph.store import GraphStore

_BOOKS = frozenset({"Schema", "Change"})  # what the graph notes of itself
_OF_THE_CLOCK = frozenset({"loaded_at", "when"})
_NODES = Query(
    "all_nodes",
    "read",
    "All?",
    "",
    (),
    ("labels", "values"),
    "MATCH (n) RETURN labels(n) AS labels, properties(n) AS `values`",
)
_EDGES = Query(
    "all_edges",
    "read",
    "All?",
    "",
    (),
    ("kind", "start", "finish", "owners", "values"),
    "MATCH (a)-[r]->(b) RETURN type(r) AS kind, a.key AS start, b.key AS finish, "
    "[a.document, b.document] AS owners, properties(r) AS `values`",
)
_OWN = frozenset({"RESPONSIBLE_FOR", "PART_OF", "SETS", "NAMES"})  # where a citation leads depends on what is held


def contents(store: GraphStore, *, times: bool = False) -> list[str]:
    """Everything in the graph, where not asked for without the times of the clock: one sorted line a thing."""
    nodes, edges = _at_one_moment(store)
    lines = [_line(row["labels"], row["values"], times=times) for row in nodes if not _BOOKS & set(row["labels"])]
    lines += [_line([f"{row['kind']}: {row['start']} → {row['finish']}"], row["values"]) for row in edges]
    return sorted(lines)


def documents(store: GraphStore) -> dict[str, list[str]]:
    """What each held document says: its sections, items, duties, targets and projects, one sorted line each."""
    nodes, edges = _at_one_moment(store)
    held = {row["values"]["key"] for row in nodes if row["values"].get("status") == "held"}
    said: dict[str, list[str]] = {key: [] for key in held}
    for row in nodes:
        if not _BOOKS & set(row["labels"]) and (owner := row["values"].get("document")):
            said.setdefault(owner, []).append(_line(row["labels"], row["values"]))
    for row in edges:
        if row["kind"] in _OWN and (owner := next(filter(None, row["owners"]), None)):
            said.setdefault(owner, []).append(
                _line([f"{row['kind']}: {row['start']} → {row['finish']}"], row["values"])
            )
    return {key: sorted(lines) for key, lines in said.items()}


def _at_one_moment(store: GraphStore) -> tuple[list[Row], list[Row]]:
    """Nodes and edges with no change between: what a killed loader had asked for may be committed after its end."""
    while True:
        before = store.state()
        nodes, edges = store.read(_NODES), store.read(_EDGES)
        if store.state() == before:
            return nodes, edges


def _line(names: list[str], values: dict[str, Any], *, times: bool = False) -> str:
    kept = {name: value for name, value in values.items() if times or name not in _OF_THE_CLOCK}
    return json.dumps([sorted(map(str, names)), kept], ensure_ascii=False, sort_keys=True)
