"""The server: the tools of the desk over stdin and stdout, by the official SDK."""

from mcp.server import MCPServer

from lawgraph import __version__
from lawgraph.api import Archive
from lawgraph.serving.assistants.desk import Desk

_TOLD = """\
What laws said on a day, who changed them, and how sure that is. Quote a wording only where `wording` is attested, or
say how sure it is. `text` is null where the wording of that day is not held: never fill it in. Hold every quotation
against `verify_quote` before you give it, and give `address` and `build` with it."""


def server(archive: Archive) -> MCPServer:
    """Return a server of the tools, which only read."""
    made = MCPServer("lawgraph", instructions=_TOLD, version=__version__, log_level="ERROR")
    desk = Desk(archive)
    for tool in (desk.laws, desk.search, desk.read, desk.as_of, desk.history, desk.changes, desk.when_words, desk.cite,
                 desk.verify_quote, desk.findings):
        made.tool(structured_output=True)(tool)
    return made


def serve_on_pipe(archive: Archive) -> None:
    """Answer over stdin and stdout until the client closes them."""
    server(archive).run("stdio")
