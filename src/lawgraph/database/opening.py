"""Open the database, only where this program can read it, and never a file that is not ours.

What writes it stands in `filling`, which loads the library for that; reading needs none.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from lawgraph import __version__
from lawgraph.database.schema import fingerprint
from lawgraph.law.errors import DatabaseError, is_locked, mishap

APPLICATION = 0x4C415747
"""What marks a SQLite file as ours: the letters LAWG."""

_MAGIC = b"SQLite format 3\x00"


def shelf_beside(database: Path) -> Path:
    """Return the folder of what is kept for a database: the laws' own databases, and the ledger of what was read."""
    return database.with_name(f"{database.name}.laws")


def stamp(corpus: str, amendments: str) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` records: this program, its schema, and the SHA-256 of both folders."""
    return ("program", __version__), ("schema", fingerprint()), ("corpus", corpus), ("amendments", amendments)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database for reading; raise `DatabaseError` where this program cannot read it."""
    conn, made_by = _opened(path)
    if made_by.get("program") == __version__ and made_by.get("schema") == fingerprint():
        return conn
    conn.close()
    raise DatabaseError(str(path), f"this database was made by {_maker(made_by)}, not by this one ({__version__})",
                        f"run: lawgraph build --db {path}")


def connect_older(path: Path) -> sqlite3.Connection:
    """Open a database whose tables this program has too, whichever version made it, for its answers alone."""
    conn, made_by = _opened(path)
    if made_by.get("schema") == fingerprint():
        return conn
    conn.close()
    raise DatabaseError(str(path), f"it was made by {_maker(made_by)}, and its answers cannot be compared",
                        "build its sources with this program into a file of its own, and name that one")


def _opened(path: Path) -> tuple[sqlite3.Connection, Mapping[str, str]]:
    """Open a database of ours, and tell what it was made by."""
    refuse_strangers(path)
    conn = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        made_by = dict(made_from(conn))
    except sqlite3.OperationalError as error:
        conn.close()
        raise DatabaseError(str(path), *mishap(error)) from None
    if made_by:
        return conn, made_by
    conn.close()
    raise DatabaseError(str(path), "this database is damaged: what it was made by cannot be read",
                        f"build it anew: lawgraph build --db {path}")


def _maker(made_by: Mapping[str, str]) -> str:
    other = made_by.get("program", "an unknown version")
    return f"lawgraph {other}" if other != __version__ else "a lawgraph with other tables"


def made_from(conn: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` of a database records, nothing where it has no such table or is damaged.

    Raise `sqlite3.OperationalError` where another program holds it locked.
    """
    try:
        return tuple(conn.execute("select part, value from build order by rowid").fetchall())
    except sqlite3.DatabaseError as error:
        if is_locked(error):
            raise
        return ()


def is_whole(path: Path, expected: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a database is there and records all that is expected of it."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as conn:
        return set(expected) <= set(made_from(conn))


def refuse_strangers(path: Path) -> None:
    """Raise `DatabaseError` where a file is not one of our databases: it is neither read nor written over."""
    head = _head(path)
    if not head.startswith(_MAGIC):
        raise DatabaseError(str(path), "this file is no database", "name another file with --db")
    if head[68:72] != APPLICATION.to_bytes(4, "big"):
        raise DatabaseError(str(path), "this database was not made by lawgraph", "name another file with --db")


def is_ours(path: Path) -> bool:
    """Tell whether a file bears the mark of our databases."""
    head = _head(path) if path.is_file() else b""
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION.to_bytes(4, "big")


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise DatabaseError(str(path), "there is no such database", f"run: lawgraph build --db {path}") from None
    except IsADirectoryError:
        raise DatabaseError(str(path), "this is a directory", "name a file with --db") from None
    except OSError as error:
        raise DatabaseError(str(path), f"the file cannot be read ({error.strerror})", "check its permissions") from None
