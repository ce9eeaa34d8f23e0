"""The command `lawgraph text`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.database.sealing import sealed
from lawgraph.printout import answers_json, markdown, markup, plain

_WRITERS = {
    "text": plain.day_sheet,
    "markdown": markdown.day_sheet,
    "html": markup.day_sheet,
}


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
    options.say(answers_json.text(sheet, build) if form == "json" else _WRITERS[form](sheet))
