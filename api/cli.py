"""The command line: read documents, load them, ask the graph, serve it.

Everything heavy is imported inside the command that needs it, so that ``--help`` answers at once.
"""

import signal
import socket
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from api import console
from api.console import Format
from graph.errors import AmbiguousName, NotFound, PolicyGraphError, QueryError, SettingsError, SourceError

if TYPE_CHECKING:
    from graph.queries import Param
    from graph.store import GraphStore

    from graph.settings import Settings
    from ingest.pipeline import DocumentReport

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
            console.note(f"policy-graph: {error}")
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
    files: Annotated[list[Path], typer.Argument(help="Documents to read.", show_default=False)], as_json: Json = False
) -> None:
    """Read documents and print what they say. JSON: one object; for several files, one object a line."""
    from ingest.parse_json import to_json
    from ingest.pipeline import parse_file

    failed = False
    with console.progress() as bar:
        for file in bar.track(files, description="parse"):
            try:
                parsed = parse_file(file)
            except SourceError as error:
                failed = True
                console.note(f"policy-graph: {error}")
                continue
            if as_json:
                console.write_json(to_json(parsed), lines=len(files) > 1)
            else:
                console.write_parse(parsed)
    if failed:
        raise typer.Exit(SourceError.exit_code)


@app.command()
def load(paths: Paths, as_json: Json = False, data: Data = None) -> None:
    """Read documents and load them into the graph; loading the same document again changes nothing."""
    from graph.store import open_store

    from graph.settings import load_settings

    settings = load_settings(data=data)
    files = _files(paths)
    with open_store(settings, "write") as store:
        reports = _load(files, store, as_json=as_json)
    if any(report.outcome == "failed" for report in reports):
        raise typer.Exit(SourceError.exit_code)


def _files(paths: list[Path]) -> list[Path]:
    from ingest.pipeline import find_files

    files = find_files(paths)
    if not files:
        raise SourceError(f"{', '.join(map(str, paths))} holds no file. Name a document or a folder of documents.")
    return files


def _load(files: list[Path], store: "GraphStore", *, as_json: bool) -> list["DocumentReport"]:
    from dataclasses import asdict

    from ingest.pipeline import load_documents

    with console.progress() as bar:
        task = bar.add_task("load", total=len(files))

        def on_report(report: "DocumentReport") -> None:
            bar.advance(task)
            if as_json:
                console.write_json(asdict(report), lines=True)
            elif report.outcome == "failed":
                console.note(f"policy-graph: {report.error}")
            else:
                console.say(
                    f"{report.outcome}  {report.key}  {report.title}"
                    f"  ({report.items} items, {report.clauses} clauses, {report.units} units)"
                )
                for warning in report.warnings:
                    console.note(f"{report.name}: {warning}")

        return load_documents(files, store, on_report=on_report)


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="Name of a query; without one, the catalogue.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter of the query.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How rows are printed.")] = Format.table,
    data: Data = None,
) -> None:
    """Ask the graph one of the catalogue's questions."""
    from graph.queries import query as query_of

    if name is None:
        _write_catalogue(form)
        return
    chosen = query_of(name)
    if chosen.kind != "read":
        raise QueryError(f"{name} is not a question. Run 'policy-graph query' for the list.")
    params = _params(chosen.params, param or [])
    from graph.store import open_store

    from graph.settings import load_settings

    with open_store(load_settings(data=data), "read") as store:
        for given in params.keys() & {"unit", "partner"}:
            params[given] = _unit_key(store, params[given])
        rows = store.read(chosen, **params)
    console.write_rows(rows, chosen.columns, form)


def _write_catalogue(form: Format) -> None:
    from graph.queries import catalogue

    rows = [
        {
            "query": f"{q.name}({', '.join(p.name for p in q.params)})",
            "question": q.question,
            "问题": q.question_zh,
        }
        for q in catalogue()
    ]
    console.write_rows(rows, ("query", "question", "问题"), form)


def _params(declared: "tuple[Param, ...]", given: list[str]) -> dict[str, Any]:
    """The values of ``-p``, each as its declared type; an empty value is none.

    Raises:
        QueryError: a value has no name, no such parameter exists or its type is another.
    """
    types = {param.name: param.type for param in declared}
    params: dict[str, Any] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"-p {pair} has no value. Write -p {pair}=VALUE.")
        if key not in types:
            known = ", ".join(types) or "none"
            raise QueryError(f"-p {pair} names no parameter of this query. It takes: {known}.")
        try:
            params[key] = int(value) if types[key] == "int" else float(value) if types[key] == "float" else value
        except ValueError:
            raise QueryError(f"-p {pair} is no {types[key]}. Give a number.") from None
    return params


