"""Comparison, targets and matrix in a real browser: the main path of each, wide and narrow."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.sample_graph import FINANCE, NOTICE, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def test_a_document_is_set_beside_another(page: Page) -> None:
    page.goto(f"/view/documents/{quote(PLAN)}")
    page.get_by_role("link", name="与另一份对照").click()
    expect(page.get_by_label("前者")).to_have_value(PLAN)
    page.get_by_label("后者").fill(NOTICE)
    page.get_by_role("button", name="对照").click()
    expect(page.get_by_role("heading", name="双方都有")).to_be_visible()
    row = page.get_by_role("row", name="教育").first
    expect(row).to_contain_text("云川市教育局")
    row.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="责任单位")).to_be_visible()


def test_a_year_is_chosen_on_the_timeline(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="目标").click()
    page.get_by_role("link", name="2027 1 个目标").click()
    expect(page).to_have_url(re.compile(r"year=2027$"))
    expect(page.get_by_role("cell", name="新建学校", exact=True)).to_be_visible()
    chosen = page.locator(".timeline [aria-current] rect")
    assert chosen.evaluate("one => getComputedStyle(one).fill") == "rgb(158, 43, 37)"


def test_a_matrix_keeps_its_heads_and_leads_to_the_items(page: Page) -> None:
    page.goto(f"/view/matrix?document={quote(PLAN)}")
    cell = page.locator("td.role-lead")
    expect(cell).to_have_text("牵")
    assert cell.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(181, 68, 46)"
    assert page.locator(".heat thead th").nth(1).evaluate("one => getComputedStyle(one).position") == "sticky"
    page.locator("td.heat-5 a").first.click()
    expect(page.locator("tbody tr")).to_have_count(2)


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize(
    "path",
    [f"/view/comparison?one={PLAN}&other={NOTICE}", "/view/targets", f"/view/matrix?document={PLAN}",
     f"/view/units/{FINANCE}"],
)  # fmt: skip
def test_no_page_is_wider_than_its_screen(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
