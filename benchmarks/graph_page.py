"""How fast a picture can be used: ``python -m benchmarks.graph_page [--elements 1500 10000]``.

For made-up graphs, nodes and edges counted together, a real Chromium opens our page and stock pyvis's page (physics on,
as pyvis writes it) of the same graph. Told are the seconds from the start of loading to the first whole picture that
answers (and how long of these the page's main thread worked, which other work on the machine changes less), the frames
a second that are painted while a mouse drags the picture, and what the server needs before: the layout, and the page
with the layout kept. They are written into docs/performance.md.

Stock pyvis's page asks other hosts for styles; these requests are refused here, so it does not wait for them.
"""

import argparse
import os
import random
import re
import shutil
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate
from pyvis.network import Network
from starlette.requests import Request

from api.pages.drawing import VIS_FOLDER, draw
from api.pages.explorer import Found, values_of
from api.pages.templating import STATIC, render
from benchmarks.measured import Row, machine, seconds, table, write
from graph.placing import places_of

# Counts the frames that are painted while a hand drags the picture.
_COUNT = """() => {
  window.frames_painted = 0;
  NETWORK.on("afterDrawing", () => { window.frames_painted += 1; });
}"""
_EMPTY_PLACE = """() => {
  for (let x = 300; x < 1100; x += 17) for (let y = 200; y < 700; y += 13)
    if (NETWORK.getNodeAt({ x, y }) === undefined) return [x, y];
}"""
_DRAG_SECONDS = 2.0
_AIMS = {1500: "0.7 s, 30 frames/s", 10_000: "1.5 s, 10 frames/s"}
_PATIENCE = 120  # seconds for a page to answer
_LAID_OUT = 8_700  # nodes and edges: some 3,500 nodes
_STOCK_READY = """<script>network.once("stabilizationIterationsDone", () =>
  requestAnimationFrame(() => performance.mark("ready")));</script></body>"""


