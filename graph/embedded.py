"""The embedded server: started once for a data folder, shared by every process of its user, stopped by the last one.

Layout of ``<data>/server``: what the server keeps (databases, config, log) and, in ``control/``, the way to it:
``passwords.json`` (readable by its owner alone), ``running.json`` (process id and ports), ``version.json``, ``lock``
(held while starting or stopping), ``next`` and ``writing`` (held by whose turn it is to write, and by who comes next)
and ``leases/`` (see ``graph.embedded_leases``).
"""

import atexit
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from graph import embedded_process as process
from graph.embedded_leases import Lease, anyone_holds, take_lease
from graph.embedded_process import Passwords, Running
from graph.errors import StoreUnavailable
from graph.settings import Settings

_POLL_SECONDS = 0.01


@dataclass(slots=True, eq=False)
class EmbeddedServer:
    """A running embedded server and this process's use of it, until ``release``."""

    folder: Path
    version: str
    running: Running
    _passwords: Passwords = field(repr=False)
    _lease: Lease = field(repr=False)

    @property
    def uri(self) -> str:
        """The Bolt address, on loopback."""
        return f"bolt://{process.HOST}:{self.running.bolt}"

    @property
    def database(self) -> str:
        """The name of its one database."""
        return process.DATABASE

    def login(self, access: Literal["read", "write"]) -> tuple[str, str]:
        """User and password; the reader's account cannot write."""
        return ("root", self._passwords.root) if access == "write" else (process.READER, self._passwords.reader)

    @property
    def runs(self) -> bool:
        """Whether its process is there."""
        return process.is_alive(self.running.pid)

    def sql(self, statement: str) -> None:
        """Run a schema statement for which Cypher has no words here."""
        process.run_sql(self.running, self._passwords, statement)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """While it lasts, no other process starts, stops or changes the schema of this server."""
        with _lock(self.folder):
            yield

    @contextmanager
    def turn(self) -> Iterator[None]:
        """While it lasts, no other process or thread changes the graph; one waits at the door, the others behind it.

        The server itself finds that two have changed the same page when the second has done all its work, which is to
        be done again then: two loaders would keep each other from getting anywhere.

        Raises:
            StoreUnavailable: the data folder cannot be written.
        """
        control = self.folder / "control"
        writing = FileLock(control / "writing", poll_interval=_POLL_SECONDS)
        try:
            with FileLock(control / "next", poll_interval=_POLL_SECONDS):
                writing.acquire()
        except OSError as error:
            raise StoreUnavailable(
                f"The data folder {self.folder.parent} cannot be written: {error.strerror or error}. Make room or "
                "give yourself the right to write there, then run this again."
            ) from error
        try:
            yield
        finally:
            writing.release()

    def release(self) -> None:
        """Give up this use; whoever is last stops the server. Twice is once."""
        atexit.unregister(self.release)
        if not self._lease.held:
            return
        with _lock(self.folder):
            self._lease.release()
            if not anyone_holds(_leases(self.folder)):
                # Not always the one that was found first: where that died, another was started in its place.
                process.stop_process(_noted(self.folder) or self.running, self._passwords)
                _marker(self.folder).unlink(missing_ok=True)


def use_embedded(settings: Settings) -> EmbeddedServer:
    """Find the server of ``settings.data``, or start it.

    Raises:
        StoreUnavailable: no package for this system, a folder that cannot be written or is of another version, or a
            server that does not come up; says which and what to do.
    """
    version = process.engine_version()
    folder = settings.data.expanduser().absolute() / "server"
    try:
        _leases(folder).mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            _check_version(folder, version)
            passwords = process.read_passwords(folder)
            running = _find(folder, passwords) or _start(folder, passwords, settings)
            server = EmbeddedServer(folder, version, running, passwords, take_lease(_leases(folder)))
    except OSError as error:
        raise StoreUnavailable(
            f"The data folder {settings.data} cannot be used: {error.strerror or error}. "
            "Set DATA to a folder of your own with space left, or NEO4J_URI to a Neo4j."
        ) from error
    atexit.register(server.release)
    return server


def _find(folder: Path, passwords: Passwords) -> Running | None:
    """The server that already runs on this folder, though whoever started it may be gone."""
    running = _noted(folder)
    if running is None:
        return None
    # One that was started within the last minute may be on its way; an older one answers at once or is dead, and its
    # process id may be someone else's by now. One of the future was started before the clock was set back.
    young = 0 <= time.time() - running.started < process.START_SECONDS
    if process.answers(running, passwords) or (young and process.await_answer(passwords, running)):
        return running
    _marker(folder).unlink(missing_ok=True)
    return None


def _noted(folder: Path) -> Running | None:
    try:
        return Running(**json.loads(_marker(folder).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _start(folder: Path, passwords: Passwords, settings: Settings) -> Running:
    running = process.start_process(folder, passwords, heap=settings.embedded_heap, timeout=settings.query_timeout)
    process.write_private(_marker(folder), json.dumps(asdict(running)))
    if process.await_answer(passwords, running):
        return running
    process.stop_process(running, passwords)
    _marker(folder).unlink(missing_ok=True)
    said = process.last_words(folder)
    if "locked by another process" in said:
        raise StoreUnavailable(
            f"Another server holds {folder}, and nothing says where it listens. End that process (a java whose working "
            "folder this is) and try again; what is loaded stays."
        )
    raise StoreUnavailable(
        f"The embedded server did not come up on {folder}: {said or 'it said nothing'}. "
        f"{folder / 'log'} says more; EMBEDDED_HEAP ({settings.embedded_heap}) bounds its memory, DATA sets its folder."
    )


def _check_version(folder: Path, version: str) -> None:
    marker = folder / "control" / "version.json"
    if not marker.exists():
        process.write_private(marker, json.dumps({"arcadedb": version}))
        return
    wrote = str(json.loads(marker.read_text("utf-8")).get("arcadedb"))
    if wrote.split(".")[:2] != version.split(".")[:2]:
        raise StoreUnavailable(
            f"The store in {folder} was written by ArcadeDB {wrote}; this is {version}. It can be built again from the "
            "documents: move that folder away (or set DATA to another) and load them anew."
        )


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    seconds = process.START_SECONDS + process.STOP_SECONDS
    try:
        with FileLock(folder / "control" / "lock", timeout=seconds):
            yield
    except Timeout as error:
        raise StoreUnavailable(
            f"Another process has been starting or stopping the embedded server in {folder} for over {seconds:.0f} "
            "seconds. End it and try again."
        ) from error


def _marker(folder: Path) -> Path:
    return folder / "control" / "running.json"


def _leases(folder: Path) -> Path:
    return folder / "control" / "leases"
