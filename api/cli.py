"""The command line: read documents, load them, ask the graph, serve it.

Everything heavy is imported inside the command that needs it, so that ``--help`` answers at once.
"""

import signal
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.command import admitting, console, exporting, reviewing, speaking
from api.command.console import Format
from api.exports.cells import cell
from graph.errors import PolicyGraphError, SourceError

EXIT_CODES = {
    0: "done",
    1: "some file could not be read",
    2: "a command, parameter or setting cannot be used",
    3: "the store failed",
    4: "nothing has this key",
    130: "interrupted",
}


class Commands(TyperGroup):
    """Turns the one family of errors into one line on stderr and an exit code."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]  # typer.Context is the vendored one's child
        """Run the command."""
        try:
            return super().invoke(ctx)
        except PolicyGraphError as error:
            console.note(f"policy-graph: {console.one_line(error)}")
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as interrupt:
            raise typer.Exit(130) from interrupt


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items()) + ".",
)

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the embedded store.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Jobs = Annotated[
    int | None, typer.Option(min=1, help="Files read at the same time; one a core by default.", show_default=False)
]
TimeLimit = Annotated[float, typer.Option(min=1, help="Seconds that one of several files may take.")]
Paths = Annotated[list[Path], typer.Argument(help="Files, or folders of files.", show_default=False)]


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        console.say(f"policy-graph {version('policy-graph')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who is responsible for what in Chinese government policy documents."""


@app.command()
def parse(
    paths: Paths,
    as_json: Json = False,
    lines: Annotated[bool, typer.Option("--jsonl", help="Print JSON, one document a line.")] = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write a JSON file for each document into.", show_default=False)
    ] = None,
    jobs: Jobs = None,
    time_limit: TimeLimit = 120,
) -> None:
    """Print what documents say. As JSON: one object; for several files, one a line."""
    from api.command import runs
    from graph.settings import load_settings

    runs.check_data()
    speed = runs.pace(load_settings().max_upload, jobs, time_limit)
    runs.parse(paths, runs.ParseForm(as_json, lines, out), speed)


@app.command()
def load(
    paths: Paths,
    as_json: Json = False,
    report: Annotated[
        Path | None, typer.Option(help="JSON file to write what became of each file into.", show_default=False)
    ] = None,
    jobs: Jobs = None,
    time_limit: TimeLimit = 120,
    data: Data = None,
) -> None:
    """Load documents into the graph. Loading the same one again changes nothing."""
    from api.command import runs
    from graph.settings import load_settings
    from graph.store import open_store

    runs.check_data()
    settings = load_settings(data=data)
    files = runs.files_of(paths)
    with open_store(settings, "write") as store:
        whole = runs.load(files, store, runs.pace(settings.max_upload, jobs, time_limit), as_json=as_json, told=report)
    if not whole:
        raise typer.Exit(SourceError.exit_code)


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="Name of a query; without one, the catalogue.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter of the query.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(help="Columns to print, with commas between.", metavar="A,B", show_default=False)
    ] = None,
    sort: Annotated[
        str | None, typer.Option(help="Column to sort by, with - before it downwards.", show_default=False)
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.table,
    cypher: Annotated[bool, typer.Option("--cypher", help="Print the Cypher, and ask nothing.")] = False,
    data: Data = None,
) -> None:
    """Ask the graph one of the catalogue's questions."""
    from api import asking
    from graph.queries import query as query_of

    if name is None:
        console.write_rows(asking.catalogue_rows(), asking.CATALOGUE, form)
        return
    chosen = query_of(name)
    if cypher:
        console.say(chosen.text.rstrip())
        return
    values = asking.values_of(chosen, param or [])
    shown = asking.columns_of(chosen, columns)
    from graph.settings import load_settings
    from graph.store import open_store

    with open_store(load_settings(data=data), "read") as store:
        rows = asking.ask(store, chosen, values, sort)
    console.write_rows(rows, shown, form)


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.", show_default=False)] = None,
    listen: Annotated[str | None, typer.Option(help="Address to listen on.", show_default=False)] = None,
    first: Annotated[
        list[Path] | None, typer.Option("--load", help="Files or folders to load first.", show_default=False)
    ] = None,
    data: Data = None,
) -> None:
    """Serve pages, pictures and the REST API until Ctrl-C."""
    from api import serving
    from api.command import runs
    from graph.settings import load_settings

    runs.check_data()
    settings = load_settings(data=data, port=port, listen=listen)
    with ExitStack() as held:
        # In this order: a busy port or a missing file is said before a server is started for it.
        listener = held.enter_context(serving.listener_of(settings))
        files = runs.files_of(first) if first else []
        from graph.store import open_store

        store = held.enter_context(open_store(settings, "write" if files else "read"))
        if files:
            runs.load(files, store, runs.pace(settings.max_upload))
        serving.run(settings, listener)


