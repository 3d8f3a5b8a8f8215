"""The words of clauses.toml: each stands in an example, and each example holds a word of its table."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from ingest.extract.conventions import find_conventions
from ingest.extract.cues import cues, role_of
from ingest.extract.everywhere import find_everywhere
from ingest.extract.lexicon import lexicon
from ingest.extract.names import is_body, is_common
from ingest.extract.roles import read_roles
from ingest.extract.sharing import complete
from ingest.extract.unit_list import read_units

LANGUAGE = lexicon("clauses")
TABLES: list[tuple[str, dict[str, Any]]] = [
    *((f"label {table['role']}", table) for table in LANGUAGE["label"]),
    *((f"verb {table['role']} {n}", table) for n, table in enumerate(LANGUAGE["verb"])),
    *((name, LANGUAGE[name]) for name in ("ignored", "deadline", "adverb", "together", "leading", "aside", "remark")),
]


@pytest.mark.parametrize("table", [t for _, t in TABLES], ids=[name for name, _ in TABLES])
def test_every_word_has_an_example_and_every_example_a_word(table: dict[str, Any]) -> None:
    assert len(set(table["words"])) == len(table["words"])
    for word in table["words"]:
        assert any(word in example for example in table["examples"]), word
    for example in table["examples"]:
        assert any(word in example for word in table["words"]), example


def lists(table: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in ``table``, with where it stands."""
    if isinstance(table, dict):
        for key, inner in table.items():
            yield from lists(inner, f"{path} {key}".strip())
    elif isinstance(table, list) and isinstance(table[0], str):
        yield path, table
    elif isinstance(table, list):
        for number, inner in enumerate(table):
            yield from lists(inner, f"{path} {number}")


LISTS = list(lists(dict(LANGUAGE)))


@pytest.mark.parametrize(("path", "words"), LISTS, ids=[path for path, _ in LISTS])
def test_lists_are_sorted_and_name_nothing_twice(path: str, words: list[str]) -> None:
    if not path.endswith("patterns") and "double" not in path:
        assert words == sorted(set(words))


def test_ways_to_part_a_duty() -> None:
    parting = LANGUAGE["parting"]
    for word in (*parting["by"], *parting["whose"], *parting["what"]):
        assert any(word in example for example in parting["examples"]), word
    for example in parting["examples"]:
        said = cues().verb.search(example)
        assert said, example
        assert said[0].startswith(tuple(parting["by"])), example


def around(key: str) -> list[str]:
    return list(LANGUAGE["label_around"][key])


def test_what_stands_around_labels() -> None:
    examples = LANGUAGE["label_around"]["examples"]
    for word in around("before"):
        assert any(example.startswith(word) for example in examples), word
    for word in around("after"):
        assert any(f"{word}:" in example for example in examples), word
    for example in examples:
        assert example.startswith(tuple(around("before"))) or any(f"{word}:" in example for word in around("after"))
        found = read_roles(example)
        assert found.labelled
        assert not found.odd
        assert ":" not in example[found.entries[0].span.start :]


def names(words: str) -> list[str]:
    return [body.name for body in complete(read_units(words, read_roles(words).entries))]


BODY = LANGUAGE["body"]


@pytest.mark.parametrize("ending", BODY["endings"])
def test_endings_make_a_body(ending: str) -> None:
    assert is_body("甲乙" + ending)
    assert not any(ending != other and ending.endswith(other) for other in BODY["endings"]), "said by another ending"


def test_common_names_are_no_bodies_to_be_bound() -> None:
    for word in BODY["common"]:
        assert is_common(word)
        assert not is_common("甲" + word)


# A list of [body], a sentence with one of its words, and what the sentence then names.
SHARED = [
    ("collective", "各省、{}", ["各省", "各{}"]),
    ("sharing", "{}镇、街道", ["{}镇", "{}街道"]),
    ("organs", "甲甲区、乙乙区{}", ["甲甲区{}", "乙乙区{}"]),
    ("zone_organs", "甲甲开发区、乙乙开发区{}", ["甲甲开发区{}", "乙乙开发区{}"]),
    ("zones", "甲甲{}、乙乙开发区管委会", ["甲甲{}管委会", "乙乙开发区管委会"]),
    ("departments", "市审计局、{}局", ["市审计局", "市{}局"]),
    ("unions", "市审计局、{}", ["市审计局", "市{}"]),
    ("unions", "自治区审计厅、{}", ["自治区审计厅", "自治区{}"]),
    ("party", "市委巡察办、{}", ["市委巡察办", "市委{}"]),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (sentence.format(word), [name.format(word) for name in shared])
        for key, sentence, shared in SHARED
        for word in BODY[key]
    ],
)
def test_neighbours_share(words: str, expected: list[str]) -> None:
    assert names(words) == expected


