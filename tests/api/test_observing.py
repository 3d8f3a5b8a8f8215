"""What is counted and written down of requests, and how often one may ask. No store is opened."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.gate.keys import Keyring
from api.gate.rate_limit import Buckets
from api.gate.request_log import RequestLog
from graph.errors import SettingsError
from graph.settings import Settings


def client_of(folder: Path, **more: Any) -> TestClient:
    settings = Settings(_env_file=None, data=folder, **more)
    return TestClient(
        create_app(settings), base_url="http://127.0.0.1", follow_redirects=False, raise_server_exceptions=False
    )


def counted(client: TestClient) -> dict[tuple[str, str, str], float]:
    """(method, route, status) -> requests."""
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
    samples = (sample for family in families for sample in family.samples)
    return {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for sample in samples
        if sample.name == "policy_graph_requests_total"
    }


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("method", "path", "label"),
    [
        ("GET", "/healthz", ("GET", "/healthz", "200")),
        ("HEAD", "/healthz", ("HEAD", "/healthz", "200")),
        ("GET", "/queries", ("GET", "/queries", "200")),
        ("GET", "/queries?x=%0a", ("GET", "/queries", "200")),
        ("GET", "/static/site.css", ("GET", "/static", "200")),
        ("GET", "/nothing", ("GET", "none", "404")),
        ("BREW", "/nothing", ("other", "none", "404")),
        ("POST", "/decisions", ("POST", "/decisions", "415")),
    ],
)
def test_a_request_is_counted_under_its_route(
    tmp_path: Path, method: str, path: str, label: tuple[str, str, str]
) -> None:
    client = client_of(tmp_path)
    client.request(method, path)
    assert counted(client) == {label: 1}


def test_addresses_make_no_series(tmp_path: Path) -> None:
    client = client_of(tmp_path)
    for number in range(50):
        client.get(f"/nothing/{number}")
    assert counted(client) == {("GET", "none", "404"): 50}


def test_two_applications_count_apart(tmp_path: Path) -> None:
    first, second = client_of(tmp_path), client_of(tmp_path)
    first.get("/healthz")
    assert counted(second) == {}


def test_the_time_and_the_process_are_measured(tmp_path: Path) -> None:
    client = client_of(tmp_path)
    client.get("/healthz")
    text = client.get("/metrics").text
    assert 'policy_graph_request_seconds_count{route="/healthz"} 1.0' in text
    assert "policy_graph_requests_under_way 1.0" in text, "the one that asks"
    if sys.platform == "linux":
        assert "process_resident_memory_bytes" in text


@pytest.mark.parametrize(
    ("sent", "kept"), [("a-1.b_2", True), ("", False), ("x" * 65, False), ("a b", False), ("<script>", False)]
)
def test_an_answer_carries_the_name_of_its_request(tmp_path: Path, sent: str, kept: bool) -> None:
    client = client_of(tmp_path)
    given = client.get("/healthz", headers={"x-request-id": sent}).headers["x-request-id"]
    assert (given == sent) is kept
    assert len(given) == 32 or kept
    assert client.get("/nothing", headers={"host": "evil.example"}).headers["x-request-id"]


def test_a_line_says_who_asked_what_and_got_what(tmp_path: Path) -> None:
    key = Keyring(tmp_path).add("督查室", "reader")
    file = tmp_path / "logs" / "requests.jsonl"
    client = client_of(tmp_path, api_keys="on", request_log=file)
    client.get("/queries?text=%E6%95%99", headers={"authorization": f"Bearer {key}", "x-request-id": "one"})
    client.head("/healthz")
    client.get("/queries")
    client.get("/healthz", headers={"host": "evil.example"})
    first, second, third, fourth = lines(file)
    assert {name: first[name] for name in ("request", "key", "address", "method", "path", "query", "status")} == {
        "request": "one",
        "key": "督查室",
        "address": "testclient",
        "method": "GET",
        "path": "/queries",
        "query": "text=%E6%95%99",
        "status": 200,
    }
    assert first["bytes"] > 100
    assert first["ms"] > 0
    assert (second["method"], second["status"], second["bytes"]) == ("HEAD", 200, 0)
    assert (third["key"], third["status"]) == (None, 401)
    assert fourth["status"] == 421, "what is refused is written down too"
    assert key not in file.read_text("utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("path", ["/a%0a{}%0d", "/%e2%80%a8", "/%00", "/%ff%fe", "/%22%7d%0a", "/" + "x" * 9000])
def test_an_address_makes_one_line_whatever_it_holds(tmp_path: Path, path: str) -> None:
    file = tmp_path / "requests.jsonl"
    client_of(tmp_path, request_log=file).get(path)
    (line,) = file.read_bytes().split(b"\n")[:-1]
    assert json.loads(line)["status"] == 404
    assert len(line) < 9000


def test_the_log_is_bounded(tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    log = RequestLog(file, file_bytes=1000)
    for number in range(500):
        log.write({"number": number})
    log.close()
    held = sorted(tmp_path.iterdir())
    assert len(held) == 6
    assert all(one.stat().st_size <= 1000 for one in held)
    assert lines(file)[-1] == {"number": 499}


def test_a_log_that_cannot_be_written_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="REQUEST_LOG="):
        client_of(tmp_path, request_log=tmp_path)


def test_a_bucket_empties_and_fills() -> None:
    now = [0.0]
    buckets = Buckets(60, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(60)] == [0] * 60
    assert buckets.take("a") == pytest.approx(1)
    assert buckets.take("b") == 0, "another has a bucket of its own"
    now[0] = 0.5
    assert buckets.take("a") == pytest.approx(0.5), "asking in vain costs nothing"
    now[0] = 1.0
    assert buckets.take("a") == 0
    now[0] = 1000.0
    assert [buckets.take("a") for _ in range(61)][-1] > 0, "it holds no more than a minute's"


def test_callers_without_end_are_forgotten() -> None:
    buckets = Buckets(1, callers=3, clock=lambda: 0.0)
    for number in range(1000):
        assert buckets.take(str(number)) == 0
    assert [buckets.take(str(number)) > 0 for number in (997, 998, 999, 0)] == [True, True, True, False]


def test_who_asks_too_often_waits(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    often, seldom = ({"authorization": f"Bearer {ring.add(name, 'reader')}"} for name in ("often", "seldom"))
    client = client_of(tmp_path, api_keys="on", rate_limit=3)
    assert [client.get("/queries", headers=often).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get("/queries", headers=often)
    assert refused.json()["type"] == "/docs#rate-limit"
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert client.get("/queries", headers=seldom).status_code == 200
    assert client.get("/healthz", headers=often).status_code == 200
    assert client.get("/static/site.css", headers=often).status_code == 200


def test_without_a_known_key_the_address_counts(tmp_path: Path) -> None:
    app = create_app(Settings(_env_file=None, data=tmp_path, api_keys="on", rate_limit=2))
    asked = (
        ("192.0.2.1", 401), ("192.0.2.1", 401), ("192.0.2.1", 429), ("192.0.2.2", 401),
        ("2001:db8::1", 401), ("2001:db8::2", 401), ("2001:db8::3", 429), ("2001:db8:0:1::1", 401),
    )  # fmt: skip
    for number, (address, status) in enumerate(asked):
        client = TestClient(app, base_url="http://127.0.0.1", client=(address, 50000))
        sent = {"authorization": f"Bearer pg_{number}"}
        assert client.get("/queries", headers=sent).status_code == status, address


@pytest.mark.parametrize("settings", [{}, {"api_keys": "on", "rate_limit": 0}])
def test_where_nobody_else_comes_nobody_is_counted(tmp_path: Path, settings: dict[str, Any]) -> None:
    key = Keyring(tmp_path).add("one", "reader")
    client = client_of(tmp_path, **{"rate_limit": 2, **settings})
    for _ in range(9):
        assert client.get("/queries", headers={"authorization": f"Bearer {key}"}).status_code == 200
