"""The command `lawgraph parse`."""

from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.document.parsing import parse_file
from lawgraph.document.transcript import transcript


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=options.LANGUAGES, default=None,
              help="Language of the text; if not given, what the file says of itself, else eng.")
@options.form("json")
def parse(file: Path, lang: str | None, form: str) -> None:  # noqa: ARG001  (one form for now, named for what may come)
    """Read one source file: provisions, claims, findings.

    Reads a page of the public system, its text, Markdown of the git corpus and JSON of the official interface.

    \b
    lawgraph parse corpus/Z100000271_/eng.txt
    lawgraph parse закон.txt --lang rus
    lawgraph parse page.html
    """
    options.say(transcript(parse_file(file, lang)))
