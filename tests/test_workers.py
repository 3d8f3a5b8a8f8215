"""Work in processes of its own: answers come in order, and a task that crashes, hangs or raises loses only itself."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from functools import partial

import pytest

from graph.errors import SourceError
from ingest.workers import AHEAD, MEMORY, Lost, each


def work(task: str, *, suffix: str = "!") -> str:
    """What the tasks of these tests mean."""
    match task.split():
        case ["die"]:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        case ["exit"]:
            os._exit(7)  # as a native library does
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["refuse"]:
            raise SourceError("refuse is not read.")
        case ["fail"]:
            raise ValueError("no\nway")
        case ["hog"]:
            return str(len(bytearray(2 * MEMORY)))
        case ["large"]:
            return "大" * 3_000_000  # more than a pipe holds
    return task + suffix


LOST = [
    # task, words of the reason
    ("die", "SIGKILL" if sys.platform != "win32" else "exit code"),
    ("exit", "exit code 7"),
    ("sleep 60", "longer than 1 seconds"),
    *([("hog", "more than the 4,000,000,000 bytes of memory")] if sys.platform == "linux" else []),
    ("refuse", "refuse is not read."),
    ("fail", "ValueError: no\nway"),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_lost_is_told_and_loses_nothing_else(jobs: int) -> None:
    tasks = ["first", *[word for task, _ in LOST for word in (task, f"after {task}")]]
    answers = list(each(work, tasks, jobs=jobs, seconds=1))
    assert answers[0] == "first!"
    for (task, reason), lost, after in zip(LOST, answers[1::2], answers[2::2], strict=True):
        assert isinstance(lost, Lost)
        assert reason in lost.reason
        assert after == f"after {task}!"


def test_answers_come_in_the_order_of_the_tasks() -> None:
    tasks = ["sleep 0.3", *map(str, range(20)), "large"]
    answers = list(each(partial(work, suffix="?"), tasks, jobs=2, seconds=30))
    assert answers[:21] == [f"{task}?" for task in tasks[:21]]
    assert len(str(answers[21])) == 3_000_000


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield str(number)

    answers = each(work, tasks(), jobs=2, seconds=30)
    assert next(answers) == "0!"
    assert len(taken) <= 2 * AHEAD
    answers.close()


def test_an_answer_is_in_time_however_late_it_is_taken() -> None:
    answers = each(work, ["1", "large", "3"], jobs=2, seconds=1)
    assert next(answers) == "1!"
    time.sleep(2)  # as a slow store does
    assert not [answer for answer in answers if isinstance(answer, Lost)]


def test_no_tasks_no_process() -> None:
    assert list(each(work, [], jobs=2, seconds=1)) == []
