"""The socket that the program listens on."""

import socket
from pathlib import Path

from api.serving import listener_of
from graph.settings import Settings


def test_answers_do_not_wait_for_the_client_to_acknowledge_their_head(tmp_path: Path) -> None:
    # asyncio turns Nagle's algorithm off only where the protocol is named; with it, each answer waits for 40 ms.
    with listener_of(Settings(_env_file=None, data=tmp_path, port=0)) as listener:
        assert listener.proto == socket.IPPROTO_TCP
