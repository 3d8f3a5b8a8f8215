"""A user's words as a full-text query: Lucene's syntax has operators, and none of them may come from the user."""

import re

MAX_CHARACTERS = 200

_HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"[{_HAN}]+")
_WORD = re.compile(r"\w")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def phrase_of(text: str) -> str | None:
    r"""A query for items that hold ``text`` as it is, as one Lucene phrase: ``数字 "A"`` becomes ``"数字 \"A\""``.

    None where the index cannot answer, and the query ``search`` looks through the items instead: the index holds
    pairs of Chinese characters, so that a Chinese character alone (建, 第3条) is not in it.
    """
    words = " ".join(_CONTROL.sub(" ", text[:MAX_CHARACTERS]).split())
    if not _WORD.search(words) or any(len(run) == 1 for run in _RUNS.findall(words)):
        return None
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
