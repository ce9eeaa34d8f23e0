"""The server: the tools of the desk over stdin and stdout, or over HTTP, by the official SDK."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import CallToolResult, InputRequiredResult

from lawgraph import __version__
from lawgraph.api import Archive
from lawgraph.serving.assistants.desk import Desk
from lawgraph.serving.keeper import HOST, bound
from lawgraph.serving.lobby import Lobby, Visit

_OWN_HOSTS = ("127.0.0.1:*", "localhost:*", "[::1]:*")
_MOST_ASKED, _IDLE_SECONDS = 2_000_000, 5
"""Bytes of a request, and how long a connection that was answered may say nothing."""

_TOLD = """\
What laws said on a day, who changed them, and how sure that is. Quote a wording only where `wording` is attested, or
say how sure it is. `text` is null where the wording of that day is not held: never fill it in. Hold every quotation
against `verify_quote` before you give it, and give `address` and `build` with it."""


class _StrictServer(MCPServer):
    """Refuse arguments that a tool does not have: else the answer is one to another question than was asked."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
                        ) -> CallToolResult | InputRequiredResult:
        """Answer a call; raise `ToolError` where a tool has no such argument."""
        known = {each.name: each.input_schema["properties"] for each in await self.list_tools()}
        strange = [each for each in arguments if each not in known.get(name, arguments)]
        if strange:
            raise ToolError(f"{name} takes no {', '.join(strange)[:200]}; it takes {', '.join(known[name])}")
        return await super().call_tool(name, arguments, context)


def server(archive: Archive) -> MCPServer:
    """Return a server of the tools, which only read."""
    made = _StrictServer("lawgraph", instructions=_TOLD, version=__version__, log_level="ERROR")
    desk = Desk(archive)
    for tool in (desk.laws, desk.search, desk.read, desk.as_of, desk.history, desk.changes, desk.when_words, desk.cite,
                 desk.verify_quote, desk.findings):
        made.tool(structured_output=True)(tool)
    return made


def serve_on_pipe(archive: Archive) -> None:
    """Answer over stdin and stdout until the client closes them."""
    server(archive).run("stdio")


def serve_on_http(archive: Archive, port: int, address: str | None, begun: Callable[[str], None]) -> None:
    """Answer over streamable HTTP on this machine until the process is stopped; tell where once it listens.

    Each request stands alone: no session is kept. A request for another host than this machine or the site at `address`
    is refused, and so is one that a page of another site makes a browser send. Port 0 is any that is free.
    """
    with closing(bound(port, shared=False)) as door:
        door.listen()
        outside = urlsplit(address).netloc if address else ""
        hosts = [*_OWN_HOSTS, *filter(None, [outside])]
        origins = [*(f"http://{each}" for each in _OWN_HOSTS), *filter(None, [address])]
        app = server(archive).streamable_http_app(
            json_response=True, stateless_http=True, max_request_body_size=_MOST_ASKED,
            transport_security=TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins))
        begun(f"http://{HOST}:{door.getsockname()[1]}/mcp")
        uvicorn.Server(uvicorn.Config(
            partial(_posts_only, app), interface="asgi3", http=partial(Visit, Lobby()), ws="none",  # type: ignore[arg-type]
            log_level="critical", server_header=False, timeout_keep_alive=_IDLE_SECONDS)).run(sockets=[door])


async def _posts_only(app: Any, scope: Any, receive: Any, send: Any) -> None:
    """Answer what is posted; without sessions nothing else has an answer, and a stream of none stood open for ever."""
    if scope["type"] == "http" and scope["method"] != "POST":
        headers = [(b"allow", b"POST"), (b"content-type", b"text/plain")]
        await send({"type": "http.response.start", "status": 405, "headers": headers})
        await send({"type": "http.response.body", "body": b"ask by POST\n"})
    else:
        await app(scope, receive, send)
