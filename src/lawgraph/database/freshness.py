"""Whether a database, and what is kept of each law, still is what its sources give; and how it is opened when not.

What files were found to hold is remembered, so that what has not moved since need not be read again. A file is unmoved
while its size, inode and both its times are those remembered, and both times lie at least two seconds before the
remembering began: a file that changes within one tick of its clock could look the same. All times are the file system's
own, this one's included: it is the time of a file made for that.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lawgraph import __version__
from lawgraph.database.opening import (
    connect,
    fingerprint,
    held_laws,
    is_whole,
    seal_that_holds,
    shelf_beside,
    stamp,
)
from lawgraph.law.errors import DatabaseError, Phrase, SourceError, part_of, read_bytes

if TYPE_CHECKING:
    from lawgraph.law.acts import ActRecord

MARGIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT)."""

_NAME = "ledger"
_MOST_BYTES = 1_000_000_000
"""More than the ledger of all acts of the family has."""

_State = tuple[int, int, int, int]
_Known = dict[str, tuple[_State, str]]
"""What was found in files, by their absolute paths, with the state in which they were."""


class Ledger:
    """Say what files hold, from memory where they have not moved."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = part_of(path)
        self._known, self._seals = _read(path)
        self._new: _Known = {}
        self._unmoved: set[str] = set()
        self._began: int | None = None

    def found(self, path: str | Path, read: Callable[[Path], str]) -> str:
        """Return what reading a file gives, without reading it where it is unmoved; raise `OSError` as it does.

        A path that is text is absolute.
        """
        name = path if isinstance(path, str) else str(path.absolute())
        known = self._known.get(name)
        if known and known[0] == _state(name):
            self._unmoved.add(name)
            return known[1]
        self._begin()
        state = _state(name)    # before it is read: what changes it meanwhile gives it another one
        found = read(Path(name))
        self._new[name] = state, found
        return found

    def seal_of(self, database: Path, read: Callable[[Path], str]) -> str:
        """Return what reading the rows of a database gives, from memory where its bytes were read before."""
        content = self.found(database, sha256_of)
        if content not in self._seals:
            self.note(content, read(database))
        return self._seals[content]

    def note(self, content: str, seal: str) -> None:
        """Remember what the rows of a database with some content hold, in the place of what was remembered before."""
        self._begin()
        self._seals = {content: seal}

    def forget(self) -> None:
        """Let all files be read again, whether they have moved or not."""
        self._known, self._seals = {}, {}
        if self._path.exists():
            self._begin()

    def save(self) -> None:
        """Write down what was found anew; where nothing can be written, the files will be read again."""
        if self._began is None:
            return
        seen = self._unmoved | self._new.keys()
        entries = {name: (*state, found) for name, (state, found) in {**self._known, **self._new}.items()
                   if name in seen or os.path.exists(name)}  # noqa: PTH110  (a path for each of many files takes long)
        with suppress(OSError):
            self._part.write_text(json.dumps({"as_of": self._began, "seals": self._seals, "files": entries}),
                                  encoding="utf-8")
            self._part.replace(self._path)
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _begin(self) -> None:
        """Take the time, once, before the first file is looked at that must be read."""
        if self._began is None:
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._part.touch()
                self._began = self._part.stat().st_mtime_ns


@contextmanager
def ledger_in(folder: Path) -> Iterator[Ledger]:
    """Give the ledger of a folder, and write down what was found while it was in use."""
    ledger = Ledger(folder / _NAME)
    try:
        yield ledger
    finally:
        ledger.save()


def untrue(folder: Path) -> Iterator[tuple[Path, Phrase]]:
    """Give what is not so in the ledger of a folder, each with its words; all files of which it tells are read."""
    path = folder / _NAME
    if not path.exists():
        return
    try:
        known, _ = _told(path)
    except _UNTOLD:
        yield path, Phrase("this list of what was read is damaged")
        return
    for name, (state, found) in known.items():
        with suppress(OSError):     # what is gone, or may not be read, is believed nothing of
            if _state(name) == state and sha256_of(Path(name)) != found:
                yield path, Phrase("it says of %(file)s what that file does not hold", file=name)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _state(path: str) -> _State:
    told = os.stat(path)  # noqa: PTH116  (a path for each of many files takes long)
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino


def _read(path: Path) -> tuple[_Known, Mapping[str, str]]:
    """Return what was written down; nothing where it cannot be read."""
    try:
        return _told(path)
    except _UNTOLD:
        return {}, {}


_UNTOLD = (SourceError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _told(path: Path) -> tuple[_Known, Mapping[str, str]]:
    """Return what was written down.

    What was too young then is left out: written down again under a later time, it would come to be believed.
    """
    told = json.loads(read_bytes(path, _MOST_BYTES))
    latest = told["as_of"] - MARGIN
    files = {name: ((size, modified, changed, inode), str(found))
             for name, (size, modified, changed, inode, found) in told["files"].items()
             if max(modified, changed) < latest}
    return files, {str(each): str(seal) for each, seal in told.get("seals", {}).items()}


@dataclass(frozen=True, slots=True)
class Folders:
    """Name the two folders that everything is made from."""

    corpus: Path
    amendments: Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Name what the rows of a law are made from, each by SHA-256.

    These are its files with the program, the files of the acts that amend it, and the facts about it.
    """

    files: str
    acts: str
    facts: str


