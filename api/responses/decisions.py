"""What people decide, and what waits for it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.responses.examples import CLAUSE, DOCUMENT, FINANCE, example

About = Literal["unit", "document", "role", "split"]
_OBJECT = "What the subject is compared with; of a role or a split the clause, a line break and the name as written."
_VERDICT = "same, different or unsure; of a role the role, of a split the names with 、 between them."
_SAME = {"about": "unit", "subject": "贵阳市:贵阳市财政厅", "object": FINANCE["unit"]}


class CandidateRow(BaseModel):
    """Something that a person should decide."""

    model_config = example(_SAME, score=0.98, reason="one place and one function", quote=None, items=16)

    about: About
    subject: str
    object: str = Field(description="Empty where a person must say what the subject is.")
    score: float = Field(description="0 to 1: how much speaks for «same», or for what was read.")
    reason: str
    quote: str | None
    items: int = Field(description="Items that depend on it.")


class DecisionRow(BaseModel):
    """A decision that stands."""

    model_config = example(
        _SAME,
        key="decision-0c1d2e3f4a5b6c7d",
        verdict="same",
        who="王敏",
        when="2026-11-20T08:00:00+00:00",
        why="三定方案",
    )

    key: str
    about: About
    subject: str
    object: str
    verdict: str
    who: str
    when: str
    why: str


class DecisionRequest(BaseModel):
    """A decision to make; one about the same subject and object takes the place of what was decided before."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "about": "role",
                    "subject": DOCUMENT,
                    "object": f"{CLAUSE}\n市财政局",
                    "verdict": "support",
                    "who": "王敏",
                    "why": "上下文",
                }
            ]
        },
    )

    about: About
    subject: str = Field(min_length=1, max_length=500)
    object: str = Field(min_length=1, max_length=5000, description=_OBJECT)
    verdict: str = Field(min_length=1, max_length=500, description=_VERDICT)
    who: str = Field(min_length=1, max_length=100)
    why: str = Field(default="", max_length=1000)


class DecisionAnswer(BaseModel):
    """What a decision did."""

    model_config = example(key="decision-0c1d2e3f4a5b6c7d", documents=3)

    key: str
    documents: int = Field(description="Documents that read otherwise now.")
