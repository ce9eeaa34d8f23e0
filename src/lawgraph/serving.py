"""Serve the pages and the database on this machine alone."""

import socket
import sys
from datetime import date
from pathlib import Path

import uvicorn

from lawgraph.errors import LawgraphError
from lawgraph.plugin.opened import datasette_of

HOST = "127.0.0.1"


class ServingError(LawgraphError):
    """A port that cannot be had."""


def serve(database: Path, port: int, today: date, address: str | None = None) -> None:
    """Serve until somebody stops it; raise `ServingError` where the port is not free."""
    listening = _listen(port)
    sys.stdout.write(f"lawgraph is at http://{HOST}:{port}/ (stop it with Ctrl+C)\n")
    sys.stdout.flush()
    config = uvicorn.Config(datasette_of(database, today, address).app(), log_level="warning", lifespan="on")
    uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    # The protocol is named, since asyncio turns Nagle's delay off only for sockets that say TCP.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise ServingError(f"{HOST}:{port}", f"the port cannot be had ({error.strerror})",
                           "name another one with --port") from None
    return listening
