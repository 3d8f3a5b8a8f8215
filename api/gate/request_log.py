"""The request log: one JSON object a line, in a file that its owner alone can read."""

import json
import logging
import os
from io import BufferedWriter, FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from graph.errors import SettingsError

_FILE_BYTES = 10_000_000
_OLD_FILES = 5


class RequestLog:
    """Writes to ``path``, and past ``file_bytes`` moves it to ``path.1`` … ``path.5``: it never fills a disk."""

    def __init__(self, path: Path, *, file_bytes: int = _FILE_BYTES) -> None:
        """Open the file.

        Raises:
            SettingsError: it cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handler = _Private(path, maxBytes=file_bytes, backupCount=_OLD_FILES, encoding="utf-8")
        except OSError as error:
            raise SettingsError(
                f"REQUEST_LOG={path} cannot be written: {error.strerror}. Name another file, or unset it."
            ) from error
        # Of its own, in no hierarchy: what a program sets for its other logs does not touch it.
        self._log = logging.Logger("policy_graph.requests")
        self._log.addHandler(self._handler)

    def write(self, line: dict[str, Any]) -> None:
        """Add a line; JSON leaves no line break in it, whatever a request holds."""
        self._log.info("%s", json.dumps(line, ensure_ascii=False))

    def close(self) -> None:
        """Close the file."""
        self._handler.close()


class _Private(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        file = FileIO(self.baseFilename, "a", opener=lambda name, flags: os.open(name, flags, 0o600))
        # What half a character left in an address is written as an escape.
        return TextIOWrapper(BufferedWriter(file), encoding=self.encoding, errors="backslashreplace")
