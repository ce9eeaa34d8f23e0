"""How answers are sent: packed with gzip for who takes them so, and tables as researchers need them.

Datasette lacks an example for a named query, and the mark of the order of bytes in CSV. A question that is refused is
no table: it sends one without rows, as CSV, which would be a wrong answer.
"""

import asyncio
import gzip
import re
import zlib
from collections.abc import Awaitable, Callable, Iterable

from lawgraph.printout.exports import MARK
from lawgraph.queries.answers import NAMED
from lawgraph.serving.plugin.budget import granted
from lawgraph.serving.plugin.door import Application, Message, Receive, Scope, Send

SMALLEST = 1000
"""Bytes below which packing saves nothing that a packet would tell."""

_LEVEL = 5
_LARGE = 100_000        # from here on packing would keep others waiting
_TEXTS = re.compile(rb"(?:text/|application/(?:json|xml|atom\+xml|javascript)|image/svg)")
_GZIP = re.compile(rb"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?P<weight>[0-9.]+)\s*)?(?:,|$)", re.IGNORECASE)

Headers = Iterable[tuple[bytes, bytes]]


def takes_packed(headers: Headers) -> bool:
    """Tell whether who asks takes answers packed with gzip."""
    found = [match for name, value in headers if name == b"accept-encoding" for match in [_GZIP.search(value[:200])]]
    return any(match and (match["weight"] or b"1").strip(b"0.") != b"" for match in found)


def packed(held: bytes) -> bytes:
    """Return bytes packed, the same each time."""
    return gzip.compress(held, _LEVEL, mtime=0)


def with_packing(app: Application) -> Application:
    """Return an application that packs what can be packed and is not yet."""
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        pack = scope["type"] == "http" and scope["method"] == "GET" and takes_packed(scope["headers"])
        await app(scope, receive, _Packer(send).send if pack else send)
    return answered


class _Packer:
    """Hold the head of an answer back until its first piece tells how to send it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._head: Message | None = None
        self._stream: zlib._Compress | None = None

    async def send(self, message: Message) -> None:
        """Send a message of an answer, packed where that is worth it."""
        if message["type"] == "http.response.start":
            self._head = message
            return
        if self._head is not None:
            head, self._head = self._head, None
            await self._begin(head, message)
        elif self._stream is None:
            await self._send(message)
        else:
            await self._send(self._next(self._stream, message))

    async def _begin(self, head: Message, message: Message) -> None:
        body, more = message.get("body", b""), message.get("more_body", False)
        if not _can_be_packed(head) or not (more or len(body) >= SMALLEST):
            await self._send(head)
            await self._send(message)
            return
        left = [each for each in head["headers"] if each[0].lower() != b"content-length"]
        await self._send({**head, "headers": [*left, (b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]})
        if more:
            self._stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
            await self._send(self._next(self._stream, message))
            return
        small = await asyncio.to_thread(packed, body) if len(body) > _LARGE else packed(body)
        await self._send({**message, "body": small})

    @staticmethod
    def _next(stream: "zlib._Compress", message: Message) -> Message:
        piece = stream.compress(message.get("body", b""))
        if not message.get("more_body", False):
            piece += stream.flush()
        return {**message, "body": piece}


def _can_be_packed(head: Message) -> bool:
    told = {name.lower(): value for name, value in head.get("headers", [])}
    text = _TEXTS.match(told.get(b"content-type", b""))
    return text is not None and head["status"] == 200 and b"content-encoding" not in told


_QUERY = re.compile(rf".*/(?P<name>{'|'.join(each.name for each in NAMED)})")
_PLAIN = (b"content-type", b"text/plain; charset=utf-8")
_NO_TABLE = b"This question was refused, so there is no table. As a page or as JSON it is told why.\n"
_TOO_MANY = b"This question finds more rows than an answer may have: ask for fewer at a time, with limit and offset.\n"
_WITH_MARK = re.compile(rb"(?:^|&)_bom=on(?:&|$)")


def for_researchers(app: Application, database: str, example: Callable[[str], Awaitable[str]]) -> Application:
    """Return an application that leads from a bare query of a database to its example, and marks CSV that asks so."""
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith(".csv"):
            send = _refusing(send)
        ours = scope["type"] == "http" and f"/{database}/" in scope["path"]
        query = _QUERY.fullmatch(scope["path"]) if ours and not scope["query_string"] else None
        told = await example(query["name"]) if query else ""
        if told:
            # Seen from the page itself: a path may begin with two strokes, which would lead to another host.
            location = f"{query['name'] if query else ''}?{told}".encode()
            await send({"type": "http.response.start", "status": 302, "headers": [(b"location", location)]})
            await send({"type": "http.response.body", "body": b""})
        elif ours and scope["path"].endswith(".csv") and _WITH_MARK.search(scope["query_string"]):
            await app(scope, receive, _marking(send))
        else:
            await app(scope, receive, send)
    return answered


def _refusing(send: Send) -> Send:
    """Return a way to send that says so where a question was refused before the head of its table went out, or had
    more rows than an answer may have: a page and JSON tell that beside the rows, and a table has no place for it."""
    refused = b""

    async def sent(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start":
            left = granted()
            refused = (_NO_TABLE if left.cut else _TOO_MANY if left.more else b"") if message["status"] == 200 else b""
            await send({**message, "status": 400, "headers": [_PLAIN]} if refused else message)
        elif refused:
            more = message.get("more_body", False)
            await send({**message, "body": b"" if more else refused})
        else:
            await send(message)
    return sent


def _marking(send: Send) -> Send:
    """Return a way to send that puts the mark before the first piece of an answer that is CSV."""
    waiting: list[bytes] = []

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            waiting[:] = [MARK.encode()] if message["status"] == 200 else []
            headers = [each for each in message["headers"] if each[0].lower() != b"content-length"]
            await send({**message, "headers": headers})
        else:
            await send({**message, "body": b"".join(waiting) + message.get("body", b"")})
            waiting.clear()
    return sent
