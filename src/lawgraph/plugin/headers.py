"""Headers that keep pages safe: ours forbid all that is not ours, Datasette's own need scripts inside the page."""

from collections.abc import Awaitable, Callable, MutableMapping
from functools import wraps
from typing import Any

from lawgraph.render import POLICY

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

STRICT = f"{POLICY}; frame-ancestors 'none'"
_WORKABLE = ("default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
             "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
_ALWAYS = {
    b"content-security-policy": _WORKABLE.encode(), b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}


def with_headers(app: Application) -> Application:
    """Return an application that adds what an answer lacks."""
    @wraps(app)
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        async def with_all(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = list(message.get("headers", []))
                names = {name.lower() for name, _ in held}
                message["headers"] = held + [each for each in _ALWAYS.items() if each[0] not in names]
            await send(message)
        await app(scope, receive, with_all)
    return answered
