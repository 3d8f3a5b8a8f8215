"""Every request under a name, counted and, where that is wanted, written down: those that are refused too."""

import re
import time
from datetime import UTC, datetime
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.gate.metrics import Metrics
from api.gate.request_log import RequestLog

_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_LONGEST = 2000  # characters of an address that are written down


class Observed:
    """ASGI middleware, outside of all others."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, log: RequestLog | None) -> None:
        self.app = app
        self.metrics = metrics
        self.log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note what came of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        sent = Headers(scope=scope).get("x-request-id", "")
        scope["request_id"] = sent if _NAME.fullmatch(sent) else uuid4().hex
        method = scope["method"]  # further inside, HEAD becomes GET
        status, size = 500, 0  # what raises before it answers is answered with 500
        start = time.perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = scope["request_id"]
            else:
                size += len(message.get("body", b""))
            await send(message)

        self.metrics.under_way.inc()
        try:
            await self.app(scope, receive, noting)
        finally:
            seconds = time.perf_counter() - start
            self.metrics.under_way.dec()
            self.metrics.count(method if method in _METHODS else "other", _route(scope), status, seconds)
            if self.log is not None:
                self.log.write(_line(scope, method, status, size, seconds))


def _route(scope: Scope) -> str:
    """The route that answered, as it is written in the OpenAPI: addresses themselves have no end."""
    path = getattr(scope.get("route"), "path", None)
    if path:
        return str(path)
    return "/static" if scope["path"].startswith("/static/") else "none"


def _line(scope: Scope, method: str, status: int, size: int, seconds: float) -> dict[str, object]:
    key = scope.get("api_key")
    client = scope.get("client")
    query = scope.get("query_string", b"").decode("latin-1")
    return {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request": scope["request_id"],
        "key": key.name if key else None,
        "address": client[0] if client else None,
        "method": method,
        "path": scope["path"][:_LONGEST],
        "query": query[:_LONGEST],
        "status": status,
        "bytes": size,
        "ms": round(seconds * 1000, 1),
    }
