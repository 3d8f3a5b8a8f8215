"""Lists of bodies: separators lost and found, what belongs to a name and what does not."""

import pytest

from ingest.clean import fold
from ingest.extract.roles import read_roles
from ingest.extract.sharing import complete
from ingest.extract.unit_list import read_units

LISTS = [
    ("pause marks", "市教育局、市财政局", ["市教育局", "市财政局"]),
    ("commas and semicolons", "市教育局，市财政局；市审计局", ["市教育局", "市财政局", "市审计局"]),
    ("a space for a separator", "市教育局 市财政局", ["市教育局", "市财政局"]),
    ("a space within a name", "市教 育局、市财政局", ["市教育局", "市财政局"]),
    ("a pause mark within a name's bracket", "各区〔市、县〕政府", ["各区(市、县)政府"]),
    ("和 of a name", "工业和信息化部、粮食和储备局", ["工业和信息化部", "粮食和储备局"]),
    ("和 between names", "市教育局和市财政局", ["市教育局", "市财政局"]),
    ("和 of both kinds", "市文化和旅游局和各区政府", ["市文化和旅游局", "各区政府"]),
    ("及其 joins nothing", "市教育局及其直属单位", ["市教育局及其直属单位"]),
    ("with 等", "市教育局等", ["市教育局"]),
    ("等 with more behind", "商务部等和各省级人民政府", ["商务部", "各省级人民政府"]),
    ("a doubled separator", "市教育局、、市财政局，", ["市教育局", "市财政局"]),
    ("stars", "市教育局*、★市财政局", ["市教育局", "市财政局"]),
    ("a bracket opened and not closed", "市委组织部（人才办、市财政局", ["市委组织部(人才办、市财政局)"]),
    ("districts run on", "云岩区花溪区政府", ["云岩区政府", "花溪区政府"]),
    ("a zone is no district", "贵安新区管委会", ["贵安新区管委会"]),
    ("an autonomous region", "广西壮族自治区政府", ["广西壮族自治区政府"]),
    ("a demonstration zone's core zone", "示范区核心区管委会", ["示范区核心区管委会"]),
    ("suffix over three", "甲区、乙县、丙市政府", ["甲区政府", "乙县政府", "丙市政府"]),
    ("suffix stops at another body", "甲区、市教育局、丙市政府", ["甲区", "市教育局", "丙市政府"]),
    ("prefix stops at another kind", "省教育厅、人民银行、财政厅", ["省教育厅", "人民银行", "财政厅"]),
    ("各 reaches the bare ranks behind it, higher ones too", "各区、市、县政府", ["各区政府", "各市政府", "各县政府"]),
    ("各 with an organ of its own reaches no higher rank", "各区政府、市政府", ["各区政府", "市政府"]),
    ("各 goes no further than its kind", "各乡镇、市教育局、街道", ["各乡镇", "市教育局", "街道"]),
    ("各 of cities with districts", "各设区市、县(市、区)政府", ["各设区市政府", "各县(市、区)政府"]),
    ("departments of places", "各市、县(区)林业主管部门", ["各市林业主管部门", "各县(区)林业主管部门"]),
    (
        "short names of districts",
        "市审计局，南明、花溪、白云区政府",
        ["市审计局", "南明区政府", "花溪区政府", "白云区政府"],
    ),
    ("a short name of no district", "甲乙、白云区政府", ["甲乙", "白云区政府"]),
    ("fields that share 局", "市市场监管、商务、文化和旅游局", ["市市场监管局", "市商务局", "市文化和旅游局"]),
    ("和 of a place", "河北区、和平区政府", ["河北区政府", "和平区政府"]),
    ("和 in front of a body", "市教育局、和市财政局", ["市教育局", "市财政局"]),
    ("nothing", "", []),
    ("separators only", "、，；", []),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_list(text: str, names: list[str]) -> None:
    folded = fold(text)
    bodies = complete(read_units(folded, read_roles(folded).entries))
    assert [body.name for body in bodies] == names


def test_spans_lie_on_the_words_themselves() -> None:
    folded = fold("观山湖区、云岩区花溪区、清镇市政府等部门")
    bodies = read_units(folded, read_roles(folded).entries)
    assert [body.span.of(folded) for body in bodies] == ["观山湖区", "云岩区", "花溪区", "清镇市政府"]
    assert [body.others for body in bodies] == [False, False, False, True]
