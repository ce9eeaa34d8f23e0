"""Whether a database still is what its sources give, and how it is opened when it is not."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lawgraph.corpus import read_corpus
from lawgraph.database.opening import connect, made_from, stamp
from lawgraph.errors import DatabaseError
from lawgraph.queries import laws


@dataclass(frozen=True, slots=True)
class Folders:
    """Name the two folders that everything is made from."""

    corpus: Path
    amendments: Path


Make = Callable[[Folders, Path], None]
"""Makes a database from the folders."""


def open_fresh(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:
    """Open a database for reading, made anew where it is missing or its sources have changed since."""
    if database.exists():
        conn = connect(database)
        if made_from(conn) == stamp_of(folders):
            return conn
        with closing(conn):
            _keep_other_laws(database, conn, folders)
    make(folders, database)
    return connect(database)


def open_as_it_is(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:  # noqa: ARG001  (as open_fresh)
    """Open a database for reading; raise `DatabaseError` where it is missing or its sources have changed since."""
    conn = connect(database)
    if made_from(conn) == stamp_of(folders):
        return conn
    conn.close()
    raise DatabaseError(str(database), f"{folders.corpus} or {folders.amendments} has changed since it was made",
                        f"run: lawgraph build --db {database}")


def stamp_of(folders: Folders) -> tuple[tuple[str, str], ...]:
    """Return what a database made from these folders by this program records of itself."""
    return stamp(_fingerprint(folders.corpus), _fingerprint(folders.amendments))


def _keep_other_laws(database: Path, conn: sqlite3.Connection, folders: Folders) -> None:
    """Raise where a database holds a law that the corpus has not: to make it anew would lose that law."""
    lost = sorted({each.id for each in laws(conn)} - {each.id for each in read_corpus(folders.corpus)})
    if lost:
        raise DatabaseError(str(database), f"it holds {', '.join(lost)}, which {folders.corpus} has not",
                            "name the folders it was made from with --corpus and --amendments")


def _fingerprint(folder: Path) -> str:
    """Return the SHA-256 of the names and contents of all files in a folder."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
