"""Where a list goes on: the place of the last row that was given, in words that only this program reads.

A cursor belongs to one question with its filters and its order. It is no secret and no right: whoever makes one up is
answered with rows that may be asked for anyway, or told that it is none.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import QueryError

LONGEST = 2000  # characters
_STRETCH = frozenset({"limit", "offset", "after"})


@dataclass(frozen=True, slots=True)
class Cursor:
    """The order of a list, and the values that tell the place of its last row there."""

    sort: str | None
    place: list[Any]


def written(cursor: Cursor, name: str, params: Mapping[str, Any]) -> str:
    """A cursor of the question ``name`` as text for an address."""
    said = json.dumps([_belonging(name, params), cursor.sort, cursor.place], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read(text: str, name: str, params: Mapping[str, Any]) -> Cursor:
    """The cursor that a text stands for.

    Raises:
        QueryError: it is none, or one of another list.
    """
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        belonging, sort, place = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise QueryError(f"cursor={text[:40]!r} is no cursor. Take the one of the answer before.") from error
    plain = isinstance(place, list) and all(isinstance(value, str | int | float) for value in place)
    if belonging != _belonging(name, params) or not isinstance(sort, str | None) or not plain:
        raise QueryError("The cursor belongs to another list, or to other filters. Begin again without it.")
    return Cursor(sort, place)


def _belonging(name: str, params: Mapping[str, Any]) -> str:
    filters = sorted((key, value) for key, value in params.items() if key not in _STRETCH)
    return hashlib.sha256(repr((name, filters)).encode()).hexdigest()[:10]
