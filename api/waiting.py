"""What waits for a decision: worked out once for each state of the store, as that looks at all names and citations."""

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from graph.queries import query
from ingest.candidates import Candidate, candidates

if TYPE_CHECKING:
    from graph.store import GraphStore

_MOST = 60.0  # seconds after which it is worked out anew in any case: seconds are all that the state tells of time


@dataclass
class Waiting:
    """The candidates of the app's store."""

    _found: list[Candidate] = field(default_factory=list)
    _state: dict[str, Any] | None = None
    _until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def all(self, store: "GraphStore") -> list[Candidate]:
        """All that waits, what most items depend on first."""
        with self._lock:  # two visitors at once wait for one answer
            state = store.read(query("last_change"))[0]
            if state != self._state or monotonic() > self._until:
                self._found = candidates(store)
                self._state, self._until = state, monotonic() + _MOST
            return self._found
