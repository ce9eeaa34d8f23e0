"""Datasette with one database, immutable, and the safe settings: every question in SQL goes to a clerk.

A clerk is a process that can be killed. Functions of our own pages (`execute_fn`) go on in threads, over connections to
the very file that was opened first.
"""

import asyncio
import hashlib
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from datasette.app import Datasette
from datasette.database import Database, QueryInterrupted, Results

from lawgraph.database.opening import check_common, check_stamp, read_only, sealed
from lawgraph.law.errors import DatabaseError
from lawgraph.queries.seeking import OutOfTimeError
from lawgraph.serving.clerks.errands import (
    FileMark,
    FoundRows,
    Params,
    Question,
    Refusal,
    Refused,
    ReplacedError,
    mark_of,
    uri_of,
)
from lawgraph.serving.clerks.office import MOST, BusyError, Office
from lawgraph.serving.plugin.budget import IN_DATA, SECONDS, SIZE, Budget, Cache, granted
from lawgraph.serving.plugin.metadata import NAME
from lawgraph.site.pages.owner import NOBODY, SiteOwner

if TYPE_CHECKING:
    from datasette.app import Datasette

_KEPT = 4_000_000
_WAITING = 4 * MOST
_COUNTING = 50          # milliseconds
_NO_TIME = "interrupted"
_TOO_MUCH = "all answers of this request are longer than one may be: ask for fewer rows, columns or facets"


class AskedDatabase(Database):  # type: ignore[misc]    # the library has no types
    """Hold one database that never changes, and the office that answers questions about it."""

    def __init__(self, datasette: "Datasette", path: Path, mark: FileMark) -> None:
        super().__init__(datasette, path=str(path), is_mutable=False)
        self.mark, self.cached_hash, self.cached_size = mark, _named(path, mark), mark.size
        self.office = Office(path, self.mark)
        self._threads = ThreadPoolExecutor(_WAITING, thread_name_prefix="clerk")
        self._known: Cache[tuple[object, ...], FoundRows] = Cache(_KEPT)

    def connect(self, write: bool = False) -> sqlite3.Connection:  # noqa: FBT001, FBT002  (Datasette's signature)
        """Open the file that was served from the beginning; raise `ReplacedError` where another has its place."""
        if write:
            raise sqlite3.OperationalError("this database is only read")
        conn = sqlite3.connect(uri_of(Path(self.path)), uri=True, check_same_thread=False)
        if mark_of(Path(self.path)) != self.mark:
            conn.close()
            raise ReplacedError
        self._all_file_connections.append(conn)
        return conn

    def close(self) -> None:
        """End the clerks, and close all connections."""
        self._threads.shutdown(cancel_futures=True)
        self.office.close()
        super().close()

    async def execute(  # noqa: PLR0913, PLR0917  (Datasette's signature)
            self, sql: str, params: Params | None = None, truncate: bool = False,  # noqa: FBT001, FBT002
            custom_time_limit: int | None = None, page_size: int | None = None,
            log_sql_errors: bool = True) -> Results:  # noqa: ARG002, FBT001, FBT002
        """Return what a clerk answers; raise `sqlite3.OperationalError` where there is no answer."""
        rows = self._most_rows(page_size or self.ds.page_size) if truncate else None
        key = sql, rows, repr(params), granted().cell
        known = self._known.get(key)
        if known is None:
            limit = SECONDS if not custom_time_limit else min(SECONDS, max(custom_time_limit, 1) / 1000)
            known = await self._asked(sql, params or (), rows, limit)
            self._known.put(key, known, known.size)
        else:
            _recalled(known, granted())
        granted().more |= known.more
        return Results(list(rows_of(known)), known.more, [(name, *(None,) * 6) for name in known.columns])

    async def table_counts(self, limit: int = _COUNTING) -> dict[str, int | None]:
        """Return how many rows each table has, all in one question; `None` where counting takes longer."""
        names = await self.table_names()
        counted = ", ".join(f"(select count(*) from [{each.replace(']', '')}])" for each in names)  # noqa: S608  (its own)
        try:
            (found,) = (await self.execute(f"select {counted}", custom_time_limit=max(limit, _COUNTING))).rows
        except QueryInterrupted:
            return dict.fromkeys(names)
        return dict(zip(names, found, strict=True))

    async def attached_databases(self) -> list[object]:
        """Return nothing: one database is served, and where it lies nobody needs to know."""
        return []

    def _most_rows(self, page_size: int) -> int:
        most = int(self.ds.max_returned_rows)
        return most + 1 if most == page_size else most

    async def _asked(self, sql: str, params: Params, rows: int | None, limit: float) -> FoundRows:
        budget = granted()
        seconds = min(budget.seconds, limit)
        if seconds <= 0 or budget.questions <= 0:
            budget.cut = True
            raise QueryInterrupted(sqlite3.OperationalError(_NO_TIME), sql, params)
        question = Question(sql, params, rows, seconds, min(budget.size, SIZE), budget.cell)
        loop = asyncio.get_running_loop()
        given = _settled(await loop.run_in_executor(self._threads, self.office.ask, question), budget)
        if isinstance(given, FoundRows):
            return given
        error = sqlite3.OperationalError(given.told)
        raise QueryInterrupted(error, sql, params) if given.why is Refusal.SLOW else error


