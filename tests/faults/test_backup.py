"""A store into one file and back, into the same kind of server or the other: decisions, versions, prints and all."""

import dataclasses
import gzip
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.backup import restore_backup, write_backup
from graph.decisions import Decision
from graph.errors import BackupRefused
from graph.load import load
from graph.review import decide, decisions, undo
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.faults.whole import contents
from tests.sample_graph import notice, plan, sample_documents

Emptied = Callable[[GraphStore], None]


def fill(store: GraphStore) -> None:
    """Two documents, one in two versions and seen in another print, and a decision that moves duties."""
    for document in sample_documents():
        load(store, document)
    assert load(store, plan(without_health=True)) == "updated"
    print_of_it = dataclasses.replace(notice(), document=dataclasses.replace(notice().document, sha256="f" * 64))
    assert load(store, print_of_it) == "copy"
    first, second = sorted({unit.key for unit in notice().units if not unit.collective})[:2]
    assert decide(store, [Decision("unit", first, second, "same", "甲", "2024-05-06T07:08:09+00:00", "同一机构")])


def clear(store: GraphStore, emptied: Emptied) -> None:
    emptied(store)
    for decision in decisions(store):
        undo(store, decision.key)


def test_what_was_kept_comes_back(writer: GraphStore, tmp_path: Path, emptied: Emptied) -> None:
    file = tmp_path / "备份.gz"
    fill(writer)
    before = contents(writer, times=True)
    kept = write_backup(writer, file)
    assert (kept.documents, kept.versions, kept.decisions) == (2, 3, 1)
    with pytest.raises(BackupRefused, match="exists and is not overwritten"):
        write_backup(writer, file)
    with pytest.raises(BackupRefused, match="Restore into an empty"):
        restore_backup(writer, file)
    assert contents(writer, times=True) == before
    clear(writer, emptied)
    try:
        assert restore_backup(writer, file) == kept
        assert contents(writer, times=True) == before
        assert load(writer, notice()) == "unchanged"
    finally:
        clear(writer, emptied)


@pytest.mark.neo4j
@pytest.mark.embedded
@pytest.mark.parametrize("server", ["neo4j"], indirect=True)
def test_the_embedded_store_moves_to_neo4j(
    embedded_settings: Settings, server: Settings, tmp_path: Path, emptied: Emptied
) -> None:
    with open_store(embedded_settings, "write") as here, open_store(server, "write") as there:
        clear(here, emptied)
        clear(there, emptied)
        try:
            fill(here)
            kept = write_backup(here, tmp_path / "file.gz")
            assert restore_backup(there, tmp_path / "file.gz") == kept
            assert contents(there, times=True) == contents(here, times=True)
        finally:
            clear(here, emptied)
            clear(there, emptied)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def without_end(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).rpartition(b'{"end"')[0])


def falsified(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace("同一机构".encode(), "另一机构".encode()))


DAMAGE: list[tuple[Callable[[bytes], bytes], str]] = [
    # what happens to the file, words of the message
    (cut, "cannot be read as a backup"),
    (without_end, "damaged or not complete"),
    (falsified, "damaged or not complete"),
    (lambda _: b"", "is no backup"),
    (lambda _: b"PK\x03\x04", "cannot be read as a backup"),
    (lambda _: gzip.compress(b"[]\n"), "cannot be read as a backup"),
    (lambda _: gzip.compress(b'{"format": "policy-graph/backup@9"}\n'), "another form"),
]


@pytest.mark.embedded
def test_a_damaged_file_changes_nothing(embedded_settings: Settings, tmp_path: Path, emptied: Emptied) -> None:
    with open_store(embedded_settings, "write") as store:
        clear(store, emptied)
        fill(store)
        write_backup(store, tmp_path / "whole.gz")
        clear(store, emptied)
        for number, (damage, words) in enumerate(DAMAGE):
            file = tmp_path / f"{number}.gz"
            file.write_bytes(damage((tmp_path / "whole.gz").read_bytes()))
            with pytest.raises(BackupRefused, match=words):
                restore_backup(store, file)
            assert write_backup(store, tmp_path / f"after {number}.gz").versions == 0


@pytest.mark.embedded
@pytest.mark.skipif(sys.platform == "win32", reason="no limits of processes")
def test_a_full_disk_leaves_no_half_of_a_backup(embedded_settings: Settings, tmp_path: Path, emptied: Emptied) -> None:
    file = tmp_path / "file.gz"
    with open_store(embedded_settings, "write") as store:
        fill(store)
        done = subprocess.run(
            # -B: a limit cuts the bytecode that Python would keep of our modules, too, and Python trusts what it finds.
            [sys.executable, "-B", "-m", "api.cli", "backup", file, "--data", embedded_settings.data],
            capture_output=True,
            encoding="utf-8",
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        )
        clear(store, emptied)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "space left" in done.stderr
    assert list(tmp_path.iterdir()) == []
