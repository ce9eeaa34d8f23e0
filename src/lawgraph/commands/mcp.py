"""The command `lawgraph mcp`."""

from contextlib import closing

import click

from lawgraph.api import Archive
from lawgraph.commands import options


@click.command()
@click.option("--http", "over", flag_value="http", default="stdio", help="Answer over streamable HTTP at /mcp, on this "
              "machine alone, instead of stdin and stdout.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8002, show_default=True, help="The port for --http; 0: "
              "one that is free.")
@options.address
@options.reads
def mcp(held: options.DataFolders, over: str, port: int, address: str | None) -> None:
    """Answer assistants by the Model Context Protocol, over stdin and stdout or over HTTP.

    It only reads. It needs the extra: pip install "lawgraph[mcp]". Over HTTP only requests for this machine are
    answered, and those for the site at --address that a proxy in front passes on.

    \b
    lawgraph mcp
    lawgraph mcp --db build/lawgraph.db --no-build
    lawgraph mcp --http --port 8002 --no-build
    """
    options.need("mcp", "mcp")
    from lawgraph.serving.assistants.server import serve_on_http, serve_on_pipe  # noqa: PLC0415  (an extra)

    with closing(held.open()) as conn:
        if over == "http":
            serve_on_http(Archive(conn), port, address, lambda where: options.say(f"Answering assistants at {where}"))
        else:
            serve_on_pipe(Archive(conn))