def test_double_names_are_one() -> None:
    for first, second in BODY["double"]:
        assert names(f"{first}、{second}、市教育局") == [f"{first}、{second}", "市教育局"]


# A list of [vocabulary], a declaration with one of its words, and the rule it declares.
DECLARED = [
    ("first", "{}为牵头单位", "first-listed"),
    ("one", "列第一位{}为牵头单位", "first-listed"),
    ("is", "列第一位的{}牵头单位", "first-listed"),
    ("lead", "列第一位的为{}", "first-listed"),
    ("comma", "{}为牵头单位", "before-comma"),
    ("semicolon", "{}为牵头单位", "before-semicolon"),
    ("mark", "{}*为牵头单位", "starred"),
    ("star", "带{}的为牵头单位", "starred"),
]
VOCABULARY = LANGUAGE["vocabulary"]


@pytest.mark.parametrize(
    ("words", "rule"), [(text.format(word), rule) for key, text, rule in DECLARED for word in VOCABULARY[key]]
)
def test_words_of_declarations(words: str, rule: str) -> None:
    (found,) = find_conventions(words)
    assert found.rule == rule
    assert found.span.of(words) == words
    assert not found.lasting
    assert not found.others


@pytest.mark.parametrize("word", VOCABULARY["from_here"])
def test_words_that_make_a_declaration_last(word: str) -> None:
    assert [c.lasting for c in find_conventions(f"列第一位的为牵头单位,{word}")] == [True]


@pytest.mark.parametrize(
    ("rest", "role"),
    [*((word, "配合单位") for word in VOCABULARY["rest"]), *(("其他", word) for word in VOCABULARY["not_lead"])],
)
def test_words_for_those_who_do_not_lead(rest: str, role: str) -> None:
    assert [c.others for c in find_conventions(f"列第一位的为牵头单位,{rest}为{role},下同")] == [True]


@pytest.mark.parametrize(
    ("tasks", "again"),
    [*((word, "不再列出") for word in VOCABULARY["all_tasks"]), *(("以下", word) for word in VOCABULARY["not_again"])],
)
def test_words_of_what_is_stated_once_for_all(tasks: str, again: str) -> None:
    words = f"{tasks}均需各区政府落实,{again}"
    (found,) = find_everywhere(words)
    assert (found.span.of(words), found.units.of(words), found.role) == (words, "各区政府", "implement")


@pytest.mark.parametrize("table", LANGUAGE["label"], ids=[t["role"] for t in LANGUAGE["label"]])
def test_labels_are_found_with_their_role(table: dict[str, Any]) -> None:
    for example in table["examples"]:
        found = [cues().label_role[match[1]] for match in cues().label_colon.finditer(example)]
        assert table["role"] in found, example


@pytest.mark.parametrize("table", LANGUAGE["verb"], ids=[t["role"] for t in LANGUAGE["verb"]])
def test_verbs_are_found_with_their_role(table: dict[str, Any]) -> None:
    for example in table["examples"]:
        runs = [cues().verb.search(part) for part in re.split("[,;]", example)]
        assert table["role"] in [role_of(run[0]) for run in runs if run], example


@pytest.mark.parametrize("table", LANGUAGE["convention"], ids=[t["rule"] for t in LANGUAGE["convention"]])
def test_conventions_are_found_with_their_rule(table: dict[str, Any]) -> None:
    for example in table["examples"]:
        found = list(find_conventions(example))
        assert [c.rule for c in found] == [table["rule"]], example
        assert found[0].lasting == example.endswith("下同")


def test_no_label_or_verb_has_two_roles() -> None:
    labels = [word for table in LANGUAGE["label"] for word in table["words"]]
    verbs = [word for table in LANGUAGE["verb"] for word in table["words"]]
    assert len(labels) == len(set(labels))
    assert len(verbs) == len(set(verbs))
