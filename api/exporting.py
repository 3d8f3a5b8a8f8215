"""``policy-graph export``: the ledger of a document or a subgraph into a file whose ending says the form."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exports.forms import GraphForm
from graph.errors import QueryError, SettingsError

if TYPE_CHECKING:
    from graph.store import GraphStore


def export(
    file: Annotated[Path, typer.Argument(help="File to write: .xlsx (ledger), .graphml, .gexf, .jsonld or .cyjs.")],
    document: Annotated[str | None, typer.Option(help="Key of a document: its number.", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(help="Key of a unit, or its name.", show_default=False)] = None,
    partner: Annotated[str | None, typer.Option(help="A second unit.", show_default=False)] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Folder of the embedded store.", show_default=False)
    ] = None,
) -> None:
    """Write the ledger (督办台账) of a document, or what stands around a document or units, to a file."""
    from graph.settings import load_settings
    from graph.store import open_store

    with open_store(load_settings(data=data), "read") as store:
        _write(store, file, document, unit, partner)


def _write(store: "GraphStore", file: Path, document: str | None, unit: str | None, partner: str | None) -> None:
    """Write the file; one that was there is replaced once the new one is whole.

    Raises:
        QueryError: the ending names no form, or nothing was said to export.
        SettingsError: the file cannot be written.
        NotFound: nothing has this key.
    """
    pieces = _pieces(store, file, document, unit, partner)
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("wb") as out:
            out.writelines(pieces)
        beside.replace(file)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written ({error.strerror}). Name another file.") from error
    finally:
        beside.unlink(missing_ok=True)


def _pieces(
    store: "GraphStore", file: Path, document: str | None, unit: str | None, partner: str | None
) -> Iterable[bytes]:
    from api.dependencies import unit_key
    from api.exports.graphs import graph_file
    from api.exports.ledger import COLUMNS, ledger
    from api.exports.subgraphs import subgraph_of
    from api.exports.workbook import workbook_pieces

    form = file.suffix.removeprefix(".").lower()
    if form == "xlsx":
        if not document:
            raise QueryError("A workbook holds the ledger of a document: say which with --document.")
        rows = ledger(store, document)
        return workbook_pieces(COLUMNS, rows, [("文件", document), ("条数", len(rows))])
    if form not in set(GraphForm):
        raise QueryError(f"{file.name} ends in {file.suffix or 'nothing'}: name .xlsx, .{', .'.join(GraphForm)}.")
    keys = {name: unit_key(store, value) for name, value in (("unit", unit), ("partner", partner)) if value}
    return [graph_file(subgraph_of(store, document=document, **keys), GraphForm(form))]
