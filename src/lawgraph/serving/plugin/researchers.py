"""What Datasette lacks for researchers: a named query opens with an example, CSV has a byte order mark on request.

A question that is refused is no table: Datasette sends one without rows, as CSV, which would be a wrong answer.
"""

import re
from collections.abc import Awaitable, Callable

from lawgraph.printout.exports import MARK
from lawgraph.queries.answers import NAMED
from lawgraph.serving.plugin.budget import granted
from lawgraph.serving.plugin.headers import Application, Message, Receive, Scope, Send

_QUERY = re.compile(rf".*/(?P<name>{'|'.join(each.name for each in NAMED)})")
_PLAIN = (b"content-type", b"text/plain; charset=utf-8")
_NO_TABLE = b"This question was refused, so there is no table. As a page or as JSON it is told why.\n"
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
    """Return a way to send that says so where a question was refused before the head of its table went out."""
    refused = False

    async def sent(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start":
            refused = message["status"] == 200 and granted().cut
            await send({**message, "status": 400, "headers": [_PLAIN]} if refused else message)
        elif refused:
            more = message.get("more_body", False)
            await send({**message, "body": b"" if more else _NO_TABLE})
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
