"""An end for each question, however slowly the server answers: time between two bytes is no measure of it."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Timer


class Deadline:
    """Break the one connection that is open where an answer is not there after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.passed = False
        self._socket: socket.socket | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count from here on."""
        timer = Timer(self.seconds, self._break)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def trace(self, event: str, told: Mapping[str, object]) -> None:
        """Learn of the connection, as the library tells of each step."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            found = getattr(told["return_value"], "get_extra_info")("socket")  # noqa: B009  (the library names no type)
            self._socket = found if isinstance(found, socket.socket) else None
            if self.passed:
                self._break()

    def _break(self) -> None:
        self.passed = True
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
