"""Datasette with one database, immutable, and the safe settings."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path

from datasette.app import Datasette

from lawgraph.database.opening import check_stamp
from lawgraph.law.errors import DatabaseError
from lawgraph.serving.clerks.errands import mark_of
from lawgraph.serving.plugin.asked import AskedDatabase
from lawgraph.serving.plugin.budget import SECONDS
from lawgraph.serving.plugin.metadata import NAME
from lawgraph.site.pages.owner import NOBODY, SiteOwner

SETTINGS = {
    "sql_time_limit_ms": int(SECONDS * 1000), "max_returned_rows": 1000, "suggest_facets": False,
    "facet_time_limit_ms": 200, "allow_download": False, "max_csv_mb": 20, "default_cache_ttl": 3600,
    "num_sql_threads": 4,
}


def datasette_of(path: Path, today: date, address: str | None = None, owner: SiteOwner = NOBODY) -> Datasette:
    """Return Datasette with our database alone; `today` is the day that pages call today, `address` that of the site,
    `owner` whose it is.
    """
    mark = mark_of(path)
    if mark is None:
        raise DatabaseError(str(path), "there is no such database", f"run: lawgraph build --db {path}")
    datasette = Datasette([], inspect_data=_inspected(path), settings=SETTINGS,
                          metadata={"plugins": {NAME: {"today": today.isoformat(), "address": address,
                                                       "owner": asdict(owner)}}})
    # Datasette adds a database in memory where it is given no file, and nothing guards its size.
    datasette.remove_database("_memory")
    datasette.add_database(AskedDatabase(datasette, path, mark), name=NAME)
    return datasette


def _inspected(path: Path) -> dict[str, object]:
    """Return what Datasette's own inspection tells: the rows of each table, so that none is counted while serving."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as conn:
        check_stamp(conn, str(path))
        names = [name for name, in conn.execute("select name from sqlite_master where type = 'table'")]
        counts = {name: {"count": _count(conn, name)} for name in names}
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return {NAME: {"hash": content, "size": path.stat().st_size, "file": str(path), "tables": counts}}


def _count(conn: sqlite3.Connection, table: str) -> int:
    quoted = table.replace("]", "")
    return int(conn.execute(f"select count(*) from [{quoted}]").fetchone()[0])  # noqa: S608  (a name from the database itself)
