"""The command `lawgraph export`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options


@click.command()
@options.law
@click.option("--format", "form", type=click.Choice(["akn"]), required=True, help="The standard to write in.")
@click.option("--on", "day", type=options.DAY, help="The law as of this day.")
@click.option("--all", "every", is_flag=True, help="All its versions in one document.")
@options.lang
@options.reads
def export(held: options.DataFolders, law: str, lang: str, form: str, day: date | None, *, every: bool) -> None:  # noqa: ARG001, PLR0913  (one for each option; akn is the first format)
    """Write a law in a standard of the field: Akoma Ntoso of a day, or of all its versions.

    Each wording says how sure it is; where none is held a remark says so. docs/akoma-ntoso.md tells what stands where.

    \b
    lawgraph export 271-IV --format akn --on 2013-07-20
    lawgraph export 271-IV --format akn --all > law.xml
    """
    from lawgraph.exchange.akoma import document  # noqa: PLC0415  (lxml: slow to load, not needed for help)
    from lawgraph.exchange.akoma_held import told_of_all, told_on  # noqa: PLC0415

    if every is (day is not None):
        raise click.UsageError("say --on DAY, or --all")
    with closing(held.open()) as conn:
        told = told_on(conn, law, lang, day) if day else told_of_all(conn, law, lang)
    options.say(document(told).rstrip())
