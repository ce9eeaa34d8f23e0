"""The command `lawgraph doctor`."""

from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.commands.import_ import gives
from lawgraph.intake.found import Given


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@options.corpus
@options.facts
@click.option("--ref", default="HEAD", show_default=True, help="Where the history of a git repository ends.")
@options.form("table", "json")
@gives
def doctor(*, source: Path, corpus: Path, amendments: Path, ref: str, form: str, given: Given) -> None:  # noqa: PLR0913  (one for each option)
    """Say what each file of a source is, how much of it is read, and what to do, before it is imported.

    Takes what `lawgraph import` takes, with the same options, and writes nothing. For each file: format, law, language,
    day; the characters by owner, which sum to 100 %; what is not understood, whole; what to do.

    \b
    lawgraph doctor pages/
    lawgraph doctor закон.txt --lang rus
    lawgraph doctor ../codes --format json
    """
    from lawgraph.intake import examining, sources  # noqa: PLC0415  (readers of all formats: slow to load, not needed for help)
    from lawgraph.printout import doctor_sheet  # noqa: PLC0415

    held = sources.held_in(corpus, amendments)
    with sources.opened(source, ref) as found:
        for note in found.notes:
            click.echo(note, err=True)
        files = [each for law in options.along(found.laws, "Examining") for each in examining.examine(law, given, held)]
    options.say((doctor_sheet.as_json if form == "json" else doctor_sheet.table)(files))
