"""What is answered from memory says how old it is, as a header and on pages."""

import re
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api import dependencies
from graph.load import load
from graph.remembered import PATIENCE, Memory
from graph.store import GraphStore
from tests.sample_graph import FINANCE, sample_documents

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"
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


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer counts as one that takes long, so that an old one is told while a new one is made."""
    monkeypatch.setattr(dependencies, "Memory", partial(Memory, quick=0.0))


@pytest.mark.usefixtures("slow")
def test_what_others_load_is_told_within_half_a_minute(writer: GraphStore, empty_client: TestClient) -> None:
    assert empty_client.get("/counts").json()["documents_held"] == 0
    load(writer, sample_documents()[0])
    until = time.monotonic() + PATIENCE + 5
    while empty_client.get("/counts").json()["documents_held"] == 0:
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.usefixtures("slow")
def test_what_was_changed_here_is_told_at_once(empty_client: TestClient) -> None:
    assert empty_client.get("/counts").json()["documents_held"] == 0
    loaded = empty_client.post("/documents", files={"file": (EXAMPLE.name, EXAMPLE.read_bytes(), "text/plain")})
    assert loaded.status_code in (200, 201), loaded.text
    assert empty_client.get("/counts").json()["documents_held"] == 1
    empty_client.delete(f"/documents/{quote(loaded.json()['key'])}")
    assert empty_client.get("/counts").json()["documents_held"] == 0
