"""From a bound port to an app that answers on it, until Ctrl-C or SIGTERM."""

import shutil
import socket
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from api.command import console
from graph.errors import SettingsError, StoreUnavailable

if TYPE_CHECKING:
    from graph.settings import Settings


def listener_of(settings: "Settings") -> socket.socket:
    """A socket on the address and port of the settings, so that nobody takes the port while the store starts."""
    family = socket.AF_INET6 if ":" in settings.listen else socket.AF_INET
    # Named, for only then does asyncio turn Nagle's algorithm off, which makes every answer wait for 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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


def run(settings: "Settings", listener: socket.socket) -> None:
    """Serve on ``listener`` until a signal ends it.

    Raises:
        SettingsError: keys are asked for and there is none.
        StoreUnavailable: the app could not start.
    """
    import uvicorn

    from api.app import create_app
    from api.gate.admission import is_asked
    from api.gate.keys import Keyring

    if is_asked(settings) and not Keyring(settings.data).all():
        raise SettingsError(
            f"LISTEN={settings.listen} lets others in, and there is no API key. Make one first: policy-graph keys add "
            "NAME --role admin. Behind something that lets nobody in, set API_KEYS=off."
        )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                _welcome(listener, keys=is_asked(settings))

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            if not self.should_exit:  # a second Ctrl-C has nothing to add: the end is bounded in time as it is
                super().handle_exit(sig, frame)

    # Ctrl-C and SIGTERM both end in a normal way, so that the embedded server is stopped with us.
    server = Server(
        uvicorn.Config(create_app(settings), log_level="warning", access_log=False, timeout_graceful_shutdown=5)
    )
    with suppress(KeyboardInterrupt, SystemExit):  # uvicorn raises the signal again once it has shut down
        server.run(sockets=[listener])
    if not server.started:
        raise StoreUnavailable("The app did not start; the lines above say why.")


def _welcome(listener: socket.socket, *, keys: bool) -> None:
    host, port = listener.getsockname()[:2]
    if host not in {"127.0.0.1", "::1"} and not keys:
        console.note(f"Listening on {host} without API keys: whoever reaches this address can read, load and delete.")
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - recognised, not bound
    address = f"http://{name}:{port}"
    shown = _command()
    console.say(
        f"policy-graph serves {address}  (Ctrl-C ends it)\n"
        "Three things to try:\n"
        f"  1. Open {address}/ and follow a unit into its graph\n"
        f"  2. {shown} query partners_of_unit -p unit=贵阳市财政局\n"
        f"  3. {shown} load FILE  (or drop a document on the start page)"
    )


def _command() -> str:
    """How this command line is called from here: by its name where that finds it, else by its path."""
    used = Path(sys.argv[0]).absolute()
    if shutil.which(used.name) == str(used) or not used.is_relative_to(Path.cwd()):
        return "policy-graph"
    return str(used.relative_to(Path.cwd()))
