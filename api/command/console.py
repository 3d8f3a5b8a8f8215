"""What the command line writes: data on stdout as table, JSON or CSV, everything else on stderr, always UTF-8."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from api.exports.cells import cell, harmless

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.document import Clause, ParsedDocument

Row = Mapping[str, Any]
T = TypeVar("T")

LISTED = 3  # elements of a list that a table shows
COLUMN_WIDTH = 16  # places on the terminal below which a longer column of a table is no longer readable


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    csv = "csv"


def use_utf8() -> None:
    """Make both streams UTF-8 whatever the locale says, so that Chinese text never ends a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def out() -> "Console":
    """Where data goes."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def note(message: str) -> None:
    """One line beside the data."""
    print(message, file=sys.stderr)  # noqa: T201 - this is the module that prints


def one_line(message: object) -> str:
    """A message without line breaks and what a terminal would obey: those of a driver or a file name."""
    return "".join(character for character in " ".join(str(message).split()) if character.isprintable())


def say(message: str) -> None:
    """One line of data."""
    print(message, flush=True)  # noqa: T201 - this is the module that prints


class Track(Protocol):
    """Gives things on, one after the other, and shows how many."""

    def __call__(self, things: Iterable[T]) -> Iterable[T]:
        """``things``, as they are."""


@contextmanager
def progress(total: int, description: str) -> Iterator[Track]:
    """A bar on stderr that leaves nothing behind; none where stderr is not a terminal, or for one thing alone."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda things: things
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
    ) as bar:
        yield partial(bar.track, total=total, description=description)


def write_json(value: object, *, lines: bool = False) -> None:
    """A value as JSON, or (``lines``) on one line."""
    say(json.dumps(value, ensure_ascii=False, indent=None if lines else 2))


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: Format) -> None:
    """Rows in the form asked for; ``columns`` gives their order."""
    if form is Format.json:
        write_json([{column: row.get(column) for column in columns} for row in rows])
    elif form is Format.csv:
        _write_csv(rows, columns)
    else:
        _write_table(rows, columns)


def _write_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(row.get(column)) for column in columns] for row in rows)
    sys.stdout.flush()


def _write_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """A table, or where the terminal is too narrow for its columns a paragraph a row, as psql does."""
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.table import Table

    cells = [[one_line(_short(row.get(column))) for column in columns] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(columns, *cells, strict=True)]
    if sum(min(width, COLUMN_WIDTH) + 2 for width in widths) > out().width:
        _write_paragraphs(cells, columns)
    else:
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in cells:
            table.add_row(*row)
        out().print(table)
    note(f"{len(cells)} row{'' if len(cells) == 1 else 's'}")


def _write_paragraphs(cells: list[list[str]], columns: Sequence[str]) -> None:
    widest = max(map(len, columns))
    for number, row in enumerate(cells, 1):
        say(f"[{number}]")
        for column, value in zip(columns, row, strict=True):
            say(f"  {column:<{widest}}  {value}".rstrip())


def _short(value: object) -> str:
    """A value as a table shows it: of a long list only its beginning and its length."""
    if isinstance(value, list) and len(value) > LISTED:
        return f"{cell(value[:LISTED])} … ({len(value)})"
    return cell(value)


def write_parse(parsed: "ParsedDocument") -> None:
    """A parse for reading: the head, every item with its units by role, what else was found, warnings."""
    header, console = parsed.header, out()
    console.print(header.title or parsed.source.name, style="bold")
    head = (header.doc_number, "、".join(header.issuers), header.issued_on, parsed.jurisdiction)
    console.print("  ".join(part for part in head if part))
    counts = {
        "sections": parsed.sections,
        "items": parsed.items,
        "clauses": parsed.clauses,
        "references": parsed.references,
        "targets": parsed.targets,
        "projects": parsed.projects,
    }
    console.print("  ".join(f"{name} {len(things)}" for name, things in counts.items()))
    by_item: dict[str | None, list[Clause]] = {}
    for clause in parsed.clauses:
        by_item.setdefault(clause.item, []).append(clause)
    for item in sorted((*parsed.items, *parsed.passages), key=lambda item: (item.extent.start, item.path)):
        if item.kind == "measure" or item.path in by_item:
            console.print()
            console.print(f"{item.path}  {item.heading}", style="bold" if item.kind == "measure" else None)
            _write_units(console, by_item.pop(item.path, []))
    for clauses in by_item.values():
        console.print()
        console.print("outside every item", style="bold")
        _write_units(console, clauses)
    for warning in parsed.warnings:
        note(f"{parsed.source.name}: {warning}")


def _write_units(console: "Console", clauses: Iterable["Clause"]) -> None:
    for clause in clauses:
        by_role: dict[str, list[str]] = {}
        for unit in clause.units:
            by_role.setdefault(unit.role, []).append(unit.resolved)
        for role, names in by_role.items():
            console.print(f"  {role}: {'、'.join(names)}{' 等' if clause.open else ''}")
        if clause.deadline:
            console.print(f"  deadline: {clause.deadline}")
