"""The bodies that a person says a name stands for, as the graph keeps them."""

from graph.decisions import SEPARATOR, names_of_split
from graph.queries import query
from graph.store import GraphStore
from ingest.unit_record import key_of_unit


def keys_of_split(store: GraphStore, document: str, words: str) -> str:
    """``words`` (names or keys, with 、 between) as keys: 市财政局 means what it means in the document."""
    rows = store.read(query("document_of_key"), document=document)
    jurisdiction = rows[0]["jurisdiction"] if rows else None
    names = names_of_split(words)
    return SEPARATOR.join(name if ":" in name else key_of_unit(name, jurisdiction) for name in names)
