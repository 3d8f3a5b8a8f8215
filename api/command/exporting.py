"""``policy-graph export``: an answer, the ledger of a document or a subgraph into a file whose ending says the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exports.forms import GraphForm, TableForm
from graph.errors import QueryError, SettingsError

if TYPE_CHECKING:
    from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be in the file: what stands around keys, or joins them, or the answer to a query."""

    document: str | None
    unit: str | None
    partner: str | None
    ways: int
    chain: bool
    query: str | None
    params: tuple[str, ...]


def export(
    file: Annotated[
        Path, typer.Argument(help="File to write: .xlsx, .csv, .jsonl, .graphml, .gexf, .jsonld, .cyjs or .html.")
    ],
    document: Annotated[str | None, typer.Option(help="Key of a document: its number.", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(help="Key of a unit, or its name.", show_default=False)] = None,
    partner: Annotated[str | None, typer.Option(help="A second unit.", show_default=False)] = None,
    ways: Annotated[int, typer.Option(min=0, max=50, help="Of two units: that many shortest ways between them.")] = 0,
    chain: Annotated[bool, typer.Option("--chain", help="Of a document: the chains of citations through it.")] = False,
    query: Annotated[str | None, typer.Option(help="A query: all its rows.", show_default=False)] = None,
    param: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter of the query.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Folder of the embedded store.", show_default=False)
    ] = None,
) -> None:
    """Write a query's rows, the ledger (督办台账) of a document, or what stands around keys, to a file."""
    from graph.settings import load_settings
    from graph.store import open_store

    wanted = Wanted(document, unit, partner, ways, chain, query, tuple(param or ()))
    with open_store(load_settings(data=data), "read") as store:
        _write(file, _pieces(store, file, wanted))


def _write(file: Path, pieces: Iterable[bytes]) -> None:
    """Write the file; one that was there is replaced once the new one is whole.

    Raises:
        QueryError: the ending names no form, or nothing was said to export.
        SettingsError: the file cannot be written.
        NotFound: nothing has this key.
    """
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("wb") as out:
            out.writelines(pieces)
        beside.replace(file)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written ({error.strerror}). Name another file.") from error
    finally:
        beside.unlink(missing_ok=True)


def _pieces(store: "GraphStore", file: Path, wanted: Wanted) -> Iterable[bytes]:
    form = file.suffix.removeprefix(".").lower()
    if form in set(TableForm):
        return _table(store, TableForm(form), wanted)
    if form not in set(GraphForm):
        forms = ", .".join((*TableForm, *GraphForm))
        raise QueryError(f"{file.name} ends in {file.suffix or 'nothing'}: name .{forms}.")
    from api.dependencies import unit_key
    from api.exports.graphs import graph_file
    from api.exports.subgraphs import subgraph_of

    unit, partner = (unit_key(store, value) if value else None for value in (wanted.unit, wanted.partner))
    found = subgraph_of(
        store, document=wanted.document, unit=unit, partner=partner, ways=wanted.ways, chain=wanted.chain
    )
    return [graph_file(found, GraphForm(form))]


def _table(store: "GraphStore", form: TableForm, wanted: Wanted) -> Iterable[bytes]:
    from api import asking
    from api.exports.ledger import COLUMNS, about, ledger
    from api.exports.rows import every_row
    from api.exports.tables import csv_pieces, line_pieces
    from api.exports.workbook import workbook_pieces
    from graph.queries import query as query_of

    rows: Iterable[Mapping[str, object]]
    if wanted.query:
        chosen = query_of(wanted.query)
        values = asking.settled(store, asking.values_of(chosen, wanted.params))
        columns, rows = chosen.columns, every_row(store, chosen, values)
        said = [("问题", chosen.question_zh), *values.items(), ("Cypher", chosen.text)]
    elif wanted.document:
        columns, rows = COLUMNS, ledger(store, wanted.document)
        said = about(wanted.document, len(rows))
    else:
        raise QueryError("A table holds the rows of a query (--query), or the ledger of a document (--document).")
    if form is TableForm.xlsx:
        return workbook_pieces(columns, rows, said)
    return csv_pieces(columns, rows, bom=True) if form is TableForm.csv else line_pieces(columns, rows)
