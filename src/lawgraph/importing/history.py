"""The history of a git repository, read through the `git` program; nothing is ever checked out.

Two calls suffice for a repository of any size: one lists every commit with the files it changed, the other hands out
the contents one after the other.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from lawgraph.corpus import MOST_BYTES
from lawgraph.errors import SourceError

_TRAILERS = "%x1f".join(f"%(trailers:key={key},valueonly,unfold,separator=%x20)"
                        for key in ("Cause-Act-Code", "Cause-Act-Requisite"))
_LOG = ("log", "--reverse", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "--no-renames",
        "-z", f"--format=%x1e%H%x1f%cs%x1f{_TRAILERS}")
_FILE_MODES = {"100644", "100755"}
# What stands in the environment of a hook would lead git to another repository than the one named.
_LEADS_ASTRAY = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"}
_CALM = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1",
         "GIT_NO_LAZY_FETCH": "1"}


@dataclass(frozen=True, slots=True)
class Change:
    """Tell which contents a file has from a commit on, `None` where it is gone."""

    path: str
    blob: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """Hold a commit: its hash and day, the act that caused it as its trailers name it, and the files it changed."""

    hash: str
    day: date
    cause_code: str | None
    cause: str | None
    changes: tuple[Change, ...]


class Blobs:
    """Hand out the contents of a repository's files by their hashes."""

    __slots__ = ("_answers", "_asks", "_place")

    def __init__(self, place: str, asks: IO[bytes], answers: IO[bytes]) -> None:
        self._place, self._asks, self._answers = place, asks, answers

    def read(self, blob: str) -> bytes:
        """Return the contents of a file; raise `SourceError` where the repository lacks them."""
        try:
            self._asks.write(f"{blob}\n".encode())
            self._asks.flush()
            head = self._answers.readline().split()
            size = int(head[2]) if len(head) == 3 and head[1] == b"blob" else -1
            raw = self._answers.read(size + 1)[:-1] if 0 <= size <= MOST_BYTES else b""
        except BrokenPipeError:
            size, raw = -1, b""
        if size > MOST_BYTES:
            raise SourceError(self._place, f"a file has {size:,} bytes, more than any law ({MOST_BYTES:,})",
                              "take the acts of another folder with --act")
        if len(raw) != size:
            raise SourceError(self._place, f"the contents {blob[:12]} are missing or broken",
                              "clone the repository again")
        return raw


def is_repository(folder: Path) -> bool:
    """Tell whether a folder is a git repository itself, bare or not; one that lies inside a repository is none."""
    return (folder / ".git").exists() or all((folder / name).exists() for name in ("HEAD", "objects", "refs"))


def commits(repository: Path, ref: str) -> tuple[Commit, ...]:
    """Return the commits that lead to `ref`, the oldest first; raise `SourceError` where git cannot read them."""
    told = subprocess.run([*_git(repository), *_LOG, "--end-of-options", ref, "--"],  # noqa: S603  (no shell, and what was typed stands behind the end of the options)
                          capture_output=True, check=False, env=_environment(repository))
    if told.returncode:
        raise SourceError(str(repository), f"git cannot read it ({_complaint(told.stderr)})",
                          "check --ref, or clone the repository again")
    return tuple(_commits(told.stdout.decode(errors="replace")))


def is_shallow(repository: Path) -> bool:
    """Tell whether a clone was cut off, so that earlier commits are not in it."""
    told = subprocess.run([*_git(repository), "rev-parse", "--is-shallow-repository"],  # noqa: S603  (no shell, nothing typed)
                          capture_output=True, check=False, env=_environment(repository))
    return told.stdout.strip() == b"true"


@contextmanager
def blobs(repository: Path) -> Iterator[Blobs]:
    """Open the contents of a repository."""
    with subprocess.Popen([*_git(repository), "cat-file", "--batch"], stdin=subprocess.PIPE,  # noqa: S603  (no shell, nothing typed)
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(repository)) as running:
        try:
            if running.stdin and running.stdout:
                yield Blobs(str(repository), running.stdin, running.stdout)
        finally:
            running.kill()


def _git(repository: Path) -> tuple[str, ...]:
    program = shutil.which("git")
    if program is None:
        raise SourceError(str(repository), "git is not on this machine, and a repository is read with it",
                          "install git, or unpack the acts into a plain folder and import that")
    return program, "-C", str(repository)


def _environment(repository: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name not in _LEADS_ASTRAY}
    return {**own, **_CALM, "GIT_CEILING_DIRECTORIES": str(repository.resolve().parent)}


def _complaint(told: bytes) -> str:
    """Return the line in which git says why it stopped; what stands below it is advice."""
    lines = told.decode(errors="replace").strip().splitlines()
    why = next((line for line in lines if line.startswith("fatal: ")), lines[-1] if lines else "it does not say why")
    return why.removeprefix("fatal: ").rstrip(".")


def _commits(told: str) -> Iterator[Commit]:
    """Read what git tells: a commit begins with a record separator, a file has two parts, all end with NUL."""
    parts = iter(told.split("\0"))
    head: list[str] = []
    changes: list[Change] = []
    for part in parts:
        line = part.lstrip("\n")
        if line.startswith("\x1e"):
            if head:
                yield _commit(head, changes)
            head, changes = line[1:].split("\x1f"), []
        elif line.startswith(":"):
            _, mode, _, blob, _ = line.split(" ")
            changes.append(Change(next(parts), blob if mode in _FILE_MODES else None))
    if head:
        yield _commit(head, changes)


def _commit(head: list[str], changes: list[Change]) -> Commit:
    commit, day, code, requisite, *_ = head
    return Commit(commit, date.fromisoformat(day), code or None, requisite or None, tuple(changes))
