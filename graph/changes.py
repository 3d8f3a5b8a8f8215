"""What changed since: who copies the graph elsewhere asks for it, and goes on where the last answer ended.

Every transaction that loads, deletes or decides writes what it did into the graph, at its end, on the line of its
writer. Along a line changes are committed one after the other, so that the last turn seen of each line (a ``Position``)
misses none, however many write at the same time and whatever the clock says. The log holds a small node for each
outcome, for good: also of a document that was deleted its key, and nothing else. A backup does not hold it: what is
restored is a new log, in which each document is loaded.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.errors import LogChanged, QueryError
from graph.queries import query
from graph.store import SLOTS, GraphStore

Row = dict[str, Any]
_TURNS = 1_000_000  # of one transaction
_BEGINNING = (-1,) * SLOTS


@dataclass(frozen=True, slots=True)
class Position:
    """How far someone has read: of which log, and the last turn seen of each line."""

    log: str
    seen: tuple[int, ...]

    def __str__(self) -> str:
        said = json.dumps([self.log, *self.seen], separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(zlib.compress(said, 9)).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class News:
    """Changes in their order, after ``seen``; ``position`` is where to go on, ``more``: there are more already."""

    rows: list[Row]
    seen: tuple[int, ...]
    position: Position
    more: bool


def changes_since(store: GraphStore, since: str | None, limit: int) -> News:
    """The first changes since a moment (ISO 8601; without a zone: UTC) or a position; without either: of all.

    Raises:
        QueryError: it is neither.
        LogChanged: the position belongs to another log: the store was restored, or set back.
    """
    lines = {row["key"]: row for row in store.read(query("lines_of_changes", "maintain"))}
    log = str(lines["policy-graph"]["log"])
    seen = _seen(store, since, log, {key: row["changes"] for key, row in lines.items()})
    rows = store.read(query("changes"), seen=list(seen), limit=limit + 1)
    passed = list(seen)
    for row in rows[:limit]:
        passed[row["line"]] = max(passed[row["line"]], row["turn"])
    return News(rows[:limit], tuple(seen), Position(log, tuple(passed)), len(rows) > limit)


def _seen(store: GraphStore, since: str | None, log: str, counts: dict[str, int]) -> Sequence[int]:
    if not since:
        return _BEGINNING
    moment = _moment(since)
    if moment:
        seen = list(_BEGINNING)
        for row in store.read(query("changes_before", "maintain"), since=moment):
            seen[row["line"]] = row["turn"]
        return seen
    position = _position(since)
    ahead = any(turn // _TURNS > counts.get(f"changes-{line}", 0) for line, turn in enumerate(position.seen))
    if position.log != log or ahead:
        raise LogChanged(
            "The store was restored or set back since this position was given. Ask anew without since: each document "
            "that is held is told once."
        )
    return position.seen


def _moment(since: str) -> str | None:
    try:
        moment = datetime.fromisoformat(since.replace(" ", "+"))  # a + that was sent as it is arrives as a space
        known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return known.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


def _position(since: str) -> Position:
    try:
        packed = base64.b64decode(since.encode("ascii") + b"=" * (-len(since) % 4), altchars=b"-_", validate=True)
        log, *seen = json.loads(zlib.decompressobj().decompress(packed, 10_000))
    except (ValueError, TypeError, binascii.Error, zlib.error, RecursionError) as error:
        raise QueryError(
            f"since={since[:40]!r} is neither a time such as 2026-11-20T08:00:00Z nor the cursor of an answer."
        ) from error
    known = len(seen) == SLOTS and all(type(turn) is int and -1 <= turn < 2**62 for turn in seen)
    if not isinstance(log, str) or not known:
        raise QueryError(f"since={since[:40]!r} is no cursor of this program.")
    return Position(log, tuple(seen))
