"""Marks of answers (`ETag`): who holds an answer asks whether it still is the one, and is told so in a line.

The database never changes while it is served, and neither does today; so the mark of an answer follows from the build,
the program and the address, and no page is made to tell that it is the same. No answer is good for a time without
asking: a new build must not leave an old sure page in a browser.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from lawgraph.serving.plugin.budget import BUDGET, IN_A_PAGE, IN_DATA, STREAM, Budget
from lawgraph.serving.plugin.headers import Application, Message, Receive, Scope, Send

_ASK_EACH_TIME = (b"cache-control", b"no-cache")
_NEVER_KEEP = (b"cache-control", b"no-store")
_OURS = {b"cache-control", b"etag"}


@dataclass(frozen=True, slots=True)
class _Answering:
    """Hold how one request is answered: its mark, and what its questions may take.

    A table that is `sent_whole` can end in the middle, when its head is long gone.
    """

    mark: bytes
    sent_whole: bool
    budget: Budget
    send: Send

    async def send_marked(self, message: Message) -> None:
        """Send a message; the head of an answer gets its mark, if another time would give the same answer."""
        if message["type"] == "http.response.start":
            told = [each for each in message.get("headers", []) if each[0].lower() not in _OURS]
            same = message["status"] == 200 and not self.budget.cut and not self.sent_whole
            told += [_ASK_EACH_TIME, (b"etag", self.mark)] if same else [_lasting(message["status"])]
            message = {**message, "headers": told}
        await self.send(message)


def _lasting(status: int) -> tuple[bytes, bytes]:
    return _NEVER_KEEP if status >= 500 else _ASK_EACH_TIME


def with_marks(app: Application, build: Callable[[], str]) -> Application:
    """Return an application that gives a mark made of `build` and the address to answers, and a budget to requests."""
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        mark = _mark(build(), scope)
        if scope["method"] in ("GET", "HEAD") and _holds(scope, mark):
            await send({"type": "http.response.start", "status": 304, "headers": [
                _ASK_EACH_TIME, (b"etag", mark), (b"vary", b"Accept-Encoding")]})
            await send({"type": "http.response.body", "body": b""})
            return
        budget = _budget(scope)
        BUDGET.set(budget)
        await app(scope, receive, _Answering(mark, scope["path"].endswith(".csv"), budget, send).send_marked)
    return answered


def _budget(scope: Scope) -> Budget:
    if b"_stream=" in scope["query_string"]:
        return replace(STREAM)
    return Budget(cell=IN_DATA if scope["path"].endswith((".json", ".csv")) else IN_A_PAGE)


def _mark(build: str, scope: Scope) -> bytes:
    told = b"\0".join((build.encode(), scope.get("raw_path") or scope["path"].encode(), scope["query_string"]))
    return b'W/"' + hashlib.sha256(told).hexdigest()[:32].encode() + b'"'


def _holds(scope: Scope, mark: bytes) -> bool:
    return any(mark.removeprefix(b"W/") in value for name, value in scope["headers"] if name == b"if-none-match")
