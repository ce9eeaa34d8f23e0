"""The command `lawgraph serve`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="The port on 127.0.0.1.")
@options.today
@options.address
@options.reads
def serve(held: options.Held, port: int, today: date | None,
          address: str | None) -> None:
    """Serve the pages and the database with Datasette.

    \b
    lawgraph serve
    lawgraph serve --port 8080 --today 2026-03-01
    """
    from lawgraph.serving import serve as serve_pages  # noqa: PLC0415  (Datasette: slow to load, not needed for help)

    with closing(held.open()) as conn:
        day = today or options.last_day(conn)
    serve_pages(held.database, port, day, address)
