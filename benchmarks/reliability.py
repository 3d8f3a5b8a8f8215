"""What was tried to break it: ``python -m benchmarks.reliability``, written to docs/reliability.md.

Runs the tests of faults and of hostile input (SOAK=100 as long as ``make soak`` does) and tells what each tried.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.measured import machine, table, write

PARTS = {
    "faults": ("tests/faults",),
    "hostile input": ("tests/api/test_hostile.py", "tests/reading/test_fuzz.py", "tests/test_robustness.py"),
}


def main() -> None:
    """Run, tell, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    args = parser.parse_args()
    for name, paths in PARTS.items():
        if args.only not in (None, name):
            continue
        where = f"SOAK={os.environ.get('SOAK', 'unset')}; {machine()}. {args.note}".strip()
        write("reliability.md", name, where, table(("tried", "cases", "passed", "s"), _run(paths)))


def _run(paths: tuple[str, ...]) -> list[tuple[str, ...]]:
    """(what was tried, how often with what, how many passed, seconds) of each test."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        subprocess.run([sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *paths], check=False)
        cases = ElementTree.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it
    told: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for case in cases:
        name = re.sub(r"\[.*", "", case.get("name", "")).removeprefix("test_").replace("_", " ")
        outcome = next((child.tag for child in case if child.tag in ("failure", "error", "skipped")), "passed")
        told[name].append((outcome, float(case.get("time", "0"))))
    rows: list[tuple[str, ...]] = []
    for name, some in told.items():
        passed, took = sum(outcome == "passed" for outcome, _ in some), sum(seconds for _, seconds in some)
        rows.append((name, str(len(some)), str(passed), f"{took:.0f}"))
    return rows


if __name__ == "__main__":
    main()
