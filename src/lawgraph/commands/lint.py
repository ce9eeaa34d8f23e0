"""The command `lawgraph lint`."""

import sys
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.law.file_bytes import read_bytes


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
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
