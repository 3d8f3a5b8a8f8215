import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.sample_graph import FINANCE, HEALTH, NOTICE, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

EXAMPLE = Path(__file__).parents[2] / "examples" / "guiyang-education-2023.txt"


def drawn(page: Page) -> None:
    page.wait_for_selector("#stage[data-ready]")


def click_node(page: Page, name: str) -> None:
    box = page.locator("#canvas").bounding_box()
    assert box
    place: dict[str, Any] = page.evaluate("name => picture.placeOf(name)", name)
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def test_from_the_start_page_to_the_graph(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="云川市教育提升行动方案").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("云川市教育提升行动方案")
    page.locator("article").get_by_role("link", name="云川市财政局").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("云川市财政局")
    expect(page.get_by_role("heading", name="共同负责的单位")).to_be_visible()
    page.get_by_role("link", name="打开图谱").click()
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("云川市财政局")
    assert page.evaluate("document.fonts.check('14px sans-serif', '贵阳市财政局')")


def test_a_click_on_a_node_shows_its_words(page: Page) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    drawn(page)
    click_node(page, f"item:{PLAN}:1.1")
    expect(page.locator("#panel-quote")).to_contain_text("市财政局")
    page.locator("#panel-page").click()
    expect(page.get_by_role("heading", name="责任单位")).to_be_visible()


def test_a_click_on_an_edge_shows_the_clause(page: Page) -> None:
    page.goto(f"/graph?unit={quote(FINANCE)}")
    drawn(page)
    ends = page.evaluate(
        "() => { const edge = [...picture.edges.values()]"
        ".find(edge => edge.from.startsWith('unit:') && edge.to.startsWith('item:'));"
        "return [picture.placeOf(edge.from), picture.placeOf(edge.to)] }"
    )
    box = page.locator("#canvas").bounding_box()
    assert box
    # A third of the way: nearer the unit than the label below the item.
    x, y = (ends[0][axis] + (ends[1][axis] - ends[0][axis]) * 0.45 for axis in ("x", "y"))
    page.mouse.click(box["x"] + x, box["y"] + y)
    expect(page.locator("#panel-quote")).to_contain_text("市财政局")


def test_the_legend_hides_and_shows(page: Page) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    drawn(page)
    visible = "kind => JSON.parse(document.getElementById('picture').textContent).nodes.filter(n => n.group === kind)"
    visible += ".filter(n => !picture.network.body.nodes[n.id].options.hidden).length"
    before = page.evaluate(visible, "unit")
    entry = page.locator(".entry[data-kind=unit]")
    expect(entry.locator(".count")).to_have_text(str(before))
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(visible, "unit") == 0
    entry.click()
    assert page.evaluate(visible, "unit") == before > 0


def test_a_view_is_made_undone_and_shared(page: Page) -> None:
    count = "() => Object.values(picture.network.body.nodes).filter(n => n.id && !n.options.hidden).length"
    page.goto(f"/graph?document={quote(NOTICE)}")
    drawn(page)
    before = page.evaluate(count)
    page.evaluate("name => picture.chooseNode(name, false)", f"unit:{FINANCE}")
    page.get_by_role("button", name="路径起点").click()
    page.get_by_role("button", name="展开邻居").click()
    shown = before
    for _ in range(100):  # wait_for_function would evaluate a text, which the page's policy forbids
        page.wait_for_timeout(50)
        if (shown := page.evaluate(count)) > before:
            break
    assert shown > before
    page.evaluate("name => picture.chooseNode(name, false)", f"item:{PLAN}:1.1")
    page.get_by_role("button", name="到这里的路径").click()
    expect(page.locator("#panel-near-title")).to_have_text("路径 1 步")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    drawn(page)
    expect(page.locator("#panel-near-title")).to_have_text("路径 1 步")
    assert page.evaluate(count) == shown
    page.locator(".entry[data-kind=unit]").click()
    assert page.evaluate(count) < shown
    page.get_by_role("button", name="撤销").click()
    assert page.evaluate(count) == shown


def test_a_quotation_stands_in_its_context(page: Page) -> None:
    page.goto(f"/graph?unit={quote(FINANCE)}")
    drawn(page)
    page.evaluate("name => picture.chooseNode(name, false)", f"unit:{FINANCE}")
    page.locator("#panel-near button").first.wait_for()
    answer = page.request.get(f"/graph/context?document={quote(PLAN)}&start=5&end=9").json()
    assert len(answer["quote"]) == 4
    assert answer["before"]


def test_the_picture_as_one_file_needs_no_server(page: Page, tmp_path: Path) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    drawn(page)
    with page.expect_download() as kept:
        page.get_by_role("link", name="HTML").click()
    file = tmp_path / "picture.html"
    kept.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert "src=" not in text.split("<script", maxsplit=1)[0]
    with page.expect_download() as drawn_as:
        page.get_by_role("button", name="PNG").click()
    assert drawn_as.value.suggested_filename.endswith(".png")
    alone = page.context.new_page()
    wrong: list[str] = []
    alone.on("console", lambda said: wrong.append(said.text))
    alone.on("pageerror", lambda error: wrong.append(str(error)))
    alone.goto(file.as_uri())
    drawn(alone)
    alone.evaluate("name => picture.chooseNode(name, false)", f"document:{PLAN}")
    expect(alone.locator("#panel-title")).to_have_text("云川市教育提升行动方案")
    assert wrong == []


