"""Matrices of a document as grids that a page can draw: rows, columns, and what stands where they meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any

SHADES = 5  # from pale to full
_STRONGEST = ("lead", "responsible", "support", "guide", "implement")


@dataclass(frozen=True, slots=True)
class Head:
    """A row or a column; ``count`` is of the whole document, also of what the grid leaves out."""

    key: str
    name: str
    count: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet: the class that colours it, what it says, and why."""

    look: str
    text: str
    note: str


@dataclass(slots=True)
class Grid:
    """Rows and columns in order, cells by (row key, column key)."""

    rows: list[Head] = field(default_factory=list)
    columns: list[Head] = field(default_factory=list)
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)


def of_items(found: Iterable[Mapping[str, Any]], words: Mapping[str, str]) -> Grid:
    """Items by units, from the rows of ``matrix_of_document``; ``words`` name the roles.

    A unit with several roles in an item has the colour of the first of: lead, responsible, support, guide, implement.
    """
    grid = Grid()
    items: dict[str, Head] = {}
    units: dict[str, Head] = {}
    for row in found:
        items.setdefault(row["item"], Head(row["item"], row["heading"], row["item_units"], row["path"]))
        units.setdefault(row["unit"], Head(row["unit"], row["name"], row["unit_items"]))
        roles = [role for role in _STRONGEST if role in row["roles"]]
        said = "、".join(words[role] for role in roles)
        cell = Cell(f"role-{roles[0]}", words[roles[0]][0], f"{row['name']} · {row['path']}：{said}\n{row['quote']}")
        grid.cells[row["item"], row["unit"]] = cell
    grid.rows = list(items.values())  # in the order of the document
    grid.columns = _busiest(units.values())
    return grid


def of_units(found: Iterable[Mapping[str, Any]]) -> Grid:
    """Units by units, from the rows of ``unit_matrix_of_document``: the more items two share, the fuller the shade."""
    rows = list(found)
    most = max((row["shared"] for row in rows), default=1)
    grid = Grid()
    units: dict[str, Head] = {}
    for row in rows:
        for unit, name, items in (("unit", "name", "unit_items"), ("partner", "partner_name", "partner_items")):
            units.setdefault(row[unit], Head(row[unit], row[name], row[items]))
        note = f"{row['name']} × {row['partner_name']}：共同 {row['shared']} 条，归一 {row['cosine']}"
        cell = Cell(f"heat-{ceil(SHADES * row['shared'] / most)}", str(row["shared"]), note)
        grid.cells[row["unit"], row["partner"]] = grid.cells[row["partner"], row["unit"]] = cell
    grid.rows = grid.columns = _busiest(units.values())
    return grid


def _busiest(units: Iterable[Head]) -> list[Head]:
    return sorted(units, key=lambda unit: (-unit.count, unit.key))
