"""The search: what carries the words in its name, and the items that hold them, narrowed step by step."""

from itertools import groupby
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.answers import finds
from api.catalogue import ask, named
from api.dependencies import Paged, Store
from api.keeping import Kept
from api.pages.labels import KINDS, LEVELS, ROLES
from api.pages.templating import render

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=Kept)

FACETS = {"unit": "单位", "role": "角色", "level": "级别", "region": "地区", "year": "年度", "kind": "类别"}
_WORDS = {"role": ROLES, "level": LEVELS, "kind": KINDS}
_Filter = Annotated[str, Query(max_length=200)]


@router.get("/view/search")
def search(
    request: Request,
    store: Store,
    part: Paged,
    text: Annotated[str, Query(max_length=200)] = "",
    unit: _Filter = "",
    role: _Filter = "",
    level: _Filter = "",
    region: _Filter = "",
    year: _Filter = "",
    kind: _Filter = "",
) -> HTMLResponse:
    """What some words find. Names are found whatever narrows the items, and shown while nothing does."""
    text = text.strip()
    chosen = {name: value for name, value in zip(FACETS, (unit, role, level, region, year, kind), strict=True) if value}
    given = {"text": text, **chosen}
    names, items, facets = [], [], []
    if text:
        names = [] if chosen or part.offset else [row for row in finds(store, text, 60).rows if row.kind != "item"]
        stretch = {"limit": str(part.limit + 1), "offset": str(part.offset)}
        items = ask(store, named("items_of_text"), given | stretch).rows
        facets = ask(store, named("facets_of_text"), given).rows
    values = {
        "text": text,
        "names": names,
        "items": items[: part.limit],
        "offset": part.offset,
        "next": part.offset + part.limit if len(items) > part.limit else None,
        "limit": part.limit,
        "chosen": [(FACETS[name], _name(name, value), _address(given, name, "")) for name, value in chosen.items()],
        "facets": [(FACETS[name], _choices(given, name, rows)) for name, rows in _groups(facets) if name not in chosen],
        "here": _address(given, "offset", "") + "&",
        "pieces": pieces,
    }
    return render(request, "search.html", values)


def pieces(quote: str, marks: list[dict[str, int]]) -> list[tuple[str, bool]]:
    """A quotation cut where its marks begin and end: (words, whether they are marked)."""
    found = []
    at = 0
    for mark in marks:
        found += [(quote[at : mark["start"]], False), (quote[mark["start"] : mark["end"]], True)]
        at = mark["end"]
    return [piece for piece in (*found, (quote[at:], False)) if piece[0]]


def _groups(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(name, list(group)) for name, group in groupby(rows, key=lambda row: str(row["facet"]))]


def _choices(given: dict[str, str], name: str, rows: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    """(what it is called, how many items, where it leads) of each value."""
    return [(_name(name, row["name"]), row["items"], _address(given, name, row["value"])) for row in rows]


def _name(facet: str, value: str) -> str:
    if facet == "kind" and value == "passage":
        return "条款"
    words = _WORDS.get(facet)
    return words.get(value, value) if words else value.rpartition(":")[2]


def _address(given: dict[str, str], name: str, value: str) -> str:
    """This page with a filter set, or taken away where it is empty."""
    wanted = {**given, name: value}
    return "/view/search?" + urlencode({key: word for key, word in wanted.items() if word})
