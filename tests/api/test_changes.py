from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore
from tests.sample_graph import NOTICE, PLAN, notice, sample_documents

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"
KEY = "筑府办函〔2023〕7号"


def test_an_upload_is_read_and_loaded(empty_client: TestClient) -> None:
    data = EXAMPLE.read_bytes()
    first = empty_client.post("/documents", files={"file": ("方案.txt", data)})
    assert first.status_code == 201, first.text
    assert unquote(first.headers["location"]) == f"/documents/{KEY}"
    assert first.json()["outcome"] == "loaded"
    assert first.json()["items"] == 25
    assert empty_client.get(first.headers["location"]).json()["source_name"] == "方案.txt"
    again = empty_client.post("/documents", files={"file": ("方案.txt", data)})
    assert again.status_code == 200
    assert again.json()["outcome"] == "unchanged"
    partners = empty_client.get("/units/贵阳市财政局/partners").json()["rows"]
    assert (partners[0]["name"], partners[0]["shared"]) == ("贵阳市教育局", 15)


def test_the_form_of_the_start_page_leads_to_the_document(empty_client: TestClient) -> None:
    answer = empty_client.post("/view/documents", files={"file": ("a.txt", EXAMPLE.read_bytes())})
    assert answer.history[0].status_code == 303
    assert answer.status_code == 200
    assert "贵阳贵安教育三年攻坚行动方案" in answer.text


BROKEN = [
    ("empty.txt", b"", 422),
    ("blank.txt", b" \n", 422),
    ("program.exe", b"MZ\x00\x01\x02\x03" * 50, 415),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, 415),
    ("tale.txt", "从前有座山，山里有座庙。".encode(), 422),
    ("broken.txt", "发文".encode() + b"\xff\xfe\xfd" * 9, 422),
    ("broken.pdf", b"%PDF-1.4 nothing", 422),
    ("broken.docx", b"PK\x03\x04nothing", 422),
    ("../../../etc/passwd", b"", 422),
]


@pytest.mark.parametrize(("name", "data", "status"), BROKEN, ids=[name for name, *_ in BROKEN])
def test_what_cannot_be_read_is_refused_and_nothing_is_loaded(
    empty_client: TestClient, name: str, data: bytes, status: int
) -> None:
    answer = empty_client.post("/documents", files={"file": (name, data)})
    assert answer.status_code in (status, 415 if status == 422 else status), answer.text
    assert answer.json()["detail"]
    assert empty_client.get("/counts").json()["documents_held"] == 0


def test_a_person_is_told_on_a_page(empty_client: TestClient) -> None:
    answer = empty_client.post(
        "/view/documents", files={"file": ("tale.txt", "从前有座山。".encode())}, headers={"accept": "text/html"}
    )
    assert answer.status_code == 422
    assert "无法处理" in answer.text


@pytest.mark.usefixtures("writer")
def test_an_upload_is_bounded_while_it_comes(server: Settings) -> None:
    small = server.model_copy(update={"max_upload": 1000})
    with TestClient(create_app(small), base_url="http://127.0.0.1") as client:
        little_over = client.post("/documents", files={"file": ("a.txt", b"x" * 2000)})
        assert little_over.status_code == 413, little_over.text
        announced = client.post("/documents", files={"file": ("a.txt", b"x" * 500_000)})
        assert announced.status_code == 413

        def chunks() -> Iterator[bytes]:
            yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            for _ in range(50):
                yield b"x" * 10_000

        kind = {"content-type": "multipart/form-data; boundary=b"}
        unannounced = client.post("/documents", content=chunks(), headers=kind)
        assert unannounced.status_code == 413
        assert unannounced.headers["content-type"] == "application/problem+json"


FIFTY_FIELDS = [("file", ("a.txt", b"x")), *[(f"n{number}", (None, b"x")) for number in range(50)]]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        pytest.param("/documents", [("file", ("a.txt", b"x"))] * 2, id="two files"),
        pytest.param("/documents", FIFTY_FIELDS, id="fifty fields"),
        pytest.param("/view/documents", FIFTY_FIELDS, id="fifty fields of the page"),
    ],
)
def test_a_form_holds_one_file_and_few_fields(empty_client: TestClient, path: str, parts: list[Any]) -> None:
    answer = empty_client.post(path, files=parts)
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert empty_client.get("/counts").json()["documents_held"] == 0


def test_delete(empty_client: TestClient, writer: GraphStore) -> None:
    for document in sample_documents():
        load(writer, document)
    assert empty_client.delete(f"/documents/{NOTICE}").status_code == 204
    assert empty_client.delete(f"/documents/{NOTICE}").status_code == 404
    assert empty_client.get(f"/documents/{PLAN}").status_code == 200
    assert empty_client.get("/counts").json()["documents_held"] == 1


FOREIGN = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:9999"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_other_sites_change_nothing(empty_client: TestClient, writer: GraphStore, headers: dict[str, str]) -> None:
    load(writer, sample_documents()[0])
    for method, path in (("POST", "/documents"), ("POST", "/view/documents"), ("DELETE", f"/documents/{PLAN}")):
        files = {"file": ("a.txt", b"x")} if method == "POST" else None
        answer = empty_client.request(method, path, headers=headers, files=files)
        assert answer.status_code == 403
        assert answer.json()["type"] == "/docs#foreign-origin"
    assert empty_client.get("/counts").json()["documents_held"] == 1


def test_our_own_pages_may(empty_client: TestClient) -> None:
    own = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    answer = empty_client.post("/documents", files={"file": ("a.txt", EXAMPLE.read_bytes())}, headers=own)
    assert answer.status_code == 201


def test_a_document_is_deleted_on_its_page_where_the_box_is_ticked(
    empty_client: TestClient, writer: GraphStore
) -> None:
    load(writer, notice())
    page = f"/view/documents/{NOTICE}"
    assert f'action="/view/documents/{quote(NOTICE)}/delete"' in empty_client.get(page).text
    kept = empty_client.post(f"{page}/delete", files={"other": (None, "x")}, follow_redirects=False)
    assert (kept.status_code, unquote(kept.headers["location"])) == (303, page)
    assert empty_client.get(f"/documents/{NOTICE}").json()["status"] == "held"
    gone = empty_client.post(f"{page}/delete", files={"sure": (None, "true")}, follow_redirects=False)
    assert (gone.status_code, gone.headers["location"]) == (303, "/view/documents")
    assert empty_client.get(f"/documents/{NOTICE}").status_code == 404
