"""The commands `lawgraph facts …`."""

from datetime import date
from functools import wraps
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.intake.from_acts import Changed, Identity, read_and_propose

_FILE = click.Path(path_type=Path)


@click.group(no_args_is_help=False)
def facts() -> None:
    """Propose facts from the text of an act, and accept what was proposed.

    \b
    lawgraph facts propose --help
    lawgraph facts accept proposals/104-V.toml
    """


def _identified(command: options.Command) -> options.Command:
    """Give a command `identity`: what the text of an act may not print of it."""
    @click.option("--number", required=True, help="The act's number, which its text may not print.")
    @click.option("--adopted", required=True, type=options.DAY, help="The day of its adoption.")
    @click.option("--recorded", required=True, type=options.DAY, help="The day on which you read it.")
    @click.option("--beside", type=_FILE, help="The act in the other official language; where it tells otherwise the "
                  "list is not called whole.")
    @wraps(command)
    def run(number: str, adopted: date, recorded: date, beside: Path | None, **rest: object) -> None:
        command(identity=Identity(number, adopted, recorded, beside), **rest)
    return run


def _against(command: options.Command) -> options.Command:
    """Give a command `changed`: the law that an act changes, and its text before."""
    @click.option("--law", required=True, help="The law of the corpus that it changes, by its id.")
    @click.option("--before", required=True, type=_FILE, help="A text of the law as it was before the act.")
    @click.option("--since", multiple=True, type=_FILE, help="An act that changed it between that text and this act; "
                  "several in their order.")
    @options.corpus
    @wraps(command)
    def run(law: str, before: Path, since: tuple[Path, ...], corpus: Path, **rest: object) -> None:
        command(changed=Changed(corpus / law, before, since), **rest)
    return run


@facts.command()
@click.argument("act", type=_FILE)
@_against
@_identified
@options.facts
def propose(act: Path, changed: Changed, identity: Identity, amendments: Path) -> None:
    """Propose a record of what an act does to a law, from the act's own words.

    Its instructions are held against the law as it was before: each provision that they change, the wordings that they
    quote, and when they start. The list is called whole only where all of it was understood. The record is laid in
    proposals/, which no build reads; nothing counts before you accept it.

    \b
    lawgraph facts propose act.rus.md --law Z100000271_ --before 2014-11-07.rus.md \\
        --number 388-V --adopted 2015-11-02 --recorded 2026-11-27
    """
    from lawgraph.intake import proposals  # noqa: PLC0415  (as below)

    proposal = read_and_propose(act, changed, identity)
    laid = proposals.lay((proposal,), Path("proposals"), amendments)
    for path in laid.new:
        told = f"{len(proposal.record.targets)} changes; read it, then lawgraph facts accept {path}"
        click.echo(f"{path}: {told}", err=True)
    for path in laid.kept:
        click.echo(f"{path}: it was there with another text, and was kept", err=True)


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
    if yes or click.confirm(f"Move it to {accepted.file}?", err=True):
        accepted.move()
        click.echo(f"{accepted.file}: from the next build on it counts", err=True)
