"""How fast the program answers: ``python -m benchmarks.service [--documents 500]``, written to docs/performance.md.

``policy-graph serve`` runs on an embedded store of made-up documents, and a second process asks it over the network.
Beside it the bare driver asks the same server the same query. Then what starting takes, and memory.
"""

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
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
        unit = _fill(settings, args.documents)
        rows = [("`policy-graph --help`", f"{1000 * median(_help() for _ in range(9)):.0f} ms")]
        rows.append(("embedded server, cold to the first answer", f"{median(_cold(folder) for _ in range(3)):.2f} s"))
        use = use_embedded(settings)
        try:
            with _serving(folder) as (address, pid):
                rows += _asked(address, unit, use)
                rows += _under_load(address, unit, pid, use, args.requests)
        finally:
            use.release()
    write("performance.md", "service", where, table(("what", "figure"), rows))


def _fill(settings: Settings, count: int) -> str:
    """Load; the busiest unit."""
    with open_store(settings, "write") as store:
        for start in range(1, count + 1, _GROUP):
            numbers = range(start, min(start + _GROUP, count + 1))
            texts = [(f"{n}.txt", written_document(n).encode()) for n in numbers]
            load_together(store, [records_of_parse(parse(read_bytes(data, name)), 0).graph for name, data in texts])
        return str(store.read(query("units"), limit=1)[0]["unit"])


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


def _asked(address: tuple[str, int], unit: str, use: EmbeddedServer) -> list[tuple[str, str]]:
    """REST and the bare driver, in turn, so that both meet the same other work."""
    statement = query("partners_of_unit")
    values = statement.values({"unit": unit})
    path = f"/units/{quote(unit, safe='')}/partners"
    served: list[float] = []
    bare: list[float] = []
    connection = http.client.HTTPConnection(*address)
    with (
        neo4j.GraphDatabase.driver(use.uri, auth=use.login("read")) as driver,
        driver.session(database=use.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):

        def ask() -> list[dict[str, object]]:
            return session.execute_read(lambda tx: tx.run(statement.text, values).data())

        rows = json.loads(_get(connection, path))["rows"]
        assert len(rows) == len(ask())
        for number in range(_TIMES):
            pair = [(served, lambda: _get(connection, path)), (bare, ask)]
            for times, work in pair if number % 2 else reversed(pair):
                times.append(seconds(work))
    connection.close()
    (rest, rest_most), (driver_half, driver_most) = spread(served), spread(bare)
    return [
        (f"partners of the busiest unit ({len(rows)} rows) by REST, p50 / p95", _ms(rest, rest_most)),
        ("the same by the bare driver", _ms(driver_half, driver_most)),
        ("REST / bare driver, p50", f"{rest / driver_half:.2f}"),
    ]


def _ms(*times: float) -> str:
    return " / ".join(f"{1000 * each:.1f}" for each in times) + " ms"


def _under_load(
    address: tuple[str, int], unit: str, pid: int, use: EmbeddedServer, requests: int
) -> list[tuple[str, str]]:
    idle = resident(pid), resident(use.running.pid)
    rows = [("memory before the load: program, embedded server", f"{idle[0]:.0f} MiB, {idle[1]:.0f} MiB")]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for name, path in (("JSON", f"/units/{quote(unit, safe='')}"), ("page", f"/view/units/{quote(unit, safe='')}")):
            pool.submit(_load, address, path, 50).result()
            before, used = resident(pid), _processor(pid)
            took = pool.submit(_load, address, path, requests // 2).result()
            cores = (_processor(pid) - used) / took
            rate = requests // 2 / took
            rows.append((f"unit as {name}, requests a second", f"{rate:.0f} ({cores:.2f} cores of the program)"))
            rows.append((f"memory over {requests // 2:,} such requests", f"{before:.0f} → {resident(pid):.0f} MiB"))
    return rows


def _load(address: tuple[str, int], path: str, count: int) -> float:
    """The seconds that one client takes for so many requests on one connection."""
    connection = http.client.HTTPConnection(*address)
    return seconds(lambda: [_get(connection, path) for _ in range(count)])


def _processor(pid: int) -> float:
    """The processor's seconds that a process has used; 0 where the system does not say."""
    path = Path(f"/proc/{pid}/stat")
    if not path.exists():
        return 0.0
    fields = path.read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
