"""What an answer is made of is listened to: questions for its foot, remembered answers for their age.

One made from remembered answers says how old the oldest of them is: ``Age``, in seconds (RFC 9111).
"""

from datetime import UTC, datetime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.asked import listening
from graph.remembered import as_of, hearing


class Aged:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; tell the age of what it is answered from."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def aged(message: Message) -> None:
            if message["type"] == "http.response.start" and (at := as_of()):
                age = (datetime.now(UTC) - at).total_seconds()
                MutableHeaders(scope=message)["Age"] = str(max(0, round(age)))
            await send(message)

        with hearing(), listening():
            await self.app(scope, receive, aged)
