"""/sign-in: where a browser is given its API key, and gives it back."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.gate.admission import COOKIE, SIGN_IN
from api.gate.keys import Keyring
from api.pages.templating import render
from api.uploads import FormOnly

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_DAYS = 30


@router.get(SIGN_IN)
def ask_for_key(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> HTMLResponse:  # noqa: A002 - the name in the address
    """The form."""
    return render(request, "sign_in.html", {"next": _own(next), "wrong": False})


@router.post(SIGN_IN, dependencies=[FormOnly])
def take_key(
    request: Request,
    key: Annotated[str, Form(max_length=200)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002 - the name in the form
) -> Response:
    """Keep a known key in the browser; it travels back only to us."""
    ring: Keyring = request.app.state.keyring
    if not ring.find(key.strip()):
        return render(request, "sign_in.html", {"next": _own(next), "wrong": True}, status_code=401)
    answer = RedirectResponse(_own(next), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, key.strip(), _DAYS * 86_400, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post(SIGN_IN + "/out", dependencies=[FormOnly])
def forget_key() -> RedirectResponse:
    """Take the key out of the browser."""
    answer = RedirectResponse(SIGN_IN, 303)
    answer.delete_cookie(COOKIE)
    return answer


def _own(address: str) -> str:
    """An address of ours: one that a foreign link made up leads to the home page."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
