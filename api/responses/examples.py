"""What the examples of the wire models share: facts of one real document."""

from typing import Any

from pydantic import ConfigDict

DOCUMENT = "筑府办函〔2023〕7号"
TITLE = "贵阳贵安教育三年攻坚行动方案"
ITEM = f"{DOCUMENT}:2.4"
EVIDENCE: dict[str, Any] = {"start": 1833, "end": 1868, "rule": "clause.labelled"}
CLAUSE = "(责任单位:市发展改革委、市财政局、市教育局,各区〔市、县〕政府)"
FINANCE = {"unit": "贵阳市:贵阳市财政局", "name": "贵阳市财政局"}
RESPONSIBILITY: dict[str, Any] = {
    **FINANCE,
    "collective": False,
    "role": "responsible",
    "role_as_written": "责任单位",
    "order": 2,
    "group": 1,
    "as_written": "市财政局",
    "unit_start": 1847,
    "unit_end": 1851,
    "open": False,
    "deadline": None,
    "derived": False,
    **EVIDENCE,
    "quote": CLAUSE,
}
PLACE: dict[str, Any] = {"document": DOCUMENT, "document_title": TITLE, "path": "2.4", "heading": "动态调整收费"}
CITED: dict[str, Any] = {"title": "关于解决形式主义突出问题为基层减负的通知", "doc_number": "中办发〔2019〕16号"}
TARGET: dict[str, Any] = {
    "key": f"{DOCUMENT}:5.1:t1",
    "item": f"{DOCUMENT}:5.1",
    "path": "5.1",
    "metric": "公办幼儿园",
    "comparator": "+",
    "value": 30.0,
    "unit": "所",
    "deadline": "2025",
    "quote": "到2025年新增公办幼儿园30所",
}
PROJECT = {"project": "贵阳市:贵州希望实验学校", "name": "贵州希望实验学校"}


def example(*columns: dict[str, Any], **values: Any) -> ConfigDict:
    """The settings of a frozen model with this example: columns put together, then values."""
    shown = {name: value for column in columns for name, value in column.items()} | values
    return ConfigDict(frozen=True, json_schema_extra={"examples": [shown]})
