"""Two small invented documents of one city, for every test that needs a graph.

云川市 has a plan (云政办发〔2025〕3号: two sections, three items, one of them with two passages) and a notice
(云教发〔2025〕12号: no sections, two items) that cites the plan. They share units, cite a document that is not held,
set targets, name a project each; one of the bodies is a body of bodies, with two members that no document names, and
one was renamed.
"""

from graph.keys import item_key, project_key, section_key, target_key, unit_key
from graph.records import (
    AddressRecord,
    CitationRecord,
    CitedDocumentRecord,
    DocumentGraph,
    DocumentRecord,
    Evidence,
    IssuanceRecord,
    ItemRecord,
    MembershipRecord,
    NamingRecord,
    ProjectRecord,
    RegionRecord,
    ResponsibilityRecord,
    SectionRecord,
    SuccessionRecord,
    TargetRecord,
    UnitRecord,
    UnitRegionRecord,
)

PLAN = "云政办发〔2025〕3号"
NOTICE = "云教发〔2025〕12号"
CITED = "国办发〔2024〕9号"
CITY = "云川市"
EDUCATION, FINANCE, HEALTH = (unit_key(CITY, f"云川市{name}") for name in ("教育局", "财政局", "卫生健康局"))
OFFICE = unit_key(CITY, "云川市人民政府办公室")
COUNTIES = unit_key(CITY, "云川市各县（市、区）政府")
QINGSHI = unit_key("青石县", "青石县人民政府")
BAISHUI = unit_key("白水区", "白水区人民政府")
COMMISSION = unit_key(CITY, "云川市卫生健康委员会")  # what HEALTH was made into
SCHOOL = project_key(CITY, "云川实验学校")
CLOUD = project_key(CITY, "云川智慧教育云平台")

_REGIONS = (
    RegionRecord("000000", "全国", "nation", None),
    RegionRecord("990000", "云岭省", "province", "000000"),
    RegionRecord("990100", CITY, "prefecture", "990000"),
)
_COUNTIES = (
    RegionRecord("990102", "白水区", "county", "990100"),
    RegionRecord("990121", "青石县", "county", "990100"),
)
_UNITS = {
    key: UnitRecord(key, key.partition(":")[2], CITY, False, "department", "prefecture")
    for key in (EDUCATION, FINANCE, HEALTH, OFFICE)
} | {COUNTIES: UnitRecord(COUNTIES, COUNTIES.partition(":")[2], CITY, True, "collective")}
_MEMBERS = {
    key: UnitRecord(key, key.partition(":")[2], key.partition(":")[0], False, "government", "county", derived=True)
    for key in (BAISHUI, QINGSHI)
}
_AFTER = UnitRecord(COMMISSION, COMMISSION.partition(":")[2], CITY, False, "department", "prefecture", derived=True)


