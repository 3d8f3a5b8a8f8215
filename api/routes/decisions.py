"""/review and /decisions: what waits for a person, what people decided."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from api.answers import stretch_of
from api.deciding import Candidates, JsonOnly, keep, take_back
from api.dependencies import Store, Writer, listed, stretches
from api.responses import About, CandidateRow, DecisionAnswer, DecisionRequest, DecisionRow, Listing
from api.stretches import Stretch
from api.waiting import SORTS, check_sort, stretch_of_waiting

router = APIRouter(tags=["decisions"])
AboutWhat = Annotated[About | None, Query(description="Only those about this.")]


@router.get("/review/candidates")
def list_candidates(
    store: Store,
    waiting: Candidates,
    part: Annotated[Stretch, stretches(SORTS, CandidateRow, check_sort)],
    about: AboutWhat = None,
) -> Listing[CandidateRow]:
    """What waits for a decision, that first on which most items depend; what was decided is left out."""
    return stretch_of_waiting(waiting, store, about, part)


@router.get("/decisions")
def list_decisions(
    store: Store, part: Annotated[Stretch, listed("decisions", DecisionRow)], about: AboutWhat = None
) -> Listing[DecisionRow]:
    """Decisions that stand, the latest first."""
    return stretch_of(store, DecisionRow, "decisions", part, about=about)


@router.post("/decisions", status_code=status.HTTP_201_CREATED, dependencies=[JsonOnly])
def make_decision(wanted: DecisionRequest, writer: Writer) -> DecisionAnswer:
    """Keep a decision and lay it over every document that it touches; it can be taken back."""
    return keep(writer, wanted)


@router.delete("/decisions/{key}")
def undo_decision(writer: Writer, key: Annotated[str, Path(description="Key of a decision.")]) -> DecisionAnswer:
    """Take a decision back: what it changed reads as before."""
    return take_back(writer, key)
