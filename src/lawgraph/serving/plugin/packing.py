"""Answers packed with gzip for who takes them so: text of some length, as one piece or as it comes."""

import asyncio
import gzip
import re
import zlib
from collections.abc import Iterable

from lawgraph.serving.plugin.headers import Application, Message, Receive, Scope, Send

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
