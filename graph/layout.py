"""Where the nodes of a picture stand, computed here and not in the reader's browser.

First springs: nodes push each other away, edges pull (Fruchterman and Reingold, in numpy), from a start that follows
the document: what was asked about in the middle, items around it in their order, everything else beyond its items.
Then labels: each node in turn takes the free place nearest to where the springs put it, so that no two labels of some
ten Chinese characters lie on each other.
"""

import math
from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

LABEL_WIDTH = 132.0  # pixels: ten Chinese characters of 13 and the gap between two labels
LABEL_HEIGHT = 50.0  # pixels: a node with its label below
ASPECT = 1.5
_ROOM = 25_000.0  # square pixels for each node: 60 nodes fill 1,500 × 1,000
_STEPS_WIDE = 24
_WORK = 3e7  # pairs of nodes that the springs look at in all
_LOOKED_AT = 400  # nodes that push each node in one round

Points = npt.NDArray[np.float64]


def positions(graph: "nx.Graph[str]", seed: int = 7) -> dict[str, tuple[float, float]]:
    """Pixels for each node, (0, 0) in the middle, y downwards; the same graph and seed give the same positions.

    No two nodes have labels that overlap: they stand ``LABEL_WIDTH`` apart in x or ``LABEL_HEIGHT`` apart in y, and
    twice that from a document or a centre, which are drawn larger.
    """
    if not len(graph):
        return {}
    names = sorted(graph.nodes, key=lambda name: _reading_order(name, graph.nodes[name]))
    centres = [name for name in graph.graph.get("centre", ()) if name in graph]
    pinned = np.array([name in centres for name in names])
    ends, pull = _edges(graph, names)
    points = _start(graph, names, centres, ends, seed)
    points = _spring(points, ends, pull, pinned)
    heights = [
        LABEL_HEIGHT * (2 if pin or graph.nodes[name].get("kind") == "document" else 1)
        for name, pin in zip(names, pinned, strict=True)
    ]
    return _apart(names, _fit(points, pinned), heights, _turns(graph, names, centres))


def _reading_order(name: str, data: dict[str, Any]) -> tuple[bool, str, int, str]:
    facts = data.get("facts") or {}
    return data.get("kind") != "item", str(facts.get("document", "")), int(facts.get("ordinal", 0)), name


def _edges(graph: "nx.Graph[str]", names: list[str]) -> tuple[npt.NDArray[np.intp], Points]:
    index = {name: number for number, name in enumerate(names)}
    count: dict[tuple[int, int], int] = {}
    for source, target in graph.edges():
        pair = (min(index[source], index[target]), max(index[source], index[target]))
        if source != target:
            count[pair] = count.get(pair, 0) + 1
    pairs = sorted(count)
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    degrees = np.bincount(ends.ravel(), minlength=len(names)).astype(float)
    # A hub would draw everything onto itself: an edge pulls less, the more edges its ends have.
    tame = 1 / np.sqrt(np.minimum(degrees[ends[:, 0]], degrees[ends[:, 1]])) if pairs else np.ones(0)
    return ends, np.log1p(np.array([count[pair] for pair in pairs])) * tame


def _start(
    graph: "nx.Graph[str]", names: list[str], centres: list[str], ends: npt.NDArray[np.intp], seed: int
) -> Points:
    chance = np.random.default_rng(seed)
    points = chance.normal(scale=0.05, size=(len(names), 2))
    items = [number for number, name in enumerate(names) if graph.nodes[name].get("kind") == "item"]
    ring = items or list(range(len(names)))
    angles = np.linspace(-math.pi / 2, 1.5 * math.pi, len(ring), endpoint=False)
    points[ring] += 0.6 * np.column_stack([np.cos(angles), np.sin(angles)])
    others = np.setdiff1d(np.arange(len(names)), ring)
    total, near = np.zeros_like(points), np.zeros(len(names))
    for here, there in (ends.T, ends.T[::-1]) if len(ends) else ():
        known = np.isin(there, ring)
        np.add.at(total, here[known], points[there[known]])
        np.add.at(near, here[known], 1)
    points[others] += 1.7 * total[others] / np.maximum(near[others], 1)[:, None]
    for number, name in enumerate(centres):
        points[names.index(name)] = (0.0, 0.0) if len(centres) == 1 else (1.2 * (2 * number - 1), 0.0)
    return points


