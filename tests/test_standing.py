"""Which cited numbers belong to papers of the Party, and which to none."""

import pytest

from ingest.standing import standing_of

CASES = [
    ("中办发〔2019〕16号", None, "party"),
    ("中发〔2018〕1号", None, "party"),
    ("黔党发〔2021〕3号", None, "party"),
    ("厅字〔2020〕5号", None, "party"),
    ("国办发〔2018〕128号", None, None),
    ("黔教发〔2022〕20号", None, None),
    ("民政部令第83号", None, None),
    ("交通运输部令2026年第10号", "2026-03-01", None),
    ("国办发〔2091〕1号", None, "malformed"),  # a year to come
    ("国办发〔2023〕1号", "2021-05-01", "malformed"),  # later than what cites it
    ("国办发〔1912〕1号", None, "malformed"),
    ("某发〔20〕号", None, "malformed"),
    (None, None, None),
]


@pytest.mark.parametrize(("number", "issued_on", "standing"), CASES)
def test_standing(number: str | None, issued_on: str | None, standing: str | None) -> None:
    assert standing_of(number, issued_on) == standing
