"""Fill a database with rows, a new one or a copy of one that is there.

It is written whole under a temporary name and then renamed, so that no reader ever meets half of one. Nothing in it
depends on the clock or on chance: equal rows in a new file give an equal file, byte for byte.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import sqlite_utils

from lawgraph.database.columns import Row
from lawgraph.database.declaring import Table
from lawgraph.database.opening import APPLICATION
from lawgraph.database.schema import TABLES
from lawgraph.database.searching import normal
from lawgraph.database.storing import StoredRows, stored
from lawgraph.law.errors import DatabaseError, mishap

_PART = re.compile(r"\..+\.\d+\.part")
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_STORED = {name: each.stored for each in TABLES for name in (each.name, each.stored)}
_SEARCHED = tuple(each for each in TABLES if each.searched)


@contextmanager
def written(path: Path, like: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Give a database to be filled; where that succeeds it takes the place of what was there.

    It is empty, with all tables and without indexes, or a copy of the one at `like`. Raise `DatabaseError` where it
    cannot be written; what was there then stays as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
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
        raise DatabaseError(str(path), f"the database cannot be written: {happened}; what was there before is unharmed",
                            remedy) from None
    finally:
        part.unlink(missing_ok=True)


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
        raise DatabaseError(f"table {broken[0]}, row {broken[1]}", f"it names a row of {broken[2]} that does not exist",
                            "report this: the program contradicts itself")


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
