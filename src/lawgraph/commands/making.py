"""The database and the site are made and served; whether they are as they were built, and what they say otherwise."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from lawgraph.api import Archive
from lawgraph.commands import options
from lawgraph.commands.cli import in_a_line, line_of, said_here
from lawgraph.database.freshness import Folders, ledger_in, stamp_of, untrue
from lawgraph.database.opening import (
    DAMAGE,
    broken_parts,
    companions,
    connect,
    connect_older,
    is_whole,
    refuse_strangers,
    sealed,
    shelf_beside,
)
from lawgraph.law.errors import CountedPhrase, DatabaseError, LawgraphError, Phrase
from lawgraph.printout import changed_sheet
from lawgraph.queries.answers import laws
from lawgraph.queries.listing import changed_answers, last_day_spoken_of
from lawgraph.serving.keeper import ServedSite
from lawgraph.serving.keeper import serve as serve_site
from lawgraph.site.pages.owner import SiteOwner, owner_in
from lawgraph.site.showing import Showing, stands
from lawgraph.voice.speaking import Locale

_SITE = Path("build/site")
_WRITERS = {"table": changed_sheet.table, "markdown": changed_sheet.markdown, "html": changed_sheet.html,
            "json": changed_sheet.json}


@click.command()
@click.option("--on", "where", metavar="dask://HOST:PORT",
              help="Trace the laws on the workers of a scheduler of Dask; it needs the extra: pip install "
              '"lawgraph[dask]".  [default: on all cores of this machine]')
@options.makes
def build(database: Path, folders: Folders, where: str | None) -> None:
    """Make the database from the corpus and the facts about acts.

    The same sources always give the same file, byte for byte, on one machine or many.

    \b
    lawgraph build
    lawgraph build --on dask://10.0.0.5:8786
    lawgraph build --corpus corpus --amendments amendments --db build/lawgraph.db
    """
    options.make_sure(folders, database, where)
    options.tell(Phrase("%(database)s made from %(corpus)s and %(amendments)s", database=database,
                        corpus=folders.corpus, amendments=folders.amendments))


_whose = click.option("--whose", "owner", type=options.PATH, default="lawgraph.toml", show_default=True,
                      callback=lambda _ctx, _param, file: owner_in(file),
                      help="The file whose table [site] names publisher, contact and licences; it may be missing.")
"""Give a command `owner`, read from the file that says whose site it is."""


@click.command()
@click.option("--out", type=options.PATH, default="build/site", show_default=True, help="The folder.")
@click.option("--interface", "locales", type=click.Choice([str(each) for each in Locale]), multiple=True,
              help="A language of the pages, apart from that of the text; give it several times.  [default: all]")
@_whose
@options.today
@options.address
@options.reads
def site(*, held: options.DataFolders, out: Path, locales: tuple[str, ...], today: date | None,  # noqa: PLR0913  (one for each option)
         address: str | None, owner: SiteOwner) -> None:
    """Write the static pages.

    \b
    lawgraph site
    lawgraph site --out public --today 2026-03-01
    lawgraph site --interface en --interface ru
    lawgraph site --address https://laws.example
    """
    with closing(held.open()) as conn:
        day = today or last_day_spoken_of(conn)
    chosen = tuple(each for each in Locale if not locales or each in locales)
    showing = Showing(day, chosen, address, owner=owner)
    if stands(held.database, out, showing):
        options.tell(Phrase("%(folder)s is as it would be written", folder=out))
        return
    from lawgraph.site.building import build_site  # noqa: PLC0415  (templates: slow to load)

    build_site(held.database, out, showing)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Hold the day and the address as typed, whether visits are logged, and whose site it is."""

    today: date | None
    address: str | None
    logged: bool
    owner: SiteOwner


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="The port on 127.0.0.1.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes answer.")
@options.gathered(
    "shown", _Shown, _whose, options.today, options.address,
    click.option("--access-log", "logged", is_flag=True, help="Write a line for each visit, with its address."))
@options.reads
def serve(held: options.DataFolders, port: int, workers: int, shown: _Shown) -> None:
    """Serve the pages and the database with Datasette.

    \b
    lawgraph serve
    lawgraph serve --port 8080 --today 2026-03-01
    lawgraph serve --workers 2 --address https://laws.example
    """
    with closing(held.open()) as conn:
        day = shown.today or last_day_spoken_of(conn)
    serve_site(ServedSite(held.database, day, shown.address, shown.logged, shown.owner), port, workers)


class Fault(LawgraphError):
    """Something that is not as it was built."""


@click.command()
@click.argument("thing", type=options.PATH, required=False, metavar="[SITE|DB]")
@options.makes
def verify(database: Path, folders: Folders, thing: Path | None) -> None:
    """Check that a database, what is kept beside it, and a site hold what was built.

    Without SITE or DB it is the database, held against its sources too, and build/site if it is there. Every file is
    read, whether it has moved or not. Each fault has a line with its place and its remedy; the exit status is then 1.

    \b
    lawgraph verify
    lawgraph verify public
    lawgraph verify /srv/laws/lawgraph.db
    """
    if thing is not None:
        found = [*(_of_site(thing) if thing.is_dir() else _of_database(thing))]
    else:
        found = [*_of_database(database, folders), *(_of_site(_SITE) if _SITE.is_dir() else ())]
    for each in found:
        options.say(in_a_line(said_here(line_of(each))))
    sys.exit(int(bool(found)))


