"""Starts a pinned Neo4j (see README.md here) in a temporary folder, on a free loopback port, with a password."""

import glob
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import neo4j
from filelock import FileLock

HERE = Path(__file__).parent
START_SECONDS = 90.0
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_JAVAS = ("/usr/lib/jvm/*/bin/java", "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java")  # where packages go


@dataclass(frozen=True)
class Release:
    """A version of the server, the oldest Java it runs on, and how it is started."""

    version: str
    java: int
    main: str
    flags: tuple[str, ...] = ()

    @property
    def lib(self) -> Path:
        """Where its jars are kept."""
        return HERE / "lib" / self.version


LONG_TERM = Release("5.26.30", 17, "org.neo4j.server.CommunityEntryPoint")
NEWEST = Release(
    "2026.08.1",
    21,
    "org.neo4j.server.Neo4jCommunity",
    ("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"),
)


@dataclass(frozen=True)
class TestServer:
    """Where it listens and who may log in."""

    __test__ = False  # no test class, whatever its name

    uri: str
    user: str
    password: str
    stop: Callable[[], None]  # as its administrator does
    start: Callable[[], None]  # on the same folder and port, until it answers
    pid: Callable[[], int]


def why_not(release: Release = LONG_TERM) -> str | None:
    """Why it cannot be started here; None where it can."""
    if _java(release) is None:
        return f"Java {release.java} or newer is not here"
    if not _jars(release) and shutil.which("mvn") is None:
        return "Maven is not here to fetch the server's jars"
    return None


@contextmanager
def running(
    release: Release = LONG_TERM, *, heap: str = "512m", cache: str = "256m", short: bool = True
) -> Iterator[TestServer]:
    """The server with so much heap and page cache, until the end of the block.

    ``short``: it does not live long enough for what Java compiles thoroughly to pay, which is half of its work then.
    """
    _fetch(release)
    with tempfile.TemporaryDirectory(prefix="policy-graph-neo4j-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        port = _free_port()
        (home / "conf").mkdir()
        (home / "conf" / "neo4j.conf").write_text(_configuration(port, heap, cache), encoding="utf-8")
        uri, password, line = (
            f"bolt://127.0.0.1:{port}",
            secrets.token_urlsafe(16),
            _line(release, home, heap, short=short),
        )
        children: list[subprocess.Popen[bytes]] = []

        def start() -> None:
            with (home / "out").open("ab") as out:
                children.append(subprocess.Popen(line, cwd=home, stdin=subprocess.DEVNULL, stdout=out, stderr=out))
            _await(children[-1], uri, password, home, first=len(children) == 1)

        def stop() -> None:
            children[-1].terminate()
            try:
                children[-1].wait(30)
            except subprocess.TimeoutExpired:
                children[-1].kill()
                children[-1].wait(10)

        try:
            start()
            yield TestServer(uri, "neo4j", password, stop, start, lambda: children[-1].pid)
        finally:  # at once: what it holds goes, too
            children[-1].kill()
            children[-1].wait(10)


def _fetch(release: Release) -> None:
    release.lib.mkdir(parents=True, exist_ok=True)
    with FileLock(release.lib / "lock"):
        if not _jars(release):
            goal = ["dependency:copy-dependencies", f"-DoutputDirectory={release.lib}", "-DincludeScope=runtime"]
            pinned = f"-Dneo4j.version={release.version}"
            subprocess.run(["mvn", "-B", "-q", "-ntp", *goal, pinned], cwd=HERE, check=True, timeout=600)


def _jars(release: Release) -> bool:
    return (release.lib / f"neo4j-{release.version}.jar").exists()


@cache
def _java(release: Release) -> str | None:
    """The first Java found that is new enough: of the path, of JAVA_HOME, of the places where packages put it."""
    home = os.environ.get("JAVA_HOME")
    found = [path for pattern in _JAVAS for path in sorted(glob.glob(pattern))]  # noqa: PTH207 - an absolute pattern
    tried = ["java", *([str(Path(home) / "bin" / "java")] if home else []), *found]
    return next((java for java in tried if (_java_version(java) or 0) >= release.java), None)


def _java_version(java: str) -> int | None:
    with suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True, timeout=30)
        if found := re.search(r'version "(\d+)', said.stderr + said.stdout):
            return int(found[1])
    return None


def _line(release: Release, home: Path, heap: str, *, short: bool) -> list[str]:
    opened = [f"--add-opens={each}=ALL-UNNAMED" for each in _OPENED]
    bounds = [f"-Xms{heap}", f"-Xmx{heap}", "-Dio.netty.tryReflectionSetAccessible=true"]
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    return [
        _java(release) or "java",
        *bounds,
        *opened,
        *release.flags,
        *(("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") if short else ()),
        "-cp",
        f"{release.lib}/*",
        release.main,
        *folders,
    ]


def _configuration(port: int, heap: str, cache: str) -> str:
    return (
        "server.default_listen_address=127.0.0.1\n"
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\n"
        "server.https.enabled=false\n"
        f"server.memory.heap.max_size={heap}\n"
        f"server.memory.pagecache.size={cache}\n"
        "dbms.usage_report.enabled=false\n"
    )


def _await(child: "subprocess.Popen[bytes]", uri: str, password: str, home: Path, *, first: bool) -> None:
    """Wait until it answers; the first time, give it its password."""
    until = time.monotonic() + START_SECONDS
    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
    while True:
        try:
            with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j" if first else password)) as driver:
                with driver.session(database="system" if first else "neo4j") as session:
                    session.run(change if first else "RETURN $new", new=password).consume()
                return
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):
            if child.poll() is not None or time.monotonic() > until:
                said = (home / "out").read_text("utf-8", "replace")[-2000:]
                raise RuntimeError(f"Neo4j did not start: {said}") from None
            time.sleep(0.2)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


if __name__ == "__main__":
    with running() as started, suppress(KeyboardInterrupt):
        print(f"NEO4J_TEST_URI={started.uri} NEO4J_TEST_PASSWORD={started.password}", flush=True)  # noqa: T201 - its whole use
        while True:
            time.sleep(3600)
