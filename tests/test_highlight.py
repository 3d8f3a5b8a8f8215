"""Where words stand in a quotation, and that the quotation stands in its document."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.search import pieces
from graph.highlight import highlighted

TEXT = "前言。\n（一）建设学校。𠮷县新建学校10所，AI学校１所，" + "。" * 100 + "改建学校。\n"


def found(text: str, words: str, start: int = 0, end: int | None = None) -> dict[str, Any]:
    rows = [{"document": "d", "start": start, "end": len(text) if end is None else end}]
    (row,) = highlighted(rows, {"text": words}, lambda name, **params: [{"text": text}])  # noqa: ARG005
    return row


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("学校", ["学校", "学校", "学校"]),
        ("建设 学校", ["建设学校", "学校", "学校"]),  # beside each other: one
        ("ai", ["AI"]),
        ("𠮷县", ["𠮷县"]),
        ("县新 新建", ["县新建"]),
        (".*", []),
        ("没有", []),
    ],
)
def test_words_are_marked(words: str, marked: list[str]) -> None:
    row = found(TEXT, words, start=4)
    assert [words for words, is_marked in pieces(row["quote"], row["marks"]) if is_marked] == marked
    assert TEXT[row["start"] : row["end"]] == row["quote"] != ""


def test_a_find_far_back_is_shown() -> None:
    row = found(TEXT, "改建", start=4)
    assert row["quote"].endswith("改建学校。")
    assert len(row["quote"]) < 60


@given(st.text(max_size=300), st.text(min_size=1, max_size=5), st.integers(0, 50), st.integers(0, 300))
def test_whatever_is_sought_the_quotation_is_the_document_s(text: str, words: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    row = found(text, words, start, end)
    assert start <= row["start"] <= row["end"] <= end or not row["quote"]
    assert text[row["start"] : row["end"]] == row["quote"]
    assert "".join(words for words, _ in pieces(row["quote"], row["marks"])) == row["quote"]
