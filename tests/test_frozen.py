"""What is read out of a document is a value: compared and hashed as one, and refused by mypy where code changes it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.document import Mention, Span

if TYPE_CHECKING:

    def refused(span: Span) -> None:
        span.start = 1  # type: ignore[misc]  # mypy reports this comment if it no longer refuses the line


def test_values_are_compared_and_hashed_by_what_they_hold() -> None:
    one, same, other = (Mention("1.1", "教育", Span(0, end)) for end in (2, 2, 3))
    assert one == same != other
    assert {one, same, other} == {one, other}
    assert replace(one, span=Span(0, 3)) == other
    assert Span(0, 2) < Span(0, 3) < Span(1, 2)
    assert not hasattr(one, "__dict__")
