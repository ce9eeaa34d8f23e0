"""The folder of a static site: what did not change is taken over, and all is put in its place when it is whole.

The SHA-256 of every file is written in the form that `sha256sum --check` reads. What killed processes have left of
theirs is swept away.
"""

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from os import getpid
from pathlib import Path

from lawgraph.database.freshness import sha256_of
from lawgraph.law.errors import Phrase, SourceError, opened, tree

SUMS = "SHA256SUMS"
MARK = ".lawgraph-site"
"""The file by which a folder is known as a site of ours."""

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_LONGEST_LINE = 8_192
"""More bytes than a hash and the longest path have."""

_SIGNED = re.compile(rf"{SUMS}\.[A-Za-z0-9]+")
"""A signature that somebody put beside the sums: `SHA256SUMS.asc`, `SHA256SUMS.minisig`."""


def sums_of(site: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file as it was written with a site; none where nothing readable tells it."""
    try:
        return dict(_sums(site))
    except (SourceError, UnicodeDecodeError):
        return {}


def differing(site: Path) -> Iterator[tuple[Path, str]]:
    """Give each file that is not as it was written, and in words how it differs."""
    try:
        expected = dict(_sums(site))
    except SourceError as error:
        missing = Phrase("this file is missing: nothing tells what was written")
        yield site / SUMS, error.surprise if (site / SUMS).exists() else missing
        return
    except UnicodeDecodeError:
        yield site / SUMS, Phrase("this is no list of hashes")
        return
    yield from _compared(site, expected)


def holds_all(site: Path) -> bool:
    """Tell whether each file that was written with a site is as it was written; others may stand beside them."""
    return all(_holds(site / path, content) for path, content in sums_of(site).items())


def _compared(site: Path, expected: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    held = files_of(site)
    for path in sorted({*expected, *held}):
        if path not in expected:
            yield site / path, Phrase("this file was not written with the site")
        elif path not in held:
            yield site / path, Phrase("this file is missing")
        elif not _holds(site / path, expected[path]):
            yield site / path, Phrase("its contents are not those that were written")


def _sums(site: Path) -> Iterator[tuple[str, str]]:
    with opened(site / SUMS) as file:
        while line := file.readline(_LONGEST_LINE):
            if match := _LINE.fullmatch(line.decode().rstrip("\r\n")):
                yield match[2], match[1]


def files_of(site: Path) -> list[str]:
    """Return all that is no folder in a site, links and pipes too, but the sums and their signatures, in order."""
    root = site.resolve()
    inside = (each.relative_to(root).as_posix() for each in tree(root))
    return sorted(each for each in inside if each != SUMS and not _SIGNED.fullmatch(each))


def _holds(path: Path, content: str) -> bool:
    """Tell whether a file of its own, and no link to another, has a content, named by its SHA-256."""
    return path.is_file() and not path.is_symlink() and sha256_of(path) == content


@dataclass(frozen=True, slots=True)
class Folder:
    """Hold the folder that is being filled, that of the site before, and the SHA-256 of each file by its path."""

    part: Path
    before: Path
    sums: dict[str, str] = field(default_factory=dict)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, or take it over from the site before where it is the same."""
        self.sums[path] = hashlib.sha256(content).hexdigest()
        own, old = self.part / path, self.before / path
        if not own.parent.is_dir():
            own.parent.mkdir(parents=True)
        if _is_same(old, content):
            _take_over(old, own)
        else:
            own.write_bytes(content)

    def finish(self) -> None:
        """Take over what in the site before is not ours, and write the sums; a signature stays with equal sums."""
        ours = sums_of(self.before)
        told = "".join(f"{self.sums[path]}  {path}\n" for path in sorted(self.sums))
        kept = files_of(self.before) if self.before.is_dir() else []
        if dict(ours) == self.sums:
            kept += [each.name for each in self.before.glob(f"{SUMS}.*")]
        for path in kept:
            own, old = self.part / path, self.before / path
            if not own.exists() and (path not in ours or not _holds(old, ours[path])):
                own.parent.mkdir(parents=True, exist_ok=True)
                _take_over(old, own)
        (self.part / SUMS).write_text(told, encoding="utf-8")


def _is_same(old: Path, content: bytes) -> bool:
    try:
        return old.stat().st_size == len(content) and not old.is_symlink() and old.read_bytes() == content
    except OSError:
        return False


def _take_over(old: Path, own: Path) -> None:
    """Let a file stand in both folders; where a disk has no such links it is copied, with its time."""
    try:
        os.link(old, own, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, own, follow_symlinks=False)


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
    """Delete what killed processes have left; what one had moved aside, and not replaced, goes back to its place."""
    for each in out.parent.glob(f".{out.name}.*"):
        if _OURS.fullmatch(each.name) and each.is_dir() and not each.is_symlink() and _is_left(each):
            if each.suffix == ".old" and not out.exists():
                each.rename(out)
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
