"""Fill a new database with rows.

It is written whole under a temporary name and then renamed, so that no reader ever meets half of one. Nothing in it
depends on the clock or on chance: equal rows give an equal file, byte for byte.
"""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import sqlite_utils

from lawgraph.database.columns import Row
from lawgraph.database.opening import APPLICATION
from lawgraph.database.schema import TABLES, Reference, Table
from lawgraph.law.errors import DatabaseError, mishap

_PART = re.compile(r"\..+\.\d+\.part")
_TOKENIZER = "porter unicode61 remove_diacritics 2"


@contextmanager
def written(path: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty database with all tables, to be filled; where that succeeds it takes the place of what was there.

    Raise `DatabaseError` where it cannot be written; what was there then stays as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part.absolute().as_uri(), uri=True, isolation_level=None)) as conn:
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
    """Insert rows by the name of their table, in the order in which tables refer to each other."""
    conn.execute("begin")
    for table in TABLES:
        conn.executemany(_insertion(table), rows.get(table.name, ()))
    conn.execute("commit")


def index(conn: sqlite3.Connection) -> None:
    """Make the indexes of all tables, and check that every reference leads to a row."""
    db = sqlite_utils.Database(conn)
    for table in TABLES:
        for columns in table.indexes:
            db.table(table.name).create_index(columns)
        if table.searched:
            db.table(table.name).enable_fts(table.searched, tokenize=_TOKENIZER)
            db.table(table.name).optimize()
    _check_references(conn)


def parts_of(folder: Path, name: str) -> Iterator[Path]:
    """Give the temporary files that processes that were killed have left in a folder in the place of a file."""
    for each in folder.glob(f".{name}.*.part"):
        if _PART.fullmatch(each.name) and each.is_file() and not each.is_symlink():
            yield each


def _create(conn: sqlite3.Connection) -> None:
    # The file is thrown away whole where anything fails, so nothing needs to be undone in it.
    for pragma in ("journal_mode = off", "synchronous = off", f"application_id = {APPLICATION}"):
        conn.execute(f"pragma {pragma}")
    db = sqlite_utils.Database(conn)
    for table in TABLES:
        db.table(table.name).create(
            {column.name: column.holds for column in table.columns},
            pk=table.key[0] if len(table.key) == 1 else table.key,
            not_null={column.name for column in table.columns if column.needed},
            foreign_keys=[_foreign_key(each) for each in table.references])


def _foreign_key(reference: Reference) -> tuple[str | tuple[str, ...], str, str | tuple[str, ...]]:
    if len(reference.columns) == 1:
        return reference.columns[0], reference.table, reference.keys[0]
    return reference.columns, reference.table, reference.keys


def _insertion(table: Table) -> str:
    names = [column.name for column in table.columns]
    return (f"insert into [{table.name}] ({', '.join(f'[{name}]' for name in names)}) "  # noqa: S608  (our own names)
            f"values ({', '.join(f':{name}' for name in names)})")


def _make_sure(part: Path) -> None:
    """Wait until the disk holds the file, since a rename may reach it before what was written."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _check_references(conn: sqlite3.Connection) -> None:
    broken = conn.execute("pragma foreign_key_check").fetchone()
    if broken:
        raise DatabaseError(f"table {broken[0]}, row {broken[1]}", f"it names a row of {broken[2]} that does not exist",
                            "report this: the program contradicts itself")
