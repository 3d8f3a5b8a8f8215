"""Whether rows of a question say where they are written: document, span and quotation, or why they do not.

``rows``: every row has its own. ``examples``: the member ``examples`` (or the one named) holds some, for figures and
lists. Everything else gives its reason here, and the Cypher of all of them is told with every answer.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.queries import Query, catalogue
from tests.queries.cases import CASES, name_of
from tests.sample_graph import sample_documents

EXAMPLES = {
    "collectives_of_unit": "examples", "comparison": "examples", "connections_of_pair": "examples",
    "evidence_of_pairs": "examples", "load_of_units": "examples", "pairs": "examples", "partners_of_unit": "examples",
    "projects": "examples", "references": "examples", "sharing_of_unit": "examples", "sharing_pairs": "examples",
    "targets_by_measure": "examples", "targets_by_unit": "examples", "targets_by_year": "examples",
    "unit_of_key": "roles", "units": "examples", "years_of_unit": "examples",
    "graph_of_document": "facts", "graph_of_pair": "facts", "graph_of_unit": "facts",
}  # fmt: skip
NOT_WRITTEN = {
    "changes": "a log of this program",
    "counts": "sums of lists that carry it",
    "counts_of_units": "sums of items_of_unit",
    "decisions": "what people said, with their reason",
    "document_of_key": "the head of the document itself, whose text is at text_of_document",
    "documents": "documents themselves",
    "facets_of_text": "sums of items_of_text",
    "last_change": "bookkeeping of this program",
    "levels_of_documents": "concluded from place, number or title; level_from says from which",
    "members_of_unit": "concluded from the regions, never written",
    "names_of_units": "names alone, for what is asked by keys",
    "search": "finds, which lead to what carries it; items_of_text has the places",
    "standings": "sums of references",
    "successions_of_unit": "from the list of reforms; source names the decision",
    "text_of_document": "the text that every span counts in",
    "unit_of_name": "names alone",
    "versions_of_document": "bookkeeping of this program",
}
SPAN = {"start", "end"}
TEXTS = {document.document.key: document.document.text for document in sample_documents()}
ANSWERED = json.loads((Path(__file__).parent / "queries" / "expected.json").read_text("utf-8"))  # on every server
ROWS = [(name, params, row) for name, params in CASES for row in ANSWERED[name_of((name, params))]]


def quoted(value: Any) -> Iterator[dict[str, Any]]:
    """All that carries a quotation, within a row."""
    if isinstance(value, dict):
        if value.get("quote") is not None:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from quoted(part)


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_rows_say_where_they_are_written(question: Query) -> None:
    columns, rows = set(question.columns), [row for name, _, row in ROWS if name == question.name]
    if question.name in NOT_WRITTEN:
        assert "quote" not in columns
    elif question.name in EXAMPLES:
        assert EXAMPLES[question.name] in columns
        assert any(any(quoted(row)) for row in rows), "no case shows one"
    else:
        assert columns >= SPAN
        assert columns & {"quote", "text", "clause"}
        given = {param.name for param in question.params if param.required}
        assert columns & {"document", "source_document", "item"} or given & {"document", "item"}


@pytest.mark.parametrize(("name", "params", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_quoted_stands_there(name: str, params: dict[str, Any], row: dict[str, Any]) -> None:
    for said in quoted(row):
        if name == "items_of_text" or "start" not in said:  # a piece of the item's span; a node that is quoted
            continue
        item = said.get("item") or row.get("item") or params.get("item") or ""
        named = said.get("document") or row.get("source_document") or params.get("document") or row.get("document")
        document = item.rpartition(":")[0] or str(named)
        assert TEXTS[document][said["start"] : said["end"]] == said["quote"]


def test_no_question_is_named_in_vain() -> None:
    assert EXAMPLES.keys() | NOT_WRITTEN.keys() <= {question.name for question in catalogue()}
