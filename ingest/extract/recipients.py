"""The bodies that a document is addressed to: the line of 主送机关, read as the list that it is."""

from functools import lru_cache

from ingest.document import Span, Structure, UnitMention
from ingest.extract.roles import read_roles
from ingest.extract.sharing import complete
from ingest.extract.unit_list import Body, read_units
from ingest.resolve import Place, resolver


@lru_cache(maxsize=1024)  # the papers of one government go to the same bodies
def _bodies(words: str) -> tuple[Body, ...]:
    return tuple(complete(read_units(words, read_roles(words).entries)))


def read_recipients(structure: Structure, place: Place) -> tuple[UnitMention, ...]:
    """One mention a body, in order. Never raises; a document without recipients has none."""
    line = next((span for name, span in structure.header.spans if name == "recipients"), None)
    if line is None:
        return ()
    bodies = _bodies(line.of(structure.source.folded).rstrip(": "))
    mentions = []
    resolve = resolver(place)
    for order, body in enumerate(bodies, start=1):
        span = Span(line.start + body.span.start, line.start + body.span.end)
        name = body.name.replace("(", "（").replace(")", "）")
        written = span.of(structure.source.text)
        mentions.append(UnitMention(name, written, span, "responsible", None, resolve(name), order, 1, "recipients"))
    return tuple(mentions)
