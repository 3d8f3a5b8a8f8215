"""Suggestions of the search boxes: what they lead to, and that they follow the graph."""

import dataclasses
import time

import pytest
from fastapi.testclient import TestClient

from graph.load import delete, load
from graph.store import GraphStore
from tests.sample_graph import NOTICE, notice


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("财政局", "单位", "云川市财政局"),
        ("czj", "单位", "云川市财政局"),
        ("各县", "集合单位", "云川市各县（市、区）政府"),
        ("云政办发", "文件", "云川市教育提升行动方案"),
        ("shiyanxuexiao", "项目", "云川实验学校"),
        ("云川市", "地区", "云川市"),
        ("国办发〔2024〕9号", "引用文件", "国办发〔2024〕9号"),
    ],
)
def test_each_kind_is_suggested_and_leads_to_its_page(client: TestClient, typed: str, kind: str, name: str) -> None:
    first = client.get("/suggest", params={"q": typed}).json()["rows"][0]
    assert kind == first["kind"]
    assert name in (first["name"], first["context"])
    page = client.get(first["href"])
    assert page.status_code == 200
    assert first["name"] in page.text


def test_nothing_typed_suggests_nothing(client: TestClient) -> None:
    assert client.get("/suggest").json() == {"rows": []}
    assert client.get("/suggest", params={"q": "字" * 201}).status_code == 422


def test_suggestions_follow_the_graph(empty_client: TestClient, writer: GraphStore) -> None:
    assert told(empty_client, [])
    graph = notice()
    load(writer, dataclasses.replace(graph, document=dataclasses.replace(graph.document, title="智慧校园建设办法")))
    assert told(empty_client, ["智慧校园建设办法"])
    delete(writer, NOTICE)
    assert told(empty_client, [])


def told(client: TestClient, names: list[str]) -> bool:
    """Whether these are suggested: at once, but on a machine so busy that making names anew takes over a second."""
    for _ in range(100):
        if [row["name"] for row in client.get("/suggest?q=zhihuixiaoyuan").json()["rows"]] == names:
            return True
        time.sleep(0.1)
    return False
