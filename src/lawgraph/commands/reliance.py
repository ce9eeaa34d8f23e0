"""How far what is answered of a law may be relied on: a citation of a day, its whole life, what does not fit."""

import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta

import click

from lawgraph.commands import options
from lawgraph.database.opening import sealed
from lawgraph.law.document import Severity
from lawgraph.law.errors import Phrase
from lawgraph.printout import answers_json, tables
from lawgraph.printout.citing import FORMATS, CitationSheet, CitedProvision, citation, coverage_table
from lawgraph.queries import listing
from lawgraph.queries.answers import (
    AsKnown,
    acts_called,
    all_versions,
    amendments_of,
    law_days,
    law_named,
    printings_of,
)
from lawgraph.queries.listing import faults_in, mistranslations
from lawgraph.site.pages.expression import open_expression
from lawgraph.site.pages.paths import asked_on
from lawgraph.timeline.assurance import GRADES, Coverage, coverage_by_article, days_that_count, total
from lawgraph.voice.sentences import known_sentence


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
            raise click.UsageError(Phrase("name the provision to cite, for example %(example)s",
                                          example="art_7__point_9"))
        behind = amendments_of(base, law.id, eid)
        names = {each.act.name for each in behind if each.act}
        known = tuple(each.alone_as_known_on(asked.known) if asked.known else each
                      for each in sorted(acts_called(conn, names), key=lambda each: each.place))
        place = open_expression(conn, law.id, asked.lang, day).stretches.on(eid, day) if address else ""
        given = CitedProvision(sheet, f"{address}{asked_on(place, day)}" if address else None)
        printed = CitationSheet(sheet, behind, known, printings_of(base, law.id, eid),
                                faults_in(mistranslations(conn, law.id), eid), given.address)
        build = sealed(conn)
    options.say(FORMATS[form](given, build) if form in FORMATS else citation(printed, options.voice_here()))


@dataclass(frozen=True, slots=True)
class CountedDays:
    """Hold the first and the last day to count, `None` where the law's own are meant."""

    first: date | None
    last: date | None


@click.command()
@options.law
@options.lang
@options.known_on
@options.form("table", "json")
@options.gathered(
    "days", CountedDays,
    click.option("--from", "first", type=options.DAY, help="The first day to count; else the law's own."),
    click.option("--until", "last", type=options.DAY, help="The last day to count; else that of the law."))
@options.reads
def coverage(*, held: options.DataFolders, law: str, lang: str, known: date | None,  # noqa: PLR0913  (one for each option)
             days: CountedDays, form: str) -> None:
    """Print how much of a law's life may be relied on: shares of provision-days by grade, per article and in total.

    A provision-day counts where the provision was not surely out of operation, from the law's first possible day to
    its repeal, else to the last day of which the sources speak.

    \b
    lawgraph coverage 271-IV
    lawgraph coverage 271-IV --from 2010-12-29 --until 2020-12-19
    lawgraph coverage 271-IV --format json
    """
    with closing(held.open()) as conn:
        base = AsKnown(conn, known) if known else conn
        meant = law_named(base, law)
        counted, end = days_that_count(law_days(base, meant.id), meant.adopted)
        first = max(days.first or counted, counted)
        before = days.last + timedelta(days=1) if days.last and days.last < end else end
        parts = coverage_by_article(all_versions(base, meant.id, lang), first, before)
    voice = options.voice_here()
    told = f"{known_sentence(known, voice)}\n\n" if known else ""
    options.say(_coverage_json(parts) if form == "json" else f"{told}{coverage_table(parts, voice)}")


def _coverage_json(parts: dict[str, Coverage]) -> str:
    told = [{"eid": name, "days": part.days, **{grade: getattr(part, grade) for grade in GRADES}}
            for name, part in (*parts.items(), ("total", total(parts.values())))]
    return answers_json.written(told)


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
    options.say(answers_json.check(found) if form == "json" else tables.findings(found, options.voice_here()))
    sys.exit(int(any(each.severity is Severity.ERROR for each in found)))
