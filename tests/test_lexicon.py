"""Patterns from lists of words."""

import re

import pytest

from ingest.extract.lexicon import any_of


def test_words_that_begin_alike_are_tried_together() -> None:
    assert any_of(["中国", "中心", "甲"]) == "中(?:国|心)|甲"


def test_an_exception_holds_whatever_other_words_begin_as_it_does() -> None:
    pattern = re.compile(any_of(["目前", "目标", "截至"], {"目前": "目前(?<!由目前)"}))
    assert [bool(pattern.search(text)) for text in ("目前30%", "由目前30%", "目标30%", "截至年底")] == [1, 0, 1, 1]


def test_an_exception_for_no_word_of_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="目前"):
        any_of(["目标"], {"目前": "目前(?!的)"})
