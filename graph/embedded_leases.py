"""Who uses the embedded server: one locked file a user.

The lock is the operating system's, so a user that is killed lets go of it; its file is swept by whoever looks next.
"""

import contextlib
import uuid
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass(slots=True)
class Lease:
    """One use of the server, held until released or until this process ends."""

    path: Path
    _lock: FileLock

    @property
    def held(self) -> bool:
        """Whether this use still counts."""
        return self._lock.is_locked

    def release(self) -> None:
        """Give the use up."""
        self._lock.release(force=True)
        _remove(self.path)


def take_lease(folder: Path) -> Lease:
    """A new use, noted in ``folder``."""
    path = folder / f"{uuid.uuid4().hex}.lease"
    # Not bound to a thread: the one that closes a store need not be the one that opened it.
    lock = FileLock(path, thread_local=False)
    lock.acquire(timeout=0)
    return Lease(path, lock)


def anyone_holds(folder: Path) -> bool:
    """Whether any use noted in ``folder`` still counts; those of the dead are removed."""
    held = False
    for path in folder.glob("*.lease"):
        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            held = True
        else:
            lock.release()
            _remove(path)
    return held


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
