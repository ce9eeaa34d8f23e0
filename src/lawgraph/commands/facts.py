"""The commands `lawgraph facts …`."""

from pathlib import Path

import click

from lawgraph.commands import options

_FILE = click.Path(path_type=Path)


@click.group()
def facts() -> None:
    """Accept what was proposed as facts about acts.

    \b
    lawgraph facts accept proposals/104-V.toml
    lawgraph facts accept --help
    """


@facts.command()
@click.argument("file", type=_FILE)
@options.facts
@click.option("--yes", is_flag=True, help="Do not ask.")
def accept(file: Path, amendments: Path, yes: bool) -> None:  # noqa: FBT001  (click's way of an option without a value)
    """Move a proposed record to the facts, after showing what differs.

    FILE lies in proposals/, which no build reads; lawgraph fetch writes there. Read each day and source of it, correct
    what is wrong, then accept it. A file that the facts have of the act is never written over.

    \b
    lawgraph facts accept proposals/104-V.toml
    lawgraph facts accept proposals/104-V.toml --amendments ../laws/amendments --yes
    """
    from lawgraph.intake import proposals  # noqa: PLC0415  (the whole intake: slow to load, not needed for help)

    accepted = proposals.acceptance(file, amendments)
    if accepted.differences:
        options.say(accepted.differences)
    proposals.refuse_over(accepted)
    if not yes:
        click.confirm(f"Move it to {accepted.file}?", abort=True, err=True)
    accepted.move()
    click.echo(f"{accepted.file}: from the next build on it counts", err=True)
