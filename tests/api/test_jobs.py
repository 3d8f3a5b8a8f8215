"""Several files at once: taken, loaded beside, and told file by file what was read and what was not."""

import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.jobs import MOST_FILES
from graph.settings import Settings
from graph.store import GraphStore

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"
KEY = "筑府办函〔2023〕7号"
FILES = [
    ("file", ("方案.txt", EXAMPLE.read_bytes())),
    ("file", ("broken.pdf", b"%PDF-1.4 nothing")),
    ("file", ("方案.txt", EXAMPLE.read_bytes())),
]


def form(*files: tuple[str, bytes]) -> dict[str, Any]:
    """What a browser sends, also for a field that was left empty: a part with an empty file name."""
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + data + b"\r\n"
        for name, data in (*files, ("", b""))
    ]
    return {"content": b"".join(parts) + b"--b--\r\n", "headers": {"content-type": "multipart/form-data; boundary=b"}}


def ended(client: TestClient, address: str) -> dict[str, Any]:
    for _ in range(600):
        job: dict[str, Any] = client.get(address).json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.1)
    raise AssertionError(job)


def test_each_file_of_a_job_is_reported(empty_client: TestClient) -> None:
    begun = empty_client.post("/jobs", files=FILES)
    assert begun.status_code == 202, begun.text
    assert begun.headers["location"] == f"/jobs/{begun.json()['key']}"
    assert [row["name"] for row in begun.json()["rows"]] == ["方案.txt", "broken.pdf", "方案.txt"]
    job = ended(empty_client, begun.headers["location"])
    assert (job["state"], job["files"], job["done"], job["failed"], job["error"]) == ("done", 3, 3, 1, None)
    first, broken, again = job["rows"]
    assert (first["state"], first["document"], first["items"], first["clauses"]) == ("loaded", KEY, 25, 26)
    assert first["characters"] == len(empty_client.get(f"/documents/{KEY}/text").json()["text"])
    assert sum(first["accounting"].values()) == first["characters"]
    assert first["accounting"]["unexplained"] == first["unexplained"]
    assert (broken["state"], broken["document"]) == ("failed", None)
    assert "broken.pdf" in broken["error"]
    assert again["state"] == "unchanged"
    assert empty_client.get("/jobs").json()["rows"][0]["key"] == job["key"]
    page = empty_client.get(f"/view/jobs/{job['key']}").text
    for said in ("已入库", "未能读取", "broken.pdf", f'href="/view/documents/{KEY[:2]}'[:22]):
        assert said in page


def test_a_form_with_several_files_leads_to_its_job(empty_client: TestClient) -> None:
    files = [sent for _, sent in FILES]
    answer = empty_client.post("/view/documents", **form(*files), follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"].startswith("/view/jobs/")
    assert ended(empty_client, answer.headers["location"].removeprefix("/view"))["done"] == 3


@pytest.mark.embedded
def test_what_is_no_job_is_refused(tmp_path: Path) -> None:
    app = create_app(Settings(_env_file=None, data=tmp_path, embedded_heap="256m"))
    client = TestClient(app, base_url="http://127.0.0.1")  # no store is opened for any of these
    assert client.get("/jobs/none").status_code == 404
    assert client.post("/jobs", **form()).status_code == 422
    many = [("file", (f"{number}.txt", b"x")) for number in range(MOST_FILES + 1)]
    assert "in parts" in client.post("/jobs", files=many).json()["detail"]
    assert client.post("/jobs", json={}).status_code == 415
    assert client.post("/jobs", files=FILES, headers={"origin": "https://evil.example"}).status_code == 403


def test_a_server_that_is_gone_is_told(server: Settings, writer: GraphStore, tmp_path: Path) -> None:  # noqa: ARG001
    away = server.model_copy(update={"neo4j_uri": "bolt://127.0.0.1:9", "data": tmp_path})
    client = TestClient(create_app(away), base_url="http://127.0.0.1")
    begun = client.post("/jobs", files=FILES)
    job = ended(client, begun.headers["location"])
    assert (job["state"], job["done"]) == ("failed", 0)
    assert "bolt://127.0.0.1:9 does not answer" in job["error"]
    assert [row["state"] for row in job["rows"]] == ["waiting"] * 3
