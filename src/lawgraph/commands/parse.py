"""The command `lawgraph parse`."""

from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.intake.files import told_around
from lawgraph.languages.spoken import codes
from lawgraph.parsing.document import parse_law
from lawgraph.printout import answers_json
from lawgraph.reading.opening import read_path
from lawgraph.reading.source import told_beside
from lawgraph.replay.acts import is_amending


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=options.LANGUAGES, default=None,
              help="Language of the text; if not given, what the file says of itself, else eng.")
@options.form("json")
def parse(file: Path, lang: str | None, form: str) -> None:  # noqa: ARG001  (one form for now, named for what may come)
    """Read one source file: provisions, claims, findings.

    Reads a page of the public system, its text, Markdown of the git corpus and JSON of the official interface. Of an
    act's rus.md the meta.yaml beside it tells number, day and title.

    \b
    lawgraph parse corpus/Z100000271_/eng.txt
    lawgraph parse закон.txt --lang rus
    lawgraph parse page.html
    """
    around = told_around(file)
    source = told_beside(read_path(file), around)
    asked = lang or source.said.lang or around.lang
    options.say(answers_json.document(parse_law(source, asked, str(file))))
    if any(is_amending(source, each) for each in ([asked] if asked else codes())):
        click.echo(f"lawgraph: it amends laws: lawgraph instructions {file} reads what it does", err=True)