class _Writer:
    """Writes a document's text piece by piece, so that every piece of evidence stands where it says."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.text = ""

    def evidence(self, words: str, rule: str) -> Evidence:
        start = len(self.text)
        self.text += words
        return Evidence(self.document, start, len(self.text), words, rule)

    def duties(
        self, item: str, clause: str, *bodies: tuple[str, str, str], deadline: str | None = None
    ) -> list[ResponsibilityRecord]:
        """One record a body: (unit key, as written, role)."""
        evidence = self.evidence(clause, "bracket")
        records = []
        for order, (unit, written, role) in enumerate(bodies, 1):
            start = evidence.start + clause.index(written)
            word = {"lead": "牵头", "support": "配合", "responsible": "责任单位"}[role]
            end = start + len(written)
            records.append(
                ResponsibilityRecord(
                    unit=unit, item=item, role=role, role_as_written=word, order=order, group=1, as_written=written,
                    unit_start=start, unit_end=end, open=False, deadline=deadline, derived=False, evidence=evidence,
                )
            )  # fmt: skip
        return records


def sample_documents() -> tuple[DocumentGraph, ...]:
    """The plan, then the notice."""
    return plan(), notice()


def plan(*, without_health: bool = False) -> DocumentGraph:
    """The plan; ``without_health`` is its corrected version, in which passage 2.1.p2 and what it says are gone."""
    write = _Writer(PLAN)
    head = write.evidence("云川市人民政府办公室", "issuer")
    write.text += "关于印发云川市教育提升行动方案的通知\n"
    to = write.evidence("各县（市、区）政府", "recipients")
    write.text += "：\n一、夯实基础\n"
    sections = [SectionRecord(section_key(PLAN, 1), 1, "一、", "夯实基础", len(write.text) - 5, len(write.text) - 1)]
    items: list[ItemRecord] = []
    duties: list[ResponsibilityRecord] = []

    def item(path: str, parent: str, label: str, heading: str, body: str, kind: str = "measure") -> str:
        key = item_key(PLAN, path)
        evidence = write.evidence(f"{label}{heading}。{body}", "numbered")
        items.append(ItemRecord(key, parent, path, kind, len(items) + 1, label, heading, evidence.quote, evidence))
        return key

    first = item("1.1", sections[0].key, "（一）", "新建学校", "到2027年，新建学校10所，建成云川实验学校。")
    duties += write.duties(
        first, "（责任单位：市教育局、市财政局，各县（市、区）政府）",
        (EDUCATION, "市教育局", "responsible"), (FINANCE, "市财政局", "responsible"),
        (COUNTIES, "各县（市、区）政府", "responsible"),
    )  # fmt: skip
    aim = write.evidence("新建学校10所", "quantity")
    school = write.evidence("云川实验学校", "headed")
    second = item("1.2", sections[0].key, "（二）", "保障经费", "落实《关于教育经费的意见》（国办发〔2024〕9号）。")
    cites = write.evidence("《关于教育经费的意见》（国办发〔2024〕9号）", "title-and-number")
    duties += write.duties(
        second, "（市财政局牵头，市教育局配合，2025年6月底前完成）",
        (FINANCE, "市财政局", "lead"), (EDUCATION, "市教育局", "support"), deadline="2025-06",
    )  # fmt: skip
    write.text += "二、强健体魄\n"
    sections.append(
        SectionRecord(section_key(PLAN, 2), 2, "二、", "强健体魄", len(write.text) - 5, len(write.text) - 1)
    )
    third = item("2.1", sections[1].key, "（一）", "校医进校园", "每校配备校医。")
    passage = item("2.1.p1", third, "", "开展体检", "每年体检一次。", "passage")
    duties += write.duties(passage, "（责任单位：市教育局）", (EDUCATION, "市教育局", "responsible"))
    if not without_health:
        passage = item("2.1.p2", third, "", "配备校医", "每校配备校医。", "passage")
        duties += write.duties(
            passage, "（责任单位：市卫生健康局、市教育局）",
            (HEALTH, "市卫生健康局", "responsible"), (EDUCATION, "市教育局", "responsible"),
        )  # fmt: skip
    units = [unit for key, unit in _UNITS.items() if key != HEALTH or not without_health]
    concluded = [*_MEMBERS.values(), *([] if without_health else [_AFTER])]
    places = {BAISHUI: "990102", QINGSHI: "990121"}
    return DocumentGraph(
        document=_document(PLAN, "云川市教育提升行动方案", "2025-03-01", "各县（市、区）政府", write.text),
        sections=tuple(sections),
        items=tuple(items),
        units=(*units, *concluded),
        regions=(*_REGIONS, *_COUNTIES),
        unit_regions=tuple(UnitRegionRecord(u.key, places.get(u.key, "990100")) for u in (*units, *concluded)),
        memberships=tuple(MembershipRecord(key, COUNTIES) for key in _MEMBERS),
        successions=() if without_health else (SuccessionRecord(HEALTH, COMMISSION, "2025-10", "云川市机构改革方案"),),
        responsibilities=tuple(duties),
        cited_documents=(CitedDocumentRecord(CITED, "关于教育经费的意见", CITED),),
        citations=(CitationRecord(second, "item", CITED, "implements", cites),),
        targets=(TargetRecord(target_key(first, 1), first, "item", "新建学校", "=", 10, "所", "2027", aim),),
        projects=(ProjectRecord(SCHOOL, "云川实验学校", CITY),),
        namings=(NamingRecord(first, "item", SCHOOL, school),),
        issuances=(IssuanceRecord(OFFICE, 1, head),),
        addresses=(AddressRecord(COUNTIES, 1, to),),
    )


def notice() -> DocumentGraph:
    """The notice, which cites the plan by its number, once outside every item."""
    write = _Writer(NOTICE)
    head = write.evidence("云川市教育局", "issuer")
    write.text += "关于做好智慧教育工作的通知\n"
    based = write.evidence("《云川市教育提升行动方案》（云政办发〔2025〕3号）", "title-and-number")
    heading = write.evidence("1.建设平台。建成云川智慧教育云平台，覆盖率达到95%。", "numbered")
    first = item_key(NOTICE, "0.1")
    duties = write.duties(
        first, "（责任单位：市教育局、市财政局）",
        (EDUCATION, "市教育局", "responsible"), (FINANCE, "市财政局", "responsible"),
    )  # fmt: skip
    cloud = write.evidence("云川智慧教育云平台", "headed")
    aim = write.evidence("覆盖率达到95%", "quantity")
    other = write.evidence("2.加强宣传。讲好故事。", "numbered")
    return DocumentGraph(
        document=_document(NOTICE, "关于做好智慧教育工作的通知", "2025-05-20", None, write.text),
        items=(
            ItemRecord(first, NOTICE, "0.1", "measure", 1, "1.", "建设平台", heading.quote, heading),
            ItemRecord(
                item_key(NOTICE, "0.2"), NOTICE, "0.2", "measure", 2, "2.", "加强宣传", other.quote, other
            ),  # an item without a clause
        ),
        units=(_UNITS[EDUCATION], _UNITS[FINANCE]),
        regions=_REGIONS,
        unit_regions=tuple(UnitRegionRecord(key, "990100") for key in (EDUCATION, FINANCE)),
        responsibilities=tuple(duties),
        cited_documents=(CitedDocumentRecord(PLAN, "云川市教育提升行动方案", PLAN),),
        citations=(CitationRecord(NOTICE, "document", PLAN, "based_on", based),),
        targets=(TargetRecord(target_key(first, 1), first, "item", "覆盖率", ">=", 95, "%", None, aim),),
        projects=(ProjectRecord(CLOUD, "云川智慧教育云平台", CITY),),
        namings=(NamingRecord(first, "item", CLOUD, cloud),),
        issuances=(IssuanceRecord(EDUCATION, 1, head),),
    )  # fmt: skip


def _document(key: str, title: str, issued_on: str, recipients: str | None, text: str) -> DocumentRecord:
    return DocumentRecord(
        key=key, title=title, doc_number=key, issued_on=issued_on, recipients=recipients, jurisdiction=CITY, text=text,
        source_name=f"{title}.txt", sha256="0" * 64, media_type="text/plain", warnings=(),
    )  # fmt: skip
