"""The command `lawgraph history`."""

from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.database.sealing import sealed
from lawgraph.law.eid import LAW
from lawgraph.printout import answers_json, tables
from lawgraph.printout.sheets import HistorySheet, history_of_law
from lawgraph.queries.answers import amendments_of, law_days, versions_of
from lawgraph.queries.references import changes_of_law, to_look_up


@click.command()
@options.law
@options.provision
@options.lang
@options.form("table", "json")
@options.reads
@options.asks
def history(held: options.DataFolders, asked: options.Inquiry, form: str) -> None:
    """Print the life of a law or of a provision: its versions and the acts behind them.

    \b
    lawgraph history 271-IV art_7
    lawgraph history 271-IV "6(2)(4-1)" --format json
    """
    with closing(held.open()) as conn:
        base = asked.base(conn)
        law, eid = asked.settled(base)
        build = sealed(conn)
        versions = versions_of(base, law.id, asked.lang, eid) if eid else history_of_law(law_days(base, law.id))
        days = ((each, each.start.latest) for each in versions if each.start.latest)
        sheet = HistorySheet(law, eid or LAW, versions, amendments_of(base, law.id, eid), asked.known,
                             to_look_up(base, law, changes_of_law(base, law.id), days))
    options.say(answers_json.history(sheet, build) if form == "json" else tables.history(sheet))
