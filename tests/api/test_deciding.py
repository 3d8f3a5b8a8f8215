"""What waits for people, what they decide and take back, and versions compared: REST and the forms of the pages."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from graph.decisions import role_object
from graph.load import load
from graph.queries import query
from graph.review import decisions, undo
from graph.store import GraphStore
from tests.sample_doubts import BY_TITLE, SECOND, doubtful_documents
from tests.sample_graph import EDUCATION, FINANCE, HEALTH, NOTICE, PLAN, plan

CLAUSE = "（责任单位：市教育局、市财政局）"
ROLE = {"about": "role", "subject": NOTICE, "object": role_object(CLAUSE, "市财政局"), "verdict": "support"}
SAME = {"about": "document", "subject": BY_TITLE, "object": PLAN, "verdict": "same"}


@pytest.fixture
def doubts(empty_client: TestClient, writer: GraphStore) -> Iterator[TestClient]:
    for document in doubtful_documents():
        load(writer, document)
    yield empty_client
    for decision in decisions(writer):  # they outlast the documents
        undo(writer, decision.key)


def role_of_finance(store: GraphStore) -> str:
    rows = store.read(query("responsibilities_of_document"), document=NOTICE)
    return str(next(row["role"] for row in rows if row["unit"] == FINANCE))


def waiting(client: TestClient) -> list[tuple[str, str, str]]:
    rows = client.get("/review/candidates").json()["rows"]
    assert all(0 <= row["score"] <= 1 and row["reason"] for row in rows)
    return [(row["about"], row["subject"], row["object"]) for row in rows]


def test_a_decision_is_made_listed_and_undone(doubts: TestClient, writer: GraphStore) -> None:
    before = waiting(doubts)
    assert ("document", BY_TITLE, PLAN) in before
    assert ("document", BY_TITLE, SECOND) in before
    assert ("role", NOTICE, ROLE["object"]) in before
    answer = doubts.post("/decisions", json=ROLE | {"who": " 王 ", "why": "上下文"})
    assert (answer.status_code, answer.json()["documents"]) == (201, 1)
    assert role_of_finance(writer) == "support"
    assert ("role", NOTICE, ROLE["object"]) not in waiting(doubts)
    (made,) = doubts.get("/decisions").json()["rows"]
    assert (made["key"], made["who"], made["why"]) == (answer.json()["key"], "王", "上下文")
    assert doubts.get("/decisions?about=unit").json()["rows"] == []
    assert doubts.delete(f"/decisions/{made['key']}").json()["documents"] == 1
    assert role_of_finance(writer) == "responsible"
    assert waiting(doubts) == before
    assert doubts.delete(f"/decisions/{made['key']}").status_code == 404


def test_an_ambiguous_reference_is_settled(doubts: TestClient) -> None:
    standing = "/references?standing=ambiguous"
    (row,) = doubts.get(standing).json()["rows"]
    assert [held["key"] for held in row["candidates"]] == sorted([PLAN, SECOND])
    key = doubts.post("/decisions", json=SAME | {"who": "王"}).json()["key"]
    assert doubts.get(standing).json()["rows"] == []
    assert doubts.get(f"/documents/{NOTICE}/references").json()["rows"][0]["cited"] == PLAN
    doubts.delete(f"/decisions/{key}")
    assert doubts.get(standing).json()["rows"] == [row]


@pytest.mark.parametrize(
    ("wanted", "status", "part"),
    [
        (ROLE | {"who": "王", "verdict": "chair"}, 422, "chair"),
        (SAME | {"who": "王", "object": BY_TITLE}, 422, "compared with itself"),
        (SAME | {"who": " "}, 422, "who decided"),
        (SAME, 422, "who"),
        (SAME | {"who": "王", "about": "region"}, 422, "about"),
        (SAME | {"who": "王", "colour": "red"}, 422, "colour"),
    ],
)
def test_what_cannot_be_decided_is_a_problem(
    doubts: TestClient, wanted: dict[str, str], status: int, part: str
) -> None:
    answer = doubts.post("/decisions", json=wanted)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert part in answer.text
    assert doubts.get("/decisions").json()["rows"] == []


def test_only_json_and_only_our_pages_decide(doubts: TestClient) -> None:
    assert doubts.post("/decisions", data=SAME | {"who": "王"}).status_code == 415
    assert doubts.post("/view/review", data=SAME | {"who": "王"}).status_code == 415
    foreign = doubts.post("/decisions", json=SAME | {"who": "王"}, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert doubts.get("/decisions").json()["rows"] == []


def test_the_form_of_the_page_decides_and_undoes(doubts: TestClient, writer: GraphStore) -> None:
    page = doubts.get("/view/review").text
    for words in ("市财政局", CLAUSE, "得分", "拆分", "云川市教育提升行动方案"):
        assert words in page
    form = {name: (None, value) for name, value in (ROLE | {"who": "王", "why": "", "show": "role"}).items()}
    answer = doubts.post("/view/review", files=form, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/view/review?about=role&who={quote('王')}&changed=1"
    assert "已保存，1 份文件随之更新" in doubts.get(answer.headers["location"]).text
    (made,) = doubts.get("/decisions").json()["rows"]
    assert made["key"] in doubts.get("/view/decisions").text
    undone = doubts.post("/view/review/undo", files={"key": (None, made["key"])}, follow_redirects=False)
    assert undone.status_code == 303
    assert role_of_finance(writer) == "responsible"


def test_versions_are_compared(empty_client: TestClient, writer: GraphStore) -> None:
    load(writer, plan())
    load(writer, plan(without_health=True))
    new, old = (row["version"] for row in empty_client.get(f"/documents/{PLAN}/versions").json()["rows"])
    told = empty_client.get("/diff", params={"before": old, "after": PLAN}).json()
    assert [item["path"] for item in told["dropped"]] == ["2.1.p2"]
    assert (told["added"], told["changed"]) == ([], [])
    page = empty_client.get("/view/compare", params={"before": old, "after": new}).text
    assert "删除的条目" in page
    assert "配备校医" in page
    assert empty_client.get("/diff", params={"before": PLAN, "after": "无此文件"}).status_code == 404
    assert empty_client.get("/view/compare", params={"before": PLAN, "after": "无此文件"}).status_code == 404


def test_what_is_written_is_never_counted_with_what_is_concluded(client: TestClient) -> None:
    counts = {}
    for way in ("written", "members"):
        rows = client.get("/units", params={"expand": way, "limit": 200}).json()["rows"]
        counts[way] = {row["unit"]: (row["items"], row["items_through"]) for row in rows}
    member = "青石县:青石县人民政府"
    assert member not in counts["written"]
    assert counts["members"][member] == (0, 1)  # written nowhere, meant once
    for unit in (EDUCATION, HEALTH):
        assert counts["written"][unit][0] == counts["members"][unit][0]
    assert client.get("/units", params={"expand": "both"}).status_code == 422


def test_what_waits_is_followed_by_its_cursor_while_it_is_decided(doubts: TestClient) -> None:
    everything = waiting(doubts)
    assert len(everything) > 3
    at, seen = "/review/candidates?limit=1", list[tuple[str, str, str]]()
    while at:
        said = doubts.get(at).json()
        row = said["rows"][0]
        seen.append((row["about"], row["subject"], row["object"]))
        if row["about"] == "role":  # it waits no longer, and its place is kept
            made = {"about": "role", "subject": row["subject"], "object": row["object"], "verdict": "support"}
            assert doubts.post("/decisions", json=made | {"who": "王"}).status_code == 201
        at = f"/review/candidates?limit=1&cursor={said['cursor']}" if said["cursor"] else ""
    assert seen == everything


def test_what_waits_is_sorted_and_cut(doubts: TestClient) -> None:
    rows = doubts.get("/review/candidates?sort=-score&fields=score,about").json()["rows"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert {frozenset(row) for row in rows} == {frozenset(("score", "about"))}
    first = doubts.get("/review/candidates?sort=-score&limit=2").json()
    behind = doubts.get(f"/review/candidates?limit=500&cursor={first['cursor']}").json()
    assert [row["score"] for row in first["rows"] + behind["rows"]] == [row["score"] for row in rows]
    for refused in ("sort=reason", "fields=who", f"cursor={first['cursor']}&about=unit", "cursor=x"):
        assert doubts.get(f"/review/candidates?{refused}").status_code == 422, refused
