"""Whoever is killed while loading: each document is whole or absent, what was said done is there, loading goes on.

``make soak`` kills a hundred times on each server (SOAK=100); here it is twice.
"""

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from graph import embedded_process
from graph.embedded import use_embedded
from graph.errors import StoreUnavailable
from graph.load import delete, load
from graph.queries import query
from graph.records import DocumentGraph
from graph.settings import Settings
from graph.store import GraphStore, open_store
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.to_graph import to_graph
from tests.faults.whole import contents, documents

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "guiyang-education-2023.txt"
KILLS = int(os.environ.get("SOAK", "2"))
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL"),
    pytest.mark.timeout(60 + 60 * KILLS),
]
Emptied = Callable[[GraphStore], None]


@cache
def graphs() -> tuple[DocumentGraph, ...]:
    """Three documents of one author, as three numbers of one year would be."""
    text = EXAMPLE.read_text("utf-8")
    copies = [text.replace("筑府办函〔2023〕7号", f"筑府办函〔2023〕{70 + n}号") for n in range(3)]
    assert len(set(copies)) == 3
    return tuple(to_graph(parse(read_bytes(copy.encode(), "a.txt"))) for copy in copies)


@dataclass(frozen=True)
class Undisturbed:
    """What an undisturbed load leaves, and how long it takes."""

    contents: list[str]
    documents: dict[str, list[str]]
    seconds: float


@pytest.fixture
def undisturbed(writer: GraphStore, emptied: Emptied) -> Undisturbed:
    start = time.monotonic()
    for graph in graphs():
        load(writer, graph)
    seconds = time.monotonic() - start
    whole = Undisturbed(contents(writer), documents(writer), seconds)
    emptied(writer)
    return whole


class Loader:
    """A process that loads ``graphs()``."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        job = folder / "job.pickle"
        job.write_bytes(pickle.dumps((settings, graphs())))
        line = [sys.executable, "-m", "tests.faults.loader", str(job)]
        self.process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def await_ready(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n", self.process.stderr and self.process.stderr.read()

    def done(self) -> list[str]:
        """Wait for its end, however it comes; the keys that it said."""
        said, self.complaint = self.process.communicate(timeout=120)
        return said.splitlines()

    def killed(self) -> list[str]:
        self.process.kill()
        return self.done()


@pytest.fixture
def loader(server: Settings, tmp_path: Path) -> Iterator[Callable[[], Loader]]:
    made: list[Loader] = []

    def start() -> Loader:
        made.append(Loader(server, tmp_path))
        return made[-1]

    yield start
    for each in made:
        each.process.kill()
        each.process.communicate()


def assert_whole_or_absent(store: GraphStore, undisturbed: Undisturbed, said: list[str]) -> None:
    found = documents(store)
    assert set(said) <= found.keys(), "what was said done is there"
    for key, lines in found.items():
        assert lines == undisturbed.documents[key]


def test_a_loader_that_is_killed(
    writer: GraphStore, loader: Callable[[], Loader], undisturbed: Undisturbed, emptied: Emptied
) -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable moments, no secrets
    parts = set()
    for _ in range(KILLS):
        victim = loader()
        victim.await_ready()
        time.sleep(chance.uniform(0, 1.5 * undisturbed.seconds))
        said = victim.killed()
        assert_whole_or_absent(writer, undisturbed, said)
        parts.add(len(said))
        for graph in graphs():
            load(writer, graph)
        assert contents(writer) == undisturbed.contents
        emptied(writer)
    assert len(parts) > 1 or KILLS < 20, "it was killed at different documents"


def test_two_loaders_of_the_same_documents(
    writer: GraphStore, loader: Callable[[], Loader], undisturbed: Undisturbed
) -> None:
    both = [loader(), loader()]
    keys = [graph.document.key for graph in graphs()]
    for each in both:
        assert each.done() == ["ready", *keys], each.complaint
    assert contents(writer) == undisturbed.contents


def test_readers_see_whole_documents_while_one_loads(
    server: Settings, writer: GraphStore, loader: Callable[[], Loader], undisturbed: Undisturbed
) -> None:
    duties = {
        graph.document.key: len({(r.unit, r.item, r.role, r.derived) for r in graph.responsibilities})
        for graph in graphs()
    }
    whole = {key: sum('"RESPONSIBLE_FOR: ' in line for line in lines) for key, lines in undisturbed.documents.items()}
    assert whole == duties

    def watch() -> int:
        looks = 0
        with open_store(server, "read") as reader:
            while busy.process.poll() is None:
                # A server shows what is committed while it reads: what is counted in between lies between.
                before, total, after = (reader.read(query("counts"))[0] for _ in range(3))
                at_least = before["documents_held"] * min(duties.values())
                at_most = (after["documents_held"] + 1) * max(duties.values())
                assert at_least <= total["responsibilities"] <= at_most
                looks += 1
        return looks

    busy = loader()
    busy.await_ready()
    with ThreadPoolExecutor(2) as pool:
        watching = [pool.submit(watch) for _ in range(2)]
        busy.process.wait(120)
        assert all(each.result() > 0 for each in watching)
    assert contents(writer) == undisturbed.contents


@pytest.mark.embedded
def test_an_embedded_server_that_is_killed_while_loading(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path / "data", embedded_heap="256m")
    with open_store(settings, "write") as store:
        for graph in graphs():
            load(store, graph)
        whole = Undisturbed(contents(store), documents(store), 0.5)
    chance = random.Random(11)  # noqa: S311 - repeatable moments, no secrets
    for kill in range(max(1, KILLS // 5)):
        said: list[str] = []
        settings = Settings(_env_file=None, data=tmp_path / f"data {kill}", embedded_heap="256m")
        use = use_embedded(settings)
        try:
            with open_store(settings, "write") as store, ThreadPoolExecutor(1) as pool:
                pool.submit(_kill, use.running.pid, chance.uniform(0.2, 1))
                with pytest.raises(StoreUnavailable, match=r"embedded server has ended.*it is started anew") as error:
                    _load_on_and_on(store, said)
                assert "NEO4J" not in str(error.value)
            with open_store(settings, "write") as store:
                assert_whole_or_absent(store, whole, said)
                for graph in graphs():
                    load(store, graph)
                assert contents(store) == whole.contents
        finally:
            use.release()
        assert not embedded_process.is_alive(use.running.pid)


def _load_on_and_on(store: GraphStore, said: list[str]) -> None:
    """Until the server is gone; ``said`` are the keys of what was reported as done and not taken back since."""
    while True:
        for graph in graphs():
            load(store, graph)
            said.append(graph.document.key)
        while said:
            delete(store, said.pop())


def _kill(pid: int, after: float) -> None:
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