@app.command()
def status(as_json: Json = False, data: Data = None) -> None:
    """Show server, counts, versions and settings."""
    import platform
    from importlib.metadata import version

    from graph.queries import query as query_of
    from graph.settings import load_settings
    from graph.store import open_store

    settings = load_settings(data=data)
    with open_store(settings, "read") as store:
        server = {"kind": store.server.kind, "name": store.server.name, "version": store.server.version}
        server["uri"] = store.server.uri
        counts = store.read(query_of("counts"))[0]
    versions = {name: version(name) for name in ("policy-graph", "neo4j", "fastapi")}
    report: dict[str, dict[str, Any]] = {
        "server": server,
        "counts": dict(counts),
        "versions": {**versions, "python": platform.python_version()},
        "settings": settings.model_dump(mode="json"),  # secrets come out starred
    }
    if as_json:
        console.write_json(report)
        return
    for part, facts in report.items():
        console.say(part)
        for fact, value in facts.items():
            console.say(f"  {fact}  {cell(value)}".rstrip())


@app.command()
def delete(
    key: Annotated[str, typer.Argument(help="Key of a document.", show_default=False)], data: Data = None
) -> None:
    """Delete a document and everything only it says."""
    from graph.load import delete as delete_document
    from graph.settings import load_settings
    from graph.store import open_store

    with open_store(load_settings(data=data), "write") as store:
        delete_document(store, key)
    console.say(f"deleted  {key}")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A file that is not there yet.", show_default=False)], data: Data = None
) -> None:
    """Write every document, version and decision into one file, while others go on reading."""
    from graph.backup import write_backup
    from graph.settings import load_settings
    from graph.store import open_store

    with open_store(load_settings(data=data), "read") as store:
        kept = write_backup(store, file)
    console.say(
        f"kept  {kept.documents} documents, {kept.versions} versions, {kept.decisions} decisions  {kept.digest}"
    )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What backup wrote.", show_default=False)], data: Data = None
) -> None:
    """Put a backup into an empty store: the embedded one, or the Neo4j of NEO4J_URI."""
    from graph.backup import restore_backup
    from graph.settings import load_settings
    from graph.store import open_store

    with open_store(load_settings(data=data), "write") as store:
        back = restore_backup(store, file)
    console.say(
        f"back  {back.documents} documents, {back.versions} versions, {back.decisions} decisions  {back.digest}"
    )


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="A file, or the key of a document or version.", show_default=False)],
    after: Annotated[str, typer.Argument(help="The same, to compare it with.", show_default=False)],
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Compare two versions of a document, or two documents, item by item."""
    from api.command import differing
    from graph.difference import difference
    from graph.settings import load_settings
    from graph.store import open_store

    settings = load_settings(data=data)
    with ExitStack() as held:
        kept = not (Path(before).is_file() and Path(after).is_file())
        store = held.enter_context(open_store(settings, "read")) if kept else None
        first, second = (differing.document_of(named, store, settings.max_upload) for named in (before, after))
    differing.write(difference(first, second), as_json=as_json)


app.command()(exporting.export)
app.command()(speaking.mcp)
app.add_typer(reviewing.app, name="review")
app.add_typer(admitting.app, name="keys")


def _terminate(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a signal handler
    raise SystemExit(128 + number)


def main() -> None:
    """Entry point of ``policy-graph``."""
    console.use_utf8()
    signal.signal(signal.SIGTERM, _terminate)
    app(prog_name="policy-graph")


if __name__ == "__main__":
    main()
