"""The log of changes: in order, and complete for who goes on from a position, whoever writes and whatever the clock."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import graph.store
from graph.backup import restore_backup, write_backup
from graph.changes import changes_since
from graph.decisions import Decision
from graph.errors import LogChanged, QueryError
from graph.load import delete, load
from graph.review import decide, undo
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import COMMISSION, HEALTH, NOTICE, PLAN, notice, plan, sample_documents


def now_of(store: GraphStore) -> str:
    """Where someone stands who has seen all."""
    news = changes_since(store, None, 500)
    while news.more:
        news = changes_since(store, str(news.position), 500)
    return str(news.position)


def told(store: GraphStore, since: str, limit: int = 500) -> list[tuple[str, str | None]]:
    return [(row["kind"], row["document"]) for row in changes_since(store, since, limit).rows]


def test_what_was_done_is_told_in_order_and_what_was_not_is_not(writer: GraphStore, reader: GraphStore) -> None:
    since = now_of(reader)
    for document in sample_documents():
        load(writer, document)
    load(writer, notice())  # the same again
    load(writer, plan(without_health=True))
    delete(writer, NOTICE)
    done = [("loaded", PLAN), ("loaded", NOTICE), ("updated", PLAN), ("deleted", NOTICE)]
    assert told(reader, since) == done
    titles = {row["document"]: row["title"] for row in changes_since(reader, since, 9).rows}
    assert titles == {PLAN: "云川市教育提升行动方案", NOTICE: None}
    steps, at = [], since
    for _ in done:
        news = changes_since(reader, at, 1)
        steps += [(row["kind"], row["document"]) for row in news.rows]
        at = str(news.position)
    assert steps == done
    assert not news.more
    assert told(reader, at) == []


def test_a_decision_is_told_and_what_it_changes(writer: GraphStore, reader: GraphStore) -> None:
    load(writer, plan())
    since = now_of(reader)
    made = Decision("unit", HEALTH, COMMISSION, "same", "甲", "2026-01-01T00:00:00+00:00", "机构改革")
    decide(writer, [made])
    undo(writer, made.key)
    rows = changes_since(reader, since, 9).rows
    assert [(row["kind"], row["document"], row["decision"]) for row in rows] == [
        ("decided", None, made.key),
        ("updated", PLAN, None),
        ("undone", None, made.key),
        ("updated", PLAN, None),
    ]


def test_a_clock_that_is_set_back_hides_nothing(
    writer: GraphStore, reader: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = now_of(reader)

    def at(hour: int) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> "Clock":  # noqa: ARG003 - the signature of the one it stands for
                return cls(2031, 1, 1, hour, tzinfo=UTC)

        monkeypatch.setattr(graph.store, "datetime", Clock)

    at(12)
    load(writer, plan())
    middle = now_of(reader)
    at(9)
    load(writer, notice())
    assert told(reader, middle) == [("loaded", NOTICE)]
    assert told(reader, since) == [("loaded", PLAN), ("loaded", NOTICE)]
    assert told(reader, "2031-01-01T12:00:00Z") == [("loaded", PLAN), ("loaded", NOTICE)], "in order, not by the clock"
    assert told(reader, "2031-01-01T13:00:00") == []
    monkeypatch.undo()


def test_who_follows_while_several_write_sees_each_change_once(server: Settings, writer: GraphStore) -> None:
    since = now_of(writer)
    rounds, stop = 5, threading.Event()
    seen: list[tuple[str, str]] = []
    start = threading.Barrier(2)

    def write(document: str) -> None:
        with open_store(server, "write") as store:
            start.wait()
            for _ in range(rounds):
                load(store, plan() if document == PLAN else notice())
                delete(store, document)

    def follow() -> None:
        at = since
        with open_store(server, "read") as store:
            while True:
                last = stop.is_set()
                news = changes_since(store, at, 3)
                seen.extend((row["kind"], row["document"]) for row in news.rows)
                at = str(news.position)
                if last and not news.more:
                    return

    with ThreadPoolExecutor(3) as pool:
        following = pool.submit(follow)
        writing = [pool.submit(write, key) for key in (PLAN, NOTICE)]
        try:
            for each in writing:
                each.result()
        finally:
            stop.set()
        following.result()
    for key in (PLAN, NOTICE):
        own = [kind for kind, document in seen if document == key]
        assert own == ["loaded", "deleted"] * rounds


@pytest.mark.embedded
def test_what_is_restored_is_another_log(tmp_path: Path, embedded_settings: Settings) -> None:
    with open_store(embedded_settings, "write") as store:
        load(store, plan())
        at = now_of(store)
        write_backup(store, tmp_path / "kept")
        delete(store, PLAN)
    other = Settings(_env_file=None, data=tmp_path / "other", embedded_heap="256m")
    with open_store(other, "write") as store:
        restore_backup(store, tmp_path / "kept")
        with pytest.raises(LogChanged, match="Ask anew without since"):
            changes_since(store, at, 9)
        assert told(store, "") == [("loaded", PLAN)]


@pytest.mark.parametrize("since", ["yesterday", "x", "eJw", "2026-13-01", "！", "AAAA"])
def test_what_is_no_position_is_refused(reader: GraphStore, since: str) -> None:
    with pytest.raises(QueryError, match="since="):
        changes_since(reader, since, 9)
