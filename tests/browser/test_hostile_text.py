import dataclasses
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from graph.load import load
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import NOTICE, notice

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'; alert(1); //",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raise %}",
    "<!--<script>alert(1)",
    "<a href=javascript:alert(1)>x</a>",
]


@pytest.mark.parametrize("words", PAYLOADS)
def test_words_of_a_document_never_run(page: Page, embedded_settings: Settings, words: str) -> None:
    graph = notice()
    items = tuple(dataclasses.replace(item, heading=words) for item in graph.items)
    units = tuple(dataclasses.replace(unit, name=f"{unit.name}{words}") for unit in graph.units)
    with open_store(embedded_settings, "write") as store:
        load(
            store,
            dataclasses.replace(
                graph, document=dataclasses.replace(graph.document, title=words), items=items, units=units
            ),
        )
    for path in (
        "/",
        "/view/documents",
        f"/view/documents/{NOTICE}",
        f"/view/items/{NOTICE}:0.1",
        "/view/queries/units",
    ):
        page.goto(path)
        assert page.evaluate("document.querySelectorAll('script:not([src])').length") == 0
    page.goto(f"/view/documents/{NOTICE}")
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    page.goto(f"/graph?document={quote(NOTICE)}")
    page.wait_for_selector("#stage[data-ready]")
    page.evaluate("name => picture.chooseNode(name, false)", f"document:{NOTICE}")
    expect(page.locator("#panel-title")).to_have_text(words)
    page.goto(f"/view/search?text={quote(words[:20])}")
