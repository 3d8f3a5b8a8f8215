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
from api.responses.decisions import About, CandidateRow, DecisionAnswer, DecisionRequest, DecisionRow
from api.responses.differences import ChangedItem, ChangeRow, DifferenceAnswer, ItemName
from api.responses.documents import (
    CitationRow,
    DocumentDetail,
    DocumentRow,
    Named,
    TextAnswer,
    TreeRow,
    UploadAnswer,
    VersionRow,
)
from api.responses.items import ItemDetail, ItemHead, ItemRow
from api.responses.listing import Comparator, Expand, Listing, Role, Standing, Status
from api.responses.lookups import LookupAnswer, LookupKey, LookupRequest, LookupRow
from api.responses.registers import (
    Counts,
    HeldDocument,
    ProjectItemRow,
    ProjectRow,
    ReferenceRow,
    SearchRow,
    StandingRow,
    TargetRow,
)
from api.responses.service import Alive, Candidate, Fault, Problem, Ready
from api.responses.statements import StatementAnswer, StatementRequest
from api.responses.units import (
    CollectiveRow,
    MemberRow,
    PairItemRow,
    PairRow,
    PartnerRow,
    RoleCount,
    SuccessionRow,
    UnitDetail,
    UnitItemRow,
    UnitRow,
)

__all__ = [
    "About",
    "Alive",
    "Candidate",
    "CandidateRow",
    "ChangeRow",
    "ChangedItem",
    "CitationRow",
    "CollectiveRow",
    "Comparator",
    "Counts",
    "DecisionAnswer",
    "DecisionRequest",
    "DecisionRow",
    "DifferenceAnswer",
    "DocumentDetail",
    "DocumentProjectRow",
    "DocumentReferenceRow",
    "DocumentRow",
    "DocumentTargetRow",
    "Duty",
    "Evidence",
    "Expand",
    "Fault",
    "HeldDocument",
    "ItemDetail",
    "ItemHead",
    "ItemName",
    "ItemProjectRow",
    "ItemReferenceRow",
    "ItemRow",
    "ItemTargetRow",
    "ItemUnitRow",
    "Listing",
    "LookupAnswer",
    "LookupKey",
    "LookupRequest",
    "LookupRow",
    "MemberRow",
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
    "StandingRow",
    "StatementAnswer",
    "StatementRequest",
    "Status",
    "SuccessionRow",
    "TargetRow",
    "TextAnswer",
    "TreeRow",
    "UnitDetail",
    "UnitItemRow",
    "UnitRow",
    "UploadAnswer",
    "VersionRow",
]
