"""Requests made from our own OpenAPI, allowed and forbidden ones: every answer is one that it tells of.

``SOAK``, which ``make soak`` sets, makes some 5,000 of them instead of 1,200.
"""

import os
import unittest
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import hypothesis
import hypothesis.errors
import pytest
from fastapi.testclient import TestClient
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok
from schemathesis.openapi.loaders import from_asgi
from schemathesis.schemas import BaseSchema

from api.app import create_app
from graph.load import load
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import sample_documents

HOST = {"host": "127.0.0.1"}  # the app answers to no other name
EACH = 50 if os.environ.get("SOAK") else 12
# Refused for what they mean, which no schema can say: a text that is no policy document, a decision about nothing,
# a subgraph of nothing, words that are no Cypher; a job while eight others wait.
MEANING = {
    "POST /documents",
    "POST /decisions",
    "POST /jobs",
    "POST /cypher",
    "POST /exports/cypher/{form}",
    "GET /exports/subgraphs/{form}",
}

# In a form everything is bytes: a number in place of a file is a file with digits in it.
FORMS = {"POST /documents", "POST /jobs"}
OPAQUE = {"cursor", "since"}  # what only the server can write, or a time


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The schema of the app over the sample documents, in a store of their own: decisions stay in it."""
    settings = Settings(_env_file=None, data=tmp_path_factory.mktemp("described"), embedded_heap="512m")
    with open_store(settings, "write") as store:
        for document in sample_documents():
            load(store, document)
        app = create_app(settings)
        with TestClient(app, raise_server_exceptions=False):
            yield from_asgi("/openapi.json", app, headers=HOST)


@pytest.mark.embedded
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("mode", GenerationMode, ids=str)
def test_every_answer_is_one_that_is_told_of(described: BaseSchema, mode: GenerationMode) -> None:
    accepts = CHECKS.get_by_names(["positive_data_acceptance"])
    refuses = CHECKS.get_by_names(["negative_data_rejection"])
    asked = set()
    for found in described.get_all_operations():
        assert isinstance(found, Ok), found

        @hypothesis.settings(
            max_examples=EACH,
            derandomize=True,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
            phases=[hypothesis.Phase.generate],
        )
        @hypothesis.given(case=found.ok().as_strategy(generation_mode=mode))
        def ask(case: Case[Any]) -> None:
            told = case.operation.label in MEANING or OPAQUE & (case.query or {}).keys()
            excluded: list[Any] = [*accepts] if told else []
            excluded += refuses if case.operation.label in FORMS else []
            # What sends files starts processes to read them, and a busy machine takes its time for that.
            case.call_and_validate(headers=HOST, excluded_checks=excluded, timeout=60)
            asked.add(case.operation.label)

        # Some operations take nothing that could be wrong.
        with suppress(hypothesis.errors.Unsatisfiable, unittest.SkipTest, pytest.skip.Exception):
            ask()
    assert len(asked) > 20
