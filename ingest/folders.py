"""Many files: found in folders, and each read and parsed, several at the same time, in a stable order."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from graph.errors import PolicyGraphError, SourceError
from graph.records import DocumentGraph
from ingest.document import Kind, ParsedDocument
from ingest.parse_json import to_json
from ingest.parsing import parse, parse_file
from ingest.reading import LIMIT, read_bytes
from ingest.workers import Lost, cores, each

Answer = TypeVar("Answer")

SECONDS = 120.0  # for one file: many times what the largest that is read takes
_PLAIN = frozenset({".txt", ".md"})  # read without any library


@dataclass(frozen=True, slots=True)
class Pace:
    """How files are read: bytes of one, processes at a time (None: one a core), seconds of one.

    ``apart``: always in a process of its own, as what strangers send.
    """

    limit: int = LIMIT
    jobs: int | None = None
    seconds: float = SECONDS
    apart: bool = False


ONE_A_CORE = Pace()


@dataclass(frozen=True, slots=True)
class FileRead(Generic[Answer]):
    """What became of a file: an answer, or the reason in one sentence why there is none."""

    path: Path
    answer: Answer | None
    error: str = ""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and those below the folders named (hidden ones left out), in a stable order.

    Raises:
        SourceError: a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            found += [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        elif path.exists():
            found.append(path)
        else:
            raise SourceError(f"{path} does not exist. Check the path.")
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class FileRecords:
    """A file as what is loaded of it, and what is told about it."""

    graph: DocumentGraph
    items: int
    clauses: int
    warnings: tuple[str, ...]
    seconds: float
    accounting: Mapping[Kind, int]  # characters by what they were read as; they add up to the text

    @property
    def weight(self) -> int:
        """About how many rows it makes; a long text counts as some."""
        graph = self.graph
        lists = (graph.items, graph.items, graph.responsibilities, graph.targets, graph.citations, graph.units)
        return sum(map(len, lists)) + len(graph.document.text) // 500


def records_of(path: Path, *, limit: int) -> FileRecords:
    """Read and parse a file, for loading."""
    start = time.perf_counter()
    return records_of_parse(parse_file(path, limit=limit), start)


def records_of_parse(parsed: ParsedDocument, start: float) -> FileRecords:
    """A parse, for loading; ``start`` is when its reading began (``time.perf_counter``)."""
    from ingest.to_graph import to_graph  # here, because who only reads documents waits for it in vain

    graph = to_graph(parsed)
    seconds = time.perf_counter() - start
    return FileRecords(graph, len(parsed.items), len(parsed.clauses), parsed.warnings, seconds, parsed.accounting)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came over the net; ``str`` of it is what messages call it."""

    name: str
    data: bytes
    limit: int

    def __str__(self) -> str:
        return self.name


def read_upload(upload: Upload, seconds: float = SECONDS) -> FileRecords:
    """Read and parse a stranger's file, for loading, in a process of its own, bounded in time and memory.

    Raises:
        SourceError: it cannot be read, or holds nothing that a policy document has, or took too much to read.
    """
    with closing(each(_records_of_upload, [upload], jobs=1, seconds=seconds)) as answers:
        answer = next(answers)
    if isinstance(answer, Lost):
        raise SourceError(answer.reason)
    if isinstance(answer, SourceError):
        raise answer
    return answer


def _records_of_upload(upload: Upload) -> FileRecords | SourceError:
    """The refusal itself, not only its words: who sent the file is answered by its kind."""
    start = time.perf_counter()
    try:
        return records_of_parse(parse(read_bytes(upload.data, upload.name, limit=upload.limit)), start)
    except SourceError as error:
        return error


def json_of(path: Path, *, limit: int, indent: int | None = None) -> str:
    """Read and parse a file, as JSON (without ``indent``, on one line)."""
    return json.dumps(to_json(parse_file(path, limit=limit)), ensure_ascii=False, indent=indent)


def read_each(work: Callable[..., Answer], paths: Sequence[Path], pace: Pace) -> Iterator[FileRead[Answer]]:
    """What ``work(path, limit=…)`` makes of each file, in their order; none stops the others.

    Files are read in processes of their own, bounded in time and memory; text alone is read in this one, which starts
    sooner.
    """
    call = partial(work, limit=pace.limit)
    if not pace.apart and len(paths) == 1 and paths[0].suffix.lower() in _PLAIN:
        yield _read_here(call, paths[0])
        return
    jobs = min(pace.jobs or cores(), len(paths))
    for path, answer in zip(paths, each(call, paths, jobs=jobs, seconds=pace.seconds), strict=True):
        yield FileRead(path, None, answer.reason) if isinstance(answer, Lost) else FileRead(path, answer)


def _read_here(call: Callable[[Path], Answer], path: Path) -> FileRead[Answer]:
    try:
        return FileRead(path, call(path))
    except PolicyGraphError as error:
        return FileRead(path, None, str(error))
