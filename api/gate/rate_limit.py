"""How many requests a minute each caller may make, so that one does not take the server from the others."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.gate.admission import key_of
from api.gate.keys import Keyring

_FREE = ("/healthz", "/static/")  # what a page brings with it, and who watches the process
_MOST_CALLERS = 10_000


class Buckets:
    """A bucket of tokens for each caller: full at first, refilled evenly, one token a request.

    ``per_minute`` is what a bucket holds and what flows in within a minute. Those who asked last are kept, at most
    ``callers`` of them; a forgotten one begins with a full bucket.
    """

    def __init__(
        self, per_minute: int, *, callers: int = _MOST_CALLERS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._size = per_minute
        self._clock = clock
        self._callers = callers
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # caller: (tokens, when counted)

    def take(self, caller: str) -> float:
        """Take a token; 0 where there was one, else the seconds until there is."""
        now = self._clock()
        left, counted = self._left.pop(caller, (float(self._size), now))
        left = min(self._size, left + (now - counted) * self._size / 60)
        granted = left >= 1
        self._left[caller] = (left - granted, now)
        if len(self._left) > self._callers:
            self._left.popitem(last=False)
        return 0.0 if granted else (1 - left) * 60 / self._size


class RateLimit:
    """ASGI middleware that refuses whoever asks too often, by key, or by address where none is known."""

    def __init__(self, app: ASGIApp, *, ring: Keyring, buckets: Buckets) -> None:
        self.app = app
        self.ring = ring
        self.buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self.app(scope, receive, send)
            return
        key = key_of(scope, self.ring)
        wait = self.buckets.take(f"key {key.name}" if key else _network(scope))
        if not wait:
            await self.app(scope, receive, send)
            return
        seconds = ceil(wait)
        detail = f"This server lets nobody ask so often (RATE_LIMIT). Ask again in {seconds} s."
        headers = {"Retry-After": str(seconds)}
        await problems.answer(Request(scope), 429, "rate-limit", detail, headers=headers)(scope, receive, send)


def _network(scope: Scope) -> str:
    """The address of a caller; of IPv6 its /64, which is what one subscriber has."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return "address unknown"
    if isinstance(address, IPv6Address):
        return f"address {ip_network((address, 64), strict=False)}"
    return f"address {address}"
