"""Write the database from rows, and open it again only where this program can read it.

A database is written whole under a temporary name and then renamed, so that no reader ever meets half of one. Nothing
in it depends on the clock or on chance: equal rows give an equal file, byte for byte.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import sqlite_utils

from lawgraph import __version__
from lawgraph.errors import DatabaseError
from lawgraph.schema import TABLES, Reference, Table, fingerprint

Rows = Mapping[str, Iterable[Mapping[str, str | int | None]]]

APPLICATION = 0x4C415747
"""What marks a SQLite file as ours: the letters LAWG."""

_MAGIC = b"SQLite format 3\x00"
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_REBUILD = "run: lawgraph build --db"


def stamp(corpus: str, amendments: str) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` records: this program, its schema, and the SHA-256 of both folders."""
    return ("program", __version__), ("schema", fingerprint()), ("corpus", corpus), ("amendments", amendments)


def write(path: Path, rows: Rows) -> None:
    """Write a database whole, or leave what was there as it was."""
    if path.exists():
        _refuse_strangers(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as conn:
            _fill(sqlite_utils.Database(conn), rows)
        part.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise DatabaseError(str(path), f"the database cannot be written ({error})", "check the folder") from None
    finally:
        part.unlink(missing_ok=True)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database for reading; raise `DatabaseError` where this program cannot read it."""
    _refuse_strangers(path)
    conn = _open(path)
    made_by = _recorded(conn)
    if {"program": made_by.get("program"), "schema": made_by.get("schema")} != {
            "program": __version__, "schema": fingerprint()}:
        conn.close()
        other = made_by.get("program", "no known version")
        raise DatabaseError(str(path), f"this database was made by lawgraph {other}, which is not this one "
                            f"({__version__})" if other != __version__ else
                            "this database has other tables than this lawgraph makes", f"{_REBUILD} {path}")
    return conn


def made_from(conn: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` of a database records."""
    return tuple(_recorded(conn).items())


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _refuse_strangers(path: Path) -> None:
    """Raise where a file is not one of our databases: it is neither read nor written over."""
    if path.is_dir():
        raise DatabaseError(str(path), "this is a directory", "name a file")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise DatabaseError(str(path), "there is no such database", f"{_REBUILD} {path}") from None
    except OSError as error:
        raise DatabaseError(str(path), f"the file cannot be read ({error.strerror})", "check its permissions") from None
    if not head.startswith(_MAGIC):
        raise DatabaseError(str(path), "this file is no database", "name another file with --db")
    if head[68:72] != APPLICATION.to_bytes(4):
        raise DatabaseError(str(path), "this database was not made by lawgraph", "name another file with --db")


def _recorded(conn: sqlite3.Connection) -> dict[str, str]:
    try:
        return dict(conn.execute("select part, value from build order by rowid").fetchall())
    except sqlite3.DatabaseError:
        return {}


def _fill(db: sqlite_utils.Database, rows: Rows) -> None:
    conn = db.conn
    for pragma in (f"application_id = {APPLICATION}", "foreign_keys = off", "synchronous = off", "journal_mode = memory"):
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
