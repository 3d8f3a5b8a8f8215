"""Keys are made of what things are called, the same for every form of the same words, one URL segment each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.keys import document_key, item_key, project_key, section_key, target_key, unit_key

NUMBER = "筑府办函〔2023〕7号"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (document_key(NUMBER, "任何标题"), NUMBER),  # the number alone decides
        (document_key(" 国发 〔2019〕3号", None), "国发〔2019〕3号"),  # white space does not count
        (section_key(NUMBER, 4), f"{NUMBER}:s4"),
        (item_key(NUMBER, "4.2.p2"), f"{NUMBER}:4.2.p2"),
        (target_key(f"{NUMBER}:4.3", 1), f"{NUMBER}:4.3:t1"),
        (unit_key("贵阳市", "贵阳市财政局"), "贵阳市:贵阳市财政局"),
        (unit_key("贵阳市", "贵阳市各区(市、县)政府"), "贵阳市:贵阳市各区（市、县）政府"),  # one form of brackets
        (unit_key(None, "教育部"), "未知:教育部"),  # no place is known
        (project_key("贵阳市", "“公办强校”工程"), "贵阳市:公办强校工程"),  # quotation marks do not count
        (project_key("贵阳市", '"公办强校"工程'), "贵阳市:公办强校工程"),
    ],
)
def test_key(key: str, expected: str) -> None:
    assert key == expected


def test_document_without_number_is_known_by_title_and_issuers() -> None:
    key = document_key(None, "行动方案", ["甲市人民政府"])
    assert key == document_key(None, "《行动方案》", ["甲市 人民政府"])
    assert key != document_key(None, "行动方案", ["乙市人民政府"])


def test_document_needs_a_number_or_a_title() -> None:
    with pytest.raises(ValueError, match="number or a title"):
        document_key(None, None)


@given(st.text(), st.text(min_size=1))
def test_no_key_has_a_slash_or_white_space(place: str, name: str) -> None:
    for key in (unit_key(place.replace("/", ""), name), project_key(None, name), document_key(name, name)):
        assert "/" not in key.partition(":")[2]
