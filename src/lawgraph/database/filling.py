"""Fill a database with rows, a new one or a copy of one that is there.

It is written whole under a temporary name and then renamed, so that no reader ever meets half of one. Nothing in it
depends on the clock or on chance: equal rows in a new file give an equal file, byte for byte. What several rows share
is stored once, and named by number. The rows of a law take a block of numbers: in every table its rows count on from
the first number of the block.
"""

import os
import re
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

import sqlite_utils

from lawgraph.database.declaring import NUMBER, REASON_LISTS, REASONS, Shared, Table
from lawgraph.database.opening import APPLICATION
from lawgraph.database.rows import Row
from lawgraph.database.schema import TABLES
from lawgraph.database.searching import normal
from lawgraph.law.errors import DatabaseError, Phrase, mishap, part_of

Values = tuple[Hashable, ...]
StoredRows = Mapping[str, list[Values]]
"""Rows as they are stored, in the order of the stored columns, by the name under which they are."""

_NAMED = {name: each for each in TABLES for name in (each.name, each.stored)}
_FOUND_BY: dict[str, set[tuple[str, ...]]] = defaultdict(set)
for _shared in (shared for each in TABLES for shared in each.shared):
    _FOUND_BY[_NAMED[_shared.table].name].add(tuple(there for _, there in _shared.by))
_COLUMNS = {each.name: tuple(column.name for column in each.stored_columns) for each in TABLES}
_NUMBERED = {each.name for each in TABLES if NUMBER in each.stored_columns}
_PART = re.compile(r"\..+\.\d+\.part")
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_STORED = {name: each.stored for each in TABLES for name in (each.name, each.stored)}
_SEARCHED = tuple(each for each in TABLES if each.searched)


def stored(rows: Mapping[str, Iterable[Row]], first: int = 1) -> StoredRows:
    """Return the rows of a law as they are stored, numbered from `first` on."""
    block = _Block(first)
    for table in TABLES:
        block.take(table, tuple(rows.get(table.name, ())))
    return block.stored


class _Block:
    def __init__(self, first: int) -> None:
        self._first = first
        self.stored: dict[str, list[Values]] = {each.stored: [] for each in TABLES}
        self._numbers: dict[tuple[str, tuple[str, ...]], dict[Values, int]] = defaultdict(dict)
        self._lists: dict[Values, int] = {}

    def take(self, table: Table, rows: Sequence[Row]) -> None:
        # All are numbered before any is stored: a provision may stand before the one that encloses it.
        if not table.interned:
            for names in _FOUND_BY.get(table.name, ()):
                self._numbers[table.name, names].update(
                    (tuple(row[name] for name in names), number) for number, row in enumerate(rows, self._next(table)))
        for row in rows:
            self._add(table, row)

    def _next(self, table: Table) -> int:
        return self._first + len(self.stored[table.stored])

    def _add(self, table: Table, row: Row) -> int:
        number = self._next(table)
        told: dict[str, Hashable] = {**row, **{each.column: self._link(each, row) for each in table.shared}}
        if table.name in _NUMBERED:
            told["id"] = number
        self.stored[table.stored].append(tuple(told.get(name) for name in _COLUMNS[table.name]))
        return number

    def _link(self, shared: Shared, row: Row) -> int | None:
        """Return the number of the row that is shared, stored now where it is interned and new."""
        if shared.table == REASON_LISTS.name:
            return self._list(cast("Sequence[Row]", row["reasons"]))
        values = tuple(row.get(here) for here, _ in shared.by)
        if not shared.needed and (values[-1] is None):
            return None
        table, names = _NAMED[shared.table], tuple(there for _, there in shared.by)
        return self._interned(table, names, values) if table.interned else self._numbers[table.name, names][values]

    def _interned(self, table: Table, names: tuple[str, ...], values: Values) -> int:
        known = self._numbers[table.name, names]
        found = known.get(values)
        if found is None:
            found = known[values] = self._add(table, cast("Row", dict(zip(names, values, strict=True))))
        return found

    def _list(self, reasons: Sequence[Row]) -> int | None:
        """Return the number of a list of reasons, `None` for one without any."""
        told = (tuple(each.items()) for each in reasons)
        numbers = tuple(self._interned(REASONS, tuple(name for name, _ in each), tuple(value for _, value in each))
                        for each in told)
        if numbers and numbers not in self._lists:
            self._lists[numbers] = self._first + len(self._lists)
            self.stored[REASON_LISTS.stored] += [
                (self._lists[numbers], place, number) for place, number in enumerate(numbers, 1)]
        return self._lists.get(numbers)


