"""The command `lawgraph verify`."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.database.freshness import Folders, stamp_of
from lawgraph.database.ledger import forget, ledger_in
from lawgraph.database.opening import connect, is_whole, shelf_beside
from lawgraph.database.sealing import broken_parts, sealed
from lawgraph.law.errors import LawgraphError
from lawgraph.queries.answers import laws

_SITE = Path("build/site")


class Fault(LawgraphError):
    """Something that is not as it was built."""


@click.command()
@click.argument("thing", type=click.Path(path_type=Path), required=False, metavar="[SITE|DB]")
@options.makes
def verify(database: Path, folders: Folders, thing: Path | None) -> None:
    """Check that a database, what is kept beside it, and a site are as they were built, to the last byte.

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
        found = [*_of_sources(database, folders), *_of_database(database), *(_of_site(_SITE) if _SITE.is_dir() else ())]
    for each in found:
        click.echo(str(each))
    sys.exit(int(bool(found)))


def _of_sources(database: Path, folders: Folders) -> Iterator[Fault]:
    connect(database).close()
    forget(shelf_beside(database))
    with ledger_in(shelf_beside(database)) as ledger:
        if not is_whole(database, stamp_of(folders, ledger)):
            yield Fault(str(database), f"{folders.corpus} or {folders.amendments} has changed since it was made",
                            f"run: lawgraph build --db {database}")


def _of_database(database: Path) -> Iterator[Fault]:
    remedy = f"build it anew: lawgraph build --db {database}"
    forget(shelf_beside(database))
    with closing(connect(database)) as conn:
        try:
            broken, held = [*broken_parts(conn)], laws(conn)
        except sqlite3.DatabaseError as error:
            yield Fault(str(database), f"the file is damaged ({error})", remedy)
            return
        for each in broken:
            yield Fault(str(database), f"not as built: {each}", remedy)
        if not broken:
            click.echo(f"{database}: {len(held)} law{'s' if len(held) != 1 else ''}, build {sealed(conn)}", err=True)


def _of_site(site: Path) -> Iterator[Fault]:
    from lawgraph.site.folder import MARK, SUMS, differing  # noqa: PLC0415  (templates: slow to load, and not always needed)

    if not (site / MARK).is_file():
        raise LawgraphError(str(site), "this folder is no site of lawgraph", "name a site or a database")
    found = [*differing(site)]
    for path, how in found:
        yield Fault(str(path), how, f"write the site anew: lawgraph site --out {site}")
    if not found:
        click.echo(f"{site}: all files are as {SUMS} tells", err=True)
