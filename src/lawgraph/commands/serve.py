"""The command `lawgraph serve`."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import wraps

import click

from lawgraph.commands import options
from lawgraph.queries.listing import last_day_spoken_of
from lawgraph.serving.keeper import ServedSite
from lawgraph.serving.keeper import serve as serve_site


@dataclass(frozen=True, slots=True)
class _Shown:
    """Hold the day and the address as typed, and whether visits are logged."""

    today: date | None
    address: str | None
    logged: bool


def _shows(command: options.Command) -> options.Command:
    """Give a command `shown`, made of --today, --address and --access-log."""
    @options.today
    @options.address
    @click.option("--access-log", "log", flag_value="visits", help="Write a line for each visit, with its address.")
    @wraps(command)
    def run(today: date | None, address: str | None, log: str | None, **rest: object) -> None:
        command(shown=_Shown(today, address, log is not None), **rest)
    return run


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="The port on 127.0.0.1.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes answer.")
@_shows
@options.reads
def serve(held: options.DataFolders, port: int, workers: int, shown: _Shown) -> None:
    """Serve the pages and the database with Datasette.

    \b
    lawgraph serve
    lawgraph serve --port 8080 --today 2026-03-01
    lawgraph serve --workers 2 --address https://laws.example
    """
    with closing(held.open()) as conn:
        day = shown.today or last_day_spoken_of(conn)
    serve_site(ServedSite(held.database, day, shown.address, shown.logged), port, workers)
