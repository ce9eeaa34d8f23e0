"""Fill a new database with rows.

It is written whole under a temporary name and then renamed, so that no reader ever meets half of one. Nothing in it
depends on the clock or on chance: equal rows give an equal file, byte for byte.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import sqlite_utils

from lawgraph.database.opening import APPLICATION, refuse_strangers
from lawgraph.database.schema import TABLES, Reference, Table
from lawgraph.errors import DatabaseError

Rows = Mapping[str, Iterable[Mapping[str, str | int | None]]]

_TOKENIZER = "porter unicode61 remove_diacritics 2"


def write(path: Path, rows: Rows) -> None:
    """Write a database whole, or leave what was there as it was."""
    if path.exists():
        refuse_strangers(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, rows)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DatabaseError(str(path), f"the database cannot be written ({reason})", "check folder and space") from None


def _write_beside(path: Path, rows: Rows) -> None:
    """Write under another name in the same folder, then take the place of what was there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as conn:
            _fill(sqlite_utils.Database(conn), rows)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(db: sqlite_utils.Database, rows: Rows) -> None:
    conn = db.conn
    for pragma in (f"application_id = {APPLICATION}", "synchronous = off", "journal_mode = memory"):
        conn.execute(f"pragma {pragma}")
    for table in TABLES:
        _create(db, table)
        conn.execute("begin")
        conn.executemany(_insertion(table), rows[table.name])
        conn.execute("commit")
    for table in TABLES:
        _index(db, table)
    _check_references(conn)
    conn.execute("vacuum")


def _create(db: sqlite_utils.Database, table: Table) -> None:
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


def _index(db: sqlite_utils.Database, table: Table) -> None:
    for columns in table.indexes:
        db.table(table.name).create_index(columns)
    if table.searched:
        db.table(table.name).enable_fts(table.searched, tokenize=_TOKENIZER)
        db.table(table.name).optimize()


def _check_references(conn: sqlite3.Connection) -> None:
    broken = conn.execute("pragma foreign_key_check").fetchone()
    if broken:
        raise DatabaseError(f"table {broken[0]}, row {broken[1]}", f"it names a row of {broken[2]} that does not exist",
                            "report this: the program contradicts itself")
