"""Work on many things in processes of their own: in parallel, and what crashes or hangs costs only its own answer.

Not ``concurrent.futures``: its pool is broken as a whole by one process that dies, and cannot end one that hangs.
Where the system can bound a process's memory (Linux), each has ``MEMORY`` bytes and no more.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from graph.errors import PolicyGraphError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

AHEAD = 4  # tasks a process may be ahead of the answer that is waited for: bounds what is held in memory
STARTUP = 60.0  # seconds a new process may take before its first task
MEMORY = 4_000_000_000  # bytes of address space: twice what 50 MB of text in the style of real documents need
# The one way to start a process that is the same everywhere, and safe beside threads and open connections.
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without an answer, and why in one sentence. ``refused``: the work itself said so."""

    reason: str
    refused: bool = False


def cores() -> int:
    """How many processes can work at the same time."""
    with suppress(AttributeError):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    work: Callable[[Task], Answer], tasks: Iterable[Task], *, jobs: int, seconds: float
) -> Generator[Answer | Lost]:
    """The answers of ``work`` in the order of ``tasks``, at most ``jobs`` of them being worked on.

    ``work`` is a function of a module (or a ``partial`` of one), its answers can be pickled. A task is lost when
    ``work`` raises, when its process dies, or when it takes longer than ``seconds``; the others go on.
    """
    left = iter(tasks)
    done: dict[int, Answer | Lost] = {}
    workers: list[_Worker[Task, Answer]] = []
    given = wanted = 0
    try:
        while True:
            while given < wanted + jobs * AHEAD and sum(worker.task is not None for worker in workers) < jobs:
                try:
                    task = next(left)
                except StopIteration:
                    break
                _idle(workers, work).give(given, task)
                given += 1
            if wanted in done:
                yield done.pop(wanted)
                wanted += 1
            elif given == wanted:
                return
            else:
                _listen(workers, done, seconds)
    finally:
        for worker in workers:
            worker.end()


def _idle(workers: "list[_Worker[Task, Answer]]", work: Callable[[Task], Answer]) -> "_Worker[Task, Answer]":
    for worker in workers:
        if worker.task is None:
            return worker
    workers.append(_Worker(work))
    return workers[-1]


def _listen(workers: "list[_Worker[Task, Answer]]", done: dict[int, Answer | Lost], seconds: float) -> None:
    """Wait for the next thing that happens: an answer, the end of a process, the end of a task's time."""
    busy = [worker for worker in workers if worker.task is not None]
    first = min(worker.started + worker.allowed(seconds) for worker in busy)
    ready = wait([worker.connection for worker in busy], max(0.0, first - time.monotonic()))
    for worker in busy:
        if worker.connection in ready:
            outcome = worker.take()
        # An answer that came while nobody listened is in time, however late it is taken.
        elif time.monotonic() > worker.started + worker.allowed(seconds) and not worker.connection.poll():
            outcome = Lost(
                f"{worker.task} takes longer than {seconds:g} seconds: split it, or raise --time-limit "
                "of the command line."
            )
        else:
            continue
        if outcome is None:  # it says that it is ready to begin
            continue
        done[worker.number] = outcome.answer if isinstance(outcome, _Answered) else outcome
        worker.task = None
        if isinstance(outcome, Lost) and not outcome.refused:
            workers.remove(worker)
            worker.end()


@dataclass(frozen=True, slots=True)
class _Answered(Generic[Answer]):
    answer: Answer


class _Worker(Generic[Task, Answer]):
    """A process, this side of it. ``task`` is what it works on, ``started`` since when."""

    def __init__(self, work: Callable[[Task], Answer]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.number = -1
        self.task: Task | None = None
        self.started = 0.0

    def allowed(self, seconds: float) -> float:
        """How long it may be silent."""
        return seconds if self.ready else STARTUP + seconds

    def give(self, number: int, task: Task) -> None:
        """Let it work on a task."""
        self.number, self.task, self.started = number, task, time.monotonic()
        with suppress(OSError):  # it is dead already: listening will tell
            self.connection.send(task)

    def take(self) -> "_Answered[Answer] | Lost | None":
        """What it says; None: only that it is there."""
        try:
            said: _Answered[Answer] | Lost | None = self.connection.recv()
        except (EOFError, OSError):
            self.process.join(5)
            return Lost(
                f"{self.task} ended the process that read it ({_end_of(self.process.exitcode)}): the file is damaged, "
                "or needs more memory than there is. Save it anew, or split it."
            )
        if said is None:
            self.ready, self.started = True, time.monotonic()
        return said

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _end_of(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(connection: "Connection[Any, Any]", work: Callable[[Task], Answer]) -> None:
    """The other side: what the process does until this side closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; this side handles it
    _bound_memory()
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(_outcome(work, connection.recv()))


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        bound = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        with suppress(OSError, ValueError):  # macOS knows the limit and does not take it
            resource.setrlimit(resource.RLIMIT_AS, (bound, most))


def _outcome(work: Callable[[Task], Answer], task: Task) -> _Answered[Answer] | Lost:
    try:
        return _Answered(work(task))
    except PolicyGraphError as error:
        return Lost(str(error), refused=True)
    except MemoryError:  # what is left of this process may lack memory, too: another takes its place
        return Lost(f"{task} needs more than the {MEMORY:,} bytes of memory that reading it may take: split it.")
    except Exception as error:  # noqa: BLE001 - a fault of ours in one file must not lose the others
        return Lost(
            f"{task} met a fault of this program ({type(error).__name__}: {error}): please report it.", refused=True
        )
