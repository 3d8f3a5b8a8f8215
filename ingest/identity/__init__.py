"""Which body a name means: its normal name, its place and what it does, and whether two names mean the same body."""

from ingest.identity.comparing import Comparison, compare
from ingest.identity.following import successors_of
from ingest.identity.members import Member, members_of
from ingest.identity.naming import Identity, identify

__all__ = ["Comparison", "Identity", "Member", "compare", "identify", "members_of", "successors_of"]
