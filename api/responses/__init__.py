"""The wire models: what the REST API answers, one class for each kind of row.

Nothing here is known to ``graph`` or ``ingest``. Field names are the columns of ``cypher/read``, so that a row of a
query validates as it is. Every model has an example, out of one real document, and a test validates it.
"""

from api.responses.catalogue import ParamAnswer, QueryAnswer, QueryRows
from api.responses.claims import (
    DocumentProjectRow,
    DocumentReferenceRow,
    DocumentTargetRow,
    Duty,
    Evidence,
    ItemProjectRow,
    ItemReferenceRow,
    ItemTargetRow,
    ItemUnitRow,
    ResponsibilityRow,
)
from api.responses.documents import CitationRow, DocumentDetail, DocumentRow, Named, TextAnswer, TreeRow, UploadAnswer
from api.responses.items import ItemDetail, ItemHead, ItemRow
from api.responses.listing import Comparator, Listing, Role, Standing, Status
from api.responses.registers import Counts, ProjectItemRow, ProjectRow, ReferenceRow, SearchRow, TargetRow
from api.responses.service import Alive, Candidate, Fault, Problem, Ready
from api.responses.units import PairItemRow, PairRow, PartnerRow, RoleCount, UnitDetail, UnitItemRow, UnitRow

__all__ = [
    "Alive",
    "Candidate",
    "CitationRow",
    "Comparator",
    "Counts",
    "DocumentDetail",
    "DocumentProjectRow",
    "DocumentReferenceRow",
    "DocumentRow",
    "DocumentTargetRow",
    "Duty",
    "Evidence",
    "Fault",
    "ItemDetail",
    "ItemHead",
    "ItemProjectRow",
    "ItemReferenceRow",
    "ItemRow",
    "ItemTargetRow",
    "ItemUnitRow",
    "Listing",
    "Named",
    "PairItemRow",
    "PairRow",
    "ParamAnswer",
    "PartnerRow",
    "Problem",
    "ProjectItemRow",
    "ProjectRow",
    "QueryAnswer",
    "QueryRows",
    "Ready",
    "ReferenceRow",
    "ResponsibilityRow",
    "Role",
    "RoleCount",
    "SearchRow",
    "Standing",
    "Status",
    "TargetRow",
    "TextAnswer",
    "TreeRow",
    "UnitDetail",
    "UnitItemRow",
    "UnitRow",
    "UploadAnswer",
]
