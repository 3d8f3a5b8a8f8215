"""The app over each server in turn."""

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.load import load
from graph.settings import Settings
from graph.store import GraphStore, open_store
from tests.sample_graph import sample_documents

BASE = "http://127.0.0.1"


@pytest.fixture(
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ],
    scope="session",
)
def server(request: pytest.FixtureRequest) -> Settings:
    """Two of the three servers: the app asks through the store, whose own contract runs on all of them."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture(scope="module")
def client(server: Settings, emptied: Callable[[GraphStore], None]) -> Iterator[TestClient]:
    """The app over the two sample documents; for tests that only read."""
    with open_store(server, "write") as store:
        emptied(store)
        for document in sample_documents():
            load(store, document)
    with TestClient(create_app(server), base_url=BASE, raise_server_exceptions=False) as client:
        yield client
    with open_store(server, "write") as store:
        emptied(store)


@pytest.fixture
def empty_client(server: Settings, writer: GraphStore) -> Iterator[TestClient]:  # noqa: ARG001 - writer empties it
    """The app over a store that holds nothing, and will again."""
    with TestClient(create_app(server), base_url=BASE, raise_server_exceptions=False) as client:
        yield client
