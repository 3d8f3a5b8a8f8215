"""Pages for people: the same queries as the API, drawn on the server."""

from math import sqrt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api.answers import one, stretch_of, text_of, whole
from api.catalogue import ask, describe, named
from api.dependencies import DocumentKey, Expanded, Paged, Store, Stretch, Text, UnitKey, Writer, stores_of
from api.keeping import Kept
from api.pages import outline
from api.pages.accounts import account
from api.pages.tables import cells_of, columns_of
from api.pages.templating import path_of, render
from api.pages.timeline import columns
from api.responses import (
    CitationRow,
    CollectiveRow,
    Counts,
    DocumentDetail,
    DocumentProjectRow,
    DocumentReferenceRow,
    DocumentRow,
    DocumentTargetRow,
    ItemDetail,
    MemberRow,
    PairRow,
    PartnerRow,
    QueryRows,
    ReferenceRow,
    ResponsibilityRow,
    Standing,
    StandingRow,
    Status,
    SuccessionRow,
    TreeRow,
    UnitDetail,
    UnitItemRow,
    UnitRow,
    VersionRow,
)
from api.routes.differences import compared
from api.routes.items import read_item
from api.uploads import FormOnly
from graph.errors import AmbiguousName, NotFound, QueryError
from graph.load import delete
from graph.queries import catalogue, query
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, route_class=Kept)


@router.get("/")
def start(request: Request, store: Store) -> HTMLResponse:
    """Search, key figures, documents, the busiest units and pairs; with an empty store, what to do."""
    values = {
        "counts": one(store, Counts, "counts", "The store has no counts."),
        "documents": stretch_of(store, DocumentRow, "documents", Stretch(8, 0), status="held").rows,
        "units": stretch_of(store, UnitRow, "units", Stretch(10, 0)).rows,
        "pairs": stretch_of(store, PairRow, "pairs", Stretch(8, 0)).rows,
        "max_upload": stores_of(request).settings.max_upload,
    }
    return render(request, "index.html", values)


@router.get("/view/documents")
def documents(
    request: Request, store: Store, part: Paged, text: Text = None, status: Status | Literal[""] | None = None
) -> HTMLResponse:
    """Documents, held and cited."""
    listing = stretch_of(store, DocumentRow, "documents", part, text=text or None, status=status or None)
    return render(request, "documents.html", {"listing": listing, "text": text, "status": status})


@router.get("/view/documents/{key}")
def document(request: Request, store: Store, key: DocumentKey) -> HTMLResponse:
    """A document as its tree, with everything read out of it."""
    return render(request, "document.html", _document(store, key))


@router.post("/view/documents/{key}/delete", dependencies=[FormOnly])
def remove_document(writer: Writer, key: DocumentKey, sure: Annotated[bool, Form()] = False) -> RedirectResponse:
    """Delete a document, where its box is ticked; else show it again."""
    if sure:
        delete(writer, key)
    return RedirectResponse("/view/documents" if sure else path_of("document", key), status_code=303)


def _document(store: GraphStore, key: str) -> dict[str, Any]:
    head = one(store, DocumentDetail, "document_of_key", f"No document has the key {key!r}.", document=key)
    references = whole(store, DocumentReferenceRow, "references_of_document", document=key).rows
    targets = whole(store, DocumentTargetRow, "targets_of_document", document=key).rows
    projects = whole(store, DocumentProjectRow, "projects_of_document", document=key).rows
    whole_text, accounts = None, []
    if head.status == "held":
        duties = whole(store, ResponsibilityRow, "responsibilities_of_document", document=key).rows
        text = text_of(store, key).text
        tree = whole(store, TreeRow, "tree_of_document", document=key).rows
        whole_text = outline.outline(tree, text, duties, references, targets, projects)
        accounts = account(text, tree, outline.marks_of(duties, references, targets, projects))
    return {
        "document": head,
        "outline": whole_text,
        "accounts": accounts,
        "references": references,
        "targets": targets,
        "projects": projects,
        "versions": whole(store, VersionRow, "versions_of_document", document=key).rows,
        "citations": stretch_of(store, CitationRow, "citations_of_document", Stretch(50, 0), document=key),
    }


@router.get("/view/units")
def units(request: Request, store: Store, part: Paged, text: Text = None, expand: Expanded = "written") -> HTMLResponse:
    """Units, the busiest first."""
    listing = stretch_of(store, UnitRow, "units", part, text=text or None, expand=expand)
    return render(request, "units.html", {"listing": listing, "text": text, "expand": expand})


