"""Roles: which words say them, and how far they reach."""

import pytest

from ingest.clean import fold
from ingest.extract.cues import role_of
from ingest.extract.roles import read_roles

RUNS = [
    ("负责", "responsible"),
    ("按职责分工负责", "responsible"),
    ("负责落实", "implement"),
    ("分别负责落实", "implement"),
    ("组织实施", "implement"),
    ("牵头负责", "lead"),
    ("牵头落实", "lead"),
    ("负责牵头", "lead"),
    ("配合", "support"),
    ("负责配合落实", "support"),
    ("协办", "support"),
    ("参与", "support"),
    ("指导", "guide"),
    ("负责指导", "guide"),
    ("统筹协调", "lead"),
    ("统筹负责", "responsible"),
    ("分别", None),
]


@pytest.mark.parametrize(("run", "role"), RUNS)
def test_role_of(run: str, role: str | None) -> None:
    assert role_of(run) == role


REACH = [
    ("甲局、乙局牵头，丙局配合", [("甲局", "lead"), ("乙局", "lead"), ("丙局", "support")]),
    ("甲局牵头、乙局、丙局配合", [("甲局", "lead"), ("乙局", "support"), ("丙局", "support")]),
    ("甲局会同乙局、丙局负责", [("甲局", "responsible"), ("乙局", "support"), ("丙局", "support")]),
    ("责任单位：甲局；配合单位：乙局", [("甲局", "responsible"), ("乙局", "support")]),
    ("责任单位：甲局，完成时限：2022年10月", [("甲局", "responsible")]),
    ("责任单位：甲局，乙局，丙局配合", [("甲局", "responsible"), ("乙局", "responsible"), ("丙局", "support")]),
    ("甲局、乙局", [("甲局", None), ("乙局", None)]),
    ("甲局牵头，乙局", [("甲局", "lead"), ("乙局", None)]),
]


@pytest.mark.parametrize(("text", "roles"), REACH)
def test_reach(text: str, roles: list[tuple[str, str | None]]) -> None:
    folded = fold(text)
    assert [(entry.span.of(folded), entry.role) for entry in read_roles(folded).entries] == roles


def test_the_role_as_written_is_kept() -> None:
    entries = read_roles(fold("甲局牵头，乙局按职责分工负责")).entries
    assert [entry.word for entry in entries] == ["牵头", "按职责分工负责"]
