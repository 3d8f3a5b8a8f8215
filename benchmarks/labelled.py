"""Texts with labels that say what must be read out of them: the open benchmark, and folders of labelled documents."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.document import SourceText
from ingest.reading import read_bytes, read_source

ROOT = Path(__file__).parent
OPEN = ROOT / "clauses"
EXAMPLES = ROOT.parent / "examples"
FORMATS = ("pdf", "docx", "xlsx", "html", "htm", "md", "csv", "txt")  # an original is read before its plain text

Labels = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its labels; of a kind of label that ``labels`` has no key for, nothing is said."""

    name: str
    style: str
    source: SourceText
    labels: Labels


def open_benchmark(folder: Path = OPEN) -> Iterator[Case]:
    """The project's own benchmark: a style a file; see its README."""
    for file in sorted(folder.glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for document in content["document"]:
            yield Case(document["id"], content["style"], _issued(document), _labels(document))


def _issued(document: dict[str, Any]) -> SourceText:
    """The text as a small document: its issuer in a title above it and, with a date, below it, as in real ones.

    Labels are about the text alone: what is added holds no clause, citation, aim or name, a blank line between.
    """
    issuer, text = document["issuer"], document["text"]
    whole = f"{issuer}关于做好有关工作的通知\n\n{text.rstrip()}\n\n{issuer}\n2024年1月5日\n"
    ending = "md" if "| --- |" in text else "txt"
    return read_bytes(whole.encode("utf-8"), f"{document['id']}.{ending}")


def _labels(document: dict[str, Any]) -> Labels:
    return {
        "clauses": [{"open": False, "deadline": None} | clause for clause in document.get("clause", [])],
        "default_units": document.get("default", []),
        "references": document.get("reference", []),
        "targets": document.get("target", []),
        "projects": document.get("project", []),
    }


def labelled_folder(labels: Path, texts: Path, *, plain: bool = False) -> Iterator[Case]:
    """Documents with a JSON file of labels each; ``plain``: their .txt is read, not the original beside it.

    The style is what a file's name begins with.
    """
    for file in sorted(labels.glob("*.json")):
        endings = ("txt", *FORMATS) if plain else FORMATS
        path = next((path for end in endings if (path := texts / f"{file.stem}.{end}").exists()), None)
        if path is None:
            raise SystemExit(f"{texts} holds no document for the labels {file.name}.")
        yield Case(file.stem, file.stem.partition("-")[0], read_source(path), json.loads(file.read_text("utf-8")))


def example() -> Iterator[Case]:
    """The document of ``examples/``, with its labels."""
    yield from labelled_folder(ROOT / "documents", EXAMPLES)
