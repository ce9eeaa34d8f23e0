"""The command `lawgraph diff`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.printout import answers_json, markup, plain
from lawgraph.printout.sheets import DifferenceSheet
from lawgraph.queries.answers import differences

_WRITERS = {"text": plain.difference_sheet, "html": markup.difference_sheet, "json": answers_json.diff}


@click.command()
@options.law
@click.argument("days", type=options.DAY, nargs=2, metavar="DAY DAY")
@options.provision
@options.lang
@options.form("text", "html", "json")
@options.reads
@options.asks
def diff(held: options.DataFolders, asked: options.Inquiry, days: tuple[date, date], form: str) -> None:
    """Print what differs in a law, or in a provision, between two days.

    The earlier day is compared with the later one, in whichever order they are typed.

    Words that fell away stand in [-…-], words that came in {+…+}.

    \b
    lawgraph diff 271-IV 2013-01-01 2014-03-01
    lawgraph diff 271-IV 2010-06-09 2026-01-01 art_7 --format json
    """
    first, last = sorted(days)
    with closing(held.open()) as conn:
        base = asked.base(conn)
        law, eid = asked.settled(base)
        found = differences(base, law.id, asked.lang, (first, last), eid)
    options.say(_WRITERS[form](DifferenceSheet(law, asked.lang, (first, last), found, asked.known)))
