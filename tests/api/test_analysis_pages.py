"""Comparison by function, targets along the years, matrices: what their pages say of the two sample documents."""

import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.pages import heat
from api.pages.labels import ROLES
from api.pages.timeline import Column, columns
from tests.sample_graph import CITED, CITY, FINANCE, NOTICE, PLAN


def words_of(page: str) -> str:
    """What a page says, without its tags."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize(
    ("path", "said", "unsaid"),
    [
        (
            "/view/comparison",
            ["并列对照", "前者", f'<option value="{CITY}">', f'<option value="{PLAN}">'],
            ["没有已收录"],
        ),
        (f"/view/comparison?one={PLAN}&other={NOTICE}", ["双方都有", "教育", "仅前者", "财政"], ["没有已收录"]),
        (f"/view/comparison?one={CITY}&other={PLAN}", ["双方都有", "教育"], ["没有已收录"]),
        (f"/view/comparison?one={PLAN}&other=没有这里", ["“没有这里”没有已收录的文件"], ["双方都有"]),
        (f"/view/comparison?one={PLAN}&other={CITED}", [f"“{CITED}”没有已收录的文件"], ["双方都有"]),
        (f"/view/comparison?one={PLAN}&other=%20", ["并列对照"], ["没有已收录"]),
        ("/view/targets", ["新建学校", "2027 1 个目标", "云川市财政局", "所", "覆盖率"], ["没有符合条件"]),
        ("/view/targets?year=2027", ["新建学校", 'aria-current="true"'], ["没有符合条件"]),
        ("/view/targets?year=1999", ["没有符合条件", "没有单位承担", "2027"], []),
        ("/view/targets?text=学校&year=", ["新建学校"], ["<b>覆盖率</b>"]),
        (f"/view/matrix?document={PLAN}", ["条目 × 单位", "单位 × 单位", "牵头", "云川市卫生健康局"], ["没有写明"]),
        (f"/view/matrix?document={CITED}", ["没有写明责任单位"], ["单位 × 单位"]),
        (f"/view/units/{FINANCE}", ["历年任务", "2025", "承担的目标", "新建学校", "归一", "云川实验学校"], []),
    ],
)
def test_a_page_says(client: TestClient, path: str, said: list[str], unsaid: list[str]) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    for word in said:
        assert word in answer.text or word in words_of(answer.text), word
    for word in unsaid:
        assert word not in answer.text, word


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/view/targets?year=abc", 422),
        ("/view/targets?year=2025-06-01", 422),
        ("/view/matrix", 422),
        ("/view/matrix?document=没有", 404),
        (f"/view/comparison?one={'x' * 301}", 422),
    ],
)
def test_what_cannot_be_asked_is_said(client: TestClient, path: str, status: int) -> None:
    assert client.get(path, headers={"accept": "text/html"}).status_code == status


def test_a_matrix_shows_each_duty_where_item_and_unit_meet(client: TestClient) -> None:
    page = client.get(f"/view/matrix?document={PLAN}").text
    first, second = page.split('id="units"')
    duties = client.get(f"/queries/responsibilities_of_document?document={PLAN}").json()["rows"]
    meeting = {(duty["unit"], duty["item"]) for duty in duties if not duty["derived"]}
    assert len(re.findall(r'<td class="role-', first)) == len(meeting)
    head = f'<th scope="row"><a href="/view/items/{quote(PLAN + ":1.2", safe="")}">'
    (row,) = (row for row in first.split("<tr>") if row.startswith(head))
    assert re.findall(r'<td class="role-(\w+)"', row) == ["support", "lead"], "the busiest unit first"
    assert "市财政局牵头，市教育局配合" in row
    shared = re.findall(r'<td class="heat-(\d)"[^>]*><a href="([^"]+)">(\d+)</a>', second)
    assert ("5", "2") in {(shade, count) for shade, _, count in shared}
    for _, link, count in shared:
        rows = client.get(unescape(link).replace("/view/queries", "/queries")).json()["rows"]
        assert len({row["item"] for row in rows}) == int(count)


def test_years_without_anything_have_their_place() -> None:
    rows: list[dict[str, Any]] = [{"year": "2025", "n": 40}, {"year": "2022", "n": 1}, {"year": None, "n": 20}]
    assert columns(rows, "n") == [
        Column("2022", 1, 3), Column("2023", 0, 0), Column("2024", 0, 0), Column("2025", 40, 100), Column(None, 20, 50),
    ]  # fmt: skip
    assert columns([], "n") == []


@pytest.mark.parametrize(("first", "last"), [("0001", "9999"), ("2025", "二〇"), ("1900", "1960")])
def test_years_far_apart_stand_side_by_side(first: str, last: str) -> None:
    found = columns([{"year": last, "n": 1}, {"year": first, "n": 1}], "n")
    assert [column.year for column in found] == [first, last]


def test_a_unit_with_two_roles_has_the_colour_of_the_weightier() -> None:
    row = {"item": "i", "heading": "h", "item_units": 1, "path": "1", "unit": "u", "name": "甲局", "unit_items": 1,
           "roles": ["support", "lead"], "quote": "q"}  # fmt: skip
    cell = heat.of_items([row], ROLES).cells["i", "u"]
    assert (cell.look, cell.text) == ("role-lead", "牵")
    assert "牵头、配合" in cell.note
