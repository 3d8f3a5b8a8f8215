"""How fast the program answers: ``python -m benchmarks.service [--documents 500]``, written to docs/performance.md.

``policy-graph serve`` runs on an embedded store of made-up documents, and a second process asks it over the network.
Beside it the bare driver asks the same server the same query. Then what starting takes, and memory.
"""

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from urllib.parse import quote

import neo4j

from benchmarks.measured import machine, resident, seconds, spread, table, write
from benchmarks.written import written_document
from graph.embedded import EmbeddedServer, use_embedded
from graph.load import load_together
from graph.queries import query
from graph.settings import Settings
from graph.store import open_store
from ingest.folders import records_of_parse
from ingest.parsing import parse
from ingest.reading import read_bytes

_TIMES = 300
_GROUP = 25
_ASK = """
import sys; from pathlib import Path; from graph.queries import query; from graph.settings import Settings
from graph.store import open_store
with open_store(Settings(_env_file=None, data=Path(sys.argv[1])), "read") as store:
    print(store.read(query("counts"))[0]["documents_held"], flush=True)
    sys.stdin.read()
"""


def main() -> None:
    """Fill, serve, ask, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    args = parser.parse_args()
    where = f"{args.documents:,} documents, embedded server; {machine()}. {args.note}".strip()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, data=Path(folder))
        units = _fill(settings, args.documents)
        rows = [("`policy-graph --help`", f"{1000 * median(_help() for _ in range(9)):.0f} ms")]
        rows.append(("embedded server, cold to the first answer", f"{median(_cold(folder) for _ in range(3)):.2f} s"))
        use = use_embedded(settings)
        try:
            with _serving(folder) as (address, pid):
                pids = pid, use.running.pid
                idle = " MiB, ".join(f"{resident(each):.0f}" for each in pids)
                rows.append(("memory before anything is asked: program, embedded server", f"{idle} MiB"))
                some, others = units[:_TIMES], units[_TIMES:]
                _warmed(address, others[:_TIMES])
                rows += _asked(address, some, use)
                rows += _under_load(address, others, pids, args.requests)
        finally:
            use.release()
    write("performance.md", "service", where, table(("what", "figure"), rows))


def _fill(settings: Settings, count: int) -> list[str]:
    """Load; the units that answer for anything, in an order that has nothing to do with how busy they are."""
    with open_store(settings, "write") as store:
        for start in range(1, count + 1, _GROUP):
            numbers = range(start, min(start + _GROUP, count + 1))
            texts = [(f"{n}.txt", written_document(n).encode()) for n in numbers]
            load_together(store, [records_of_parse(parse(read_bytes(data, name)), 0).graph for name, data in texts])
        found: list[str] = []
        while rows := store.read(query("units"), limit=1_000, offset=len(found)):
            found += [row["unit"] for row in rows]
        units = [unit for unit in found if store.read(query("partners_of_unit"), unit=unit, limit=1)]
    random.Random(_TIMES).shuffle(units)  # noqa: S311 - a sample, no secret
    return units


def _help() -> float:
    line = [sys.executable, "-m", "api.cli", "--help"]
    return seconds(lambda: subprocess.run(line, capture_output=True, check=True))


def _cold(folder: str) -> float:
    """From nothing running to the first answer, the start of Python included."""
    begun = time.perf_counter()
    line = [sys.executable, "-c", _ASK, folder]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        took = time.perf_counter() - begun
        child.communicate("")
    return took


@contextmanager
def _serving(folder: str) -> Iterator[tuple[tuple[str, int], int]]:
    line = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--data", folder]
    kept = {name: value for name, value in os.environ.items() if name.upper() not in ("NEO4J_URI", "DATA", "PORT")}
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=kept) as child:
        try:
            said = ""
            while not (found := re.search(r"http://([\d.]+):(\d+)", said)):
                assert child.stdout is not None
                line_said = child.stdout.readline()
                assert line_said, said
                said += line_said
            yield (found[1], int(found[2])), child.pid
        finally:
            child.terminate()
            child.communicate()


def _get(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == http.HTTPStatus.OK, (path, answer.status, body[:200])
    return body


def _warmed(address: tuple[str, int], units: list[str]) -> None:
    """Both servers compile what they do often; these units are not asked about like this again."""
    connection = http.client.HTTPConnection(*address)
    for unit in units:
        _get(connection, f"/units/{quote(unit, safe='')}/partners?limit=51")
        _get(connection, f"/view/units/{quote(unit, safe='')}?offset=1")


def _asked(address: tuple[str, int], units: list[str], use: EmbeddedServer) -> list[tuple[str, str]]:
    """REST and the bare driver in turn, each unit once, so that both meet the same other work; then REST again."""
    statement = query("partners_of_unit")
    times: dict[str, list[float]] = {"first": [], "bare": [], "again": []}
    rows = 0
    connection = http.client.HTTPConnection(*address)
    with (
        neo4j.GraphDatabase.driver(use.uri, auth=use.login("read")) as driver,
        driver.session(database=use.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        for number, unit in enumerate(units):
            values = statement.values({"unit": unit, "limit": 51})
            path = f"/units/{quote(unit, safe='')}/partners"
            work: list[tuple[str, Callable[[], object]]] = [
                ("first", partial(_get, connection, path)),
                ("bare", partial(session.execute_read, _bare, statement.text, values)),
            ]
            for name, ask in work if number % 2 else reversed(work):
                times[name].append(seconds(ask))
            _get(connection, path)  # kept from here on at the latest
            times["again"].append(seconds(partial(_get, connection, path)))
            rows += len(json.loads(_get(connection, path))["rows"])
    connection.close()
    half = {name: spread(some) for name, some in times.items()}
    return [
        (f"partners of {len(units)} units ({rows / len(units):.0f} rows) by REST, p50 / p95", _ms(*half["first"])),
        ("the same by the bare driver", _ms(*half["bare"])),
        ("the same by REST, asked again", _ms(*half["again"])),
        ("REST / bare driver, p50", f"{half['first'][0] / half['bare'][0]:.2f}"),
        ("REST asked again / bare driver, p50", f"{half['again'][0] / half['bare'][0]:.2f}"),
    ]


def _bare(transaction: neo4j.ManagedTransaction, text: str, values: dict[str, object]) -> list[dict[str, object]]:
    return transaction.run(text, values).data()


def _ms(*times: float) -> str:
    return " / ".join(f"{1000 * each:.1f}" for each in times) + " ms"


def _under_load(
    address: tuple[str, int], units: list[str], pids: tuple[int, int], requests: int
) -> list[tuple[str, str]]:
    """One client in a process of its own; ``pids``: the program and the server it asks."""
    rows = []
    for name, at in (("JSON", "/units/"), ("page", "/view/units/")):
        paths = [f"{at}{quote(unit, safe='')}" for unit in units]
        rows += _loaded(address, f"{len(paths):,} units as {name}, each for the first time", paths, pids)
        before = resident(pids[0])
        again = [paths[number % len(paths)] for number in range(requests // 2)]
        rows += _loaded(address, f"the same units as {name}, {len(again):,} requests", again, pids)
        rows.append(("memory of the program over these", f"{before:.0f} → {resident(pids[0]):.0f} MiB"))
    return rows


def _loaded(address: tuple[str, int], name: str, paths: list[str], pids: tuple[int, int]) -> list[tuple[str, str]]:
    used = [_processor(pid) for pid in pids]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        took = pool.submit(_load, address, paths).result()
    program, server = (_processor(pid) - before for pid, before in zip(pids, used, strict=True))
    count = len(paths)
    rates = (
        f"{count / took:.0f}; a core of the program: {count / program:.0f}, of both: {count / (program + server):.0f}"
    )
    return [(f"{name}: requests a second", rates)]


def _load(address: tuple[str, int], paths: list[str]) -> float:
    """The seconds that one client takes for so many requests on one connection."""
    connection = http.client.HTTPConnection(*address)
    return seconds(lambda: [_get(connection, path) for path in paths])


def _processor(pid: int) -> float:
    """The processor's seconds that a process has used; 0 where the system does not say."""
    path = Path(f"/proc/{pid}/stat")
    if not path.exists():
        return 0.0
    fields = path.read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