def _of_database(database: Path, folders: Folders | None = None) -> Iterator[Fault]:
    """Give what of a database is not as it was built, held against its sources where these are named.

    What is kept beside it comes before what is remembered is forgotten, and of a database none is asked for its rows
    where something beside it would give others.
    """
    beside = [*companions(database)]
    if beside:
        yield from (Fault(each.place, each.surprise, each.remedy) for each in beside)
        return
    with closing(connect(database)) as conn:
        yield from _of_shelf(shelf_beside(database))
        with ledger_in(shelf_beside(database)) as ledger:
            ledger.forget()
            if folders and not is_whole(database, stamp_of(folders, ledger)):
                yield Fault(str(database),
                            Phrase("%(corpus)s or %(amendments)s has changed since it was made",
                                   corpus=folders.corpus, amendments=folders.amendments),
                            Phrase("run: %(command)s", command=f"lawgraph build --db {database}"))
        yield from _of_rows(database, conn)


def _of_shelf(shelf: Path) -> Iterator[Fault]:
    """Give what of that which is kept beside a database is damaged; no answer comes from it."""
    from lawgraph.database.keeping import damaged  # noqa: PLC0415  (it loads what writes)

    again = Phrase("nothing is to be done: it is put away, and made again")
    yield from (Fault(str(path), how, again) for path, how in untrue(shelf))
    yield from (Fault(str(path), Phrase("this law that a build has kept is not as it was written"),
                      Phrase("nothing is to be done: it is never used; the next build traces that law again"))
                for path in damaged(shelf))


def _of_rows(database: Path, conn: sqlite3.Connection) -> Iterator[Fault]:
    remedy = Phrase("build it anew: %(command)s", command=f"lawgraph build --db {database}")
    try:
        broken, held = [*broken_parts(conn)], laws(conn)
    except DAMAGE as error:
        yield Fault(str(database), Phrase("the file is damaged (%(error)s)", error=error), remedy)
        return
    for each in broken:
        yield Fault(str(database), Phrase("not as built: %(part)s", part=each), remedy)
    if not broken:
        every = CountedPhrase("%(number)s law", "%(number)s laws", len(held))
        options.tell(Phrase("%(database)s: %(laws)s, build %(build)s", database=database, laws=every,
                            build=sealed(conn)))


def _of_site(site: Path) -> Iterator[Fault]:
    from lawgraph.site.folder import MARK, SUMS, differing  # noqa: PLC0415  (templates: slow to load, and not always needed)

    if not (site / MARK).is_file():
        raise LawgraphError(str(site), Phrase("this folder is no site of lawgraph"),
                            Phrase("name a site or a database"))
    found = [*differing(site)]
    for path, how in found:
        yield Fault(str(path), how, Phrase("write the site anew: %(command)s", command=f"lawgraph site --out {site}"))
    if not found:
        options.tell(Phrase("%(site)s: all files are as %(sums)s tells", site=site, sums=SUMS))


@click.command()
@click.argument("old", type=options.PATH, metavar="OLD.db")
@click.argument("new", type=options.PATH, metavar="NEW.db")
@options.form("table", "markdown", "html", "json")
def changed(old: Path, new: Path, form: str) -> None:
    """List the sure answers that two databases give otherwise: other content, lost, gained.

    An answer is sure where it says yes or no, or that a wording is attested: people have cited it. First come those
    whose content is another (no instead of yes, another wording); the exit status is then 1. Markdown is for
    changelogs, HTML a page.

    \b
    lawgraph changed before.db build/lawgraph.db
    lawgraph changed before.db build/lawgraph.db --format markdown
    lawgraph changed before.db build/lawgraph.db --format html > changed.html
    """
    if old.exists() and new.exists() and old.samefile(new):
        raise LawgraphError(str(new), Phrase("this is the same file as the first one"),
                            Phrase("name an older database before it"))
    with closing(_opened(old, connect_older)) as before, closing(_opened(new, connect)) as now:
        found = changed_answers(before, now)
    options.say(_WRITERS[form](found))
    sys.exit(int(bool(found.of_content)))


_A_BUILT_ONE = Phrase("name a database that %(command)s has made", command="lawgraph build")


def _opened(path: Path, connecting: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
    """Open a database all of whose rows are as they were built."""
    try:
        refuse_strangers(path)
    except DatabaseError as error:
        raise DatabaseError(error.place, error.surprise, _A_BUILT_ONE) from None
    conn = connecting(path)
    try:
        broken = next((Phrase("not as built: %(part)s", part=each) for each in broken_parts(conn)), None)
    except DAMAGE as error:
        broken = Phrase("the file is damaged (%(error)s)", error=error)
    if broken:
        conn.close()
        raise DatabaseError(str(path), broken, _A_BUILT_ONE)
    return conn


@click.command()
@click.option("--http", "over", flag_value="http", default="stdio", help="Answer over streamable HTTP at /mcp, on this "
              "machine alone, instead of stdin and stdout.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8002, show_default=True, help="The port for --http; 0: "
              "one that is free.")
@options.address
@options.reads
def mcp(held: options.DataFolders, over: str, port: int, address: str | None) -> None:
    """Answer assistants by the Model Context Protocol, over stdin and stdout or over HTTP.

    It only reads. It needs the extra: pip install "lawgraph[mcp]". Over HTTP only requests for this machine are
    answered, and those for the site at --address that a proxy in front passes on.

    \b
    lawgraph mcp
    lawgraph mcp --db build/lawgraph.db --no-build
    lawgraph mcp --http --port 8002 --no-build
    """
    options.need("mcp", "mcp")
    from lawgraph.serving.assistants.server import serve_on_http, serve_on_pipe  # noqa: PLC0415  (an extra)

    with closing(held.open()) as conn:
        if over == "http":
            serve_on_http(Archive(conn), port, address, lambda where: options.say(f"Answering assistants at {where}"))
        else:
            options.refuse_closed()
            serve_on_pipe(Archive(conn))
