"""How kinds of nodes and edges look in a picture, and what their facts are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.labels import LEVELS, RELATIONS, ROLES


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn: its colour, its shape, its least size, the size of its label, and label length."""

    name: str
    color: str
    shape: str
    size: float
    font: int
    letters: int


# Muted colours that stay apart for colour-blind readers; shapes tell the kinds apart without colour.
LOOKS: dict[str, Look] = {
    "document": Look("文件", "#9e2b25", "square", 20, 15, 16),
    "cited": Look("引用文件", "#d39a94", "square", 8, 11, 11),
    "section": Look("章节", "#6b7280", "dot", 11, 13, 10),
    "measure": Look("条目", "#d9a13b", "dot", 8, 12, 10),
    "passage": Look("条款", "#ecd09a", "dot", 6, 11, 10),
    "unit": Look("单位", "#2f6690", "dot", 7, 12, 11),
    "collective": Look("集合单位", "#6ca0bd", "dot", 7, 12, 11),
    "target": Look("目标", "#4f8a5b", "triangle", 7, 11, 14),
    "project": Look("项目", "#7b5ea7", "diamond", 8, 11, 11),
    "region": Look("地区", "#8a6d4b", "hexagon", 8, 12, 10),
}
UNKNOWN = Look("其他", "#9aa1a9", "dot", 7, 12, 10)


@dataclass(frozen=True, slots=True)
class Line:
    """How a kind of edge is drawn."""

    name: str
    color: str
    width: float
    dashes: bool = False


LINES: dict[str, Line] = {
    "lead": Line(ROLES["lead"], "#b5442e", 2.2),
    "responsible": Line(ROLES["responsible"], "#7fa3c0", 1.2),
    "support": Line(ROLES["support"], "#8db39a", 1.1, dashes=True),
    "guide": Line(ROLES["guide"], "#a48fc4", 1.1, dashes=True),
    "implement": Line(ROLES["implement"], "#c9b07a", 1.1),
    "PART_OF": Line("属于", "#c3c8cf", 1.4),
    "CITES": Line(RELATIONS["cites"], "#d9aaa5", 1.0, dashes=True),
    "SETS": Line("设定", "#9cc0a4", 1.0),
    "NAMES": Line("提及", "#b6a4d1", 1.0),
    "ISSUED": Line("印发", "#9e2b25", 1.6),
    "ADDRESSED_TO": Line("主送", "#d5c0a8", 0.9, dashes=True),
    "IN_REGION": Line("位于", "#cdbfae", 1.0),
    "WITHIN": Line("隶属", "#cdbfae", 1.0),
    "SHARES": Line("共同负责", "#7fa3c0", 1.2),
}
UNKNOWN_LINE = Line("关系", "#c3c8cf", 1.0)


FACTS = {
    "doc_number": "发文字号",
    "issued_on": "成文日期",
    "status": "状态",
    "jurisdiction": "地区",
    "path": "序号",
    "section": "章节",
    "metric": "指标",
    "role": "角色",
    "role_as_written": "角色原文",
    "as_written": "原文写法",
    "relation": "关系",
    "deadline": "期限",
    "derived": "推定",
    "level": "级别",
    "items": "条目",
    "units": "单位",
    "documents": "文件",
    "shared": "共同条目",
    "rule": "规则",
}
WORDS: dict[str, Mapping[str, str]] = {
    "role": ROLES,
    "relation": RELATIONS,
    "level": LEVELS,
    "status": {"held": "已入库", "cited": "仅被引用"},
}
