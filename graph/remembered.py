"""Answers about the whole graph, kept in this process and told with the time at which they were true.

Every change raises a number in the graph, within its own transaction, whichever process makes it; asking for that
number takes a moment. While it stands an answer holds. Once it has moved, what is quick to compute is computed at once;
of what is not, the old answer is told while a new one is made beside, for ``PATIENCE`` seconds at most. After a
document was deleted nothing old is told.
"""

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple

from graph.errors import PolicyGraphError

Row = dict[str, Any]
QUICK = 0.1  # seconds: what takes no longer is never told old
PATIENCE = 30.0  # seconds for which an answer is told after it was last known to hold
_UNTOLD = 600.0  # seconds after which one is made anew in any case: others may write without raising the number
_SHARE = 4  # while changes go on, making an answer anew takes a fifth of the time at most
_CELLS = 500_000  # values that are kept, some 50 MB
_heard: ContextVar[list[datetime] | None] = ContextVar("heard", default=None)


class State(NamedTuple):
    """How often the graph was changed, and how often a document was deleted from it."""

    changes: int
    removals: int


@dataclass(slots=True)
class _Kept:
    """An answer; ``seen`` is when it was last known to hold, ``begun`` and ``took`` are seconds of its making."""

    rows: list[Row]
    state: State
    at: datetime
    begun: float
    took: float
    seen: float

    @property
    def cells(self) -> int:
        return 1 + sum(len(value) if isinstance(value, list) else 1 for row in self.rows for value in row.values())


@contextlib.contextmanager
def hearing() -> Iterator[list[datetime]]:
    """While it lasts, the times of remembered answers are put into the list, from threads that work for it too."""
    heard: list[datetime] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


def told(at: datetime) -> None:
    """Note that an answer was told which was true at that time."""
    heard = _heard.get()
    if heard is not None:
        heard.append(at)


def as_of() -> datetime | None:
    """The time of the oldest remembered answer that was told since ``hearing`` began; None where none was."""
    return min(_heard.get() or [], default=None)


class Memory:
    """Answers of one store, for many threads; what was asked for longest ago is forgotten first. Close it."""

    def __init__(self, *, quick: float = QUICK, patience: float = PATIENCE, cells: int = _CELLS) -> None:
        self._quick, self._patience, self._most = quick, patience, cells
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._flights: dict[Hashable, Future[_Kept]] = {}
        self._lock = Lock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="remembered")

    def tell(self, key: Hashable, state: Callable[[], State], compute: Callable[[], list[Row]]) -> list[Row]:
        """What ``compute`` answers, or answered before; do not change the rows. Who asks at once waits for one answer.

        Raises:
            StoreError: what ``state`` and ``compute`` raise.
        """
        kept = self._current(key, state, compute)
        told(kept.at)
        return list(kept.rows)

    @property
    def cells(self) -> int:
        """Values that are kept."""
        with self._lock:
            return sum(kept.cells for kept in self._kept.values())

    def forget(self) -> None:
        """Keep nothing of what was answered: who has just changed the graph wants to see it."""
        with self._lock:
            self._kept.clear()

    def close(self) -> None:
        """Make no more answers beside; twice is once."""
        self._beside.shutdown(wait=False, cancel_futures=True)

    def _current(self, key: Hashable, state: Callable[[], State], compute: Callable[[], list[Row]]) -> _Kept:
        now, moment = state(), monotonic()
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
        if kept is None or kept.state.removals != now.removals:
            return self._renewed(key, now, state, compute)
        age = moment - kept.begun
        if kept.state == now:
            kept.seen = max(kept.seen, moment)
            if age > _UNTOLD:
                self._renew_beside(key, now, state, compute)
        elif kept.took <= self._quick or moment - kept.seen > self._patience:
            return self._renewed(key, now, state, compute)
        elif age > min(_SHARE * kept.took, self._patience / 2):
            self._renew_beside(key, now, state, compute)
        return kept

    def _renew_beside(
        self, key: Hashable, now: State, state: Callable[[], State], compute: Callable[[], list[Row]]
    ) -> None:
        with self._lock:
            under_way = key in self._flights
        if not under_way:
            with contextlib.suppress(RuntimeError):  # closed meanwhile
                self._beside.submit(self._renew_quietly, key, now, state, compute)

    def _renew_quietly(
        self, key: Hashable, now: State, state: Callable[[], State], compute: Callable[[], list[Row]]
    ) -> None:
        with self._lock:
            kept = self._kept.get(key)
        if kept is None or kept.state.changes < now.changes or monotonic() - kept.begun > _UNTOLD:
            with contextlib.suppress(PolicyGraphError):  # who asks when patience ends is told
                self._renewed(key, now, state, compute)

    def _renewed(
        self, key: Hashable, now: State, state: Callable[[], State], compute: Callable[[], list[Row]]
    ) -> _Kept:
        """An answer from ``now`` or later."""
        while True:
            with self._lock:
                flight = self._flights.get(key)
                if flight is None:
                    own: Future[_Kept] = Future()
                    self._flights[key] = own
                    break
            kept = flight.result()
            if kept.state.changes >= now.changes and kept.state.removals >= now.removals:
                return kept
        try:
            kept = _made(state, compute)
        except BaseException as error:
            with self._lock:
                del self._flights[key]
            own.set_exception(error)
            raise
        self._keep(key, kept)
        own.set_result(kept)
        return kept

    def _keep(self, key: Hashable, kept: _Kept) -> None:
        with self._lock:
            del self._flights[key]
            self._kept.pop(key, None)
            self._kept[key] = kept
            total = sum(each.cells for each in self._kept.values())
            while total > self._most:
                total -= self._kept.popitem(last=False)[1].cells


def _made(state: Callable[[], State], compute: Callable[[], list[Row]]) -> _Kept:
    before, at, begun = state(), datetime.now(UTC), monotonic()  # before it: what changes meanwhile may be missed
    rows = compute()
    return _Kept(rows, before, at, begun, monotonic() - begun, begun)
