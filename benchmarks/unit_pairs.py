"""Measures the comparison of unit names on the labelled pairs of ``unit_pairs.tsv``.

Run: ``python benchmarks/unit_pairs.py`` (``--errors`` prints the pairs that were read wrongly). The labels were given
by reading the names, before any program compared them. “unsure” is counted as not same.
"""

import argparse
import csv
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ingest.identity import compare

PAIRS = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, each in a document of its place ("" where the name stands alone)."""

    a: str
    place_a: str
    b: str
    place_b: str
    label: str
    reason: str

    def verdict(self) -> str:
        """What the program says of the pair."""
        return compare(self.a, self.b, self.place_a or None, self.place_b or None).verdict


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The labelled pairs."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [Pair(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def f1(pairs: list[Pair], verdicts: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of “same”."""
    counts = Counter((pair.label == "same", said == "same") for pair, said in zip(pairs, verdicts, strict=True))
    hits, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, 2 * hits / (2 * hits + wrong + missed) if hits else 0.0


def microseconds(pairs: list[Pair], runs: int = 5) -> list[float]:
    """The time of each comparison, the best of several, in order; both names are read anew each time."""
    best = [float("inf")] * len(pairs)
    for _ in range(runs):
        for number, pair in enumerate(pairs):
            start = time.perf_counter_ns()
            pair.verdict()
            best[number] = min(best[number], (time.perf_counter_ns() - start) / 1000)
    return sorted(best)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the pairs that were read wrongly")
    show_errors = parser.parse_args().errors
    pairs = read_pairs()
    verdicts = [pair.verdict() for pair in pairs]
    if show_errors:
        for pair, said in zip(pairs, verdicts, strict=True):
            if (pair.label == "same") != (said == "same"):
                print(f"{said} instead of {pair.label}: {pair.a} ({pair.place_a}) / {pair.b} ({pair.place_b})")
    times = microseconds(pairs)
    precision, recall, both = f1(pairs, verdicts)
    print(f"{len(pairs)} pairs, {sum(p.label == 'same' for p in pairs)} same; unsure of {verdicts.count('unsure')}")
    print(f"precision {precision:.4f}  recall {recall:.4f}  F1 {both:.4f}")
    print(f"p50 {times[len(times) // 2]:.0f} µs  p95 {times[int(len(times) * 0.95)]:.0f} µs per comparison")


if __name__ == "__main__":
    main()
