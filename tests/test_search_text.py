import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search_text import phrase_of, with_phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("数字经济", '"数字经济"'),
        ("  大气 \t 污染\n", '"大气" AND "污染"'),
        ("5G基站", '"5G基站"'),
        ('a" OR *:*', '"a\\"" AND "OR"'),  # a quotation mark cannot close the phrase
        ("a\\", '"a\\\\"'),  # nor can a backslash swallow its end
        ("“县管校聘”", '"“县管校聘”"'),
        ("建", None),  # the index holds pairs of characters
        ("第3条", None),
        ("大气 建", None),
        ("", None),
        ('"', None),
        ("*:*", None),
        ("\x00\ud800", None),
    ],
)
def test_words_become_one_phrase(text: str, phrase: str | None) -> None:
    assert phrase_of(text) == phrase


@given(st.text())
def test_whatever_is_typed_stays_within_its_quotation_marks(text: str) -> None:
    phrase = phrase_of(text)
    if phrase is not None:
        assert re.fullmatch(r'"(?:[^"\\]|\\["\\])+"(?: AND "(?:[^"\\]|\\["\\])+")*', phrase)


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        ({"text": "教育", "phrase": None}, '"教育"'),
        ({"text": "教育", "phrase": '"财政"'}, '"财政"'),  # given: it stays
        ({"text": "教育"}, None),
    ],
)
def test_only_what_takes_a_phrase_is_given_one(values: dict[str, str | None], phrase: str | None) -> None:
    found = with_phrase(values)
    assert found.get("phrase") == phrase
    assert found.keys() == values.keys()
