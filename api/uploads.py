"""A document sent by a browser or a program: taken, read, loaded."""

from collections.abc import Sequence
from pathlib import PurePath
from threading import BoundedSemaphore, Lock
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request, Response, UploadFile
from starlette.exceptions import HTTPException

from api.dependencies import stores_of
from api.jobs import Job, Jobs
from api.responses import UploadAnswer
from graph.errors import SourceTooLarge
from graph.store import GraphStore
from ingest import pipeline
from ingest.folders import Upload

_one_at_a_time = Lock()  # parsing is work for the processor: two uploads at once would only slow each other and reading
_WAITING = 8  # uploads at most, so that those that wait never take all threads from those that read
_places = BoundedSemaphore(_WAITING)


def _form_only(request: Request) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "multipart/form-data":
        raise HTTPException(415, "Send it as multipart/form-data; a document goes in a part named 'file'.")


async def _one_file(request: Request) -> None:
    form = await request.form()  # read already: it is the form that the route is given
    if len(form.getlist("file")) > 1:
        raise HTTPException(400, "One document at a time is taken here. POST /jobs takes several.")


def _limit(request: Request) -> int:
    return stores_of(request).settings.max_upload


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


AllJobs = Annotated[Jobs, Depends(_jobs)]
FormOnly = Depends(_form_only)
OneFile = Depends(_one_file)
Limit = Annotated[int, Depends(_limit)]


def name_of(sent: str | None) -> str:
    """What a file is called here: the last part of what its sender calls it, as far as it can be shown."""
    last = PurePath((sent or "").replace("\\", "/")).name
    return " ".join("".join(c if c.isprintable() else " " for c in last).split())[:200] or "upload"


def load_upload(file: UploadFile, writer: GraphStore, limit: int) -> UploadAnswer:
    """Read and load an upload, whole or not at all.

    Raises:
        SourceError: it is too large, of a kind that is not read, takes too much to read, or is no policy document.
        HTTPException: too many others wait.
        StoreError: the server failed; nothing is loaded.
    """
    name = name_of(file.filename)
    if file.size is not None and file.size > limit:
        raise SourceTooLarge(
            f"{name} has {file.size:,} bytes; up to {limit:,} are read here. Split it, or raise MAX_UPLOAD."
        )
    if not _places.acquire(blocking=False):
        raise HTTPException(
            503, f"{_WAITING} uploads wait already. Send {name} again in a while.", headers={"Retry-After": "10"}
        )
    try:
        with _one_at_a_time:
            report = pipeline.load_upload(Upload(name, file.file.read(), limit), writer)
    finally:
        _places.release()
    return UploadAnswer(
        key=report.key,
        title=report.title,
        outcome=report.outcome,
        items=report.items,
        clauses=report.clauses,
        units=report.units,
        warnings=list(report.warnings),
        seconds=round(report.seconds, 3),
    )


def begin(jobs: Jobs, files: Sequence[UploadFile]) -> Job:
    """Take several uploads as a job; what a form sends for a field left empty is none."""
    return jobs.begin([(name_of(file.filename), file.file) for file in files if file.filename])


def locate(answer: UploadAnswer, response: Response) -> UploadAnswer:
    """Say in the response's head where the document is, and whether it is new there."""
    response.headers["Location"] = f"/documents/{quote(answer.key, safe='')}"
    if answer.outcome != "loaded":
        response.status_code = 200
    return answer
