"""Which governments a collective stands for, by the tree of regions."""

import pytest

from ingest.identity.members import members_of

CASES = [
    # Guiyang has six districts, three counties and one city.
    ("贵阳市各区（市、县）政府", "贵阳市", 10),
    ("各区（市、县）人民政府", "贵阳市", 10),
    ("各区政府", "贵阳市", 6),
    ("各县政府", "贵阳市", 3),
    # Guizhou has six cities and three prefectures.
    ("各市（州）人民政府", "贵州省", 9),
    ("各县（市、区、特区）人民政府", "贵州省", 88),
    ("各市政府", "浙江省", 11),
    # Which they are, is not said.
    ("有关县（市、区）政府", "贵州省", 0),
    # Departments, towns, one body.
    ("市直各部门", "贵阳市", 0),
    ("各乡镇、街道", "贵阳市", 0),
    ("贵阳市教育局", "贵阳市", 0),
    # Without a place.
    ("各区（市、县）政府", None, 0),
]


@pytest.mark.parametrize(("name", "place", "count"), CASES)
def test_members(name: str, place: str | None, count: int) -> None:
    assert len(members_of(name, place)) == count


def test_names_and_codes() -> None:
    first = members_of("各区（市、县）政府", "贵阳市")[0]
    assert (first.name, first.region.code) == ("南明区人民政府", "520102")
