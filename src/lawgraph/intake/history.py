"""The history of a git repository, read through git's plumbing; nothing is ever checked out.

Three calls suffice for a repository of any size: one lists the commits, one the files that each of them changed, and
one hands out commits and contents one after the other.
"""

import hashlib
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from lawgraph.intake.git_store import Store
from lawgraph.law.days import day_of_second
from lawgraph.law.errors import MOST_BYTES, Phrase, SourceError

MOST_CHANGES = 5_000_000
"""The most changed files that a history is read with; a tree of trees, all alike, unfolds into any number."""

_REVISIONS = ("rev-list", "--first-parent", "--reverse", "--parents", "--end-of-options")
_CHANGES = ("diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff")
# git gathers all changes of a commit before it tells them, and unpacks an object before it hands it out.
_MOST_MEMORY = {"rev-list": "64m", "diff-tree": "16m", "cat-file": "256m"}
_FILE_MODES = {b"100644", b"100755"}
_NO_FILES = {b"120000": "a symbolic link", b"160000": "another repository"}
_LONGEST_COMMIT = 1_000_000
_SHA1 = 40             # digits of a name; one of SHA-256 has more
_AT_A_TIME = 65_536
_COMMITTED = re.compile(rb"(-?\d{1,18}) ([+-])(\d\d)(\d\d)")
_TRAILER = re.compile(r"(Cause-Act-(?:Code|Requisite))[ \t]*:(.*)", re.IGNORECASE)
_ENCODINGS = {"windows-1251", "cp1251", "koi8-r", "iso-8859-5"}


@dataclass(frozen=True, slots=True)
class ContentChange:
    """Tell which contents a file has from a commit on, `None` where it is gone; `instead` names what has its place."""

    path: str
    blob: str | None
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """Hold a commit: its hash, the act that caused it as its trailers name it, and the files it changed.

    `day` is `None` where the commit tells none that the calendar has.
    """

    hash: str
    day: date | None
    cause_code: str | None
    cause: str | None
    changes: tuple[ContentChange, ...]


class Objects:
    """Hand out commits, and the contents of files, by their hashes."""

    __slots__ = ("_running", "_store")

    def __init__(self, store: Store) -> None:
        self._store = store
        self._running: subprocess.Popen[bytes] | None = None

    def read(self, blob: str) -> bytes:
        """Return the contents of a file; raise `SourceError` where the repository lacks them."""
        return self._read(blob, b"blob", MOST_BYTES)

    def commit(self, name: str) -> bytes:
        """Return a commit as it is stored; raise `SourceError` where the repository lacks it."""
        return self._read(name, b"commit", _LONGEST_COMMIT)

    def close(self) -> None:
        """Let git go."""
        if self._running:
            with self._running as running:
                running.kill()
        self._running = None

    def _read(self, name: str, kind: bytes, most: int) -> bytes:
        size, raw = self._asked(name, kind, most)
        if len(raw) == size and _name_of(kind, raw, len(name)) == name:
            return raw
        self.close()  # what it goes on to say is not what will be asked next
        if size > most:
            raise SourceError(self._store.place,
                              Phrase("a file has %(size)s bytes, more than any law (%(most)s)",
                                     size=f"{size:,}", most=f"{most:,}"),
                              Phrase("take the acts of another folder with --act"))
        raise SourceError(self._store.place, Phrase("the contents %(name)s are missing or broken", name=name[:12]),
                          Phrase("clone the repository again"))

    def _asked(self, name: str, kind: bytes, most: int) -> tuple[int, bytes]:
        """Return the size of an object, -1 where there is none, and its bytes unless they are too many."""
        self._running = self._running or _started(self._store, "cat-file", "--batch")
        asks, answers = self._running.stdin, self._running.stdout
        if asks is None or answers is None:
            return -1, b""
        try:
            asks.write(f"{name}\n".encode())
            asks.flush()
        except BrokenPipeError:
            return -1, b""
        head = answers.readline(_AT_A_TIME).split()
        size = int(head[2]) if len(head) == 3 and head[1] == kind else -1
        return size, answers.read(size + 1)[:-1] if 0 <= size <= most else b""


def _name_of(kind: bytes, raw: bytes, digits: int) -> str:
    """Return the hash that names an object, in so many digits: git itself hands out what lies there under any name."""
    named = hashlib.new("sha1" if digits == _SHA1 else "sha256", b"%b %d\0" % (kind, len(raw)), usedforsecurity=False)
    named.update(raw)
    return named.hexdigest()


@contextmanager
def objects(store: Store) -> Iterator[Objects]:
    """Open the contents of a repository."""
    contents = Objects(store)
    try:
        yield contents
    finally:
        contents.close()


