"""The command `lawgraph parse`."""

from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.document.parsing import parse_file
from lawgraph.document.transcript import transcript


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@options.lang
@options.form("json")
def parse(file: Path, lang: str, form: str) -> None:  # noqa: ARG001  (one form for now, named for what may come)
    """Read one source file: provisions, claims, findings.

    \b
    lawgraph parse corpus/Z100000271_/eng.txt
    lawgraph parse закон.txt --lang rus
    """
    options.say(transcript(parse_file(file, lang)))
