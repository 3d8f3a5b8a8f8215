"""The register of references, a decision made and undone, and two versions compared, in a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from graph.load import load
from graph.review import decisions, undo
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_doubts import SECOND, doubtful_documents
from tests.sample_graph import NOTICE, PLAN, plan

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


@pytest.fixture(scope="module")
def _doubts(site: str, embedded_settings: Settings, emptied: Callable[[GraphStore], None]) -> Iterator[None]:  # noqa: ARG001 - after the site's own documents
    """Two versions of the plan, then what leaves something to decide."""
    with open_store(embedded_settings, "write") as store:
        emptied(store)
        load(store, plan(without_health=True))
        for document in doubtful_documents():
            load(store, document)
        yield
        for made in decisions(store):
            undo(store, made.key)


@pytest.mark.usefixtures("_doubts")
def test_an_ambiguous_reference_is_settled_and_opened_again(page: Page) -> None:
    page.goto("/view/references")
    row = page.locator("tbody tr", has_text="有歧义")
    expect(row).to_contain_text(f"（{SECOND}）")
    row.get_by_role("link", name="核对").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("核对")
    first = page.locator(".candidate", has=page.get_by_role("link", name=PLAN))
    first.get_by_label("决定人").fill("王敏")
    first.get_by_label("理由").fill("同一标题")
    first.get_by_role("button", name="相同").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("已保存，1 份文件随之更新。")
    expect(page.locator(".candidate")).to_have_count(0)
    made = page.locator("tbody tr", has_text="同一标题")
    expect(made).to_contain_text("王敏")
    page.goto("/view/references")
    expect(page.locator("tbody tr", has_text="有歧义")).to_have_count(0)
    page.goto("/view/review")
    page.locator("tbody tr", has_text="同一标题").get_by_role("button", name="撤销").click()
    expect(page.locator("tbody")).to_contain_text("还没有人工决定")
    page.goto("/view/references")
    expect(page.locator("tbody tr", has_text="有歧义")).to_have_count(1)


@pytest.mark.usefixtures("_doubts")
def test_a_role_is_corrected_and_a_name_split(page: Page) -> None:
    page.goto("/view/review?about=role")
    expect(page.locator(".candidate")).to_have_count(2)
    finance = page.locator(".candidate", has=page.get_by_role("heading", name="市财政局"))
    finance.get_by_label("决定人").first.fill("王敏")
    finance.get_by_role("button", name="配合").click()
    expect(page.locator(".candidate")).to_have_count(1)
    page.get_by_label("其实是几个单位").fill("云川市教育局、云川市体育局")
    page.get_by_role("button", name="拆分").click()
    expect(page.get_by_role("main").get_by_role("status")).to_be_visible()
    page.goto(f"/view/items/{NOTICE}:0.1")
    expect(page.locator("main")).to_contain_text("云川市体育局")
    expect(page.locator("main")).to_contain_text("配合")


@pytest.mark.usefixtures("_doubts")
def test_two_versions_are_compared(page: Page) -> None:
    page.goto(f"/view/documents/{PLAN}")
    page.get_by_role("link", name="比较").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("比较")
    expect(page.get_by_role("heading", name="新增的条目")).to_be_visible()
    expect(page.locator("ins").first).to_contain_text("配备校医")


@pytest.mark.usefixtures("_doubts")
@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize(
    "path",
    ["/view/references", "/view/review", "/view/decisions", f"/view/compare?before={PLAN}&after={SECOND}"],
)
def test_no_page_of_these_is_wider_than_its_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
