"""The door: what is refused in one line, before anybody has read it.

Nothing is taken from visitors but an address: no body, no cookie, no name and password. Nobody needs long addresses,
and Datasette takes 14 s to read 4,000 parameters.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote_from_bytes

from lawgraph.serving.plugin.headers import Application, Header, Message, Receive, Scope, Send

HEALTH = "/health"
LONGEST_PATH, LONGEST_QUERY, MOST_PARAMETERS, MOST_AT_ONCE = 8_000, 8_000, 100, 256

_ALLOWED = b"GET, HEAD, OPTIONS"
_NOT_TAKEN = {b"cookie", b"authorization", b"x-forwarded-host"}
_PAGES = b"text/html"
_NOT_PLAIN = re.compile(rb"[^!-~]")
_SLASHES = re.compile(rb"^[/\\]{2,}")


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """Hold an answer of one line."""

    status: int
    words: str
    headers: tuple[Header, ...] = ()


_HEALTHY = LineAnswer(200, "The site answers.", ((b"cache-control", b"no-store"),))
_FULL = LineAnswer(503, "Too many visitors at once: ask again in a moment.", ((b"retry-after", b"1"),))


class Door:
    """Let in what can be answered; `public` is a site that the world may read, from other sites' pages, too."""

    def __init__(self, app: Application, *, public: bool) -> None:
        self._app, self._public, self._inside = app, public, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        line = refused(scope) or (_FULL if self._inside >= MOST_AT_ONCE else None)
        if line is not None:
            await _say(line, scope, send)
            return
        self._inside += 1
        try:
            await self._app(_plain(scope), receive, self._leaving(send))
        finally:
            self._inside -= 1

    def _leaving(self, send: Send) -> Send:
        async def leave(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _cleaned(message.get("headers", []), public=self._public)}
            await send(message)
        return leave


def refused(scope: Scope) -> LineAnswer | None:
    """Return what is said to a request that is not let in, and to one that asks for the door alone."""
    query = scope["query_string"]
    told = {name: value for name, value in scope["headers"] if name in (b"content-length", b"transfer-encoding")}
    if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
        return LineAnswer(405, "This site is only read: ask with GET or HEAD.", ((b"allow", _ALLOWED), _closing()))
    if told.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in told:
        return LineAnswer(413, "This site takes no bodies.", (_closing(),))
    if len(scope.get("raw_path") or scope["path"]) > LONGEST_PATH or len(query) > LONGEST_QUERY:
        return LineAnswer(
            414, f"This address is too long: {LONGEST_QUERY:,} bytes behind the question mark are the most.")
    if query.count(b"&") + query.count(b";") >= MOST_PARAMETERS:
        return LineAnswer(400, f"This address asks too much: {MOST_PARAMETERS} parameters are the most.")
    if scope["method"] == "OPTIONS":
        return LineAnswer(204, "", ((b"allow", _ALLOWED),))
    return _HEALTHY if scope["path"] == HEALTH else None


def _closing() -> Header:
    """Return what ends the connection, so that what still comes is not read."""
    return b"connection", b"close"


async def _say(line: LineAnswer, scope: Scope, send: Send) -> None:
    body = f"{line.words}\n".encode() if line.words else b""
    await send({"type": "http.response.start", "status": line.status, "headers": [
        *line.headers, (b"content-type", b"text/plain; charset=utf-8"), (b"x-content-type-options", b"nosniff"),
        *([(b"content-length", str(len(body)).encode())] if body else [])]})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _plain(scope: Scope) -> Scope:
    return {**scope, "headers": [each for each in scope["headers"] if each[0] not in _NOT_TAKEN]}


def _cleaned(headers: list[Header], *, public: bool) -> list[Header]:
    """Return headers in plain characters; pages of other sites may read the data of a public site, never its pages."""
    told = [(name, _addressed(value) if name.lower() == b"location" else value) for name, value in headers
            if not name.lower().startswith(b"access-control-")]
    kind = next((value for name, value in told if name.lower() == b"content-type"), b"")
    if public and not kind.startswith(_PAGES):
        told.append((b"access-control-allow-origin", b"*"))
    return told


def _addressed(location: bytes) -> bytes:
    """Return an address that leads to this host, without a byte that an address cannot have.

    One without a path would lead to the very address that was asked for, and so for ever.
    """
    rooted = b"/" + location if location.startswith(b"?") or not location else location
    return _SLASHES.sub(b"/", _NOT_PLAIN.sub(lambda found: quote_from_bytes(found[0]).encode(), rooted))