def test_find_goes_to_the_node(page: Page) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    drawn(page)
    page.get_by_label("查找节点").fill("财政")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("云川市财政局")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_the_table_twin_holds_every_edge(page: Page) -> None:
    page.goto(f"/graph?document={quote(NOTICE)}")
    drawn(page)
    page.locator("#twin summary").click()
    edges = page.evaluate("picture.edges.size")
    assert edges > 0
    expect(page.locator("#twin tbody tr")).to_have_count(edges)  # filled when it is opened
    page.locator("#twin tbody a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/view/"))


def test_an_upload_leads_to_its_document(page: Page) -> None:
    page.goto("/")
    page.set_input_files("input[type=file]", EXAMPLE)
    page.get_by_role("button", name="上传并解析").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("贵阳贵安教育三年攻坚行动方案")


@pytest.mark.parametrize("width", [375, 768, 1440])
@pytest.mark.parametrize(
    "path",
    ["/", f"/view/documents/{PLAN}", f"/view/units/{FINANCE}", f"/view/items/{PLAN}:1.1", "/view/queries/pairs",
     f"/graph?document={quote(PLAN)}", "/docs", "/view/documents", "/view/queries"],
)  # fmt: skip
def test_no_page_is_wider_than_its_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


STATE = "() => JSON.stringify({ ...picture.state, offNode: [...picture.state.offNode],"
STATE += " offEdge: [...picture.state.offEdge],"
STATE += " gone: [...picture.state.gone], more: [...picture.state.more], pins: [...picture.state.pins] })"
HIDDEN = "() => Object.values(picture.network.body.nodes).filter(n => n.options.hidden).map(n => n.id).sort()"


def test_an_address_holds_all_that_was_chosen(page: Page) -> None:
    page.goto(f"/graph?document={quote(NOTICE)}")
    drawn(page)
    page.evaluate("name => picture.chooseNode(name, false)", f"unit:{FINANCE}")
    home = page.evaluate("name => picture.network.getPosition(name)", f"unit:{FINANCE}")
    with page.expect_response(re.compile("/graph/beside")):
        page.get_by_role("button", name="展开邻居").click()
    expect(page.get_by_role("button", name="撤销")).to_be_enabled()
    page.evaluate("name => picture.hold(name, [77, -55])", f"unit:{FINANCE}")
    page.locator(".entry[data-kind=target]").click()
    page.locator(".entry[data-kind=responsible]").click()
    page.get_by_role("button", name="关系名").click()
    state, hidden, address = page.evaluate(STATE), page.evaluate(HIDDEN), page.url
    assert len(hidden) > 0
    page.goto("about:blank")
    page.goto(address)
    drawn(page)
    expect(page.locator(".entry[data-kind=target]")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(STATE) == state
    assert page.evaluate(HIDDEN) == hidden
    place = page.evaluate("name => picture.network.getPosition(name)", f"unit:{FINANCE}")
    assert place == {"x": 77, "y": -55}
    expect(page.locator("#panel-title")).to_have_text("云川市财政局")
    page.get_by_role("button", name="取消固定").click()
    assert page.evaluate("name => picture.network.getPosition(name)", f"unit:{FINANCE}") == home
    page.get_by_role("button", name="撤销").click()
    assert page.evaluate("name => picture.network.getPosition(name)", f"unit:{FINANCE}") == place


def test_what_is_out_of_focus_is_covered(page: Page) -> None:
    page.goto(f"/graph?document={quote(PLAN)}")
    drawn(page)
    colour = """name => new Promise((told) => {
      picture.network.once("afterDrawing", () => {
        const { x, y } = picture.placeOf(name), dot = document.createElement("canvas");
        const pen = dot.getContext("2d", { willReadFrequently: true });
        pen.drawImage(picture.network.canvas.frame.canvas, x, y, 1, 1, 0, 0, 1, 1);
        told([...pen.getImageData(0, 0, 1, 1).data]);
      });
      picture.network.redraw();
    })"""
    health = f"unit:{HEALTH}"
    assert page.evaluate(colour, health)[:3] == [0x2F, 0x66, 0x90]
    page.evaluate("name => picture.chooseNode(name, false)", f"item:{PLAN}:1.1")
    assert min(page.evaluate(colour, health)[:3]) > 200
    assert page.evaluate(colour, f"unit:{FINANCE}")[:3] == [0x2F, 0x66, 0x90]
    page.keyboard.press("Escape")
    assert page.evaluate(colour, health)[:3] == [0x2F, 0x66, 0x90]
