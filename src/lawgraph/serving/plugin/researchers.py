"""What Datasette lacks for researchers: a named query opens with an example, CSV has a byte order mark on request."""

import re
from collections.abc import Awaitable, Callable

from lawgraph.printout.exports import MARK
from lawgraph.queries.named import NAMED
from lawgraph.serving.plugin.headers import Application, Message, Receive, Scope, Send

_QUERY = re.compile(rf".*/(?P<name>{'|'.join(each.name for each in NAMED)})")
_WITH_MARK = re.compile(rb"(?:^|&)_bom=on(?:&|$)")


def for_researchers(app: Application, database: str, example: Callable[[str], Awaitable[str]]) -> Application:
    """Return an application that leads from a bare query of a database to its example, and marks CSV that asks so."""
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
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
