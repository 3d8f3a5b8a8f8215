"""/documents: what is held and cited, and everything read out of one."""

from typing import Annotated

from fastapi import APIRouter, Query, Response, UploadFile, status

from api.answers import one, stretch_of, text_of, whole
from api.dependencies import DocumentKey, Place, Store, Text, Writer, Year, listed, shaped
from api.keeping import Kept
from api.responses import (
    CitationRow,
    DocumentDetail,
    DocumentProjectRow,
    DocumentReferenceRow,
    DocumentRow,
    DocumentTargetRow,
    Listing,
    ResponsibilityRow,
    Status,
    TextAnswer,
    TreeRow,
    UploadAnswer,
    VersionRow,
)
from api.shapes import Shape
from api.stretches import Stretch
from api.uploads import FormOnly, Limit, OneFile, load_upload, locate
from graph.load import delete

router = APIRouter(prefix="/documents", tags=["documents"], route_class=Kept)


@router.get("")
def list_documents(
    store: Store,
    part: Annotated[Stretch, listed("documents", DocumentRow)],
    text: Text = None,
    status: Annotated[Status | None, Query(description="held: its text was read; cited: known from citations.")] = None,
    jurisdiction: Place = None,
    year: Year = None,
) -> Listing[DocumentRow]:
    """Documents, held and cited."""
    return stretch_of(
        store, DocumentRow, "documents", part, text=text, status=status, jurisdiction=jurisdiction, year=year
    )


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    dependencies=[FormOnly, OneFile],
    responses={200: {"model": UploadAnswer, "description": "It was held already: unchanged, updated, or a copy."}},
)
def upload_document(file: UploadFile, writer: Writer, limit: Limit, response: Response) -> UploadAnswer:
    """Read a document (txt, html, docx, xlsx, pdf …) and load it: 201 where it is new, 200 where it was held."""
    return locate(load_upload(file, writer, limit), response)


@router.get("/{key}")
def read_document(store: Store, key: DocumentKey) -> DocumentDetail:
    """A document with its head, its warnings and how much was read out of it."""
    return one(store, DocumentDetail, "document_of_key", f"No document has the key {key!r}.", document=key)


@router.delete("/{key}", status_code=status.HTTP_204_NO_CONTENT)
def delete_document(writer: Writer, key: DocumentKey) -> None:
    """Delete a document and all that only it said."""
    delete(writer, key)


@router.get("/{key}/tree")
def read_tree(store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(TreeRow)]) -> Listing[TreeRow]:
    """Sections, items and passages of a document, in its order."""
    return whole(store, TreeRow, "tree_of_document", shape, document=key)


@router.get("/{key}/text")
def read_text(store: Store, key: DocumentKey) -> TextAnswer:
    """The text of a held document: what every start and end counts in."""
    return text_of(store, key)


@router.get("/{key}/responsibilities")
def list_responsibilities(
    store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(ResponsibilityRow)]
) -> Listing[ResponsibilityRow]:
    """Which unit answers for which item, with the clause that says so."""
    return whole(store, ResponsibilityRow, "responsibilities_of_document", shape, document=key)


@router.get("/{key}/references")
def list_references(
    store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(DocumentReferenceRow)]
) -> Listing[DocumentReferenceRow]:
    """The documents that a document cites."""
    return whole(store, DocumentReferenceRow, "references_of_document", shape, document=key)


@router.get("/{key}/targets")
def list_targets(
    store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(DocumentTargetRow)]
) -> Listing[DocumentTargetRow]:
    """The targets that a document sets."""
    return whole(store, DocumentTargetRow, "targets_of_document", shape, document=key)


@router.get("/{key}/projects")
def list_projects(
    store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(DocumentProjectRow)]
) -> Listing[DocumentProjectRow]:
    """The projects that a document names."""
    return whole(store, DocumentProjectRow, "projects_of_document", shape, document=key)


@router.get("/{key}/versions")
def list_versions(store: Store, key: DocumentKey, shape: Annotated[Shape, shaped(VersionRow)]) -> Listing[VersionRow]:
    """The versions of a document that were loaded, the latest first; /diff compares two."""
    return whole(store, VersionRow, "versions_of_document", shape, document=key)


@router.get("/{key}/citations")
def list_citations(
    store: Store, key: DocumentKey, part: Annotated[Stretch, listed("citations_of_document", CitationRow)]
) -> Listing[CitationRow]:
    """Who cites a document, and where."""
    return stretch_of(store, CitationRow, "citations_of_document", part, document=key)
