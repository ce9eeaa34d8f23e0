"""Texts of laws are examined, taken into the corpus, downloaded."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from lawgraph.commands import options
from lawgraph.intake.fetching import INTERFACE, PUBLIC
from lawgraph.intake.files import FoundLaw, Given
from lawgraph.languages.state import LISTED, OFFICIAL_LANGUAGES
from lawgraph.law.authors import ActKind
from lawgraph.law.errors import CountedPhrase, LawgraphError, Phrase
from lawgraph.voice.speaking import message

_STANDINGS = click.Choice(["official", "unofficial translation"])
_T = TypeVar("_T")
_ALL = (*OFFICIAL_LANGUAGES, *(each for each in LISTED if each not in OFFICIAL_LANGUAGES))


gives = options.gathered(
    "given", Given,
    click.option("--law", metavar="ID", help="Id of the law; of several laws in SOURCE, the one to import."),
    click.option("--lang", type=options.LANGUAGES, help="Language of the text."),
    click.option("--number", help="Number of the law, as 271-IV."),
    click.option("--adopted", type=options.DAY, help="Day of adoption."),
    click.option("--kind", type=click.Choice([str(kind) for kind in ActKind]), help="Kind of act."),
    click.option("--day", type=options.DAY, help="Day that the text speaks for."),
    click.option("--retrieved", type=options.DAY, help="Day on which the text was saved."),
    click.option("--standing", type=_STANDINGS, help="Standing of the text; Russian and Kazakh are official."),
    click.option("--amends", type=options.DAY, multiple=True,
                  help="Of an amending act: day of adoption of a law that it names without it; may be repeated."))
"""Give a command `given`, what is typed of a source."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """Hold where laws are taken to, and where the facts about acts lie."""

    corpus: Path
    amendments: Path


puts_up = options.gathered("shelves", Shelves, options.corpus, options.facts)
"""Give a command `shelves`."""


@click.command()
@click.argument("source", type=options.PATH)
@puts_up
@click.option("--ref", default="HEAD", show_default=True, help="Where the history of a git repository ends.")
@options.form("table", "json")
@gives
def doctor(source: Path, shelves: Shelves, ref: str, form: str, given: Given) -> None:
    """Say what each file of a source is, how much of it is read, and what to do, before it is imported.

    Takes what `lawgraph import` takes, with the same options, and writes nothing. For each file: format, law, language,
    day; the characters by owner, which sum to 100 %; what is not understood, whole; what to do.

    \b
    lawgraph doctor pages/
    lawgraph doctor закон.txt --lang rus
    lawgraph doctor ../codes --format json
    """
    from lawgraph.intake import examining, sources  # noqa: PLC0415  (readers of all formats: slow to load, not needed for help)
    from lawgraph.printout import reading_sheets  # noqa: PLC0415

    held = sources.held_in(shelves.corpus, shelves.amendments)
    with sources.opened(source, ref) as found:
        for note in found.notes:
            options.tell(note)
        laws = options.along(found.laws, Phrase("Examining"))
        files = [each for law in laws for each in examining.examine(law, given, held)]
    options.say(reading_sheets.as_json(files) if form == "json" else
                reading_sheets.table(files, options.voice_here()))


@click.command("import")
@click.argument("source", type=options.PATH)
@puts_up
@click.option("--act", metavar="CODE", help="Of the acts of a repository or folder: the one with this code or folder.")
@click.option("--ref", default="HEAD", show_default=True, help="Where the history of a git repository ends.")
@gives
def import_(source: Path, shelves: Shelves, act: str | None, ref: str, given: Given) -> None:
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

    held = sources.held_in(shelves.corpus, shelves.amendments)
    with sources.opened(source, ref) as found:
        for note in found.notes:
            options.tell(note)
        laws = sources.named_act(found.laws, act) if act else found.laws
        take_in(shelves, sources.named_law(laws, given, held.ids), given)


def take_in(shelves: Shelves, laws: Sequence[FoundLaw], given: Given, faults: Sequence[LawgraphError] = ()) -> None:
    """Take laws into the corpus, with a bar on stderr where somebody watches, and tell what became of them.

    `faults` are those of editions that could not even be found.
    """
    from lawgraph.intake import sources  # noqa: PLC0415  (readers of all formats: slow to load, not needed for help)

    held = replace(sources.held_in(shelves.corpus, shelves.amendments), today=options.this_day())
    taken = sources.take_all(shelves.corpus, options.along(laws, Phrase("Importing")), given, held)
    for line in sources.told_of(taken, shelves.corpus):
        options.tell(line)
    if faults or taken.faults:
        raise ExceptionGroup("what could not be imported", [*faults, *taken.faults])


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


asks_slowly = options.gathered(
    "typed", Typed,
    click.option("--address", help=f"The server.  [default: {PUBLIC}; of editions {INTERFACE}]"),
    click.option("--certificate", type=options.PATH, help="A certificate to trust besides the usual ones, in PEM "
                 "form, as that of an office's own network. Certificates are always verified."),
    click.option("--delay", type=click.FloatRange(min=1), default=2, show_default=True,
                 help="Seconds between two questions."),
    click.option("--cache", type=options.PATH, default="build/pages", show_default=True,
                 help="Folder of what was downloaded."),
    click.option("--again", is_flag=True, help="Ask again for what was downloaded before."))


@click.command()
@click.argument("law", required=False)
@click.option("--code", metavar="CODE", help="In place of LAW: its code in the official interface, as 52383.")
@click.option("--editions", is_flag=True, help="With --code: every dated edition, and the acts behind it.")
@click.option("--lang", "langs", callback=_languages, help="Languages, parted by commas.  [default: all]")
@puts_up
@click.option("--proposals", type=options.PATH, default="proposals", show_default=True,
              help="Folder of what is proposed as facts.")
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
        raise click.UsageError(Phrase("give LAW, or --code CODE --editions"))
    if code:
        _fetch_editions(code, langs, typed, shelves, proposals)
    else:
        _fetch_pages(law or "", langs, typed, shelves)


def _fetch_pages(law: str, langs: tuple[str, ...], typed: Typed, shelves: Shelves) -> None:
    from lawgraph.intake.fetching import editions as server  # noqa: PLC0415  (a network library: slow to load, not needed for help)

    asking = server.Asking(server.server_at(typed.address or PUBLIC), typed.certificate, typed.cache, typed.delay)
    wanted = langs or _ALL
    if typed.again:
        server.forget_pages(law, wanted, asking)
    found = server.fetch(law, wanted, asking, time.sleep, options.tell)
    take_in(shelves, found, Given(law=law))


def _fetch_editions(code: str, langs: tuple[str, ...], typed: Typed, shelves: Shelves, folder: Path) -> None:
    from lawgraph.intake import proposals  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching import editions as bank  # noqa: PLC0415  (see above)
    from lawgraph.intake.fetching.interface import code_of  # noqa: PLC0415  (see above)

    if set(langs) - set(OFFICIAL_LANGUAGES):
        raise click.UsageError(Phrase("the official interface has only: %(these)s",
                                      these=", ".join(OFFICIAL_LANGUAGES)))
    asking = bank.Asking(bank.server_at(typed.address or INTERFACE), typed.certificate, typed.cache, typed.delay)
    own = code_of(code)
    if typed.again:
        bank.forget(asking, own)
    watched = bank.Watched(options.tell, _pass_over if sys.stderr.isatty() else options.tell, _along)
    fetched = bank.fetch_editions(own, langs or OFFICIAL_LANGUAGES, asking, time.sleep, watched)
    laid = proposals.lay(fetched.proposals, folder, shelves.amendments)
    for path in laid.kept:
        options.tell(Phrase("%(file)s: it is there with other words, and was kept", file=path))
    if laid.new:
        options.tell(Phrase("%(records)s proposed: %(command)s", records=CountedPhrase(
            "%(number)s record", "%(number)s records", len(laid.new)), command=f"lawgraph facts accept {laid.new[0]}"))
    take_in(shelves, fetched.laws, Given(), fetched.faults)


def _along(each: Sequence[_T], label: str) -> Iterator[_T]:
    return options.along(each, label, message("%(number)s answers a second"))


def _pass_over(line: str) -> None:
    """Say nothing of what came where a bar tells it."""


