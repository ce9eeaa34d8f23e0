"""Keep what was traced of each law in a folder beside the database, so that a build does anew only what changed.

Each law is a database of the same tables, written whole or not at all, with a stamp that tells what it was made from.
A build that is killed leaves every law that it had done; the next one goes on from there. Only one build at a time
works in the folder: SQLite's own lock says so, and is gone when its process is.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from lawgraph.database.filling import insert, parts_of, written
from lawgraph.database.ledger import Ledger
from lawgraph.database.opening import is_ours, made_from, refuse_strangers, shelf_beside
from lawgraph.database.rows import Holding, rows
from lawgraph.database.sealing import SEALED, seal, seal_that_holds
from lawgraph.law.errors import DatabaseError, is_locked, mishap

Stamp = tuple[tuple[str, str], ...]

_LOCK = "lock"
_PATIENCE = 600.0
_CLAIMED = "select distinct act from claims where act is not null"


@dataclass(frozen=True, slots=True)
class KeptLaw:
    """Hold what a law's own database was made from, and the acts that its editions name."""

    stamp: Stamp
    named: frozenset[str]


@contextmanager
def shelf_of(database: Path) -> Iterator[Path]:
    """Give the folder of the laws kept for a database, to this build alone; another one waits for its end."""
    if database.exists():
        refuse_strangers(database)
    shelf = shelf_beside(database)
    with closing(_locked(shelf)):
        yield shelf


def database_of_law(shelf: Path, law: str) -> Path:
    """Return the path of a law's own database."""
    return shelf / f"{law}.db"


def keep(path: Path, stamp: Stamp, held: Holding) -> None:
    """Write a law's own database; a file of that name that is no database of ours is not written over."""
    if path.exists() and path.stat().st_size:
        refuse_strangers(path)
    with written(path) as conn:
        insert(conn, {"build": [{"part": part, "value": value} for part, value in stamp], **rows(held)})
        seal(conn)


def kept(path: Path, ledger: Ledger) -> KeptLaw | None:
    """Return what a law's own database was made from, `None` where there is none that is as it was written."""
    if not path.exists() or not ledger.found(path, seal_that_holds):
        return None
    with _read(path) as conn:
        stamp = tuple(each for each in made_from(conn) if each[0] != SEALED)
        return KeptLaw(stamp, frozenset(act for act, in conn.execute(_CLAIMED)))


def stamp_of_kept(laws: Iterable[Path]) -> str:
    """Return the SHA-256 of what the laws' own databases were made from and hold."""
    whole = hashlib.sha256()
    for law in laws:
        with _read(law) as conn:
            whole.update(f"{law.name}\0{made_from(conn)}\n".encode())
    return whole.hexdigest()


def kept_in(shelf: Path) -> tuple[Path, ...]:
    """Return the laws' own databases in a folder."""
    return tuple(sorted(each for each in shelf.glob("*.db") if is_ours(each)))


def clear(shelf: Path, database: Path, laws: Collection[str]) -> None:
    """Delete what killed builds have left behind, and the laws that the corpus has no more; never what is not ours."""
    wanted = {database_of_law(shelf, law) for law in laws}
    gone = (each for each in kept_in(shelf) if each not in wanted)
    for each in [*gone, *parts_of(shelf, "*"), *parts_of(database.parent, database.name)]:
        each.unlink(missing_ok=True)


def _read(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True))


def _locked(shelf: Path) -> sqlite3.Connection:
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(shelf / _LOCK, isolation_level=None, timeout=_PATIENCE)
        lock.execute("begin exclusive")
    except (OSError, sqlite3.DatabaseError) as error:
        if is_locked(error):
            raise DatabaseError(str(shelf), "another build is at work here", "wait until it has ended") from None
        happened, remedy = mishap(error)
        raise DatabaseError(str(shelf), f"the database cannot be written: {happened}", remedy) from None
    return lock
