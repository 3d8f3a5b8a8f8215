"""Jinja templates: autoescape on, Chinese words for codes, links that are safe for every key."""

import json
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from api.comparing import WHAT
from graph.remembered import as_of

TEMPLATES = files("api") / "templates"
STATIC = files("api") / "static"

ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合", "guide": "指导", "implement": "落实"}
KINDS = {
    "document": "文件",
    "cited": "引用文件",
    "section": "章节",
    "item": "条目",
    "measure": "条目",
    "passage": "条款",
    "unit": "单位",
    "collective": "集合单位",
    "target": "目标",
    "project": "项目",
    "region": "地区",
}
RELATIONS = {
    "cites": "引用",
    "based_on": "依据",
    "implements": "落实",
    "revises": "修订",
    "repeals": "废止",
    "forwards": "转发",
    "to_draft": "拟制定",
}
UNIT_KINDS = {
    "government": "政府",
    "party": "党群机关",
    "department": "部门",
    "committee": "议事协调机构",
    "zone authority": "园区管理机构",
    "institution": "事业单位",
    "company": "企业",
    "court": "司法机关",
    "bank branch": "金融机构分支",
    "collective": "集合单位",
    "placeholder": "泛称",
}
LEVELS = {"nation": "国家级", "province": "省级", "prefecture": "市（州）级", "county": "县（区）级", "zone": "园区"}
STANDINGS = {
    "held": "已收录",
    "cited": "仅被引用",
    "ambiguous": "有歧义",
    "party": "党内文件",
    "malformed": "文号不成立",
}
VERDICTS = {"same": "相同", "different": "不同", "unsure": "不确定"}
ABOUT = {"unit": "单位", "document": "文件", "role": "角色", "split": "拆分"}
COMPARATORS = {">=": "≥ ", "<=": "≤ ", "=": "", "+": "+", "x": "×"}
COLUMNS = {
    "key": "编号",
    "title": "标题",
    "doc_number": "发文字号",
    "issued_on": "成文日期",
    "recipients": "主送机关",
    "status": "状态",
    "jurisdiction": "地区",
    "items": "条目",
    "item": "条目",
    "units": "单位",
    "unit": "单位",
    "name": "名称",
    "cited_by": "被引用",
    "cited": "引用文件",
    "document": "文件",
    "documents": "文件",
    "document_title": "文件标题",
    "source_document": "来源文件",
    "source_title": "来源标题",
    "path": "序号",
    "kind": "类别",
    "label": "标号",
    "heading": "标题句",
    "text": "正文",
    "role": "角色",
    "role_as_written": "角色原文",
    "partner": "协作单位",
    "partner_name": "协作单位名称",
    "partner_role": "协作单位角色",
    "shared": "共同条目",
    "collective": "集合单位",
    "deadline": "期限",
    "derived": "推定",
    "open": "列举未尽",
    "as_written": "原文写法",
    "start": "起",
    "end": "止",
    "quote": "原文",
    "rule": "规则",
    "relation": "关系",
    "metric": "指标",
    "comparator": "比较",
    "value": "数值",
    "project": "项目",
    "lead": "牵头",
    "context": "上下文",
    "score": "得分",
    "through": "经由集合单位",
    "items_through": "经集合单位的条目",
    "shared_through": "经集合单位共同的条目",
    "level": "级别",
    "chain": "链",
    "step": "步",
    "cited_title": "被引文件标题",
    "cited_level": "被引文件级别",
    "citations": "引用处",
    "way": "路径",
    "cosine": "相近度",
    "examples": "依据",
    "degree": "协作单位数",
    "strength": "联系强度",
    "betweenness": "中介中心性",
    "estimated": "估计值",
    "effective_size": "有效规模",
    "constraint": "约束度",
    "community": "群体",
    "closest": "联系最紧的单位",
    "closest_name": "联系最紧的单位名称",
    "size": "规模",
    "inside": "内部占比",
    "modularity": "模块度",
    "standing": "状况",
    "candidates": "可能是",
    "copies": "其他文本",
    "version": "版本",
    "ordinal": "次序",
    "loaded_at": "装载时间",
    "source_name": "来源",
    "current": "当前",
    "direction": "前后",
    "on": "时间",
    "source": "依据",
    "about": "对象",
    "subject": "甲",
    "object": "乙",
    "verdict": "决定",
    "who": "决定人",
    "when": "时间",
    "why": "理由",
    "marks": "所在位置",
    "facet": "筛选项",
}
MESSAGES = {
    403: "这里不能修改",
    404: "没有找到",
    405: "这里不支持这样的请求",
    409: "有多个同名单位",
    413: "文件太大",
    415: "不支持这种文件",
    422: "无法处理",
    500: "服务器出错了",
    503: "图数据库没有应答",
    504: "查询超时",
}
# Paths on a field of 20 by 20 around the middle, for the legend.
SHAPES = {
    "dot": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
    "square": "M-7-7H7V7H-7Z",
    "triangle": "M0-8L8 7H-8Z",
    "diamond": "M0-9L7 0L0 9L-7 0Z",
    "hexagon": "M-8 0L-4-7H4L8 0L4 7H-4Z",
}


def render(request: Request, template: str, values: dict[str, Any], status_code: int = 200) -> HTMLResponse:
    """A template as a page."""
    page = _environment.get_template(template).render(request=request, as_of=as_of(), **values)
    return HTMLResponse(page, status_code)


def path_of(kind: str, key: str) -> str:
    """The page of a thing; kinds without a page of their own lead to the search for their name."""
    folder = {"document": "documents", "cited": "documents", "unit": "units", "collective": "units"}.get(kind)
    if kind in ("item", "measure", "passage"):
        folder = "items"
    if folder is None:
        return f"/view/search?text={quote(key.partition(':')[2] or key, safe='')}"
    return f"/view/{folder}/{quote(key, safe='')}"


def embed(value: object) -> Markup:
    """JSON for a ``<script type="application/json">`` block: no text in it can end the block or open another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def segment(text: str) -> str:
    """A key as one segment of a path or one value of a query."""
    return quote(text, safe="")


def number(value: float) -> str:
    """A figure as people write it: 30 rather than 30.0."""
    return f"{value:,.10g}"


def pretty(value: object) -> str:
    """JSON for reading."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _environment_of_pages() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"segment": segment, "number": number, "pretty": pretty}
    environment.globals |= {
        "ROLES": ROLES,
        "KINDS": KINDS,
        "RELATIONS": RELATIONS,
        "UNIT_KINDS": UNIT_KINDS,
        "LEVELS": LEVELS,
        "STANDINGS": STANDINGS,
        "VERDICTS": VERDICTS,
        "ABOUT": ABOUT,
        "WHAT": WHAT,
        "COMPARATORS": COMPARATORS,
        "COLUMNS": COLUMNS,
        "MESSAGES": MESSAGES,
        "SHAPES": SHAPES,
        "path_of": path_of,
        "embed": embed,
    }
    return environment


_environment = _environment_of_pages()
