"""One of the processes that answer: `python -m lawgraph.serving.worker SITE DOOR LINE`, begun by the keeper alone.

It answers what comes through the door, which the keeper holds open, and ends on SIGTERM or with the line to its keeper.
"""

import asyncio
import gc
import logging
import resource
import socket
import sys
import warnings
from functools import partial

import uvicorn

from lawgraph.serving.keeper import ServedSite, site_of
from lawgraph.serving.lobby import Lobby, Visit
from lawgraph.serving.plugin.instance import datasette_of

READY = b"r"
_FILES = 4096
_LEFT = r"(?:Database\.table_exists|\w*Facet\.(?:suggest|facet_results)|TableView\..*execute_suggested_facets)"
_YOUNG = 100_000         # objects more than before, until cycles are looked for


def pass_over_what_datasette_leaves() -> None:
    """Say nothing on stderr of questions that Datasette has made and, since the one before them failed, does not ask.

    It makes all questions of a table as coroutines and awaits one after the other: where a visitor leaves or is refused
    those behind are thrown away, which Python takes for a mistake.
    """
    warnings.filterwarnings("ignore", rf"coroutine '{_LEFT}' was never awaited", RuntimeWarning)


class _Server(uvicorn.Server):
    """A server that tells its keeper when it is ready, and does not outlive it."""

    def __init__(self, config: uvicorn.Config, line: socket.socket) -> None:
        super().__init__(config)
        self._line = line

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # What is loaded now stays, and pages make few cycles: looking for some took a third of a short one.
        gc.freeze()
        gc.set_threshold(_YOUNG)
        self._line.send(READY)
        asyncio.get_running_loop().add_reader(self._line, self._left_alone)

    def _left_alone(self) -> None:
        self.should_exit = True
        asyncio.get_running_loop().remove_reader(self._line)


def main() -> None:
    """Answer until somebody says that it is enough."""
    pass_over_what_datasette_leaves()
    site, door, line = site_of(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    with socket.socket(fileno=line) as keeper:
        _Server(_config(site), keeper).run(sockets=[socket.socket(fileno=door)])


def _config(site: ServedSite) -> uvicorn.Config:
    app = datasette_of(site.database, site.today, site.address, site.owner).app()
    config = uvicorn.Config(
        app, http=partial(Visit, Lobby()), ws="none", loop="asyncio", lifespan="on", log_level="error",  # type: ignore[arg-type]
        access_log=site.logged, server_header=False, timeout_keep_alive=5, timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=16_384)
    if site.logged:
        logging.getLogger("uvicorn.access").setLevel(logging.INFO)
    return config


if __name__ == "__main__":
    main()
