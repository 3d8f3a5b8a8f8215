"""axe-core finds no serious fault on any page, wide or narrow; no page is wider than its screen."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.node_modules import installed
from tests.sample_graph import CITED, EDUCATION, FINANCE, NOTICE, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

PAGES = [
    "/", "/view/documents", f"/view/documents/{PLAN}", f"/view/documents/{NOTICE}", f"/view/documents/{CITED}",
    "/view/units", f"/view/units/{FINANCE}?expand=members", f"/view/items/{PLAN}:1.1", "/view/search?text=学校",
    "/view/search?text=没有这个词", "/view/references", "/view/review", "/view/decisions", "/view/targets",
    f"/view/compare?before={PLAN}&after={NOTICE}", f"/view/comparison?one={PLAN}&other={NOTICE}",
    f"/view/matrix?document={PLAN}", "/view/queries", "/view/queries/pairs", "/view/jobs", "/docs", "/sign-in",
    "/nothing",
    f"/graph?document={quote(PLAN)}", f"/graph?unit={quote(FINANCE)}&partner={quote(EDUCATION)}",
]  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of the checker."""
    folder = installed(Path(__file__).parent / "axe", "axe-core", "REQUIRE_CHROMIUM")
    return (folder / "axe.min.js").read_text("utf-8")


def faults(page: Page, axe: str) -> list[tuple[str, str, str]]:
    """(rule, what it asks for, the first place) of each serious or critical fault."""
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(found => found.violations)")
    return [
        (fault["id"], fault["help"], fault["nodes"][0]["html"][:200])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody(page: Page, watch: Any, axe: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    if path == "/nothing":
        watch.errors.clear()  # Chromium says that the page answers 404
    if path.startswith("/graph"):
        page.wait_for_selector("#stage[data-ready]")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, axe) == []


def test_the_checker_finds_what_is_wrong(page: Page, axe: str) -> None:
    page.goto("/view/documents")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert [rule for rule, _, _ in faults(page, axe)] == ["label"]
