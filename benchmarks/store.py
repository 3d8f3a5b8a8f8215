"""How fast documents are loaded and asked about: ``python -m benchmarks.store [--documents 200]``.

Made-up documents (made_up.py) go into two new stores, embedded or, with ``--neo4j 2g``, of Neo4j: into one as the
product loads a folder, some documents in a transaction; into the other as bare batches of the same rows, which is the
peer. Then every read query of a busy unit and a whole document is asked, and the median of seven answers is printed.
The loading goes to docs/performance.md.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import servers
from benchmarks.made_up import made_up_documents
from benchmarks.measured import machine, seconds, table, write
from graph.load import digest_of, load, load_prepared, prepare
from graph.queries import Query, query
from graph.records import DocumentGraph
from graph.rows import batches, rows_of
from graph.store import Change, GraphStore, open_store
from ingest.ahead import ahead

GROUP = 25


def main() -> None:
    """Load, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    servers.add_argument(parser)
    args = parser.parse_args()
    documents, where = list(made_up_documents(args.documents)), f"{machine()}. {args.note}".strip()
    duties = sum(len(document.responsibilities) for document in documents)
    with tempfile.TemporaryDirectory() as folder:
        with _store(Path(folder) / "theirs", args.neo4j) as (store, _):
            bare = seconds(lambda: _load_bare(store, documents))
        with _store(Path(folder) / "ours", args.neo4j) as (store, note):
            whole = seconds(lambda: _load_grouped(store, documents))
            again = seconds(lambda: [load(store, document) for document in documents])
            rows = [
                ("as the product loads a folder", whole, bare / whole),
                ("bare batches", bare, 1.0),
                ("the same again, unchanged, one by one", again, bare / again),
            ]
            head = (f"{len(documents):,} documents, {duties:,} duties", "s", "speed, bare batches = 1")
            told = table(head, [(name, f"{took:.1f}", f"{ratio:.2f}") for name, took, ratio in rows])
            block = f"bare {store.server.kind}"
            write("performance.md", block, f"{store.server.name} {store.server.version}; {note}{where}", told)
            _ask(store)


@contextmanager
def _store(folder: Path, neo4j: str | None) -> Iterator[tuple[GraphStore, str]]:
    """A store that holds nothing, and what is to be told of its server."""
    with servers.empty_server(folder, neo4j) as server, open_store(server.settings, "write") as store:
        yield store, server.note


def _load_grouped(store: GraphStore, documents: list[DocumentGraph]) -> None:
    """As a folder is loaded: some thirty documents in one transaction, the next ones prepared meanwhile."""
    with ahead(map(prepare, documents), 2 * GROUP) as prepared:
        while group := list(islice(prepared, GROUP)):
            load_prepared(store, group)


def _load_bare(store: GraphStore, documents: list[DocumentGraph]) -> None:
    """The same rows, of all documents together, in as few transactions as there are batches."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    order: dict[str, None] = {}
    run = digest_of(documents[0])
    for document in documents:
        for name, some in rows_of(document, run):
            order.setdefault(name)
            rows[name] += some
    late = ("regions_in_regions", "units_in_regions", "items_in_documents", "items_in_sections", "items_in_items")
    for name in sorted(order, key=lambda name: name in late):
        statement = query(name, "write")
        for batch in batches(rows[name]):
            store.write(partial(_run, statement, batch))


def _run(statement: Query, batch: list[dict[str, Any]], change: Change) -> None:
    change.run(statement, rows=batch)


def _ask(store: GraphStore) -> None:
    busiest = store.read(query("units"), limit=1)[0]["unit"]
    document = store.read(query("documents"), status="held", limit=1)[0]["key"]
    asked = {
        "unit_of_key": {"unit": busiest},
        "items_of_unit": {"unit": busiest},
        "partners_of_unit": {"unit": busiest},
        "tree_of_document": {"document": document},
        "responsibilities_of_document": {"document": document},
        "documents": {},
        "pairs": {},
        "counts": {},
    }
    for name, params in asked.items():
        took = median(seconds(partial(store.read, query(name), **params)) for _ in range(7))
        print(f"{name:30} {took * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
