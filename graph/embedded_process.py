"""The embedded server as a child process: ArcadeDB with its Bolt plugin, run by the Java runtime of its own package.

Nothing of the package is imported: it is only the folder that holds ``jre`` and ``jars``. The server listens on
loopback only, on free ports, and reads its start line from a file that its owner alone can read.
"""

import base64
import contextlib
import http.client
import importlib.metadata
import importlib.util
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graph.errors import StoreUnavailable

HOST = "127.0.0.1"
DATABASE = "policy"
READER = "reader"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
MAX_MESSAGE = 200_000_000
_POLL_SECONDS = 0.03
_ADMIN = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}
_READING = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}
GROUPS = {"databases": {"*": {"groups": {"admin": _ADMIN}}, DATABASE: {"groups": {READER: _READING}}}, "version": 1}
_children: dict[int, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True, slots=True)
class Passwords:
    """Generated at the first start, kept beside the data."""

    root: str
    reader: str


@dataclass(frozen=True, slots=True)
class Running:
    """A server process and its ports; ``started`` is seconds since the epoch."""

    pid: int
    bolt: int
    http: int
    started: float


def engine_version() -> str:
    """The version of the installed server.

    Raises:
        StoreUnavailable: it is not installed here.
    """
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version("arcadedb-embedded")
    raise StoreUnavailable(
        f"There is no embedded server for this system ({sys.platform}, Python {sys.version.split()[0]}). Set NEO4J_URI "
        "to a Neo4j (docker compose up starts one), or install the package arcadedb-embedded."
    )


def start_process(folder: Path, passwords: Passwords, *, heap: str, timeout: float) -> Running:
    """Start the server on ``folder``; it does not answer yet. ``timeout`` is in seconds, for each statement."""
    java, jars = _runtime()
    bolt, web = _free_ports(2)
    (folder / "config").mkdir(exist_ok=True)
    write_private(folder / "config" / "server-groups.json", json.dumps(GROUPS))
    line = folder / "control" / "launch.args"
    write_private(line, _launch_line(folder, jars, passwords, (bolt, web), heap, timeout))
    with (folder / "control" / "server.out").open("wb") as out:
        child = subprocess.Popen(
            [str(java), f"@{line}"], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **_detached()
        )
    _children[child.pid] = child
    return Running(child.pid, bolt, web, time.time())


def await_answer(passwords: Passwords, running: Running) -> bool:
    """Wait until the server answers; False if it ended instead or nothing came of it in time."""
    until = time.monotonic() + START_SECONDS  # no clock that can be set
    while not answers(running, passwords):
        if not is_alive(running.pid) or time.monotonic() > until:
            return answers(running, passwords)
        time.sleep(_POLL_SECONDS)
    return True


def answers(running: Running, passwords: Passwords) -> bool:
    """Whether the server of these passwords is there with its database open."""
    try:
        status, body = _request(running, passwords, "GET", f"/api/v1/exists/{DATABASE}")
    except (OSError, http.client.HTTPException):
        return False
    return status == http.HTTPStatus.OK and json.loads(body).get("result") is True


def run_sql(running: Running, passwords: Passwords, statement: str) -> None:
    """Run a statement of the server's own SQL.

    Raises:
        StoreUnavailable: the server refuses it or is gone.
    """
    body = {"language": "sql", "command": statement}
    try:
        status, answer = _request(running, passwords, "POST", f"/api/v1/command/{DATABASE}", body)
    except (OSError, http.client.HTTPException) as error:
        raise StoreUnavailable(f"The embedded server does not answer ({error}). Try again.") from error
    if status != http.HTTPStatus.OK:
        raise StoreUnavailable(f"The embedded server refused {statement!r}: {answer.decode('utf-8', 'replace')[:500]}")


