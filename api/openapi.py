"""The OpenAPI description of the app, with our problems in it."""

from copy import deepcopy
from typing import Any

from fastapi import FastAPI

from api.problems import PROBLEM_JSON
from api.responses import Problem

_MEANINGS = {
    "400": "The body of the request cannot be parsed.",
    "401": "An API key is asked for, and none that is known came.",
    "404": "Nothing has this key.",
    "409": "Several units have this name.",
    "410": "The cursor is of a store that was restored or set back since: begin anew.",
    "413": "The document, or the request, is too large.",
    "415": "This kind of file, or of request, is not read.",
    "422": "The request, or the document, cannot be used.",
    "403": "The request comes from another site, or would change what can only be read.",
    "429": "Too many requests; Retry-After says when to ask again.",
    "503": "The store does not answer.",
    "504": "The query was stopped at its time limit.",
}
# Operations that take a unit by its name.
_NAMING_UNITS = (
    "/items",
    "/decisions",
    "/queries/{name}",
    "/exports/queries/{name}/{form}",
    "/exports/subgraphs/{form}",
)
_JSON = "application/json"
_WITHOUT_STORE = ("/queries", "/metrics")


def describe_problems(app: FastAPI) -> None:
    """Let the app's OpenAPI say which problems an operation may answer."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = plain()
            schemas = schema["components"]["schemas"]
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas.update(problem.pop("$defs", {}))
            schemas["Problem"] = problem
            schemas["ChosenRows"] = _chosen(schemas)
            for path, methods in schema["paths"].items():
                for method, operation in methods.items():
                    _let_rows_be_cut(operation)
                    for status in _statuses(path, method, operation):
                        operation["responses"][status] = _response(status)
        assert app.openapi_schema is not None  # noqa: S101 - plain() has just set it; tells mypy so
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's documented way to extend the schema


def _statuses(path: str, method: str, operation: dict[str, Any]) -> list[str]:
    if path == "/healthz":
        return []
    found = ["401", "429"]
    if path not in _WITHOUT_STORE:
        found += ["503", "504"]
    naming = "{unit}" in path or (path in _NAMING_UNITS and (path, method) != ("/decisions", "get"))
    if naming:
        found.append("409")
    if naming or "{" in path or path == "/diff":
        found.append("404")
    if path == "/changes":
        found.append("410")
    if operation.get("parameters") or method == "post":
        found.append("422")
    if method in ("post", "delete"):
        found.append("403")
    if method == "post":
        found += ["400", "413", "415"]
    return sorted(found)


def _chosen(schemas: dict[str, Any]) -> dict[str, Any]:
    """A list whose rows hold the members alone that ``fields=`` names."""
    listing: dict[str, Any] = deepcopy(next(schemas[name] for name in schemas if name.startswith("Listing_")))
    listing["properties"]["rows"]["items"] = {"type": "object"}
    return listing | {
        "title": "ChosenRows",
        "description": "A stretch of a list, its rows cut to the fields asked for.",
    }


def _let_rows_be_cut(operation: dict[str, Any]) -> None:
    content = operation["responses"].get("200", {}).get("content", {})
    if any(param["name"] == "fields" for param in operation.get("parameters", ())) and _JSON in content:
        chosen = {"$ref": "#/components/schemas/ChosenRows"}
        content[_JSON]["schema"] = {"anyOf": [content[_JSON]["schema"], chosen]}


def _response(status: str) -> dict[str, Any]:
    content = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": _MEANINGS[status], "content": content}
