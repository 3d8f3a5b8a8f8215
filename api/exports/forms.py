"""The forms that answers are exported in, with their media types."""

from enum import StrEnum

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TableForm(StrEnum):
    """How rows are written to a file."""

    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"


class GraphForm(StrEnum):
    """How a subgraph is written to a file."""

    graphml = "graphml"
    gexf = "gexf"
    jsonld = "jsonld"
    cyjs = "cyjs"
    html = "html"


TABLE_TYPES = {
    TableForm.csv: "text/csv; charset=utf-8",
    TableForm.xlsx: XLSX,
    TableForm.jsonl: "application/jsonl; charset=utf-8",
}
GRAPH_TYPES = {
    GraphForm.graphml: "application/graphml+xml",
    GraphForm.gexf: "application/gexf+xml",
    GraphForm.jsonld: "application/ld+json",
    GraphForm.cyjs: "application/json",
    GraphForm.html: "text/html; charset=utf-8",
}
