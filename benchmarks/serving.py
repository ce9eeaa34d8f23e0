"""Compare our page of a provision on a day with a stock Datasette row page of the same database, over HTTP.

Both servers run at the same time and are asked in turns, one request after the other over a connection that stays open.
"""

import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from datasette.utils import tilde_encode

from benchmarks.figures import CannotRunError, Figure
from benchmarks.program import PROGRAM, TODAY
from benchmarks.statute import LAW

PAGE = f"/law/{LAW}/eng/art_7/on/2013-07-20"
ROUNDS, SECONDS = 3, 2.0
PATIENCE = 20.0


def measure(database: Path) -> Iterator[Figure]:
    """Yield the requests a second of both pages and how they compare."""
    row = _row(database)
    with ExitStack() as open_now:
        ours = open_now.enter_context(server(
            [str(PROGRAM), "serve", "--db", str(database), "--today", TODAY], os.environ, PAGE))
        # An empty list of plugins: stock Datasette must not load ours, which is installed beside it.
        stock = open_now.enter_context(server(
            [sys.executable, "-m", "datasette", "serve", "--immutable", str(database)],
            {**os.environ, "DATASETTE_LOAD_PLUGINS": ""}, row))
        rates = [(_rate(ours, PAGE), _rate(stock, row)) for _ in range(ROUNDS)]
    own, other = (sorted(side)[ROUNDS // 2] for side in zip(*rates, strict=True))
    yield Figure(f"our page {PAGE}", f"{own:,.0f} requests a second")
    yield Figure(f"stock Datasette row page {row}", f"{other:,.0f} requests a second")
    yield Figure("our page against the stock row page", f"{own / other:.1f} times as many", "2 times", own >= 2 * other)


def _row(database: Path) -> str:
    """Return the path of the row page of Article 7 in stock Datasette."""
    with closing(sqlite3.connect(database)) as conn:
        keys = [name for _, name, _, _, _, place in conn.execute("pragma table_info(provisions)") if place]
        found = conn.execute(f"select {', '.join(keys)} from provisions where eid = 'art_7'").fetchone()  # noqa: S608
    return f"/{database.stem}/provisions/{','.join(tilde_encode(str(key)) for key in found)}"


@contextmanager
def server(command: Sequence[str], environment: Mapping[str, str], path: str) -> Iterator[int]:
    """Run a server on a free port until the block ends; it counts as up when it gives the page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([*command, "--port", str(port)], env=environment, stdout=said, stderr=said)
        try:
            _wait(process, port, path)
            yield port
        except CannotRunError as error:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or [""]
            raise CannotRunError(f"{Path(command[0]).name}: {error}; it said: {lines[-1]}") from None
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise CannotRunError(f"the server ended with {process.returncode}")
        try:
            ask(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), path)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise CannotRunError(f"the server was not up after {PATIENCE:.0f} s")


def _rate(port: int, path: str) -> float:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        ask(connection, path)
        asked, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < SECONDS:
            ask(connection, path)
            asked += 1
    return asked / spent


def ask(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise CannotRunError(f"{path} gave {answer.status} {answer.reason}")
