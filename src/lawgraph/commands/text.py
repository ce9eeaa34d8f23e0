"""The command `lawgraph text`."""

from contextlib import closing
from datetime import date

import click

from lawgraph import answers_json, printout
from lawgraph.commands import options
from lawgraph.queries import law_days, law_named, law_on, provision_on, source_of

_WRITERS = {
    "text": printout.as_text,
    "markdown": printout.as_markdown,
    "html": printout.as_html,
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
        whole = eid is None or eid == "law"
        found = law_on(conn, known.id, lang, day) if whole else provision_on(conn, known.id, lang, eid or "", day)
        sheet = printout.Sheet(known, law_days(conn, known.id), source_of(conn, known.id, lang), lang, day, found)
    options.say(_WRITERS[form](sheet))
