"""What is answered from memory says how old it is, as a header and on pages."""

import re
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from graph.load import load
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import FINANCE, sample_documents

REMEMBERED = ["/units", "/pairs", "/counts", "/standings", "/queries/units?limit=3", "/", "/view/units"]
OTHERS = ["/documents", f"/units/{quote(FINANCE)}", "/view/documents", "/healthz", "/units/none"]


@pytest.mark.parametrize("path", REMEMBERED)
def test_a_ranking_tells_its_age(client: TestClient, path: str) -> None:
    assert 0 <= int(client.get(path).headers["age"]) < 600


@pytest.mark.parametrize("path", OTHERS)
def test_what_is_asked_anew_has_no_age(client: TestClient, path: str) -> None:
    assert "age" not in client.get(path).headers


def test_a_page_shows_when_its_figures_held(client: TestClient) -> None:
    shown = re.search(r'统计截至 <time datetime="([^"]+)">', client.get("/view/units").text)
    assert shown
    assert abs((datetime.now(UTC) - datetime.fromisoformat(shown[1])).total_seconds()) < 600
    assert "统计截至" not in client.get("/view/documents").text


def test_the_first_page_follows_what_others_load(empty_client: TestClient, server: Settings) -> None:
    assert empty_client.get("/counts").json()["documents_held"] == 0
    with open_store(server, "write") as store:
        load(store, sample_documents()[0])
    assert empty_client.get("/counts").json()["documents_held"] == 1
    assert FINANCE in {row["unit"] for row in empty_client.get("/units").json()["rows"]}
