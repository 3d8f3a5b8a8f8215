"""What every request passes before a route: known host, own origin, bounded body; and the headers it leaves with.

Pages and API ask for no key on loopback, so a foreign page in the user's browser must neither reach them under a name
of its own (DNS rebinding) nor send forms to them (CSRF).
"""

import json
from collections.abc import Collection
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]  # as they are sent
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_MULTIPART = 64 * 1024  # what a form puts around its file


class Guard:
    """ASGI middleware; ``listen`` is the address served on, ``max_body`` the bytes that a request may carry.

    ``names``: under which it answers besides its own, as behind a proxy.
    """

    def __init__(self, app: ASGIApp, *, listen: str, max_body: int, names: Collection[str] = ()) -> None:
        self.app = app
        self.max_body = max_body + _MULTIPART
        # Elsewhere than on loopback we know under which names people reach us only where we are told.
        own = _LOOPBACK_NAMES | {listen, *(name.lower() for name in names)}
        self.hosts = own if names or is_loopback(listen) else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            await _refuse(scope, send, *refusal)
            return
        await self.app(scope, self._bounded(headers, receive), _with_headers(send))

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str, str] | None:
        host = headers.get("host", "")
        name = _name_in(host)
        if self.hosts is not None and name not in self.hosts:
            return 421, "foreign-origin", f"This server does not answer under the name {name!r}; use 127.0.0.1."
        if method in _SAFE:
            return None
        site = headers.get("sec-fetch-site", "same-origin")
        origin = headers.get("origin")
        if site not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != host):
            return 403, "foreign-origin", "Changes are only taken from this server's own pages and from programs."
        return None

    def _bounded(self, headers: Headers, receive: Receive) -> Receive:
        announced = headers.get("content-length", "")
        too_large = HTTPException(413, f"The request has more than the {self.max_body:,} bytes that are read here.")
        taken = int(announced) if announced.isdecimal() else 0
        over = taken > self.max_body
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            if over:
                raise too_large
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.max_body:
                raise too_large
            return message

        return bounded


@lru_cache(maxsize=256)  # who asks mostly asks again under the same name
def _name_in(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def is_loopback(listen: str) -> bool:
    """Whether only this machine can reach what listens there."""
    if listen == "localhost":
        return True
    try:
        return ip_address(listen).is_loopback
    except ValueError:
        return False


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            said = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(header for header in _RAW if header[0] not in said)]
        await send(message)

    return with_headers


async def _refuse(scope: Scope, send: Send, status: int, slug: str, detail: str) -> None:
    problem = {
        "type": f"/docs#{slug}",
        "title": "Requests from other sites are refused",
        "status": status,
        "detail": detail,
        "instance": scope["path"],
    }
    body = json.dumps(problem, ensure_ascii=False).encode()
    start = {
        "type": "http.response.start",
        "status": status,
        "headers": [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())],
    }
    await _with_headers(send)(start)
    await send({"type": "http.response.body", "body": body})
