"""Headers that keep pages safe: ours forbid all that is not ours, Datasette's own allow the scripts it is known by.

Datasette writes a few scripts into its pages. They are named by their hashes, taken from its own templates, so no other
script can run there; its styles stand in attributes, which have no hash that browsers obey.
"""

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from functools import cache, wraps
from hashlib import sha256
from importlib.resources import files
from itertools import product
from typing import Any

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
