"""Remember what files were found to hold, so that what has not moved since need not be read again.

A file is unmoved while its size, inode and both its times are those remembered, and both times lie at least two
seconds before the remembering began: a file that changes within one tick of its clock could look the same. All times
are the file system's own, this one's included: it is the time of a file made for that.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MARGIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT)."""

_NAME = "ledger"
_State = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Entry:
    state: _State
    found: str

    def older_than(self, moment: int) -> bool:
        _, modified, changed, _ = self.state
        return max(modified, changed) + MARGIN < moment


class Ledger:
    """Say what files hold, from memory where they have not moved."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._as_of, self._known, self._seals = _read(path)
        self._new: dict[str, _Entry] = {}
        self._began: int | None = None

    def found(self, path: Path, read: Callable[[Path], str]) -> str:
        """Return what reading a file gives, without reading it where it is unmoved; raise `OSError` as it does."""
        name = str(path.absolute())
        known = self._known.get(name)
        if known and known.older_than(self._as_of) and known.state == _state(path):
            return known.found
        self._begin()
        state = _state(path)    # before it is read: what changes it meanwhile gives it another one
        found = read(path)
        self._new[name] = _Entry(state, found)
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

    def save(self) -> None:
        """Write down what was found anew; where nothing can be written, the files will be read again."""
        if self._began is None:
            return
        entries = {name: each for name, each in {**self._known, **self._new}.items() if Path(name).exists()}
        with suppress(OSError):
            self._part.write_text(json.dumps({"as_of": self._began, "seals": self._seals, "files": {
                name: [*each.state, each.found] for name, each in entries.items()}}), encoding="utf-8")
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


def forget(folder: Path) -> None:
    """Let all files be read again, whether they have moved or not; raise `OSError` where the ledger must stay."""
    (folder / _NAME).unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _state(path: Path) -> _State:
    told = path.stat()
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino


def _read(path: Path) -> tuple[int, Mapping[str, _Entry], Mapping[str, str]]:
    """Return what was written down; nothing where it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        files = {name: _Entry((int(size), int(modified), int(changed), int(inode)), str(found))
                 for name, (size, modified, changed, inode, found) in told["files"].items()}
        return int(told["as_of"]), files, {str(each): str(seal) for each, seal in told.get("seals", {}).items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return 0, {}, {}
