"""What was answered before and has not changed is not sent again (RFC 9110: ETag, If-None-Match); HEAD is answered.

The tag is a digest of the answer itself: it saves the way, not the work, and can never be out of date.
"""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HELD = 4 * 1024 * 1024  # bytes of an answer that are held back for its tag; longer ones go out as they come


class Conditional:
    """ASGI middleware; stands inside the compression, so that a tag is of what is said and not of how it travels."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; give the answer a tag, or leave its body out."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        answer = _Answer(send, known, bodiless=scope["method"] == "HEAD")
        scope["method"] = "GET"  # in place: those outside read from the scope which route answered
        await self.app(scope, receive, answer.take)


class _Answer:
    def __init__(self, send: Send, known: str, *, bodiless: bool) -> None:
        self._send = send
        self._known = {tag.strip().removeprefix("W/") for tag in known.split(",") if tag.strip()}
        self._bodiless = bodiless
        self._start: Message | None = None  # None: it was sent
        self._held: list[bytes] = []
        self._size = 0

    async def take(self, message: Message) -> None:
        """A part of the app's answer."""
        if message["type"] == "http.response.start":
            self._start = message
            if message["status"] != 200 or "etag" in Headers(raw=message["headers"]):
                await self._begin()
        elif self._start is None:
            await self._send_body(message.get("body", b""), more=message.get("more_body", False))
        else:
            self._held.append(message.get("body", b""))
            self._size += len(self._held[-1])
            if not message.get("more_body", False):
                await self._finish()
            elif self._size > _HELD:
                await self._begin()
                await self._send_body(b"".join(self._held), more=True)

    async def _begin(self) -> None:
        start, self._start = self._start, None
        if start is not None:
            await self._send(start)

    async def _finish(self) -> None:
        body = b"".join(self._held)
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        assert self._start is not None  # noqa: S101 - only then are bodies held; tells mypy so
        headers = MutableHeaders(scope=self._start)
        headers["ETag"] = f"W/{tag}"  # weak: compression changes the bytes
        headers.setdefault("Cache-Control", "no-cache")  # keep it, and ask whether it still holds
        if self._known & {tag, "*"}:
            self._start["status"] = 304
            for name in ("content-length", "content-type"):
                if name in headers:
                    del headers[name]
            body = b""
        await self._begin()
        await self._send_body(body, more=False)

    async def _send_body(self, body: bytes, *, more: bool) -> None:
        await self._send({"type": "http.response.body", "body": b"" if self._bodiless else body, "more_body": more})
