"""/exports: answers, the ledger of a document and subgraphs as files."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.catalogue import named, values_of
from api.deciding import JsonOnly
from api.dependencies import DocumentKey, Store, unit_key
from api.exports.forms import GRAPH_TYPES, TABLE_TYPES, XLSX, GraphForm, TableForm
from api.exports.graphs import graph_file
from api.exports.ledger import COLUMNS, about, ledger
from api.exports.naming import disposition, file_name
from api.exports.rows import Row, every_row
from api.exports.subgraphs import subgraph_of
from api.exports.tables import csv_pieces, line_pieces
from api.exports.workbook import workbook_pieces
from api.keeping import Kept
from api.responses import StatementRequest
from api.shapes import members
from graph.ad_hoc import ask

router = APIRouter(prefix="/exports", tags=["exports"], route_class=Kept)
_Word = Annotated[str | None, Query(min_length=1, max_length=1000, description="As at /queries/{name}.")]
_Key = Annotated[str | None, Query(max_length=300)]


def _files(kinds: Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an answer that is a file of one of these media types."""
    file = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"content": dict.fromkeys(kinds, file), "description": "The file."}}


@router.get("/queries/{name}/{form}", response_class=StreamingResponse, responses=_files(TABLE_TYPES.values()))
def export_query(
    store: Store, name: str, form: TableForm, request: Request, sort: _Word = None, fields: _Word = None
) -> Response:
    """All rows of a catalogue query, past its limit, as a file; parameters, sort and fields as at /queries/{name}.

    The header Link leads there, to the same rows with their Cypher.
    """
    question = named(name)
    given = {key: text for key, text in request.query_params.items() if key not in ("sort", "fields")}
    values = values_of(store, question, given)
    columns = members(question.columns, fields) or question.columns
    rows = every_row(store, question, values, sort or None)
    asked = [("问题", question.question_zh), ("question", question.question), *values.items()]
    response = _table(form, name, columns, rows, [*asked, ("Cypher", question.text)])
    # A workbook tells its question on a sheet; the others leave no room for it.
    response.headers["Link"] = f'</queries/{name}?{urlencode(request.query_params.multi_items())}>; rel="describedby"'
    return response


@router.post(
    "/cypher/{form}", response_class=StreamingResponse, responses=_files(TABLE_TYPES.values()), dependencies=[JsonOnly]
)
def export_statement(store: Store, form: TableForm, asked: StatementRequest) -> Response:
    """What a statement of one's own answers, as a file; bounded as at /cypher, and told where it was cut."""
    answer = ask(store, asked.statement, asked.params, rows=asked.limit)
    said = [("Cypher", asked.statement), *asked.params.items(), ("cut by", answer.cut_by)]
    response = _table(form, "cypher", answer.columns, answer.rows, said)
    if answer.cut_by:
        response.headers["X-Cut-By"] = answer.cut_by
    return response


@router.get("/ledgers/{key}", response_class=StreamingResponse, responses=_files([XLSX]))
def export_ledger(store: Store, key: DocumentKey) -> Response:
    """The 督办台账 of a document: item, lead, others, target, deadline, quotation, as a workbook."""
    rows = ledger(store, key)
    pieces = workbook_pieces(COLUMNS, rows, about(key, len(rows)))
    return StreamingResponse(pieces, media_type=XLSX, headers=_saved(f"督办台账-{key}", "ledger.xlsx", "xlsx"))


@router.get("/subgraphs/{form}", response_class=Response, responses=_files(GRAPH_TYPES.values()))
def export_subgraph(
    store: Store,
    form: GraphForm,
    document: _Key = None,
    unit: _Key = None,
    partner: _Key = None,
    ways: Annotated[int, Query(ge=0, le=50, description="Of two units: that many shortest ways between them.")] = 0,
    chain: Annotated[bool, Query(description="Of a document: the chains of citations through it.")] = False,
) -> Response:
    """What stands around a document, a unit, or two units, or joins them, as a graph file."""
    keys = {name: unit_key(store, value) for name, value in (("unit", unit), ("partner", partner)) if value}
    found = subgraph_of(store, document=document, ways=ways, chain=chain, **keys)
    headers = _saved(document or unit or "", f"policy-graph.{form}", form)
    return Response(graph_file(found, form), media_type=GRAPH_TYPES[form], headers=headers)


def _table(
    form: TableForm, name: str, columns: Sequence[str], rows: Iterable[Row], about: Iterable[tuple[str, object]]
) -> Response:
    """Rows as a file; a workbook tells on another sheet what they are about."""
    pieces: Iterator[bytes]
    if form is TableForm.csv:
        pieces = csv_pieces(columns, rows, bom=True)
    elif form is TableForm.jsonl:
        pieces = line_pieces(columns, rows)
    else:
        pieces = workbook_pieces(columns, rows, about)
    return StreamingResponse(pieces, media_type=TABLE_TYPES[form], headers=_saved(name, f"policy-graph.{form}", form))


def _saved(name: str, plain: str, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": disposition(file_name(name, suffix=suffix), plain)}
