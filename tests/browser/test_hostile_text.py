"""No word of a document ever runs, asks another host or becomes a part of a page, whatever field it stands in."""

import dataclasses
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from graph.load import load
from graph.records import SuccessionRecord, TargetRecord
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import EDUCATION, FINANCE, NOTICE, PLAN, notice, plan

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></textarea></style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=https://example.org/a.png>",
    '"><svg onload=alert(1)>',
    "<svg><script>alert(1)</script><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onclick='alert(1)' x='",
    "` onmouseover=alert(1) `",
    "javascript:alert(1)//",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<template><script>alert(1)</script></template>",
    "{{ 7 * 7 }}{% raise %}${alert(1)}",
    "'; alert(1); //",
    "<!--<script>alert(1)",
    "<style>@import 'https://example.org/a.css'; *{background:url(https://example.org/b)}</style>",
    "<link rel=stylesheet href=https://example.org/c.css><base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "</p style='x:expression(alert(1))'>",
    "\u202e<script>alert(1)</script>\u202c",  # written from right to left
    "<scr\u0000ipt>alert(1)</scr\u0000ipt>\ufeff",
    "＜script＞alert(1)＜/script＞",  # full width, made narrow where names are compared
    "<ſcript>alert(1)</ſcript>\u2028alert(1)\u2029",  # a long s is an s in upper case
    "&lt;script&gt;alert(1)&lt;/script&gt;&#x3c;img src=x onerror=alert(1)&#x3e;",
    "]]><script>alert(1)</script>",
)
SHOWN = {
    "title", "doc_number", "recipients", "source_name", "label", "heading", "name", "metric", "role_as_written",
    "as_written", "deadline", "quote", "rule", "cited_title", "jurisdiction",
}  # fmt: skip
HOSTILE_UNIT = '云川市:"><svg onload=alert(1)>'
TITLE = "".join(PAYLOADS)
PAGES = (
    "/", "/view/documents", f"/view/documents/{quote(PLAN)}", f"/view/documents/{quote(NOTICE)}", "/view/units",
    f"/view/units/{quote(HOSTILE_UNIT, safe='')}?expand=members", f"/view/units/{quote(EDUCATION)}",
    f"/view/items/{quote(PLAN)}:1.1", f"/view/items/{quote(NOTICE)}:0.1", "/view/references", "/view/review",
    "/view/targets", f"/view/matrix?document={quote(PLAN)}", "/view/queries/projects", "/view/queries/pairs",
    f"/view/compare?before={quote(PLAN)}&after={quote(NOTICE)}", "/view/search?text=alert",
    f"/view/comparison?one={quote(PLAN)}&other={quote(NOTICE)}",
)  # fmt: skip
FOREIGN = """() => [...document.querySelectorAll("*")].flatMap((part) => [
  ...(part.matches(`iframe, object, embed, base, meta[http-equiv], style, svg script, svg animate, img:not([src^='/']),
    link:not([href^='/']), script:not([src^='/static/']):not([type='application/json'])`) ? [part.outerHTML] : []),
  ...[...part.attributes].filter(({ name, value }) => name.startsWith("on")
    || name === "style" && part.tagName !== "DIV" && part.tagName !== "CANVAS"
    || ["href", "src", "action", "formaction", "xlink:href"].includes(name) && !/^[/#?]/.test(value)
  ).map(({ name, value }) => `${name}=${value}`),
])"""


def hostile(thing: Any, payloads: Iterator[str]) -> Any:
    """The same records with a payload at the head of every field that pages show, and all of them behind it."""
    if isinstance(thing, tuple):
        return tuple(hostile(each, payloads) for each in thing)
    if isinstance(thing, str):
        return HOSTILE_UNIT if thing == FINANCE else thing
    if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
        return thing
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        own = {TargetRecord: "unit", SuccessionRecord: "source"}.get(type(thing))  # elsewhere these are keys
        shown = field.name in SHOWN or field.name == own
        if shown and isinstance(value, str):
            changed[field.name] = next(payloads) + TITLE
        elif field.name == "warnings":
            changed[field.name] = PAYLOADS
        elif field.name == "text":
            changed[field.name] = (TITLE * (len(value) // len(TITLE) + 1))[: max(len(value), len(TITLE))]
        else:
            changed[field.name] = hostile(value, payloads)
    return dataclasses.replace(thing, **changed)


@pytest.fixture(scope="module")
def _hostile(site: str, embedded_settings: Settings, emptied: Callable[[GraphStore], None]) -> None:  # noqa: ARG001 - after the site's own documents
    payloads = cycle(PAYLOADS)
    with open_store(embedded_settings, "write") as store:
        emptied(store)
        for graph in (plan(), notice()):
            load(store, hostile(graph, payloads))


@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize("path", PAGES)
def test_words_of_a_document_never_run(page: Page, path: str) -> None:
    answer = page.goto(path)
    assert answer
    assert answer.status == 200
    expect(page.locator("main")).to_contain_text("alert(1)")  # the words are shown, as words
    assert page.evaluate(FOREIGN) == []
    page.mouse.move(400, 400)
    page.keyboard.press("Tab")


@pytest.mark.usefixtures("_hostile")
def test_words_of_a_document_never_run_in_the_graph(page: Page, watch: Any, tmp_path: Path) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    page.wait_for_selector("#stage[data-ready]")
    for name in ("document:" + PLAN, "unit:" + HOSTILE_UNIT, f"item:{PLAN}:1.1"):
        page.evaluate("name => picture.chooseNode(name, false)", name)
        expect(page.locator("#panel-title")).to_contain_text("alert(1)")
        assert page.evaluate(FOREIGN) == []
    edge = page.evaluate("[...picture.edges.values()].find((edge) => edge.kind === 'lead').id")
    page.evaluate("id => picture.chooseEdge(id)", edge)
    expect(page.locator("#panel-quote mark")).to_be_visible()
    page.locator("#twin summary").click()
    expect(page.locator("#twin tbody")).to_contain_text("alert(1)")
    page.get_by_label("查找节点").fill("alert")
    page.get_by_role("combobox", name="搜索").fill("alert")
    expect(page.get_by_role("option").first).to_contain_text("alert(1)")
    assert page.evaluate(FOREIGN) == []
    with page.expect_download() as kept:
        page.get_by_role("link", name="HTML").click()
    alone = page.context.new_page()
    alone.on("dialog", lambda dialog: watch.dialogs.append(dialog.message))
    kept.value.save_as(tmp_path / "picture.html")
    alone.goto((tmp_path / "picture.html").as_uri())
    alone.wait_for_selector("#stage[data-ready]")
    alone.evaluate("name => picture.chooseNode(name, false)", "document:" + PLAN)
    expect(alone.locator("#panel-title")).to_contain_text("alert(1)")
    alone.close()


def test_the_check_finds_what_is_foreign(page: Page) -> None:
    page.goto("/view/documents")
    put = "words => document.querySelector('main').insertAdjacentHTML('beforeend', words)"
    page.evaluate(put, "<i onfoo=x></i><a href=javascript:0>")
    assert page.evaluate(FOREIGN) == ["onfoo=x", "href=javascript:0"]
