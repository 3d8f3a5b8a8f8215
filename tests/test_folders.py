"""Folders with broken files among them: order is kept, the run goes on, each skipped file is named with its reason."""

import json
import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest
import typer

from api.command import runs
from graph.errors import SettingsError, SourceError
from ingest.folders import Pace, find_files, json_of, read_each

EXAMPLE = Path(__file__).parent.parent / "examples" / "guiyang-education-2023.txt"
KEY = "筑府办函〔2023〕7号"

BROKEN = [
    # name, bytes, words of the reason
    ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "cut.pdf"),
    ("empty.txt", b"", "is empty"),
    ("legacy.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), ".docx"),
    ("noise.txt", bytes(range(128, 256)) * 40, "noise.txt"),
    ("novel.txt", "从前有座山，山里有座庙。".encode(), "no numbered section"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good files at both ends and in a folder within, broken ones between; a hidden one that is no document."""
    folder = tmp_path / "文件 夹"
    (folder / "inner").mkdir(parents=True)
    for name in ("a.txt", "z.txt", "inner/m.txt"):
        shutil.copy(EXAMPLE, folder / name)
    for name, data, _ in BROKEN:
        (folder / name).write_bytes(data)
    with zipfile.ZipFile(folder / "word.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    return folder


def crash(path: Path, *, limit: int, indent: int | None = None) -> str:
    """Like ``json_of``, but some names are those of files that a native library cannot stand."""
    if path.stem == "crash":
        os.abort()
    if path.stem == "hang":
        time.sleep(600)
    return json_of(path, limit=limit, indent=indent)


def test_every_file_has_an_answer_or_a_reason(folder: Path) -> None:
    files = find_files([folder])
    read = list(read_each(json_of, files, Pace(jobs=2)))
    assert [file.path for file in read] == files
    for file in read:
        if file.path.name in ("a.txt", "m.txt", "z.txt"):
            assert json.loads(file.answer or "")["document"]["doc_number"] == KEY
        else:
            assert file.answer is None
            assert file.error
    reasons = {file.path.name: file.error for file in read}
    for name, _, words in BROKEN:
        assert words in reasons[name]


def test_what_crashes_and_what_hangs_is_named_and_skipped(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("crash.txt", "hang.txt"):
        shutil.copy(EXAMPLE, folder / name)
    monkeypatch.setattr(runs, "json_of", crash)
    with pytest.raises(typer.Exit) as end:
        runs.parse([folder], runs.ParseForm(as_json=True, lines=False, out=None), Pace(jobs=2, seconds=3))
    assert end.value.exit_code == 1
    out, err = capfd.readouterr()
    assert [json.loads(line)["document"]["doc_number"] for line in out.splitlines()] == [KEY] * 3
    said = [line for line in err.splitlines() if line.startswith("policy-graph: ")]
    assert said[0] == "policy-graph: 3 of 11 files read, 8 skipped:"
    skipped = [line for line in said if line.startswith(f"policy-graph: skipped {folder}")]
    assert len(skipped) == 8
    assert "SIGABRT" in next(line for line in skipped if "crash.txt" in line)
    assert "longer than 3 seconds" in next(line for line in skipped if "hang.txt" in line)


def test_the_output_folder_mirrors_the_folder_read(folder: Path) -> None:
    out = folder / "out"  # even inside of what is read
    for _ in range(2):  # what the first run wrote is not read by the second
        with pytest.raises(typer.Exit):
            runs.parse([folder], runs.ParseForm(as_json=False, lines=False, out=out), Pace(jobs=2))
        written = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
        assert written == ["a.txt.json", str(Path("inner/m.txt.json")), "z.txt.json"]
    assert json.loads((out / "a.txt.json").read_text(encoding="utf-8"))["document"]["doc_number"] == KEY


def test_no_file_is_written_over_another(tmp_path: Path) -> None:
    for inner in ("one", "two"):
        (tmp_path / inner).mkdir()
        shutil.copy(EXAMPLE, tmp_path / inner / "a.txt")
    form = runs.ParseForm(as_json=False, lines=False, out=tmp_path / "out")
    with pytest.raises(SettingsError, match=r"a\.txt\.json would be written twice"):
        runs.parse([tmp_path / "one", tmp_path / "two"], form, Pace())
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    form = runs.ParseForm(as_json=False, lines=False, out=tmp_path / "file")
    with pytest.raises(SettingsError, match="cannot be written"):
        runs.parse([EXAMPLE], form, Pace())


def test_a_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no file"):
        runs.parse([tmp_path], runs.ParseForm(as_json=True, lines=False, out=None), Pace())
