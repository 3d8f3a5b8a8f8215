"""The 督办台账 of a document: what a supervision office ticks off, one measure a line, with the words it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.errors import NotFound
from graph.queries import query
from graph.store import GraphStore

COLUMNS = (
    *("序号", "章节", "条目", "工作任务", "牵头单位", "责任单位", "配合单位", "其他单位", "推定单位"),
    *("目标", "完成时限", "责任原文", "落实情况"),
)
_ASKED = ("tree_of_document", "responsibilities_of_document", "targets_of_document")
_ROLES = {"lead": "牵头单位", "responsible": "责任单位", "support": "配合单位"}
_SIGNS = {">=": "≥", "<=": "≤", "+": "增加", "x": "×", "=": ""}


@dataclass(slots=True)
class _Line:
    bodies: dict[str, dict[str, None]] = field(default_factory=dict)  # names by column, each once, in their order
    targets: list[str] = field(default_factory=list)
    deadlines: dict[str, None] = field(default_factory=dict)
    quotes: dict[str, None] = field(default_factory=dict)


def ledger(store: GraphStore, document: str) -> list[dict[str, Any]]:
    """Lines of the columns ``COLUMNS``: every measure, and every passage that has a duty or a target of its own.

    A measure whose duties stand in its passages has none itself. 推定单位 answer by a statement for all tasks; they are
    kept apart from what the clause says. Bodies stand one on a line, because names hold 、 too. 落实情况 is left for
    who keeps the ledger.

    Raises:
        NotFound: the document is not held.
    """
    if not store.read(query("text_of_document"), document=document):
        raise NotFound(f"No document with the key {document!r} is held. List them: policy-graph query documents.")
    tree = store.read(query("tree_of_document"), document=document)
    sections = {row["key"]: f"{row['label']}{row['heading']}" for row in tree if row["kind"] == "section"}
    items = {row["key"]: row for row in tree if row["kind"] != "section"}
    lines = {key: _Line() for key in items}
    _duties(lines, store.read(query("responsibilities_of_document"), document=document))
    _targets(lines, store.read(query("targets_of_document"), document=document))
    rows: list[dict[str, Any]] = []
    for key, line in lines.items():
        item = items[key]
        if item["kind"] != "measure" and not (line.bodies or line.targets):
            continue
        measure = items.get(item["parent"], item)
        row: dict[str, Any] = {
            "序号": len(rows) + 1,
            "章节": sections.get(measure["parent"], ""),
            "条目": item["path"],
            "工作任务": item["heading"] or measure["heading"],
            "目标": "\n".join(line.targets),
            "完成时限": "\n".join(line.deadlines),
            "责任原文": "\n".join(line.quotes),
        }
        rows.append(row | {column: "\n".join(names) for column, names in line.bodies.items()})
    return [{column: row.get(column, "") for column in COLUMNS} for row in rows]


def about(document: str, lines: int) -> list[tuple[str, object]]:
    """What is said of a ledger on another sheet: of which document it is, and the Cypher that found it."""
    said: list[tuple[str, object]] = [("文件", document), ("条数", lines)]
    return said + [(f"Cypher {name}", query(name).text) for name in _ASKED]


def _duties(lines: dict[str, _Line], rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        line = lines[row["item"]]
        column = "推定单位" if row["derived"] else _ROLES.get(row["role"], "其他单位")
        line.bodies.setdefault(column, {})[row["name"]] = None
        if not row["derived"]:
            line.quotes[row["quote"]] = None
            if row["deadline"]:
                line.deadlines[row["deadline"]] = None


def _targets(lines: dict[str, _Line], rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        if row["item"] in lines:
            line = lines[row["item"]]
            line.targets.append(f"{row['metric']} {_SIGNS.get(row['comparator'], '')}{row['value']:.12g}{row['unit']}")
            if row["deadline"]:
                line.deadlines[row["deadline"]] = None
