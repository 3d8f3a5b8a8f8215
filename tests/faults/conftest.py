"""Faults are tried on the two kinds of server; the newest Neo4j adds nothing to them."""

import pytest

from graph.settings import Settings


@pytest.fixture(
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ],
    scope="session",
)
def server(request: pytest.FixtureRequest) -> Settings:
    """The settings of each server in turn."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings
