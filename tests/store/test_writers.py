"""Several writers at once: what they leave is what they would have left one after the other."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from graph.load import delete, load
from graph.queries import Query
from graph.records import DocumentGraph
from graph.settings import Settings
from graph.store import Change, GraphStore, open_store
from tests.faults.whole import contents
from tests.sample_graph import NOTICE, PLAN, notice, plan

Step = Callable[[GraphStore], object]
_HELD_UP = 0.4  # seconds, far longer than a change of these documents takes


def _by_title() -> DocumentGraph:
    """The notice, citing the plan by its title alone."""
    whole = notice()
    cited, title = "《云川市教育提升行动方案》", "云川市教育提升行动方案"
    records = tuple(
        replace(record, cited=cited, cited_title=title) if record.cited == PLAN else record
        for record in whole.citations
    )
    stubs = tuple(
        replace(stub, key=cited, title=title, doc_number=None) if stub.key == PLAN else stub
        for stub in whole.cited_documents
    )
    return replace(whole, citations=records, cited_documents=stubs)


# What is there before, what is held up in the middle, what comes in between.
_MEETINGS: dict[str, tuple[tuple[DocumentGraph, ...], Step, Step]] = {
    "a document is loaded while the only one that cites it is deleted": (
        (notice(),),
        lambda store: delete(store, NOTICE),
        lambda store: load(store, plan()),
    ),
    "a document is loaded while what shares its bodies is deleted": (
        (plan(),),
        lambda store: delete(store, PLAN),
        lambda store: load(store, notice()),
    ),
    "a document is loaded while another that cites its title is": (
        (),
        lambda store: load(store, plan()),
        lambda store: load(store, _by_title()),
    ),
    "two versions of a document are loaded": (
        (plan(),),
        lambda store: load(store, plan(without_health=True)),
        lambda store: load(store, plan()),
    ),
    "a document is deleted while it is corrected": (
        (plan(), notice()),
        lambda store: load(store, plan(without_health=True)),
        lambda store: delete(store, PLAN),
    ),
}


@pytest.fixture
def second(server: Settings, writer: GraphStore) -> Iterator[GraphStore]:  # noqa: ARG001 - emptied before and after
    with open_store(server, "write") as store:
        yield store


@pytest.mark.parametrize("meeting", _MEETINGS)
def test_two_leave_what_one_after_the_other_leaves(
    meeting: str,
    writer: GraphStore,
    second: GraphStore,
    emptied: Callable[[GraphStore], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, first, other = _MEETINGS[meeting]

    def begin() -> None:
        emptied(writer)
        for document in before:
            load(writer, document)

    def left(*steps: Step) -> list[str]:
        begin()
        for step in steps:
            step(writer)
        return contents(writer)

    one_after_the_other = [left(first, other), left(other, first)]
    begin()
    all_but_committed, came = threading.Event(), threading.Event()
    holder, asked = threading.get_ident(), Change.run

    def held_up(self: Change, statement: Query, **params: Any) -> list[dict[str, Any]]:
        if threading.get_ident() == holder and statement.name == "note_change" and not all_but_committed.is_set():
            all_but_committed.set()
            came.wait(_HELD_UP)
        return asked(self, statement, **params)

    def between() -> None:
        all_but_committed.wait(30)
        try:
            other(second)
        finally:
            came.set()

    monkeypatch.setattr(Change, "run", held_up)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(between)
        first(writer)
        coming.result(30)
    assert all_but_committed.is_set()
    assert contents(writer) in one_after_the_other