def main() -> None:
    """Draw, open, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--elements", type=int, nargs="+", default=[1500, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "static").symlink_to(str(STATIC))
        (Path(folder) / "vis").symlink_to(VIS_FOLDER)
        (Path(folder) / "lib").symlink_to(VIS_FOLDER.parent)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        site = f"http://127.0.0.1:{server.server_port}"
        where = machine()
        rows = [row for size in args.elements for row in _compare(browser, site, Path(folder), size, args.runs)]
        browser.close()
        server.shutdown()
    head = ("picture", "page", "s until it answers", "of these the page works", "frames/s while dragged", "aim")
    write("performance.md", "graph page", f"Chromium; {where}.", table(head, [*rows, _layout()]))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _compare(browser: Browser, site: str, folder: Path, elements: int, runs: int) -> list[Row]:
    graph = made_up_graph(elements)
    layout = seconds(lambda: places_of(graph))
    found = Found("云川市", "/", draw(graph, places_of(graph)), truncated=False, left_out=0)
    request = Request({"type": "http", "path": "/graph", "query_string": b"", "headers": []})
    made = seconds(lambda: render(request, "graph.html", values_of(found)))
    text = bytes(render(request, "graph.html", values_of(found)).body).decode().replace("/static/vis/", "/vis/")
    (folder / "ours.html").write_text(text, encoding="utf-8")
    (folder / "stock.html").write_text(_stock(graph), encoding="utf-8")
    size = f"{len(graph):,} nodes + {graph.number_of_edges():,} edges"
    rows: list[Row] = []
    for name, handle, title in (("ours.html", "picture.network", "our page"), ("stock.html", "network", "stock pyvis")):
        opened = [_open(browser, f"{site}/{name}", handle) for _ in range(runs if name == "ours.html" else 1)]
        if None in opened:
            rows.append((size, title, f"over {_PATIENCE} s", "–", "–", "–"))
            continue
        ready, worked, frames = (median(column) for column in zip(*filter(None, opened), strict=True))
        aim = _AIMS.get(elements, "–") if name == "ours.html" else "–"
        rows.append((size, title, f"{ready:.2f}", f"{worked:.2f}", f"{frames:.0f}", aim))
    rows.append((size, "on the server", f"layout {layout:.2f}, page {made:.2f}", "–", "–", "–"))
    return rows


def _layout() -> Row:
    graph = made_up_graph(_LAID_OUT)
    first, again = seconds(lambda: places_of(graph)), seconds(lambda: places_of(graph))
    return f"layout of {len(graph):,} nodes", "on the server", f"{first:.2f}; kept {again:.3f}", "–", "–", "1 s"


def _open(browser: Browser, address: str, handle: str) -> tuple[float, float, float] | None:
    """Seconds until it answers, seconds of work of its main thread until then, frames a second while dragged."""
    page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
    site = address.rpartition("/")[0]
    page.route(lambda url: not url.startswith(site), lambda route: route.abort())
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        page.goto(address, timeout=_PATIENCE * 1000)
        page.wait_for_function("performance.getEntriesByName('ready').length > 0", timeout=_PATIENCE * 1000)
    except TooLate:
        page.close()
        return None
    ready = page.evaluate("performance.getEntriesByName('ready')[0].startTime") / 1000
    told = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
    page.evaluate(_COUNT.replace("NETWORK", handle))
    x, y = page.evaluate(_EMPTY_PLACE.replace("NETWORK", handle))
    box = page.locator("canvas").first.bounding_box() or {"x": 0, "y": 0}
    x, y = x + box["x"], y + box["y"]
    page.mouse.move(x, y)
    page.mouse.down()
    begun, moved = time.perf_counter(), 0
    while time.perf_counter() - begun < _DRAG_SECONDS:
        moved += 1
        page.mouse.move(x + moved * 3 % 200, y + moved * 2 % 150)
    page.mouse.up()
    frames = page.evaluate("window.frames_painted") / (time.perf_counter() - begun)
    page.close()
    return ready, told["TaskDuration"], frames


def _stock(graph: "nx.MultiDiGraph[str]") -> str:
    network = Network(directed=True, height="900px", cdn_resources="local")
    network.from_nx(nx.MultiDiGraph([(a, b) for a, b in graph.edges()]))
    page = str(network.generate_html()).replace("</body>", _STOCK_READY)
    # Even with local resources its page loads vis-network from another host, with a digest; here it is the same file.
    return re.sub(r"<script src=\"https://cdnjs[^>]*>", '<script src="vis/vis-network.min.js">', page)


def made_up_graph(elements: int) -> "nx.MultiDiGraph[str]":
    """A document with items and the units of these, of about so many nodes and edges together."""
    chance = random.Random(elements)  # noqa: S311 - made-up data, no secret
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(centre=["document:d"], truncated=False)
    graph.add_node("document:d", kind="document", key="d", label="行动方案", title="行动方案", facts={"status": "held"})
    items = elements // 8
    for number in range(items):
        facts = {"kind": "measure", "ordinal": number, "document": "d"}
        name = f"第{number}项：推进教育质量提升"
        graph.add_node(f"item:d:{number}", kind="item", key=f"d:{number}", label=name, title=name, facts=facts)
        graph.add_edge(f"item:d:{number}", "document:d", kind="PART_OF", role=None, quote=None)
    while len(graph) + graph.number_of_edges() < elements:
        name = f"云川市第{len(graph)}局"
        unit = f"unit:云川市:{name}"
        graph.add_node(
            unit, kind="unit", key=f"云川市:{name}", label=name, title=name, facts={"jurisdiction": "云川市"}
        )
        for item in chance.sample(range(items), min(items, 1 + int(chance.expovariate(0.9)))):
            role, quote = chance.choice(["lead", "support", "responsible"]), f"（{name}负责第{item}项）"
            evidence = {"document": "d", "start": 20 * item, "end": 20 * item + 9}
            graph.add_edge(unit, f"item:d:{item}", kind="RESPONSIBLE_FOR", role=role, quote=quote, **evidence)
    return graph


if __name__ == "__main__":
    main()