def _spring(points: Points, ends: npt.NDArray[np.intp], pull: Points, pinned: npt.NDArray[np.bool_]) -> Points:
    size = len(points)
    if size < 3:
        return points
    ideal = 1.6 / math.sqrt(size)
    stride = math.ceil(size / _LOOKED_AT)
    rounds = int(min(300, max(60, _WORK * stride / size**2)))
    for number in range(rounds):
        others = points[number % stride :: stride]  # of many nodes, each round looks at its share
        move = _pushed(points, others, ideal) * stride
        if len(ends):
            along = points[ends[:, 0]] - points[ends[:, 1]]
            force = along * (np.sqrt((along**2).sum(1)) / ideal * pull)[:, None]
            for axis in (0, 1):
                move[:, axis] += np.bincount(ends[:, 1], force[:, axis], size)
                move[:, axis] -= np.bincount(ends[:, 0], force[:, axis], size)
        move -= 0.6 * points  # what hangs on nothing stays in the picture
        move[pinned] = 0.0
        length = np.sqrt((move**2).sum(1))
        step = 0.12 * (1 - number / rounds) + 0.002
        points = points + move * (np.minimum(length, step) / np.maximum(length, 1e-9))[:, None]
    return points


def _pushed(points: Points, others: Points, ideal: float) -> Points:
    """How far each point is pushed by the others: away from each, the more the nearer.

    Single precision and two products of matrices instead of a sum for each pair: these numbers are all the work there
    is for thousands of nodes.
    """
    here, there = points.astype(np.float32), others.astype(np.float32)
    one_here, one_there = np.ones((len(here), 1), np.float32), np.ones((len(there), 1), np.float32)
    square_here, square_there = ((near**2).sum(1, keepdims=True) for near in (here, there))
    push = np.hstack([here, square_here, one_here]) @ np.hstack([-2 * there, one_there, square_there]).T
    np.maximum(push, np.float32(ideal**2 * 1e-3), out=push)
    np.divide(np.float32(ideal**2), push, out=push)
    sums = push @ np.hstack([there, one_there])
    away: Points = (here * sums[:, 2:] - sums[:, :2]).astype(np.float64)
    return away


def _fit(points: Points, pinned: npt.NDArray[np.bool_]) -> Points:
    height = math.sqrt(len(points) * _ROOM / ASPECT)
    middle = points[pinned].mean(0) if pinned.any() else (points.min(0) + points.max(0)) / 2
    away = points - middle
    reach = np.maximum(np.abs(away).max(0), 1e-9)
    # Half way from distance to rank: a dense middle gets room, neighbours stay neighbours.
    rank = np.argsort(np.argsort(np.abs(away), axis=0, kind="stable"), axis=0, kind="stable") / max(len(points) - 1, 1)
    even: Points = np.sign(away) * (0.5 * np.abs(away) / reach + 0.5 * rank)
    even[np.abs(away) < 1e-9] = 0.0
    even *= np.array([height * ASPECT / 2, height / 2])
    return even


def _turns(graph: "nx.Graph[str]", names: list[str], centres: list[str]) -> list[int]:
    degrees = dict(graph.degree())
    return sorted(range(len(names)), key=lambda n: (names[n] not in centres, -degrees[names[n]], n))


def _apart(names: list[str], wanted: Points, heights: list[float], turns: list[int]) -> dict[str, tuple[float, float]]:
    taken: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    placed: dict[str, tuple[float, float]] = {}

    def is_free(x: float, y: float, height: float) -> bool:
        column, row = int(x // LABEL_WIDTH), int(y // LABEL_HEIGHT)
        for near_column in (column - 1, column, column + 1):
            for near_row in (row - 2, row - 1, row, row + 1, row + 2):
                for other_x, other_y, other_height in taken.get((near_column, near_row), ()):
                    if abs(x - other_x) < LABEL_WIDTH and abs(y - other_y) < max(height, other_height):
                        return False
        return True

    for number in turns:
        at_x, at_y = (round(float(value), 1) for value in wanted[number])
        height = heights[number]
        for step_x, step_y in _steps():
            x, y = at_x + step_x, at_y + step_y
            if is_free(x, y, height):
                break
        taken.setdefault((int(x // LABEL_WIDTH), int(y // LABEL_HEIGHT)), []).append((x, y, height))
        placed[names[number]] = (round(x, 1), round(y, 1))
    return {name: placed[name] for name in sorted(placed)}


def _steps() -> Iterator[tuple[float, float]]:
    """Ways to go, the nearest first; beyond the listed ones ever further down, where there is always room."""
    yield from _NEAR
    below = _STEPS_WIDE * LABEL_HEIGHT / 2
    while True:
        below += LABEL_HEIGHT
        yield 0.0, below


_NEAR = sorted(
    (
        (across * LABEL_WIDTH / 3, down * LABEL_HEIGHT / 2)
        for across in range(-_STEPS_WIDE // 2, _STEPS_WIDE // 2 + 1)
        for down in range(-_STEPS_WIDE, _STEPS_WIDE + 1)
    ),
    key=lambda way: (way[0] ** 2 + way[1] ** 2, way),
)
