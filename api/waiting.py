"""What waits for a decision: worked out once for each state of the store, as that looks at all names and citations."""

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any, get_args

from api import cursors
from api.responses import About, CandidateRow, Listing
from api.shapes import cut, in_order
from api.stretches import Stretch
from graph.errors import QueryError
from graph.queries import query
from graph.store import GraphStore
from ingest.candidates import Candidate, candidates, order

SORTS = ("items", "score", "about", "subject")
_PLACE = ("about", "subject", "object", "score", "items")  # what tells where a row stands
_MOST = 60.0  # seconds after which it is worked out anew in any case: seconds are all that the state tells of time


@dataclass
class Waiting:
    """The candidates of the app's store."""

    _found: list[Candidate] = field(default_factory=list)
    _state: dict[str, Any] | None = None
    _until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def all(self, store: GraphStore) -> list[Candidate]:
        """All that waits, what most items depend on first."""
        with self._lock:  # two visitors at once wait for one answer
            state = store.read(query("last_change"))[0]
            if state != self._state or monotonic() > self._until:
                self._found = candidates(store)
                self._state, self._until = state, monotonic() + _MOST
            return self._found


def check_sort(sort: str) -> None:
    """Refuse what is no order of what waits.

    Raises:
        QueryError: says which there are.
    """
    if sort.removeprefix("-") not in SORTS:
        raise QueryError(f"What waits cannot be sorted by {sort!r}. Sort by: {', '.join(SORTS)}; - downwards.")


def stretch_of_waiting(
    waiting: Waiting, store: GraphStore, about: About | None, part: Stretch
) -> Listing[CandidateRow]:
    """A stretch of what waits for a decision, that first on which most items depend.

    Raises:
        QueryError: the cursor is none of it.
    """
    params = {"about": about}
    cursor = cursors.read(part.cursor, "review", params) if part.cursor else None
    if cursor and (part.offset or part.sort not in (None, cursor.sort)):
        raise QueryError("A cursor tells where the list goes on, and in which order: leave offset and sort out.")
    sort = cursor.sort if cursor else part.sort
    found = [candidate for candidate in waiting.all(store) if about in (None, candidate.about)]
    begin = part.offset
    before = _placed(cursor.place) if cursor else None
    if before:  # it goes on behind the place where that one stood, which may be decided by now
        found = sorted([*(each for each in found if _names(each) != _names(before)), before], key=order)
    rows = in_order([CandidateRow.model_validate(candidate, from_attributes=True) for candidate in found], sort)
    if before:
        begin = next(n for n, row in enumerate(rows, 1) if _names(row) == _names(before))
    shown, more = rows[begin : begin + part.limit], len(rows) > begin + part.limit
    following = begin + part.limit if more and not cursor else None
    going_on = cursors.written(cursors.Cursor(sort, _place(shown[-1])), "review", params) if more else None
    kept = cut(shown, part.fields)
    return Listing[CandidateRow].model_construct(
        rows=kept, limit=part.limit, offset=part.offset, next=following, cursor=going_on
    )


def _place(row: CandidateRow) -> list[Any]:
    return [getattr(row, name) for name in _PLACE]


def _placed(place: list[Any]) -> Candidate:
    kinds = (str, str, str, float | int, int)
    if len(place) != len(_PLACE) or not all(map(isinstance, place, kinds)) or place[0] not in get_args(About):
        raise QueryError("The cursor is none of this list. Begin again without it.")
    return Candidate(**dict(zip(_PLACE, place, strict=True)), reason="")


def _names(candidate: Candidate | CandidateRow) -> tuple[str, str, str]:
    return candidate.about, candidate.subject, candidate.object
