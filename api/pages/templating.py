"""Jinja templates: autoescape on, the words of ``labels``, links that are safe for every key."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from api.comparing import WHAT
from api.pages import labels
from graph.asked import asked
from graph.remembered import as_of

TEMPLATES = files("api") / "templates"
STATIC = files("api") / "static"

# Paths on a field of 20 by 20 around the middle, for the legend.
SHAPES = {
    "dot": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
    "square": "M-7-7H7V7H-7Z",
    "triangle": "M0-8L8 7H-8Z",
    "diamond": "M0-9L7 0L0 9L-7 0Z",
    "hexagon": "M-8 0L-4-7H4L8 0L4 7H-4Z",
}


def render(request: Request, template: str, values: dict[str, Any], status_code: int = 200) -> HTMLResponse:
    """A template as a page."""
    return HTMLResponse(rendered(template, values | {"request": request}), status_code)


def rendered(template: str, values: dict[str, Any]) -> str:
    """A template as text."""
    return _environment.get_template(template).render(as_of=as_of(), **values)


def path_of(kind: str, key: str) -> str:
    """The page of a thing: of a project what names it, of a region (by its name) its units."""
    if kind == "project":
        return f"/view/queries/items_of_project?project={quote(key, safe='')}"
    if kind == "region":
        return f"/view/units?text={quote(key, safe='')}"
    folder = {"document": "documents", "cited": "documents", "unit": "units", "collective": "units"}.get(kind)
    if kind in ("item", "measure", "passage"):
        folder = "items"
    if folder is None:  # a kind without a page of its own: the search for its name
        return f"/view/search?text={quote(key.partition(':')[2] or key, safe='')}"
    return f"/view/{folder}/{quote(key, safe='')}"


def embed(value: object) -> Markup:
    """JSON for a ``<script type="application/json">`` block: no text in it can end the block or open another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def segment(text: str) -> str:
    """A key as one segment of a path or one value of a query."""
    return quote(text, safe="")


def address(values: Mapping[str, Any]) -> str:
    """Values of a question's parameters as the query of an address."""
    texts = {
        name: ",".join(map(str, value))
        if isinstance(value, list | tuple)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
        for name, value in values.items()
        if value is not None and name != "phrase"  # made of the text
    }
    return urlencode(texts)


def number(value: float) -> str:
    """A figure as people write it: 30 rather than 30.0."""
    return f"{value:,.10g}"


def pretty(value: object) -> str:
    """JSON for reading."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _environment_of_pages() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"address": address, "segment": segment, "number": number, "pretty": pretty}
    environment.globals |= {name: words for name, words in vars(labels).items() if name.isupper()}
    environment.globals |= {
        "WHAT": WHAT,
        "SHAPES": SHAPES,
        "asked": asked,
        "path_of": path_of,
        "embed": embed,
    }
    return environment


_environment = _environment_of_pages()