def _unit_key(store: "GraphStore", value: str) -> str:
    """The key of a unit given by key or, where only one unit has it, by name."""
    from graph.queries import query as query_of

    if ":" in value:
        return value
    units = store.read(query_of("unit_of_name"), name=value)
    if not units:
        raise NotFound(f"No unit is named {value}. 'policy-graph query units -p text={value[:2]}' lists similar ones.")
    if len(units) > 1:
        keys = ", ".join(unit["unit"] for unit in units)
        raise AmbiguousName(f"{len(units)} units are called {value}: ask with the key of one of them ({keys}).", units)
    return str(units[0]["unit"])


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
    from graph.settings import load_settings

    settings = load_settings(data=data, port=port, listen=listen)
    with ExitStack() as held:
        # In this order: a busy port or a missing file is said before a server is started for it.
        listener = held.enter_context(_listener(settings))
        files = _files(first) if first else []
        from graph.store import open_store

        store = held.enter_context(open_store(settings, "write" if files else "read"))
        if files:
            _load(files, store, as_json=False)
        _serve(settings, listener)


def _listener(settings: "Settings") -> socket.socket:
    """A socket on the address and port of the settings, so that nobody takes the port while the store starts."""
    family = socket.AF_INET6 if ":" in settings.listen else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would share a port in use
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.listen, settings.port))
        listener.listen()  # two that share SO_REUSEADDR may both bind; only one may listen
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"{settings.listen}:{settings.port} cannot be listened on: {error.strerror}. "
            "Stop what uses it, or choose another port: PORT=8001 or --port 8001."
        ) from error
    return listener


def _serve(settings: "Settings", listener: socket.socket) -> None:
    import uvicorn

    from api.app import create_app

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                _welcome(listener)

    # Ctrl-C and SIGTERM both end in a normal way, so that the embedded server is stopped with us.
    server = Server(uvicorn.Config(create_app(settings), log_level="warning", timeout_graceful_shutdown=5))
    with suppress(KeyboardInterrupt, SystemExit):  # uvicorn raises the signal again once it has shut down
        server.run(sockets=[listener])
    if not server.started:
        raise typer.Exit(3)


def _welcome(listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    if host not in {"127.0.0.1", "::1"}:
        console.note(f"Listening on {host}: there is no login, whoever reaches this address can read and upload.")
    address = f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else f'[{host}]' if ':' in host else host}:{port}"  # noqa: S104 - recognised, not bound
    command = Path(sys.argv[0])
    shown = command.relative_to(Path.cwd()) if command.is_relative_to(Path.cwd()) else command.name
    console.say(
        f"policy-graph serves {address}  (Ctrl-C ends it)\n"
        "Three things to try:\n"
        f"  1. Open {address}/ and follow a unit into its graph\n"
        f"  2. {shown} query partners_of_unit -p unit=贵阳市财政局\n"
        f"  3. {shown} load FILE  (or drop a document on the start page)"
    )


@app.command()
def status(as_json: Json = False, data: Data = None) -> None:
    """Which server is used, what it holds, which versions and settings are in force."""
    import platform
    from importlib.metadata import version

    from graph.queries import query as query_of
    from graph.store import open_store

    from graph.settings import load_settings

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
            console.say(f"  {fact}  {console.cell(value)}".rstrip())


@app.command()
def delete(
    key: Annotated[str, typer.Argument(help="Key of a document.", show_default=False)], data: Data = None
) -> None:
    """Delete a document and everything only it says."""
    from graph.load import delete as delete_document
    from graph.store import open_store

    from graph.settings import load_settings

    with open_store(load_settings(data=data), "write") as store:
        delete_document(store, key)
    console.say(f"deleted  {key}")


def _terminate(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a signal handler
    raise SystemExit(128 + number)


def main() -> None:
    """Entry point of ``policy-graph``."""
    console.use_utf8()
    signal.signal(signal.SIGTERM, _terminate)
    app(prog_name="policy-graph")


if __name__ == "__main__":
    main()
