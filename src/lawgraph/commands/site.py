"""The command `lawgraph site`."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.voice.tongue import Tongue


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default="build/site", show_default=True, help="The folder.")
@click.option("--interface", "tongues", type=click.Choice([str(each) for each in Tongue]), multiple=True,
              help="A language of the pages, apart from that of the text; give it several times.  [default: all]")
@options.today
@options.address
@options.reads
def site(held: options.Held, out: Path, tongues: tuple[str, ...], today: date | None,
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
        day = today or options.last_day(conn)
    chosen = tuple(each for each in Tongue if not tongues or each in tongues)
    build_site(held.database, out, Showing(day, chosen, address))