Stamp = tuple[tuple[str, str], ...]
"""What something was made by and from, part by part."""

Make = Callable[[Folders, Path], None]
"""Makes a database from the folders."""


def open_fresh(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:
    """Open a database for reading, made anew where it is missing or its sources have changed since."""
    if database.exists():
        conn = connect(database)
        if not what_differs(database, folders):
            return conn
        with closing(conn):
            _keep_other_laws(database, conn, folders)
    make(folders, database)
    return connect(database)


def open_as_it_is(database: Path, folders: Folders, make: Make) -> sqlite3.Connection:  # noqa: ARG001  (as open_fresh)
    """Open a database for reading; raise `DatabaseError` where it is missing or its sources have changed since."""
    conn = connect(database)
    differs = what_differs(database, folders)
    if not differs:
        return conn
    conn.close()
    raise DatabaseError(str(database), differs, Phrase("run: %(command)s", command=f"lawgraph build --db {database}"))


def what_differs(database: Path, folders: Folders) -> str:
    """Return in words why a database is not what its folders give, nothing where it is."""
    with ledger_in(shelf_beside(database)) as ledger:
        if not is_whole(database, stamp_of(folders, ledger)):
            return f"{folders.corpus} or {folders.amendments} has changed since it was made"
        return "" if ledger.seal_of(database, seal_that_holds) else "its rows are not those that were built"


def what_is_new(database: Path, folders: Folders) -> "Seen | None":
    """Return what a database is to be made from, `None` where it is to the last row what this program makes of that."""
    with ledger_in(shelf_beside(database)) as ledger:
        seen = seen_in(folders, ledger)
        same = is_whole(database, seen.stamp) and bool(ledger.seal_of(database, seal_that_holds))
        return None if same else seen


@dataclass(frozen=True, slots=True)
class Contents:
    """Hold the SHA-256 of each file of a folder, by its path in it."""

    name: str
    files: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the names and contents of all files."""
        return _fingerprint(self.files)

    def holds(self, path: str) -> bool:
        """Tell whether there is a file."""
        return any(path == name for name, _ in self.files)

    def inside(self) -> "Mapping[str, Contents]":
        """Return the contents of each folder that stands in this one, by its name."""
        found = groupby(self.files, key=lambda file: file[0].partition("/")[0])
        return {folder: Contents(folder, tuple(files)) for folder, files in found}


def contents(folder: Path, ledger: Ledger) -> Contents:
    """Return the contents of all files in a folder."""
    root = str(folder.absolute())
    begin = len(root) + 1
    files = ((path[begin:].replace(os.sep, "/"), path) for path in sorted(_files(root)))
    return Contents(folder.name, tuple((name, ledger.found(path, sha256_of)) for name, path in files))


def _files(folder: str) -> Iterator[str]:
    """Give the files in a folder; a link may lead nowhere, but nothing is passed over unseen, or waited for."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for each in entries:
            _refuse_unreadable(each.path)
            if each.is_file():
                yield each.path
            elif each.is_dir(follow_symlinks=False):
                yield from _files(each.path)
            elif each.is_dir():
                raise SourceError(each.path,
                                  Phrase("this is a link to a folder, and links to folders are not followed"),
                                  Phrase("put the folder itself here"))
            elif os.path.exists(each.path):  # noqa: PTH110  (as it is listed)
                raise SourceError(each.path, Phrase("this is no file, and stands among the sources"),
                                  Phrase("take it away"))


def _refuse_unreadable(path: str) -> None:
    try:
        path.encode()
    except UnicodeEncodeError:
        raise SourceError(path, Phrase("this name is not UTF-8, and stands among the sources"),
                          Phrase("give it another name")) from None


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what everything is made from as it was found: both folders, and the program to the letter."""

    corpus: Contents
    amendments: Contents
    code: str

    @property
    def stamp(self) -> Stamp:
        """What a database that is made from it records of itself."""
        return (*stamp_from(self.corpus, self.amendments), ("code", self.code))


def seen_in(folders: Folders, ledger: Ledger) -> Seen:
    """Return what everything is made from now."""
    return Seen(contents(folders.corpus, ledger), contents(folders.amendments, ledger), code_fingerprint())


def stamp_of(folders: Folders, ledger: Ledger) -> Stamp:
    """Return what a database made from these folders by this program records of itself."""
    return stamp_from(contents(folders.corpus, ledger), contents(folders.amendments, ledger))


def stamp_from(corpus: Contents, amendments: Contents) -> Stamp:
    """Return what a database made from these contents by this program records of itself."""
    return stamp(corpus.fingerprint, amendments.fingerprint)


def files_of(code: str, law: Contents) -> str:
    """Return the SHA-256 of a law's own files, and of the program to the letter."""
    return _sha256(f"{__version__}\n{fingerprint()}\n{code}\n{law.name}\n{law.fingerprint}")


def acts_of(acts: Iterable[Contents]) -> str:
    """Return the SHA-256 of the files of some amending acts."""
    return _sha256("\n".join(f"{each.name} {each.fingerprint}" for each in acts))


def facts_of(records: "Iterable[ActRecord]") -> str:
    """Return the SHA-256 of facts about acts."""
    return _sha256("\n".join(map(repr, records)))


def code_fingerprint() -> str:
    """Return the SHA-256 of the program itself: its modules and its queries."""
    package = Path(__file__).parents[1]
    modules = sorted((*package.rglob("*.py"), *package.rglob("*.sql")))
    return _fingerprint((each.relative_to(package).as_posix(), sha256_of(each)) for each in modules)


def _keep_other_laws(database: Path, conn: sqlite3.Connection, folders: Folders) -> None:
    """Raise where a database holds a law that the corpus has not: to make it anew would lose that law."""
    lost = sorted(set(held_laws(conn)) - {each.parent.name for each in folders.corpus.glob("*/manifest.toml")})
    if lost:
        raise DatabaseError(str(database),
                            Phrase("it holds %(lost)s, which %(corpus)s has not",
                                   lost=', '.join(lost), corpus=folders.corpus),
                            Phrase("name the folders it was made from with --corpus and --amendments"))


def _fingerprint(files: Iterable[tuple[str, str]]) -> str:
    return _sha256("".join(f"{path}\0{content}\n" for path, content in files))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
