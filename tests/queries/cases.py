"""What is asked of the sample documents: (query, params)."""

from typing import Any

from graph.search_text import phrase_of
from tests.sample_graph import CITED, COUNTIES, EDUCATION, FINANCE, NOTICE, OFFICE, PLAN, SCHOOL

FIRST, SECOND, PASSAGE = f"{PLAN}:1.1", f"{PLAN}:1.2", f"{PLAN}:2.1.p2"


def _search(text: str) -> tuple[str, dict[str, Any]]:
    return "search", {"text": text, "phrase": phrase_of(text)}


CASES: list[tuple[str, dict[str, Any]]] = [
    ("documents", {}),
    ("documents", {"status": "cited"}),
    ("documents", {"text": "智慧"}),
    ("documents", {"text": "没有这样的"}),
    ("document_of_key", {"document": PLAN}),
    ("document_of_key", {"document": CITED}),
    ("document_of_key", {"document": "没有"}),
    ("text_of_document", {"document": NOTICE}),
    ("text_of_document", {"document": CITED}),
    ("tree_of_document", {"document": PLAN}),
    ("tree_of_document", {"document": NOTICE}),
    ("responsibilities_of_document", {"document": PLAN}),
    ("references_of_document", {"document": PLAN}),
    ("references_of_document", {"document": NOTICE}),
    ("targets_of_document", {"document": PLAN}),
    ("projects_of_document", {"document": NOTICE}),
    ("items", {}),
    ("items", {"document": PLAN, "limit": 2, "offset": 1}),
    ("items", {"unit": FINANCE}),
    ("items", {"role": "lead"}),
    ("items", {"document": PLAN, "role": "support"}),
    ("items", {"unit": EDUCATION, "document": PLAN, "role": "responsible", "text": "校医"}),
    ("item_of_key", {"item": FIRST}),
    ("item_of_key", {"item": PASSAGE}),
    ("units_of_item", {"item": FIRST}),
    ("units_of_item", {"item": f"{NOTICE}:0.2"}),
    ("references_of_item", {"item": SECOND}),
    ("targets_of_item", {"item": FIRST}),
    ("projects_of_item", {"item": FIRST}),
    ("units", {}),
    ("units", {"text": "财政"}),
    ("unit_of_key", {"unit": EDUCATION}),
    ("unit_of_key", {"unit": OFFICE}),
    ("unit_of_key", {"unit": COUNTIES}),
    ("unit_of_name", {"name": "云川市财政局"}),
    ("items_of_unit", {"unit": FINANCE}),
    ("items_of_unit", {"unit": FINANCE, "role": "lead"}),
    ("partners_of_unit", {"unit": EDUCATION}),
    ("partners_of_unit", {"unit": OFFICE}),
    ("items_of_pair", {"unit": EDUCATION, "partner": FINANCE}),
    ("items_of_pair", {"unit": EDUCATION, "partner": EDUCATION}),
    ("pairs", {}),
    ("pairs", {"minimum": 2}),
    ("pairs", {"document": NOTICE}),
    ("decisions", {}),
    ("doubtful_duties", {}),
    ("doubtful_duties", {"document": PLAN}),
    ("versions_of_document", {"document": PLAN}),
    ("versions_of_document", {"document": CITED}),
    ("references", {}),
    ("references", {"status": "held"}),
    ("citations_of_document", {"document": PLAN}),
    ("citations_of_document", {"document": CITED}),
    ("targets", {}),
    ("targets", {"year": "2027"}),
    ("targets", {"text": "覆盖"}),
    ("projects", {}),
    ("projects", {"text": "学校"}),
    ("items_of_project", {"project": SCHOOL}),
    _search("学校"),
    _search("校医"),
    _search("医"),
    _search("云政办发"),
    ("counts", {}),
    ("graph_of_document", {"document": PLAN}),
    ("graph_of_document", {"document": CITED}),
    ("graph_of_unit", {"unit": FINANCE}),
    ("graph_of_pair", {"unit": EDUCATION, "partner": FINANCE}),
]
