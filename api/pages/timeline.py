"""Counts by year as columns of a drawing: every year between the first and the last has its place, busy or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_HEIGHT = 100  # of the tallest column
_MOST_YEARS = 60  # years further apart stand side by side without the empty ones between


@dataclass(frozen=True, slots=True)
class Column:
    """A year (None: no year is told), its count, and how tall it stands beside the others (0 to 100)."""

    year: str | None
    count: int
    height: int


def columns(rows: Iterable[Mapping[str, Any]], count: str) -> list[Column]:
    """The columns of rows with a ``year``, by year; what has none stands last."""
    counts: dict[str | None, int] = {row["year"]: row[count] for row in rows}
    told = sorted(year for year in counts if year is not None)
    years: list[str | None] = [*told]
    if told and all(year.isdecimal() for year in told) and int(told[-1]) - int(told[0]) < _MOST_YEARS:
        years = [f"{year:04}" for year in range(int(told[0]), int(told[-1]) + 1)]
    if None in counts:
        years.append(None)
    tallest = max(counts.values(), default=1) or 1
    # What there is at all can be seen and clicked.
    return [
        Column(year, n, max(round(_HEIGHT * n / tallest), 3) if n else 0)
        for year, n in ((year, counts.get(year, 0)) for year in years)
    ]
