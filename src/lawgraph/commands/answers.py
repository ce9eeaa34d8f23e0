"""What is answered of a law: its words on a day, its life and acts, what differs."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.database.opening import sealed
from lawgraph.law.eid import LAW
from lawgraph.printout import answers_json, tables
from lawgraph.printout.sheets import DifferenceSheet, HistorySheet, history_of_law
from lawgraph.printout.writers import html_day, html_difference, markdown_day, plain_day, plain_difference
from lawgraph.queries import answers
from lawgraph.queries.answers import (
    amendments_of,
    differences,
    law_days,
    law_named,
    versions_of,
)
from lawgraph.queries.references import changes_of_law, lineage_of, to_look_up

_OF_A_DAY = {"text": lambda sheet: plain_day(sheet, options.voice_here()), "markdown": markdown_day,
             "html": html_day}
_OF_A_DIFFERENCE = {"text": lambda sheet: plain_difference(sheet, options.voice_here()),
                    "html": html_difference, "json": answers_json.diff}


@click.command()
@options.law
@options.provision
@click.option("--on", "day", type=options.DAY, required=True, help="The day, as 2013-07-20.")
@options.lang
@options.form("text", "markdown", "html", "json")
@options.reads
@options.asks
def text(held: options.DataFolders, asked: options.Inquiry, day: date, form: str) -> None:
    """Print a law, or one provision, as it was on a day.

    Every wording says how sure it is. PROVISION may be typed as people write it.

    \b
    lawgraph text 271-IV --on 2013-07-20
    lawgraph text 271-IV art_7 --on 2013-07-20
    lawgraph text 271-IV art_23-1 --on 2026-05-01 --known-on 2026-01-01
    lawgraph text 271-IV "ст. 6 п. 2 пп. 4-1)" --on 2019-01-01 --format json
    """
    with closing(held.open()) as conn:
        sheet, build = asked.on(conn, day), sealed(conn)
    options.say(answers_json.text(sheet, build) if form == "json" else _OF_A_DAY[form](sheet))


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
                             to_look_up(base, law, changes_of_law(base, law.id), days),
                             tuple(each for each in lineage_of(conn, law.id, eid or LAW)
                                   if asked.known is None or each.record.recorded <= asked.known))
    options.say(answers_json.history(sheet, build) if form == "json" else
                tables.history(sheet, options.terminal_width(), options.voice_here()))


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
    options.say(_OF_A_DIFFERENCE[form](DifferenceSheet(law, asked.lang, (first, last), found, asked.known)))


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
        only = law_named(conn, law).id if law else None
        found = answers.acts(conn, only)
        said = [answers.instructions_of(conn, each.act.name, only) for each in found]
    options.say(answers_json.acts(zip(found, said, strict=True)) if form == "json" else
                tables.acts(found, options.terminal_width(), options.voice_here()))
