"""The unit that a name means, as the graph keeps it: by its normal name, where that is known for sure."""

from graph.keys import unit_key
from graph.records import UnitRecord
from ingest.identity import Identity, identify
from ingest.resolve import is_collective, jurisdiction_of, place_called, resolve_name

_SURE = 0.9  # of what a name means, that the unit is called by its normal name


def unit_of(identity: Identity, jurisdiction: str | None, *, derived: bool = False) -> UnitRecord:
    """The record of a body; ``jurisdiction`` is that of the document that names it."""
    name, written = identity.names[0], identity.written
    collective = identity.kind == "collective" or is_collective(written)
    if collective or identity.confidence < _SURE or not identity.functions:
        name = written  # a collective is kept as written, and what is not known for sure too
    place = identity.place if identity.functions else jurisdiction_of(name, jurisdiction)
    kind = "collective" if collective else identity.kind
    return UnitRecord(unit_key(place, name), name, place, collective, kind, identity.level, derived)


def key_of_unit(name: str, jurisdiction: str | None) -> str:
    """The key of what a name means in a document of this place: 市财政局 in 贵阳市 is 贵阳市:贵阳市财政局."""
    return unit_of(identify(resolve_name(name, place_called(jurisdiction)), jurisdiction), jurisdiction).key
