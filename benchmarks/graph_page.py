"""How fast a picture can be used: ``python -m benchmarks.graph_page [--elements 1500 10000]``.

For made-up graphs, nodes and edges counted together, a real Chromium opens our page and stock pyvis's page (physics on,
as pyvis writes it) of the same graph. Printed are the seconds from the start of loading to the first whole picture that
answers, the milliseconds a frame while the picture is dragged, and what the server needs before: the layout, and the
page with the layout kept.

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
from pyvis.network import Network
from starlette.requests import Request

from api.drawing import VIS_FOLDER, draw
from api.explorer import Found, values_of
from api.templating import STATIC, render
from graph.placing import places_of

_DRAG = """async () => {
  const times = [];
  let last = performance.now();
  await new Promise((done) => {
    const step = (now) => {
      times.push(now - last);
      last = now;
      const at = NETWORK.getViewPosition();
      NETWORK.moveTo({ position: { x: at.x + 6, y: at.y + 3 } });
      if (times.length > 30) done(); else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return times.slice(1);
}"""
_STOCK_READY = """<script>network.once("stabilizationIterationsDone", () =>
  requestAnimationFrame(() => performance.mark("drawn")));</script></body>"""


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
        for elements in args.elements:
            _compare(browser, f"http://127.0.0.1:{server.server_port}", Path(folder), elements, args.runs)
        browser.close()
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _compare(browser: Browser, site: str, folder: Path, elements: int, runs: int) -> None:
    graph = made_up_graph(elements)
    begun = time.perf_counter()
    places_of(graph)
    laid_out = time.perf_counter() - begun
    begun = time.perf_counter()
    found = Found("云川市", "/", draw(graph, places_of(graph)), truncated=False, left_out=0)
    request = Request({"type": "http", "path": "/graph", "query_string": b"", "headers": []})
    answer = render(request, "graph.html", values_of(found))
    made = time.perf_counter() - begun
    text = bytes(answer.body).decode().replace("/static/vis/", "/vis/")
    (folder / "ours.html").write_text(text, encoding="utf-8")
    (folder / "stock.html").write_text(_stock(graph), encoding="utf-8")
    print(
        f"{len(graph)} nodes + {graph.number_of_edges()} edges; "
        f"layout {laid_out:.2f} s, page {made:.2f} s on the server"
    )
    for name, handle, times in (("ours.html", "picture.network", runs), ("stock.html", "network", 1)):
        opened = [_open(browser, f"{site}/{name}", handle) for _ in range(times)]
        ready, frame = median(one[0] for one in opened), median(one[1] for one in opened)
        print(f"  {name:11} {ready:6.2f} s to the picture   {frame:6.0f} ms a frame")


def _open(browser: Browser, address: str, handle: str) -> tuple[float, float]:
    page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
    site = address.rpartition("/")[0]
    page.route(lambda url: not url.startswith(site), lambda route: route.abort())
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('drawn').length > 0", timeout=60_000)
    ready = page.evaluate("performance.getEntriesByName('drawn')[0].startTime") / 1000
    frame = median(page.evaluate(_DRAG.replace("NETWORK", handle)))
    page.close()
    return ready, frame


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
