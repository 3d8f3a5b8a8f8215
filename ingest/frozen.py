"""Dataclasses that mypy keeps frozen, so that making them costs no more than making plain ones.

``dataclasses`` sets each field of a frozen one through ``object.__setattr__``, which takes five times as long; and
reading a document makes thousands of spans and mentions.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # to mypy it is the real one: it refuses to set a field, and tests/test_frozen.py sees to that
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, **options: bool):
        """As ``dataclasses.dataclass``: compared and hashed by value; only nothing watches a field while it runs."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)


__all__ = ["dataclass"]
