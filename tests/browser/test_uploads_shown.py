"""Several files are sent from the page, and what was read of each, and what was not, is seen while they are read."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"
WAIT = 120_000  # milliseconds: the files are read in processes of their own, which start first


def test_each_file_is_told_of(page: Page, tmp_path: Path) -> None:
    broken = tmp_path / "<b>坏.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    page.goto("/view/jobs")
    page.get_by_label("政策文件").set_input_files([EXAMPLE, broken])
    page.get_by_role("button", name="上传并解析").click()
    job = page.locator("#job")
    expect(job).to_have_attribute("data-state", "done", timeout=WAIT)
    rows = job.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("已入库")
    expect(rows.first.get_by_role("link")).to_have_text("贵阳贵安教育三年攻坚行动方案")
    expect(rows.last).to_contain_text("<b>坏.pdf")
    expect(rows.last).to_contain_text("未能读取")
    page.get_by_role("link", name="上传", exact=True).click()
    expect(page.locator("main li").first).to_contain_text("2 个文件，已处理 2 个，未能读取 1 个")


def test_where_no_file_was_chosen_nothing_is_sent(page: Page) -> None:
    page.goto("/view/jobs")
    page.get_by_role("button", name="上传并解析").click()
    expect(page).to_have_url("/view/jobs")
    expect(page.get_by_role("alert")).to_be_hidden()
