"""The command `lawgraph acts`."""

from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.printout import answers_json, tables
from lawgraph.queries import acting
from lawgraph.queries.answers import law_named


@click.command()
@click.argument("law", required=False)
@options.form("table", "json")
@options.reads
def acts(held: options.DataFolders, law: str | None, form: str) -> None:
    """List the acts that amended the laws, with their days.

    \b
    lawgraph acts
    lawgraph acts 271-IV --format json
    """
    with closing(held.open()) as conn:
        found = acting.acts(conn, law_named(conn, law).id if law else None)
    options.say(answers_json.acts(found) if form == "json" else tables.acts(found))
