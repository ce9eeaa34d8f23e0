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

from lawgraph.database.filling import insert, parts_beside, written
from lawgraph.database.opening import made_from, refuse_strangers
from lawgraph.database.rows import Holding, rows
from lawgraph.errors import DatabaseError

Stamp = tuple[tuple[str, str], ...]

_LOCK = "lock"
_PATIENCE = 600.0
_CLAIMED = "select distinct act from claims where act is not null"


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold what a law's own database was made from, and the acts that its editions name."""

    stamp: Stamp
    named: frozenset[str]


@contextmanager
def shelf_of(database: Path) -> Iterator[Path]:
    """Give the folder of the laws kept for a database, to this build alone; another one waits for its end."""
    if database.exists():
        refuse_strangers(database)
    shelf = database.with_name(f"{database.name}.laws")
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(shelf / _LOCK, isolation_level=None, timeout=_PATIENCE)) as lock:
            lock.execute("begin exclusive")
            yield shelf
    except OSError as error:
        raise DatabaseError(str(database), f"the database cannot be written ({error.strerror})",
                            "check folder and space") from None
    except sqlite3.OperationalError as error:
        raise DatabaseError(str(shelf), f"another build is at work here ({error})", "wait until it has ended") from None


def law_on(shelf: Path, law: str) -> Path:
    """Return the path of a law's own database."""
    return shelf / f"{law}.db"


def keep(path: Path, stamp: Stamp, held: Holding) -> None:
    """Write a law's own database."""
    with written(path) as conn:
        insert(conn, {"build": [{"part": part, "value": value} for part, value in stamp], **rows(held)})


def kept(path: Path) -> Kept | None:
    """Return what a law's own database was made from, `None` where there is none that can be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
            return Kept(made_from(conn), frozenset(act for act, in conn.execute(_CLAIMED)))
    except sqlite3.DatabaseError:
        return None


def stamp_of_kept(laws: Iterable[Path]) -> str:
    """Return the SHA-256 of what the laws' own databases were made from: what they hold together follows from it."""
    whole = hashlib.sha256()
    for law in laws:
        found = kept(law)
        whole.update(f"{law.name}\0{found.stamp if found else None}\n".encode())
    return whole.hexdigest()


def clear(shelf: Path, database: Path, laws: Collection[str]) -> None:
    """Delete what killed builds have left behind, and the laws that the corpus has no more."""
    wanted = {_LOCK, *(law_on(shelf, law).name for law in laws)}
    left = [*(each for each in shelf.iterdir() if each.name not in wanted), *parts_beside(database)]
    for each in left:
        each.unlink(missing_ok=True)
