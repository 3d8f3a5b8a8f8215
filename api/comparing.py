"""Two versions of a document, or two documents, of the store: read, compared, told in plain values."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from graph.errors import NotFound
from graph.queries import query
from graph.versions import read_version

if TYPE_CHECKING:
    from graph.difference import Difference
    from graph.records import DocumentGraph
    from graph.store import GraphStore

WHAT = {
    "title": "标题", "doc_number": "文号", "issued_on": "成文日期", "recipients": "主送机关", "heading": "条目标题",
    "text": "条目正文", "unit": "单位", "role": "角色", "deadline": "期限", "target": "目标",
}  # fmt: skip


def stored(store: "GraphStore", key: str) -> "DocumentGraph":
    """What a version (``key@…``), or the current version of a document, says.

    Raises:
        NotFound: the store has neither version nor held document of this key.
    """
    rows = store.read(query("versions_of_document"), document=key)
    current = next((row["version"] for row in rows if row["current"]), None)
    if current is None and "@" not in key:
        raise NotFound(f"No held document has the key {key!r}. List them: policy-graph query documents.")
    return read_version(store, current or key)


def as_plain(found: "Difference") -> dict[str, Any]:
    """The difference as plain values; items by path, label and heading."""

    def named(items: Any) -> list[dict[str, str]]:
        return [{"key": i.key, "path": i.path, "label": i.label, "heading": i.heading} for i in items]

    return {
        "head": [asdict(change) for change in found.head],
        "added": named(found.added),
        "dropped": named(found.dropped),
        "changed": [asdict(item) for item in found.both],
        "same": found.same,
    }
