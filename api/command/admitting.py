"""``policy-graph keys``: who may use the server from elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.command import console
from api.command.console import Format
from api.gate.keys import ROLES, Keyring

if TYPE_CHECKING:
    from api.gate.keys import Role

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Let people and programs in from elsewhere.")

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the embedded store.", show_default=False)]
Name = Annotated[str, typer.Argument(help="Who it is for.", show_default=False)]


def _ring(data: Path | None) -> Keyring:
    from graph.settings import load_settings

    return Keyring(load_settings(data=data).data)


def _role(written: str) -> "Role":
    for role in ROLES:
        if role == written:
            return role
    raise typer.BadParameter(f"{written!r} is none of {', '.join(ROLES)}.")


@app.command("add")
def add_key(
    name: Name,
    role: Annotated[
        str, typer.Option(help="reader: asks; editor: also loads, decides; admin: also deletes.")
    ] = "reader",
    data: Data = None,
) -> None:
    """Make a key and print it: it is shown once and kept nowhere."""
    console.say(_ring(data).add(name, _role(role)))


@app.command("list")
def list_keys(
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.table, data: Data = None
) -> None:
    """Show the keys: their names, roles and days, not themselves."""
    rows = [{"name": key.name, "role": key.role, "created": key.created} for key in _ring(data).all()]
    console.write_rows(rows, ("name", "role", "created"), form)


@app.command("remove")
def remove_key(name: Name, data: Data = None) -> None:
    """Take a key away; it counts from the next request on."""
    _ring(data).remove(name)
