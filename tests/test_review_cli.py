"""``policy-graph review`` and ``policy-graph diff`` as a user meets them, run in this process: there are many."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from graph.settings import Settings
from graph.store import open_store

KEY = "筑府办函〔2024〕31号"
BUREAU, FINANCE, UNKNOWN = (f"贵阳市:贵阳市{name}" for name in ("民政局", "财政局", "尚未成立的甲乙丙"))
CLAUSE = "（责任单位：市委宣传部、市尚未成立的甲乙丙）"
TEXT = f"""贵阳市人民政府办公厅关于印发贵阳市养老服务提升行动方案的通知
筑府办函〔2024〕31号

各区（市、县）人民政府，市政府各工作部门：

现将《贵阳市养老服务提升行动方案》印发给你们，请认真抓好落实。

贵阳市人民政府办公厅
2024年5月6日

贵阳市养老服务提升行动方案

一、重点任务

（一）建设养老机构。到2026年，新建养老机构10个。（责任单位：市民政局、市发改委）

（二）加强宣传。讲好养老故事。{CLAUSE}

（三）保障经费。落实补助资金。（市财政局牵头，市民政局配合）
"""
CORRECTED = TEXT.replace("机构10个", "机构12个").replace("、市发改委", "、市教育局").replace("（二）加强", "（二）做好")


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Settings of a data folder; its server runs until the module's tests are done."""
    data = tmp_path_factory.mktemp("data")
    with open_store(Settings(data=data, _env_file=None), "write"):
        yield {"DATA": str(data)}


@pytest.fixture
def loaded(env: dict[str, str], tmp_path: Path) -> Iterator[dict[str, str]]:
    """The document loaded, without decisions."""
    say(env, "load", written(tmp_path / "方案.txt", TEXT))
    yield env
    for made in rows(env, "review", "decided"):
        say(env, "review", "undo", made["key"])
    say(env, "delete", KEY)


def written(file: Path, words: str) -> Path:
    file.write_text(words, encoding="utf-8")
    return file


def run(*words: str | Path, env: Mapping[str, str]) -> Result:
    return CliRunner().invoke(app, [*map(str, words)], env=env)


def say(env: Mapping[str, str], *words: str | Path) -> str:
    done = run(*words, env=env)
    assert done.exit_code == 0, (done.stderr, done.exception)
    return done.stdout


def rows(env: Mapping[str, str], *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(say(env, *words, "--format", "json"))
    return found


def duties(env: Mapping[str, str]) -> list[tuple[str, str, str]]:
    found = rows(env, "query", "responsibilities_of_document", "-p", f"document={KEY}")
    return [(row["path"], row["name"], row["role"]) for row in found]


@pytest.mark.embedded
def test_a_name_that_no_rule_knows_is_listed_decided_and_undone(loaded: dict[str, str]) -> None:
    before = duties(loaded)
    (waiting,) = rows(loaded, "review", "list", "--about", "unit")
    assert (waiting["subject"], waiting["object"], waiting["items"]) == (UNKNOWN, "", 1)
    assert 0 < waiting["score"] < 0.5
    words = ("review", "decide", "unit", UNKNOWN, BUREAU, "same", "--who", "王", "--why", "三定方案")
    assert say(loaded, *words).endswith("  1 documents changed\n")
    assert ("1.2", "贵阳市民政局", "responsible") in duties(loaded)
    assert rows(loaded, "review", "list", "--about", "unit") == []
    (made,) = rows(loaded, "review", "decided")
    assert (made["verdict"], made["who"], made["why"], made["when"][-6:]) == ("same", "王", "三定方案", "+00:00")
    assert say(loaded, "review", "undo", made["key"]) == f"undone  {made['key']}  1 documents changed\n"
    assert duties(loaded) == before
    assert rows(loaded, "review", "decided") == []


@pytest.mark.embedded
def test_a_corrected_role_and_a_split_survive_loading_again(loaded: dict[str, str], tmp_path: Path) -> None:
    before = duties(loaded)
    for words in (
        ("role", f"{CLAUSE}|市委宣传部", "lead"),
        ("split", f"{CLAUSE}|市尚未成立的甲乙丙", "市乙局、市财政局"),
    ):
        say(loaded, "review", "decide", words[0], KEY, words[1], words[2])
    decided = duties(loaded)
    assert sorted((name, role) for path, name, role in decided if path == "1.2") == [
        ("中共贵阳市委宣传部", "lead"), ("贵阳市乙局", "responsible"), ("贵阳市财政局", "responsible"),
    ]  # fmt: skip
    corrected = written(tmp_path / "更正.txt", TEXT.replace("机构10个", "机构12个"))
    assert say(loaded, "load", corrected).startswith(f"updated  {KEY}")
    assert duties(loaded) == decided
    for made in rows(loaded, "review", "decided"):
        say(loaded, "review", "undo", made["key"])
    assert duties(loaded) == before


@pytest.mark.embedded
def test_decisions_go_to_a_file_and_come_back(loaded: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    for other, verdict in ((BUREAU, "different"), (FINANCE, "unsure")):
        say(loaded, "review", "decide", "unit", UNKNOWN, other, verdict, "--who", "王")
    assert say(loaded, "review", "export", file) == f"exported  2 decisions  {file}\n"
    exported = file.read_bytes()
    made = rows(loaded, "review", "decided")
    for decision in made:
        say(loaded, "review", "undo", decision["key"])
    assert say(loaded, "review", "import", file) == "imported  2 decisions  0 documents changed\n"
    assert rows(loaded, "review", "decided") == made
    say(loaded, "review", "export", file)
    assert file.read_bytes() == exported


GOOD = {
    "about": "unit",
    "subject": UNKNOWN,
    "object": BUREAU,
    "verdict": "same",
    "who": "王",
    "when": "2026",
    "why": "",
}
BAD_LINES = [
    ("{", "Expecting"),
    ("[]", "mapping"),
    (json.dumps(GOOD | {"verdict": "alike"}), "verdict='alike'"),
    (json.dumps(GOOD | {"about": "region"}), "about='region'"),
    (json.dumps(GOOD | {"object": UNKNOWN}), "compared with itself"),
    (json.dumps(GOOD | {"who": " "}), "who decided"),
    (json.dumps(GOOD | {"why": 3}), "every field is a text"),
    (json.dumps(GOOD | {"colour": "red"}), "colour"),
    (json.dumps({"about": "unit"}), "missing"),
    (json.dumps(GOOD | {"about": "role", "object": "（市民政局）\n市民政局", "verdict": "chair"}), "role='chair'"),
]


@pytest.mark.embedded
@pytest.mark.parametrize(("line", "complaint"), BAD_LINES)
def test_a_bad_file_is_refused_with_its_line_and_nothing_is_kept(
    loaded: dict[str, str], tmp_path: Path, line: str, complaint: str
) -> None:
    file = written(tmp_path / "bad.jsonl", f"{json.dumps(GOOD)}\n\n{line}\n")
    done = run("review", "import", file, env=loaded)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"policy-graph: {file}, line 3: ")
    assert complaint in done.stderr
    assert rows(loaded, "review", "decided") == []


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("decide", "unit", BUREAU, BUREAU, "same"), 2, "compared with itself"),
        (("decide", "unit", BUREAU, FINANCE, "alike"), 2, "verdict='alike'"),
        (("undo", "decision-0"), 4, "policy-graph review decided"),
        (("import", "missing.jsonl"), 2, "missing.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_decided_is_one_line(
    loaded: dict[str, str], words: tuple[str, ...], code: int, part: str
) -> None:
    done = run("review", *words, env=loaded)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert part in done.stderr


