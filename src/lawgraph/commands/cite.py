"""The command `lawgraph cite`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.database.sealing import sealed
from lawgraph.printout.citation_sheet import CitationSheet, citation
from lawgraph.printout.citing import FORMATS, CitedProvision
from lawgraph.queries.acting import acts_called
from lawgraph.queries.answers import amendments_of, printings_of
from lawgraph.queries.listing import mistranslations
from lawgraph.site.pages.expression import open_expression


@click.command()
@options.law
@options.provision
@click.option("--on", "day", type=options.DAY, required=True, help="The day, as 2013-07-20.")
@options.lang
@options.form("text", *FORMATS)
@options.address
@options.reads
@options.asks
def cite(held: options.DataFolders, asked: options.Inquiry, day: date, form: str, address: str | None) -> None:
    """Print a citation sheet: the wording of a provision on a day, whether to rely on it, and how that follows.

    The citation says how sure the wording is. In the other formats it stands alone.

    \b
    lawgraph cite 271-IV art_7__point_9 --on 2013-07-20
    lawgraph cite 271-IV "6(2)(4-1)" --on 2018-01-01 --format bibtex --address https://laws.example
    """
    with closing(held.open()) as conn:
        base, sheet = asked.base(conn), asked.on(conn, day)
        law, eid = sheet.law, sheet.eid
        if eid is None:
            raise click.UsageError("name the provision to cite, for example art_7__point_9")
        behind = amendments_of(base, law.id, eid)
        names = {each.act.name for each in behind if each.act}
        known = tuple(each.alone_as_known_on(asked.known) if asked.known else each
                      for each in sorted(acts_called(conn, names), key=lambda each: each.place))
        place = open_expression(conn, law.id, asked.lang, day).stretches.on(eid, day) if address else None
        given = CitedProvision(sheet, f"{address}{place}" if address else None)
        printed = CitationSheet(sheet, behind, known, printings_of(base, law.id, eid),
                                mistranslations(conn, law.id, eid), given.address)
        build = sealed(conn)
    options.say(FORMATS[form](given, build) if form in FORMATS else citation(printed))
