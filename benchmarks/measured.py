"""Figures into the pages of docs: a block says when and where they were measured, and is written by who measured."""

import os
import platform
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

DOCS = Path(__file__).parent.parent / "docs"
Row = Sequence[str]


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *rows))


def machine() -> str:
    """What it was measured on, and how busy that was."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, {cores} cores, {pages:.0f} GiB, "
        f"Python {platform.python_version()}; load average before: {load:.1f}"
    )


def write(page: str, name: str, where: str, content: str) -> None:
    """Print a block, and put it between its marks in ``docs/<page>``."""
    print(f"\n{name} ({where})\n{content}")
    path = DOCS / page
    text = path.read_text(encoding="utf-8")
    mark = rf"(<!-- measured: {re.escape(name)} -->\n).*?(<!-- end -->)"
    if not re.search(mark, text, flags=re.DOTALL):
        raise SystemExit(f"docs/{page} has no place for {name!r}: write <!-- measured: {name} --> and <!-- end -->.")
    filled = re.sub(mark, lambda found: f"{found[1]}\n{content}\n\n{where}\n\n{found[2]}", text, flags=re.DOTALL)
    path.write_text(filled, encoding="utf-8")


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def spread(times: Sequence[float]) -> tuple[float, float]:
    """p50 and p95."""
    ordered = sorted(times)
    return median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def resident(pid: int | str = "self", *, peak: bool = False) -> float:
    """Memory of a process in MiB: now, or at its most; 0 where the system does not say."""
    path = Path(f"/proc/{pid}/status")
    if not path.exists():
        return 0.0
    found = re.search(rf"{'VmHWM' if peak else 'VmRSS'}:\s+(\d+)", path.read_text("utf-8"))
    return int(found[1]) / 1024 if found else 0.0
