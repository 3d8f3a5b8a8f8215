"""Two versions of a document: what is found to be added, dropped, moved and changed."""

import dataclasses

import pytest

from graph.difference import Change, Difference, difference
from graph.records import DocumentGraph, ItemRecord
from tests.sample_graph import plan


def rewritten(path: str, **changes: object) -> DocumentGraph:
    """The plan, one item of it written anew."""
    given = plan()
    items = tuple(
        dataclasses.replace(item, **changes) if item.path == path else item  # type: ignore[arg-type]
        for item in given.items
    )
    return dataclasses.replace(given, items=items)


def without(path: str) -> DocumentGraph:
    given = plan()
    return dataclasses.replace(given, items=tuple(item for item in given.items if item.path != path))


def changes(found: Difference) -> list[tuple[str, Change]]:
    return [(item.path_after, change) for item in found.both for change in item.changes]


def test_the_same_document_has_no_difference() -> None:
    assert difference(plan(), plan()) == Difference((), (), (), (), len(plan().items))


def test_an_item_is_added_or_dropped() -> None:
    found = difference(plan(), without("1.2"))
    assert [item.path for item in found.dropped] == ["1.2"]
    assert not found.added
    assert not found.both
    assert [item.path for item in difference(without("1.2"), plan()).added] == ["1.2"]


def test_a_heading_in_other_words_is_the_same_item() -> None:
    found = difference(plan(), rewritten("2.1", heading="校医进入校园"))
    assert changes(found) == [("2.1", Change("heading", "校医进校园", "校医进入校园"))]


def test_units_roles_and_deadlines() -> None:
    given = plan()
    duties = [
        dataclasses.replace(duty, role="responsible", deadline="2025-12") if duty.item.endswith(":1.2") else duty
        for duty in given.responsibilities
        if not (duty.item.endswith(":1.1") and duty.unit.endswith("财政局"))
    ]
    found = difference(given, dataclasses.replace(given, responsibilities=tuple(duties)))
    assert changes(found) == [
        ("1.1", Change("unit", "云川市财政局", None)),
        ("1.2", Change("role", "云川市教育局 support", "云川市教育局 responsible")),
        ("1.2", Change("deadline", "云川市教育局 2025-06", "云川市教育局 2025-12")),
        ("1.2", Change("role", "云川市财政局 lead", "云川市财政局 responsible")),
        ("1.2", Change("deadline", "云川市财政局 2025-06", "云川市财政局 2025-12")),
    ]


def test_a_target_that_was_raised() -> None:
    given = plan()
    targets = tuple(dataclasses.replace(target, value=12) for target in given.targets)
    found = difference(given, dataclasses.replace(given, targets=targets))
    assert changes(found) == [
        ("1.1", Change("target", "新建学校 = 10所（2027）", None)),
        ("1.1", Change("target", None, "新建学校 = 12所（2027）")),
    ]


def test_an_item_that_moved() -> None:
    given = plan()
    order = [3, 1, 2, 4, 5]
    items = [dataclasses.replace(item, ordinal=order[n]) for n, item in enumerate(given.items)]
    found = difference(given, dataclasses.replace(given, items=tuple(items)))
    assert [item.path_before for item in found.both if item.moved] == ["1.1"]


@pytest.mark.parametrize(("field", "value"), [("issued_on", "2025-04-01"), ("title", "云川市教育行动方案")])
def test_the_head(field: str, value: str) -> None:
    given = plan()
    after = dataclasses.replace(given, document=dataclasses.replace(given.document, **{field: value}))  # type: ignore[arg-type]
    assert difference(given, after).head == (Change(field, getattr(given.document, field), value),)


def test_hundreds_of_items_in_other_words_are_paired() -> None:
    given = plan()
    first = given.items[0]

    def items(words: str) -> tuple[ItemRecord, ...]:
        return tuple(
            dataclasses.replace(first, key=f"{words}{n}", path=f"1.{n}", ordinal=n, heading=f"{words}第{n}项任务")
            for n in range(300)
        )

    before, after = (dataclasses.replace(given, items=items(words)) for words in ("推进", "抓好"))
    assert len(difference(before, after).both) + len(difference(before, after).added) > 0


def test_another_number_alone_is_no_change() -> None:
    before = plan()
    items = tuple(
        dataclasses.replace(item, label="（七）", text=item.text.replace(item.label, "（七）", 1))
        if item.path == "1.2"
        else item
        for item in before.items
    )
    found = difference(before, dataclasses.replace(before, items=items))
    assert (found.both, found.same) == ((), len(items))
