"""One loader and two on the same store: ``python -m benchmarks.two_loaders [--documents 200]``, for docs/scale.md.

Each is a process of its own with its half of the made-up documents, parsed before the clock starts. Then both load the
same documents at once, which must give what one of them gives. With NEO4J_URI set, on that Neo4j, which must be empty.
"""

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, sleep, time

from benchmarks.measured import machine, table, write
from benchmarks.written import written_document
from graph.errors import SettingsError
from graph.load import delete, load_together
from graph.queries import query
from graph.settings import Settings, load_settings
from graph.store import GraphStore, open_store
from ingest.folders import records_of_parse
from ingest.parsing import parse
from ingest.reading import read_bytes

_GROUP = 25
_START = 15.0  # seconds in which every loader has parsed and waits


def main() -> None:
    """Load alone, by halves, and the same at once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    args = parser.parse_args()
    count, where = args.documents, f"{machine()}. {args.note}".strip()
    half = count // 2
    tries = {
        "one loader": [(1, count)],
        "two loaders, half of the documents each": [(1, half), (half + 1, count)],
        "two loaders, all documents each": [(1, count), (1, count)],
    }
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(data=Path(folder))
        with open_store(settings, "write") as store:
            if _counts(store)["documents_held"]:
                raise SettingsError("The Neo4j of NEO4J_URI holds documents. Name an empty one.")
            held, rows = [], []
            for name, parts in tries.items():
                took = _load_at_once(settings, parts)
                held.append(_counts(store))
                rows.append((name, f"{took:.1f}", f"{count / took:.0f}"))
                _empty(store)
            assert held[0] == held[1] == held[2], held
            where = f"{store.server.name} {store.server.version}; {where}"
            duties = held[0]["responsibilities"]
    write(
        "scale.md", "two loaders", where, table((f"{count:,} documents, {duties:,} duties", "s", "documents/s"), rows)
    )


def _load_at_once(settings: Settings, parts: list[tuple[int, int]]) -> float:
    start = time() + _START + max(last - first for first, last in parts) / 60
    with ProcessPoolExecutor(len(parts), mp_context=get_context("spawn")) as pool:
        return max(pool.map(partial(_load, settings, start), parts))


def _load(settings: Settings, start: float, part: tuple[int, int]) -> float:
    """The seconds from the common start until this part is loaded."""
    graphs = [
        records_of_parse(parse(read_bytes(written_document(number).encode(), f"{number}.txt")), 0).graph
        for number in range(part[0], part[1] + 1)
    ]
    with open_store(settings, "write") as store:
        sleep(max(0.0, start - time()))
        begun = perf_counter()
        for at in range(0, len(graphs), _GROUP):
            load_together(store, graphs[at : at + _GROUP])
        return perf_counter() - begun


def _counts(store: GraphStore) -> dict[str, int]:
    return store.read(query("counts"))[0]


def _empty(store: GraphStore) -> None:
    while held := store.read(query("documents"), status="held", limit=500):
        for row in held:
            delete(store, row["key"])


if __name__ == "__main__":
    main()
