"""Text cut into pieces by the facts that rest on it, also where they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.accounts import account
from api.pages.outline import Mark, marks_of, outline, pieces
from api.responses import TreeRow

CLAUSE, TARGET, PROJECT = Mark(2, 8, "clause"), Mark(4, 6, "target"), Mark(5, 9, "project")
TEXT = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("marks", "cut"),
    [
        ([], [(TEXT, ())]),
        ([CLAUSE], [("零一", ()), ("二三四五六七", ("clause",)), ("八九", ())]),
        (
            [TARGET, CLAUSE],  # one within the other
            [("零一", ()), ("二三", ("clause",)), ("四五", ("clause", "target")), ("六七", ("clause",)), ("八九", ())],
        ),
        (
            [CLAUSE, PROJECT],  # one over the end of the other
            [
                ("零一", ()),
                ("二三四", ("clause",)),
                ("五六七", ("clause", "project")),
                ("八", ("project",)),
                ("九", ()),
            ],
        ),
        ([Mark(0, 3, "target"), Mark(0, 3, "project")], [("零一二", ("project", "target")), ("三四五六七八九", ())]),
        ([Mark(3, 3, "target"), Mark(8, 12, "target"), Mark(-1, 2, "target")], [(TEXT, ())]),  # empty, or not within
    ],
)
def test_pieces_know_all_their_marks(marks: list[Mark], cut: list[tuple[str, tuple[str, ...]]]) -> None:
    found = pieces(TEXT, 0, len(TEXT), marks)
    assert [(piece.text, piece.kinds) for piece in found] == cut


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["clause", "target"])).map(lambda t: Mark(*t))


@given(st.text("甲乙丙", min_size=40, max_size=40), st.lists(SPANS, max_size=12, unique=True), st.integers(0, 20))
def test_nothing_of_text_or_marks_is_lost(text: str, marks: list[Mark], start: int) -> None:
    found = pieces(text, start, 40, marks)
    assert "".join(piece.text for piece in found) == text[start:]
    within = {mark for mark in marks if start <= mark.start < mark.end}
    assert sorted((mark for piece in found for mark in piece.begins), key=repr) == sorted(within, key=repr)
    for mark in within:
        assert "".join(piece.text for piece in found if mark in piece.marks) == text[mark.start : mark.end]


def test_facts_of_two_kinds_on_the_same_words_are_two_marks() -> None:
    assert marks_of([CLAUSE, CLAUSE], [], [CLAUSE], []) == [CLAUSE, Mark(2, 8, "target")]  # type: ignore[list-item]


def _row(kind: str, start: int, end: int, parent: str | None = None) -> TreeRow:
    label = "一" if kind == "section" else ""
    return TreeRow(
        key=f"{kind}{start}", kind=kind, parent=parent, path=None, ordinal=1, label=label, heading="", text="",
        start=start, end=end,
    )  # fmt: skip


#        a head, a section, its opening words, an item with two passages and words after them, a closing
WHOLE = "抬头一章导语甲乙第一段夹第二段尾落款"
TREE = [
    _row("section", 3, 4),
    _row("measure", 6, 16, "section3"),
    _row("passage", 8, 11, "measure6"),
    _row("passage", 12, 15, "measure6"),
]


def test_every_character_of_a_document_stands_on_its_page() -> None:
    found = outline(TREE, WHOLE, [], [], [], [])
    (section,) = found.branches
    (measure,) = section.children
    first, second = measure.children
    said = [section.before, measure.before, measure.parts, first.before, first.parts, second.before, second.parts]
    words = ["".join(piece.text for piece in parts) for parts in (*said, measure.after, found.closing)]
    assert words == ["抬头", "导语", "甲乙", "", "第一段", "夹", "第二段", "尾", "落款"]


def test_every_character_of_a_document_has_one_account() -> None:
    marks = [Mark(6, 10, "clause"), Mark(7, 9, "target"), Mark(0, 1, "reference")]
    found = {row.kind: (row.characters, row.facts) for row in account(WHOLE, TREE, marks)}
    assert found == {
        "clause": (2, 1), "target": (2, 1), "reference": (1, 1), "item": (6, None), "section": (2, None),
        "rest": (5, None),
    }  # fmt: skip
    assert sum(characters for characters, _ in found.values()) == len(WHOLE)
