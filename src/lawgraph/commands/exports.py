"""What goes to other programs: a law in a standard of the field, what acts did to it as CSV, schemas."""

import json
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.exchange.effects import effects as table_of
from lawgraph.law.file_bytes import read_bytes
from lawgraph.printout.json_schema import EVERY_ANSWER, schema_of


@click.command()
@options.law
@options.reads
def effects(held: options.DataFolders, law: str) -> None:
    """Print what acts did to a law as CSV: affected, affecting, type, days, how sure.

    `day_is` is exact, interval, open, contradicted, or not_settled where no source says that the change was made.

    \b
    lawgraph effects 271-IV
    lawgraph effects Z100000271_ > effects.csv
    """
    with closing(held.open()) as conn:
        options.say(table_of(conn, law).rstrip())


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


@click.command()
@click.argument("file", type=options.PATH)
def lint(file: Path) -> None:
    """Say what is wrong with a document of Akoma Ntoso, by its schema and beyond.

    Beyond: references lead to something, wordings of one unit do not overlap, events are cited, days lie within their
    bounds. The exit status is 1 when something is wrong.

    \b
    lawgraph lint law.xml
    lawgraph export 271-IV --format akn --all > law.xml && lawgraph lint law.xml
    """
    from lawgraph.exchange.akoma_lint import lines, lint  # noqa: PLC0415  (lxml: slow to load, not needed for help)
    from lawgraph.reading.akoma import parsed  # noqa: PLC0415

    found = lint(parsed(read_bytes(file), str(file)))
    options.say(lines(found, str(file)))
    sys.exit(int(bool(found)))


@click.command()
@click.argument("name", type=click.Choice(list(EVERY_ANSWER)), required=False, metavar="[NAME]")
def schema(name: str | None) -> None:
    """Print the JSON Schema of what a command or a page gives as JSON.

    Without NAME the names are listed, each with what gives it.

    \b
    lawgraph schema
    lawgraph schema text > text.schema.json
    """
    if name:
        options.say(json.dumps(schema_of(EVERY_ANSWER[name]), ensure_ascii=False, indent=1))
    else:
        width = max(map(len, EVERY_ANSWER))
        options.say("\n".join(f"{each.name:{width}}  {each.told_by}" for each in EVERY_ANSWER.values()))
