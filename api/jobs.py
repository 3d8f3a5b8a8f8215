"""Several files sent at once, or a folder of them: read and loaded beside, while whoever sent them looks on.

A job lives in this process. Where that ends, what was reported is loaded, what was not is absent, and the files are to
be sent again.
"""

import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import IO, Literal

from starlette.exceptions import HTTPException

from api.dependencies import Stores
from graph.errors import NotFound, PolicyGraphError
from ingest import pipeline
from ingest.folders import Pace
from ingest.pipeline import DocumentReport

MOST_FILES = 500
_WAITING = 8  # jobs
_KEPT = 50  # jobs that are done
_PIECE = 1024 * 1024
State = Literal["waiting", "running", "done", "failed"]


@dataclass
class Job:
    """Files under way: ``reports`` of the first of them, in their order; ``error``: why it ended before the last."""

    key: str
    names: tuple[str, ...]
    begun: datetime
    state: State = "waiting"
    reports: list[DocumentReport] = field(default_factory=list)
    error: str | None = None


class Jobs:
    """The jobs of an app, one at a time. Close it."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._beside: ThreadPoolExecutor | None = None  # made when a job comes, also after an end

    def all(self) -> list[Job]:
        """The jobs that are known, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def find(self, key: str) -> Job:
        """The job with this key.

        Raises:
            NotFound: there is none, or it ended long ago.
        """
        with self._lock:
            job = self._jobs.get(key)
        if job is None:
            raise NotFound(f"No job has the key {key!r}; they are forgotten when the server ends. /jobs lists them.")
        return job

    def begin(self, files: Sequence[tuple[str, IO[bytes]]]) -> Job:
        """Take files (name, what it holds) and load them beside.

        Raises:
            HTTPException: no file, too many files, or too many jobs wait.
        """
        if not files or len(files) > MOST_FILES:
            raise HTTPException(422, f"A job takes 1 to {MOST_FILES} files, and {len(files)} came. Send them in parts.")
        job = Job(secrets.token_urlsafe(12), tuple(name for name, _ in files), datetime.now(UTC))
        with self._lock:
            if sum(each.state in ("waiting", "running") for each in self._jobs.values()) >= _WAITING:
                raise HTTPException(
                    429,
                    f"{_WAITING} jobs wait already. Send these files again in a while.",
                    headers={"Retry-After": "30"},
                )
            self._jobs[job.key] = job
            self._beside = beside = self._beside or ThreadPoolExecutor(1, thread_name_prefix="jobs")
            ended = [each.key for each in self._jobs.values() if each.state in ("done", "failed")]
            for key in ended[:-_KEPT]:
                del self._jobs[key]
        folder = Path(tempfile.mkdtemp(prefix="policy-graph-"))
        try:
            paths = [_kept(folder / f"{number:03}" / name, held) for number, (name, held) in enumerate(files)]
            beside.submit(self._run, job, folder, paths)
        except BaseException:
            job.state, job.error = "failed", "The files could not be kept. Send them again."
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return job

    def close(self) -> None:
        """Begin no other job; the one that runs ends after the files that are being loaded."""
        with self._lock:
            beside, self._beside = self._beside, None
        if beside:
            beside.shutdown(wait=False, cancel_futures=True)

    def _run(self, job: Job, folder: Path, paths: list[Path]) -> None:
        job.state = "running"
        pace = Pace(self._stores.settings.max_upload, apart=True)
        try:
            with self._stores.writer() as store:
                for report in pipeline.load_documents(paths, store, pace):
                    job.reports.append(report)
            job.state = "done"
        except PolicyGraphError as error:
            job.state, job.error = "failed", str(error)
        except BaseException:
            job.state, job.error = "failed", "The server met an error of its own; its log has the details."
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _kept(path: Path, held: IO[bytes]) -> Path:
    path.parent.mkdir()
    with path.open("wb") as out:
        shutil.copyfileobj(held, out, _PIECE)
    return path
