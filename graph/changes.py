"""What changed since: who copies the graph elsewhere asks for it, and goes on where the last answer ended.

Every transaction that loads, deletes or decides writes what it did into the graph, at its end. Writers take turns, so
that the steps of the log are counted without a gap in the order in which they were done, whatever the clock says. The
log holds a small node for each, for good: also of a document that was deleted its key, and nothing else. A backup does
not hold it: what is restored is a new log, in which each document is loaded.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.errors import LogChanged, QueryError
from graph.queries import query
from graph.store import GraphStore

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Position:
    """How far someone has read: of which log, and its last step seen."""

    log: str
    step: int

    def __str__(self) -> str:
        said = json.dumps([self.log, self.step], separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(said).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class News:
    """Changes in their order, those behind the step ``after``; ``position`` is where to go on, ``more``: there are."""

    rows: list[Row]
    after: int
    position: Position
    more: bool


def changes_since(store: GraphStore, since: str | None, limit: int) -> News:
    """The first changes since a moment (ISO 8601; without a zone: UTC) or a position; without either: of all.

    Raises:
        QueryError: it is neither.
        LogChanged: the position belongs to another log: the store was restored, or set back.
    """
    end = store.read(query("end_of_log", "maintain"))[0]
    after = _after(store, since, str(end["log"]), int(end["steps"]))
    rows = store.read(query("changes"), behind=after, limit=limit + 1)
    # A server shows a reader what is committed while it reads: a step that came meanwhile may be seen without the one
    # before it. It is told with the next answer.
    whole = [row for step, row in enumerate(rows, after + 1) if row["step"] == step]
    told = whole[:limit]
    return News(told, after, Position(str(end["log"]), after + len(told)), len(rows) > len(told))


def _after(store: GraphStore, since: str | None, log: str, steps: int) -> int:
    if not since:
        return 0
    moment = _moment(since)
    if moment:
        step = store.read(query("step_before", "maintain"), since=moment)[0]["step"]
        return steps if step is None else int(step)
    position = _position(since)
    if position.log != log or position.step > steps:
        raise LogChanged(
            "The store was restored or set back since this position was given. Ask anew without since: each document "
            "that is held is told once."
        )
    return position.step


def _moment(since: str) -> str | None:
    try:
        moment = datetime.fromisoformat(since.replace(" ", "+"))  # a + that was sent as it is arrives as a space
        known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return known.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


def _position(since: str) -> Position:
    try:
        said = base64.b64decode(since.encode("ascii") + b"=" * (-len(since) % 4), altchars=b"-_", validate=True)
        log, step = json.loads(said)
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise QueryError(
            f"since={since[:40]!r} is neither a time such as 2026-11-20T08:00:00Z nor the cursor of an answer."
        ) from error
    if not isinstance(log, str) or type(step) is not int or not 0 <= step < 2**62:
        raise QueryError(f"since={since[:40]!r} is no cursor of this program.")
    return Position(log, step)
