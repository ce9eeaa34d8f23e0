"""The command `lawgraph effects`."""

from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.exchange.effects import effects as table_of


@click.command()
@options.law
@options.reads
def effects(held: options.DataFolders, law: str) -> None:
    """Print what acts did to a law as CSV: affected, affecting, type, days, how sure.

    `day_is` is exact, interval, open, contradicted, or not_settled where no source says that the change was made.

    \b
    lawgraph effects 271-IV
    lawgraph effects Z100000271_ > effects.csv
    """
    with closing(held.open()) as conn:
        options.say(table_of(conn, law).rstrip())
