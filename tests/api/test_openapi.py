import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(Settings(_env_file=None, data=tmp_path)), base_url="http://127.0.0.1")


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {value["$ref"]} if "$ref" in value else set().union(*map(references, value.values()))
    return set().union(*map(references, value)) if isinstance(value, list) else set()


def test_the_schema_holds_what_it_names(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert {name.rpartition("/")[2] for name in references(schema)} <= schema["components"]["schemas"].keys()
    assert not any(path.startswith(("/view", "/graph", "/static")) for path in schema["paths"])


def test_each_operation_says_its_problems(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for operation in methods.values():
            assert operation["description"]
            for status, response in operation["responses"].items():
                if status >= "4":
                    assert list(response["content"]) == ["application/problem+json"], (path, status)
            if "{" in path:
                assert "404" in operation["responses"], path


TOLD = [
    ("/items", "get", "404"),  # unit=, a name that nobody has
    ("/decisions", "post", "404"),
    ("/decisions", "post", "409"),
    ("/documents", "post", "200"),  # held already
    ("/lookup", "post", "400"),  # a body that is no text
    ("/units", "get", "504"),
]


@pytest.mark.parametrize(("path", "method", "status"), TOLD)
def test_what_an_operation_may_answer_is_told(client: TestClient, path: str, method: str, status: str) -> None:
    assert status in client.get("/openapi.json").json()["paths"][path][method]["responses"]


def test_the_manual_shows_every_path_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
