"""TOML files of the project's data, with the line that each entry stands in, for the messages that refuse one."""

import re
import tomllib
from pathlib import Path
from typing import Any

from graph.errors import BadDataFile


def read_tables(path: Path) -> "tuple[dict[str, Any], Lines]":
    """The tables of a file, and where their entries stand.

    Raises:
        BadDataFile: it is no TOML.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return tomllib.loads(text), Lines(path, text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else max(1, len(text.splitlines()))
        raise BadDataFile(f"{path}:{line}: {error}; correct the TOML") from error


class Lines:
    """Finds the line of the file that an entry's word stands in."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._lines = path, text.splitlines()

    def of(self, number: int, word: str, table: str = "[[body]]") -> str:
        """``file:line`` of ``word`` within the entry of this number, or of the entry's head."""
        starts = [line for line, words in enumerate(self._lines, 1) if words.strip() == table]
        start = starts[number] if number < len(starts) else 1
        for line in range(start, len(self._lines)):
            if self._lines[line].startswith("[["):
                break
            if f'"{word}"' in self._lines[line]:
                return f"{self._path}:{line + 1}"
        return f"{self._path}:{start}"
