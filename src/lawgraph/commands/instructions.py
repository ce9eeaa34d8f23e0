"""The command `lawgraph instructions`."""

from dataclasses import replace
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.intake.files import told_around
from lawgraph.languages.spoken import codes
from lawgraph.law.errors import SourceError
from lawgraph.printout.instructions_sheet import instructions_json, instructions_table
from lawgraph.reading.opening import read_path
from lawgraph.replay.acts import is_amending, read_act
from lawgraph.replay.instructions import AmendingAct


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=options.LANGUAGES, default=None, help="Language of the text; if not given, what it says.")
@click.option("--law", help="Only what it does to one law: its day of adoption, or words of its title.")
@options.form("table", "json")
def instructions(file: Path, lang: str | None, law: str | None, form: str) -> None:
    """Read an amending act: what it does to which law, in its own words, and when that starts.

    What is not understood is told with its place, and proves nothing.

    \b
    lawgraph instructions act.rus.md
    lawgraph instructions act.rus.md --law 2010-04-29 --format json
    """
    source = read_path(file)
    told = lang or source.said.lang or told_around(file).lang
    spoken = next((each for each in ([told] if told else codes()) if is_amending(source, each)), None)
    if spoken is None:
        raise SourceError(str(file), "no preamble says that it amends a law", "give the text of an amending act")
    act = read_act(source, spoken)
    asked = _upon(act, law, file) if law else act
    options.say(instructions_json(asked) if form == "json" else instructions_table(asked))


def _upon(act: AmendingAct, law: str, file: Path) -> AmendingAct:
    items = tuple(each for each in act.items
                  if law == str(each.target.adopted) or law.casefold() in (each.target.title or "").casefold())
    if not items:
        raise SourceError(str(file), f"no item that is read amends {law!r}",
                          "leave --law out to see which laws it amends")
    return replace(act, items=items)
