"""/docs: the REST API for people, drawn from its OpenAPI description without a script of anyone's."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.templating import render
from api.problems import TITLES

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    place: str
    required: bool
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A path with a method, for the documentation page."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]
    answers: str | None
    example: Any
    statuses: tuple[tuple[str, str], ...]


@router.get("/docs")
def manual(request: Request) -> HTMLResponse:
    """Every operation with its parameters, its problems and an example of its answer."""
    schema = request.app.openapi()
    values = {"groups": operations(schema), "version": schema["info"]["version"], "problem_titles": TITLES}
    return render(request, "docs.html", values)


def operations(schema: dict[str, Any]) -> dict[str, list[Operation]]:
    """The operations of an OpenAPI schema, by their tag."""
    groups: dict[str, list[Operation]] = {}
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            tag = operation.get("tags", ["other"])[0]
            groups.setdefault(tag, []).append(_operation(schema, path, method, operation))
    return groups


def _operation(schema: dict[str, Any], path: str, method: str, operation: dict[str, Any]) -> Operation:
    responses = operation["responses"]
    good = next(response for status, response in responses.items() if status.startswith("2"))
    model = good.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
    return Operation(
        method=method.upper(),
        path=path,
        summary=operation.get("description", operation.get("summary", "")),
        parameters=tuple(_parameter(p) for p in operation.get("parameters", ())),
        answers=model or None,
        example=_example(schema, model) if model else None,
        statuses=tuple((status, response["description"]) for status, response in responses.items()),
    )


def _parameter(parameter: dict[str, Any]) -> Parameter:
    schema = parameter["schema"]
    kinds = [schema, *schema.get("anyOf", ())]
    names = [str(kind.get("type") or kind.get("$ref", "").rpartition("/")[2]) for kind in kinds]
    return Parameter(
        name=parameter["name"],
        place=parameter["in"],
        required=parameter.get("required", False),
        type=next((name for name in names if name and name != "null"), "string"),
        description=parameter.get("description", ""),
    )


def _example(schema: dict[str, Any], model: str) -> Any:
    described = schema["components"]["schemas"][model]
    if "examples" in described:
        return described["examples"][0]
    rows = described.get("properties", {}).get("rows", {}).get("items", {}).get("$ref", "").rpartition("/")[2]
    return {"rows": [_example(schema, rows)], "limit": 50, "offset": 0, "next": None} if rows else None
