"""Servers that go away and come back: while someone loads, and while nobody asks anything."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from graph import embedded_process
from graph.embedded import use_embedded
from graph.errors import StoreError, StoreUnavailable
from graph.load import load
from graph.queries import query
from graph.records import DocumentGraph
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.faults.whole import contents, documents
from tests.neo4j import server as neo4j_server
from tests.sample_graph import notice, plan, sample_documents


def copies(count: int) -> list[DocumentGraph]:
    """The same few documents over and over: a load that is under way for as long as is wanted."""
    return [document for _ in range(count) for document in (plan(), notice(), plan(without_health=True))]


@pytest.mark.neo4j
@pytest.mark.timeout(400)
def test_a_neo4j_stopped_and_started_during_a_load(tmp_path: Path) -> None:
    if reason := neo4j_server.why_not():
        pytest.skip(f"no Neo4j of its own to stop: {reason}")
    with neo4j_server.running() as server:
        settings = Settings(
            _env_file=None, data=tmp_path, neo4j_uri=server.uri, neo4j_password=SecretStr(server.password)
        )
        with open_store(settings, "write") as store:
            for document in sample_documents():
                load(store, document)
            whole, parts = _without_versions(contents(store)), _said(store)
            load(store, plan(without_health=True))
            corrected = _said(store)
            stopping = threading.Timer(1.5, server.stop)
            stopping.start()
            with pytest.raises(StoreError) as error:
                _load_until_it_fails(store)
            stopping.join()
            assert server.uri in str(error.value)
            assert "Start it" in str(error.value) or "Try again" in str(error.value)
            with pytest.raises(StoreUnavailable, match=r"(?s)does not answer.*Start it, or correct NEO4J_URI"):
                store.read(query("counts"))
            server.start()
            # The same store goes on: it needs no opening anew.
            found = _said(store)
            assert found.keys() == parts.keys()
            assert all(found[key] in (parts[key], corrected[key]) for key in found)
            for document in sample_documents():
                load(store, document)
            assert _without_versions(contents(store)) == whole


def _without_versions(lines: list[str]) -> list[str]:
    """How many versions are kept hangs on how often it was loaded."""
    return [line for line in lines if '"Version"' not in line]


def _said(store: GraphStore) -> dict[str, list[str]]:
    return {key: _without_versions(lines) for key, lines in documents(store).items()}


def _load_until_it_fails(store: GraphStore) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for document in copies(10):
            load(store, document)


@pytest.mark.embedded
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_an_embedded_server_killed_while_idle(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path / "data", embedded_heap="256m")
    use = use_embedded(settings)
    with open_store(settings, "write") as store:
        for document in sample_documents():
            load(store, document)
        whole = contents(store)
    with TestClient(create_app(settings), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        assert client.get("/counts").json()["documents_held"] == 2
        os.kill(use.running.pid, signal.SIGKILL)
        while embedded_process.is_alive(use.running.pid):
            time.sleep(0.01)
        lost = client.get("/counts")
        assert lost.status_code == 503
        assert lost.headers["retry-after"]
        assert "it is started anew with everything that was reported as done" in lost.json()["detail"]
        assert client.get("/counts").json()["documents_held"] == 2, "the next request starts it anew"
        with open_store(settings, "read") as store:
            assert contents(store) == whole
    use.release()
