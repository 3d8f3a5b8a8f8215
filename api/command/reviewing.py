"""``policy-graph review``: what waits for a person's decision, decisions made, undone, exported and imported."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.command import console
from api.command.console import Format
from graph.errors import DecisionRefused

if TYPE_CHECKING:
    from graph.decisions import Decision
    from graph.store import GraphStore

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Decide what the reader could not.")

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the embedded store.", show_default=False)]
Form = Annotated[Format, typer.Option("--format", help="How rows are printed.")]
_CANDIDATE = ("about", "subject", "object", "score", "items", "reason")
_DECISION = ("key", "about", "subject", "object", "verdict", "who", "when", "why")


def _open(data: Path | None, access: str) -> "GraphStore":
    from graph.settings import load_settings
    from graph.store import open_store

    return open_store(load_settings(data=data), "write" if access == "write" else "read")


@app.command("list")
def list_candidates(
    limit: Annotated[int, typer.Option(min=1, help="Candidates wanted.")] = 50,
    about: Annotated[str | None, typer.Option(help="Only those about: unit, document or role.")] = None,
    form: Form = Format.table,
    data: Data = None,
) -> None:
    """Show what waits for a decision: what most items depend on first."""
    from ingest.candidates import candidates

    with _open(data, "read") as store:
        found = [asdict(c) for c in candidates(store) if about in (None, c.about)]
    console.write_rows(found[:limit], _CANDIDATE, form)
    if len(found) > limit:
        console.note(f"{len(found) - limit} more: raise --limit.")


@app.command()
def decided(form: Form = Format.table, data: Data = None) -> None:
    """Show the decisions that stand."""
    from graph.review import decisions

    with _open(data, "read") as store:
        rows = [{"key": made.key, **asdict(made)} for made in decisions(store)]
    console.write_rows(rows, _DECISION, form)


@app.command()
def decide(
    about: Annotated[str, typer.Argument(help="unit, document, role or split.", show_default=False)],
    subject: Annotated[str, typer.Argument(help="Key of a unit, a cited document or a document.", show_default=False)],
    target: Annotated[
        str,
        typer.Argument(metavar="OBJECT", help="The other key; of a role or a split CLAUSE|NAME.", show_default=False),
    ],
    verdict: Annotated[
        str, typer.Argument(help="same, different, unsure; a role; or names with 、 between.", show_default=False)
    ],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    who: Annotated[str | None, typer.Option(help="Who decides.", show_default="your login")] = None,
    data: Data = None,
) -> None:
    """Keep a decision and lay it over every document that it touches."""
    import getpass
    from datetime import UTC, datetime

    from api.splitting import keys_of_split
    from graph.decisions import Decision
    from graph.review import decide as keep

    pointed = target.replace("|", "\n") if about in ("role", "split") else target
    when = datetime.now(UTC).isoformat(timespec="seconds")
    with _open(data, "write") as store:
        said = keys_of_split(store, subject, verdict) if about == "split" else verdict
        made = Decision(about, subject, pointed, said, who or getpass.getuser(), when, why)  # type: ignore[arg-type]  # checked by decide
        touched = keep(store, [made])
    console.say(f"decided  {made.key}  {touched} documents changed")


@app.command()
def undo(key: Annotated[str, typer.Argument(help="Key of a decision.", show_default=False)], data: Data = None) -> None:
    """Take a decision back: what it changed reads as before."""
    from graph.review import undo as take_back

    with _open(data, "write") as store:
        touched = take_back(store, key)
    console.say(f"undone  {key}  {touched} documents changed")


@app.command("export")
def export_decisions(
    file: Annotated[Path, typer.Argument(help="File to write, one decision a line.", show_default=False)],
    data: Data = None,
) -> None:
    """Write every decision to a file for version control: sorted, one JSON object a line."""
    from graph.review import decisions

    with _open(data, "read") as store:
        lines = [json.dumps(asdict(made), ensure_ascii=False) for made in decisions(store)]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    console.say(f"exported  {len(lines)} decisions  {file}")


@app.command("import")
def import_decisions(
    file: Annotated[Path, typer.Argument(help="A file that export wrote.", show_default=False)], data: Data = None
) -> None:
    """Keep the decisions of a file, all or none; a newer one takes the place of one about the same."""
    from graph.review import decide as keep

    made = read_decisions(file)
    with _open(data, "write") as store:
        touched = keep(store, made)
    console.say(f"imported  {len(made)} decisions  {touched} documents changed")


def read_decisions(file: Path) -> "list[Decision]":
    """The decisions of an exported file.

    Raises:
        DecisionRefused: a line is none; names file and line.
    """
    from graph.decisions import Decision, check

    found = []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionRefused(f"{file} cannot be read: {error}. Give a file that review export wrote.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            made = Decision(**row)
            if not all(isinstance(value, str) for value in row.values()):
                raise TypeError("every field is a text")
            check(made)
        except (ValueError, TypeError, DecisionRefused) as error:
            raise DecisionRefused(f"{file}, line {number}: {error}. Correct the line or leave it out.") from error
        found.append(made)
    return found
