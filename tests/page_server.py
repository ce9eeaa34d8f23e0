"""A real HTTP server on this machine that answers like the public system: also not at all, wrongly, and with half a page."""

import ssl
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DATE = "Tue, 24 Nov 2026 02:06:00 GMT"


@dataclass(frozen=True)
class Answer:
    """Hold one answer: `cut` closes the connection after so many bytes, `pieces` sends 200 of them at a time.

    A `silent` one is never given: the server keeps still until it closes. One that drips begins with its body, or with
    its head, and goes on without end, a byte at a time.
    """

    body: bytes = b""
    code: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    pieces: bool = False
    silent: bool = False
    drips: str = ""
    sized: bool = True
    kind: str = "text/html; charset=utf-8"
    date: str | None = DATE


@dataclass
class Asked:
    """Hold what a server was asked: path and headers of each question."""

    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers: Mapping[str, tuple[Answer, ...]]
    asked: Asked
    counts: Counter[str]
    closing: threading.Event

    def do_GET(self) -> None:
        self.asked.paths.append(self.path)
        self.asked.headers.append({name.lower(): value for name, value in self.headers.items()})
        given = self.answers.get(self.path, (Answer(b"<html>no</html>", 404),))
        answer = given[min(self.counts[self.path], len(given) - 1)]
        self.counts[self.path] += 1
        self._give(*self._part_of(answer))

    def _part_of(self, answer: Answer) -> tuple[Answer, bytes]:
        """Return the answer and the bytes asked for: the rest of a page, if it still has the mark that was named."""
        asked = self.headers.get("Range")
        mark = answer.headers.get("ETag")
        if asked is None or mark is None or self.headers.get("If-Range") != mark:
            return answer, answer.body
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
        ranged = {**answer.headers, "Content-Range": f"bytes {start}-{len(answer.body) - 1}/{len(answer.body)}"}
        return Answer(answer.body, 206, ranged, answer.cut, answer.pieces), answer.body[start:]

    def _give(self, answer: Answer, body: bytes) -> None:
        if answer.silent:
            self.closing.wait()
            self.close_connection = True
            return
        if answer.drips == "head":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Without-End: ")
            self._drip()
            return
        self.send_response_only(answer.code)
        for name, value in {**({"Date": answer.date} if answer.date else {}), "Content-Type": answer.kind,
                            **answer.headers}.items():
            self.send_header(name, value)
        if answer.sized:
            self.send_header("Content-Length", str(len(body)))
        else:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if answer.drips:
            self._drip()
            return
        end = len(body) if answer.cut is None else answer.cut
        for start in range(0, end, 200 if answer.pieces else max(end, 1)):
            self.wfile.write(body[start:min(start + 200, end) if answer.pieces else end])
            self.wfile.flush()
        if answer.cut is not None:
            self.close_connection = True

    def _drip(self) -> None:
        self.close_connection = True
        while not self.closing.wait(0.02):
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (http.server's name)
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that go away."""


@contextmanager
def serving(answers: Mapping[str, Answer | tuple[Answer, ...]], certificate: Path | None = None) -> Iterator[tuple[str, Asked]]:
    """Serve answers by path, several to one path one after the other; give the address and what was asked."""
    asked = Asked()
    made = {path: each if isinstance(each, tuple) else (each,) for path, each in answers.items()}
    closing = threading.Event()
    handler = type("Handler", (_Handler,), {"answers": made, "asked": asked, "counts": Counter(), "closing": closing})
    server = _Server(("127.0.0.1", 0), handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"{'https' if certificate else 'http'}://localhost:{server.server_address[1]}", asked
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
