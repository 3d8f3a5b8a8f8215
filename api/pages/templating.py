"""Jinja templates: autoescape on, Chinese words for codes, links that are safe for every key."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from api.comparing import WHAT
from graph.asked import asked
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
REASONS = {  # why two units may be one: ingest.identity.comparing says it in English
    "one of the names does not say which body": "其中一个名称没有写明是哪个单位",
    "the names agree, but the place of neither is known": "名称一致，但两者所属地区都不明",
    "one of the names only hints at the body": "其中一个名称只是近似写法",
    "one place and one function": "同一地区、同一职能",
    "one place and one name": "同一地区、同一名称",
    "the place of one of the names is not known": "其中一个名称所属地区不明",
    "one name may abbreviate the other": "其中一个名称可能是另一个的简称",
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
    "addressed": "主送",
    "alone": "独自负责",
    "builders": "建设单位",
    "characters": "字数",
    "clause": "条款",
    "collective_units": "集合单位",
    "decided_at": "最近决定",
    "decisions": "人工决定",
    "documents_cited": "引用文件",
    "documents_held": "已收录文件",
    "due": "到期",
    "facts": "事实",
    "fractional": "按份计",
    "function": "职能",
    "group": "组",
    "issued": "印发",
    "issuers": "发文机关",
    "item_units": "同条目单位",
    "largest": "最大",
    "level_from": "起始级别",
    "measure": "计量单位",
    "next": "下一步",
    "order": "次序",
    "other_due": "后者：到期",
    "other_examples": "后者：依据",
    "other_items": "后者：条目",
    "other_lead": "后者：牵头",
    "other_support": "后者：配合",
    "other_targets": "后者：目标",
    "other_units": "后者：单位",
    "others": "其他单位",
    "own_items": "本单位条目",
    "parent": "上级",
    "partner_items": "对方条目",
    "projects": "项目",
    "regions": "地区",
    "responsibilities": "责任",
    "roles": "角色",
    "sections": "章节",
    "smallest": "最小",
    "support": "配合",
    "target": "目标",
    "targets": "目标",
    "unit_items": "本单位条目",
    "versions": "版本",
    "warnings": "提示",
    "weight": "权重",
    "year": "年度",
    "region": "地区",
}
PARAMETERS = {  # what a form calls them, where that is not what a column of the name is called
    "limit": "最多行数",
    "offset": "略去行数",
    "by": "排列依据",
    "minimum": "至少",
    "most": "最多",
    "text": "文字",
    "expand": "集合单位",
    "examples": "例数",
    "seed": "随机种子",
    "one": "前者",
    "other": "后者",
    "ways": "路径数",
    "steps": "步数",
    "collectives": "经集合单位",
    "edges": "条数",
    "units": "单位数",
    "items": "条目数",
    "name": "名称",
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
NAVIGATION = (
    ("/view/documents", "文件", "Documents"),
    ("/view/units", "单位", "Units"),
    ("/view/queries/pairs", "协作", "Together"),
    ("/view/targets", "目标", "Targets"),
    ("/view/references", "引用", "Citations"),
    ("/view/comparison", "对照", "Compare"),
    ("/view/review", "核对", "Review"),
    ("/view/queries", "查询", "Questions"),
    ("/docs", "接口", "API"),
)
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
    return HTMLResponse(rendered(template, values | {"request": request}), status_code)


def rendered(template: str, values: dict[str, Any]) -> str:
    """A template as text."""
    return _environment.get_template(template).render(as_of=as_of(), **values)


def path_of(kind: str, key: str) -> str:
    """The page of a thing: of a project what names it, of a region (by its name) its units."""
    if kind == "project":
        return f"/view/queries/items_of_project?project={quote(key, safe='')}"
    if kind == "region":
        return f"/view/units?text={quote(key, safe='')}"
    folder = {"document": "documents", "cited": "documents", "unit": "units", "collective": "units"}.get(kind)
    if kind in ("item", "measure", "passage"):
        folder = "items"
    if folder is None:  # a kind without a page of its own: the search for its name
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


def address(values: Mapping[str, Any]) -> str:
    """Values of a question's parameters as the query of an address."""
    texts = {
        name: ",".join(map(str, value))
        if isinstance(value, list | tuple)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
        for name, value in values.items()
        if value is not None and name != "phrase"  # made of the text
    }
    return urlencode(texts)


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
    environment.filters |= {"address": address, "segment": segment, "number": number, "pretty": pretty}
    environment.globals |= {
        "ROLES": ROLES,
        "KINDS": KINDS,
        "RELATIONS": RELATIONS,
        "UNIT_KINDS": UNIT_KINDS,
        "LEVELS": LEVELS,
        "STANDINGS": STANDINGS,
        "REASONS": REASONS,
        "VERDICTS": VERDICTS,
        "ABOUT": ABOUT,
        "WHAT": WHAT,
        "COMPARATORS": COMPARATORS,
        "COLUMNS": COLUMNS,
        "PARAMETERS": PARAMETERS,
        "MESSAGES": MESSAGES,
        "NAVIGATION": NAVIGATION,
        "SHAPES": SHAPES,
        "asked": asked,
        "path_of": path_of,
        "embed": embed,
    }
    return environment


_environment = _environment_of_pages()
