"""Jobs as their wire models."""

from api.jobs import Job
from api.responses import JobAnswer, JobFile, JobRow
from ingest.pipeline import DocumentReport


def row_of(job: Job) -> JobRow:
    """A job in a list."""
    return JobRow(**_figures(job, list(job.reports)))


def answer_of(job: Job) -> JobAnswer:
    """A job, file by file: those reported, then those that wait."""
    reports = list(job.reports)  # it grows while it is looked at
    waiting = [JobFile(name=name, state="waiting") for name in job.names[len(reports) :]]
    return JobAnswer(**_figures(job, reports), error=job.error, rows=[*map(_file, reports), *waiting])


def _figures(job: Job, reports: list[DocumentReport]) -> dict[str, str | int]:
    return {
        "key": job.key,
        "state": job.state,
        "begun": job.begun.isoformat(timespec="seconds"),
        "files": len(job.names),
        "done": len(reports),
        "failed": sum(report.outcome == "failed" for report in reports),
    }


def _file(report: DocumentReport) -> JobFile:
    return JobFile(
        name=report.name,
        state=report.outcome,
        document=report.key,
        title=report.title,
        items=report.items,
        clauses=report.clauses,
        units=report.units,
        references=report.references,
        targets=report.targets,
        projects=report.projects,
        characters=sum(report.accounting.values()),
        unexplained=report.accounting.get("unexplained", 0),
        accounting=dict(report.accounting),
        warnings=list(report.warnings),
        error=report.error,
        seconds=round(report.seconds, 3),
    )
