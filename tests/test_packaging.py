"""What ships is what is tested: the wheel holds everything and works from any folder; the compose file is valid."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from graph.settings import Settings

ROOT = Path(__file__).parent.parent
PACKAGES = ("graph", "ingest", "api", "cypher")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``policy-graph`` of a new environment: the wheel installed, its dependencies lent by the one that runs this."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, encoding="utf-8",
    ).stdout.strip()  # fmt: skip
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # A .pth file lends the dependencies, but not this project: .pth files within the lent folder are not followed.
    Path(site, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    script = python.with_name("policy-graph")
    script.write_text(f"#!{python}\nfrom api.cli import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    return script


def environment(data: Path) -> dict[str, str]:
    names = {name.upper() for name in Settings.model_fields} | {"PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name.upper() not in names} | {"DATA": str(data)}


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()]
    wanted = {str(path.relative_to(ROOT)) for path in files if "__pycache__" not in path.parts}
    assert {"cypher/read/partners_of_unit.cypher", "ingest/data/clauses.toml"} <= wanted
    assert wanted <= shipped
    assert {name.split("/")[0] for name in shipped} - set(PACKAGES) == {
        next(n for n in shipped if "RECORD" in n).split("/")[0]
    }


def test_the_wheel_parses_from_the_root_folder(command: Path, tmp_path: Path) -> None:
    example = ROOT / "examples" / "guiyang-education-2023.txt"
    done = subprocess.run(
        [command, "parse", example, "--json"], cwd="/", env=environment(tmp_path), capture_output=True, check=True
    )
    assert json.loads(done.stdout)["document"]["doc_number"] == "筑府办函〔2023〕7号"


@pytest.mark.embedded
def test_the_wheel_serves_from_the_root_folder(command: Path, tmp_path: Path) -> None:
    words = [str(command), "serve", "--port", "0"]
    with subprocess.Popen(
        words, cwd="/", env=environment(tmp_path), stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://[\d.:]+", line)))
        try:
            for page, part in (("/", "</html>"), ("/readyz", ""), ("/queries", "partners_of_unit"), ("/docs", "")):
                with urllib.request.urlopen(address + page, timeout=60) as answer:  # noqa: S310 - it is http
                    assert part in answer.read().decode()
        finally:
            server.terminate()
    assert server.returncode == 0


def compose() -> list[str] | None:
    for words in (["docker", "compose"], ["docker-compose"]):
        if (
            shutil.which(words[0])
            and subprocess.run([*words, "version"], capture_output=True, check=False).returncode == 0
        ):
            return words
    return None


def test_the_compose_file_is_valid_and_open_to_this_machine_only(tmp_path: Path) -> None:
    words = compose()
    if words is None:
        pytest.skip("NOT CHECKED: no docker compose here, docker-compose.yml was not validated")
    config = [*words, "-f", str(ROOT / "docker-compose.yml"), "config"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    shown = subprocess.run(
        config, env=env | {"NEO4J_PASSWORD": "a-made-up-one"}, cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert shown.returncode == 0, shown.stderr
    assert re.search(r"image: neo4j:5\.26\.\d+", shown.stdout)
    refused = subprocess.run(config, env=env, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    if not (ROOT / ".env").exists():
        assert refused.returncode != 0
        assert "NEO4J_PASSWORD" in refused.stderr
    ports = re.findall(r"\"(.*?):\d+\"", (ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
