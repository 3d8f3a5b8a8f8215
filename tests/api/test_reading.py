from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.sample_graph import CITED, EDUCATION, FINANCE, NOTICE, PLAN, SCHOOL

LISTS = [
    ("/documents", {PLAN, NOTICE, CITED}, "key"),
    ("/documents?status=held", {PLAN, NOTICE}, "key"),
    ("/documents?status=cited", {CITED}, "key"),
    (f"/documents?text={quote('智慧教育')}", {NOTICE}, "key"),
    (f"/documents/{PLAN}/tree", {f"{PLAN}:s1", f"{PLAN}:s2", f"{PLAN}:1.1", f"{PLAN}:2.1.p1"}, "key"),
    (f"/documents/{PLAN}/responsibilities", {EDUCATION, FINANCE}, "unit"),
    (f"/documents/{PLAN}/references", {CITED}, "cited"),
    (f"/documents/{NOTICE}/targets", {f"{NOTICE}:0.1:t1"}, "key"),
    (f"/documents/{PLAN}/projects", {SCHOOL}, "project"),
    (f"/documents/{PLAN}/citations", {NOTICE}, "source_document"),
    ("/items", {f"{PLAN}:1.1", f"{NOTICE}:0.2"}, "key"),
    (f"/items?document={quote(NOTICE)}", {f"{NOTICE}:0.1", f"{NOTICE}:0.2"}, "key"),
    (f"/items?unit={quote('云川市财政局')}", {f"{PLAN}:1.1"}, "key"),
    ("/units", {EDUCATION, FINANCE}, "unit"),
    (f"/units?text={quote('财政')}", {FINANCE}, "unit"),
    (f"/units/{FINANCE}/items", {f"{PLAN}:1.1"}, "item"),
    ("/units/云川市财政局/partners", {EDUCATION}, "unit"),
    (f"/units/{FINANCE}/partners/云川市教育局", {f"{PLAN}:1.1"}, "item"),
    ("/references", {CITED, PLAN}, "document"),
    ("/projects", {SCHOOL}, "project"),
    (f"/projects/{SCHOOL}/items", {PLAN}, "document"),
    ("/targets", {f"{NOTICE}:0.1:t1"}, "key"),
    (f"/search?text={quote('财政')}", {FINANCE}, "key"),
    (f"/search?text={quote('建设平台')}", {f"{NOTICE}:0.1"}, "key"),
    (f"/search?text={quote('宣')}", {f"{NOTICE}:0.2"}, "key"),  # one character: not in the full-text index
]


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


@pytest.mark.parametrize(("path", "expected", "column"), LISTS)
def test_a_list_holds_what_is_asked_for(client: TestClient, path: str, expected: set[str], column: str) -> None:
    assert {row[column] for row in rows(client, path)} >= expected


def test_what_does_not_match_is_left_out(client: TestClient) -> None:
    assert {row["key"] for row in rows(client, f"/items?document={quote(NOTICE)}")} == {
        f"{NOTICE}:0.1",
        f"{NOTICE}:0.2",
    }
    assert {row["unit"] for row in rows(client, f"/units?text={quote('财政')}")} == {FINANCE}
    assert rows(client, f"/units?text={quote('没有的单位')}") == []


def test_a_list_comes_in_stretches(client: TestClient) -> None:
    whole = rows(client, "/units")
    taken, offset = [], 0
    while offset is not None:
        answer = client.get("/units", params={"limit": 2, "offset": offset}).json()
        assert answer["limit"] == 2
        assert answer["offset"] == offset
        taken += answer["rows"]
        offset = answer["next"]
    assert taken == whole


def test_every_claim_stands_in_the_text(client: TestClient) -> None:
    for document in (PLAN, NOTICE):
        text = client.get(f"/documents/{document}/text").json()["text"]
        for claim in ("responsibilities", "references", "targets", "projects"):
            for row in rows(client, f"/documents/{document}/{claim}"):
                assert text[row["start"] : row["end"]] == row["quote"]


def test_an_item_comes_with_its_evidence(client: TestClient) -> None:
    item = client.get(f"/items/{PLAN}:1.1").json()
    assert item["document"] == PLAN
    assert {unit["unit"] for unit in item["units"]} >= {EDUCATION, FINANCE}
    assert all(unit["quote"] for unit in item["units"])


def test_documents_units_and_counts(client: TestClient) -> None:
    head = client.get(f"/documents/{PLAN}").json()
    assert head["doc_number"] == PLAN
    assert [issuer["name"] for issuer in head["issuers"]] == ["云川市人民政府办公室"]
    unit = client.get("/units/云川市财政局").json()
    assert unit["unit"] == FINANCE
    assert unit["items"] == sum(role["items"] for role in unit["roles"]) > 0
    counts = client.get("/counts").json()
    assert counts["documents_held"] == 2
    assert counts["documents_cited"] == 1


def test_pairs_are_counted_once(client: TestClient) -> None:
    pairs = rows(client, "/pairs")
    assert len({frozenset((row["unit"], row["partner"])) for row in pairs}) == len(pairs)
    assert all(row["shared"] >= 2 for row in rows(client, "/pairs?minimum=2"))


def test_every_question_of_the_catalogue_can_be_asked(client: TestClient) -> None:
    given = {
        "document": PLAN, "unit": FINANCE, "partner": EDUCATION, "item": f"{PLAN}:1.1", "name": "云川市财政局",
        "project": SCHOOL, "text": "教育", "one": PLAN, "other": NOTICE, "documents": PLAN,
        "units": FINANCE, "partners": EDUCATION,
    }  # fmt: skip
    for question in rows(client, "/queries"):
        params = {param["name"]: given[param["name"]] for param in question["params"] if param["required"]}
        answer = client.get(f"/queries/{question['name']}", params=params)
        assert answer.status_code == 200, (question["name"], answer.text)
        assert answer.json()["columns"] == question["columns"]
        assert all(list(row) == question["columns"] for row in answer.json()["rows"])


def test_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json()["server"] in ("embedded", "neo4j")
