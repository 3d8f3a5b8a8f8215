"""How fast text is parsed, beside jieba merely cutting it into words: ``python -m benchmarks.speed_parse [FOLDER]``.

Both run in this process, on one core, over every ``.txt`` of the folder that is read, round by round in turn, so that
what else the machine does weighs on both alike; of each text the best of some rounds counts. The goal is that parsing
is five times as fast as cutting.
"""

import argparse
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.measured import machine
from graph.errors import SourceError
from ingest.accounting import account
from ingest.document import SourceText
from ingest.extract.clauses import read_clauses
from ingest.extract.projects import read_projects
from ingest.extract.references import read_references
from ingest.extract.targets import read_targets
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.resolve import place_of
from ingest.structure import read_structure

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FOLDER = SHARED if SHARED.is_dir() else ROOT / "examples"
ROUNDS = 5
GOAL = 5.0

Text = tuple[bytes, SourceText]


def texts_of(folder: Path) -> tuple[list[Text], float]:
    """The texts of a folder, as bytes and as they are parsed, and the seconds of parsing each for the first time.

    What is no policy document is left out.
    """
    texts = []
    seconds = 0.0
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        with suppress(SourceError):
            source = read_bytes(data, path.name)
            start = time.process_time()
            parse(source)
            seconds += time.process_time() - start
            texts.append((data, source))
    if not texts:
        raise SystemExit(f"{folder} holds no .txt file that can be read.")
    return texts, seconds


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The processor's seconds of the fastest of several rounds."""
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def cut(source: SourceText) -> None:
    """What jieba is asked: every word of a text."""
    import jieba  # here, so that what only imports this module needs no jieba

    jieba.setLogLevel(logging.WARNING)
    for _ in jieba.cut(source.text):
        pass


def in_turn(texts: list[Text], works: Sequence[Callable[[SourceText], object]], rounds: int = ROUNDS) -> list[float]:
    """The processor's seconds of each of ``works`` for all texts: of each text those of its fastest round."""
    fastest = [[float("inf")] * len(texts) for _ in works]
    for _ in range(rounds):
        for best_of, work in zip(fastest, works, strict=True):
            for number, (_, source) in enumerate(texts):
                start = time.process_time()
                work(source)
                best_of[number] = min(best_of[number], time.process_time() - start)
    return [sum(seconds) for seconds in fastest]


def stages(texts: list[Text], rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds of each stage, given the results of those before it."""
    sources = [source for _, source in texts]
    structures = [read_structure(source) for source in sources]
    places = [place_of(structure.header, structure.source) for structure in structures]
    readings = [read_clauses(structure, place) for structure, place in zip(structures, places, strict=True)]
    read = list(zip(structures, places, readings, strict=True))
    spans = [(structure, [clause.span for clause in reading.clauses]) for structure, _, reading in read]
    works: dict[str, Callable[[], object]] = {
        "reading": lambda: [read_bytes(data, "x.txt") for data, _ in texts],
        "structure": lambda: [read_structure(source) for source in sources],
        "place": lambda: [place_of(structure.header, structure.source) for structure in structures],
        "clauses": lambda: [read_clauses(structure, place) for structure, place, _ in read],
        "targets": lambda: [read_targets(structure, given) for structure, given in spans],
        "projects": lambda: [read_projects(structure, given) for structure, given in spans],
        "references": lambda: [read_references(structure) for structure in structures],
        "accounting": lambda: [account(structure, r.passages, r.clauses) for structure, _, r in read],
    }
    return {name: best(work, rounds) for name, work in works.items()}


def report(folder: Path, rounds: int = ROUNDS) -> str:
    """The figures, as a table of Markdown with a sentence above it."""
    where = machine()
    texts, first = texts_of(folder)
    cut(texts[0][1])  # it reads its dictionary
    characters = sum(len(source.text) for _, source in texts)
    cutting, parsing = in_turn(texts, [cut, parse], rounds)
    rows = [
        ("jieba cuts", cutting),
        ("parsing", parsing),
        ("parsing for the first time", first),
        *stages(texts, rounds).items(),
    ]
    table = [f"| {name} | {characters / seconds / 1e6:.2f} | {seconds * 1000:.0f} |" for name, seconds in rows]
    return "\n".join(
        [
            f"Parsing is {cutting / parsing:.1f} times as fast as jieba cuts the same text (goal: {GOAL:g}): "
            f"{characters:,} characters in {len(texts)} text{'s' if len(texts) > 1 else ''} (each .txt file that is "
            f"read), one core, of each text the best of {rounds} rounds; the first one also compiles patterns and has "
            f"met no name before ({where}).",
            "",
            "| | million characters a second | ms |",
            "| --- | --- | --- |",
            *table,
        ]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    print(report(options.folder, options.rounds))


if __name__ == "__main__":
    main()
