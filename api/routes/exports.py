"""/exports: answers, the ledger of a document and subgraphs as files."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.catalogue import named, values_of
from api.dependencies import DocumentKey, Store, unit_key
from api.exports.forms import GRAPH_TYPES, TABLE_TYPES, XLSX, GraphForm, TableForm
from api.exports.graphs import graph_file
from api.exports.ledger import COLUMNS, ledger
from api.exports.naming import disposition, file_name
from api.exports.rows import every_row
from api.exports.subgraphs import subgraph_of
from api.exports.tables import csv_pieces, line_pieces
from api.exports.workbook import workbook_pieces
from api.keeping import Kept

router = APIRouter(prefix="/exports", tags=["exports"], route_class=Kept)
_Key = Annotated[str | None, Query(max_length=300)]


def _files(kinds: Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an answer that is a file of one of these media types."""
    file = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"content": dict.fromkeys(kinds, file), "description": "The file."}}


@router.get("/queries/{name}/{form}", response_class=StreamingResponse, responses=_files(TABLE_TYPES.values()))
def export_query(store: Store, name: str, form: TableForm, request: Request) -> Response:
    """All rows of a catalogue query, past its limit, as a file; parameters as at /queries/{name}."""
    question = named(name)
    values = values_of(store, question, request.query_params)
    rows = every_row(store, question, values)
    pieces: Iterator[bytes]
    if form is TableForm.csv:
        pieces = csv_pieces(question.columns, rows, bom=True)
    elif form is TableForm.jsonl:
        pieces = line_pieces(question.columns, rows)
    else:
        asked = [("问题", question.question_zh), ("question", question.question), *values.items()]
        pieces = workbook_pieces(question.columns, rows, [*asked, ("Cypher", question.text)])
    return StreamingResponse(pieces, media_type=TABLE_TYPES[form], headers=_saved(name, f"policy-graph.{form}", form))


@router.get("/ledgers/{key}", response_class=StreamingResponse, responses=_files([XLSX]))
def export_ledger(store: Store, key: DocumentKey) -> Response:
    """The 督办台账 of a document: item, lead, others, target, deadline, quotation, as a workbook."""
    rows = ledger(store, key)
    pieces = workbook_pieces(COLUMNS, rows, [("文件", key), ("条数", len(rows))])
    return StreamingResponse(pieces, media_type=XLSX, headers=_saved(f"督办台账-{key}", "ledger.xlsx", "xlsx"))


@router.get("/subgraphs/{form}", response_class=Response, responses=_files(GRAPH_TYPES.values()))
def export_subgraph(
    store: Store, form: GraphForm, document: _Key = None, unit: _Key = None, partner: _Key = None
) -> Response:
    """What stands around a document, a unit, or two units, as a graph file."""
    keys = {name: unit_key(store, value) for name, value in (("unit", unit), ("partner", partner)) if value}
    found = subgraph_of(store, document=document, **keys)
    headers = _saved(document or unit or "", f"policy-graph.{form}", form)
    return Response(graph_file(found, form), media_type=GRAPH_TYPES[form], headers=headers)


def _saved(name: str, plain: str, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": disposition(file_name(name, suffix=suffix), plain)}
