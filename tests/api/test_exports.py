"""Answers as files, each read back by a program that others use."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import quote

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.sample_graph import EDUCATION, FINANCE, HEALTH, NOTICE, PLAN

PARTNERS = f"/exports/queries/partners_of_unit/{{}}?unit={quote(FINANCE)}"
AROUND = [
    f"document={quote(PLAN)}",
    f"unit={quote('云川市财政局')}",
    f"unit={quote(FINANCE)}&partner={quote(EDUCATION)}",
]


def asked(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/queries/partners_of_unit?unit={quote(FINANCE)}").json()["rows"]
    return found


def test_rows_as_csv(client: TestClient) -> None:
    answer = client.get(PARTNERS.format("csv"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf"), "Excel takes it for UTF-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["name"], int(row["shared"])) for row in rows] == [
        (row["name"], row["shared"]) for row in asked(client)
    ]


def test_rows_as_lines(client: TestClient) -> None:
    answer = client.get(PARTNERS.format("jsonl"))
    assert [json.loads(line) for line in answer.text.splitlines()] == asked(client)
    told = client.get(answer.links["describedby"]["url"]).json()
    assert told["rows"] == asked(client)
    assert "RESPONSIBLE_FOR" in told["query"]["cypher"]


def test_rows_as_a_workbook(client: TestClient) -> None:
    answer = client.get(PARTNERS.format("xlsx"))
    head, *rows = load_workbook(io.BytesIO(answer.content))["rows"].values
    assert [row[head.index("name")] for row in rows] == [row["name"] for row in asked(client)]
    assert "filename*=UTF-8''partners_of_unit.xlsx" in answer.headers["content-disposition"]


@pytest.mark.parametrize("document", [PLAN, NOTICE])
def test_the_ledger_of_a_document(client: TestClient, document: str) -> None:
    answer = client.get(f"/exports/ledgers/{quote(document)}")
    head, *lines = load_workbook(io.BytesIO(answer.content))["rows"].values
    ledger = [dict(zip(head, line, strict=True)) for line in lines]
    duties = client.get(f"/documents/{quote(document)}/responsibilities").json()["rows"]
    for role, column in (("lead", "牵头单位"), ("responsible", "责任单位"), ("support", "配合单位")):
        told = {(line["条目"], name) for line in ledger if line[column] for name in line[column].split("\n")}
        said = {(duty["path"], duty["name"]) for duty in duties if duty["role"] == role and not duty["derived"]}
        assert told == said, role
    assert [line["序号"] for line in ledger] == list(range(1, len(lines) + 1))
    quotes = "\n".join(line["责任原文"] or "" for line in ledger)
    assert all(duty["quote"] in quotes for duty in duties if not duty["derived"])


@pytest.mark.parametrize("around", AROUND)
def test_subgraphs_are_the_same_in_every_form(client: TestClient, around: str) -> None:
    files = {form: client.get(f"/exports/subgraphs/{form}?{around}") for form in ("graphml", "gexf", "cyjs", "jsonld")}
    assert {answer.status_code for answer in files.values()} == {200}
    elements = files["cyjs"].json()["elements"]
    nodes = {node["data"]["id"] for node in elements["nodes"]}
    for graph in (nx.parse_graphml(files["graphml"].text), nx.read_gexf(io.BytesIO(files["gexf"].content))):
        assert set(graph.nodes) == nodes
        assert graph.number_of_edges() == len(elements["edges"])
        assert any(data.get("quote") for _, _, data in graph.edges(data=True))
    things = files["jsonld"].json()["@graph"]
    assert len(things) == len(nodes)
    answers = [one for thing in things for one in thing.get("prov:qualifiedAttribution", ())]
    duties = [edge for edge in elements["edges"] if edge["data"]["kind"] == "RESPONSIBLE_FOR"]
    assert len(answers) == len(duties) > 0
    ids = {thing["@id"] for thing in things}
    assert all(one["prov:agent"]["@id"] in ids and one["pg:quote"] for one in answers)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/exports/queries/no_such/csv", 404),
        ("/exports/queries/partners_of_unit/pdf", 422),
        ("/exports/queries/partners_of_unit/csv", 422),
        (f"/exports/queries/partners_of_unit/csv?unit={quote('没有')}", 404),
        (f"/exports/ledgers/{quote('没有')}", 404),
        ("/exports/subgraphs/gexf", 422),
        (f"/exports/subgraphs/gexf?partner={quote(FINANCE)}", 422),
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_picture_is_one_page_that_needs_no_other(client: TestClient) -> None:
    for around in AROUND:
        answer = client.get(f"/exports/subgraphs/html?{around}")
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "attachment" in answer.headers["content-disposition"]
        assert "<script>" in answer.text
        assert not re.search(r'(?:src|href)="[^#"]', answer.text.partition("<body")[0])


def test_what_joins_two_units_and_what_a_document_hangs_on(client: TestClient) -> None:
    ways = f"unit={quote(FINANCE)}&partner={quote(HEALTH)}&ways=2"
    found = client.get(f"/exports/subgraphs/cyjs?{ways}").json()["elements"]
    kinds = {node["data"]["kind"] for node in found["nodes"]}
    assert kinds == {"unit", "collective", "item", "document"}
    duties = [edge["data"] for edge in found["edges"] if edge["data"]["kind"] == "RESPONSIBLE_FOR"]
    assert {duty["source"] for duty in duties} >= {f"unit:{FINANCE}", f"unit:{EDUCATION}", f"unit:{HEALTH}"}
    assert all(duty["quote"] and duty["role"] for duty in duties)
    chain = client.get(f"/exports/subgraphs/cyjs?document={quote(PLAN)}&chain=true").json()["elements"]
    assert [(edge["data"]["kind"], edge["data"]["quote"]) for edge in chain["edges"]] == [
        ("CITES", "《关于教育经费的意见》（国办发〔2024〕9号）")
    ]
    assert len(chain["nodes"]) == 2


def test_the_answer_to_a_statement_of_ones_own_as_a_file(client: TestClient) -> None:
    asked = {"statement": "MATCH (u:Unit) RETURN u.name AS name ORDER BY name", "limit": 2}
    answer = client.post("/exports/cypher/jsonl", json=asked)
    assert [list(json.loads(line)) for line in answer.text.splitlines()] == [["name"], ["name"]]
    assert answer.headers["x-cut-by"] == "rows"
    book = load_workbook(io.BytesIO(client.post("/exports/cypher/xlsx", json=asked).content))
    assert ("Cypher", asked["statement"]) in [tuple(row[:2]) for row in book["about"].iter_rows(values_only=True)]
    assert client.post("/exports/cypher/csv", json={"statement": "CREATE (n)"}).status_code == 403


def test_a_file_is_sorted_and_cut_as_the_answer_is(client: TestClient) -> None:
    lines = client.get("/exports/queries/units/jsonl?sort=-name&fields=name").text.splitlines()
    names = [json.loads(line)["name"] for line in lines]
    assert names == sorted(names, reverse=True)
    assert client.get("/exports/queries/units/csv?fields=nothing").status_code == 422
