"""Every text of the open benchmark and the example: no error but those of docs/accuracy.md, every span exact."""

import re
from itertools import chain

import pytest

from benchmarks.accuracy import PAGE, scored, told
from benchmarks.labelled import Case, example, open_benchmark
from benchmarks.scoring import Score, score
from graph.errors import SourceError
from ingest.parse_json import to_json
from ingest.parsing import parse

CASES = list(chain(open_benchmark(), example()))
KNOWN = set(re.findall(r"^- .+", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_text_is_read_as_labelled(case: Case) -> None:
    assert set(told(case, scored(case))) <= KNOWN
    try:
        parsed = to_json(parse(case.source))
    except SourceError:
        assert not any(case.labels.values())
        return
    for name in ("clauses", "default_units", "references", "targets", "projects"):
        for fact in parsed[name]:
            start, end = fact["span"]
            assert parsed["text"][start:end] == fact["quote"]
            assert fact["rule"]


def test_there_are_enough_labels_and_each_text_has_its_own_name() -> None:
    assert sum(len(case.labels["clauses"]) for case in CASES) >= 400
    assert len({case.name for case in CASES}) == len(CASES)


UNIT = {"name": "市教育局", "resolved": "贵阳市教育局", "role": "lead"}
CLAUSE = {"quote": "（责任单位：市教育局）", "units": [UNIT], "open": False, "deadline": None}
TARGET = {"quote": "达到50%", "metric": "占比", "comparator": ">=", "value": 50, "unit": "%", "deadline": "2027"}
NOTHING: dict[str, list[dict[str, object]]] = {
    "clauses": [], "default_units": [], "references": [], "targets": [], "projects": [],
}  # fmt: skip

SCORED = [
    # comment, labels, found, {field: (right, missed, spurious)}
    ("all right", {"clauses": [CLAUSE]}, {"clauses": [CLAUSE]}, {"clauses": (1, 0, 0), "clause lists": (1, 0, 0)}),
    ("a clause missed: its units as well", {"clauses": [CLAUSE]}, {}, {"clauses": (0, 1, 0), "units": (0, 1, 0)}),
    ("a clause of nothing", {}, {"clauses": [CLAUSE]}, {"clauses": (0, 0, 1), "units": (0, 0, 1)}),
    (
        "the shape of brackets does not count",
        {"clauses": [CLAUSE]},
        {"clauses": [CLAUSE | {"quote": "(责任单位: 市教育局)"}]},
        {"clauses": (1, 0, 0)},
    ),
    (
        "a wrong role",
        {"clauses": [CLAUSE]},
        {"clauses": [CLAUSE | {"units": [UNIT | {"role": "support"}]}]},
        {"units": (1, 0, 0), "roles": (0, 1, 0), "clause lists": (0, 1, 0)},
    ),
    (
        "clauses are held together in their order",
        {"clauses": [CLAUSE, CLAUSE | {"quote": "（责任单位：市财政局、市审计局）"}]},
        {"clauses": [CLAUSE | {"quote": "（责任单位：市财政局、市审计局）"}]},
        {"clauses": (1, 1, 0)},
    ),
    ("of the number first, of the title else",
     {"references": [{"title": "甲", "doc_number": "国发〔2019〕3号"}, {"title": "乙"}]},
     {"references": [{"title": None, "doc_number": "国发〔2019〕3号"}, {"title": "丙", "doc_number": None}]},
     {"references": (1, 1, 1)}),
    ("another number is another target", {"targets": [TARGET]}, {"targets": [TARGET | {"value": 60}]},
     {"targets": (0, 1, 1)}),
    ("a wrong deadline", {"targets": [TARGET]}, {"targets": [TARGET | {"deadline": None}]},
     {"targets": (1, 0, 0), "target deadlines": (0, 1, 0), "comparators": (1, 0, 0)}),
    ("or the other deadline", {"targets": [TARGET | {"deadline_also": None}]},
     {"targets": [TARGET | {"deadline": None}]}, {"target deadlines": (1, 0, 0)}),
    ("what is optional does not count", {"targets": [TARGET | {"optional": True}]}, {"targets": [TARGET]},
     {"targets": (0, 0, 0)}),
    ("nor when it is missed", {"projects": [{"name": "甲工程", "optional": True}]}, {}, {"projects": (0, 0, 0)}),
    ("a name within a name", {"projects": [{"name": "智慧教育云平台"}]}, {"projects": [{"name": "市智慧教育云平台"}]},
     {"projects": (1, 0, 0)}),
    ("too little of it", {"projects": [{"name": "智慧教育云平台"}]}, {"projects": [{"name": "教育云"}]},
     {"projects": (0, 1, 1)}),
]  # fmt: skip


@pytest.mark.parametrize(("labels", "found", "counts"), [row[1:] for row in SCORED], ids=[row[0] for row in SCORED])
def test_scores(labels: dict[str, object], found: dict[str, object], counts: dict[str, tuple[int, int, int]]) -> None:
    total: Score = score(NOTHING | labels, found)
    got = {name: (c.right, c.missed, c.spurious) for name, c in total.counts.items()}
    assert {name: got.get(name, (0, 0, 0)) for name in counts} == counts
