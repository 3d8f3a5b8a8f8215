"""The sample documents with something for people to decide: two bodies that may be one, a title that two documents
have, a clause that names no role.
"""

import dataclasses

from graph.keys import document_key
from graph.records import CitationRecord, CitedDocumentRecord, DocumentGraph
from tests.sample_graph import CITY, notice, plan

TITLE = "云川市教育提升行动方案"
BY_TITLE = document_key(None, TITLE)
SECOND = "云府发〔2025〕8号"


def doubtful_documents() -> tuple[DocumentGraph, ...]:
    """The plan, another document of its title, and the notice, which cites that title alone and names no role."""
    given, cites = plan(), notice()
    other = dataclasses.replace(
        given.document, key=SECOND, doc_number=SECOND, text="云川市人民政府的方案", sha256="1" * 64, jurisdiction=CITY
    )
    old = cites.citations[0]
    citation = CitationRecord(old.source, old.source_kind, BY_TITLE, old.relation, old.evidence, BY_TITLE, TITLE)
    return (
        given,
        DocumentGraph(document=other),
        dataclasses.replace(
            cites,
            cited_documents=(CitedDocumentRecord(BY_TITLE, TITLE, None),),
            citations=(citation,),
            responsibilities=tuple(dataclasses.replace(duty, role_as_written=None) for duty in cites.responsibilities),
        ),
    )
