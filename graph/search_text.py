"""A user's words as a full-text query: Lucene's syntax has operators, and none of them may come from the user."""

import re
from collections.abc import Mapping
from typing import Any

MAX_CHARACTERS = 200

_HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"[{_HAN}]+")
_WORD = re.compile(r"\w")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def phrase_of(text: str) -> str | None:
    """A query for items that hold every word of ``text``: ``大气 污染`` becomes ``"大气" AND "污染"``.

    None where the index cannot answer, and the query ``search`` looks through the items instead: the index holds
    pairs of Chinese characters, so that a Chinese character alone (建, 第3条) is not in it.
    """
    cleaned = _CONTROL.sub(" ", text[:MAX_CHARACTERS])
    words = [word for word in cleaned.split() if _WORD.search(word)]
    if not words or any(len(run) == 1 for run in _RUNS.findall(cleaned)):
        return None
    return " AND ".join(f'"{_escaped(word)}"' for word in words)


def with_phrase(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a query's parameters; where it takes a phrase and none is given, with that of its text."""
    if "phrase" in values and values["phrase"] is None:
        return {**values, "phrase": phrase_of(values["text"])}
    return dict(values)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')
