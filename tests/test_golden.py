"""The example document, read whole: what comes out is compared with a file that a person has looked at.

``UPDATE_GOLDEN=1 make test`` rewrites the file; review the change as a diff.
"""

import json
import os
from pathlib import Path

from ingest.parse_json import to_json
from ingest.parsing import parse_file

EXAMPLE = Path(__file__).parent.parent / "examples" / "guiyang-education-2023.txt"
GOLDEN = Path(__file__).parent / "golden" / "guiyang-education-2023.json"


def test_example_document_reads_as_it_was_reviewed() -> None:
    found = to_json(parse_file(EXAMPLE))
    del found["text"]  # the example itself, less its chrome; compared through every quote
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_quote_of_the_example_stands_where_its_span_says() -> None:
    found = to_json(parse_file(EXAMPLE))
    facts = [
        fact
        for kind in ("sections", "items", "passages", "clauses", "default_units", "references", "targets", "projects")
        for fact in found[kind]
    ]
    facts += [mention for kind in ("references", "projects") for fact in found[kind] for mention in fact["mentions"]]
    assert len(facts) > 80
    for fact in facts:
        assert found["text"][slice(*fact["span"])] == fact["quote"]
    for clause in found["clauses"]:
        for unit in clause["units"]:
            assert found["text"][slice(*unit["span"])] == unit["as_written"]


def test_accounting_adds_up_and_little_is_unexplained() -> None:
    found = to_json(parse_file(EXAMPLE))
    assert sum(found["accounting"].values()) == found["source"]["characters"]
    assert found["accounting"]["unexplained"] <= 0.02 * found["source"]["characters"]
