"""The catalogue as tools: asked by the SDK's own client over stdio, answered by the embedded server."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client, types

from api.tools import MOST, tools
from graph.load import load
from graph.queries import catalogue
from graph.settings import Settings
from graph.store import open_store
from tests.sample_graph import EDUCATION, FINANCE, NOTICE, PLAN, SCHOOL, sample_documents

GIVEN = {
    "document": PLAN, "unit": FINANCE, "partner": EDUCATION, "item": f"{PLAN}:1.1", "name": "云川市财政局",
    "project": SCHOOL, "text": "教育", "one": PLAN, "other": NOTICE, "documents": [PLAN],
    "units": [FINANCE], "partners": [EDUCATION],
}  # fmt: skip
ROWS: list[tuple[str, dict[str, Any], str, str]] = [
    ("partners_of_unit", {"unit": "云川市财政局"}, "unit", EDUCATION),  # by name, of which there is one
    ("search", {"text": "财政"}, "key", FINANCE),
    ("document_of_key", {"document": PLAN}, "key", PLAN),
    ("units_of_item", {"item": f"{PLAN}:1.1"}, "unit", FINANCE),
    ("units", {"limit": 1, "offset": 0}, "unit", EDUCATION),
]
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("nothing", {}, "no query named 'nothing'"),
    ("partners_of_unit", {}, "needs a value for unit"),
    ("partners_of_unit", {"unit": "没有"}, "No unit has the key or name"),
    ("units", {"limit": "many"}, "limit='many' is no int"),
    ("units", {"surprise": 1}, "no parameter surprise"),
    ("units", {"limit": 0}, "limit=0 is not from 1"),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with the sample documents, whose server runs until the tests are done."""
    folder = tmp_path_factory.mktemp("tools")
    with open_store(Settings(_env_file=None, data=folder, embedded_heap="512m"), "write") as store:
        for document in sample_documents():
            load(store, document)
        yield folder


def talk(data: Path, do: Callable[[ClientSession], Awaitable[Any]]) -> Any:
    """What ``do`` answers, in a session with the program."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in names}
    program = StdioServerParameters(
        command=sys.executable, args=["-m", "api.cli", "mcp"], env=kept | {"DATA": str(data)}
    )

    async def session() -> Any:
        async with stdio_client(program) as (incoming, outgoing), ClientSession(incoming, outgoing) as client:
            await client.initialize()
            return await do(client)

    with ThreadPoolExecutor(1) as own:  # a browser test before this one leaves its event loop running in this thread
        return own.submit(asyncio.run, asyncio.wait_for(session(), 120)).result()


@pytest.mark.embedded
def test_each_question_is_a_tool_that_only_reads_and_answers(data: Path) -> None:
    async def ask_all(client: ClientSession) -> tuple[list[types.Tool], dict[str, types.CallToolResult]]:
        listed = (await client.list_tools()).tools
        asked = {tool.name: {name: GIVEN[name] for name in tool.input_schema.get("required", [])} for tool in listed}
        return listed, {name: await client.call_tool(name, given) for name, given in asked.items()}

    listed, answers = talk(data, ask_all)
    assert [tool.name for tool in listed] == [question.name for question in catalogue()]
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in listed)
    for question in catalogue():
        answer = answers[question.name]
        assert not answer.is_error, answer.content
        told = answer.structured_content
        assert json.loads(answer.content[0].text) == told
        assert told["cypher"] == question.text
        assert all(list(row) == list(question.columns) for row in told["rows"])
    evidence = answers["responsibilities_of_document"].structured_content["rows"]
    assert evidence
    assert all(row["quote"] and row["end"] - row["start"] == len(row["quote"]) for row in evidence)


@pytest.mark.embedded
def test_answers_and_refusals(data: Path) -> None:
    asked = [*((name, given) for name, given, *_ in ROWS), *((name, given) for name, given, _ in REFUSED)]

    async def ask_all(client: ClientSession) -> list[types.CallToolResult]:
        return [await client.call_tool(name, given) for name, given in asked]

    answers = talk(data, ask_all)
    for (name, _, column, value), answer in zip(ROWS, answers[: len(ROWS)], strict=True):
        assert not answer.is_error, (name, answer.content)
        assert value in [row[column] for row in answer.structured_content["rows"]], name
    for (name, _, said), answer in zip(REFUSED, answers[len(ROWS) :], strict=True):
        assert answer.is_error, name
        assert said in answer.content[0].text


def test_what_a_tool_takes_is_what_its_question_declares() -> None:
    for tool, question in zip(tools(), catalogue(), strict=True):
        declared = {param.name for param in question.params} - {"phrase"}
        assert tool.takes["properties"].keys() == declared
        assert set(tool.takes["required"]) == {param.name for param in question.params if param.required}
    bounds = next(tool for tool in tools() if tool.name == "units").takes["properties"]["limit"]
    assert (bounds["maximum"], bounds["default"]) == (MOST, 50)
