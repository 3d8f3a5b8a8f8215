"""/view/review: what waits for a person's decision, as forms; what was decided, with a way back."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api.answers import stretch_of
from api.deciding import Candidates, keep, meant, take_back
from api.dependencies import Store, Stretch, Writer
from api.pages.templating import render
from api.responses import About, DecisionRequest, DecisionRow
from api.uploads import FormOnly
from api.waiting import stretch_of_waiting

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_ON_A_PAGE = 20

AboutWhat = Annotated[About | Literal[""] | None, Query()]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Who = Annotated[str, Form(min_length=1, max_length=100)]


@router.get("/view/review")
def review(
    request: Request,
    store: Store,
    waiting: Candidates,
    about: AboutWhat = None,
    offset: Offset = 0,
    who: Annotated[str, Query(max_length=100)] = "",
    changed: Annotated[int | None, Query(ge=0)] = None,
) -> HTMLResponse:
    """What waits for a decision, then the latest decisions."""
    values = {
        "listing": stretch_of_waiting(waiting, store, about or None, Stretch(_ON_A_PAGE, offset)),
        "decisions": stretch_of(store, DecisionRow, "decisions", Stretch(_ON_A_PAGE, 0)),
        "about": about or "",
        "who": who,
        "changed": changed,
    }
    return render(request, "review.html", values)


@router.get("/view/decisions")
def decided(request: Request, store: Store, about: AboutWhat = None, offset: Offset = 0) -> HTMLResponse:
    """All decisions, the latest first."""
    listing = stretch_of(store, DecisionRow, "decisions", Stretch(50, offset), about=about or None)
    return render(request, "decisions.html", {"decisions": listing, "about": about or "", "who": ""})


@router.post("/view/review", dependencies=[FormOnly])
def decide(
    writer: Writer,
    about: Annotated[About, Form()],
    subject: Annotated[str, Form(min_length=1, max_length=500)],
    object: Annotated[str, Form(min_length=1, max_length=5000)],  # noqa: A002 - the name of the form's field
    verdict: Annotated[str, Form(min_length=1, max_length=500)],
    who: Who,
    why: Annotated[str, Form(max_length=1000)] = "",
    show: Annotated[About | Literal[""], Form()] = "",
) -> RedirectResponse:
    """Keep a decision, then show what waits next."""
    wanted = DecisionRequest(
        about=about, subject=subject, object=meant(writer, about, object), verdict=verdict, who=who, why=why
    )
    return _back(keep(writer, wanted).documents, show, who)


@router.post("/view/review/undo", dependencies=[FormOnly])
def undo(
    writer: Writer,
    key: Annotated[str, Form(min_length=1, max_length=100)],
    who: Annotated[str, Form(max_length=100)] = "",
) -> RedirectResponse:
    """Take a decision back, then show what waits."""
    return _back(take_back(writer, key).documents, "", who)


def _back(changed: int, about: str, who: str) -> RedirectResponse:
    shown = {"about": about, "who": who, "changed": changed}
    return RedirectResponse(f"/view/review?{urlencode({k: v for k, v in shown.items() if v != ''})}", status_code=303)