@router.get("/view/units/{unit}")
def unit(request: Request, store: Store, unit: UnitKey, part: Paged, expand: Expanded = "written") -> HTMLResponse:
    """A unit: its duties by role and year, who shares them, its targets and projects, what it was and belongs to."""
    head = one(store, UnitDetail, "unit_of_key", f"No unit has the key {unit!r}.", unit=unit, expand=expand)
    unit = head.unit  # it is there: nothing below has to look it up
    partners = stretch_of(store, PartnerRow, "partners_of_unit", Stretch(25, 0), unit=unit, expand=expand)
    values = {
        "unit": head,
        "items": stretch_of(store, UnitItemRow, "items_of_unit", part, unit=unit, expand=expand),
        "partners": partners,
        "members": stretch_of(store, MemberRow, "members_of_unit", Stretch(150, 0), unit=unit),
        "collectives": stretch_of(store, CollectiveRow, "collectives_of_unit", Stretch(50, 0), unit=unit),
        "successions": whole(store, SuccessionRow, "successions_of_unit", unit=unit).rows,
        "years": columns(store.read(query("years_of_unit"), unit=unit), "items"),
        "closeness": _closeness(store, head, partners.rows),
        "targets": store.read(query("targets_of_unit"), unit=unit, limit=12),
        "projects": store.read(query("projects_of_unit"), unit=unit, limit=12),
        "expand": expand,
    }
    return render(request, "unit.html", values)


def _closeness(store: GraphStore, unit: UnitDetail, partners: list[PartnerRow]) -> dict[str, float]:
    """The cosine of each partner, as ``sharing_of_unit`` has it."""
    counts = store.read(query("counts_of_units"), units=[partner.unit for partner in partners])
    items = {row["unit"]: row["items"] for row in counts}
    return {
        partner.unit: round(partner.shared / sqrt(unit.items * items[partner.unit]), 4)
        for partner in partners
        if partner.shared
    }


@router.get("/view/items/{key}")
def item(request: Request, store: Store, key: Annotated[str, Path()]) -> HTMLResponse:
    """An item with its text, its units and the clause that names them."""
    return render(request, "item.html", _item(store, read_item(store, key)))


def _item(store: GraphStore, item: ItemDetail) -> dict[str, Any]:
    text = text_of(store, item.document).text
    marks = outline.marks_of(item.units, item.references, item.targets, item.projects)
    tree = whole(store, TreeRow, "tree_of_document", document=item.document).rows
    return {
        "item": item,
        "parts": outline.pieces(text, item.start, item.end, marks),
        "evidence": outline.by_quote(item.units),
        "passages": [row for row in tree if row.parent == item.key],
    }


@router.get("/view/references")
def references(
    request: Request, store: Store, part: Paged, text: Text = None, standing: Standing | Literal[""] | None = None
) -> HTMLResponse:
    """The register of cited documents by standing, those first on which most items depend."""
    values = {
        "standings": whole(store, StandingRow, "standings").rows,
        "listing": stretch_of(store, ReferenceRow, "references", part, standing=standing or None, text=text or None),
        "text": text,
        "standing": standing,
    }
    return render(request, "references.html", values)


@router.get("/view/compare")
def compare(
    request: Request,
    store: Store,
    before: Annotated[str, Query(max_length=300)] = "",
    after: Annotated[str, Query(max_length=300)] = "",
) -> HTMLResponse:
    """Two versions of a document, or two documents, item by item; without both, a form to name them."""
    found = compared(store, before, after) if before and after else None
    return render(request, "compare.html", {"before": before, "after": after, "found": found})


@router.get("/view/queries")
def questions(request: Request) -> HTMLResponse:
    """The catalogue: every question that can be asked."""
    return render(request, "queries.html", {"questions": [describe(question) for question in catalogue()]})


@router.get("/view/queries/{name}")
def question(request: Request, store: Store, name: str) -> HTMLResponse:
    """A question with a form for its parameters, its answer as a table, and its Cypher."""
    question, given = named(name), dict(request.query_params)
    answer: QueryRows | None = None
    problem = None
    if given or not any(param.required for param in question.params):
        try:
            answer = ask(store, question, given)
        except (QueryError, NotFound, AmbiguousName) as error:  # said beside the form, where it can be corrected
            problem = str(error)
    values = {
        "question": describe(question),
        "given": given,
        "answer": answer,
        "problem": problem,
        "query_string": request.url.query,
        "cells_of": cells_of,
        "columns_of": columns_of,
    }
    return render(request, "query.html", values, 422 if problem else 200)
