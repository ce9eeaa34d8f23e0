"""What the commands share: arguments, options, and how a database is opened."""

import inspect
import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from lawgraph.database.freshness import Folders, Make, Seen, open_as_it_is, open_fresh, what_is_new
from lawgraph.database.opening import is_ours
from lawgraph.languages.spoken import codes, says_today, tagged
from lawgraph.languages.state import FIRST
from lawgraph.law.days import parse_day
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import OBEYED, DayError, LawgraphError, Phrase, amendments_root, corpus_root
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries.answers import (
    AsKnown,
    Base,
    amendments_of,
    days_of,
    law_named,
    places,
    provision_on,
    provisions_on,
    source_of,
)
from lawgraph.queries.references import to_look_up
from lawgraph.queries.values import LawRow
from lawgraph.timeline.consolidation import changes_in, tree_of_places
from lawgraph.voice.speaking import Locale, Voice, message, voice_of

DATABASE = "lawgraph.database"
"""What a command tells of itself: the database that it reads, which SQLite's own errors do not name."""

Command = Callable[..., None]
Decorator = Callable[[Command], Command]
_PIECES, _AT_ONCE = 1_000, 8_192
"""How many pieces, and bytes of them, are written at once: of many bytes a part may be lost without a word."""
_READING, _LAWS = Phrase("Reading the laws"), message("%(number)s laws a second")
_Law = TypeVar("_Law")
_OPENINGS = {"fresh": open_fresh, "as it is": open_as_it_is}
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?")


@dataclass(frozen=True, slots=True)
class DataFolders:
    """Hold where the database and the folders lie that it is made from, and how it is to be opened."""

    database: Path
    folders: Folders
    opening: Callable[[Path, Folders, Make], sqlite3.Connection]

    def open(self) -> sqlite3.Connection:
        """Open the database for reading."""
        return self.opening(self.database, self.folders, make)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Hold what somebody asks about, as typed: a law, or a provision of it, in a language, as known on a day."""

    law: str
    provision: tuple[str, ...]
    lang: str
    known: date | None

    def base(self, conn: sqlite3.Connection) -> Base:
        """Return what to ask: the database as it is, or as it would have answered on the day."""
        return AsKnown(conn, self.known) if self.known else conn

    def settled(self, conn: Base) -> tuple[LawRow, Eid | None]:
        """Return the law and the address of the provision, `None` for the whole law."""
        known = law_named(conn, self.law)
        return known, _meant(conn, known.id, self.provision)

    def on(self, conn: sqlite3.Connection, day: date) -> DaySheet:
        """Return what may be said of it on a day."""
        base = self.base(conn)
        law, eid = self.settled(base)
        found = provision_on(base, law.id, self.lang, eid, day) if eid else provisions_on(base, law.id, self.lang, day)
        amendments = amendments_of(base, law.id)
        changes = changes_in(amendments, tree_of_places(places(base, law.id)))
        looked_up = to_look_up(base, law, changes, ((each.version, day) for each in found))
        return DaySheet(law, days_of(base, law, amendments), source_of(base, law.id, self.lang), self.lang, day, eid,
                        found, self.known, looked_up)


class DayType(click.ParamType[date]):
    """Read a day as people write it; the error names the nearest day that exists. Today's is asked of the clock."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002
        """Return the day."""
        if isinstance(value, date):
            return value
        if says_today(value):
            return this_day()
        try:
            return parse_day(value)
        except DayError:
            # The grammars of three languages: slow to load.
            from lawgraph.languages.printed import day_typed, nearest_day, numbers_meant  # noqa: PLC0415

            try:
                return day_typed(value)
            except DayError as error:
                if not (numbers := numbers_meant(value)):
                    raise
                meant = Phrase("did you mean %(day)s?", day=nearest_day(numbers).isoformat())
                raise DayError(error.place, error.surprise, meant) from None


class PathType(click.Path):
    """Read the name of a file or a folder; none is the folder that one is in, which nobody meant."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
                ) -> str | bytes | os.PathLike[str]:
        """Return the path."""
        if not os.fspath(value):
            raise click.BadParameter(Phrase("it is the name of a file or a folder"), ctx, param)
        return super().convert(value, param, ctx)


class AddressType(click.ParamType[str]):
    """Read the address of a site."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return the address without a stroke at its end."""
        if not _ADDRESS.fullmatch(value):
            raise LawgraphError(repr(value), Phrase("this is no address of a site"),
                                Phrase("write for example %(example)s", example="https://laws.example/"))
        return value.rstrip("/")


