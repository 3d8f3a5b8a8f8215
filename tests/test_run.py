"""A newcomer's first minutes: the files as they are committed, an empty home, ``make run``."""

import json
import os
import re
import shutil
import signal
import subprocess
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from graph.settings import Settings

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    shutil.which("make") is None or not (ROOT / ".git").exists(), reason="NOT CHECKED: needs make and a git checkout"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that git knows, in a folder whose name holds a space, with what was edited since."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    folder = tmp_path / "a clone"
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def make_run(clone: Path) -> tuple[list[str], str]:
    """Run it until it answers; what it said, and its first partner of 贵阳市财政局."""
    names = {name.upper() for name in Settings.model_fields} | {"VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    env = {name: value for name, value in os.environ.items() if name.upper() not in names}
    env |= {"HOME": str(clone.parent / "home")}
    Path(env["HOME"]).mkdir(exist_ok=True)
    command = ["make", "run", "PORT=0"]
    said = []
    with subprocess.Popen(
        command, cwd=clone, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        start_new_session=True,
    ) as make:  # fmt: skip
        assert make.stdout is not None
        for line in make.stdout:
            said.append(line)
            if found := re.search(r"serves (http://[\d.:]+)", line):
                path = urllib.parse.quote("/units/贵阳市财政局/partners")
                try:
                    with urllib.request.urlopen(found[1] + path, timeout=30) as answer:  # noqa: S310 - it is http
                        first = json.load(answer)["rows"][0]
                finally:
                    os.killpg(make.pid, signal.SIGINT)  # as Ctrl-C in a terminal does
    assert "http://" in "".join(said), "".join(said)
    return said, f"{first['name']} {first['shared']}"


@pytest.mark.embedded
@pytest.mark.timeout(600)
def test_make_run_twice(clone: Path) -> None:
    said, first = make_run(clone)
    assert first == "贵阳市教育局 15"
    assert any("Installing" in line for line in said)
    assert any(line.startswith("loaded") for line in said)
    said, first = make_run(clone)
    assert first == "贵阳市教育局 15"
    assert not any("Installing" in line for line in said)
    assert any(line.startswith("unchanged") for line in said)
    assert not [line for line in said if "Traceback" in line], "".join(said)


def test_a_python_that_is_too_old_is_one_sentence(clone: Path) -> None:
    done = subprocess.run(["make", "run", "PYTHON="], cwd=clone, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stdout
