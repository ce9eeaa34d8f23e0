"""The command `lawgraph build`."""

from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.database.freshness import Folders


@click.command()
@options.makes
def build(database: Path, folders: Folders) -> None:
    """Make the database from the corpus and the facts about acts.

    The same sources always give the same file, byte for byte.

    \b
    lawgraph build
    lawgraph build --corpus corpus --amendments amendments --db build/lawgraph.db
    """
    options.make(folders, database)
    click.echo(f"{database} made from {folders.corpus} and {folders.amendments}", err=True)
