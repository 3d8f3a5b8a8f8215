"""What routes ask for by name: the store, a stretch of a list, keys that exist."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from api.cursors import LONGEST
from api.responses import Expand
from api.shapes import Shape, checked_sort, fields_of, members, sort_of, sortable
from api.stretches import Stretch as Stretch  # who asks for a stretch by hand takes it from here, too
from graph.arranging import check_sort
from graph.errors import AmbiguousName, NotFound
from graph.queries import query
from graph.remembered import Memory
from graph.settings import Settings
from graph.store import GraphStore, open_store


@dataclass
class Stores:
    """The app's one reading store, opened when first needed, and writing ones for as long as a change takes."""

    settings: Settings
    _reader: GraphStore | None = None
    _memory: Memory | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def opened(self) -> GraphStore | None:
        """The reading store, if it is open: who finds it need not wait for it."""
        return self._reader

    def reader(self) -> GraphStore:
        """The store that everything reads from."""
        with self._lock:
            if self._reader is None:
                self._memory = Memory()
                self._reader = open_store(self.settings, "read", self._memory)
            return self._reader

    def writer(self) -> AbstractContextManager[GraphStore]:
        """A store that may write, close it; what it changes is seen at once by who asks here."""
        return open_store(self.settings, "write", self._memory)

    def forget(self) -> None:
        """Close the reading store; the next request opens one anew (its server was away)."""
        with self._lock:
            if self._memory is not None:
                self._memory.close()
                self._memory = None
            if self._reader is not None:
                self._reader.close()
                self._reader = None


def stores_of(request: Request) -> Stores:
    """The stores of the app."""
    stores: Stores = request.app.state.stores
    return stores


# Awaited, though it mostly waits for nothing: a plain function would take a thread of its own. It takes the request
# itself, for FastAPI goes through what a dependency depends on each time that it is named.
async def reading_store(request: Request) -> GraphStore:
    """The reading store; ``api.problems`` gives up one whose server is gone, so that a later request tries anew."""
    stores = stores_of(request)
    store = stores.opened
    return store if store is not None else await run_in_threadpool(stores.reader)


def writing_store(request: Request) -> Iterator[GraphStore]:
    """A store that may write, for this request."""
    with stores_of(request).writer() as store:
        yield store


Store = Annotated[GraphStore, Depends(reading_store)]
Writer = Annotated[GraphStore, Depends(writing_store)]


_Limit = Annotated[int, Query(ge=1, le=500, description="Rows wanted.")]
_Offset = Annotated[int, Query(ge=0, le=10_000_000, description="Rows to leave out before the first.")]


async def _stretch(limit: _Limit = 50, offset: _Offset = 0) -> Stretch:
    return Stretch(limit, offset)


Paged = Annotated[Stretch, Depends(_stretch)]  # of a page's list


def listed(name: str, model: type[BaseModel]) -> Any:
    """The dependency that reads which stretch of the list ``name``, with rows of ``model``, a request asks for."""
    question = query(name)
    return stretches([sort.column for sort in question.sorts], model, partial(check_sort, question))


def stretches(sorts: Sequence[str], model: type[BaseModel], check: Callable[[str], object]) -> Any:
    """The dependency that reads a stretch of a list of ``model``, in its order or by ``sorts``; ``check`` refuses."""
    columns = tuple(model.model_fields)

    async def asked(
        limit: _Limit = 50,
        offset: _Offset = 0,
        sort: Annotated[str | None, sort_of(sorts)] = None,
        cursor: Annotated[
            str | None, Query(min_length=1, max_length=LONGEST, description="That of the stretch before.")
        ] = None,
        fields: Annotated[str | None, fields_of(columns)] = None,
    ) -> Stretch:
        if sort:
            check(sort)
        return Stretch(limit, offset, sort or None, cursor or None, members(columns, fields))

    return Depends(asked)


def shaped(model: type[BaseModel]) -> Any:
    """The dependency that reads how a list that comes whole, with rows of ``model``, is sorted and cut to members."""
    columns = tuple(model.model_fields)

    async def asked(
        sort: Annotated[str | None, sort_of(sortable(model))] = None,
        fields: Annotated[str | None, fields_of(columns)] = None,
    ) -> Shape:
        return Shape(checked_sort(model, sort), members(columns, fields))

    return Depends(asked)


Expanded = Annotated[
    Expand,
    Query(description="written: what names a unit itself; members: also, apart, what its collectives do."),
]
Place = Annotated[str | None, Query(max_length=60, description="Name of the place that they belong to or speak for.")]
Year = Annotated[
    str | None, Query(pattern=r"^\d{4}$", description="Four digits: of the date of issue, or the deadline.")
]
Text = Annotated[str | None, Query(max_length=200, description="Part of a name, title or number.")]


def document_key(store: Store, key: Annotated[str, Path(description="Key of a document: its 发文字号.")]) -> str:
    """The key of a document that exists."""
    if not store.read(query("document_of_key"), document=key):
        raise NotFound(f"No document has the key {key!r}. /documents lists the keys.")
    return key


def unit_key(store: Store, unit: str) -> str:
    """The key of the one unit that has this key or this name.

    Raises:
        NotFound: no unit has it.
        AmbiguousName: several units have this name; the error carries them.
    """
    if ":" in unit and store.read(query("names_of_units"), units=[unit]):
        return unit
    named = store.read(query("unit_of_name"), name=unit)
    if not named:
        raise NotFound(f"No unit has the key or name {unit!r}. /units?text=… finds units.")
    if len(named) > 1:
        raise AmbiguousName(f"{len(named)} units are called {unit!r}: ask with the key of one of them.", named)
    return str(named[0]["unit"])


class AskedKey(str):
    """What looks like the key of a unit: ``api.answers`` looks it up where nothing is found about it, and only then."""

    __slots__ = ()


async def path_unit(
    request: Request, unit: Annotated[str, Path(description="Key of a unit, or its name where unique.")]
) -> str:
    """The unit of the path, by its key."""
    if ":" in unit:
        return AskedKey(unit)
    return await run_in_threadpool(lambda: unit_key(stores_of(request).reader(), unit))


async def path_partner(
    request: Request, partner: Annotated[str, Path(description="Key of a unit, or its name where unique.")]
) -> str:
    """The second unit of the path, by its key."""
    return await path_unit(request, partner)


DocumentKey = Annotated[str, Depends(document_key)]
UnitKey = Annotated[str, Depends(path_unit)]
PartnerKey = Annotated[str, Depends(path_partner)]
