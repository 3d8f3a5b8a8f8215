"""Two readers, a revision's and the working tree's, side by side on one small folder."""

import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks import compare

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "guiyang-education-2023.txt"

# A change of the reader as a contributor may make one: it loses a clause and all citations, gains a project, and ends.
CHANGE = """

_whole = parse_file


def parse_file(path, *, limit=LIMIT):
    if path.stem == "crash":
        import os
        os._exit(1)
    parsed = _whole(path, limit=limit)
    more = replace(parsed.projects[0], name="新项目")
    return replace(parsed, clauses=parsed.clauses[1:], references=(), projects=(*parsed.projects, more))
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages that the reader needs, committed as they are, and changed since."""
    folder = tmp_path_factory.mktemp("repository")
    for package in ("ingest", "graph", "cypher"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    git = [
        "git",
        "-C",
        str(folder),
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "before"]):
        subprocess.run([*git, *words], check=True)
    with (folder / "ingest" / "parsing.py").open("a", encoding="utf-8") as module:
        module.write(CHANGE)
    return folder


def test_what_is_gained_and_lost(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a 文件.txt", "crash.txt", "z.txt"):
        shutil.copy(EXAMPLE, tmp_path / name)
    compare.main([str(tmp_path), "--repository", str(repository)])
    said = capsys.readouterr().out
    assert "\nclauses: 0 gained, 28 lost\n" in said  # 26 of the file that ends its reader, one of each other
    assert "  - a 文件.txt: (责任单位:市教育局,各区〔市、县〕政府)\n" in said
    assert "\nrefusals: 1 gained, 0 lost\n  + crash.txt: ended its reader" in said
    assert "  + z.txt: 新项目 of " in said
    assert "\nunits:" not in said  # those of a lost clause are not told again
    assert "and 16 more (all: ALL=1)" in said
    assert said.splitlines()[-1].startswith("3 files  HEAD ")


def test_everything_on_request(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(EXAMPLE, tmp_path / "crash.txt")
    compare.main([str(tmp_path / "crash.txt"), "--repository", str(repository), "--all"])
    said = capsys.readouterr().out
    assert "more (all" not in said
    assert said.count("  - crash.txt: ") > 90


def test_the_same_reader_finds_the_same(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(EXAMPLE, tmp_path / "a.txt")
    same = tmp_path / "same"
    same.mkdir()
    subprocess.run(["git", "clone", "-q", str(repository), str(same / "clone")], check=True)
    compare.main([str(tmp_path / "a.txt"), "--repository", str(same / "clone")])
    assert "(0 differences)" in capsys.readouterr().out


def test_what_cannot_be_compared_is_said(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no document"):
        compare.main([str(tmp_path)])
    with pytest.raises(SystemExit, match="cannot give revision 'no-such'"):
        compare.main([str(EXAMPLE), "--repository", str(repository), "--base", "no-such"])
