"""Who may do what: keys, roles, the sign-in page. No store is opened: what is refused never reaches one."""

import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app as cli
from api.gate.admission import needed
from api.gate.keys import Keyring, Role
from graph.errors import NotFound, SettingsError
from graph.settings import Settings

# What changes something or asks at length, and the role it needs; everything else only reads.
ROLES: dict[tuple[str, str], Role] = {
    ("post", "/documents"): "editor",
    ("delete", "/documents/{key}"): "admin",
    ("post", "/decisions"): "editor",
    ("delete", "/decisions/{key}"): "editor",
    ("post", "/lookup"): "reader",
    ("post", "/cypher"): "reader",
    ("post", "/exports/cypher/{form}"): "reader",
    ("post", "/jobs"): "editor",
}


def client_of(folder: Path, **more: Any) -> TestClient:
    settings = Settings(_env_file=None, data=folder, **more)
    return TestClient(create_app(settings), base_url="http://127.0.0.1", follow_redirects=False)


def form(**fields: str) -> dict[str, tuple[None, str]]:
    return {name: (None, value) for name, value in fields.items()}


def bearer(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


def test_every_operation_has_its_role(tmp_path: Path) -> None:
    paths = create_app(Settings(_env_file=None, data=tmp_path)).openapi()["paths"]
    operations = [(method, path) for path, methods in paths.items() for method in methods]
    assert {(m, p) for m, p in operations if m != "get"} == set(ROLES)
    for method, path in operations:
        assert needed(method.upper(), path) == (None if path == "/healthz" else ROLES.get((method, path), "reader"))


@pytest.mark.parametrize(
    ("settings", "status"),
    [
        ({}, 200),
        ({"api_keys": "on"}, 401),
        ({"listen": "0.0.0.0"}, 401),  # noqa: S104 - the address under test
        ({"listen": "192.0.2.1"}, 401),
        ({"listen": "::"}, 401),
        ({"listen": "0.0.0.0", "api_keys": "off"}, 200),  # noqa: S104
        ({"listen": "::1"}, 200),
    ],
)
def test_where_a_key_is_asked_for(tmp_path: Path, settings: dict[str, Any], status: int) -> None:
    client = client_of(tmp_path, **settings)
    host = {"host": "[::1]" if settings.get("listen") == "::1" else "127.0.0.1"}
    assert client.get("/queries", headers=host).status_code == status
    assert client.get("/healthz", headers=host).status_code == 200


@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        ("reader", "GET", "/queries", 200),
        ("reader", "POST", "/documents", 403),
        ("reader", "POST", "/decisions", 403),
        ("reader", "POST", "/view/upload", 403),
        ("reader", "DELETE", "/documents/x", 403),
        ("editor", "GET", "/queries", 200),
        ("editor", "POST", "/view/documents/x/delete", 403),
        ("editor", "DELETE", "/documents/x", 403),
        ("editor", "POST", "/decisions", 415),  # let in, and refused for its body
        ("admin", "POST", "/decisions", 415),
    ],
)
def test_a_role_may_do_its_own(tmp_path: Path, role: Role, method: str, path: str, status: int) -> None:
    key = Keyring(tmp_path).add("one", role)
    answer = client_of(tmp_path, api_keys="on").request(method, path, headers=bearer(key))
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    "headers",
    [{}, bearer(""), bearer("pg_wrong"), {"authorization": "Basic eDp5"}, {"cookie": "policy_graph_key=wrong"},
     {"authorization": "Bearer " + "x" * 8000}, {"authorization": "Bearer \xe9"}],
)  # fmt: skip
def test_without_a_known_key_nothing_is_told(tmp_path: Path, headers: dict[str, str]) -> None:
    Keyring(tmp_path).add("one", "admin")
    for path in ("/queries", "/nothing", "/documents/x"):
        sent = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        answer = client_of(tmp_path, api_keys="on").get(path, headers=sent)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["type"] == "/docs#key-missing"