@contextmanager
def written(path: Path, like: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Give a database to be filled; where that succeeds it takes the place of what was there.

    It is empty, with all tables and without indexes, or a copy of the one at `like`. Raise `DatabaseError` where it
    cannot be written; what was there then stays as it was.
    """
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        if like:
            shutil.copyfile(like, part)
        with closing(sqlite3.connect(part.absolute().as_uri(), uri=True, isolation_level=None)) as conn:
            # The file is thrown away whole where anything fails, so nothing needs to be undone in it.
            for pragma in ("journal_mode = off", "synchronous = off", f"application_id = {APPLICATION}"):
                conn.execute(f"pragma {pragma}")
            conn.create_function("normal", 1, lambda text: text and normal(text), deterministic=True)
            if not like:
                _create(conn)
            yield conn
        _make_sure(part)
        part.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        happened, remedy = mishap(error)
        raise DatabaseError(str(path), unwritten(happened), remedy) from None
    finally:
        part.unlink(missing_ok=True)


def unwritten(happened: str) -> Phrase:
    """Return what is told where the machine refuses to write a database."""
    return Phrase("the database cannot be written: %(happened)s; what was there before is unharmed", happened=happened)


def insert(conn: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    """Insert rows that no law numbers, by the name of their table."""
    insert_stored(conn, stored(rows))


def insert_stored(conn: sqlite3.Connection, rows: StoredRows) -> None:
    """Insert rows as they are stored, in the order in which tables refer to each other."""
    conn.execute("begin")
    for table in TABLES:
        marks = ", ".join("?" for _ in table.stored_columns)
        conn.executemany(f"insert into [{table.stored}] values ({marks})", rows[table.stored])  # noqa: S608  (our own names)
    conn.execute("commit")


def index(conn: sqlite3.Connection) -> None:
    """Make the indexes of all tables, and check that every reference leads to a row."""
    db = sqlite_utils.Database(conn)
    for table in TABLES:
        for columns in table.indexes:
            db.table(table.stored).create_index(columns)
        if table.unique:
            db.table(table.stored).create_index(table.unique, unique=True)
    for table in _SEARCHED:
        index_words(conn, table)
        conn.execute(f"insert into [{table.name}_fts] ([{table.name}_fts]) values ('optimize')")  # noqa: S608  (our own names)
    broken = conn.execute("pragma foreign_key_check").fetchone()
    if broken:
        raise DatabaseError(f"table {broken[0]}, row {broken[1]}",
                            Phrase("it names a row of %(table)s that does not exist", table=broken[2]),
                            Phrase("report this: the program contradicts itself"))


def index_words(conn: sqlite3.Connection, table: Table, where: str = "true", command: str = "") -> None:
    """Take rows into the full-text search of their table, as people type words, or out of it by 'delete'."""
    names, words = ", ".join(table.searched), ", ".join(f"normal({each})" for each in table.searched)
    fts, number = f"[{table.name}_fts]", "id" if table.stored != table.name else "rowid"
    conn.execute(f"insert into {fts} ({f'{fts}, ' if command else ''}rowid, {names}) "  # noqa: S608  (our own names)
                 f"select {f'{command!r}, ' if command else ''}{number}, {words} from [{table.name}] where {where} "
                 f"order by {number}")


def parts_of(folder: Path, name: str) -> Iterator[Path]:
    """Give the temporary files that processes that were killed have left in a folder in the place of a file."""
    for each in folder.glob(f".{name}.*.part"):
        if _PART.fullmatch(each.name) and each.is_file() and not each.is_symlink():
            yield each


def _create(conn: sqlite3.Connection) -> None:
    db = sqlite_utils.Database(conn)
    for table in TABLES:
        conn.execute(_creating(table))
    for table in TABLES:
        for name, query in table.views():
            db.create_view(name, query)
    for table in _SEARCHED:
        names = ", ".join(f"[{each}]" for each in table.searched)
        number = ", content_rowid=[id]" if table.stored != table.name else ""
        conn.execute(f"create virtual table [{table.name}_fts] using fts5({names}, content=[{table.name}]{number}, "
                     f"tokenize='{_TOKENIZER}')")


def _creating(table: Table) -> str:
    kinds = {str: "text", int: "integer"}
    told = [f"[{each.name}] {kinds[each.holds]}{' not null' if each.needed else ''}" for each in table.stored_columns]
    told.append(f"primary key ({_names(table.primary)})")
    told += [f"foreign key ([{each.column}]) references [{_STORED[each.table]}] ([id])"
             for each in table.shared if each.by]
    told += [f"foreign key ({_names(each.columns)}) references [{each.table}] ({_names(each.keys)})"
             for each in table.references]
    return f"create table [{table.stored}] ({', '.join(told)}){' without rowid' if table.stored_key else ''}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"[{each}]" for each in names)


def _make_sure(part: Path) -> None:
    """Wait until the disk holds the file, since a rename may reach it before what was written."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
