"""Documents, items and units by their keys, one or many at once."""

from collections.abc import Iterable
from typing import Any, Literal

from api.answers import one, whole
from api.dependencies import unit_key
from api.problems import TITLES
from api.responses import (
    Candidate,
    DocumentDetail,
    ItemDetail,
    ItemHead,
    ItemProjectRow,
    ItemReferenceRow,
    ItemTargetRow,
    ItemUnitRow,
    LookupAnswer,
    LookupKey,
    LookupRow,
    Problem,
    QueryAsked,
    UnitDetail,
)
from graph.errors import AmbiguousName, NotFound
from graph.store import GraphStore


def document_of(store: GraphStore, key: str) -> DocumentDetail:
    """A document with its head.

    Raises:
        NotFound: no document has this key.
    """
    missing = f"No document has the key {key!r}. /documents lists the keys."
    return one(store, DocumentDetail, "document_of_key", missing, document=key)


def item_of(store: GraphStore, key: str) -> ItemDetail:
    """An item with everything extracted from it.

    Raises:
        NotFound: no item has this key.
    """
    head = one(store, ItemHead, "item_of_key", f"No item has the key {key!r}. /items lists the keys.", item=key)
    units = whole(store, ItemUnitRow, "units_of_item", item=key)
    references = whole(store, ItemReferenceRow, "references_of_item", item=key)
    targets = whole(store, ItemTargetRow, "targets_of_item", item=key)
    projects = whole(store, ItemProjectRow, "projects_of_item", item=key)
    return ItemDetail(
        **head.model_dump(),
        units=units.rows,
        references=references.rows,
        targets=targets.rows,
        projects=projects.rows,
        queries=[listing.query for listing in (units, references, targets, projects) if listing.query],
    )


def unit_of(store: GraphStore, key: str) -> UnitDetail:
    """A unit by its key, or its name where unique, with how often it has which role as it is written.

    Raises:
        NotFound: no unit has this key or name.
        AmbiguousName: several units have this name.
    """
    found = unit_key(store, key)
    return one(store, UnitDetail, "unit_of_key", f"No unit has the key {found!r}.", unit=found, expand="written")


def look_up(store: GraphStore, keys: Iterable[LookupKey]) -> LookupAnswer:
    """What becomes of each key, in their order; what is asked for twice is read once."""
    known: dict[tuple[str, str], LookupRow] = {}
    rows = []
    for wanted in keys:
        at = (wanted.kind, wanted.key)
        if at not in known:
            known[at] = _row(store, wanted)
        rows.append(known[at])
    asked = {name: query for row in known.values() for name, query in _asked(row).items()}
    return LookupAnswer(rows=[_without_queries(row) for row in rows], queries=list(asked.values()))


def _row(store: GraphStore, wanted: LookupKey) -> LookupRow:
    read = {"document": document_of, "item": item_of, "unit": unit_of}[wanted.kind]
    status: Literal["found", "not_found", "ambiguous"] = "found"
    told: dict[str, Any]
    try:
        told = {wanted.kind: read(store, wanted.key)}
    except AmbiguousName as error:
        candidates = [Candidate.model_validate(candidate) for candidate in error.candidates]
        status, told = "ambiguous", {"problem": _problem("ambiguous-name", 409, error, candidates)}
    except NotFound as error:
        status, told = "not_found", {"problem": _problem("not-found", 404, error)}
    return LookupRow(kind=wanted.kind, key=wanted.key, status=status, **told)


def _asked(row: LookupRow) -> dict[str, QueryAsked]:
    told = [row.document, row.item, row.unit]
    queries = [*(one.query for one in told if one), *(row.item.queries if row.item else ())]
    return {query.name: query for query in queries if query}


def _without_queries(row: LookupRow) -> LookupRow:
    """The row without what was asked, which a hundred rows would repeat."""
    bare: dict[str, Any] = {
        kind: told.model_copy(update={"query": None} | ({"queries": []} if kind == "item" else {}))
        for kind, told in (("document", row.document), ("item", row.item), ("unit", row.unit))
        if told
    }
    return row.model_copy(update=bare)


def _problem(slug: str, status: int, error: Exception, candidates: list[Candidate] | None = None) -> Problem:
    return Problem(type=f"/docs#{slug}", title=TITLES[slug], status=status, detail=str(error), candidates=candidates)