def test_a_key_is_kept_as_a_digest_in_a_private_file(tmp_path: Path) -> None:
    key = Keyring(tmp_path).add("one", "admin")
    file = tmp_path / "api-keys.json"
    assert key not in file.read_text("utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_removed_key_is_refused_at_once(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    first, second = ring.add("one", "reader"), ring.add("two", "reader")
    client = client_of(tmp_path, api_keys="on")
    assert client.get("/queries", headers=bearer(first)).status_code == 200
    ring.remove("one")
    assert client.get("/queries", headers=bearer(first)).status_code == 401
    assert client.get("/queries", headers=bearer(second)).status_code == 200


def test_names_are_one_each(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    ring.add("one", "reader")
    with pytest.raises(SettingsError, match="already"):
        ring.add("one", "admin")
    with pytest.raises(SettingsError, match="characters"):
        ring.add(" ", "admin")
    with pytest.raises(NotFound, match="'two'"):
        ring.remove("two")


def test_a_file_that_holds_no_keys_is_named(tmp_path: Path) -> None:
    (tmp_path / "api-keys.json").write_text('[{"name": 1}]', "utf-8")
    with pytest.raises(SettingsError, match=r"api-keys\.json"):
        Keyring(tmp_path).all()


def test_a_browser_signs_in_and_out(tmp_path: Path) -> None:
    key = Keyring(tmp_path).add("one", "reader")
    client = client_of(tmp_path, api_keys="on")
    page = {"accept": "text/html"}
    sent_away = client.get("/docs", headers=page)
    assert (sent_away.status_code, sent_away.headers["location"]) == (303, "/sign-in?next=/docs")
    assert "密钥" in client.get("/sign-in?next=/docs", headers=page).text
    wrong = client.post("/sign-in", files=form(key="pg_wrong", next="/docs"), headers=page)
    assert (wrong.status_code, len(wrong.cookies)) == (401, 0)
    right = client.post("/sign-in", files=form(key=key, next="/docs"), headers=page)
    assert (right.status_code, right.headers["location"]) == (303, "/docs")
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert client.get("/docs", headers=page).status_code == 200
    client.post("/sign-in/out", files=form(next="/"), headers=page)
    assert client.get("/docs", headers=page).status_code == 303


@pytest.mark.parametrize("there", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", ""])
def test_signing_in_leads_to_no_other_site(tmp_path: Path, there: str) -> None:
    key = Keyring(tmp_path).add("one", "reader")
    answer = client_of(tmp_path, api_keys="on").post("/sign-in", files=form(key=key, next=there))
    assert answer.headers["location"] == "/"


def test_the_command_makes_lists_and_removes(tmp_path: Path) -> None:
    run = CliRunner().invoke
    made = run(cli, ["keys", "add", "督查室", "--role", "editor", "--data", str(tmp_path)])
    assert made.exit_code == 0, made.output
    found = Keyring(tmp_path).find(made.output.strip())
    assert found is not None
    assert (found.name, found.role) == ("督查室", "editor")
    listed = run(cli, ["keys", "list", "--format", "json", "--data", str(tmp_path)])
    assert "督查室" in listed.output
    assert made.output.strip() not in listed.output
    assert run(cli, ["keys", "remove", "督查室", "--data", str(tmp_path)]).exit_code == 0
    assert run(cli, ["keys", "remove", "督查室", "--data", str(tmp_path)]).exit_code == 4
    assert run(cli, ["keys", "add", "x", "--role", "king", "--data", str(tmp_path)]).exit_code == 2


def test_elsewhere_nothing_is_served_without_a_key(tmp_path: Path) -> None:
    answer = CliRunner().invoke(cli, ["serve", "--listen", "0.0.0.0", "--port", "0", "--data", str(tmp_path)])  # noqa: S104
    assert answer.exit_code == 2
    assert "policy-graph keys add" in answer.output