def stop_process(running: Running, passwords: Passwords) -> None:
    """Ask the server to stop and wait for it; insist where asking does not help."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        _request(running, passwords, "POST", "/api/v1/server", {"command": "shutdown"})
    if not _gone(running, STOP_SECONDS):
        with contextlib.suppress(OSError):
            os.kill(running.pid, signal.SIGTERM)
        _gone(running, STOP_SECONDS)


def is_alive(pid: int) -> bool:
    """Whether a process has this id; a child of ours that has ended is laid to rest first."""
    if child := _children.get(pid):
        if child.poll() is None:
            return True
        del _children[pid]
        return False
    if sys.platform == "win32":
        # os.kill would end the process there.
        listed = subprocess.run(["tasklist", "/FI", f"PID eq {pid}", "/NH"], capture_output=True, check=False)
        return str(pid).encode() in listed.stdout
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def last_words(folder: Path) -> str:
    """What the server printed last, for the message when it did not come up."""
    with contextlib.suppress(OSError):
        lines = (folder / "control" / "server.out").read_text("utf-8", "replace").splitlines()
        said = [line.strip() for line in lines if line.strip() and not line.startswith("\tat ")]
        causes = [line.partition(": ")[2] for line in said if line.startswith("Caused by: ")]
        if causes:
            return causes[-1][:600]
        return " / ".join(said[-3:])[:600]
    return ""


def read_passwords(folder: Path) -> Passwords:
    """The passwords of the server in ``folder``; made on first use."""
    path = folder / "control" / "passwords.json"
    if not path.exists():
        made = Passwords(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        write_private(path, json.dumps(asdict(made)))
    return Passwords(**json.loads(path.read_text("utf-8")))


def write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone can read, whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def _launch_line(
    folder: Path, jars: Path, passwords: Passwords, ports: tuple[int, int], heap: str, timeout: float
) -> str:
    """The start line as Java reads it from a file: one quoted argument a line (passwords stay out of ``ps``)."""
    settings = {
        "server.rootPath": folder,
        "server.rootPassword": passwords.root,
        "server.mode": "production",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": f"{DATABASE}[{READER}:{passwords.reader}:{READER}]",
        "server.httpIncomingHost": HOST,
        "server.httpIncomingPort": ports[1],
        "bolt.host": HOST,
        "bolt.port": ports[0],
        "bolt.maxMessageSize": MAX_MESSAGE,
        "command.timeout": int(timeout * 1000),
    }
    arguments = [
        f"-Xmx{heap}",
        "-XX:+ExitOnOutOfMemoryError",  # without memory it would go on half dead; ended, it is started anew
        "-Xms64m",
        # Less memory and an earlier first answer than the default collector; the heap is small.
        "-XX:+UseSerialGC",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "--add-modules",
        "jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        str(jars / "*"),
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]
    quoted = (argument.replace("\\", "\\\\").replace('"', '\\"') for argument in arguments)
    return "".join(f'"{argument}"\n' for argument in quoted)


def _runtime() -> tuple[Path, Path]:
    """(java, folder of jars) of the installed package."""
    found = importlib.util.find_spec("arcadedb_embedded")
    folder = Path(found.origin).parent if found and found.origin else Path()
    java = folder / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    if not java.exists():
        raise StoreUnavailable(
            f"The package arcadedb-embedded in {folder} lacks its Java runtime. Reinstall it, or set NEO4J_URI to a "
            "Neo4j (docker compose up starts one)."
        )
    return java, folder / "jars"


def _detached() -> Mapping[str, Any]:
    """Apart from our terminal: Ctrl-C there must not end a server that others use."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.create_server((HOST, 0))) for _ in range(count)]
        return [int(each.getsockname()[1]) for each in sockets]


def _gone(running: Running, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not is_alive(running.pid):
            return True
        time.sleep(_POLL_SECONDS)
    return False


def _request(running: Running, passwords: Passwords, method: str, path: str, body: object = None) -> tuple[int, bytes]:
    login = base64.b64encode(f"root:{passwords.root}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json"}
    # Straight to loopback: no proxy of the environment has a say.
    connection = http.client.HTTPConnection(HOST, running.http, timeout=30)
    with contextlib.closing(connection):
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        return response.status, response.read()