def _settled(given: FoundRows | Refused, budget: Budget) -> FoundRows | Refused:
    """Take an answer off what is left to a request; raise `BusyError` where nobody could give one."""
    budget.spend(given.taken, given.size if isinstance(given, FoundRows) else 0)
    budget.cut |= isinstance(given, Refused)
    if isinstance(given, Refused) and given.why is Refusal.BUSY:
        raise BusyError(given.told)
    return given


def _recalled(known: FoundRows, budget: Budget) -> None:
    """Take an answer that is kept off what is left to a request: it costs no time, and is written out each time."""
    if budget.questions <= 0 or known.size > budget.size:
        budget.cut = True
        raise sqlite3.OperationalError(_TOO_MUCH)
    budget.spend(0, known.size)


def rows_of(answer: FoundRows) -> Iterator[sqlite3.Row]:
    """Give the rows as Datasette knows them, by place and by name."""
    if not answer.rows:
        return
    names = ", ".join('null as "{}"'.format(each.replace('"', '""')) for each in answer.columns)
    cursor = _blank().execute(f"select {names}")
    yield from (sqlite3.Row(cursor, each) for each in answer.rows)


@cache
def _blank() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False)


@dataclass(slots=True)
class Lent:
    """Stand in for a connection and its cursor, for one request alone."""

    office: Office
    budget: Budget
    row_factory: object = None
    _found: list[sqlite3.Row] = field(default_factory=list)

    def cursor(self) -> "Lent":
        """Return a cursor."""
        return Lent(self.office, self.budget)

    def execute(self, sql: str, params: Params = ()) -> "Lent":
        """Ask a clerk; raise where there is no answer within half of what is left to the request.

        The other half serves to tell what had been found by then.
        """
        left = self.budget
        if left.seconds <= 0:
            left.cut = True
            raise OutOfTimeError
        question = Question(sql, params, None, left.seconds / 2, max(left.size, 0), IN_DATA)
        given = _settled(self.office.ask(question), self.budget)
        if not isinstance(given, FoundRows):
            raise OutOfTimeError
        self._found = list(rows_of(given))
        return self

    def fetchall(self) -> list[sqlite3.Row]:
        """Return the rows."""
        return self._found


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
    datasette = Datasette([], settings=SETTINGS,
                          metadata={"plugins": {NAME: {"today": today.isoformat(), "address": address,
                                                       "owner": asdict(owner)}}})
    # Datasette adds a database in memory where it is given no file, and nothing guards its size.
    datasette.remove_database("_memory")
    datasette.add_database(AskedDatabase(datasette, path, mark), name=NAME)
    return datasette


def _named(path: Path, mark: FileMark) -> str:
    """Return what names the content of a database, without reading all of it: its seal, its size and its time."""
    with closing(read_only(path)) as conn:
        check_stamp(conn, str(path))
        check_common(conn, str(path))   # a worker that takes another's place may find another file there
        return hashlib.sha256(repr((sealed(conn), mark.size, mark.modified)).encode()).hexdigest()
