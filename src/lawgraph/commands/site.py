"""The command `lawgraph site`."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.queries.listing import last_day_spoken_of
from lawgraph.voice.locale import Locale


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default="build/site", show_default=True, help="The folder.")
@click.option("--interface", "locales", type=click.Choice([str(each) for each in Locale]), multiple=True,
              help="A language of the pages, apart from that of the text; give it several times.  [default: all]")
@options.today
@options.address
@options.reads
def site(held: options.DataFolders, out: Path, locales: tuple[str, ...], today: date | None,
         address: str | None) -> None:
    """Write the static pages.

    \b
    lawgraph site
    lawgraph site --out public --today 2026-03-01
    lawgraph site --interface en --interface ru
    lawgraph site --address https://laws.example
    """
    from lawgraph.site.building import Showing, build_site  # noqa: PLC0415  (templates: slow to load, not needed for help)

    with closing(held.open()) as conn:
        day = today or last_day_spoken_of(conn)
    chosen = tuple(each for each in Locale if not locales or each in locales)
    build_site(held.database, out, Showing(day, chosen, address))
