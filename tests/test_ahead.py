"""Working ahead: order, errors in their place, an end when nobody takes any more."""

import itertools
import threading
from collections.abc import Iterator

import pytest

from ingest.ahead import ahead


def test_what_is_made_comes_in_order() -> None:
    with ahead(range(100), 3) as taken:
        assert list(taken) == list(range(100))


def test_an_error_comes_after_what_was_made_before_it() -> None:
    def things() -> Iterator[int]:
        yield from (1, 2)
        raise OSError("gone")

    with ahead(things(), 8) as taken:
        assert [next(taken), next(taken)] == [1, 2]
        with pytest.raises(OSError, match="gone"):
            next(taken)


def test_making_ends_when_nobody_takes() -> None:
    made: list[int] = []

    def things() -> Iterator[int]:
        for number in itertools.count():
            made.append(number)
            yield number

    with ahead(things(), 2) as taken:
        assert next(taken) == 0
    assert len(made) <= 5
    assert not any(thread.name == "ahead" for thread in threading.enumerate())
