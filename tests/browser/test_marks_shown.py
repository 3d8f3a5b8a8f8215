"""On the page of a document its text and its facts show each other."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.sample_graph import PLAN

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"


def test_text_and_facts_show_each_other(page: Page) -> None:
    page.goto("/")
    page.get_by_label("政策文件").set_input_files(EXAMPLE)
    page.get_by_role("button", name="上传并解析").click()
    article = page.locator("article", has=page.locator("mark.clause")).first
    expect(article).to_be_visible(timeout=30_000)
    clause, chips = article.locator("mark.clause").first, article.locator(".duty span[data-marks]")
    clause.hover()
    expect(clause).to_have_class(re.compile(r"\blit\b"))
    for chip in chips.all():
        expect(chip).to_have_class(re.compile(r"\blit\b"))
    page.get_by_role("heading", level=1).hover()
    expect(page.locator(".lit")).to_have_count(0)
    chips.first.hover()
    expect(clause).to_have_class(re.compile(r"\blit\b"))
    article.locator(".duty .place").first.click()
    expect(page).to_have_url(re.compile(r"#clause-\d+-\d+$"))
    expect(clause).to_be_in_viewport()
    assert clause.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    target = page.locator("mark.target").first
    names = (target.get_attribute("data-marks") or "").split()
    target.click()
    assert page.evaluate("document.activeElement.closest('[data-marks]').dataset.marks") == names[-1]


def test_all_text_stands_there_and_kinds_can_be_unmarked(page: Page) -> None:
    page.goto(f"/view/documents/{quote(PLAN)}")
    expect(page.locator(".rest").first).to_contain_text("关于印发云川市教育提升行动方案的通知")
    clause = page.locator("article mark.clause").first
    border = "one => getComputedStyle(one).borderBottomColor"
    assert clause.evaluate(border) == "rgb(47, 102, 144)"
    page.get_by_label("责任").uncheck()
    assert clause.evaluate(border) == "rgba(0, 0, 0, 0)"
    page.locator("article").nth(1).scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    expect(page.locator(".toc [aria-current]")).to_have_count(1)
