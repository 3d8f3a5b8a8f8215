"""Search as one types, by keyboard and pointer."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_accessible import axe, faults  # noqa: F401 - a fixture

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def test_a_short_name_leads_to_its_unit_by_keyboard(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("市财局")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("云川市财政局")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(options.first.locator("b")).to_have_text(["市财", "局"])
    box.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    assert chosen
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("云川市财政局")


def test_pinyin_is_understood_and_a_click_goes_there(page: Page) -> None:
    page.goto("/view/units")
    box = page.get_by_role("combobox")
    box.press_sequentially("jiaoyutisheng")
    page.get_by_role("option", name="云川市教育提升行动方案").click()
    expect(page).to_have_url(re.compile("/view/documents/"))


def test_escape_closes_and_enter_searches(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("jy")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.press("ArrowUp")  # opens again, at the last one
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")  # beyond the last: what was typed
    box.fill("学校")
    box.press("Enter")
    expect(page).to_have_url(re.compile("/view/search"))


def test_open_suggestions_have_no_fault(page: Page, axe: str) -> None:  # noqa: F811
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("云川")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert faults(page, axe) == []


def test_a_late_answer_does_not_overtake(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/suggest\?q=%E8%B4%A2$"), hold)
    page.goto("/")
    box = page.get_by_role("combobox")
    box.fill("财")
    page.wait_for_timeout(200)
    box.fill("教育局")
    expect(page.get_by_role("option").first).to_contain_text("教育局")
    for route in held:
        route.continue_()
    page.wait_for_timeout(200)
    expect(page.get_by_role("option").first).to_contain_text("教育局")
    assert held


def test_words_of_documents_are_only_words(page: Page, watch: Any) -> None:
    row = {"kind": "单位", "name": "<img src=x onerror=alert(1)>", "marks": [[0, 3]], "context": "<b>", "href": "/"}
    page.route(re.compile(r"/suggest\?q="), lambda route: route.fulfill(json={"rows": [row]}))
    page.goto("/")
    page.get_by_role("combobox").fill("x")
    expect(page.get_by_role("option")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("[role=option] img").count() == 0
    assert watch.dialogs == []
