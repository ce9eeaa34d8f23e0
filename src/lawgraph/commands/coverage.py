"""The command `lawgraph coverage`."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps

import click

from lawgraph.commands import options
from lawgraph.printout.answers_json import written
from lawgraph.printout.citation_sheet import coverage_table
from lawgraph.queries.answers import all_versions, law_days, law_named
from lawgraph.queries.asking import AsKnown
from lawgraph.timeline.coverage import GRADES, Coverage, coverage_by_article, days_that_count, total
from lawgraph.voice.sentences import known_sentence


@dataclass(frozen=True, slots=True)
class CountedDays:
    """Hold the first and the last day to count, `None` where the law's own are meant."""

    first: date | None
    last: date | None


def _between(command: options.Command) -> options.Command:
    """Give a command `days`, between which it counts."""
    @click.option("--from", "first", type=options.DAY, help="The first day to count; else the law's own.")
    @click.option("--until", "last", type=options.DAY, help="The last day to count; else that of the law.")
    @wraps(command)
    def run(first: date | None, last: date | None, **rest: object) -> None:
        command(days=CountedDays(first, last), **rest)
    return run


@click.command()
@options.law
@options.lang
@options.known_on
@options.form("table", "json")
@_between
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
        before = min(days.last + timedelta(days=1), end) if days.last else end
        parts = coverage_by_article(all_versions(base, meant.id, lang), first, before)
    told = f"{known_sentence(known)}\n\n" if known else ""
    options.say(_as_json(parts) if form == "json" else f"{told}{coverage_table(parts)}")


def _as_json(parts: dict[str, Coverage]) -> str:
    told = [{"eid": name, "days": part.days, **{grade: getattr(part, grade) for grade in GRADES}}
            for name, part in (*parts.items(), ("total", total(parts.values())))]
    return written(told)
