"""Run servers on this machine and ask them over HTTP, for the measurements of pages."""

import http.client
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import CannotRunError

PATIENCE = 20.0


@contextmanager
def server(command: Sequence[str], environment: Mapping[str, str], path: str) -> Iterator[int]:
    """Run a server on a free port until the block ends; it counts as up when it gives the page."""
    with running(command, environment, path) as (port, _):
        yield port


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str], path: str) -> Iterator[tuple[int, int]]:
    """Do the same, and give the number of its process too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([*command, "--port", str(port)], env=environment, stdout=said, stderr=said)
        try:
            _wait(process, port, path)
            yield port, process.pid
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


def ask(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise CannotRunError(f"{path} gave {answer.status} {answer.reason}")
