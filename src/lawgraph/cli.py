"""The command line: `lawgraph parse` and the commands that answer from the database.

A wrong input gives one line on stderr with place, surprise and remedy, and exit status 2. Commands import what they
need when they run, so that each starts fast.
"""

import sys
from pathlib import Path
from typing import NoReturn

import click

from lawgraph.errors import LawgraphError

_LANGUAGES = click.Choice(["eng", "rus", "kaz"])


class _OneLine(click.Group):
    """Tell a wrong input in one line, wherever in a command it shows."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except LawgraphError as error:
            stop(str(error))


def stop(message: str) -> NoReturn:
    """Write one line on stderr and leave with exit status 2."""
    click.echo(" ".join(message.split()), err=True)
    sys.exit(2)


@click.group(cls=_OneLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lawgraph")
def main() -> None:
    """Say which wording of a provision applied on a day, who changed it, and how sure that is."""


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=_LANGUAGES, default="eng", show_default=True, help="Language of the text.")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
def parse(file: Path, lang: str, form: str) -> None:  # noqa: ARG001  (one form for now, named for what may come)
    """Read one source FILE: provisions, claims, findings."""
    from lawgraph.parsing import parse_file  # noqa: PLC0415  (start-up)
    from lawgraph.transcript import transcript  # noqa: PLC0415  (start-up)

    click.echo(transcript(parse_file(file, lang)).encode())
