import dataclasses
import re

import pytest
from fastapi.testclient import TestClient

from graph.load import load
from graph.store import GraphStore
from tests.sample_graph import CITED, EDUCATION, FINANCE, NOTICE, PLAN, notice

PAGES = [
    ("/", ["云川市教育提升行动方案", "责任最多的单位", "上传并解析"]),
    ("/view/documents", ["云川市教育提升行动方案", CITED]),
    ("/view/documents?status=&text=", ["云川市教育提升行动方案"]),
    (f"/view/documents/{PLAN}", ["发文字号", "云川市人民政府办公室", "云川市财政局", "牵头"]),
    (f"/view/documents/{NOTICE}", ["建设平台", "覆盖率", "云川智慧教育云平台"]),
    (f"/view/documents/{CITED}", ["正文还没有入库", "被引用"]),
    ("/view/units", ["云川市财政局"]),
    (f"/view/units/{FINANCE}", ["共同负责的单位", "云川市教育局"]),
    ("/view/units/云川市财政局", ["共同负责的单位"]),
    (f"/view/items/{PLAN}:1.1", ["责任单位", "依据"]),
    (f"/view/items/{NOTICE}:0.2", ["没有写明责任单位"]),
    ("/view/search?text=财政", ["云川市财政局"]),
    ("/view/search?text=没有这个词呀", ["没有找到"]),
    (
        "/view/search?text=学校",
        ['<mark class="find-word">学校</mark>', "云川实验学校", "级别", "市（州）级", "role=responsible"],
    ),
    (f"/view/search?text=学校&unit={FINANCE}&year=2025", ["去掉单位：云川市财政局", "去掉年度：2025", "新建学校"]),
    (f"/view/search?text=学校&unit={FINANCE}&year=2024", ["去掉单位：云川市财政局", "没有找到"]),
    ("/view/search?text=校&limit=1", ["下一页", "offset=1"]),
    ("/view/search?text=校&limit=1&offset=1", ["上一页", "offset=0"]),
    ("/view/queries", ["partners_of_unit"]),
    ("/view/queries/pairs", ["云川市财政局", "Cypher"]),
    ("/view/queries/partners_of_unit", ["unit"]),
    ("/view/queries/partners_of_unit?unit=云川市财政局", ["云川市教育局"]),
    (f"/graph?document={PLAN}", ["图例", "条目", "表格"]),
    (f"/graph?unit={FINANCE}", ["云川市财政局"]),
    (f"/graph?unit={FINANCE}&partner={EDUCATION}", ["云川市财政局 × 云川市教育局"]),
    ("/graph", ["图例"]),
    ("/docs", ["/units/{unit}/partners"]),
]


@pytest.mark.parametrize(("path", "words"), PAGES, ids=[path for path, _ in PAGES])
def test_a_page_shows(client: TestClient, path: str, words: list[str]) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    for word in words:
        assert word in answer.text


def test_every_link_of_the_pages_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/"]
    while waiting and len(seen) < 120:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            links = re.findall(r'(?:href|src)="(/[^"#]*)', answer.text)
            waiting += [link.replace("&amp;", "&") for link in links if link not in seen]


def test_an_empty_store_says_what_to_do(empty_client: TestClient) -> None:
    page = empty_client.get("/").text
    assert "图谱里还没有文件" in page
    assert "policy-graph load" in page
    assert 'type="file"' in page
    assert empty_client.get("/graph").url.path == "/"
    for path in ("/view/documents", "/view/units", "/view/queries/pairs"):
        assert empty_client.get(path).status_code == 200


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)></script>'\"&javascript:alert(3)"


def test_document_text_is_never_markup(empty_client: TestClient, writer: GraphStore) -> None:
    graph = notice()
    load(writer, dataclasses.replace(graph, document=dataclasses.replace(graph.document, title=HOSTILE)))
    for path in (
        "/",
        "/view/documents",
        f"/view/documents/{NOTICE}",
        f"/view/items/{NOTICE}:0.1",
        f"/graph?document={NOTICE}",
    ):
        page = empty_client.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "alert(1)" in page, "the words are shown, as words"
