"""/jobs: several files, or a folder of them, read and loaded while whoever sent them looks on."""

from typing import Annotated

from fastapi import APIRouter, File, Path, Response, UploadFile, status

from api.job_answers import answer_of, row_of
from api.jobs import Job
from api.responses import JobAnswer, JobRow, Listing
from api.uploads import AllJobs, FormOnly, begin

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("")
def list_jobs(jobs: AllJobs) -> Listing[JobRow]:
    """The jobs of this server, the latest first."""
    return Listing[JobRow](rows=[row_of(job) for job in jobs.all()], limit=None, offset=0, next=None)


@router.post("", status_code=status.HTTP_202_ACCEPTED, dependencies=[FormOnly])
def begin_job(file: Annotated[list[UploadFile], File(min_length=1)], jobs: AllJobs, response: Response) -> JobAnswer:
    """Take several documents, in parts named 'file', and load them beside; Location is where to look on."""
    job: Job = begin(jobs, file)
    response.headers["Location"] = f"/jobs/{job.key}"
    return answer_of(job)


@router.get("/{key}")
def read_job(jobs: AllJobs, key: Annotated[str, Path(description="Key of a job.")]) -> JobAnswer:
    """How far a job is, and what was read of each file, or why nothing was."""
    return answer_of(jobs.find(key))
