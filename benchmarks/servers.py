"""The server that a benchmark runs on: a new embedded one, the Neo4j of NEO4J_URI, or the one that the tests start."""

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from graph.embedded import use_embedded
from graph.errors import SettingsError
from graph.queries import query
from graph.settings import Settings, load_settings
from graph.store import open_store
from tests.neo4j import server as neo4j_server


@dataclass(frozen=True, slots=True)
class Server:
    """The settings that lead to it, its process where it is known, and what is to be told of it."""

    settings: Settings
    pid: int | None
    note: str = ""


def add_argument(parser: argparse.ArgumentParser) -> None:
    """Let the command line name the server."""
    parser.add_argument(
        "--neo4j",
        metavar="MEMORY",
        help="start the Neo4j of the tests (Java 17, Maven) with so much heap, and as much page cache: 512m, 4g",
    )


@contextmanager
def empty_server(folder: Path, neo4j: str | None) -> Iterator[Server]:
    """The server, holding nothing; ``folder`` is for the embedded one.

    Raises:
        SettingsError: the Neo4j of NEO4J_URI holds documents, or ``neo4j`` is no size.
    """
    if neo4j is not None:
        if not re.fullmatch(r"\d+[mg]", neo4j):
            raise SettingsError(f"--neo4j {neo4j} is no size of memory. Write 512m or 4g.")
        with neo4j_server.running(heap=neo4j, cache=neo4j, short=False) as started:
            password = SecretStr(started.password)
            settings = Settings(_env_file=None, data=folder, neo4j_uri=started.uri, neo4j_password=password)
            yield Server(settings, started.pid(), f"{neo4j} of heap, {neo4j} of page cache; ")
        return
    settings = load_settings(data=folder)
    if settings.neo4j_uri is not None:
        with open_store(settings, "write") as store:
            if store.read(query("counts"))[0]["documents_held"]:
                raise SettingsError("The Neo4j of NEO4J_URI holds documents. Name an empty one.")
        yield Server(settings, None)
        return
    use = use_embedded(settings)
    try:
        yield Server(settings, use.running.pid)
    finally:
        use.release()
