"""Answers that are known are not sent again; long ones travel compressed; HEAD is GET without a body."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.sample_graph import FINANCE, PLAN

PATHS = [
    "/documents",
    f"/documents/{quote(PLAN)}/tree",
    f"/units/{quote(FINANCE)}",
    "/",
    f"/graph?document={quote(PLAN)}",
]


@pytest.mark.parametrize("path", PATHS)
def test_what_is_known_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["content-security-policy"]
    assert client.get(path, headers={"If-None-Match": '"other"'}).content == first.content


@pytest.mark.parametrize("path", [*PATHS, "/static/site.css", "/documents/none"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    head, full = client.head(path, headers=plain), client.get(path, headers=plain)
    assert (head.status_code, head.content) == (full.status_code, b"")
    for name in ("content-type", "etag", "content-length"):
        assert head.headers.get(name) == full.headers.get(name), name


def test_another_answer_has_another_tag(client: TestClient) -> None:
    assert client.get("/documents").headers["etag"] != client.get("/documents?limit=1").headers["etag"]


def test_long_answers_are_compressed_where_the_asker_can_read_that(client: TestClient) -> None:
    path = f"/documents/{quote(PLAN)}/responsibilities"
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert packed.headers["etag"] == plain.headers["etag"]
