"""The servers that contract tests run on, each started once for all tests.

``server`` gives the Settings of the embedded server, of a Neo4j and of the newest Neo4j in turn. The Neo4j is the one
of NEO4J_TEST_URI (with NEO4J_TEST_USER, NEO4J_TEST_PASSWORD; what it holds is deleted), else one from Docker, else the
pinned one that Java and Maven can start (tests/neo4j). Where none is possible its tests are skipped, loudly;
REQUIRE_NEO4J=1 turns that into a failure. The newest one needs a Java that few machines have, and is only skipped.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import hypothesis
import pytest
from pydantic import SecretStr

from graph.load import delete
from graph.queries import query
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.neo4j import server as neo4j_server

# How long an example takes says more of a busy machine than of the code; pytest-timeout ends what hangs.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

NEO4J_IMAGE = "neo4j:5.26-community"
_SERVER = re.compile(r"[\[-](embedded|neo4j|newest_neo4j)[\]-]")  # of a test that runs on each in turn
_SETTINGS = ("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_READER_USER", "NEO4J_READER_PASSWORD", "DATA", "PORT")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Where several processes test at once (``make test``), one of them alone starts a server and asks it."""
    from xdist.scheduler import LoadScopeScheduling

    class ByServer(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist ships no types
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid)

    return ByServer(config, log)


def _group(nodeid: str) -> str:
    """What stays in one process: the tests of a server, and any others with those of their file."""
    if server := _SERVER.search(nodeid):
        return server[1]
    file = nodeid.partition("::")[0]
    return "embedded" if file.startswith("tests/browser/") else file


@pytest.fixture(autouse=True, scope="session")
def _own_settings() -> Iterator[None]:
    """No test touches what the person who runs it has set up."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _SETTINGS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded server that runs as long as the tests do."""
    settings = _settings(data=tmp_path_factory.mktemp("embedded"), embedded_heap="512m")
    with open_store(settings, "write"):
        yield settings


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a Neo4j that runs as long as the tests do."""
    with ExitStack() as held:
        found = _neo4j(held)
        if isinstance(found, str):
            reason = (
                f"NO NEO4J, its half of the contract is NOT tested: {found}. Set NEO4J_TEST_URI, run Docker, or install"
            )
            reason += " Java 17 and Maven."
            if os.environ.get("REQUIRE_NEO4J") == "1":
                pytest.fail(reason)
            pytest.skip(reason)
        uri, user, password = found
        yield _settings(
            data=tmp_path_factory.mktemp("neo4j"),
            neo4j_uri=uri,
            neo4j_user=user,
            neo4j_password=SecretStr(password) if password else None,
        )


@pytest.fixture(scope="session")
def newest_neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of the newest Neo4j, where a Java for it is found; it runs as long as the tests do."""
    if reason := neo4j_server.why_not(neo4j_server.NEWEST):
        pytest.skip(f"NOT tested on Neo4j {neo4j_server.NEWEST.version}: {reason}.")
    with neo4j_server.running(neo4j_server.NEWEST) as started:
        yield _settings(
            data=tmp_path_factory.mktemp("newest"),
            neo4j_uri=started.uri,
            neo4j_user=started.user,
            neo4j_password=SecretStr(started.password),
        )


@pytest.fixture(
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
        pytest.param("newest_neo4j", marks=pytest.mark.neo4j),
    ],
    scope="session",
)
def server(request: pytest.FixtureRequest) -> Settings:
    """The settings of each server in turn."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture
def writer(server: Settings) -> Iterator[GraphStore]:
    """A writing store of each server in turn, holding nothing; what a test leaves in it is removed."""
    with open_store(server, "write") as store:
        empty(store)
        yield store
        empty(store)


@pytest.fixture
def reader(server: Settings, writer: GraphStore) -> Iterator[GraphStore]:  # noqa: ARG001 - emptied before and after
    """A reading store of the server of ``writer``."""
    with open_store(server, "read") as store:
        yield store


@pytest.fixture(scope="session")
def emptied() -> Callable[[GraphStore], None]:
    """Removes every held document from a store, and with the last of them all else."""
    return empty


def empty(store: GraphStore) -> None:
    """Remove every held document, and with the last of them all else."""
    while held := store.read(query("documents"), status="held", limit=500):
        for row in held:
            delete(store, row["key"])


def _settings(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type]


def _neo4j(held: ExitStack) -> tuple[str, str, str] | str:
    """(URI, user, password) of a Neo4j for the tests, or why there is none."""
    if uri := os.environ.get("NEO4J_TEST_URI"):
        return uri, os.environ.get("NEO4J_TEST_USER", "neo4j"), os.environ.get("NEO4J_TEST_PASSWORD", "")
    if _docker_runs():
        return held.enter_context(_in_docker())
    if reason := neo4j_server.why_not():
        return f"Docker does not run here and {reason}"
    started = held.enter_context(neo4j_server.running())
    return started.uri, started.user, started.password


def _docker_runs() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True, check=False).returncode == 0


@contextmanager
def _in_docker() -> Iterator[tuple[str, str, str]]:
    from testcontainers.neo4j import Neo4jContainer

    with Neo4jContainer(NEO4J_IMAGE, password="kept-in-a-container") as container:
        yield container.get_connection_url(), "neo4j", "kept-in-a-container"
