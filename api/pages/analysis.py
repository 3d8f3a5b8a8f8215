"""Pages that set things side by side: two places by function, targets along the years, matrices of a document."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.answers import stretch_of
from api.dependencies import Paged, Store, Text, document_key
from api.keeping import Kept
from api.pages import heat
from api.pages.labels import ROLES
from api.pages.templating import render
from api.pages.timeline import columns
from api.responses import TargetRow
from graph.queries import query

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=Kept)

_MOST_UNITS = 40  # columns that a screen shows; the busiest are kept
_MOST_ITEMS = 300
_Side = Annotated[str, Query(max_length=300)]


@router.get("/view/comparison")
def comparison(request: Request, store: Store, one: _Side = "", other: _Side = "") -> HTMLResponse:
    """Two documents or two places, function by function; without both, a form to name them."""
    one, other = one.strip(), other.strip()
    found = store.read(query("comparison"), one=one, other=other) if one and other else []
    groups = {
        "双方都有": [row for row in found if row["items"] and row["other_items"]],
        "仅前者": [row for row in found if not row["other_items"]],
        "仅后者": [row for row in found if not row["items"]],
    }
    lacking = [
        name
        for name, side in ((one, "items"), (other, "other_items"))
        if one and other and not any(row[side] for row in found)
    ]
    values = {"one": one, "other": other, "groups": groups, "lacking": lacking, "choices": _places(store)}
    return render(request, "comparison.html", values)


def _places(store: Store) -> list[str]:
    """What can be set side by side: places with held documents, then those documents; the newest 200."""
    held = store.read(query("documents"), status="held", limit=200)
    places = sorted({row["jurisdiction"] for row in held if row["jurisdiction"]})
    return [*places, *(row["key"] for row in held)]


@router.get("/view/targets")
def targets(
    request: Request,
    store: Store,
    part: Paged,
    text: Text = None,
    year: Annotated[str, Query(pattern=r"^(\d{4}(-\d{2})?)?$", description="2025 or 2025-06")] = "",
) -> HTMLResponse:
    """Targets along the years in which they fall due, by what they are counted in, and one by one."""
    wanted: dict[str, Any] = {"text": text or None, "year": year or None}
    values = {
        "text": text,
        "year": year,
        "columns": columns(store.read(query("targets_by_year"), text=text or None, limit=200), "targets"),
        "measures": store.read(query("targets_by_measure"), **wanted, limit=12),
        "units": store.read(query("targets_by_unit"), **wanted, limit=12),
        "listing": stretch_of(store, TargetRow, "targets", part, **wanted),
    }
    return render(request, "targets.html", values)


@router.get("/view/matrix")
def matrix(request: Request, store: Store, document: Annotated[str, Query(max_length=300)]) -> HTMLResponse:
    """The items of a document by its units, and its units by each other."""
    key = document_key(store, document)
    rows = store.read(query("matrix_of_document"), document=key, units=_MOST_UNITS, items=_MOST_ITEMS)
    pairs = store.read(query("unit_matrix_of_document"), document=key, units=_MOST_UNITS)
    values = {
        "document": key,
        "items": heat.of_items(rows, ROLES),
        "units": heat.of_units(pairs),
        "most": {"units": _MOST_UNITS, "items": _MOST_ITEMS},
    }
    return render(request, "matrix.html", values)
