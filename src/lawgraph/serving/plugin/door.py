"""The door: what is refused in one line before anybody has read it, and what every answer says of itself.

Nothing is taken from visitors but an address: no body, no cookie, no name and password. Nobody needs long addresses,
and Datasette takes 14 s to read 4,000 parameters.

**Headers** keep pages safe: ours forbid all that is not ours, Datasette's own allow the scripts it is known by. These
are named by their hashes, taken from its own templates, so no other script can run there; its styles stand in
attributes, which have no hash that browsers obey.

**Marks** (`ETag`) let who holds an answer ask whether it still is the one. The database never changes while it is
served, and neither does today; so a mark follows from the build, the program and the address, and no page is made to
tell that it is the same. No answer is good for a time without asking: a new build must not leave an old sure page in a
browser.
"""

import asyncio
import hashlib
import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from hashlib import sha256
from importlib.resources import files
from itertools import product
from typing import Any
from urllib.parse import quote_from_bytes

from lawgraph.serving.plugin.budget import BUDGET, IN_A_PAGE, IN_DATA, STREAM, Budget
from lawgraph.site.render import POLICY

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Header = tuple[bytes, bytes]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

STRICT = f"{POLICY}; frame-ancestors 'none'"
_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))
_FILLED = re.compile(r"\{\{[^{}]*\}\}")
_FILLINGS = ("true", "false")       # what Datasette fills in: whether facets are allowed


@cache
def policy_of_datasette() -> str:
    """Return the Content-Security-Policy of Datasette's own pages."""
    scripts = " ".join(f"'sha256-{each}'" for each in sorted(set(_hashes())))
    return (f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")


def _hashes() -> Iterator[str]:
    for template in files("datasette").joinpath("templates").iterdir():
        for script in _scripts(template.read_text(encoding="utf-8")) if template.name.endswith(".html") else ():
            for filling in product(_FILLINGS) if _FILLED.search(script) else ((),):
                text = _FILLED.sub("".join(filling), script)
                yield b64encode(sha256(text.encode()).digest()).decode()


def _scripts(page: str) -> Iterator[str]:
    for part in page.split("<script>")[1:]:
        script, end, _ = part.partition("</script>")
        if end:
            yield script


def with_headers(app: Application) -> Application:
    """Return an application that adds what an answer lacks."""
    @wraps(app)
    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        async def with_all(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = list(message.get("headers", []))
                names = {name.lower() for name, _ in held}
                wanted = (*_ALWAYS, (b"content-security-policy", policy_of_datasette().encode()))
                message["headers"] = held + [each for each in wanted if each[0] not in names]
            await send(message)
        await app(scope, receive, with_all)
    return answered


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
    cell = IN_DATA if scope["path"].endswith((".json", ".csv")) else IN_A_PAGE
    # Datasette writes an address that repeats the whole question beside each value that is counted.
    return Budget(cell=cell + (len(scope["query_string"]) if b"_facet" in scope["query_string"] else 0))


def _mark(build: str, scope: Scope) -> bytes:
    told = b"\0".join((build.encode(), scope.get("raw_path") or scope["path"].encode(), scope["query_string"]))
    return b'W/"' + hashlib.sha256(told).hexdigest()[:32].encode() + b'"'


def _holds(scope: Scope, mark: bytes) -> bool:
    return any(mark.removeprefix(b"W/") in value for name, value in scope["headers"] if name == b"if-none-match")


HEALTH = "/health"
LONGEST_PATH, LONGEST_QUERY, MOST_PARAMETERS, MOST_AT_ONCE = 8_000, 8_000, 100, 256

_ALLOWED = b"GET, HEAD, OPTIONS"
_NOT_TAKEN = {b"cookie", b"authorization", b"x-forwarded-host"}
_PAGES = b"text/html"
_NOT_PLAIN = re.compile(rb"[^!-~]")
_OWN_HOST = re.compile(rb"(?:(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?)?", re.IGNORECASE)
_SLASHES = re.compile(rb"^[/\\]{2,}")


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """Hold an answer of one line."""

    status: int
    words: str
    headers: tuple[Header, ...] = ()


_HEALTHY = LineAnswer(200, "The site answers.", ((b"cache-control", b"no-store"),))
_ELSEWHERE = LineAnswer(421, "This site answers to this machine alone, as 127.0.0.1 or localhost. With --address it "
                             "is told where it stands for others.", ((b"connection", b"close"),))
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
        line = (None if self._public else _misled(scope)) or refused(scope) or (
            _FULL if self._inside >= MOST_AT_ONCE else None)
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


def _misled(scope: Scope) -> LineAnswer | None:
    """Return what is said where another host is meant: a page of the web may call this machine by a name of its own."""
    named = next((value for name, value in scope["headers"] if name == b"host"), b"")
    return None if _OWN_HOST.fullmatch(named) else _ELSEWHERE


def refused(scope: Scope) -> LineAnswer | None:
    """Return what is said to a request that is not let in, and to one that asks for the door alone."""
    told = {name: value for name, value in scope["headers"] if name in (b"content-length", b"transfer-encoding")}
    if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
        return LineAnswer(405, "This site is only read: ask with GET or HEAD.", ((b"allow", _ALLOWED), _closing()))
    if told.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in told:
        return LineAnswer(413, "This site takes no bodies.", (_closing(),))
    if scope["method"] == "OPTIONS":
        return LineAnswer(204, "", ((b"allow", _ALLOWED),))
    return _unfit(scope) or (_HEALTHY if scope["path"] == HEALTH else None)


def _unfit(scope: Scope) -> LineAnswer | None:
    """Return what is said to an address that nobody can need."""
    query = scope["query_string"]
    if not scope["path"].startswith("/"):       # "GET http://laws.example/ …", as a proxy for all hosts is asked
        return LineAnswer(400, "This site is asked for a path, which begins with a stroke.")
    if len(scope.get("raw_path") or scope["path"]) > LONGEST_PATH or len(query) > LONGEST_QUERY:
        return LineAnswer(
            414, f"This address is too long: {LONGEST_QUERY:,} bytes behind the question mark are the most.")
    if query.count(b"&") + query.count(b";") >= MOST_PARAMETERS:
        return LineAnswer(400, f"This address asks too much: {MOST_PARAMETERS} parameters are the most.")
    return None


def _closing() -> Header:
    """Return what ends the connection, so that what still comes is not read."""
    return b"connection", b"close"


async def _say(line: LineAnswer, scope: Scope, send: Send) -> None:
    await asyncio.sleep(0)      # what came behind the request may have ended the connection: that is told first
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
