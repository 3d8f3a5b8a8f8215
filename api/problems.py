"""Errors as RFC 9457 problems, or as pages for people: one table says which family has which status."""

import logging
from collections.abc import Iterable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.pages.templating import render
from api.responses import Candidate, Fault, Problem
from graph import errors

PROBLEM_JSON = "application/problem+json"

# The first family that an error belongs to counts, so the narrow ones stand first.
FAMILIES: tuple[tuple[type[errors.PolicyGraphError], int, str], ...] = (
    (errors.UnsupportedSource, 415, "unsupported-source"),
    (errors.SourceTooLarge, 413, "source-too-large"),
    (errors.SourceError, 422, "unreadable-source"),
    (errors.AmbiguousName, 409, "ambiguous-name"),
    (errors.NotFound, 404, "not-found"),
    (errors.LogChanged, 410, "log-changed"),
    (errors.DecisionRefused, 422, "decision-refused"),
    (errors.QueryError, 422, "query-error"),
    (errors.WriteRefused, 403, "write-refused"),
    (errors.StatementRefused, 400, "statement-refused"),
    (errors.QueryTimeout, 504, "query-timeout"),
    (errors.StoreError, 503, "store-unavailable"),
    (errors.PolicyGraphError, 500, "error"),
)
TITLES = {
    "unsupported-source": "This kind of file is not read",
    "source-too-large": "The file is too large",
    "unreadable-source": "The file cannot be read as a policy document",
    "ambiguous-name": "The name may mean several units",
    "not-found": "Not found",
    "decision-refused": "The decision cannot be laid over the facts",
    "log-changed": "The store was restored: begin anew",
    "query-error": "The query cannot be asked like this",
    "write-refused": "Only reading is possible here",
    "statement-refused": "The statement was refused",
    "query-timeout": "The query was stopped at its time limit",
    "store-unavailable": "The store does not answer",
    "error": "Something went wrong",
    "key-missing": "An API key is needed",
    "rate-limit": "Too many requests",
    "role-too-low": "The API key may not do this",
    "invalid-request": "The request cannot be used",
    "foreign-origin": "Requests from other sites are refused",
}
_PAGES = ("/view", "/graph", "/docs")
_log = logging.getLogger("policy_graph.api")


def install(app: FastAPI) -> None:
    """Answer every error of the app as a problem or a page."""
    app.add_exception_handler(errors.PolicyGraphError, _of_family)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_surprise)


def wants_page(request: Request) -> bool:
    """A browser asking for a page of ours (or for nothing that exists), rather than a client of the API."""
    if "text/html" not in request.headers.get("accept", ""):
        return False
    path = request.url.path
    return path == "/" or path.startswith(_PAGES) or "route" not in request.scope


def answer(
    request: Request,
    status: int,
    slug: str,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    candidates: Iterable[Candidate] | None = None,
    faults: Iterable[Fault] | None = None,
) -> Response:
    """The response to an error, for whoever asked."""
    problem = Problem(
        type=f"/docs#{slug}",
        title=TITLES.get(slug, slug),
        status=status,
        detail=detail,
        instance=request.url.path,
        candidates=None if candidates is None else list(candidates),
        errors=None if faults is None else list(faults),
    )
    if wants_page(request):
        page = render(request, "error.html", {"problem": problem}, status_code=status)
        page.headers.update(headers or {})
        return page
    return JSONResponse(problem.model_dump(exclude_none=True), status, headers, PROBLEM_JSON)


def _of_family(request: Request, error: Exception) -> Response:
    status, slug = next((status, slug) for family, status, slug in FAMILIES if isinstance(error, family))
    if status >= 500:
        _log.error("%s: %s", type(error).__name__, error)
    if isinstance(error, errors.StoreUnavailable):
        request.app.state.stores.forget()  # the next request tries anew
    candidates = None
    if isinstance(error, errors.AmbiguousName):
        candidates = [Candidate.model_validate(candidate) for candidate in error.candidates]
    headers = {"Retry-After": "5"} if status == 503 else None
    return answer(request, status, slug, str(error), headers=headers, candidates=candidates)


def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else; tells mypy so
    faults = [Fault(where=".".join(map(str, e["loc"])), message=e["msg"]) for e in error.errors()]
    detail = "; ".join(f"{fault.where}: {fault.message}" for fault in faults)
    return answer(request, 422, "invalid-request", detail, faults=faults)


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    details = {404: f"Nothing is at {request.url.path}.", 405: f"{request.method} is not possible here."}
    slugs = {404: "not-found", 413: "source-too-large", 415: "unsupported-source", 429: "rate-limit"}
    headers = dict(error.headers or {})
    detail = details.get(error.status_code) or str(error.detail)
    slug = slugs.get(error.status_code, "invalid-request")
    return answer(request, error.status_code, slug, detail, headers=headers)


def _of_surprise(request: Request, error: Exception) -> Response:
    name = request.scope.get("request_id", "-")
    _log.exception("unexpected error in request %s", name, exc_info=error)
    return answer(request, 500, "error", f"The server met an error of its own; its log has the details, see {name}.")
