"""How much of what documents say is read: ``python -m benchmarks.accuracy [--labels FOLDER --texts FOLDER]``.

Prints the figures of the open benchmark and the example, and of a folder of labelled documents where one is given, and
writes them into docs/accuracy.md; ``make docs`` writes there what ``summary``, ``styles`` and ``errors`` answer.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from benchmarks import speed_parse
from benchmarks.labelled import Case, example, labelled_folder, open_benchmark
from benchmarks.scoring import ASKED, FOUND, Score, score
from graph.errors import SourceError
from ingest.parse_json import to_json
from ingest.parsing import parse

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
OPEN, EXAMPLE = "open benchmark", "example"


def scored(case: Case) -> Score:
    """The score of one text; one that is refused is an empty parse."""
    try:
        found = to_json(parse(case.source))
    except SourceError:
        found = {}
    return score(case.labels, found)


def added(scores: Iterable[Score]) -> Score:
    """The score of several texts."""
    total = Score()
    for one in scores:
        total.add(one)
    return total


@cache
def measured() -> dict[str, list[tuple[Case, Score]]]:
    """The scores of what belongs to the project."""
    sets = {OPEN: open_benchmark(), EXAMPLE: example()}
    return {name: [(case, scored(case)) for case in cases] for name, cases in sets.items()}


def figures(total: Score) -> list[tuple[str, ...]]:
    """Rows: field, labelled, found, precision, recall, F1; of a field asked for once, the share that is right."""
    rows: list[tuple[str, ...]] = []
    for name in (*FOUND, *ASKED):
        count = total.counts.get(name)
        if count is None or not (labelled := count.right + count.missed) + count.spurious:
            continue
        if name in ASKED:
            rows.append((name, str(labelled), "", "", f"{count.recall:.3f}", ""))
        else:
            found = count.right + count.spurious
            shares = (f"{share:.3f}" for share in (count.precision, count.recall, count.f1))
            rows.append((name, str(labelled), str(found), *shares))
    return rows


def summary() -> str:
    """The figures of each set, as tables."""
    return "\n\n".join(f"### {_title(name, pairs)}\n\n{_table(pairs)}" for name, pairs in measured().items())


def styles() -> str:
    """The figures of each style of the open benchmark, as a table."""
    rows = []
    groups: dict[str, list[Score]] = {}
    for case, one in measured()[OPEN]:
        groups.setdefault(case.style, []).append(one)
    shown = ("clauses", "units", "resolved", "references", "targets", "projects")
    for style, scores in sorted(groups.items()):
        total = added(scores)
        cells = [f"{c.f1:.3f}" if (c := total.counts.get(name)) and c.right + c.missed else "–" for name in shown]
        spurious = sum(count.spurious for name, count in total.counts.items() if name != "resolved")
        lists = total.counts["clause lists"]
        exact = f"{lists.recall:.3f}" if lists.right + lists.missed else "–"
        rows.append((style, str(len(scores)), str(lists.right + lists.missed), exact, *cells, str(spurious)))
    head = ("style", "texts", "clauses", "lists exactly right", *(f"{name} F1" for name in shown), "spurious")
    return _markdown(head, rows)


def errors() -> str:
    """Every difference between labels and parses, as a list."""
    lines = [line for pairs in measured().values() for case, one in pairs for line in told(case, one)]
    return "\n".join(lines) or "None."


def told(case: Case, one: Score) -> list[str]:
    """The errors of one text as lines of the page."""
    return [f"- {case.name}: {_literal(error)}" for error in one.errors]


def _title(name: str, pairs: Sequence[tuple[Case, Score]]) -> str:
    return f"{name.capitalize()}: {len(pairs)} {'text' if len(pairs) == 1 else 'texts'}"


def _table(pairs: Sequence[tuple[Case, Score]]) -> str:
    rows = figures(added(one for _, one in pairs))
    return _markdown(("field", "labelled", "found", "precision", "recall, or share right", "F1"), rows)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *rows))


def _literal(words: str) -> str:
    """A document's words on one line of Markdown."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(words.split()))


def main() -> None:
    """Print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, help="folder of JSON labels")
    parser.add_argument("--texts", type=Path, help="folder of their documents")
    options = parser.parse_args()
    sets = dict(measured())
    if options.labels and options.texts:
        for name, plain in (("originals", False), ("plain text", True)):
            cases = labelled_folder(options.labels, options.texts, plain=plain)
            sets[f"documents outside the repository, {name}"] = [(case, scored(case)) for case in cases]
    for name, pairs in sets.items():
        _print(name, pairs)
    measured_here = [name for name in sets if name not in measured()]
    page = PAGE.read_text(encoding="utf-8")
    if measured_here:
        parts = [f"### {_title(name, sets[name])}\n\n{_table(sets[name])}" for name in measured_here]
        page = _filled(page, "outside", "\n\n".join(parts))
    page = _filled(page, "speed", speed_parse.report(options.texts or speed_parse.FOLDER))
    PAGE.write_text(page, encoding="utf-8")


def _filled(page: str, name: str, content: str) -> str:
    part = rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)"
    return re.sub(part, lambda found: f"{found[1]}\n{content}\n\n{found[2]}", page, flags=re.DOTALL)


def _print(name: str, pairs: Sequence[tuple[Case, Score]]) -> None:
    print(f"\n{_title(name, pairs)}")
    total = added(one for _, one in pairs)
    for field, labelled, found, precision, recall, f1 in figures(total):
        shares = f"P {precision}  R {recall}  F1 {f1}  (labelled {labelled}, found {found})"
        told = shares if f1 else f"  {recall}  of {labelled}"
        print(f"  {field:18} {told}")
    for case, one in pairs:
        for error in one.errors:
            print(f"    {case.name}: {error}")


if __name__ == "__main__":
    main()
