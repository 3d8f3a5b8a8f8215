"""What the examples of the wire models share: facts of one real document."""

from typing import Any

from pydantic import ConfigDict

DOCUMENT = "筑府办函〔2023〕7号"
TITLE = "贵阳贵安教育三年攻坚行动方案"
ITEM = f"{DOCUMENT}:2.4"
EVIDENCE: dict[str, Any] = {"start": 1944, "end": 1977, "rule": "clause.bracket"}
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
    "unit_start": 1957,
    "unit_end": 1961,
    "open": False,
    "deadline": None,
    "derived": False,
    **EVIDENCE,
    "quote": CLAUSE,
}
PLACE: dict[str, Any] = {"document": DOCUMENT, "document_title": TITLE, "path": "2.4", "heading": "动态调整收费"}
PLACE_OF_ITEM: dict[str, Any] = {"item": ITEM, "document": DOCUMENT, "path": "2.4", "heading": "动态调整收费"}
CLAUSE_EVIDENCE: dict[str, Any] = {"start": 1944, "end": 1977, "quote": CLAUSE}
DUTY_EXAMPLE: dict[str, Any] = {**PLACE_OF_ITEM, **CLAUSE_EVIDENCE, "role": "responsible"}
SHARED_EXAMPLE: dict[str, Any] = {**DUTY_EXAMPLE, "partner_role": "responsible"}
CITED: dict[str, Any] = {"title": "关于解决形式主义突出问题为基层减负的通知", "doc_number": "中办发〔2019〕16号"}
TARGET: dict[str, Any] = {
    "key": f"{DOCUMENT}:3.4:t1",
    "item": f"{DOCUMENT}:3.4",
    "metric": "专职教研员",
    "comparator": ">=",
    "value": 3.0,
    "unit": "名",
    "deadline": None,
    "quote": "确保学前教育至少有三名专职教研员",
}
TARGET_EVIDENCE: dict[str, Any] = {"start": 2778, "end": 2794, "rule": "quantity"}
PROJECT = {"project": "贵阳市:人大附中贵阳共建校", "name": "人大附中贵阳共建校"}
PROJECT_EVIDENCE: dict[str, Any] = {"start": 3504, "end": 3513, "quote": "人大附中贵阳共建校", "rule": "plain"}
CITED_EVIDENCE: dict[str, Any] = {
    "start": 690,
    "end": 726,
    "quote": "《关于解决形式主义突出问题为基层减负的通知》(中办发〔2019〕16号)",
}


def example(*columns: dict[str, Any], **values: Any) -> ConfigDict:
    """The settings of a frozen model with this example: columns put together, then values."""
    shown = {name: value for column in columns for name, value in column.items()} | values
    return ConfigDict(frozen=True, json_schema_extra={"examples": [shown]})
