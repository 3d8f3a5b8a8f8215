"""Whole answers from memory: the same bytes while the graph stands, and never what it no longer says."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from fastapi import Response
from fastapi.testclient import TestClient

from api.keeping import Answers
from graph.load import delete, load
from graph.remembered import State
from graph.store import GraphStore
from tests.sample_graph import FINANCE, PLAN, sample_documents

UNIT = quote(FINANCE, safe="")
PATHS = [
    f"/units/{UNIT}",
    f"/units/{UNIT}/partners?limit=2",
    f"/documents/{quote(PLAN, safe='')}/tree",
    f"/view/units/{UNIT}",
    f"/graph?unit={UNIT}",
    f"/queries/items_of_unit?unit={UNIT}",
]


@pytest.mark.parametrize("path", PATHS)
def test_who_asks_again_is_told_the_same_with_its_age(client: TestClient, path: str) -> None:
    client.get(f"{path}{'&' if '?' in path else '?'}first=1")  # the graph's state is known from here on
    first, again = client.get(path), client.get(path)
    assert first.status_code == 200
    assert again.content == first.content
    assert again.headers["content-type"] == first.headers["content-type"]
    assert again.headers["etag"] == first.headers["etag"]
    assert int(again.headers["age"]) < 60
    assert "age" not in first.headers
    assert client.get(path, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.head(path).content == b""


@pytest.mark.parametrize("path", ["/healthz", "/metrics", "/documents/none", "/units/none", "/docs", "/units?limit=0"])
def test_what_hangs_on_more_than_the_graph_and_what_fails_is_not_kept(client: TestClient, path: str) -> None:
    assert all("age" not in client.get(path).headers for _ in range(3))


@pytest.mark.parametrize("rest", ["", "/items", "/partners", "/members", "/successions", f"/partners/{UNIT}"])
@pytest.mark.parametrize("unit", ["none", "none:none"])
def test_an_unknown_unit_is_not_found_whatever_is_asked_about_it(client: TestClient, unit: str, rest: str) -> None:
    asked = client.get(f"/units/{unit}{rest}")
    assert asked.status_code == 404, asked.text
    assert unit in asked.json()["detail"]


def test_a_known_unit_of_which_nothing_is_told_has_an_empty_list(client: TestClient) -> None:
    assert client.get(f"/units/{UNIT}/successions").json()["rows"] == []
    assert client.get(f"/units/{UNIT}/partners/none:none").status_code == 404


def _load_another(writer: GraphStore) -> None:
    load(writer, sample_documents()[1])


def _delete(writer: GraphStore) -> None:
    delete(writer, PLAN)


@pytest.mark.parametrize("change", [_load_another, _delete])
@pytest.mark.parametrize("path", [f"/units/{UNIT}", f"/view/units/{UNIT}", "/documents"])
def test_what_others_change_is_told_at_once(
    writer: GraphStore, empty_client: TestClient, change: Callable[[GraphStore], None], path: str
) -> None:
    assert "age" not in empty_client.get(path).headers  # nothing is there: 404, or an empty list
    load(writer, sample_documents()[0])
    asked = [empty_client.get(path) for _ in range(3)]  # the first may be made of an older state than it is told for
    kept = asked[-1]
    assert "age" in kept.headers
    change(writer)
    changed = empty_client.get(path)
    assert "age" not in changed.headers
    assert changed.content != kept.content


class _At:
    """As much of a store as is asked here."""

    def __init__(self, changes: int) -> None:
        self._state = State(changes, 0)

    def state(self) -> State:
        return self._state


@pytest.mark.parametrize(
    ("answers", "now", "held"),
    [
        pytest.param(Answers(), 3, ["a", "b", "c"], id="while the graph stands"),
        pytest.param(Answers(), 4, [], id="once it has moved"),
        pytest.param(Answers(size=25), 3, ["b", "c"], id="as many bytes as there is room for"),
        pytest.param(Answers(seconds=-1), 3, [], id="after some time in any case"),
    ],
)
def test_answers_hold(answers: Answers, now: int, held: list[str]) -> None:
    for name in "abc":
        answers.keep(name, Response(10 * name), State(3, 0))
    found = {name: answers.find(name, _At(now)) for name in "abc"}  # type: ignore[arg-type]
    assert [name for name, kept in found.items() if kept and kept.body == 10 * name.encode()] == held


def test_what_is_too_large_is_not_kept() -> None:
    answers = Answers()
    answers.keep("a", Response(bytes(2_000_000)), State(1, 0))
    assert answers.find("a", _At(1)) is None  # type: ignore[arg-type]
