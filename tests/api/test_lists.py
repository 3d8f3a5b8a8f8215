"""Every list: sorted, cut to members, and followed without gap or repeat while others load."""

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.sample_graph import EDUCATION, FINANCE, NOTICE, PLAN

UNIT = f"/units/{quote(EDUCATION)}"
DOCUMENT = f"/documents/{quote(PLAN)}"
LISTS = [
    "/documents", "/items", "/units", "/pairs", "/targets", "/references", "/projects", f"{UNIT}/items",
    f"{UNIT}/partners", f"{UNIT}/partners/{quote(FINANCE)}", f"{DOCUMENT}/citations", "/queries/load_of_units",
    "/queries/items_without_lead", "/queries/sharing_pairs?minimum=1&by=fractional",
]  # fmt: skip
WHOLE = [f"{DOCUMENT}/{name}" for name in ("tree", "responsibilities", "references", "targets", "projects", "versions")]


def get(client: TestClient, path: str, **more: str | int) -> dict[str, Any]:
    answer = client.get(path if not more else f"{path}{'&' if '?' in path else '?'}{_query(more)}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _query(more: dict[str, str | int]) -> str:
    return "&".join(f"{name}={quote(str(value), safe='')}" for name, value in more.items())


def followed(client: TestClient, path: str, **more: str | int) -> list[dict[str, Any]]:
    page = get(client, path, limit=1, **more)
    rows: list[dict[str, Any]] = page["rows"]
    while page["cursor"]:
        page = get(client, path, limit=1, cursor=page["cursor"])
        rows += page["rows"]
        assert len(rows) < 100
    return rows


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_followed_by_its_cursors(client: TestClient, path: str) -> None:
    whole = get(client, path)
    assert whole["rows"]
    assert whole["cursor"] is whole["next"] is None
    assert followed(client, path) == whole["rows"]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_says_what_was_asked(client: TestClient, path: str) -> None:
    asked = get(client, path, limit=1)["query"]
    questions = {row["name"]: row for row in client.get("/queries").json()["rows"]}
    assert asked["cypher"] == questions[asked["name"]]["text"]
    assert asked["params"]["limit"] == 1


def test_rows_are_sorted_and_followed_in_that_order(client: TestClient) -> None:
    names = [row["name"] for row in get(client, "/units", sort="name")["rows"]]
    assert names == sorted(names)
    down = get(client, "/units", sort="-name")
    assert [row["name"] for row in down["rows"]] == names[::-1]
    assert "ORDER BY CASE WHEN u.name IS NULL THEN 1 ELSE 0 END, coalesce(u.name, '') DESC" in down["query"]["cypher"]
    assert followed(client, "/units", sort="-name") == down["rows"]
    dates = [row["issued_on"] for row in get(client, "/documents", sort="issued_on")["rows"]]
    assert dates == ["2025-03-01", "2025-05-20", None], "what has none stands last"
    assert [row["cited_by"] for row in get(client, "/documents", sort="-cited_by")["rows"]] == [1, 1, 0]


@pytest.mark.parametrize("path", WHOLE)
def test_what_comes_whole_is_sorted_and_cut_too(client: TestClient, path: str) -> None:
    rows = get(client, path)["rows"]
    name = "version" if path.endswith("versions") else "start"
    chosen = get(client, path, sort=f"-{name}", fields=name)
    assert chosen["rows"] == [{name: value} for value in sorted((row[name] for row in rows), reverse=True)]
    assert chosen["query"]["params"] == {"document": PLAN}


def test_rows_hold_the_members_that_are_wanted(client: TestClient) -> None:
    full = get(client, "/items", limit=2)
    cut = get(client, "/items", limit=2, fields="path,key")
    assert cut == full | {"rows": [{name: row[name] for name in ("key", "path")} for row in full["rows"]]}
    asked = get(client, "/queries/pairs", fields="shared,name", limit=1)
    assert asked["columns"] == list(asked["rows"][0]) == ["shared", "name"]


WRONG = [
    ("/units?fields=name,nothing", "the rows have no nothing. They have: unit, name, "),
    ("/units?sort=n%29%20DELETE%20u%20%2F%2F", "units cannot be sorted by"),
    ("/units?sort=--items", "Sort by: name, jurisdiction, kind, level, items"),
    (f"{DOCUMENT}/tree?sort=nothing", "Sort by: key, kind, parent"),
    ("/units?cursor=xyz", "is no cursor"),
    ("/units?cursor=WyJ4IixudWxsLFsxXV0", "belongs to another list"),
    ("/queries/pairs?sort=nothing", "pairs cannot be sorted by"),
    ("/queries/counts?sort=items", "comes whole"),
    ("/queries/pairs?fields=nothing", "They have: unit, name"),
    ("/queries/centrality_of_units?sort=items", "one order only"),
    ("/queries/load_of_units?by=nothing", "by='nothing' is no column"),
]


@pytest.mark.parametrize(("path", "said"), WRONG)
def test_what_no_list_has_is_told_with_what_it_has(client: TestClient, path: str, said: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert said in answer.json()["detail"]


def test_a_cursor_is_of_its_list_and_filters_alone(client: TestClient) -> None:
    cursor = get(client, "/units", limit=1, sort="name")["cursor"]
    for path in ("/items?", f"/units?text={quote('局')}&", "/units?offset=1&", "/units?sort=-name&"):
        assert client.get(f"{path}cursor={cursor}").status_code == 422
    assert client.get(f"/units?sort=name&cursor={cursor}").status_code == 200


def test_filters(client: TestClient) -> None:
    assert len(get(client, "/documents", jurisdiction="云川市")["rows"]) == 2
    assert get(client, "/documents", year="2024")["rows"] == []
    assert {row["level"] for row in get(client, "/units", level="prefecture")["rows"]} == {"prefecture"}
    assert get(client, "/units", kind="collective")["rows"][0]["collective"]
    assert get(client, "/units", jurisdiction="别处")["rows"] == []
    assert [row["unit"] for row in get(client, "/targets", measure="所")["rows"]] == ["所"]
    assert [row["document"] for row in get(client, "/targets", document=NOTICE)["rows"]] == [NOTICE]
    assert get(client, "/projects", jurisdiction="别处")["rows"] == []


def test_what_is_told_of_one_thing_says_what_was_asked(client: TestClient) -> None:
    for path, names in {
        f"{DOCUMENT}": ["document_of_key"],
        f"{DOCUMENT}/text": ["text_of_document"],
        UNIT: ["unit_of_key"],
        "/counts": ["counts"],
        f"/items/{quote(PLAN)}:1.1": [
            "item_of_key", "units_of_item", "references_of_item", "targets_of_item", "projects_of_item",
        ],
    }.items():  # fmt: skip
        told = get(client, path)
        asked = [told["query"], *told.get("queries", ())]
        assert [query["name"] for query in asked] == names
        assert all("MATCH" in query["cypher"] for query in asked)
    looked = client.post(
        "/lookup", json={"keys": [{"kind": "unit", "key": FINANCE}, {"kind": "document", "key": PLAN}]}
    )
    assert [query["name"] for query in looked.json()["queries"]] == ["unit_of_key", "document_of_key"]
    assert looked.json()["rows"][0]["unit"]["query"] is None


def test_pages_name_their_questions(client: TestClient) -> None:
    page = client.get(f"/view{UNIT}").text
    assert f'href="/view/queries/items_of_unit?unit={quote(EDUCATION, safe="")}' in page
