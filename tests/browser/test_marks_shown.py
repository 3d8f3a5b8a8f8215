"""On the page of a document its text and its facts show each other."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"


def test_text_and_facts_show_each_other(page: Page) -> None:
    page.goto("/")
    page.locator("input[type=file]").set_input_files(EXAMPLE)
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
