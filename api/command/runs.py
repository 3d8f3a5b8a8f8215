"""Runs of the command line over files: each parsed or loaded, what came of it told, those skipped named at the end."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from api.command import console
from graph.errors import SettingsError, SourceError
from ingest.folders import SECONDS, Pace, find_files, json_of, read_each
from ingest.gazetteer import gazetteer
from ingest.identity.register import register
from ingest.parsing import parse_file

if TYPE_CHECKING:
    from graph.store import GraphStore
    from ingest.pipeline import DocumentReport

Skipped = list[tuple[Path, str]]  # files without an answer, and why


@dataclass(frozen=True, slots=True)
class ParseForm:
    """How parses are given out: for reading, as JSON on stdout (``lines``: one a line), as JSON in files of ``out``."""

    as_json: bool
    lines: bool
    out: Path | None


def pace(limit: int, jobs: int | None = None, seconds: float = SECONDS) -> Pace:
    """How files are read: ``limit`` bytes, ``jobs`` at a time, ``seconds`` for each."""
    return Pace(limit, jobs, seconds)


def check_data() -> None:
    """Read the data files that tell places and bodies, so that a wrong one is refused before any work.

    Raises:
        BadDataFile: something in one is wrong; names file and line.
    """
    gazetteer()
    register()


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named.

    Raises:
        SourceError: a path does not exist, or there is no file.
    """
    files = find_files(paths)
    if not files:
        raise SourceError(f"{', '.join(map(str, paths))} holds no file. Name a document or a folder of documents.")
    return files


def parse(paths: Sequence[Path], form: ParseForm, speed: Pace) -> None:
    """Read files and those in folders, in their order, and give out what they say.

    Raises:
        SourceError: a folder holds no file.
        SettingsError: the output cannot be written.
        typer.Exit: some file was skipped.
    """
    names = _names(paths, form.out)
    files = list(names)
    write: Callable[[Path, Any], None]
    work: Callable[..., Any]
    if form.out:
        out = form.out
        work, write = partial(json_of, indent=2), lambda file, text: _write(out / names[file], text)
    elif form.as_json or form.lines:
        indent = None if form.lines or len(files) > 1 else 2
        work, write = partial(json_of, indent=indent), lambda _, text: console.say(text)
    else:
        work, write = parse_file, lambda _, parsed: console.write_parse(parsed)
    skipped: Skipped = []
    with console.progress(len(files), "parse") as track:
        for file in track(read_each(work, files, speed)):
            if file.answer is None:
                skipped.append((file.path, file.error))
            else:
                write(file.path, file.answer)
    _report(skipped, len(files))
    if skipped:
        raise typer.Exit(SourceError.exit_code)


def _names(paths: Sequence[Path], out: Path | None) -> dict[Path, Path]:
    """The files to read, and the name of each one's JSON in ``out``: it lies there as it lies in the folder named."""
    names: dict[Path, Path] = {}
    for path in paths:
        for file in files_of([path]) if path.is_dir() else [path]:
            # What an earlier run wrote is no document to read.
            if out is None or not file.resolve().is_relative_to(out.resolve()):
                inside = file.relative_to(path) if path.is_dir() else Path(file.name)
                names.setdefault(file, inside.with_name(f"{inside.name}.json"))
    if out and len(set(names.values())) < len(names):
        twice = next(name for name, count in Counter(names.values()).items() if count > 1)
        raise SettingsError(f"--out {out}: {twice} would be written twice. Name one folder that holds all files.")
    return names


def _write(path: Path, text: str, option: str = "--out") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{option}: {path} cannot be written ({error.strerror}). Name another place.") from error


def load(
    files: Sequence[Path], store: "GraphStore", speed: Pace, *, as_json: bool = False, told: Path | None = None
) -> bool:
    """Load files and tell what became of each, also in the file ``told``; whether all of them could be read.

    Raises:
        StoreError: the server failed; what was told is loaded.
    """
    from ingest.pipeline import load_documents

    skipped: Skipped = []
    rows: list[dict[str, Any]] = []
    with console.progress(len(files), "load") as track:
        for file, report in zip(files, track(load_documents(files, store, speed)), strict=True):
            rows.append({"path": str(file), **asdict(report)})
            if as_json:
                console.write_json(asdict(report), lines=True)
            if report.error is not None:
                skipped.append((file, report.error))
            elif not as_json:
                _tell(report)
    if told:
        _write(told, json.dumps({"files": rows}, ensure_ascii=False, indent=2), "--report")
    _report(skipped, len(files))
    return not skipped


def _tell(report: "DocumentReport") -> None:
    counts = f"({report.items} items, {report.clauses} clauses, {report.units} units)"
    console.say(f"{report.outcome}  {report.key}  {report.title}  {counts}")
    for warning in report.warnings:
        console.note(f"{report.name}: {warning}")


def _report(skipped: Skipped, files: int) -> None:
    """Name each file that was skipped, with its reason, on a line of its own."""
    if files == 1:
        for _, reason in skipped:
            console.note(f"policy-graph: {console.one_line(reason)}")
        return
    if skipped:
        console.note(f"policy-graph: {files - len(skipped)} of {files} files read, {len(skipped)} skipped:")
    for file, reason in skipped:
        # Most reasons begin with the name of the file.
        rest = reason.removeprefix(str(file)).removeprefix(file.name)
        console.note(f"policy-graph: skipped {console.one_line(f'{file}: {rest}')}")
