"""One family of errors, so that a caller can catch them all and a reader can see them all.

    PolicyGraphError
    ├── SettingsError          a setting has a value that cannot work
    ├── BadDataFile            a data file of the project holds what cannot be meant; its file and line come first
    ├── SourceError            a file cannot be read as a policy document
    │   ├── UnsupportedSource      its type is not read here (legacy .doc, OFD, scan, unknown binary)
    │   ├── EmptySource            it holds no text
    │   ├── SourceTooLarge         it is over the size that is read
    │   ├── UndecodableSource      its bytes are neither UTF-8 nor GB18030 nor what its type promises
    │   └── NotAPolicyDocument     it holds text, but neither items nor clauses nor a document's head
    ├── NotFound               no node has this key
    ├── AmbiguousName          several units have this name
    ├── DecisionRefused        a decision of a person cannot be laid over the facts
    ├── BackupRefused          a backup cannot be written, is damaged, or would overwrite something
    ├── LogChanged             a position belongs to another log of changes than the store's
    ├── QueryError             a catalogue query is missing, malformed or called with wrong parameters
    └── StoreError             the server behind Bolt
        ├── StoreUnavailable       it cannot be started or reached
        ├── LoginRefused           it refuses user or password
        ├── WriteRefused           something that only reads tried to write
        ├── StatementRefused       it refuses the statement itself
        └── QueryTimeout           it stopped a statement at its time limit

Every message says what is wrong, with the value, and what to do about it.
"""

from collections.abc import Mapping, Sequence
from typing import Any


class PolicyGraphError(Exception):
    """Base of everything this project raises on purpose; ``exit_code`` is what the command line returns for it."""

    exit_code = 1


class SettingsError(PolicyGraphError):
    """A setting has a value that cannot work."""

    exit_code = 2


class BadDataFile(PolicyGraphError):
    """A data file of the project holds what cannot be meant; the message begins with file and line."""

    exit_code = 2


class SourceError(PolicyGraphError):
    """A file cannot be read as a policy document."""


class UnsupportedSource(SourceError):
    """The file's type is not read here."""


class EmptySource(SourceError):
    """The file holds no text."""


class SourceTooLarge(SourceError):
    """The file is over the size that is read."""


class UndecodableSource(SourceError):
    """The file's bytes are not what its type promises."""


class NotAPolicyDocument(SourceError):
    """The file holds text, but nothing that a policy document has."""


class NotFound(PolicyGraphError):
    """No node has this key."""

    exit_code = 4


class AmbiguousName(PolicyGraphError):
    """Several units have this name; ``candidates`` are their rows (unit, name, jurisdiction)."""

    exit_code = 2

    def __init__(self, message: str, candidates: Sequence[Mapping[str, Any]]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class DecisionRefused(PolicyGraphError):
    """A decision of a person cannot be laid over the facts."""

    exit_code = 2


class BackupRefused(PolicyGraphError):
    """A backup cannot be written, is damaged, or would overwrite something."""

    exit_code = 2


class LogChanged(PolicyGraphError):
    """A position belongs to another log of changes than the store's."""

    exit_code = 2


class QueryError(PolicyGraphError):
    """A catalogue query is missing, malformed or called with wrong parameters."""

    exit_code = 2


class StoreError(PolicyGraphError):
    """The server behind Bolt failed."""

    exit_code = 3


class StoreUnavailable(StoreError):
    """The server cannot be started or reached."""


class LoginRefused(StoreError):
    """The server refuses user or password."""


class WriteRefused(StoreError):
    """Something that only reads tried to write."""


class StatementRefused(StoreError):
    """The server refuses the statement itself."""


class QueryTimeout(StoreError):
    """The server stopped a statement at its time limit."""
