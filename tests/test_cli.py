"""The command line as a user meets it: streams, forms, exit codes, one sentence for each error."""

import csv
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from graph.settings import Settings

EXAMPLE = Path(__file__).parent.parent / "examples" / "guiyang-education-2023.txt"
KEY = "筑府办函〔2023〕7号"


def environment(data: Path, **more: str) -> dict[str, str]:
    """Ours without any setting from outside."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in names}
    return kept | {"DATA": str(data), "COLUMNS": "100"} | more


def run(*words: str | Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api.cli", *map(str, words)]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Settings of a data folder with the example; its server runs until the module's tests are done."""
    from graph.store import open_store

    data = tmp_path_factory.mktemp("data")
    env = environment(data)
    with open_store(Settings(data=data, _env_file=None), "write"):
        first = run("load", EXAMPLE.parent, env=env)
        assert first.returncode == 0, first.stderr
        assert first.stdout.startswith(f"loaded  {KEY}")
        yield env


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    heavy = "{'fastapi', 'lxml', 'neo4j', 'networkx', 'numpy', 'pydantic', 'rich.console', 'uvicorn'}"
    subprocess.run([sys.executable, "-c", f"import sys, api.cli; assert not {heavy} & set(sys.modules)"], check=True)


def test_parse_prints_one_object_for_one_file(tmp_path: Path) -> None:
    done = run("parse", EXAMPLE, "--json", env=environment(tmp_path))
    parsed = json.loads(done.stdout)
    assert (done.returncode, parsed["schema"]) == (0, "policy-graph/parse@1")
    assert parsed["document"]["doc_number"] == KEY


def test_parse_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    done = run("parse", EXAMPLE, tmp_path / "missing.txt", "--json", env=environment(tmp_path))
    assert [json.loads(line)["document"]["doc_number"] for line in done.stdout.splitlines()] == [KEY]
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first == "policy-graph: 1 of 2 files read, 1 skipped:"
    assert re.fullmatch(r"policy-graph: skipped .*missing\.txt: does not exist: .*", second)


def test_parse_writes_one_document_a_line(tmp_path: Path) -> None:
    done = run("parse", EXAMPLE.parent, "--jsonl", env=environment(tmp_path))
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


