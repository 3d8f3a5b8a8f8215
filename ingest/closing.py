"""Where the text of a policy closes: its signature, with nothing behind it but annexes and a note on publicity."""

from collections.abc import Sequence

from ingest.boilerplate import is_chrome, is_publicity
from ingest.numbering import Line
from ingest.signature import Signature, find_signature

_TAIL_LINES = 40
_SHORT = 100  # characters of a line in a list of annexes
_FEW = 20  # lines of such a list


def find_closing(lines: Sequence[Line], text: str, start: int, foot: int) -> Signature | None:
    """The signature under the policy's own text: the first with names, else a date in the last lines."""
    while found := find_signature(lines, text, start, foot):
        if found.names or is_tail(lines, found.last + 1, foot):
            return found
        start = found.last + 1
    return None


def is_tail(lines: Sequence[Line], start: int, foot: int) -> bool:
    """Whether nothing stands from ``start`` to ``foot`` but a list of annexes and publicity; no table, either."""
    if foot - start > _TAIL_LINES:
        return False
    rest = [line for line in lines[start:foot] if not is_publicity(line) and not is_chrome(line)]
    short = (len(line.words) < _SHORT and "。" not in line.words and "\t" not in line.words for line in rest)
    return len(rest) < _FEW and all(short)
