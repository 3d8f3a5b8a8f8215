"""/references, /targets, /projects, /search, /counts: registers over all documents."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.answers import finds, one, stretch_of, whole
from api.dependencies import Expanded, Place, Store, Text, Year, listed, shaped
from api.keeping import Kept
from api.responses import (
    Counts,
    Listing,
    ProjectItemRow,
    ProjectRow,
    ReferenceRow,
    SearchRow,
    Standing,
    StandingRow,
    Status,
    TargetRow,
)
from api.shapes import Shape
from api.stretches import Stretch
from graph.errors import NotFound

router = APIRouter(tags=["registers"], route_class=Kept)


@router.get("/references")
def list_references(
    store: Store,
    part: Annotated[Stretch, listed("references", ReferenceRow)],
    status: Status | None = None,
    standing: Standing | None = None,
    text: Text = None,
) -> Listing[ReferenceRow]:
    """The register of documents that are cited, those first on which most items depend."""
    return stretch_of(store, ReferenceRow, "references", part, status=status, standing=standing, text=text)


@router.get("/standings")
def list_standings(store: Store, shape: Annotated[Shape, shaped(StandingRow)]) -> Listing[StandingRow]:
    """How many cited documents are held, cited only, ambiguous, of the Party or malformed."""
    return whole(store, StandingRow, "standings", shape)


@router.get("/targets")
def list_targets(
    store: Store,
    part: Annotated[Stretch, listed("targets", TargetRow)],
    text: Text = None,
    year: Year = None,
    document: Annotated[str | None, Query(max_length=200, description="Key of a document.")] = None,
    measure: Annotated[str | None, Query(max_length=40, description="What the value counts: 所, 个, %, 亿元 …")] = None,
) -> Listing[TargetRow]:
    """Targets of all documents."""
    return stretch_of(store, TargetRow, "targets", part, text=text, year=year, document=document, measure=measure)


@router.get("/projects")
def list_projects(
    store: Store,
    part: Annotated[Stretch, listed("projects", ProjectRow)],
    text: Text = None,
    jurisdiction: Place = None,
) -> Listing[ProjectRow]:
    """Projects that documents name."""
    return stretch_of(store, ProjectRow, "projects", part, text=text, jurisdiction=jurisdiction)


@router.get("/projects/{key}/items")
def list_items_of_project(
    store: Store,
    key: Annotated[str, Path(description="Key of a project.")],
    shape: Annotated[Shape, shaped(ProjectItemRow)],
) -> Listing[ProjectItemRow]:
    """The items that name a project."""
    listing = whole(store, ProjectItemRow, "items_of_project", shape, project=key)
    if not listing.rows:
        raise NotFound(f"No document names a project with the key {key!r}. /projects lists the keys.")
    return listing


@router.get("/search")
def search(
    store: Store,
    text: Annotated[str, Query(min_length=1, max_length=200, description="Words to find.")],
    shape: Annotated[Shape, shaped(SearchRow)],
    limit: Annotated[int, Query(ge=1, le=200, description="Finds wanted.")] = 20,
) -> Listing[SearchRow]:
    """Documents, items, units and projects that hold some words, the best first; sorted otherwise, the same finds."""
    return finds(store, text, limit, shape)


@router.get("/counts")
def read_counts(store: Store, expand: Expanded = "written") -> Counts:
    """How much the store holds."""
    return one(store, Counts, "counts", "The store has no counts.", expand=expand)
