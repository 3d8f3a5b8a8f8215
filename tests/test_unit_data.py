"""The register of units: what ships is whole, and what cannot be meant is refused with file and line."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import BadDataFile
from ingest.gazetteer import gazetteer
from ingest.identity import identify
from ingest.identity.register import KINDS, LEVELS, load_register, register

DATA = Path(__file__).parent.parent / "ingest" / "data" / "units.toml"
BODIES: list[dict[str, Any]] = tomllib.loads(DATA.read_text(encoding="utf-8"))["body"]
SHORT = {"委员会": "委", "办公室": "办"}


def words(body: dict[str, Any]) -> Iterator[str]:
    """Every word of an entry that an example must show."""
    for field in ("short", "also", "weak", "short_place", "heads", "branches"):
        yield from body.get(field, [])
    for official, abbreviations in body.get("variants", {}).items():
        yield from (official, *abbreviations)


def test_it_covers_what_every_place_has() -> None:
    assert len(register().bodies) > 150
    assert len(register().aliases) > 900
    assert {body.kind for body in register().bodies.values()} <= set(KINDS)
    assert all(set(body.levels) <= set(LEVELS) for body in register().bodies.values())


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body["name"])
def test_each_word_has_an_example_and_each_example_its_word(body: dict[str, Any]) -> None:
    assert body["examples"]
    for word in words(body):
        assert any(word in example for example in body["examples"]), word
    own = {body["name"], *words(body), *body.get("endings", []), body.get("nation", "")} - {""}
    for example in body["examples"]:
        assert any(word in example for word in own), example


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body["name"])
def test_lists_are_sorted(body: dict[str, Any]) -> None:
    for field in ("short", "also", "weak", "short_place", "branches", "examples"):
        assert body.get(field, []) == sorted(body.get(field, [])), field


def test_each_alias_leads_to_its_body() -> None:
    for written, alias in register().aliases.items():
        assert register().bodies[alias.body.name] is alias.body
        if alias.strength == "strong" and "nation" not in alias.body.levels[:1]:
            assert alias.body.name in identify(f"贵阳市{written}", "贵阳市").functions, written


def test_a_weak_alias_never_identifies() -> None:
    weak = [written for written, alias in register().aliases.items() if alias.strength == "weak"]
    assert weak
    for written in weak:
        assert identify(f"贵阳市{written}", "贵阳市").confidence <= 0.5, written


def test_the_reforms_are_told_with_date_and_source() -> None:
    links = {(link.before, link.after): link.on for link in register().successions.values()}
    assert links["卫生和计划生育", "卫生健康"] == "2018-03"
    assert links["大数据", "数据"] == "2023-03"
    assert {before for before, after in links if after == "市场监督管理"} == {
        "工商行政管理", "质量技术监督", "质量监督检验检疫", "食品药品监督管理",
    }  # fmt: skip
    assert all(link.source for link in register().successions.values())


GOOD = '[[body]]\nname = "教育"\nkind = "department"\nlevels = ["county"]\nendings = ["局"]\nnormal = ["厅", "局"]\n'
OTHER = '[[body]]\nname = "体育"\nkind = "department"\nlevels = ["county"]\nalso = ["教育局"]\n'
SPORT = OTHER.replace("教育局", "体育局")
LINK = '[[succession]]\nbefore = "{}"\nafter = "{}"\non = "2018-03"\nsource = "a plan"\n'


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        (GOOD + OTHER, 11, "the alias 教育局 of 体育 already means 教育"),
        (GOOD + GOOD, 8, "教育 stands here a second time"),
        (GOOD.replace("department", "ministry"), 2, "is of the kind 'ministry'"),
        (GOOD.replace("county", "village"), 2, "each must be one of nation"),
        (GOOD + 'region = "999999"\n', 2, "region '999999', which the gazetteer does not have"),
        (GOOD + 'nickname = "x"\n', 2, "has a field 'nickname'"),
        (GOOD.replace('"厅", ', ""), 2, "needs two normal endings"),
        ('[[body]]\nkind = "party"\n', 1, "a body without a name"),
        (GOOD + LINK.format("教育", "体育"), 8, "'体育', which is no body of this file"),
        (GOOD + SPORT + LINK.format("教育", "体育") + LINK.format("体育", "教育"), 18, "follow itself"),
        (GOOD + LINK.format("教育", "教育"), 8, "follow itself"),
        (GOOD + SPORT + LINK.format("教育", "体育").replace("a plan", ""), 13, "its source"),
    ],
)  # fmt: skip
def test_bad_data_is_refused_with_its_line(tmp_path: Path, text: str, line: int, complaint: str) -> None:
    file = tmp_path / "units.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadDataFile, match=complaint) as error:
        load_register(file)
    assert str(error.value).startswith(f"{file}:{line}: ")


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text("[[body]", encoding="utf-8")
    with pytest.raises(BadDataFile, match=r"units\.toml:1: "):
        load_register(tmp_path / "units.toml")


def test_the_listed_zones_are_read_as_zones_of_their_region() -> None:
    lines = (DATA.parent / "zones.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "code\twithin\tname"
    places = gazetteer()
    read = 0
    for code, within, name in (line.split("\t") for line in lines[1:]):
        assert len(code) == 6
        assert within in places.by_code
        assert [(zone.level, zone.within) for zone in places.leading(f"{name}管委会")] == [("zone", within)], name
        read += identify(f"{name}管委会", places.by_code[within].name).kind == "zone authority"
    assert read == len(lines) - 1
