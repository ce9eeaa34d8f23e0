"""The command `lawgraph check`."""

import sys
from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.law.model import Severity
from lawgraph.printout import answers_json, tables
from lawgraph.queries import listing


@click.command()
@options.form("table", "json")
@options.reads
def check(held: options.DataFolders, form: str) -> None:
    """List what does not fit in the sources and facts.

    The exit status is 1 when a finding is an error.

    \b
    lawgraph check
    lawgraph check --format json
    """
    with closing(held.open()) as conn:
        found = listing.findings(conn)
    options.say(answers_json.check(found) if form == "json" else tables.findings(found))
    sys.exit(int(any(each.severity is Severity.ERROR for each in found)))