def commits(store: Store, ref: str, contents: Objects) -> tuple[Commit, ...]:
    """Return the commits that lead to `ref`, the oldest first; raise `SourceError` where git cannot read them."""
    if "\0" in ref:
        raise SourceError(repr(ref), Phrase("this cannot be the name of a commit"), Phrase("check --ref"))
    asked = store.own / "asked"
    with asked.open("w+b") as listed:
        for line in _lines(store, *_REVISIONS, ref, "--"):
            name, *parents = line.split()
            listed.write(b" ".join((name, *parents[:1])) + b"\n")
        listed.seek(0)
        return tuple(_commit(contents, *each) for each in _changes(store, listed))


def _started(store: Store, *arguments: str, stdin: int | IO[bytes] = subprocess.PIPE) -> "subprocess.Popen[bytes]":
    with _complaints(store).open("wb") as complaints:
        return subprocess.Popen(store.command(*arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=complaints,  # noqa: S603  (no shell, and what was typed stands behind the end of the options)
                                cwd=store.own, env=store.environment(_MOST_MEMORY[arguments[0]]))


def _parts(store: Store, end: bytes, arguments: Sequence[str], stdin: int | IO[bytes]) -> Iterator[bytes]:
    """Give what git says, part by part; raise `SourceError` where it stops before its end."""
    with _started(store, *arguments, stdin=stdin) as running:
        try:
            rest = b""
            while running.stdout and (read := running.stdout.read(_AT_A_TIME)):
                *whole, rest = (rest + read).split(end)
                yield from whole
                if len(rest) > _LONGEST_COMMIT:
                    raise SourceError(store.place, Phrase("a name in it is longer than any"),
                                      Phrase("import a repository of acts"))
            running.wait()
        finally:
            running.kill()
    if running.returncode:
        raise SourceError(store.place, Phrase("git cannot read it (%(why)s)", why=_complaint(store)),
                          Phrase("check --ref, or clone the repository again"))


def _lines(store: Store, *arguments: str) -> Iterator[bytes]:
    return _parts(store, b"\n", arguments, subprocess.DEVNULL)


def _changes(store: Store, listed: IO[bytes]) -> Iterator[tuple[str, tuple[ContentChange, ...]]]:
    """Give each commit with its changes: what git says of a file begins with a colon, and its path follows."""
    name, changes, count = "", list[ContentChange](), 0
    parts = _parts(store, b"\0", _CHANGES, listed)
    for part in parts:
        if not part.startswith(b":"):
            if name:
                yield name, tuple(changes)
            name, changes = part.decode("ascii"), []
            continue
        _, mode, _, blob, _ = part.split(b" ")
        path = next(parts).decode("utf-8", errors="backslashreplace")
        changes.append(ContentChange(path, blob.decode("ascii") if mode in _FILE_MODES else None, _NO_FILES.get(mode)))
        count += 1
        if count > MOST_CHANGES:
            raise SourceError(store.place,
                              Phrase("its history changes more than %(most)s files", most=f"{MOST_CHANGES:,}"),
                              Phrase("import a repository of acts"))
    if name:
        yield name, tuple(changes)


def _complaints(store: Store) -> Path:
    return store.own / "complaints"


def _complaint(store: Store) -> str:
    """Return the line in which git says why it stopped; what stands below it is advice."""
    with _complaints(store).open("rb") as told:
        lines = told.read(_AT_A_TIME).decode(errors="replace").strip().splitlines()
    why = next((line for line in lines if line.startswith("fatal: ")), lines[-1] if lines else "it does not say why")
    return why.removeprefix("fatal: ").rstrip(".")


def _commit(contents: Objects, name: str, changes: tuple[ContentChange, ...]) -> Commit:
    head, _, message = contents.commit(name).partition(b"\n\n")
    fields = dict(reversed([(key, value) for line in head.split(b"\n") for key, _, value in [line.partition(b" ")]]))
    encoding = fields.get(b"encoding", b"").decode("ascii", errors="replace").lower()
    told = _trailers(message.decode(encoding if encoding in _ENCODINGS else "utf-8", errors="replace"))
    return Commit(name, _day(fields.get(b"committer", b"")), told.get("cause-act-code"),
                  told.get("cause-act-requisite"), changes)


def _day(committer: bytes) -> date | None:
    """Return the day on which a commit was made, where it was made: "corpus <corpus@example.org> 1330560000 +0500"."""
    match = _COMMITTED.fullmatch(committer.rpartition(b"> ")[2])
    if match is None:
        return None
    east = (-1 if match[2] == b"-" else 1) * (int(match[3]) * 60 + int(match[4]))
    return day_of_second(int(match[1]) + east * 60)


def _trailers(message: str) -> Mapping[str, str]:
    """Return what the last paragraph of a message says of the act that caused the commit, each line unfolded."""
    _, parted, last = message.rstrip().rpartition("\n\n")
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in last.split("\n") if parted else ():
        match = _TRAILER.fullmatch(line)
        if match:
            values = found.setdefault(match[1].lower(), [])
        elif not line.startswith((" ", "\t")):
            values = []
        values.append((match[2] if match else line).strip())
    return {key: told for key, each in found.items() if (told := " ".join(filter(None, each)))}
