"""The command `lawgraph mcp`."""

from contextlib import closing

import click

from lawgraph.api import Archive
from lawgraph.commands import options


@click.command()
@options.reads
def mcp(held: options.DataFolders) -> None:
    """Answer assistants over stdin and stdout, by the Model Context Protocol.

    It only reads. It needs the extra: pip install "lawgraph[mcp]".

    \b
    lawgraph mcp
    lawgraph mcp --db build/lawgraph.db --no-build
    """
    options.need("mcp", "mcp")
    from lawgraph.serving.assistants.server import serve_on_pipe  # noqa: PLC0415  (an extra: it may be missing)

    with closing(held.open()) as conn:
        serve_on_pipe(Archive(conn))
