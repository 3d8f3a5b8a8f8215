"""Decisions that come over the web: what is decided about, made and taken back."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from api.dependencies import unit_key
from api.responses import About, DecisionAnswer, DecisionRequest
from api.splitting import keys_of_split
from api.waiting import Waiting
from graph.decisions import Decision
from graph.review import decide, undo
from graph.store import GraphStore


def _json_only(request: Request) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/json":
        raise HTTPException(415, "Send it as application/json.")


def _waiting(request: Request) -> Waiting:
    waiting: Waiting = request.app.state.waiting
    return waiting


JsonOnly = Depends(_json_only)
Candidates = Annotated[Waiting, Depends(_waiting)]


def keep(writer: GraphStore, wanted: DecisionRequest) -> DecisionAnswer:
    """Keep a decision and lay it over every document that it touches.

    Raises:
        DecisionRefused: it cannot be laid over facts.
        StoreError: the server failed; nothing is kept.
    """
    when = datetime.now(UTC).isoformat(timespec="seconds")
    words = wanted.model_dump() | {"who": wanted.who.strip(), "why": wanted.why.strip(), "when": when}
    if wanted.about == "split":
        words["verdict"] = keys_of_split(writer, wanted.subject, wanted.verdict)
    made = Decision(**words)
    return DecisionAnswer(key=made.key, documents=decide(writer, [made]))


def take_back(writer: GraphStore, key: str) -> DecisionAnswer:
    """Take a decision back.

    Raises:
        NotFound: no decision has this key.
        StoreError: the server failed; the decision stands.
    """
    return DecisionAnswer(key=key, documents=undo(writer, key))


def meant(store: GraphStore, about: About, words: str) -> str:
    """The key that a person means who writes a unit's key or its unique name; of all else the words themselves.

    Raises:
        NotFound: no unit is called like this.
        AmbiguousName: several units are.
    """
    words = words.replace("\r\n", "\n").strip()
    return unit_key(store, words) if about == "unit" and ":" not in words else words
