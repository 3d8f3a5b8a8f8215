"""Who may do what: one table from request to role, and the key that proves it.

Asked for wherever others can reach the server (``API_KEYS``). A program sends ``Authorization: Bearer KEY``; a browser
carries the key in a cookie that scripts cannot read and other sites cannot send.
"""

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.gate.keys import ROLES, Key, Keyring, Role
from api.gate.security import is_loopback
from graph.settings import Settings

COOKIE = "policy_graph_key"
SIGN_IN = "/sign-in"
_OPEN = ("/healthz", "/static/", SIGN_IN)  # without a key: alive, how pages look, and where a key is given
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_ASKS = frozenset({"/cypher", "/lookup"})  # questions too long for an address


def needed(method: str, path: str) -> Role | None:
    """The role that a request needs; None: anybody may make it."""
    if path.startswith(_OPEN):
        return None
    if method in _SAFE or (method == "POST" and (path in _ASKS or path.startswith("/exports/cypher/"))):
        return "reader"
    if (method == "DELETE" and path.startswith("/documents")) or path.endswith("/delete"):
        return "admin"
    return "editor"


def is_asked(settings: Settings) -> bool:
    """Whether these settings ask for keys."""
    return settings.api_keys == "on" or (settings.api_keys == "auto" and not is_loopback(settings.listen))


class Admission:
    """ASGI middleware that lets a request pass whose key has the role that it needs."""

    def __init__(self, app: ASGIApp, *, ring: Keyring) -> None:
        self.app = app
        self.ring = ring

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        role = needed(request.method, request.url.path)
        if role is None:
            return None
        key = key_of(request.scope, self.ring)
        if key is None:
            if problems.wants_page(request):
                return RedirectResponse(f"{SIGN_IN}?next={quote(request.url.path)}", 303)
            said = "The API key is not known here." if sent_by(request) else "This server asks for an API key."
            detail = f"{said} Send Authorization: Bearer KEY; 'policy-graph keys add' on its machine makes one."
            return problems.answer(request, 401, "key-missing", detail, headers={"WWW-Authenticate": "Bearer"})
        if ROLES.index(key.role) < ROLES.index(role):
            detail = f"The key {key.name!r} is of a {key.role}; this needs one of {role} or above."
            return problems.answer(request, 403, "role-too-low", detail)
        return None


def key_of(scope: Scope, ring: Keyring) -> Key | None:
    """The known key that a request came with; looked up once for all who ask."""
    if "api_key" not in scope:
        sent = sent_by(Request(scope))
        scope["api_key"] = ring.find(sent) if sent else None
    found: Key | None = scope["api_key"]
    return found


def sent_by(request: Request) -> str:
    """The key that came with a request, empty where none did."""
    scheme, _, sent = Headers(scope=request.scope).get("authorization", "").partition(" ")
    return sent.strip() if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
