from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings

LOCAL = ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000"]
STRANGE = ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", ""]


def app_on(listen: str, data: Path) -> TestClient:
    # Not entered: no store is opened, /healthz needs none.
    return TestClient(create_app(Settings(_env_file=None, data=data, listen=listen)), base_url="http://127.0.0.1")


@pytest.mark.parametrize("host", LOCAL)
def test_on_loopback_its_own_names_are_answered(tmp_path: Path, host: str) -> None:
    assert app_on("127.0.0.1", tmp_path).get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", STRANGE)
def test_on_loopback_other_names_are_refused(tmp_path: Path, host: str) -> None:
    answer = app_on("127.0.0.1", tmp_path).get("/healthz", headers={"host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"


def test_elsewhere_any_name_is_answered(tmp_path: Path) -> None:
    assert app_on("0.0.0.0", tmp_path).get("/healthz", headers={"host": "policy.example"}).status_code == 200  # noqa: S104 - the address under test


@pytest.mark.parametrize("listen", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 - the address under test
@pytest.mark.parametrize(
    ("host", "status"),
    [("policy.example", 200), ("Other.Example:8443", 200), ("127.0.0.1:8000", 200), ("evil.example", 421)],
)
def test_names_that_are_told_are_answered_and_no_other(tmp_path: Path, listen: str, host: str, status: int) -> None:
    settings = Settings(_env_file=None, data=tmp_path, listen=listen, allowed_hosts="policy.example, other.example")
    client = TestClient(create_app(settings), base_url="http://127.0.0.1")
    assert client.get("/healthz", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "path", ["/healthz", "/docs", "/static/site.css", "/static/vis/vis-network.min.js", "/nothing"]
)
def test_every_answer_carries_the_headers(tmp_path: Path, path: str) -> None:
    headers = app_on("127.0.0.1", tmp_path).get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/vis/../../../network.py"])
def test_static_files_stay_in_their_folder(tmp_path: Path, path: str) -> None:
    assert app_on("127.0.0.1", tmp_path).get(path).status_code == 404
