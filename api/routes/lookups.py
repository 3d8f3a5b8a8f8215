"""/lookup: many keys at once."""

from fastapi import APIRouter

from api.deciding import JsonOnly
from api.dependencies import Store
from api.looking import look_up
from api.responses import LookupAnswer, LookupRequest

router = APIRouter(tags=["lookup"])


@router.post("/lookup", dependencies=[JsonOnly])
def look_up_keys(store: Store, wanted: LookupRequest) -> LookupAnswer:
    """Up to 100 documents, items and units, each found, not found or ambiguous; changes nothing."""
    return look_up(store, wanted.keys)
