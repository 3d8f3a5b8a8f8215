"""The embedded server: one for a data folder, shared, found again, ended by the last who uses it."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import embedded_process
from graph.embedded import use_embedded
from graph.errors import QueryTimeout, StoreUnavailable
from graph.load import load
from graph.queries import Query, query
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import sample_documents

pytestmark = pytest.mark.embedded
ASK = """
import sys
from graph.queries import query
from graph.settings import Settings
from graph.store import open_store
with open_store(Settings(_env_file=None, data=sys.argv[1], embedded_heap="256m"), "read") as store:
    print(store.server.uri, store.read(query("counts"))[0]["documents_held"], flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data=tmp_path / "数据 folder", embedded_heap="256m")


def marker(settings: Settings) -> Path:
    return settings.data / "server" / "control" / "running.json"


def pid_of(settings: Settings) -> int:
    return int(json.loads(marker(settings).read_text("utf-8"))["pid"])


@pytest.fixture
def other(settings: Settings) -> Iterator["subprocess.Popen[str]"]:
    """Another process that reads from the same folder until its input ends."""
    line = [sys.executable, "-c", ASK, str(settings.data)]
    child = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    yield child
    child.kill()
    child.communicate()


def said_by(child: "subprocess.Popen[str]") -> list[str]:
    assert child.stdout is not None
    return child.stdout.readline().split()


def test_two_processes_share_one_server(settings: Settings, other: "subprocess.Popen[str]") -> None:
    uri, held = said_by(other)
    with open_store(settings, "write") as store:
        assert (store.server.uri, held) == (uri, "0")
        load(store, sample_documents()[0])
    pid = pid_of(settings)
    assert embedded_process.is_alive(pid), "another still uses it"
    other.communicate("", timeout=60)
    assert not embedded_process.is_alive(pid), "the last one ends it"
    assert not marker(settings).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_server_whose_starter_was_killed_is_found(settings: Settings, other: "subprocess.Popen[str]") -> None:
    uri, _ = said_by(other)
    other.send_signal(signal.SIGKILL)
    other.wait()
    with open_store(settings, "write") as store:
        assert store.server.uri == uri
        pid = pid_of(settings)
    assert not embedded_process.is_alive(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_dead_server_is_started_anew_with_its_data(settings: Settings) -> None:
    with open_store(settings, "write") as store:
        load(store, sample_documents()[0])
        os.kill(pid_of(settings), signal.SIGKILL)
        with open_store(settings, "read") as again:
            assert again.server.uri != store.server.uri
            assert again.read(query("counts"))[0]["documents_held"] == 1
        with pytest.raises(StoreUnavailable):
            store.read(query("counts"))
        pid = pid_of(settings)
    assert not embedded_process.is_alive(pid), "the last to close ends the second server, not the first"


def test_many_threads_start_one_server(settings: Settings) -> None:
    found: list[int] = []

    def start() -> None:
        with open_store(settings, "read"):
            found.append(pid_of(settings))
            together.wait(60)

    together = threading.Barrier(4)
    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_passwords_are_for_the_owner_alone(settings: Settings) -> None:
    with open_store(settings, "write"):
        control = settings.data / "server" / "control"
        passwords = json.loads((control / "passwords.json").read_text("utf-8"))
        holders = [
            path
            for path in (settings.data / "server").rglob("*")
            if path.is_file() and any(word.encode() in path.read_bytes() for word in passwords.values())
        ]
        assert {path.name for path in holders} == {"passwords.json", "launch.args"}
        assert {stat.S_IMODE(path.stat().st_mode) for path in holders} == {0o600}
        line = Path(f"/proc/{pid_of(settings)}/cmdline")
        if line.exists():
            assert not any(word in line.read_text("utf-8") for word in passwords.values())


def test_a_store_of_another_version_is_not_touched(settings: Settings) -> None:
    control = settings.data / "server" / "control"
    control.mkdir(parents=True)
    (control / "version.json").write_text('{"arcadedb": "25.1.0"}', encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=r"ArcadeDB 25\.1\.0.*load them anew"):
        use_embedded(settings)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(_env_file=None, data=tmp_path / "file" / "data")
    with pytest.raises(StoreUnavailable, match="Set DATA"):
        use_embedded(settings)


def test_a_heap_that_is_too_small_is_said(settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="EMBEDDED_HEAP"):
        use_embedded(settings.model_copy(update={"embedded_heap": "1m"}))


def test_a_query_that_takes_too_long_is_stopped(settings: Settings) -> None:
    hasty = settings.model_copy(update={"query_timeout": 1.0})
    text = "MATCH (a)-[*1..30]-(b) RETURN count(*) AS n"
    with open_store(hasty, "write") as store:
        load(store, sample_documents()[0])
        with pytest.raises(QueryTimeout, match="QUERY_TIMEOUT"):
            store.read(Query("slow", "read", "How long?", "", (), ("n",), text))
