"""Put a folder in its place when it is whole, and sweep away what killed processes have left of theirs."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from os import getpid
from pathlib import Path

from lawgraph.site.sums import MARK

_OURS = re.compile(r"\..+\.\d+\.(part|old)")


@contextmanager
def in_place_of(out: Path) -> Iterator[Path]:
    """Give an empty folder to be filled; where that succeeds it takes the place of what was there."""
    _sweep(out)
    part = out.with_name(f".{out.name}.{getpid()}.part")
    lock = _lock_of(part)
    try:
        part.mkdir(parents=True)
        with closing(_locked(lock)):
            yield part
            _put_in_place(part, out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
        lock.unlink(missing_ok=True)


def _put_in_place(part: Path, out: Path) -> None:
    old = out.with_name(f".{out.name}.{getpid()}.old")
    if out.exists():
        out.rename(old)
    part.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _sweep(out: Path) -> None:
    for each in out.parent.glob(f".{out.name}.*"):
        if _OURS.fullmatch(each.name) and each.is_dir() and not each.is_symlink() and _is_left(each):
            shutil.rmtree(each, ignore_errors=True)
            _lock_of(each).unlink(missing_ok=True)


def _lock_of(part: Path) -> Path:
    return part.with_name(f"{part.name}.lock")


def _locked(lock: Path) -> sqlite3.Connection:
    """Take a lock, SQLite's own: it is gone when its process is, however that ends."""
    conn = sqlite3.connect(lock, isolation_level=None, timeout=0)
    conn.execute("pragma journal_mode = memory")
    conn.execute("begin exclusive")
    return conn


def _is_left(part: Path) -> bool:
    """Tell whether a folder is one of ours, and nobody is at work in it."""
    lock = _lock_of(part)
    if not lock.is_file():
        return (part / MARK).is_file()
    try:
        _locked(lock).close()
    except sqlite3.DatabaseError:
        return False    # somebody holds it, or it is no lock of ours
    return True
