"""Several files under way, and what became of each."""

from typing import Literal

from pydantic import BaseModel, Field

from api.responses.examples import DOCUMENT, TITLE, example

_FILE = {
    "name": "guiyang-education-2023.txt", "state": "loaded", "document": DOCUMENT, "title": TITLE, "items": 25,
    "clauses": 25, "units": 40, "references": 5, "targets": 9, "projects": 9, "characters": 9500, "unexplained": 0,
    "accounting": {"item": 7400, "clause": 1300, "unexplained": 0}, "warnings": [], "error": None, "seconds": 0.4,
}  # fmt: skip
_JOB = {"key": "Zk3v0mB5", "state": "running", "begun": "2026-11-20T08:00:00+00:00", "files": 2, "done": 1, "failed": 0}


class JobFile(BaseModel):
    """A file of a job: what was read of it, or why nothing was."""

    model_config = example(_FILE)

    name: str
    state: Literal["waiting", "loaded", "unchanged", "updated", "copy", "failed"]
    document: str | None = Field(default=None, description="Its key; null: it waits, or nothing was read.")
    title: str | None = None
    items: int = 0
    clauses: int = 0
    units: int = 0
    references: int = 0
    targets: int = 0
    projects: int = 0
    characters: int = Field(default=0, description="Of its text.")
    unexplained: int = Field(default=0, description="Characters that nothing was read from.")
    accounting: dict[str, int] = Field(default_factory=dict, description="Characters by what they were read as.")
    warnings: list[str] = []
    error: str | None = None
    seconds: float = 0.0


class JobRow(BaseModel):
    """A job: files sent at once."""

    model_config = example(_JOB)

    key: str
    state: Literal["waiting", "running", "done", "failed"]
    begun: str
    files: int
    done: int = Field(description="Files of which it is known what became; those that failed too.")
    failed: int


class JobAnswer(JobRow):
    """A job, file by file."""

    model_config = example(_JOB, rows=[_FILE], error=None)

    error: str | None = Field(description="Why it ended before its last file; what was reported is loaded.")
    rows: list[JobFile]
