"""What grows with the store: ``python -m benchmarks.sizes [--documents 200 2000]``, written to docs/performance.md.

Made-up files (written.py) are read and loaded as a folder is, into a new embedded store, into the Neo4j of NEO4J_URI,
which must be empty, or with ``--neo4j 4g`` into one that is started for it. At each size the same documents are loaded
with a measure more, and the questions behind the pages are asked about a unit that is as busy at every size, and about
whole documents.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import servers
from benchmarks.measured import machine, resident, seconds, spread, table, write
from benchmarks.written import written_document
from graph.errors import QueryTimeout
from graph.load import load
from graph.queries import Query, query
from graph.remembered import Memory
from graph.settings import Settings
from graph.store import GraphStore, open_store
from ingest.folders import records_of_parse
from ingest.parsing import parse
from ingest.pipeline import load_documents
from ingest.reading import read_bytes

_PART = 10_000  # files written at a time
_BUSY = 40  # items of the unit that is asked about
_TIMES = 60
_FEWER = 5  # times that a question is asked which takes over a second
_AGAIN = 21  # documents that are loaded again at each size: the same ones, for most are short and few long
_UNIT = ("unit_of_key", "items_of_unit", "partners_of_unit")
_DOCUMENT = ("tree_of_document", "responsibilities_of_document")
_AS_BUSY = Query(
    "unit_as_busy",
    "read",
    "Which unit has about so many items?",
    "",
    (),
    ("unit", "items"),
    "MATCH (u:Unit)-[:RESPONSIBLE_FOR]->(i:Item) WITH u, count(DISTINCT i) AS items "
    f"WHERE items <= {_BUSY} WITH u.key AS unit, items RETURN unit, items ORDER BY items DESC, unit LIMIT 1",
)
_WHOLE = ("counts", "pairs", "units")


def main() -> None:
    """Load, ask, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2_000])
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    parser.add_argument("--items", type=int, default=20, help="measures that documents have in the mean")
    parser.add_argument("--page", default="performance.md", help="the page of docs that is written")
    servers.add_argument(parser)
    args = parser.parse_args()
    sizes, where = sorted(args.documents), f"{machine()}. {args.note}".strip()
    written = partial(written_document, items=args.items)
    with (
        tempfile.TemporaryDirectory() as folder,
        servers.empty_server(Path(folder) / "data", args.neo4j) as server,
        open_store(server.settings, "write") as store,
    ):
        kind = store.server.kind
        where = f"{store.server.name} {store.server.version}; {server.note}{where}"
        others = _largest_child()  # what fetched and started the server
        loading, asked, held = [], {}, 0
        for size in sizes:
            took = _load_files(store, Path(folder), range(held + 1, size + 1), written)
            readers = _largest_child()
            reader = f"{readers:,.0f}" if readers > others else f"at most {others:,.0f}"
            loading.append(_loading_row(store, server.pid, size - held, size, took, reader))
            print(" | ".join(loading[-1]), flush=True)
            asked[size] = _ask(store, server.settings)
            again = [_reload(store, written(number), size) for number in range(1, sizes[0], sizes[0] // _AGAIN + 1)]
            changed = " / ".join(f"{1000 * each:.0f}" for each in spread(again))
            asked[size]["one document changed: read and loaded"] = changed
            print(changed, flush=True)
            held = size
    head = ("into a store of", "documents in", "s", "documents/s", "duties held", "MiB: loader", "a reader", "server")
    write(args.page, f"loading {kind}", where, table(head, loading))
    names = list(next(iter(asked.values())))
    rows = [(name, *(asked[size][name] for size in asked)) for name in names]
    write(args.page, f"asking {kind}", where, table(("p50 / p95 in ms", *(f"{s:,}" for s in asked)), rows))


def _load_files(store: GraphStore, folder: Path, numbers: range, written: Callable[[int], str]) -> float:
    """Files written, then read and loaded as a folder is; the seconds of reading and loading."""
    took, done = 0.0, 0
    for start in range(0, len(numbers), _PART):
        paths = []
        for number in numbers[start : start + _PART]:
            path = folder / f"{number:06}.txt"
            path.write_text(written(number), encoding="utf-8")
            paths.append(path)
        begun = time.perf_counter()
        for report in load_documents(paths, store):
            assert report.outcome == "loaded", report
            done += 1
            if done % 1_000 == 0:
                pace = done / (took + time.perf_counter() - begun)
                print(f"{done:,} at {pace:.0f} a second, {(len(numbers) - done) / pace:.0f} s to go", flush=True)
        took += time.perf_counter() - begun
        for path in paths:
            path.unlink()
    return took


def _largest_child() -> float:
    """MiB that the largest of all processes had at its most that were started from here and have ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _loading_row(
    store: GraphStore, server: int | None, count: int, size: int, took: float, reader: str
) -> tuple[str, ...]:
    duties = store.read(query("counts"))[0]["responsibilities"]
    served = f"{resident(server, peak=True):,.0f}" if server else "–"
    here = f"{resident(peak=True):,.0f}"
    return (
        f"{size - count:,}",
        f"{count:,}",
        f"{took:.1f}",
        f"{count / took:.0f}",
        f"{duties:,}",
        here,
        reader,
        served,
    )


def _ask(store: GraphStore, settings: Settings) -> dict[str, str]:
    unit = _unit_as_busy(store)
    document = store.read(query("documents"), status="held", limit=1)[0]["key"]
    found = {}
    for names, params in ((_UNIT, {"unit": unit}), (_DOCUMENT, {"document": document}), (_WHOLE, {})):
        for name in names:
            found[name] = _times(partial(store.read, query(name), **params))
    with open_store(settings, "read", Memory()) as remembering:
        for name in _WHOLE:
            found[f"{name}, remembered"] = _times(partial(remembering.read, query(name)))
    return found


def _times(ask: Callable[[], object]) -> str:
    """p50 and p95 in milliseconds."""
    try:
        first = seconds(ask)
    except QueryTimeout:
        return "stopped at QUERY_TIMEOUT"
    times = [seconds(ask) for _ in range(_TIMES if first < 1 else _FEWER)]
    return " / ".join(f"{1000 * each:.1f}" for each in spread(times))


def _unit_as_busy(store: GraphStore) -> str:
    """A unit with ``_BUSY`` items, or the next lower number that there is."""
    return str(store.read(_AS_BUSY)[0]["unit"])


def _reload(store: GraphStore, written: str, size: int) -> float:
    """The seconds of loading a document to which a measure was added."""
    text = f"{written}（九）建立台账共{size}本。（责任单位：市教育局、市财政局）\n".encode()
    start = time.perf_counter()
    outcome = load(store, records_of_parse(parse(read_bytes(text, "again.txt")), start).graph)
    took = time.perf_counter() - start
    assert outcome == "updated", outcome
    return took


if __name__ == "__main__":
    main()
