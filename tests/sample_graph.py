"""Two small invented documents as records, for every test that needs a graph and no reading of text."""

import dataclasses
import hashlib

from graph.keys import document_key, item_key, project_key, section_key, target_key, unit_key
from graph.records import (
    AddressRecord,
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

CITY = "贵阳市"
EDUCATION = unit_key(CITY, "贵阳市教育局")
FINANCE = unit_key(CITY, "贵阳市财政局")
DATA = unit_key(CITY, "贵阳市大数据局")
LABOUR = unit_key(CITY, "贵阳市人力资源社会保障局")
OFFICE = unit_key(CITY, "贵阳市人民政府办公厅")
DISTRICTS = unit_key(CITY, "贵阳市各区（市、县）政府")

SCHOOLS = "筑府办函〔2031〕1号"
DIGITAL = "筑府办发〔2031〕2号"
NATIONAL = "国办发〔2030〕9号"
LAW = document_key(None, "示例教育促进办法")

SCHOOLS_TEXT = """示例市办公厅关于印发学校建设三年行动方案的通知
筑府办函〔2031〕1号
各区（市、县）政府，市教育局：
一、扩大学位供给
（一）新建学校。到2033年新增学位3万个，建设示例实验学校。（牵头单位：市教育局；配合单位：市财政局、各区〔市、县〕政府）
（二）改善条件。落实《示例教育促进办法》，实现校舍安全全覆盖。（责任单位：市教育局、市财政局等，2032年12月底前完成）
二、建设智慧校园
（一）共享平台。按照《数字校园建设方案》（筑府办发〔2031〕2号）建设示例智慧教育云平台。（责任单位：市大数据局、市教育局）
统筹教师编制。（责任单位：市人力资源社会保障局）
以上任务均需各区（市、县）政府落实。
2031年2月6日
"""
DIGITAL_TEXT = """示例市数字校园建设方案
筑府办发〔2031〕2号
一、网络提速
（一）宽带进校。到2032年校园网络覆盖率不低于98%。依据国办发〔2030〕9号文件。（责任单位：市大数据局、市财政局）
（二）用好平台。推广示例智慧教育云平台，衔接学校建设三年行动方案（筑府办函〔2031〕1号）。（市教育局牵头，市大数据局配合）
2031年3月1日
"""


def sample_documents() -> tuple[DocumentGraph, ...]:
    """Two documents that cite each other and share units, a project and a region."""
    return schools(), digital()


def schools() -> DocumentGraph:
    """筑府办函〔2031〕1号: two sections, three measures (one with passages), a duty of all tasks, two targets."""
    write = _Writer(SCHOOLS, SCHOOLS_TEXT)
    clause_1 = "（牵头单位：市教育局；配合单位：市财政局、各区〔市、县〕政府）"
    clause_2 = "（责任单位：市教育局、市财政局等，2032年12月底前完成）"
    clause_3 = "（责任单位：市大数据局、市教育局）"
    clause_4 = "（责任单位：市人力资源社会保障局）"
    everyone = "以上任务均需各区（市、县）政府落实"
    regions, unit_regions = _places()
    return DocumentGraph(
        document=_document(
            SCHOOLS, "学校建设三年行动方案", SCHOOLS_TEXT, "2031-02-06", "各区（市、县）政府，市教育局："
        ),
        sections=(write.section(1, "一、", "扩大学位供给"), write.section(2, "二、", "建设智慧校园")),
        items=(
            write.item("1.1", 1, "（一）", "新建学校", "（一）新建学校。", clause_1),
            write.item("1.2", 2, "（二）", "改善条件", "（二）改善条件。", clause_2),
            write.item("2.1", 3, "（一）", "共享平台", "（一）共享平台。", clause_4),
            write.passage("2.1", 1, 4, "（一）共享平台。", clause_3),
            write.passage("2.1", 2, 5, "统筹教师编制。", clause_4),
        ),
        units=_units(EDUCATION, FINANCE, DATA, LABOUR, OFFICE, DISTRICTS),
        regions=regions,
        unit_regions=unit_regions,
        responsibilities=(
            write.duty(EDUCATION, "1.1", "lead", "牵头单位", 1, 1, "市教育局", clause_1),
            write.duty(FINANCE, "1.1", "support", "配合单位", 2, 2, "市财政局", clause_1),
            write.duty(DISTRICTS, "1.1", "support", "配合单位", 3, 2, "各区〔市、县〕政府", clause_1),
            write.duty(EDUCATION, "1.2", "responsible", "责任单位", 1, 1, "市教育局", clause_2, "2032-12"),
            write.duty(FINANCE, "1.2", "responsible", "责任单位", 2, 1, "市财政局", clause_2, "2032-12"),
            write.duty(DATA, "2.1.p1", "responsible", "责任单位", 1, 1, "市大数据局", clause_3),
            write.duty(EDUCATION, "2.1.p1", "responsible", "责任单位", 2, 1, "市教育局", clause_3),
            write.duty(LABOUR, "2.1.p2", "responsible", "责任单位", 1, 1, "市人力资源社会保障局", clause_4),
            write.duty(DISTRICTS, "1.2", "implement", "落实", 1, 1, "各区（市、县）政府", everyone, derived=True),
        ),
        cited_documents=(
            CitedDocumentRecord(LAW, "示例教育促进办法", None),
            CitedDocumentRecord(DIGITAL, "数字校园建设方案", DIGITAL),
        ),
        citations=(
            write.citation("1.2", LAW, "implements", "《示例教育促进办法》"),
            write.citation("2.1.p1", DIGITAL, "mentions", "《数字校园建设方案》（筑府办发〔2031〕2号）"),
        ),
        targets=(
            write.target("1.1", 1, "学位", "+", 30000.0, "个", "2033", "到2033年新增学位3万个"),
            write.target("1.2", 1, "校舍安全", "=", 100.0, "%", None, "实现校舍安全全覆盖"),
        ),
        projects=_projects("示例实验学校", "示例智慧教育云平台"),
        namings=(write.naming("1.1", "示例实验学校"), write.naming("2.1.p1", "示例智慧教育云平台")),
        issuances=(IssuanceRecord(OFFICE, 1, write.evidence("示例市办公厅", "head.issuer")),),
        addresses=(
            AddressRecord(DISTRICTS, 1, write.evidence("各区（市、县）政府", "head.recipients")),
            AddressRecord(EDUCATION, 2, write.evidence("市教育局", "head.recipients")),
        ),
    )


def digital() -> DocumentGraph:
    """筑府办发〔2031〕2号: one section, two measures; cites the first document and one that nobody holds."""
    write = _Writer(DIGITAL, DIGITAL_TEXT)
    clause_1 = "（责任单位：市大数据局、市财政局）"
    clause_2 = "（市教育局牵头，市大数据局配合）"
    regions, unit_regions = _places()
    return DocumentGraph(
        document=_document(DIGITAL, "示例市数字校园建设方案", DIGITAL_TEXT, "2031-03-01", None),
        sections=(write.section(1, "一、", "网络提速"),),
        items=(
            write.item("1.1", 1, "（一）", "宽带进校", "（一）宽带进校。", clause_1),
            write.item("1.2", 2, "（二）", "用好平台", "（二）用好平台。", clause_2),
        ),
        units=_units(EDUCATION, FINANCE, DATA),
        regions=regions,
        unit_regions=tuple(each for each in unit_regions if each.unit in {EDUCATION, FINANCE, DATA}),
        responsibilities=(
            write.duty(DATA, "1.1", "responsible", "责任单位", 1, 1, "市大数据局", clause_1),
            write.duty(FINANCE, "1.1", "responsible", "责任单位", 2, 1, "市财政局", clause_1),
            write.duty(EDUCATION, "1.2", "lead", "牵头", 1, 1, "市教育局", clause_2),
            write.duty(DATA, "1.2", "support", "配合", 2, 2, "市大数据局", clause_2),
        ),
        cited_documents=(
            CitedDocumentRecord(SCHOOLS, "学校建设三年行动方案", SCHOOLS),
            CitedDocumentRecord(NATIONAL, None, NATIONAL),
        ),
        citations=(
            write.citation(None, NATIONAL, "based_on", "国办发〔2030〕9号"),
            write.citation("1.2", SCHOOLS, "mentions", "学校建设三年行动方案（筑府办函〔2031〕1号）"),
        ),
        targets=(write.target("1.1", 1, "校园网络覆盖率", ">=", 98.0, "%", "2032", "到2032年校园网络覆盖率不低于98%"),),
        projects=_projects("示例智慧教育云平台"),
        namings=(write.naming("1.2", "示例智慧教育云平台"),),
    )


def revised_schools() -> DocumentGraph:
    """The first document in a later version: without 2.1 and all that hangs on it, one deadline moved."""
    before = schools()
    gone = {item.key for item in before.items if ":2.1" in item.key}
    text = SCHOOLS_TEXT.replace("2032年12月", "2032年10月")
    return dataclasses.replace(
        before,
        document=_document(SCHOOLS, "学校建设三年行动方案", text, "2031-02-06", before.document.recipients),
        sections=before.sections[:1],
        items=tuple(item for item in before.items if item.key not in gone),
        units=_units(EDUCATION, FINANCE, OFFICE, DISTRICTS),
        unit_regions=tuple(each for each in before.unit_regions if each.unit not in {DATA, LABOUR}),
        responsibilities=tuple(
            dataclasses.replace(
                duty,
                deadline=duty.deadline and "2032-10",
                evidence=dataclasses.replace(duty.evidence, quote=duty.evidence.quote.replace("12月", "10月")),
            )
            for duty in before.responsibilities
            if duty.item not in gone
        ),
        cited_documents=before.cited_documents[:1],
        citations=before.citations[:1],
        projects=before.projects[:1],
        namings=before.namings[:1],
    )


class _Writer:
    """Makes records whose evidence stands in the text."""

    def __init__(self, document: str, text: str) -> None:
        self.document = document
        self.text = text

    def evidence(self, quote: str, rule: str) -> Evidence:
        start = self.text.index(quote)
        return Evidence(self.document, start, start + len(quote), quote, rule)

    def section(self, ordinal: int, label: str, heading: str) -> SectionRecord:
        found = self.evidence(label + heading, "heading")
        return SectionRecord(section_key(self.document, ordinal), ordinal, label, heading, found.start, found.end)

    def item(self, path: str, ordinal: int, label: str, heading: str, first: str, last: str) -> ItemRecord:
        parent = section_key(self.document, int(path.partition(".")[0]))
        return self._item(path, parent, "measure", ordinal, label, heading, first, last)

    def passage(self, measure: str, number: int, ordinal: int, first: str, last: str) -> ItemRecord:
        parent = item_key(self.document, measure)
        return self._item(f"{measure}.p{number}", parent, "passage", ordinal, "", "", first, last)

    def _item(
        self, path: str, parent: str, kind: str, ordinal: int, label: str, heading: str, first: str, last: str
    ) -> ItemRecord:
        start = self.text.index(first)
        quote = self.text[start : self.text.index(last, start) + len(last)]
        found = self.evidence(quote, f"item.{kind}")
        return ItemRecord(item_key(self.document, path), parent, path, kind, ordinal, label, heading, quote, found)

    def duty(
        self,
        unit: str,
        path: str,
        role: str,
        role_as_written: str,
        order: int,
        group: int,
        as_written: str,
        clause: str,
        deadline: str | None = None,
        *,
        derived: bool = False,
    ) -> ResponsibilityRecord:
        found = self.evidence(clause, "clause.sample")
        start = found.start + clause.index(as_written)
        return ResponsibilityRecord(
            unit=unit,
            item=item_key(self.document, path),
            role=role,
            role_as_written=role_as_written,
            order=order,
            group=group,
            as_written=as_written,
            unit_start=start,
            unit_end=start + len(as_written),
            open="等" in clause,
            deadline=deadline,
            derived=derived,
            evidence=found,
        )

    def citation(self, path: str | None, cited: str, relation: str, quote: str) -> CitationRecord:
        source, kind = self._source(path)
        return CitationRecord(source, kind, cited, relation, self.evidence(quote, "reference.sample"))

    def target(
        self,
        path: str | None,
        ordinal: int,
        metric: str,
        comparator: str,
        value: float,
        unit: str,
        deadline: str | None,
        quote: str,
    ) -> TargetRecord:
        source, kind = self._source(path)
        found = self.evidence(quote, "target.sample")
        key = target_key(source, ordinal)
        return TargetRecord(key, source, kind, metric, comparator, value, unit, deadline, found)

    def naming(self, path: str | None, name: str) -> NamingRecord:
        source, kind = self._source(path)
        return NamingRecord(source, kind, project_key(CITY, name), self.evidence(name, "project.sample"))

    def _source(self, path: str | None) -> tuple[str, str]:
        return (item_key(self.document, path), "item") if path else (self.document, "document")


def _document(key: str, title: str, text: str, issued_on: str, recipients: str | None) -> DocumentRecord:
    return DocumentRecord(
        key=key,
        title=title,
        doc_number=key,
        issued_on=issued_on,
        recipients=recipients,
        jurisdiction=CITY,
        text=text,
        source_name=f"{title}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        warnings=("一处说明",) if key == SCHOOLS else (),
    )


def _units(*keys: str) -> tuple[UnitRecord, ...]:
    return tuple(UnitRecord(key, key.partition(":")[2], CITY, collective=key == DISTRICTS) for key in keys)


def _projects(*names: str) -> tuple[ProjectRecord, ...]:
    return tuple(ProjectRecord(project_key(CITY, name), name, CITY) for name in names)


def _places() -> tuple[tuple[RegionRecord, ...], tuple[UnitRegionRecord, ...]]:
    regions = (
        RegionRecord("52", "贵州省", "province", None),
        RegionRecord("5201", CITY, "prefecture", "52"),
    )
    units = (EDUCATION, FINANCE, DATA, LABOUR, OFFICE, DISTRICTS)
    return regions, tuple(UnitRegionRecord(unit, "5201") for unit in units)
