"""The command `lawgraph fetch`."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.commands.import_ import take_in
from lawgraph.intake.fetching import PUBLIC
from lawgraph.intake.found import Given

_PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Typed:
    """Hold what is typed of how pages are asked for."""

    address: str
    certificate: Path | None
    delay: float
    cache: Path


def _languages(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(options.LANGUAGES.convert(each.strip(), param, ctx) for each in value.split(",")))


def asks_slowly(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `typed`."""
    @click.option("--address", default=PUBLIC, show_default=True, help="The server.")
    @click.option("--certificate", type=_PATH, help="A certificate to trust besides the usual ones, in PEM form, as "
                  "that of an office's own network. Certificates are always verified.")
    @click.option("--delay", type=click.FloatRange(min=1), default=2, show_default=True,
                  help="Seconds between two questions.")
    @click.option("--cache", type=_PATH, default="build/pages", show_default=True, help="Folder of downloaded pages.")
    @wraps(command)
    def run(address: str, certificate: Path | None, delay: float, cache: Path, **rest: object) -> None:
        command(typed=Typed(address, certificate, delay, cache), **rest)
    return run


@click.command()
@options.law
@click.option("--lang", "langs", callback=_languages, default="rus,kaz,eng", show_default=True,
              help="Languages, parted by commas.")
@options.corpus
@asks_slowly
@click.option("--again", is_flag=True, help="Ask for pages again that were downloaded before.")
def fetch(law: str, langs: tuple[str, ...], corpus: Path, typed: Typed, again: bool) -> None:  # noqa: FBT001  (click's way of an option without a value)
    """Download the pages of a law and take them into the corpus.

    LAW is an id of adilet.zan.kz. What was downloaded whole is not asked for again; a page that was cut off is gone on
    with. A language in which the server has no text is told and passed over.

    \b
    lawgraph fetch Z100000271_
    lawgraph fetch Z100000271_ --lang rus,kaz --certificate office.pem
    """
    from lawgraph.intake.fetching import law as pages  # noqa: PLC0415  (a network library: slow to load, not needed for help)
    from lawgraph.intake.fetching.server import server_at  # noqa: PLC0415  (see above)

    asking = pages.Asking(server_at(typed.address), typed.certificate, typed.cache, typed.delay)
    if again:
        pages.forget(law, langs, asking)
    found = pages.fetch(law, langs, asking, time.sleep, lambda line: click.echo(line, err=True))
    take_in(corpus, found, Given(law=law))
