"""The command `lawgraph text`."""

from contextlib import closing
from datetime import date

import click

from lawgraph import answers_json
from lawgraph.commands import options
from lawgraph.printout import markdown, markup, plain
from lawgraph.queries import law_days, law_named, law_on, provision_on, source_of
from lawgraph.sheets import DaySheet

_WRITERS = {
    "text": plain.day_sheet,
    "markdown": markdown.day_sheet,
    "html": markup.day_sheet,
    "json": answers_json.text,
}


@click.command()
@options.law
@options.provision
@click.option("--on", "day", type=options.DAY, required=True, help="The day, as 2013-07-20.")
@options.lang
@options.form("text", "markdown", "html", "json")
@options.reads
def text(held: options.Held, law: str, provision: tuple[str, ...], day: date, lang: str, form: str) -> None:
    """Print a law, or one provision, as it was on a day.

    Every wording says how sure it is. PROVISION may be typed as people write it.

    \b
    lawgraph text 271-IV --on 2013-07-20
    lawgraph text 271-IV art_7 --on 2013-07-20
    lawgraph text 271-IV "ст. 6 п. 2 пп. 4-1)" --on 2019-01-01 --format json
    """
    with closing(held.open()) as conn:
        known = law_named(conn, law)
        eid = options.meant(conn, known.id, provision)
        found = provision_on(conn, known.id, lang, eid, day) if eid else law_on(conn, known.id, lang, day)
        sheet = DaySheet(known, law_days(conn, known.id), source_of(conn, known.id, lang), lang, day, eid, found)
    options.say(_WRITERS[form](sheet))
