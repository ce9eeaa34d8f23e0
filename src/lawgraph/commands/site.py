"""The command `lawgraph site`."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from lawgraph.commands import options


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default="build/site", show_default=True, help="The folder.")
@options.today
@options.reads
def site(held: options.Held, out: Path, today: date | None) -> None:
    """Write the static pages.

    \b
    lawgraph site
    lawgraph site --out public --today 2026-03-01
    """
    from lawgraph.site import build_site  # noqa: PLC0415  (templates: slow to load, not needed for help)

    with closing(held.open()) as conn:
        day = today or options.last_day(conn)
    build_site(held.database, out, day)
