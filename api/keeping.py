"""Whole answers kept in memory: who asks again while the graph stands as it stood is told the same bytes.

A route that answers from nothing but its address and the graph says so by ``route_class=Kept``. Before a kept answer is
told, the graph is asked for the number that every change raises (``GraphStore.state``); once that has moved, whatever
moved it, the answer is made anew. Answers made of remembered rankings are not kept: those have an age of their own.
"""

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from threading import Lock
from time import monotonic
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.dependencies import reading_store
from api.gate.admission import COOKIE
from graph.errors import StoreError
from graph.remembered import State, as_of, told
from graph.store import GraphStore

_BYTES = 32_000_000  # of answers that are kept
_LARGEST = 1_000_000
_UNTOLD = 60.0  # seconds after which one is made anew in any case: others may write without raising the number


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    headers: list[tuple[bytes, bytes]]
    state: State
    at: datetime
    until: float


class Answers:
    """The answers of one app, at most ``size`` bytes of them: what was asked for longest ago goes first."""

    def __init__(self, *, size: int = _BYTES, seconds: float = _UNTOLD) -> None:
        self._kept: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._most, self._seconds = size, seconds
        self._bytes = 0
        self.seen: State | None = None  # the last that was asked for: what is made from now on is no older
        self._lock = Lock()

    def may_hold(self, key: Hashable) -> bool:
        """Whether to ask the graph: it was never asked, or an answer is kept."""
        return self.seen is None or key in self._kept

    def find(self, key: Hashable, store: GraphStore) -> _Answer | None:
        """The kept answer, if it holds.

        Raises:
            StoreError: what ``GraphStore.state`` raises.
        """
        state = self.seen = store.state()
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept.state != state or monotonic() > kept.until:
                self._drop(key)
                return None
            self._kept.move_to_end(key)
            return kept

    def keep(self, key: Hashable, response: Response, seen: State) -> None:
        """Keep an answer that was begun after ``seen`` was: while the graph stands there, it holds."""
        body = bytes(response.body)
        if len(body) > _LARGEST:
            return
        kept = _Answer(body, list(response.raw_headers), seen, datetime.now(UTC), monotonic() + self._seconds)
        with self._lock:
            self._drop(key)
            self._kept[key] = kept
            self._bytes += len(body)
            while self._bytes > self._most:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._bytes -= len(kept.body)


class Kept(APIRoute):
    """A route whose answers to GET are kept, if it asks the graph at all."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, asked only where no kept answer holds."""
        if self.methods != {"GET"}:
            return super().get_route_handler()
        if self.dependant.call is not None and self.dependant.response_param_name is None:
            self.dependant.call = _written(self.dependant.call)
        made = super().get_route_handler()
        if not _asks(self.dependant):
            return made

        async def handler(request: Request) -> Response:
            answers: Answers = request.app.state.answers
            key = _asked(request)
            if answers.may_hold(key):
                with contextlib.suppress(StoreError):  # the route itself says what is wrong
                    found = await run_in_threadpool(lambda: answers.find(key, request.app.state.stores.reader()))
                    if found is not None:
                        told(found.at)
                        return _response(found)
            seen = answers.seen
            response = await made(request)
            if seen is not None and response.status_code == 200 and hasattr(response, "body") and as_of() is None:
                answers.keep(key, response, seen)
            return response

        return handler


def _written(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """``endpoint``, but a model that it returns written down where it is made.

    FastAPI would hand it to another thread, to check once more that it is what the route has made it.
    """

    @wraps(endpoint)
    def written(*args: Any, **kwargs: Any) -> Any:
        made = endpoint(*args, **kwargs)
        if isinstance(made, BaseModel):
            return Response(made.__pydantic_serializer__.to_json(made, by_alias=True), media_type="application/json")
        return made

    return written


def _asks(dependant: Dependant) -> bool:
    return dependant.call is reading_store or any(map(_asks, dependant.dependencies))


def _asked(request: Request) -> Hashable:
    """All that an answer may hang on, beside the graph."""
    key = request.scope.get("api_key")
    chosen = [(name, value) for name, value in request.cookies.items() if name != COOKIE]
    language = request.headers.get("accept-language", "")
    return request.url.path, request.url.query, language, tuple(chosen), key.role if key else None


def _response(kept: _Answer) -> Response:
    response = Response(kept.body)
    response.raw_headers = list(kept.headers)  # what stands outside adds its own
    return response
