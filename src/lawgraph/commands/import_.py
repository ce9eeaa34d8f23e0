"""The command `lawgraph import`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.intake.found import FoundLaw, Given
from lawgraph.law.authors import ActKind
from lawgraph.law.errors import LawgraphError

_STANDINGS = click.Choice(["official", "unofficial translation"])


def gives(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `given`, what is typed of a source."""
    @click.option("--law", metavar="ID", help="Id of the law; of several laws in SOURCE, the one to import.")
    @click.option("--lang", type=options.LANGUAGES, help="Language of the text.")
    @click.option("--number", help="Number of the law, as 271-IV.")
    @click.option("--adopted", type=options.DAY, help="Day of adoption.")
    @click.option("--kind", type=click.Choice([str(kind) for kind in ActKind]), help="Kind of act.")
    @click.option("--day", type=options.DAY, help="Day that the text speaks for.")
    @click.option("--retrieved", type=options.DAY, help="Day on which the text was saved.")
    @click.option("--standing", type=_STANDINGS, help="Standing of the text; Russian and Kazakh are official.")
    @wraps(command)
    def run(*, law: str | None, lang: str | None, number: str | None, adopted: date | None,  # noqa: PLR0913  (one for each option; from here on they are one value)
            kind: str | None, day: date | None, retrieved: date | None, standing: str | None, **rest: object) -> None:
        command(given=Given(law, lang, number, adopted, kind, day, retrieved, standing), **rest)
    return run


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@options.corpus
@options.facts
@click.option("--act", metavar="CODE", help="Of the acts of a repository or folder: the one with this code or folder.")
@click.option("--ref", default="HEAD", show_default=True, help="Where the history of a git repository ends.")
@gives
def import_(*, source: Path, corpus: Path, amendments: Path, act: str | None, ref: str, given: Given) -> None:  # noqa: PLR0913  (one for each option)
    """Take texts of laws into the corpus: a page, a folder, or every edition in a git repository.

    SOURCE is a file (a page of adilet.zan.kz, its text, JSON of zan.gov.kz), a folder with such files or with acts as
    rus.md and kaz.md, or a git repository of acts. What a source does not say of itself is given by options. To import
    the same again changes nothing.

    \b
    lawgraph import page.html
    lawgraph import закон.txt --law Z100000271_ --lang rus --kind law --retrieved 2026-11-24
    lawgraph import pages/ --corpus corpus
    lawgraph import ../codes --act 81245
    """
    from lawgraph.intake import sources  # noqa: PLC0415  (readers of all formats: slow to load, not needed for help)

    held = sources.held_in(corpus, amendments)
    with sources.opened(source, ref) as found:
        for note in found.notes:
            click.echo(note, err=True)
        laws = sources.named_act(found.laws, act) if act else found.laws
        take_in(Shelves(corpus, amendments), sources.named_law(laws, given, held.ids), given)


@dataclass(frozen=True, slots=True)
class Shelves:
    """Hold where laws are taken to, and where the facts about acts lie."""

    corpus: Path
    amendments: Path


def take_in(shelves: Shelves, laws: Sequence[FoundLaw], given: Given, faults: Sequence[LawgraphError] = ()) -> None:
    """Take laws into the corpus, with a bar on stderr where somebody watches, and tell what became of them.

    `faults` are those of editions that could not even be found.
    """
    from lawgraph.intake import sources  # noqa: PLC0415  (readers of all formats: slow to load, not needed for help)

    held = sources.held_in(shelves.corpus, shelves.amendments)
    taken = sources.take_all(shelves.corpus, options.along(laws, "Importing"), given, held)
    for line in sources.told_of(taken, shelves.corpus):
        click.echo(line, err=True)
    if faults or taken.faults:
        raise ExceptionGroup("what could not be imported", [*faults, *taken.faults])
