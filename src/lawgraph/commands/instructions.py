"""The command `lawgraph instructions`."""

from dataclasses import replace
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.intake.from_acts import act_in
from lawgraph.law.errors import SourceError
from lawgraph.printout.instructions_sheet import instructions_json, instructions_table
from lawgraph.replay.beside import differences
from lawgraph.replay.instructions import AmendingAct


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--law", help="Only what it does to one law: its day of adoption, or words of its title.")
@click.option("--beside", type=click.Path(path_type=Path), help="The act in the other official language: what it tells "
              "otherwise is a finding.")
@options.form("table", "json")
def instructions(file: Path, law: str | None, beside: Path | None, form: str) -> None:
    """Read an amending act: what it does to which law, in its own words, and when that starts.

    What is not understood is told with its place, and proves nothing.

    \b
    lawgraph instructions act.rus.md --beside act.kaz.md
    lawgraph instructions act.rus.md --law 2010-04-29 --format json
    """
    act = act_in(file)
    act = replace(act, findings=(*act.findings, *differences(act, act_in(beside)))) if beside else act
    asked = _upon(act, law, file) if law else act
    options.say(instructions_json(asked) if form == "json" else instructions_table(asked, str(file)))


def _upon(act: AmendingAct, law: str, file: Path) -> AmendingAct:
    items = tuple(each for each in act.items
                  if law == str(each.target.adopted) or law.casefold() in (each.target.title or "").casefold())
    if not items:
        raise SourceError(str(file), f"no item that is read amends {law!r}",
                          "leave --law out to see which laws it amends")
    return replace(act, items=items)
