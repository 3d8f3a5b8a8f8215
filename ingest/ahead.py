"""An iterator that works ahead in a thread, so that who takes from it does not wait for what it waits for."""

import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
_LOOK = 0.1  # seconds between two looks whether anyone still takes


@contextmanager
def ahead(things: Iterable[T], count: int) -> Iterator[Iterator[T]]:
    """``things``, of which up to ``count`` are made before they are taken; an error is raised in its place.

    On leaving, the making ends with the thing it is at.
    """
    made: queue.Queue[tuple[T] | BaseException | None] = queue.Queue(count)
    left = threading.Event()

    def put(thing: "tuple[T] | BaseException | None") -> bool:
        while not left.is_set():
            try:
                made.put(thing, timeout=_LOOK)
            except queue.Full:
                continue
            return True
        return False

    def make() -> None:
        try:
            for thing in things:
                if not put((thing,)):
                    break
        except BaseException as error:  # noqa: BLE001 - it belongs to who takes
            put(error)
        else:
            put(None)

    def take() -> Iterator[T]:
        while (thing := made.get()) is not None:
            if isinstance(thing, BaseException):
                raise thing
            yield thing[0]

    maker = threading.Thread(target=make, name="ahead", daemon=True)
    maker.start()
    try:
        yield take()
    finally:
        left.set()
        maker.join()