@pytest.mark.embedded
def test_a_folder_is_loaded_whatever_is_broken_in_it(loaded: dict[str, str], tmp_path: Path) -> None:
    for inner in ("a", "c"):
        (tmp_path / inner).mkdir()
        (tmp_path / inner / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    done = run("load", tmp_path, "--jobs", "2", env=loaded)
    assert (done.returncode, done.stdout.count(f"unchanged  {KEY}")) == (1, 2)
    first, second = done.stderr.splitlines()
    assert first == "policy-graph: 2 of 3 files read, 1 skipped:"
    assert re.fullmatch(r"policy-graph: skipped .*b\.pdf: .*", second)


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_data_is_utf8_whatever_the_console_is(encoding: str, tmp_path: Path) -> None:
    env = environment(tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert "贵阳贵安教育三年攻坚行动方案" in run("parse", EXAMPLE, env=env).stdout


BAD = [
    # words, exit code, part of the sentence
    (["parse", "missing.txt"], 1, "missing.txt"),
    (["load", "missing"], 1, "missing"),
    (["query", "no_such"], 2, "no_such"),
    (["query", "units", "-p", "limit"], 2, "-p limit"),
    (["query", "units", "-p", "limit=many"], 2, "limit='many'"),
    (["query", "partners_of_unit"], 2, "unit"),
    (["query", "units", "-p", "colour=red"], 2, "colour"),
    (["query", "units", "--columns", "colour"], 2, "colour"),
    (["serve", "--port", "99999"], 2, "99999"),
]


@pytest.mark.parametrize(("words", "code", "part"), BAD)
def test_an_error_is_one_line_and_an_exit_code(words: list[str], code: int, part: str, tmp_path: Path) -> None:
    done = run(*words, env=environment(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (code, "")
    assert re.fullmatch(r"policy-graph: .+\n", done.stderr)
    assert part in done.stderr
    assert not (tmp_path / "data").exists()  # said before any server was started


def test_an_unreachable_neo4j_is_one_line(tmp_path: Path) -> None:
    env = environment(tmp_path, NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="wrong")
    done = run("status", env=env)
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(r"policy-graph: .*bolt://127\.0\.0\.1:1.*\n", done.stderr)


@pytest.mark.neo4j
@pytest.mark.parametrize("server", ["neo4j"], indirect=True)
def test_a_refused_login_is_one_line(server: Settings, tmp_path: Path) -> None:
    env = environment(tmp_path, NEO4J_URI=str(server.neo4j_uri), NEO4J_PASSWORD="not this one")
    done = run("load", EXAMPLE, env=env)
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(r"policy-graph: .*NEO4J_PASSWORD.*\n", done.stderr)
    assert "not this one" not in done.stderr


def test_a_password_in_the_address_is_not_shown(tmp_path: Path) -> None:
    done = run("status", env=environment(tmp_path, NEO4J_URI="bolt://someone:hidden@127.0.0.1:7687"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "NEO4J_PASSWORD" in done.stderr
    assert "hidden" not in done.stderr


def test_a_busy_port_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        done = run("serve", "--load", EXAMPLE, env=environment(tmp_path / "data", PORT=port))
    assert done.returncode == 2
    assert re.fullmatch(rf"policy-graph: 127\.0\.0\.1:{port} .+\n", done.stderr)
    assert not (tmp_path / "data").exists()


@pytest.mark.embedded
def test_loading_again_changes_nothing(loaded: dict[str, str]) -> None:
    done = run("load", EXAMPLE, env=loaded)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"unchanged  {KEY}")


@pytest.mark.embedded
def test_a_unit_is_found_by_name_in_every_form(loaded: dict[str, str]) -> None:
    words = ("query", "partners_of_unit", "-p", "unit=贵阳市财政局", "-p", "limit=2")
    rows = json.loads(run(*words, "--format", "json", env=loaded).stdout)
    assert (rows[0]["name"], rows[0]["shared"], len(rows)) == ("贵阳市教育局", 15, 2)
    lines = run(*words, "--columns", "name,shared", "--format", "csv", env=loaded).stdout.splitlines()
    assert list(csv.reader(lines))[:2] == [["name", "shared"], ["贵阳市教育局", "15"]]
    table = run(*words, env=loaded)
    assert "贵阳市教育局" in table.stdout
    assert table.stderr == "2 rows\n"


@pytest.mark.embedded
def test_an_unknown_unit_is_not_found(loaded: dict[str, str]) -> None:
    done = run("query", "partners_of_unit", "-p", "unit=没有这个局", env=loaded)
    assert done.returncode == 4
    assert "没有这个局" in done.stderr


@pytest.mark.embedded
def test_the_catalogue_asks_in_both_languages(loaded: dict[str, str]) -> None:
    rows = json.loads(run("query", "--format", "json", env=loaded).stdout)
    assert all(row["question"] and row["问题"] for row in rows)


@pytest.mark.embedded
def test_status_stars_secrets(loaded: dict[str, str]) -> None:
    done = run("status", "--json", env=loaded)
    report = json.loads(done.stdout)
    assert report["server"]["kind"] == "embedded"
    assert report["counts"]["documents_held"] == 1
    starred = json.loads(run("status", "--json", env=loaded | {"NEO4J_PASSWORD": "hush-hush"}).stdout)
    assert set(starred["settings"]["neo4j_password"]) == {"*"}


@pytest.mark.embedded
def test_deleting_what_is_not_there(loaded: dict[str, str]) -> None:
    done = run("delete", "不存在〔2023〕1号", env=loaded)
    assert (done.returncode, done.stdout) == (4, "")
    assert "不存在〔2023〕1号" in done.stderr


@pytest.mark.embedded
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_and_ends_cleanly(end: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--load", str(EXAMPLE)]
    env = environment(tmp_path)
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        try:
            address = next(found[0] for line in server.stdout if (found := re.search(r"http://[\d.:]+", line)))
            path = urllib.parse.quote("/units/贵阳市财政局/partners")
            with urllib.request.urlopen(address + path, timeout=30) as answer:  # noqa: S310 - it is http
                first = json.load(answer)["rows"][0]
        finally:
            server.send_signal(end)
            err = server.communicate(timeout=30)[1]
    assert (first["name"], first["shared"]) == ("贵阳市教育局", 15)
    assert (server.returncode, err) == (0, "")


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("name", "words", "held"),
    [
        ("台账.xlsx", ("--document", KEY), b"PK"),
        ("unit.graphml", ("--unit", "贵阳市财政局"), "贵阳市财政局".encode()),
        ("pair.cyjs", ("--unit", "贵阳市财政局", "--partner", "贵阳市教育局"), b'"elements"'),
        ("ways.html", ("--unit", "贵阳市财政局", "--partner", "贵阳市教育局", "--ways", "2"), b"vis.Network"),
        ("chain.jsonld", ("--document", KEY, "--chain"), b"@graph"),
        ("pairs.csv", ("--query", "pairs", "-p", "minimum=5"), "贵阳市财政局".encode()),
    ],
)
def test_answers_as_files(
    loaded: dict[str, str], tmp_path: Path, name: str, words: tuple[str, ...], held: bytes
) -> None:
    done = run("export", tmp_path / name, *words, env=loaded)
    assert (done.returncode, done.stderr) == (0, "")
    assert held in (tmp_path / name).read_bytes()


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("a.doc", ("--document", KEY), "ends in .doc"),
        ("a.xlsx", ("--unit", "贵阳市财政局"), "--document"),
        ("a.gexf", (), "--document"),
        ("no/such/folder/a.gexf", ("--document", KEY), "cannot be written"),
    ],
)
def test_what_cannot_be_exported(
    loaded: dict[str, str], tmp_path: Path, name: str, words: tuple[str, ...], said: str
) -> None:
    done = run("export", tmp_path / name, *words, env=loaded)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / name).exists()


def test_a_query_shows_its_cypher_and_asks_nothing(tmp_path: Path) -> None:
    done = run("query", "pairs", "--cypher", env=environment(tmp_path))
    assert done.stdout.startswith("// Which two units share the most items?")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.embedded
def test_rows_are_sorted_as_wanted(loaded: dict[str, str]) -> None:
    done = run("query", "units", "--sort", "-name", "--columns", "name", "--format", "csv", env=loaded)
    names = done.stdout.splitlines()[1:]
    assert names == sorted(names, reverse=True)
    wrong = run("query", "units", "--sort", "nothing", env=loaded)
    assert (wrong.returncode, "Sort by: name" in wrong.stderr) == (2, True)


@pytest.mark.embedded
def test_a_report_tells_of_each_file(loaded: dict[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    done = run("load", EXAMPLE, broken, "--report", tmp_path / "told.json", env=loaded)
    assert done.returncode == 1
    read, failed = json.loads((tmp_path / "told.json").read_text("utf-8"))["files"]
    assert (read["outcome"], read["key"], read["items"]) == ("unchanged", KEY, 25)
    assert sum(read["accounting"].values()) > 6000
    assert (failed["outcome"], failed["path"]) == ("failed", str(broken))
    assert "broken.pdf" in failed["error"]
