"""Loads the language that the extractors share: tables of words in ``ingest/data``, each checked for its shape."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The table ``ingest/data/<name>.toml``.

    Raises:
        ValueError: the file is not TOML.
    """
    text = files("ingest").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"ingest/data/{name}.toml is not readable: {error}") from error


def words(name: str, *path: str) -> tuple[str, ...]:
    """The list of words at ``path`` of a table.

    Raises:
        ValueError: what stands there is not a list of words without repeats.
    """
    found: Any = lexicon(name)
    for key in path:
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise ValueError(f"ingest/data/{name}.toml: {'.'.join(path)} must be a list of words")
    if len(set(found)) != len(found):
        raise ValueError(f"ingest/data/{name}.toml: {'.'.join(path)} names a word twice")
    return tuple(found)


def any_of(choices: Iterable[str], but: Mapping[str, str] | None = None) -> str:
    """A pattern that matches one of ``choices``, the longest first.

    What words share at their beginning is written once, 中(?:国|心), so that ``re`` tries few words at each place.
    ``but`` has the patterns of those that hold only where something else does or does not stand, {目前: 目前(?!…)};
    they come last, and each should begin with its first character, which ``re`` searches fast.

    Raises:
        ValueError: ``but`` has a word that is none of ``choices``.
    """
    but = but or {}
    rest = set(choices)
    if missing := but.keys() - rest:
        raise ValueError(f"{'、'.join(sorted(missing))}: an exception is made for what is not in the list")
    behind: dict[str, set[str]] = {}
    for choice in rest - but.keys():
        behind.setdefault(choice[:1], set()).add(choice[1:])
    plain = [re.escape(first) + _rest(rests) for first, rests in sorted(behind.items())]
    return "|".join([*plain, *but.values()])


def _rest(rests: set[str]) -> str:
    if len(rests) == 1:
        return re.escape(*rests)
    return f"(?:{any_of(rests - {''})}){'?' if '' in rests else ''}"
