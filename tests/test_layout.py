import random
import time

import networkx as nx
import pytest

from graph.layout import LABEL_HEIGHT, LABEL_WIDTH, positions
from graph.placing import places_of


def _picture(size: int) -> "nx.MultiDiGraph[str]":
    chance = random.Random(size)  # noqa: S311 - made-up data, no secret
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(centre=["document:d"])
    graph.add_node("document:d", kind="document")
    items = max(1, size // 3)
    for number in range(min(items, size - 1)):
        graph.add_node(f"item:{number}", kind="item", facts={"document": "d", "ordinal": number})
        graph.add_edge(f"item:{number}", "document:d")
    while len(graph) < size:
        unit = f"unit:{len(graph)}"
        for _ in range(1 + int(chance.expovariate(0.4))):
            graph.add_edge(unit, f"item:{chance.randrange(items)}", kind="RESPONSIBLE_FOR")
    return graph


@pytest.mark.parametrize("size", [1, 2, 3, 60, 300])
def test_no_labels_overlap_and_all_stays_in_a_box(size: int) -> None:
    found = positions(_picture(size))
    assert len(found) == size
    places = list(found.values())
    for number, (x, y) in enumerate(places):
        assert all(abs(x - a) >= LABEL_WIDTH - 0.2 or abs(y - b) >= LABEL_HEIGHT - 0.2 for a, b in places[:number])
    half = 1.3 * (25_000 * size * 1.5) ** 0.5 / 2 + LABEL_WIDTH
    assert max(abs(c) for place in places for c in place) <= half


def test_sixty_nodes_fit_a_page() -> None:
    places = positions(_picture(60)).values()
    assert max(abs(x) for x, _ in places) <= 800
    assert max(abs(y) for _, y in places) <= 550


def test_the_same_graph_gives_the_same_picture_in_whatever_order_it_was_made() -> None:
    graph = _picture(60)
    again: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    again.add_nodes_from(reversed(list(graph.nodes(data=True))))
    again.add_edges_from(graph.edges(data=True))
    assert positions(graph) == positions(graph) == positions(again)


def test_what_was_asked_about_stands_in_the_middle() -> None:
    assert positions(_picture(60))["document:d"] == (0.0, 0.0)


def test_nothing_has_no_places() -> None:
    assert positions(nx.MultiDiGraph()) == {}


def test_a_crowd_is_placed_in_good_time() -> None:
    graph = _picture(1500)
    begun = time.perf_counter()
    positions(graph)
    assert time.perf_counter() - begun < 5  # 0.5 s on an idle laptop core


def test_places_are_kept_for_the_same_graph_only() -> None:
    graph = _picture(60)
    found = places_of(graph)
    assert places_of(_picture(60)) is found
    graph.add_edge("item:0", "item:1")
    assert places_of(graph) is not found
