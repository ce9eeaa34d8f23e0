"""The command `lawgraph fetch`."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from lawgraph.commands import options
from lawgraph.commands.import_ import Shelves, take_in
from lawgraph.intake.fetching import INTERFACE, PUBLIC
from lawgraph.intake.found import Given
from lawgraph.intake.sources import counted
from lawgraph.languages.state import LISTED, OFFICIAL_LANGUAGES

_T = TypeVar("_T")
_PATH = click.Path(path_type=Path)
_ALL = (*OFFICIAL_LANGUAGES, *(each for each in LISTED if each not in OFFICIAL_LANGUAGES))


@dataclass(frozen=True, slots=True)
class Typed:
    """Hold what is typed of how a server is asked."""

    address: str | None
    certificate: Path | None
    delay: float
    cache: Path
    again: bool


def _languages(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    each = (options.LANGUAGES.convert(lang.strip(), param, ctx) for lang in (value or "").split(",") if value)
    return tuple(dict.fromkeys(each))


def asks_slowly(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `typed`."""
    @click.option("--address", help=f"The server.  [default: {PUBLIC}; of editions {INTERFACE}]")
    @click.option("--certificate", type=_PATH, help="A certificate to trust besides the usual ones, in PEM form, as "
                  "that of an office's own network. Certificates are always verified.")
    @click.option("--delay", type=click.FloatRange(min=1), default=2, show_default=True,
                  help="Seconds between two questions.")
    @click.option("--cache", type=_PATH, default="build/pages", show_default=True,
                  help="Folder of what was downloaded.")
    @click.option("--again", is_flag=True, help="Ask again for what was downloaded before.")
    @wraps(command)
    def run(*, address: str | None, certificate: Path | None, delay: float, cache: Path, again: bool,
            **rest: object) -> None:
        command(typed=Typed(address, certificate, delay, cache, again), **rest)
    return run


def puts_up(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `shelves`, and the folder of `proposals`."""
    @options.corpus
    @options.facts
    @click.option("--proposals", type=_PATH, default="proposals", show_default=True,
                  help="Folder of what is proposed as facts.")
    @wraps(command)
    def run(corpus: Path, amendments: Path, proposals: Path, **rest: object) -> None:
        command(shelves=Shelves(corpus, amendments), proposals=proposals, **rest)
    return run


@click.command()
@click.argument("law", required=False)
@click.option("--code", metavar="CODE", help="In place of LAW: its code in the official interface, as 52383.")
@click.option("--editions", is_flag=True, help="With --code: every dated edition, and the acts behind it.")
@click.option("--lang", "langs", callback=_languages, help="Languages, parted by commas.  [default: all]")
@puts_up
@asks_slowly
def fetch(*, law: str | None, code: str | None, editions: bool, langs: tuple[str, ...],  # noqa: PLR0913  (one for each option)
          shelves: Shelves, proposals: Path, typed: Typed) -> None:
    """Download the pages of a law, or all its editions, and take them into the corpus.

    LAW is an id of adilet.zan.kz: its page is taken in each language. With --code and --editions the official interface
    is asked for the list of versions and for every edition in both official languages; what it tells of the days of the
    amending acts goes to proposals/, which no build reads (see lawgraph facts accept). What was downloaded whole is not
    asked for again; what was cut off is gone on with. A language without a text is told and passed over.

    \b
    lawgraph fetch Z100000271_
    lawgraph fetch Z100000271_ --lang rus,kaz --certificate office.pem
    lawgraph fetch --code 52383 --editions
    lawgraph fetch --code 52383 --editions --lang kaz --delay 5
    """
    if (law is None) == (code is None) or editions != (code is not None):
        raise click.UsageError("give LAW, or --code CODE --editions")
    if code:
        _fetch_editions(code, langs, typed, shelves, proposals)
    else:
        _fetch_pages(law or "", langs, typed, shelves)


def _fetch_pages(law: str, langs: tuple[str, ...], typed: Typed, shelves: Shelves) -> None:
    from lawgraph.intake.fetching import law as pages  # noqa: PLC0415  (a network library: slow to load, not needed for help)
    from lawgraph.intake.fetching.server import server_at  # noqa: PLC0415  (see above)

    asking = pages.Asking(server_at(typed.address or PUBLIC), typed.certificate, typed.cache, typed.delay)
    wanted = langs or _ALL
    if typed.again:
        pages.forget(law, wanted, asking)
    found = pages.fetch(law, wanted, asking, time.sleep, _tell)
    take_in(shelves, found, Given(law=law))


def _fetch_editions(code: str, langs: tuple[str, ...], typed: Typed, shelves: Shelves, folder: Path) -> None:
    from lawgraph.intake import proposals  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching import editions as bank  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching.interface import code_of  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching.law import Asking  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching.server import server_at  # noqa: PLC0415  (see above)

    if set(langs) - set(OFFICIAL_LANGUAGES):
        raise click.UsageError(f"the official interface has {' and '.join(OFFICIAL_LANGUAGES)} alone")
    asking = Asking(server_at(typed.address or INTERFACE), typed.certificate, typed.cache, typed.delay)
    own = code_of(code)
    if typed.again:
        bank.forget(asking, own)
    watched = bank.Watched(_tell, _pass_over if sys.stderr.isatty() else _tell, _along)
    fetched = bank.fetch_editions(own, langs or OFFICIAL_LANGUAGES, asking, time.sleep, watched)
    laid = proposals.lay(fetched.proposals, folder, shelves.amendments)
    for path in laid.kept:
        _tell(f"{path}: it is there with other words, and was kept")
    if laid.new:
        _tell(f"{counted(len(laid.new), 'record')} proposed: lawgraph facts accept {laid.new[0]}")
    take_in(shelves, fetched.laws, Given(), fetched.faults)


def _along(each: Sequence[_T], label: str) -> Iterator[_T]:
    return options.along(each, label, "answers")


def _pass_over(line: str) -> None:
    """Say nothing of what came where a bar tells it."""


def _tell(line: str) -> None:
    click.echo(line, err=True)
