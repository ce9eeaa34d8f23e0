"""What goes between the server and a clerk: questions, answers, and the file that both mean."""

import marshal
import os
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic

Value = str | int | float | bytes | None
Params = Mapping[str, Value] | Sequence[Value]

REPLACED = 3
"""How a clerk ends that finds another file than the one that is served."""

LIGHT = 0.04
"""Seconds of the processor that make no question slow."""

_LONGEST_WAIT = 3.0
_HEAD = struct.Struct("!I")
_PIECE = 1 << 16


class ReplacedError(Exception):
    """Another file has taken the place of the database: who serves it has to begin anew."""


class Refusal(StrEnum):
    """Name why a question has no answer."""

    SLOW = "slow"
    BIG = "big"
    WRONG = "wrong"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what is asked: at most `rows` of the rows (all where `None`), within seconds and bytes,
    of which `cell` are counted beside each value.

    What has worked less than `LIGHT` seconds is not slow, but waits for the processor: it gets more time, see `cap`.
    """

    sql: str
    params: Params
    rows: int | None
    seconds: float
    size: int
    cell: int = 0

    @property
    def cap(self) -> float:
        """The seconds after which even a question that waited ends."""
        return max(self.seconds, _LONGEST_WAIT)

    def too_slow(self, since: float, worked: float) -> bool:
        """Tell whether a question is to end that has taken so many seconds, and worked so many of them."""
        return since > self.cap or (since > self.seconds and worked > LIGHT)


@dataclass(frozen=True, slots=True)
class FoundRows:
    """Hold what was found; `more` tells that there are more rows, `size` counts the bytes, `taken` the seconds."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    more: bool
    size: int
    taken: float = 0.0


@dataclass(frozen=True, slots=True)
class Refused:
    """Hold why there is no answer, and what SQLite said."""

    why: Refusal
    told: str
    taken: float = 0.0


@dataclass(frozen=True, slots=True)
class FileMark:
    """Hold what tells one file from another that has taken its place."""

    device: int
    inode: int
    size: int
    modified: int


def mark_of(path: Path) -> FileMark | None:
    """Return the mark of the file that a path leads to now, `None` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileMark(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def uri_of(path: Path) -> str:
    """Return how SQLite is to open a database that never changes; it must be the one that is meant, see `mark_of`."""
    return f"{Path(os.path.abspath(path)).as_uri()}?immutable=1"    # noqa: PTH100  (a link that is moved must not lead elsewhere)


def _plain(value: Value) -> Value:
    """Return a value as marshal knows it: an address is text."""
    return str(value) if isinstance(value, str) else value


def written(question: Question) -> bytes:
    """Return a question as it goes to a clerk."""
    params = question.params
    plain = {name: _plain(each) for name, each in params.items()} if isinstance(params, Mapping) else \
        tuple(map(_plain, params))
    return marshal.dumps((question.sql, plain, question.rows, question.seconds, question.size, question.cell))


def question_of(held: bytes) -> Question:
    """Read a question."""
    return Question(*marshal.loads(held))     # noqa: S302  (from our own process, and marshal names no code)


def reply(given: FoundRows | Refused) -> bytes:
    """Return what a clerk answers as it goes to the server."""
    if isinstance(given, Refused):
        return marshal.dumps((str(given.why), given.told))
    return marshal.dumps((given.columns, given.rows, given.more, given.size))


def reply_of(held: bytes) -> FoundRows | Refused:
    """Read what a clerk answers."""
    match marshal.loads(held):     # noqa: S302  (see above)
        case (why, told):
            return Refused(Refusal(why), told)
        case (columns, rows, more, size):
            return FoundRows(columns, rows, more, size)
    raise EOFError


def send(line: socket.socket, held: bytes) -> None:
    """Send a message."""
    line.sendall(_HEAD.pack(len(held)) + held)


def receive(line: socket.socket, until: float | None = None) -> bytes:
    """Return the next message; raise `TimeoutError` after the moment `until`, `EOFError` at the end of the line."""
    return _read(line, _HEAD.unpack(_read(line, _HEAD.size, until))[0], until)


def _read(line: socket.socket, size: int, until: float | None) -> bytes:
    held = bytearray()
    while len(held) < size:
        line.settimeout(None if until is None else max(until - monotonic(), 0.001))
        piece = line.recv(min(size - len(held), _PIECE))
        if not piece:
            raise EOFError
        held += piece
    return bytes(held)
