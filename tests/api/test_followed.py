"""What is followed while others load and delete: a list by its cursors, the feed of changes by its own."""

from typing import Any

from fastapi.testclient import TestClient

from graph.load import delete, load
from graph.store import GraphStore
from tests.sample_graph import NOTICE, PLAN, notice, plan


def get(client: TestClient, path: str, **params: str | int) -> dict[str, Any]:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_what_is_loaded_or_deleted_meanwhile_moves_no_row(empty_client: TestClient, writer: GraphStore) -> None:
    load(writer, notice())
    first = get(empty_client, "/items", limit=1)
    assert [row["path"] for row in first["rows"]] == ["0.1"]
    load(writer, plan())  # its key comes before that of the notice
    assert [row["path"] for row in get(empty_client, "/items", cursor=first["cursor"])["rows"]] == ["0.2"]
    counted = get(empty_client, "/items", offset=first["next"])["rows"]
    assert counted[0]["path"] == "1.2", "rows that are counted from the first have moved"
    delete(writer, NOTICE)
    assert get(empty_client, "/items", cursor=first["cursor"])["rows"] == []


def test_the_feed_of_changes(empty_client: TestClient, writer: GraphStore) -> None:
    since = get(empty_client, "/changes", limit=500)
    while since["more"]:
        since = get(empty_client, "/changes", limit=500, since=since["cursor"])
    load(writer, plan())
    load(writer, notice())
    delete(writer, NOTICE)
    news = get(empty_client, "/changes", since=since["cursor"], limit=2)
    assert [(row["kind"], row["document"]) for row in news["rows"]] == [("loaded", PLAN), ("loaded", NOTICE)]
    assert news["more"]
    assert news["query"]["name"] == "changes"
    last = get(empty_client, "/changes", since=news["cursor"])
    assert [(row["kind"], row["document"], row["title"]) for row in last["rows"]] == [("deleted", NOTICE, None)]
    assert get(empty_client, "/changes", since=last["rows"][0]["at"])["rows"]
    assert empty_client.get("/changes?since=yesterday").status_code == 422