@pytest.mark.embedded
def test_a_version_is_kept_and_compared(loaded: dict[str, str], tmp_path: Path) -> None:
    corrected = written(tmp_path / "更正.txt", CORRECTED)
    assert say(loaded, "load", corrected).startswith(f"updated  {KEY}")
    versions = {
        row["current"]: row["version"] for row in rows(loaded, "query", "versions_of_document", "-p", f"document={KEY}")
    }
    told = say(loaded, "diff", versions[False], versions[True])
    for line in (
        "单位 - 贵阳市发展和改革委员会",
        "单位 + 贵阳市教育局",
        "目标 - 养老机构 = 10个",
        "条目标题：加强宣传 → 做好宣传",
    ):
        assert line in told
    assert told.endswith("新增 0，删除 0，变动 2，相同 1\n")
    assert say(loaded, "diff", tmp_path / "方案.txt", KEY) == told  # a file beside what is loaded
    plain = json.loads(say(loaded, "diff", versions[False], versions[True], "--json"))
    assert [change["path_after"] for change in plain["changed"]] == ["1.1", "1.2"]


def test_two_files_are_compared_without_a_store(tmp_path: Path) -> None:
    one = written(tmp_path / "one.txt", TEXT)
    two = written(tmp_path / "two.txt", TEXT[: TEXT.index("（三）")])
    env = {"DATA": str(tmp_path / "data")}
    assert "- 1.3 （三）保障经费" in say(env, "diff", one, two).splitlines()
    assert say(env, "diff", one, one) == "新增 0，删除 0，变动 0，相同 3\n"
    assert not (tmp_path / "data").exists()


@pytest.mark.embedded
def test_a_key_that_is_not_held_cannot_be_compared(loaded: dict[str, str]) -> None:
    done = run("diff", KEY, "黔府发〔1999〕1号", env=loaded)
    assert (done.exit_code, done.stdout) == (4, "")
    assert "黔府发〔1999〕1号" in done.stderr


@pytest.mark.parametrize("command", [["parse", "a.txt"], ["load", "a.txt"], ["serve"]], ids=lambda words: words[0])
def test_bad_data_is_refused_at_start(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.identity import register

    bad = written(tmp_path / "units.toml", '[[body]]\nname = "教育"\nkind = "ministry"\n')
    monkeypatch.setattr(register, "_FILE", bad)
    register.register.cache_clear()
    try:
        done = run(*command, env={"DATA": str(tmp_path / "data")})
    finally:
        register.register.cache_clear()
    assert done.exit_code == 2
    assert done.stderr.startswith(f"policy-graph: {bad}:2: ")
    assert not (tmp_path / "data").exists()
