"""What the reader gains and loses against a revision: ``python -m benchmarks.compare [--base HEAD] [FOLDER]``.

The reader of the revision and that of the working tree parse every file of the folder, each in processes of its own.
What one has and the other has not is printed by field, with the file and the words, and the seconds of both.
"""

import argparse
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SHOWN = 12  # differences of a field that are printed
WIDTH = 160  # characters of one
SECONDS = 60  # for one file
KINDS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".xlsx", ".csv")

# Run with the sources of either reader on its path: any revision that has ``parse_file`` and ``to_json`` can answer.
READER = """
import json, sys, time
from pathlib import Path
from ingest.parse_json import to_json
from ingest.parsing import parse_file

for line in sys.stdin.buffer:
    start = time.process_time()
    try:
        answer = to_json(parse_file(Path(line.decode().rstrip("\\n"))))
        del answer["text"]
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    answer["seconds"] = time.process_time() - start
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\\n")
    sys.stdout.buffer.flush()
"""

Parse = dict[str, Any]
Quote = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one of two readers finds (``gained``: the newer one)."""

    field: str
    file: str
    words: str
    gained: bool


def main(arguments: list[str] | None = None) -> None:
    """Parse with both readers and print the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED if SHARED.is_dir() else ROOT / "examples")
    parser.add_argument("--base", default="HEAD", help="a revision of git")
    parser.add_argument("--repository", type=Path, default=ROOT, help="where both readers are")
    parser.add_argument("--all", action="store_true", help="print every difference")
    options = parser.parse_args(arguments)
    files = files_of(options.folder)
    with tempfile.TemporaryDirectory() as folder:
        extract(options.repository, options.base, Path(folder))
        # One after the other, so that the seconds of one are not those of both.
        before = parses(Path(folder), files)
        after = parses(options.repository, files)
    names = [str(file.relative_to(options.folder)) if file != options.folder else file.name for file in files]
    found = [one for name, old, new in zip(names, before, after, strict=True) for one in differences(name, old, new)]
    tell(found, sys.maxsize if options.all else SHOWN)
    old, new = (sum(parse["seconds"] for parse in side) for side in (before, after))
    print(f"{len(files)} files  {options.base} {old:.2f} s  working tree {new:.2f} s  ({len(found)} differences)")


def files_of(folder: Path) -> list[Path]:
    """The files of a folder that a reader may know, or the one file named."""
    files = [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())
    kept = [path for path in files if path.suffix.lower() in KINDS and not path.name.startswith(".")]
    if not kept:
        raise SystemExit(f"{folder} holds no document.")
    return kept


def extract(repository: Path, revision: str, folder: Path) -> None:
    """Write the reader of a revision into a folder."""
    command = ["git", "-C", str(repository), "archive", "--format=tar", revision]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"git cannot give revision {revision!r}: {done.stderr.decode(errors='replace').strip()}")
    with tempfile.TemporaryFile() as packed:
        packed.write(done.stdout)
        packed.seek(0)
        with tarfile.open(fileobj=packed) as archive:
            archive.extractall(folder, filter="data")


def parses(sources: Path, files: list[Path]) -> list[Parse]:
    """What the reader in ``sources`` reads of each file, with as many processes as there are cores."""
    jobs = min(os.cpu_count() or 1, len(files))
    with ThreadPoolExecutor(jobs) as pool:
        parts = list(pool.map(lambda part: list(_answers(sources, part)), (files[job::jobs] for job in range(jobs))))
    answers: list[Parse] = [{} for _ in files]
    for job, part in enumerate(parts):
        answers[job::jobs] = part
    return answers


def _answers(sources: Path, files: list[Path]) -> Iterator[Parse]:
    """The answers of one process, and of the next one after a file that ended it or took too long."""
    reader: subprocess.Popen[bytes] | None = None
    try:
        for file in files:
            reader = reader or _reader(sources)
            line = _ask(reader, file)
            if line.endswith(b"\n"):
                yield json.loads(line)
            else:
                reader.kill()
                reader.communicate()
                reader = None
                yield {"error": f"ended its reader, or took longer than {SECONDS} seconds", "seconds": 0.0}
    finally:
        if reader:
            reader.communicate()


def _reader(sources: Path) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"PYTHONPATH": str(sources)}  # before the place of the editable install
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", READER], cwd=sources, env=environment, stdin=pipe, stdout=pipe)


