"""Units in the graph: one for all the ways to write it, its place, its kind, the members and successors concluded."""

import pytest

from graph.records import DocumentGraph
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.to_graph import to_graph


def records(clause: str, issuer: str = "贵阳市人民政府办公厅") -> DocumentGraph:
    item = f"1.推进工作。推进各项工作。（责任单位：{clause}）"
    text = f"{issuer}关于做好有关工作的通知\n一、工作\n{item}\n{issuer}\n2023年5月1日\n"
    return to_graph(parse(read_bytes(text.encode(), "notice.txt")))


def keys(clause: str, **given: str) -> list[str]:
    return [duty.unit for duty in records(clause, **given).responsibilities]


SAME = [
    ("市发改委", "贵阳市:贵阳市发展和改革委员会"),
    ("市发展改革委", "贵阳市:贵阳市发展和改革委员会"),
    ("贵阳市发展和改革委员会", "贵阳市:贵阳市发展和改革委员会"),
    ("市委编办", "贵阳市:中共贵阳市委机构编制委员会办公室"),
    ("市市场监管局", "贵阳市:贵阳市市场监督管理局"),
    # A body of the centre is the same one in every document.
    ("财政部", "全国:财政部"),
    # A zone and a district are places of their own.
    ("观山湖区政府", "观山湖区:观山湖区人民政府"),
    ("贵安新区管委会", "贵安新区:贵安新区管委会"),
    # What no rule knows, and bodies of bodies, are called as they are written.
    ("各区（市、县）政府", "贵阳市:贵阳市各区（市、县）政府"),
    ("市智慧城市专班", "贵阳市:贵阳市智慧城市专班"),
]


@pytest.mark.parametrize(("written", "key"), SAME)
def test_one_key_for_all_ways_to_write_a_unit(written: str, key: str) -> None:
    assert keys(written) == [key]


def test_one_name_in_two_cities_is_two_units() -> None:
    assert keys("市教育局") == ["贵阳市:贵阳市教育局"]
    assert keys("市教育局", issuer="遵义市人民政府办公室") == ["遵义市:遵义市教育局"]


def test_two_names_of_one_body_in_a_clause_are_one_duty() -> None:
    assert keys("市发改委、贵阳市发展和改革委员会") == ["贵阳市:贵阳市发展和改革委员会"]


def test_what_is_written_stays_with_the_duty() -> None:
    assert [duty.as_written for duty in records("市发改委").responsibilities] == ["市发改委"]


def test_kind_and_level() -> None:
    unit = next(unit for unit in records("市财政局").units if unit.key == "贵阳市:贵阳市财政局")
    assert (unit.kind, unit.level, unit.collective, unit.derived) == ("department", "prefecture", False, False)


def test_a_collective_has_the_governments_of_its_places_as_members() -> None:
    graph = records("各区（市、县）政府，观山湖区政府")
    collective = "贵阳市:贵阳市各区（市、县）政府"
    assert {row.collective for row in graph.memberships} == {collective}
    assert len(graph.memberships) == 10
    derived = {unit.key: unit.derived for unit in graph.units}
    assert derived["观山湖区:观山湖区人民政府"] is False  # named beside it
    assert derived["云岩区:云岩区人民政府"] is True
    assert not [duty for duty in graph.responsibilities if derived[duty.unit]]


def test_a_body_that_is_no_more_has_its_successor() -> None:
    graph = records("市卫生计生委")
    assert [(row.before, row.after, row.on) for row in graph.successions] == [
        ("贵阳市:贵阳市卫生和计划生育委员会", "贵阳市:贵阳市卫生健康局", "2018-03")
    ]
