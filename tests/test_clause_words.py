"""The words of clauses.toml: each stands in an example, and each example holds a word of its table."""

import re
from typing import Any

import pytest

from ingest.extract.conventions import find_conventions
from ingest.extract.cues import cues, role_of
from ingest.extract.lexicon import lexicon

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
