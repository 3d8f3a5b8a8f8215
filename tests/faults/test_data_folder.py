"""A data folder that cannot be used: what is wrong and what to do is said, and nothing in it is lost."""

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from benchmarks.made_up import made_up_documents
from graph import embedded_process
from graph.embedded import use_embedded
from graph.errors import StoreError, StoreUnavailable
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.faults.whole import contents, documents
from tests.sample_graph import sample_documents

pytestmark = [pytest.mark.embedded, pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and limits")]
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data=tmp_path / "data", embedded_heap="256m")


@pytest.fixture
def whole(settings: Settings) -> list[str]:
    """What the folder holds: the two sample documents."""
    with open_store(settings, "write") as store:
        for document in sample_documents():
            load(store, document)
        return contents(store)


def control(settings: Settings) -> Path:
    return settings.data / "server" / "control"


@contextmanager
def locked(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another holds the lock that starting takes, and does not let go."""
    monkeypatch.setattr(embedded_process, "START_SECONDS", 0.2)
    monkeypatch.setattr(embedded_process, "STOP_SECONDS", 0.2)
    with FileLock(control(settings) / "lock"):
        yield


@contextmanager
def of_another_version(_: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(embedded_process, "engine_version", lambda: "99.1.0")
    yield


@contextmanager
def without_its_note(settings: Settings, _: pytest.MonkeyPatch) -> Iterator[None]:
    """A server runs on the folder, and the note that leads to it is gone."""
    use = use_embedded(settings)
    note = control(settings) / "running.json"
    kept = note.read_text("utf-8")
    note.unlink()
    try:
        yield
    finally:
        note.write_text(kept, encoding="utf-8")
        use.release()


Trouble = Callable[[Settings, pytest.MonkeyPatch], AbstractContextManager[None]]
TROUBLES = [
    (locked, r"Another process has been starting or stopping .*End it and try again"),
    (of_another_version, r"was written by ArcadeDB .*this is 99\.1\.0.*load them anew"),
    (without_its_note, r"Another server holds .*End that process .*what is loaded stays"),
]


@pytest.mark.parametrize(("trouble", "says"), TROUBLES, ids=[trouble.__name__ for trouble, _ in TROUBLES])
def test_a_folder_that_cannot_be_used_is_told_and_kept(
    settings: Settings, whole: list[str], monkeypatch: pytest.MonkeyPatch, trouble: Trouble, says: str
) -> None:
    with monkeypatch.context() as patch, trouble(settings, patch):
        with pytest.raises(StoreUnavailable, match=says) as error:
            open_store(settings, "write")
        assert str(settings.data) in str(error.value)
    with open_store(settings, "read") as store:
        assert contents(store) == whole


def _bound_by_modes() -> None:
    """Let the modes of files hold for root, too."""
    if os.geteuid() == 0:
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux" and os.geteuid() == 0, reason="modes do not hold for root")
def test_a_read_only_folder(settings: Settings, whole: list[str]) -> None:
    folders = [settings.data, *(path for path in settings.data.rglob("*") if path.is_dir())]
    try:
        for path in folders:
            path.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-B", "-m", "api.cli", "status", "--data", str(settings.data)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
            preexec_fn=_bound_by_modes,
        )
    finally:
        for path in folders:
            path.chmod(0o755)
    assert done.returncode == 3, done.stderr
    assert f"The data folder {settings.data} cannot be used: Permission denied. Set DATA" in done.stderr
    assert done.stderr.count("\n") == 1
    with open_store(settings, "read") as store:
        assert contents(store) == whole


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's")
@pytest.mark.usefixtures("whole")
def test_a_full_disk_under_the_embedded_server(settings: Settings) -> None:
    import resource

    use = use_embedded(settings)
    with open_store(settings, "write") as store:
        parts = documents(store)
        free = resource.prlimit(use.running.pid, resource.RLIMIT_FSIZE)
        # No file may grow any more: as on a full disk, every write that needs room fails.
        resource.prlimit(use.running.pid, resource.RLIMIT_FSIZE, (100_000, free[1]))
        with pytest.raises(StoreError) as error:
            _load_many(store)
        assert "policy" in str(error.value) or "bolt://" in str(error.value)
        resource.prlimit(use.running.pid, resource.RLIMIT_FSIZE, free)
    use.release()
    with open_store(settings, "write") as store:
        assert {key: lines for key, lines in documents(store).items() if key in parts} == parts
        for document in sample_documents():
            assert load(store, document) == "unchanged"


def _load_many(store: GraphStore) -> None:
    for document in made_up_documents(400):
        load(store, document)


@pytest.mark.parametrize("seconds", [86_400 * 365, 30], ids=["a year", "half a minute"])
def test_the_clock_set_back(
    settings: Settings, whole: list[str], monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """The note of a server that died was written by a later clock, and its process id is someone else's by now."""
    running = {"pid": os.getpid(), "bolt": 1, "http": 1, "started": time.time() + seconds}
    (control(settings) / "running.json").write_text(json.dumps(running), encoding="utf-8")
    began = time.monotonic()
    with open_store(settings, "write") as store:
        assert time.monotonic() - began < 30
        assert contents(store) == whole
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now - seconds)
        assert [load(store, document) for document in sample_documents()] == ["unchanged", "unchanged"]
        with open_store(settings, "read") as other:
            assert other.server.uri == store.server.uri, "the one that runs is found, whatever the clock says"
            assert contents(other) == whole
