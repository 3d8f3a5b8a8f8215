"""POST /cypher: what is asked is answered, what is refused is told as a problem."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.sample_graph import FINANCE

PROBLEMS = [
    ({"statement": "CREATE (:Unit {key: 'x'})"}, 403, "CREATE"),
    ({"statement": "CALL dbms.listConfig()"}, 400, "dbms.listConfig"),
    ({"statement": "RETRUN 1"}, 400, "refuses"),
    ({"statement": " "}, 422, "empty"),
    ({"statement": ""}, 422, "statement"),
    ({"statement": "RETURN 1", "limit": 0}, 422, "limit"),
    ({"statement": "RETURN 1", "limit": 10_001}, 422, "limit"),
    ({"statement": "RETURN $x", "params": {"x": 2**64}}, 422, "64-bit"),
    ({"statement": "RETURN 1", "more": 1}, 422, "more"),
    ({}, 422, "statement"),
]


def test_rows_come_with_their_columns(client: TestClient) -> None:
    statement = "MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->() RETURN u.name AS name, r.quote AS quote"
    answer = client.post("/cypher", json={"statement": statement, "params": {"unit": FINANCE}, "limit": 1})
    assert answer.status_code == 200, answer.text
    said = answer.json()
    assert said["columns"] == ["name", "quote"]
    assert [row["name"] for row in said["rows"]] == ["云川市财政局"]
    assert said["cut_by"] == "rows"
    assert said["query"] == {"name": "cypher", "params": {"unit": FINANCE}, "cypher": statement}


@pytest.mark.parametrize(("body", "status", "said"), PROBLEMS)
def test_what_cannot_be_asked_is_a_problem(client: TestClient, body: dict[str, Any], status: int, said: str) -> None:
    answer = client.post("/cypher", json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


def test_a_form_of_another_site_cannot_ask(client: TestClient) -> None:
    answer = client.post("/cypher", content="statement=RETURN 1", headers={"content-type": "text/plain"})
    assert answer.status_code == 415
