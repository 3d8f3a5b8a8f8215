"""What strangers send and documents say is answered with a reason, shown as words, and never obeyed."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import quote

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from lxml import etree
from openpyxl import load_workbook

from api.app import create_app
from api.uploads import name_of
from graph.load import load
from graph.queries import catalogue
from graph.records import DocumentGraph
from graph.settings import Settings
from graph.store import open_store
from ingest.workers import Lost
from tests.conftest import empty
from tests.hostile_files import FILES, NAMES, Hostile
from tests.sample_graph import CITY, EDUCATION, FINANCE, NOTICE, PLAN, SCHOOL, sample_documents

pytestmark = pytest.mark.embedded
Part = TypeVar("Part")


@pytest.fixture(scope="module")
def client(embedded_settings: Settings) -> Iterator[TestClient]:
    """The app over the embedded server: what it answers to these hangs on no server."""
    with open_store(embedded_settings, "write") as store:
        empty(store)
    with TestClient(create_app(embedded_settings), base_url="http://127.0.0.1", raise_server_exceptions=False) as made:
        yield made
    with open_store(embedded_settings, "write") as store:
        empty(store)


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_refused_with_a_reason_or_read_as_what_it_says(client: TestClient, hostile: Hostile) -> None:
    answer = client.post("/documents", files={"file": (hostile.name, hostile.make())})
    assert answer.elapsed.total_seconds() < 30
    assert answer.status_code == hostile.status or (answer.status_code, hostile.status) == (200, 201), answer.text
    if hostile.status != 201:
        assert answer.headers["content-type"] == "application/problem+json"
        detail = answer.json()["detail"]
        assert detail.startswith(hostile.name)
        assert hostile.says in detail
        assert len(detail) < 500
        assert "Traceback" not in answer.text
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(("sent", "called"), NAMES, ids=[ascii(sent)[:20] for sent, _ in NAMES])
def test_a_file_is_called_by_what_can_be_shown(sent: str, called: str) -> None:
    assert name_of(sent) == called


@pytest.mark.parametrize("path", ["/documents", "/jobs"])
def test_a_form_of_many_fields_is_refused(client: TestClient, path: str) -> None:
    fields = {f"field {number}": "words" for number in range(21)}
    answer = client.post(path, data=fields, files={"file": ("a.txt", b"words")})
    assert answer.status_code == 400
    assert "20" in answer.json()["detail"]


def test_uploads_do_not_take_every_thread(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    class Taken:
        def acquire(self, *, blocking: bool) -> bool:
            return blocking

    monkeypatch.setattr("api.uploads._places", Taken())
    answer = client.post("/documents", files={"file": ("a.txt", b"x")})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert "a.txt again" in answer.json()["detail"]


def test_an_upload_whose_reader_dies_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.folders.each", lambda *_, **__: (Lost(why) for why in ["a.txt ended the process."]))
    answer = client.post("/documents", files={"file": ("a.txt", b"x")})
    assert (answer.status_code, answer.json()["detail"]) == (422, "a.txt ended the process.")


# Without a slash: what is a key cannot hold one.
WORDS = [
    "<script>alert(1)<script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 1234 * 5678 }}{% for x in y %}${1234*5678}#{1}",
    "'}) DETACH DELETE n `\\",
    '=HYPERLINK("http:evil.example")',
    "&lt;b&gt;&amp;]]><!--",
    "\u202e\u2066\u200b逆",
    "?a=b&c=d#e;%",
]
KEPT = {
    "kind", "level", "role", "source_kind", "relation", "comparator", "sha256", "media_type", "standing", "issued_on",
    "deadline", "on", "path",
}  # fmt: skip


def laced(part: Part, words: str) -> Part:
    """Records in which every text that is not one of a few known words is prefixed with ``words``, keys included."""
    if isinstance(part, str):
        return words + part  # type: ignore[return-value]  # a str is a Part
    if isinstance(part, tuple):
        return tuple(laced(each, words) for each in part)  # type: ignore[return-value]
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        values = {field.name: getattr(part, field.name) for field in dataclasses.fields(part)}
        return dataclasses.replace(part, **{n: v if n in KEPT else laced(v, words) for n, v in values.items()})
    return part


def loaded(settings: Settings, words: str) -> tuple[DocumentGraph, ...]:
    with open_store(settings, "write") as store:
        empty(store)
        graphs = laced(sample_documents(), words)
        for graph in graphs:
            load(store, graph)
    return graphs


@pytest.mark.parametrize("words", WORDS)
def test_words_of_documents_stay_words(client: TestClient, embedded_settings: Settings, words: str) -> None:
    loaded(embedded_settings, words)
    known = {
        "document": words + PLAN, "key": words + PLAN, "unit": words + EDUCATION, "partner": words + FINANCE,
        "project": words + SCHOOL, "item": f"{words}{PLAN}:1.1", "text": words, "jurisdiction": words + CITY,
        "name": words + "云川市教育局", "title": words, "other": words + NOTICE, "doc_number": words + PLAN,
        "words": words,
    }  # fmt: skip
    seen = 0
    for query in catalogue():
        required = [param.name for param in query.params if param.required]
        if set(required) <= known.keys() and "limit" not in required:
            asked = "&".join(f"{name}={quote(known[name], safe='')}" for name in required)
            rows = client.get(f"/queries/{query.name}?{asked}")
            assert rows.status_code == 200, (query.name, rows.text)
            seen += words in _texts(rows.json()["rows"])
            table = client.get(f"/exports/queries/{query.name}/csv?{asked}")
            assert table.status_code == 200
            _no_formulas(table.text)
    assert seen > 10
    _pages_show(client, known, words)
    _files_hold(client, known, words)


def _texts(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")


def _no_formulas(table: str) -> None:
    for row in csv.reader(io.StringIO(table.lstrip("\ufeff"), newline="")):
        assert not any(cell.lstrip(" \u3000\t").startswith(("=", "@", "+", "＝")) and len(cell) > 2 for cell in row)


def _pages_show(client: TestClient, known: dict[str, str], words: str) -> None:
    document, unit = quote(known["document"], safe=""), quote(known["unit"], safe="")
    paths = [
        "/", "/view/documents", f"/view/documents/{document}", f"/view/units/{unit}", "/view/queries/units",
        f"/view/items/{quote(known['item'], safe='')}", f"/graph?document={document}", f"/graph?unit={unit}",
        f"/view/search?text={quote(words, safe='')}", "/view/review",
        "/view/targets", f"/view/targets?text={quote(words, safe='')}", f"/view/matrix?document={document}",
        f"/view/comparison?one={document}&other={document}",
        f"/view/comparison?one={quote(words[:99], safe='')}&other={document}",
    ]  # fmt: skip
    shown = 0
    for path in paths:
        page = client.get(path, headers={"accept": "text/html"})
        assert page.status_code == 200, (path, page.text[:300])
        tree = etree.fromstring(page.content, etree.HTMLParser(encoding="utf-8"))
        assert not [e for e in tree.iter("script") if not e.get("src") and e.get("type") != "application/json"], path
        assert not [name for e in tree.iter(etree.Element) for name in e.attrib if str(name).startswith("on")], path
        assert not tree.xpath("//img[@src='x']")
        assert str(1234 * 5678) not in page.text
        shown += words in "".join(map(str, tree.itertext()))
    assert shown > 4


def _files_hold(client: TestClient, known: dict[str, str], words: str) -> None:
    document = quote(known["document"], safe="")
    book = client.get(f"/exports/ledgers/{document}")
    assert book.status_code == 200, book.text
    cells = [cell for sheet in load_workbook(io.BytesIO(book.content)) for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(words in str(cell.value) for cell in cells)
    forms = ("graphml", "gexf", "cyjs", "jsonld")
    files = {form: client.get(f"/exports/subgraphs/{form}?document={document}") for form in forms}
    assert {file.status_code for file in files.values()} == {200}
    for graph in (nx.parse_graphml(files["graphml"].text), nx.read_gexf(io.BytesIO(files["gexf"].content))):
        assert any(words in str(value) for _, data in graph.nodes(data=True) for value in data.values())
    for form in ("cyjs", "jsonld"):
        assert words in _texts(files[form].json())
    assert "\n" not in files["graphml"].headers["content-disposition"]
