import json

import networkx as nx
import pytest

from api.pages.drawing import OPTIONS, VIS_FOLDER, draw
from api.pages.looks import LINES, LOOKS
from api.pages.templating import embed

WORDS = "</script><script>alert(1)</script>"


@pytest.fixture
def graph() -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(centre=["document:d"], truncated=False)
    graph.add_node("document:d", kind="document", key="d", label=WORDS, title=WORDS, facts={"status": "held"})
    graph.add_node(
        "item:d:1", kind="item", key="d:1", label="甲", title="1 甲", facts={"kind": "measure", "text": "原文"}
    )
    graph.add_node("unit:u", kind="unit", key="u", label="财政局", title="财政局", facts={"jurisdiction": "某市"})
    graph.add_edge("item:d:1", "document:d", kind="PART_OF", role=None, quote=None)
    graph.add_edge("unit:u", "item:d:1", kind="RESPONSIBLE_FOR", role="lead", quote="（财政局牵头）")
    graph.add_edge("unit:u", "item:d:1", kind="RESPONSIBLE_FOR", role="support", quote="（财政局配合）")
    return graph


PLACES = {"document:d": (0.0, 0.0), "item:d:1": (100.0, 50.0), "unit:u": (-30.0, 7.0)}


def test_positions_stay_where_they_were_computed(graph: "nx.MultiDiGraph[str]") -> None:
    nodes = {node["id"]: node for node in draw(graph, PLACES).data["nodes"]}
    assert {key: (node["x"], node["y"]) for key, node in nodes.items()} == PLACES
    assert OPTIONS["physics"] == {"enabled": False}
    assert picture_edges(graph) == [("item:d:1", "document:d"), ("unit:u", "item:d:1"), ("unit:u", "item:d:1")]


def picture_edges(graph: "nx.MultiDiGraph[str]") -> list[tuple[str, str]]:
    data = draw(graph, PLACES).data
    return [(data["nodes"][source]["id"], data["nodes"][target]["id"]) for source, target, *_ in data["edges"]]


def test_each_edge_keeps_its_role_and_quote(graph: "nx.MultiDiGraph[str]") -> None:
    picture = draw(graph, PLACES)
    assert [(edge["kind"], edge["quote"]) for edge in picture.edges] == [
        ("PART_OF", None), ("lead", "（财政局牵头）"), ("support", "（财政局配合）"),
    ]  # fmt: skip
    assert [(entry.id, entry.count) for entry in picture.edge_legend] == [("lead", 1), ("support", 1), ("PART_OF", 1)]
    assert [(entry.name, entry.count) for entry in picture.node_legend] == [("文件", 1), ("条目", 1), ("单位", 1)]


def test_no_words_end_the_data_block(graph: "nx.MultiDiGraph[str]") -> None:
    picture = draw(graph, PLACES)
    for block in (embed(picture.data), embed(picture.facts)):
        assert "<" not in block
        assert ">" not in block
    assert json.loads(embed(picture.facts))["document:d"]["label"] == WORDS


def test_pages_are_our_own_addresses(graph: "nx.MultiDiGraph[str]") -> None:
    graph.add_node("unit:j", kind="unit", key="javascript:alert(1)", label="x", title="x", facts={})
    picture = draw(graph, PLACES | {"unit:j": (1.0, 1.0)})
    assert all(node["page"].startswith("/view/") for node in picture.nodes if node["page"])
    assert all(node["graph"].startswith("/graph?") for node in picture.nodes if node["graph"])


def test_vis_network_is_in_the_installed_package() -> None:
    assert (VIS_FOLDER / "vis-network.min.js").is_file()


def test_every_colour_is_one() -> None:
    for color in [look.color for look in LOOKS.values()] + [line.color for line in LINES.values()]:
        assert color.startswith("#")
        assert len(color) == 7
