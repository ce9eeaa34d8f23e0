"""Whether a database, and what is kept of each law, still is what its sources give; and how it is opened when not."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lawgraph import __version__
from lawgraph.database.ledger import Ledger, ledger_in
from lawgraph.database.opening import connect, made_from, shelf_beside, stamp
from lawgraph.database.schema import fingerprint
from lawgraph.database.sealing import held_laws, seal_that_holds
from lawgraph.intake.corpus import read_corpus
from lawgraph.law.acts import ActRecord
from lawgraph.law.errors import DatabaseError


@dataclass(frozen=True, slots=True)
class Folders:
    """Name the two folders that everything is made from."""

    corpus: Path
    amendments: Path


Stamp = tuple[tuple[str, str], ...]
"""What something was made by and from, part by part."""

Make = Callable[[Folders, Path], None]
"""Makes a database from the folders."""


def open_fresh(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:
    """Open a database for reading, made anew where it is missing or its sources have changed since."""
    if database.exists():
        conn = connect(database)
        with ledger_in(shelf_beside(database)) as ledger:
            if is_made_from(conn, stamp_of(folders, ledger)) and ledger.found(database, seal_that_holds):
                return conn
        with closing(conn):
            _keep_other_laws(database, conn, folders)
    make(folders, database)
    return connect(database)


def open_as_it_is(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:  # noqa: ARG001  (as open_fresh)
    """Open a database for reading; raise `DatabaseError` where it is missing or its sources have changed since."""
    conn = connect(database)
    with ledger_in(shelf_beside(database)) as ledger:
        made = is_made_from(conn, stamp_of(folders, ledger))
        if made and ledger.found(database, seal_that_holds):
            return conn
    conn.close()
    changed = "its rows are not those that were built" if made else (
        f"{folders.corpus} or {folders.amendments} has changed since it was made")
    raise DatabaseError(str(database), changed, f"run: lawgraph build --db {database}")


@dataclass(frozen=True, slots=True)
class Contents:
    """Hold the SHA-256 of each file of a folder, by its path in it."""

    name: str
    files: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the names and contents of all files."""
        return _fingerprint(self.files)

    def inside(self) -> "Mapping[str, Contents]":
        """Return the contents of each folder that stands in this one, by its name."""
        found = groupby(self.files, key=lambda file: file[0].partition("/")[0])
        return {folder: Contents(folder, tuple(files)) for folder, files in found}


def contents(folder: Path, ledger: Ledger) -> Contents:
    """Return the contents of all files in a folder."""
    paths = sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())
    return Contents(folder.name, tuple((path, ledger.found(folder / path, sha256_of)) for path in paths))


def stamp_of(folders: Folders, ledger: Ledger) -> Stamp:
    """Return what a database made from these folders by this program records of itself."""
    return stamp_from(contents(folders.corpus, ledger), contents(folders.amendments, ledger))


def stamp_from(corpus: Contents, amendments: Contents) -> Stamp:
    """Return what a database made from these contents by this program records of itself."""
    return stamp(corpus.fingerprint, amendments.fingerprint)


def law_stamp(code: str, law: Contents, records: Iterable[ActRecord]) -> Stamp:
    """Return what is recorded with a law that is kept: the program to the letter, the law's files, facts about acts."""
    return (("program", __version__), ("schema", fingerprint()), ("code", code),
            ("law", _sha256(f"{law.name}\n{law.fingerprint}")),
            ("facts", _sha256("\n".join(repr(each) for each in records))))


def is_made_from(conn: sqlite3.Connection, expected: Stamp) -> bool:
    """Tell whether a database records all that is expected of it."""
    return set(expected) <= set(made_from(conn))


def code_fingerprint() -> str:
    """Return the SHA-256 of the program itself."""
    package = Path(__file__).parents[1]
    modules = sorted(package.rglob("*.py"))
    return _fingerprint((each.relative_to(package).as_posix(), sha256_of(each)) for each in modules)


def _keep_other_laws(database: Path, conn: sqlite3.Connection, folders: Folders) -> None:
    """Raise where a database holds a law that the corpus has not: to make it anew would lose that law."""
    lost = sorted(set(held_laws(conn)) - {each.id for each in read_corpus(folders.corpus)})
    if lost:
        raise DatabaseError(str(database), f"it holds {', '.join(lost)}, which {folders.corpus} has not",
                            "name the folders it was made from with --corpus and --amendments")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(files: Iterable[tuple[str, str]]) -> str:
    return _sha256("".join(f"{path}\0{content}\n" for path, content in files))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
