import dataclasses
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.problems import FAMILIES, PROBLEM_JSON, TITLES
from graph import errors
from graph.keys import unit_key
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore
from tests.sample_graph import CITED, PLAN, notice

REQUESTS = [
    ("GET", "/nothing", 404, "not-found"),
    ("GET", "/documents/没有", 404, "not-found"),
    ("GET", "/documents/没有/tree", 404, "not-found"),
    ("GET", f"/documents/{CITED}/text", 404, "not-found"),  # known from a citation only
    ("DELETE", "/documents/没有", 404, "not-found"),
    ("GET", "/items/没有", 404, "not-found"),
    ("GET", "/units/没有", 404, "not-found"),
    ("GET", "/units/没有:没有/partners", 404, "not-found"),
    ("GET", "/items?unit=x", 404, "not-found"),
    ("GET", "/projects/没有/items", 404, "not-found"),
    ("GET", "/queries/nothing", 404, "not-found"),
    ("PUT", "/documents", 405, "invalid-request"),
    ("POST", "/units", 405, "invalid-request"),
    ("GET", "/units?limit=0", 422, "invalid-request"),
    ("GET", "/units?limit=501", 422, "invalid-request"),
    ("GET", "/units?offset=-1", 422, "invalid-request"),
    ("GET", "/units?limit=x", 422, "invalid-request"),
    ("GET", "/documents?status=lost", 422, "invalid-request"),
    ("GET", "/targets?year=25", 422, "invalid-request"),
    ("GET", "/search", 422, "invalid-request"),
    ("GET", f"/search?text={'x' * 201}", 422, "invalid-request"),
    ("GET", "/queries/pairs?minimum=x", 422, "query-error"),
    ("GET", "/queries/pairs?surprise=1", 422, "query-error"),
    ("GET", "/queries/partners_of_unit", 422, "query-error"),
    ("POST", "/documents", 415, "unsupported-source"),
]


@pytest.mark.parametrize(("method", "path", "status", "slug"), REQUESTS)
def test_an_error_is_a_problem(client: TestClient, method: str, path: str, status: int, slug: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == PROBLEM_JSON
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"] == f"/docs#{slug}"
    assert problem["title"] == TITLES[slug]
    assert problem["detail"]


@pytest.mark.parametrize(
    "path", ["/view/documents/没有", "/view/units/没有", "/view/nothing", "/graph?document=x", "/nothing"]
)
def test_a_person_gets_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/html,application/xhtml+xml"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "没有找到" in answer.text


def test_the_api_answers_a_browser_with_a_problem_too(client: TestClient) -> None:
    assert client.get("/units/没有", headers={"accept": "text/html"}).headers["content-type"] == PROBLEM_JSON


def test_a_name_of_several_units_lists_them(empty_client: TestClient, writer: GraphStore) -> None:
    graph = notice()
    twin = dataclasses.replace(graph.units[0], key=unit_key("别市", graph.units[0].name), jurisdiction="别市")
    issuance = dataclasses.replace(graph.issuances[0], unit=twin.key, order=2)
    load(writer, dataclasses.replace(graph, units=(*graph.units, twin), issuances=(*graph.issuances, issuance)))
    answer = empty_client.get(f"/units/{twin.name}")
    assert answer.status_code == 409
    assert {row["unit"] for row in answer.json()["candidates"]} == {twin.key, graph.units[0].key}
    assert empty_client.get(f"/units/{twin.key}").status_code == 200


def test_every_family_has_a_status_and_a_title() -> None:
    families = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    for family in families:
        if not issubclass(family, errors.PolicyGraphError) or family is errors.AmbiguousName:
            continue
        status, slug = next((status, slug) for kind, status, slug in FAMILIES if issubclass(family, kind))
        assert 400 <= status < 600
        assert slug in TITLES


def test_a_store_that_is_away_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    away = Settings(_env_file=None, data=tmp_path, neo4j_uri="bolt://127.0.0.1:1", neo4j_password="x")
    with TestClient(create_app(away), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", f"/documents/{PLAN}", "/units"):
            answer = client.get(path)
            assert answer.status_code == 503
            assert answer.headers["content-type"] == PROBLEM_JSON
        assert client.get("/", headers={"accept": "text/html"}).headers["content-type"].startswith("text/html")