def _ask(reader: "subprocess.Popen[bytes]", file: Path) -> bytes:
    assert reader.stdin is not None
    assert reader.stdout is not None
    late = threading.Timer(SECONDS, reader.kill)
    late.start()
    try:
        with suppress(BrokenPipeError):
            reader.stdin.write(f"{file.resolve()}\n".encode())
            reader.stdin.flush()
        return reader.stdout.readline()
    finally:
        late.cancel()


def differences(file: str, before: Parse, after: Parse) -> Iterator[Difference]:
    """What only one of two parses of a file says."""
    # Of a clause that only one has, the clause itself is told, not each of its bodies.
    both = {quote for quote, _ in _clauses(before)} & {quote for quote, _ in _clauses(after)}
    old, new = ({name: _words(said, both) for name, said in facts(parse).items()} for parse in (before, after))
    for name in dict.fromkeys((*old, *new)):
        lost, gained = old.get(name, Counter()), new.get(name, Counter())
        yield from (Difference(name, file, words, gained=False) for words in (lost - gained).elements())
        yield from (Difference(name, file, words, gained=True) for words in (gained - lost).elements())


def _words(said: list[tuple[str, Quote | None]], both: set[Quote]) -> Counter[str]:
    return Counter(words for words, quote in said if quote is None or quote in both)


def _clauses(parse: Parse) -> Iterator[tuple[Quote, dict[str, Any]]]:
    """The clauses, each with its words and how often these stood before."""
    seen: Counter[str] = Counter()
    for clause in parse.get("clauses", []):
        yield (clause["quote"], seen[clause["quote"]]), clause
        seen[clause["quote"]] += 1


def facts(parse: Parse) -> dict[str, list[tuple[str, Quote | None]]]:
    """Everything a parse says, by field, in words; with the quote of the clause that it belongs to."""
    said: defaultdict[str, list[tuple[str, Quote | None]]] = defaultdict(list)

    def say(field: str, *parts: object, clause: Quote | None = None) -> None:
        said[field].append((" ".join(str(part) for part in parts if part not in (None, "")), clause))

    if "error" in parse:
        say("refusals", parse["error"])
    for name, value in parse.get("document", {}).items():
        for one in value if isinstance(value, list) else [value]:
            say(name, one or "nothing")
    for unit in parse.get("addressed_to", []):
        say("recipients of it", unit["resolved"])
    for section in parse.get("sections", []):
        say("sections", section["label"], section["heading"])
    for item in parse.get("items", []):
        say("items", item["item"], item["label"], item["heading"])
    for quoted, clause in _clauses(parse):
        quote = clause["quote"]
        say("clauses", quote)
        say("items of clauses", clause["item"], "of", quote, clause=quoted)
        say("open lists", clause["open"], "of", quote, clause=quoted)
        say("clause deadlines", clause["deadline"] or "none", "of", quote, clause=quoted)
        for unit in clause["units"]:
            say("units", unit["name"], unit["role"], unit["resolved"], "of", quote, clause=quoted)
    for default in parse.get("default_units", []):
        for unit in default["units"]:
            say("default units", unit["name"], unit["role"], unit["resolved"], "of", default["quote"])
    for reference in parse.get("references", []):
        say("references", reference["title"], reference["doc_number"], reference["relation"], "of", reference["quote"])
    for target in parse.get("targets", []):
        aim = [target[name] for name in ("metric", "comparator", "value", "unit", "deadline")]
        say("targets", *aim, "of", target["quote"])
    for project in parse.get("projects", []):
        say("projects", project["name"], "of", project["quote"])
    for warning in parse.get("warnings", []):
        say("warnings", warning)
    return said


def tell(found: list[Difference], shown: int) -> None:
    """Print the differences of each field, at most ``shown`` gained and as many lost, and how many more there are."""
    by_field: defaultdict[str, list[Difference]] = defaultdict(list)
    for one in found:
        by_field[one.field].append(one)
    for name, some in by_field.items():
        gained = [one for one in some if one.gained]
        lost = [one for one in some if not one.gained]
        print(f"\n{name}: {len(gained)} gained, {len(lost)} lost")
        for sign, side in (("+", gained), ("-", lost)):
            for one in side[:shown]:
                words = " ".join(one.words.split())
                cut = len(words) > WIDTH and shown < sys.maxsize
                print(f"  {sign} {one.file}: {words[:WIDTH] + '…' if cut else words}")
            if len(side) > shown:
                print(f"  {sign} and {len(side) - shown} more (all: ALL=1)")
    if found:
        print()


if __name__ == "__main__":
    main()