class LanguageType(click.ParamType[str]):
    """Read a language by its letters or its tag: rus, ru."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return its three letters."""
        if code := tagged(value.casefold()):
            return code
        raise click.BadParameter(Phrase("it is one of %(these)s", these=", ".join(codes())), ctx, param)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the languages that a shell offers."""
        return click.Choice(codes()).shell_complete(ctx, param, incomplete)


PATH = PathType(readable=False, path_type=Path)     # whoever opens it says what is wrong, and the remedy
DAY = DayType()
LANGUAGES = LanguageType()
ADDRESS = AddressType()

law = click.argument("law")
provision = click.argument("provision", nargs=-1, metavar="[PROVISION]")
lang = click.option("--lang", type=LANGUAGES, default=FIRST, show_default=True, help="Language of the text.")
known_on = click.option("--known-on", "known", type=DAY, help="Answer with the facts recorded by this "
                        "day; left out, with all of them.")
corpus = click.option("--corpus", type=PATH, default="corpus", show_default=True, help="Folder of the sources.")
facts = click.option("--amendments", type=PATH, default="amendments", show_default=True, help="Folder of the facts.")
address = click.option("--address", type=ADDRESS, help="Where the site stands for the world, https://…; sitemaps and "
                       "addresses to remember need it.  [default: not known]")
today = click.option("--today", type=DAY, help="The day that pages call today; the last one of which the sources "
                     "speak.")


def form(first: str, *others: str) -> Callable[[Command], Command]:
    """Give a command `form`, the format of its output."""
    return click.option("--format", "form", type=click.Choice([first, *others]), default=first, show_default=True,
                        help="Format of the output.")


def gathered(name: str, kind: Callable[..., object], *options: Decorator) -> Decorator:
    """Give a command one value in place of options: the dataclass `kind`, whose fields bear the names of the options.

    Fields that none of these options fills are those of options beside it.
    """
    fields = inspect.signature(kind).parameters

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**typed: object) -> None:
            own = {field: typed.pop(field) for field in fields}
            command(**{name: kind(**own)}, **typed)
        optioned: Command = run
        for option in reversed(options):
            optioned = option(optioned)
        return optioned
    return decorate


asks = gathered("asked", Inquiry, known_on)
"""Give a command `asked`, made of LAW, PROVISION, --lang and --known-on."""


def makes(command: Command) -> Command:
    """Give a command `database` and `folders`."""
    @click.option("--db", type=PATH, default="build/lawgraph.db", show_default=True, help="The database.")
    @click.option("--corpus", type=PATH, help="Folder of the sources; ./corpus, else the packaged one.")
    @click.option("--amendments", type=PATH, help="Folder of the facts; ./amendments, else the packaged one.")
    @wraps(command)
    def run(db: Path, corpus: Path | None, amendments: Path | None, **rest: object) -> None:
        click.get_current_context().meta[DATABASE] = db
        folders = Folders(corpus or _here("corpus", corpus_root), amendments or _here("amendments", amendments_root))
        command(database=db, folders=folders, **rest)
    return run


def reads(command: Command) -> Command:
    """Give a command `held`, the database that it reads."""
    @click.option("--no-build", "opening", flag_value="as it is", default="fresh",
                  help="Refuse a database that is missing or older than its sources.")
    @makes
    @wraps(command)
    def run(database: Path, folders: Folders, opening: str, **rest: object) -> None:
        command(held=DataFolders(database, folders, _OPENINGS[opening]), **rest)
    return run


def make_sure(folders: Folders, database: Path, where: str | None = None) -> None:
    """Make a database from the folders, where it is not to the last row what they give."""
    if not is_ours(database):
        make(folders, database, where)
    elif seen := what_is_new(database, folders):
        make(folders, database, where, seen)


def make(folders: Folders, database: Path, where: str | None = None, seen: Seen | None = None) -> None:
    """Make a database from the folders, on this machine or where a scheduler is."""
    from lawgraph.database.build import build  # noqa: PLC0415  (the whole journey: slow to load, and seldom needed)

    if where is None:
        build(folders, database, along, seen=seen)
    else:
        need("distributed", "dask")
        from lawgraph.database.cluster import engine_at  # noqa: PLC0415  (an extra: it may be missing)

        build(folders, database, along, engine_at(where), seen)


def along(laws: Sequence[_Law], label: str = _READING, noun: str = _LAWS) -> Iterator[_Law]:
    """Give the laws one after the other; a bar on stderr tells how many are done, how fast, how long yet."""
    if not sys.stderr.isatty() or not laws:
        yield from laws
        return
    here = voice_here()
    with click.progressbar(laws, label=here.retell(label), show_pos=True, file=sys.stderr) as bar:
        bar.item_show_func = lambda _: here.retell(_rate(bar.time_per_iteration, noun))
        yield from bar


def _rate(seconds: float, noun: str) -> str:
    return Phrase(noun, number=f"{1 / seconds:,.1f}") if seconds else ""


def _meant(base: Base, law_id: str, typed: Sequence[str]) -> Eid | None:
    """Return the provision that was typed, `None` for the whole law; say how it was read where it was no address."""
    if not typed:
        return None
    known = frozenset({LAW, *(each.eid for each in places(base, law_id))})
    if typed[0] in known and len(typed) == 1:
        return None if typed[0] == LAW else Eid(typed[0])
    from lawgraph.parsing.citations.addresses import addresses  # noqa: PLC0415
    from lawgraph.parsing.citations.resolving import resolve  # noqa: PLC0415  (a grammar of three languages: slow to load)

    found = resolve(" ".join(typed), addresses(known))
    if found.note:
        tell(Phrase("lawgraph: %(typed)s %(note)s", typed=repr(" ".join(typed)), note=found.note))
    return None if found.eid == "law" else found.eid


def need(package: str, extra: str) -> None:
    """Raise `LawgraphError` where the package of an extra is not installed."""
    if find_spec(package) is None:
        raise LawgraphError(extra, Phrase("the package %(package)s is not installed", package=package),
                            Phrase("run: %(command)s", command=f'pip install "lawgraph[{extra}]"'))


def say(text: str) -> None:
    """Write an answer on stdout, as UTF-8 whatever the terminal: the law has letters that others lack."""
    say_all([f"{text}\n"])


def say_all(pieces: Iterable[str]) -> None:
    """Write an answer that comes in pieces on stdout."""
    refuse_closed()
    told = iter(pieces)
    while some := "".join(islice(told, _PIECES)):
        shown = OBEYED.sub("\ufffd", some) if sys.stdout.isatty() else some
        written = shown.encode(errors="backslashreplace")     # names of files may be no text
        try:
            for start in range(0, len(written), _AT_ONCE):
                click.echo(written[start:start + _AT_ONCE], nl=False)
        except BrokenPipeError:
            raise  # the reader has seen enough
        except OSError as error:
            raise LawgraphError("output", Phrase("it cannot be written (%(strerror)s)", strerror=error.strerror),
                                Phrase("send it elsewhere")) from None


def refuse_closed() -> None:
    """Raise `LawgraphError` where stdout is closed."""
    if sys.__stdout__ is None:
        raise LawgraphError("output", Phrase("it is closed"), Phrase("send it to a file or to a program"))


def tell(words: str) -> None:
    """Write on stderr what somebody should know besides the answer, in the language of the environment."""
    click.echo(voice_here().retell(words), err=True)


def voice_here() -> Voice:
    """Return the voice of the environment's language, English where it has none of ours; JSON and exports never ask."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    tag = named.partition("_")[0].partition(".")[0].lower()
    return voice_of(Locale(tag) if tag in set(Locale) else Locale.ENGLISH).at(this_day())


def terminal_width() -> int | None:
    """Return how wide the terminal is that shows an answer; `None` where a file or a program takes it as it is."""
    if not (sys.__stdout__ and sys.stdout.isatty()):
        return None
    from shutil import get_terminal_size  # noqa: PLC0415  (it loads what packs archives, and seldom is a terminal there)

    return get_terminal_size().columns


def this_day() -> date:
    """Return the day that it is here."""
    return datetime.now().astimezone().date()


def _here(name: str, packaged: Callable[[], Path]) -> Path:
    """Return the folder that is here, be it no folder at all: who has put it there means it."""
    here = Path(name)
    return here if here.exists() or here.is_symlink() else packaged()
