"""The static site of the real law, built once for all tests that read it, and that of a short invented law."""

import hashlib
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import date
from functools import cache
from pathlib import Path

from datasette.app import Datasette

from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect
from lawgraph.serving.plugin.instance import datasette_of
from lawgraph.site.building import build_site
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.showing import Showing

TODAY = date(2026, 11, 24)
LAW = "/law/Z100000271_/eng"
ALSO = frozenset({
    "/", "/about", "/search", "/findings", "/laws", "/act/124-V", "/act/58-VI", "/law/Z100000271_", LAW, f"{LAW}/acts",
    f"{LAW}/diff", f"{LAW}/diff/2013-06-25/2013-08-13", f"{LAW}/on/2013-07-14", f"{LAW}/on/2026-01-20", f"{LAW}/on/2026-03-02", f"{LAW}/art_7",
    f"{LAW}/art_7/on/2013-07-14"})
"""The pages of the real law that are built in every language; the invented law has all of its pages in each."""


@asynccontextmanager
async def served(database: Path, address: str | None = None) -> AsyncIterator[Datasette]:
    """Give the site of a database behind Datasette, and close it."""
    datasette = datasette_of(database, TODAY, address)
    await datasette.invoke_startup()
    try:
        yield datasette
    finally:
        for each in datasette.databases.values():
            each.close()


@cache
def site_of(database: Path) -> Path:
    """Build the static site of a database beside it, in a folder that no link may know of."""
    out = database.parent / "some" / "folder" / "site"
    out.parent.mkdir(parents=True)
    build_site(database, out, Showing(TODAY, also=ALSO))
    return out


@cache
def _read_once(database: str, name: str, lang: str, today: date) -> Expression:
    with closing(connect(Path(database))) as conn:
        return open_expression(conn, name, lang, today)


def opened(conn: sqlite3.Connection, name: str, lang: str, today: date) -> Expression:
    """Read what all pages of a law share once for all tests of a database."""
    return _read_once(conn.execute("pragma database_list").fetchone()[2], name, lang, today)


def invented_law(folder: Path) -> Path:
    """Return the database of one of the short invented laws."""
    text = (Path(__file__).parent / "golden" / "eng_kites.txt").read_bytes()
    law = folder / "corpus" / "Z0100000001_"
    law.mkdir(parents=True)
    (folder / "amendments").mkdir()
    (law / "eng.txt").write_bytes(text)
    (law / "manifest.toml").write_text(
        'id = "Z0100000001_"\nnumber = "1-IX"\nadopted = 2001-02-03\nkind = "law"\n[titles]\neng = "On kites (invented)"\n'
        f'[[source]]\nfile = "eng.txt"\nlang = "eng"\nstanding = "invented"\nsha256 = "{hashlib.sha256(text).hexdigest()}"\n',
        encoding="utf-8")
    database = folder / "lawgraph.db"
    build(Folders(folder / "corpus", folder / "amendments"), database, iter)
    return database
