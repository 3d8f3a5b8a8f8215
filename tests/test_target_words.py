"""The words of targets.toml: each list is sorted, and each word does its work in a sentence where it stands."""

from typing import Any

import pytest

from ingest.document import Clause, Span, Target
from ingest.extract.count_checks import check_counts
from ingest.extract.lexicon import lexicon
from ingest.extract.target_deadlines import from_clauses
from ingest.extract.targets import read_targets
from tests.plain_text import structure_of

LANGUAGE = lexicon("targets")
LISTS = [(table, key) for table, entries in LANGUAGE.items() for key in entries]
WORDS = [(table, key) for table, key in LISTS if key != "examples"]


def _found(text: str, **header: Any) -> tuple[Target, ...]:
    return read_targets(structure_of(text, **header), ())


@pytest.mark.parametrize(("table", "key"), WORDS)
def test_lists_are_sorted_and_distinct(table: str, key: str) -> None:
    listed = LANGUAGE[table][key]
    assert listed == sorted(set(listed))


# list, sentence for a word, whether an aim is found in it; without the word it is the other way
SENTENCES: list[tuple[str, str, bool]] = [
    ("goals verbs", "{}示范园区30个", True),
    ("goals whole_verbs", "推动全市公办高中全部{}", True),
    ("service after", "实现咨询1个工作日{}", True),
    ("service before", "时限{}3个工作日", True),
    ("service promising", "{}咨询1个工作日答复", True),
    ("service statutory", "实现咨询{}1个工作日答复", False),
    ("negatives subsidy", "建成园区30个以上，{}", False),
    ("negatives conditions", "建成{}园区30个", False),
    ("negatives present", "建成{}园区30个", False),
    ("negatives present_undated", "建成园区{}社会用电量的30%", False),
    ("negatives counted_before", "发展园区{}30个", False),
    ("negatives parts_behind", "建成30个{}", False),
    ("negatives sizes_behind", "建成30个{}", False),
    ("negatives durations_behind", "建成30个{}", False),
]
ROWS = [
    (key, sentence, word, found)
    for key, sentence, found in SENTENCES
    for word in LANGUAGE[key.split()[0]][key.split()[1]]
]


@pytest.mark.parametrize(
    ("sentence", "word", "found"), [row[1:] for row in ROWS], ids=[f"{row[0]} {row[2]}" for row in ROWS]
)
def test_every_word_decides(sentence: str, word: str, found: bool) -> None:
    assert bool(_found(sentence.format(word))) == found
    if not found:  # of the sentence without it, an aim
        assert _found(sentence.format(""))


@pytest.mark.parametrize("word", LANGUAGE["negatives"]["conditional_starts"])
def test_conditional_starts(word: str) -> None:
    assert not _found(f"{word}招用10人以上的企业")


@pytest.mark.parametrize("word", LANGUAGE["negatives"]["names_behind"])
def test_names_behind(word: str) -> None:
    assert not _found(f"实施千人{word}")
    assert _found("培养千人")


@pytest.mark.parametrize("word", LANGUAGE["negatives"]["regulations"])
def test_regulations_and_plans(word: str) -> None:
    assert not _found("建成园区30个", title=f"甲市园区{word}")
    for plan in LANGUAGE["negatives"]["plans"]:
        assert _found("建成园区30个", title=f"关于甲市{plan}的{word}")


@pytest.mark.parametrize("word", LANGUAGE["negatives"]["review_headings"])
def test_review_headings(word: str) -> None:
    assert not _found(f"（一）{word}\n建成园区30个".replace("\n", "。"))


@pytest.mark.parametrize("word", LANGUAGE["goals"]["builds"])
def test_builds(word: str) -> None:
    assert _found(f"{word}甲、乙、丙等3个社区")


@pytest.mark.parametrize("word", LANGUAGE["goals"]["built_behind"])
def test_built_behind(word: str) -> None:
    assert _found(f"推动甲、乙、丙等3个社区{word}")
    assert not _found("推动甲、乙、丙等3个社区")


UNITS = [word for key in ("money", "shares", "spans", "things") for word in LANGUAGE["measures"][key]]


@pytest.mark.parametrize("word", UNITS)
def test_measures(word: str) -> None:
    (target,) = _found(f"总量不少于30{word}")
    assert target.unit == word


@pytest.mark.parametrize("word", LANGUAGE["measures"]["times"])
def test_times(word: str) -> None:
    (target,) = _found(f"办理时限压缩至3{word}")
    assert target.unit == word


SEEN_TO_ELSEWHERE = {
    "comparators at_least_before", "comparators at_most_before", "comparators growth_before", "comparators more_before",
    "comparators at_least_after", "comparators at_most_after", "comparators about_after",  # tests/test_targets.py
    "comparators more_than_between", "negatives told",  # below
    "counts measures", "counts no_list", "counts not_before", "counts not_behind",  # below
}  # fmt: skip


@pytest.mark.parametrize("word", LANGUAGE["comparators"]["more_than_between"])
def test_more_than(word: str) -> None:
    (target,) = _found(f"建成30{word}个园区")
    assert target.comparator == ">="


@pytest.mark.parametrize("word", LANGUAGE["negatives"]["told"])
def test_told(word: str) -> None:
    text = f"做好新增3个社区等{word}。（市教委负责，完成时限：2022年10月）"
    structure = structure_of(text)
    start = text.index("（")
    clause = Clause(None, text[start:], Span(start, len(text)), (), open=False, deadline="2022-10", rule="test")
    targets = read_targets(structure, [clause.span])
    assert [target.deadline for target in from_clauses(targets, [clause], text)] == [None]
    other = text.replace(word, "任务" * (len(word) // 2))
    assert [target.deadline for target in from_clauses(targets, [clause], other)] == ["2022-10"]


@pytest.mark.parametrize("word", LANGUAGE["counts"]["measures"])
def test_counted_measures(word: str) -> None:
    assert check_counts(structure_of(f"聚焦教育、医疗三{word}领域"))


@pytest.mark.parametrize("word", LANGUAGE["counts"]["no_list"])
def test_no_list(word: str) -> None:
    assert not check_counts(structure_of(f"聚焦教育、医疗{word}三类领域"))


@pytest.mark.parametrize("word", LANGUAGE["counts"]["not_before"])
def test_not_before(word: str) -> None:
    assert not check_counts(structure_of(f"聚焦教育、医疗{word}三类领域"))


@pytest.mark.parametrize("word", LANGUAGE["counts"]["not_behind"])
def test_not_behind(word: str) -> None:
    assert not check_counts(structure_of(f"聚焦教育、医疗三个{word}领域"))


def test_every_list_is_tested() -> None:
    tested = {key for key, _, _ in SENTENCES} | SEEN_TO_ELSEWHERE
    tested |= {f"measures {key}" for key in LANGUAGE["measures"]} | {"goals builds", "goals built_behind"}
    tested |= {f"negatives {key}" for key in ("conditional_starts", "names_behind", "regulations", "plans")}
    tested |= {"negatives review_headings"}
    assert {f"{table} {key}" for table, key in WORDS} == tested
