"""Many keys at once, each answered as if it were asked for alone."""

import dataclasses
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.keys import unit_key
from graph.load import load
from graph.store import GraphStore
from tests.sample_graph import FINANCE, PLAN, notice

ROWS = [
    ("document", PLAN, "found"),
    ("item", f"{PLAN}:1.1", "found"),
    ("unit", FINANCE, "found"),
    ("unit", "云川市财政局", "found"),
    ("unit", "没有", "not_found"),
    ("document", "没有", "not_found"),
    ("item", FINANCE, "not_found"),
    ("document", PLAN, "found"),  # again
]
REFUSED = [
    ({"keys": []}, 422),
    ({"keys": [{"kind": "unit", "key": FINANCE}] * 101}, 422),
    ({"keys": [{"kind": "region", "key": "x"}]}, 422),
    ({"keys": [{"kind": "unit", "key": ""}]}, 422),
    ({"keys": [{"kind": "unit", "key": "x", "more": 1}]}, 422),
    ({}, 422),
]


def test_each_key_is_answered_in_its_place_as_alone(client: TestClient) -> None:
    wanted = [{"kind": kind, "key": key} for kind, key, _ in ROWS]
    answer = client.post("/lookup", json={"keys": wanted})
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["rows"]
    assert [(row["kind"], row["key"], row["status"]) for row in rows] == ROWS
    for row in rows:
        alone = client.get(f"/{row['kind']}s/{row['key']}").json()
        if row["status"] == "found":
            bare: dict[str, Any] = {"query": None} | (
                {"queries": []} if "queries" in alone else {}
            )  # told once for all
            assert row[row["kind"]] == alone | bare
            assert row["problem"] is None
        else:
            assert row["problem"]["detail"] == alone["detail"]
            assert row["problem"]["status"] == 404


def test_a_name_of_several_units_lists_them(empty_client: TestClient, writer: GraphStore) -> None:
    graph = notice()
    twin = dataclasses.replace(graph.units[0], key=unit_key("别市", graph.units[0].name), jurisdiction="别市")
    issuance = dataclasses.replace(graph.issuances[0], unit=twin.key, order=2)
    load(writer, dataclasses.replace(graph, units=(*graph.units, twin), issuances=(*graph.issuances, issuance)))
    keys = [{"kind": "unit", "key": twin.name}, {"kind": "unit", "key": twin.key}]
    ambiguous, found = empty_client.post("/lookup", json={"keys": keys}).json()["rows"]
    assert (ambiguous["status"], found["status"]) == ("ambiguous", "found")
    assert {row["unit"] for row in ambiguous["problem"]["candidates"]} == {twin.key, graph.units[0].key}


@pytest.mark.parametrize(("body", "status"), REFUSED)
def test_what_cannot_be_looked_up_is_refused(client: TestClient, body: dict[str, Any], status: int) -> None:
    assert client.post("/lookup", json=body).status_code == status


def test_a_form_is_no_lookup(client: TestClient) -> None:
    answer = client.post("/lookup", content='{"keys": []}', headers={"content-type": "text/plain"})
    assert answer.status_code == 415
