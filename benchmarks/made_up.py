"""Documents that nobody wrote, alike in shape to real ones: for timing a full store without reading real files."""

import hashlib
import random
from collections.abc import Iterator

from graph.keys import document_key, item_key, project_key, section_key, target_key, unit_key
from graph.records import (
    CitationRecord,
    CitedDocumentRecord,
    DocumentGraph,
    DocumentRecord,
    Evidence,
    IssuanceRecord,
    ItemRecord,
    NamingRecord,
    ProjectRecord,
    RegionRecord,
    ResponsibilityRecord,
    SectionRecord,
    TargetRecord,
    UnitRecord,
    UnitRegionRecord,
)

PLACES = ("贵阳市", "遵义市", "六盘水市", "安顺市", "毕节市", "铜仁市", "兴义市", "凯里市")
BUREAUX = [
    "教育局",
    "财政局",
    "发展改革委",
    "人力资源社会保障局",
    "自然资源和规划局",
    "住房城乡建设局",
    "大数据局",
    "审计局",
    "科技局",
    "公安局",
    "民政局",
    "司法局",
    "生态环境局",
    "交通运输局",
    "水务局",
    "农业农村局",
    "商务局",
    "文化和旅游局",
    "卫生健康局",
    "应急局",
    "市场监管局",
    "体育局",
    "统计局",
    "医保局",
    "林业局",
    "投资促进局",
    "信访局",
    "乡村振兴局",
    "国资委",
    "委编办",
]
WORDS = [
    "推进",
    "优化",
    "完善",
    "数字经济",
    "营商环境",
    "教育质量",
    "学位供给",
    "人才队伍",
    "产业园区",
    "乡村振兴",
    "生态保护",
    "大气污染",
    "防治",
    "智慧城市",
    "公共服务",
    "就业创业",
    "科技创新",
    "交通基础设施",
    "养老服务",
    "医疗保障",
    "项目建设",
    "监督考核",
    "专项资金",
    "体制机制",
    "统筹协调",
]


def made_up_documents(count: int, items: int = 20, seed: int = 7) -> Iterator[DocumentGraph]:
    """``count`` documents of ``items`` measures in four sections, 1 to 11 units each, targets, citations, projects."""
    chance = random.Random(seed)  # noqa: S311 - made-up data, no secret
    for number in range(1, count + 1):
        yield _document(chance, number, items)


def _document(chance: random.Random, number: int, items: int) -> DocumentGraph:
    place = PLACES[number % len(PLACES)]
    year = 2015 + number % 10
    doc_number = f"测府发〔{year}〕{number}号"
    key = document_key(doc_number, None)
    lines: list[str] = []
    records: dict[str, list[object]] = {name: [] for name in ("items", "resp", "targets", "cites", "names")}
    units: dict[str, UnitRecord] = {}
    cited: dict[str, CitedDocumentRecord] = {}
    projects: dict[str, ProjectRecord] = {}

    def unit(name: str) -> str:
        made = unit_key(place, name)
        units[made] = UnitRecord(made, name, place, "各区" in name)
        return made

    def evidence(start: int, quote: str, rule: str) -> Evidence:
        return Evidence(key, start, start + len(quote), quote, rule)

    offset = 0
    for ordinal in range(1, items + 1):
        section, place_in_section = (ordinal - 1) // 5 + 1, (ordinal - 1) % 5 + 1
        path = f"{section}.{place_in_section}"
        item = item_key(key, path)
        heading = "".join(chance.sample(WORDS, 2))
        names = [place + name for name in chance.sample(BUREAUX, min(len(BUREAUX), int(chance.triangular(1, 11, 5))))]
        names += [f"{place}各区（市、县）政府"] * (chance.random() < 0.4)
        clause = f"（责任单位：{'、'.join(names)}）"
        text = f"{heading}。{'，'.join(chance.sample(WORDS, 12))}。到{year + 3}年达到{ordinal * 10}家。{clause}"
        at = offset + text.index(clause)
        records["items"].append(
            ItemRecord(item, section_key(key, section), path, "measure", ordinal, f"（{place_in_section}）", heading,
                       text, evidence(offset, text, "made-up"))
        )  # fmt: skip
        for order, name in enumerate(names, 1):
            begin = at + clause.index(name)
            records["resp"].append(
                ResponsibilityRecord(unit(name), item, "lead" if order == 1 and number % 3 == 0 else "responsible",
                                     "责任单位", order, 1, name, begin, begin + len(name), False, None, False,
                                     evidence(at, clause, "made-up"))
            )  # fmt: skip
        if ordinal % 4 == 0:
            records["targets"].append(
                TargetRecord(target_key(item, 1), item, "item", heading, ">=", ordinal * 10.0, "家", str(year + 3),
                             evidence(offset, f"达到{ordinal * 10}家", "made-up"))
            )  # fmt: skip
        if ordinal % 5 == 0:
            other = chance.randrange(1, 900)
            other_number = f"测府发〔{2015 + other % 10}〕{other}号"
            cited[other_number] = CitedDocumentRecord(
                other_number, f"关于{WORDS[other % len(WORDS)]}的意见", other_number
            )
            records["cites"].append(
                CitationRecord(item, "item", other_number, "cites", evidence(offset, other_number, "made-up"))
            )
            name = f"{place}{WORDS[other % len(WORDS)]}工程"
            project = project_key(place, name)
            projects[project] = ProjectRecord(project, name, place)
            records["names"].append(NamingRecord(item, "item", project, evidence(offset, name, "made-up")))
        lines.append(text)
        offset += len(text) + 1
    body = "\n".join(lines)
    office = unit(f"{place}人民政府办公厅")
    return DocumentGraph(
        document=DocumentRecord(key, f"{place}{chance.choice(WORDS)}行动方案（{number}）", doc_number,
                                f"{year}-03-01", None, place, body, f"made-up-{number}.txt",
                                hashlib.sha256(body.encode()).hexdigest(), "text/plain", ()),
        sections=tuple(
            SectionRecord(section_key(key, n), n, f"{n}、", WORDS[n], 0, 0) for n in range(1, items // 5 + 1)
        ),
        items=tuple(records["items"]),  # type: ignore[arg-type]
        units=tuple(units.values()),
        regions=(RegionRecord("520000", "贵州省", "province", None),
                 RegionRecord(place, place, "prefecture", "520000")),
        unit_regions=tuple(UnitRegionRecord(made, place) for made in units),
        responsibilities=tuple(records["resp"]),  # type: ignore[arg-type]
        cited_documents=tuple(cited.values()),
        citations=tuple(records["cites"]),  # type: ignore[arg-type]
        targets=tuple(records["targets"]),  # type: ignore[arg-type]
        projects=tuple(projects.values()),
        namings=tuple(records["names"]),  # type: ignore[arg-type]
        issuances=(IssuanceRecord(office, 1, evidence(0, f"{place}人民政府办公厅", "made-up")),),
    )  # fmt: skip
