"""API keys: random, shown once, kept as digests in a file that its owner alone can read.

A key is 256 random bits, so that a plain SHA-256 keeps it: there is no guessing it from its digest.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from graph.embedded_process import write_private
from graph.errors import NotFound, SettingsError

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")  # each may do what those before it may
_PREFIX = "pg_"
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept; ``digest`` is the SHA-256 of what its holder sends."""

    name: str
    role: Role
    digest: str
    created: str


class Keyring:
    """The keys of a data folder; what another process adds or removes counts from the next request on."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "api-keys.json"
        self._read: tuple[tuple[int, int], tuple[Key, ...]] = ((0, 0), ())

    def all(self) -> tuple[Key, ...]:
        """All keys, by name.

        Raises:
            SettingsError: the file holds something else.
        """
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return ()
        state = (found.st_mtime_ns, found.st_size)
        if state != self._read[0]:
            try:
                keys = tuple(Key(**entry) for entry in json.loads(self._path.read_text("utf-8")))
            except (ValueError, TypeError) as error:
                raise SettingsError(f"{self._path} holds no API keys: {error}. Remove it and add them anew.") from error
            self._read = (state, keys)
        return self._read[1]

    def find(self, sent: str) -> Key | None:
        """The key that was sent; every one is compared, in a time that tells nothing."""
        digest = _digest(sent)
        found = None
        for key in self.all():
            if hmac.compare_digest(key.digest, digest):
                found = key
        return found

    def add(self, name: str, role: Role) -> str:
        """A new key, which is not kept and cannot be shown again.

        Raises:
            SettingsError: the name is taken, empty or too long.
        """
        if not 0 < len(name.strip()) <= _LONGEST_NAME:
            raise SettingsError(f"A key's name has 1 to {_LONGEST_NAME} characters, not {len(name.strip())}.")
        if any(key.name == name for key in self.all()):
            raise SettingsError(f"A key is called {name!r} already. Remove it first, or choose another name.")
        sent = _PREFIX + secrets.token_urlsafe(32)
        key = Key(name, role, _digest(sent), datetime.now(UTC).isoformat(timespec="seconds"))
        self._write((*self.all(), key))
        return sent

    def remove(self, name: str) -> None:
        """Take a key away.

        Raises:
            NotFound: none has this name.
        """
        kept = tuple(key for key in self.all() if key.name != name)
        if len(kept) == len(self.all()):
            raise NotFound(f"No key is called {name!r}. 'policy-graph keys list' shows them.")
        self._write(kept)

    def _write(self, keys: tuple[Key, ...]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        ordered = sorted(keys, key=lambda key: key.name)
        write_private(self._path, json.dumps([asdict(key) for key in ordered], ensure_ascii=False, indent=1) + "\n")


def _digest(sent: str) -> str:
    return hashlib.sha256(sent.encode("utf-8", "surrogateescape")).hexdigest()
