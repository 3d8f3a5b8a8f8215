"""/cypher: questions that the catalogue does not hold, in Cypher that only reads."""

from fastapi import APIRouter

from api.deciding import JsonOnly
from api.dependencies import Store
from api.responses import QueryAsked, StatementAnswer, StatementRequest
from graph.ad_hoc import ask

router = APIRouter(tags=["queries"])


@router.post("/cypher", dependencies=[JsonOnly])
def ask_statement(store: Store, asked: StatementRequest) -> StatementAnswer:
    """Ask in Cypher; what would write, administer or call other procedures is refused, what takes too long stopped."""
    answer = ask(store, asked.statement, asked.params, rows=asked.limit)
    said = QueryAsked(name="cypher", params=asked.params, cypher=asked.statement)
    return StatementAnswer(columns=list(answer.columns), rows=answer.rows, cut_by=answer.cut_by, query=said)
