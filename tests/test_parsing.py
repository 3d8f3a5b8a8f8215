"""What holds for the parse of any text: no error but one that says why, spans that cut out their quotes, no loss."""

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.document import ParsedDocument
from ingest.parse_json import to_json
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.to_graph import to_graph

EXAMPLE = (Path(__file__).parent.parent / "examples" / "guiyang-education-2023.txt").read_text(encoding="utf-8")
FRAGMENTS = [
    *(line for line in EXAMPLE.splitlines() if line.strip()),
    "（市教育局牵头，市财政局、各县（市、区）政府配合，2025年6月底前完成）",
    "责任单位：市科委、中关村管委会，〔列第一位的为牵头单位，下同〕",
    "以下均需各县（市、区）政府落实，不再列出",
    "到2027年，新增1—2个国家级平台，覆盖率达到95%以上，培育企业3万家。",
    "根据《关于〈某办法〉的通知》（国办发〔2019〕3号）",
    "（（〔（", "）〕）", "一、", "（一）", "1.", "附件：", "2023年2月6日", "各区、市、县人民政府：", "\t", " ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=20), max_size=25).flatmap(
    lambda parts: st.sampled_from(["\n", "", "\n\n"]).map(lambda joint: joint.join(parts))
)
EASY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def parsed(text: str) -> ParsedDocument | None:
    try:
        return parse(read_bytes(text.encode("utf-8", "replace"), "any.txt"))
    except SourceError:
        return None


@EASY
@given(TEXTS)
@example("×\n根据《关于某事的意见》（国办发〔2019〕3号）")  # a title without a word in it, compared with the cited one
def test_every_quote_stands_where_its_span_says_and_every_character_is_accounted_for(text: str) -> None:
    if (document := parsed(text)) is None:
        return
    found = to_json(document)
    facts = [
        f for kind in ("sections", "items", "passages", "clauses", "default_units", "targets") for f in found[kind]
    ]
    facts += [mention for kind in ("references", "projects") for fact in found[kind] for mention in fact["mentions"]]
    for fact in facts:
        start, end = fact["span"]
        assert 0 <= start <= end <= len(found["text"])
        assert found["text"][start:end] == fact["quote"]
    for unit in (unit for clause in found["clauses"] for unit in clause["units"]):
        assert found["text"][slice(*unit["span"])] == unit["as_written"]
    assert sum(found["accounting"].values()) == len(found["text"])
    assert min(found["accounting"].values()) >= 0


@EASY
@given(TEXTS)
def test_the_same_text_gives_the_same_records_whose_edges_have_ends(text: str) -> None:
    if (document := parsed(text)) is None:
        return
    records = to_graph(document)
    again = parsed(text)
    assert again is not None
    assert to_graph(again) == records
    items = {item.key for item in records.items}
    assert len(items) == len(records.items)
    assert {item.parent for item in records.items} <= items | {s.key for s in records.sections} | {records.document.key}
    assert {duty.item for duty in records.responsibilities} <= items
    assert {duty.unit for duty in records.responsibilities} <= {unit.key for unit in records.units}
