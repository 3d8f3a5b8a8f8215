"""Answers about the whole graph from memory: never older than promised, whoever writes, and never too many."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from graph.load import delete, load
from graph.queries import KINDS, queries, query
from graph.remembered import Memory, State, as_of, hearing
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import NOTICE, sample_documents

UNITS = query("units")
LOAD = """
import sys
from graph.load import load
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import sample_documents
named = dict(pair.split("=", 1) for pair in sys.argv[1:])
with open_store(Settings(_env_file=None, **named), "write") as store:
    load(store, sample_documents()[1])
"""
MAINTAIN = {
    "document_as_cited", "drop_decision", "drop_versions", "log_changes", "note_change", "note_copy", "note_schema",
    "note_versions",
    "orphaned_documents", "orphaned_projects", "orphaned_regions", "orphaned_units", "put_decision", "restore_copies",
    "restore_versions", "stale_document_edges", "stale_item_edges", "stale_items", "stale_sections", "stale_targets",
    "take_turn",
}  # fmt: skip


def test_it_is_known_which_statements_change_the_graph() -> None:
    changing = {kind: {each.name for each in queries(kind) if each.changes} for kind in KINDS}
    assert changing["read"] == set()
    assert changing["write"] == {each.name for each in queries("write")}
    assert changing["maintain"] == MAINTAIN


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize(
    ("memory", "seconds"),
    [
        pytest.param({"quick": 60.0}, 0.0, id="quick to compute: at once"),
        pytest.param({"quick": 0.0, "patience": 0.0}, 0.0, id="patience at its end: at once"),
        pytest.param({"quick": 0.0}, 10.0, id="slow to compute: beside"),
    ],
)
def test_a_ranking_follows_a_load(server: Settings, writer: GraphStore, memory: dict[str, Any], seconds: float) -> None:
    load(writer, sample_documents()[0])
    with open_store(server, "read", Memory(**memory)) as remembering:
        before = remembering.read(UNITS)
        assert before == writer.read(UNITS)
        load(writer, sample_documents()[1])
        after = writer.read(UNITS)
        assert after != before
        assert within(seconds, lambda: remembering.read(UNITS) == after)


def test_an_answer_is_told_from_memory_until_something_changes(server: Settings, writer: GraphStore) -> None:
    document = sample_documents()[0]
    load(writer, document)
    with open_store(server, "read", Memory(quick=0.0)) as remembering, hearing():
        remembering.read(UNITS)
        first = as_of()
        assert first is not None
        state = writer.state()
        assert load(writer, document) == "unchanged"
        assert writer.state() == state
        remembering.read(UNITS)
        remembering.read(UNITS, limit=1)  # another answer
        with hearing() as heard:
            remembering.read(UNITS)
            assert heard == [first]
            remembering.read(query("documents"))  # never remembered
            assert heard == [first]


def test_nothing_old_is_told_after_a_deletion(server: Settings, writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    with open_store(server, "read", Memory(quick=0.0)) as remembering:
        before = remembering.read(UNITS)
        delete(writer, NOTICE)
        after = remembering.read(UNITS)
        assert after == writer.read(UNITS)
        assert after != before


def test_what_another_process_loads_is_told(server: Settings, writer: GraphStore) -> None:
    load(writer, sample_documents()[0])
    with open_store(server, "read", Memory(quick=60.0)) as remembering:
        before = remembering.read(UNITS)
        named = {"data": server.data, "neo4j_uri": server.neo4j_uri, "neo4j_user": server.neo4j_user}
        if server.neo4j_password:
            named["neo4j_password"] = server.neo4j_password.get_secret_value()
        line = [sys.executable, "-c", LOAD, *(f"{name}={value}" for name, value in named.items() if value)]
        subprocess.run(line, check=True, timeout=60)
        after = remembering.read(UNITS)
        assert after == writer.read(UNITS)
        assert after != before


STILL = State(1, 0)


def test_memory_is_bounded() -> None:
    memory = Memory(cells=1_000)
    for number in range(500):
        memory.tell(number, lambda: STILL, lambda: [{"value": "x"}] * 90)
        assert memory.cells <= 1_000
    asked: list[int] = []
    memory.tell(499, lambda: STILL, lambda: asked.append(499) or [])  # type: ignore[func-returns-value]
    memory.tell(0, lambda: STILL, lambda: asked.append(0) or [])  # type: ignore[func-returns-value]
    assert asked == [0], "what was asked for last is kept, the first is forgotten"
    memory.tell("large", lambda: STILL, lambda: [{"value": ["x"] * 5_000}])
    assert memory.cells <= 1_000
    memory.close()


def test_who_asks_at_once_waits_for_one_answer() -> None:
    memory, asked, together = Memory(), [], threading.Barrier(5)

    def compute() -> list[dict[str, Any]]:
        asked.append(1)
        time.sleep(0.2)
        return [{"value": len(asked)}]

    def ask() -> None:
        together.wait()
        told.append(memory.tell("it", lambda: STILL, compute))

    told: list[list[dict[str, Any]]] = []
    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [[{"value": 1}]] * 5
    memory.close()


def test_an_error_is_told_and_not_kept() -> None:
    memory = Memory()

    def fail() -> list[dict[str, Any]]:
        raise ValueError("gone")

    with pytest.raises(ValueError, match="gone"):
        memory.tell("it", lambda: STILL, fail)
    assert memory.tell("it", lambda: STILL, lambda: [{"value": 1}]) == [{"value": 1}]
    memory.close()
