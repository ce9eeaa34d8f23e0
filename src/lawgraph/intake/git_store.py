"""The objects of a git repository, apart from everything that its configuration says.

git obeys the configuration of the repository it reads, and much of that configuration names programs. So git is never
led into a repository: it reads from a bare repository of our own, made for the time of the import, that borrows the
objects of the other one. References and the edge of a shallow clone are read as the files that they are; configuration,
hooks, attributes, grafts, replacements and remotes stay behind, those of the system, the user and the shell as well.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lawgraph.law.errors import Phrase, SourceError, read_bytes, tree

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_NAME = re.compile(r"refs/(?!replace/)[^\x00-\x20~^:?*\[\\\x7f]+")
_SHA256_DIGITS = 64
_MOST_IN_A_NOTE = 65_536
_MOST_STEPS = 5
"""How many references, and how many borrowed stores, may lead on from one to the next: as many as git follows."""

_CONFIG = """[core]
\trepositoryFormatVersion = 1
\tbare = true
\tcommitGraph = false
\tmultiPackIndex = false
\tfsmonitor = false
\thooksPath = {nowhere}
\tattributesFile = {nowhere}
[protocol]
\tallow = never
"""
_SHA256 = "[extensions]\n\tobjectFormat = sha256\n"
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
_SETTLED = {"LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1",
            "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


@dataclass(frozen=True, slots=True)
class Store:
    """Hold a repository as it is read: its `place` as people name it, our own folder that borrows its objects.

    `shallow` tells that it was cut off, so that earlier commits are not in it.
    """

    place: str
    own: Path
    git: str
    shallow: bool

    def command(self, *arguments: str) -> tuple[str, ...]:
        """Return a command of git."""
        return (self.git, *arguments)

    def environment(self, most: str) -> dict[str, str]:
        """Return the whole environment that git is given; it may ask for `most` memory at a time ("16m")."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return {**kept, **_SETTLED, "HOME": str(self.own), "XDG_CONFIG_HOME": str(self.own), "GIT_DIR": str(self.own),
                "GIT_ALLOC_LIMIT": most}


def is_repository(folder: Path) -> bool:
    """Tell whether a folder is a git repository itself, bare or not; one that lies inside a repository is none."""
    return (folder / ".git").exists() or all((folder / name).exists() for name in ("HEAD", "objects", "refs"))


@contextmanager
def store_of(repository: Path) -> Iterator[Store]:
    """Make the objects of a repository readable; raise `SourceError` where they are not what they should be."""
    program = shutil.which("git")
    if program is None:
        raise SourceError(str(repository), Phrase("git is not on this machine, and a repository is read with it"),
                          Phrase("install git, or unpack the acts into a plain folder and import that"))
    folder, common = _folders(repository)
    if (common / "reftable").exists():
        raise SourceError(str(repository), Phrase("its references are kept in a reftable, which is not read"),
                          Phrase("clone it with --ref-format=files, and import the clone"))
    shallow = tuple(line for line in _lines(common / "shallow") if _HASH.fullmatch(line))
    with tempfile.TemporaryDirectory(prefix="lawgraph-") as made:
        own = Path(made)
        _write(own, _head(folder, common), _stores(common / "objects"), shallow)
        yield Store(str(repository), own, program, bool(shallow))


def _folders(repository: Path) -> tuple[Path, Path]:
    """Return the folder of a repository with its `HEAD`, and the one with what all its working trees share."""
    folder = repository / ".git" if (repository / ".git").exists() else repository
    if folder.is_file():
        folder = repository / _note(folder).removeprefix("gitdir:").strip()
    shared = folder / "commondir"
    return folder, folder / _note(shared).strip() if shared.exists() else folder


def _note(path: Path) -> str:
    return os.fsdecode(read_bytes(path, _MOST_IN_A_NOTE))


def _lines(path: Path) -> Sequence[str]:
    return os.fsdecode(read_bytes(path)).split("\n") if path.exists() else ()


@dataclass(frozen=True, slots=True)
class _References:
    """Hold the commit that `HEAD` leads to, `None` where there is none yet, and those that names lead to."""

    head: str | None
    named: Mapping[str, str]

    @property
    def digits(self) -> int:
        return len(self.head or next(iter(self.named.values()), ""))


def _head(folder: Path, common: Path) -> _References:
    """Read the references of a repository."""
    told = {name: hash_ for line in _lines(common / "packed-refs")
            for hash_, _, name in [line.partition(" ")] if _HASH.fullmatch(hash_)}
    told |= {path.relative_to(common).as_posix(): _note(path).strip() for path in tree(common / "refs")
             if not path.name.endswith(".lock")}
    head = _resolved(_note(folder / "HEAD").strip(), told)
    found = {name: hash_ for name, each in told.items() if _NAME.fullmatch(name) and (hash_ := _resolved(each, told))}
    digits = _References(head, found).digits
    return _References(head, {name: hash_ for name, hash_ in found.items() if len(hash_) == digits})


def _resolved(told: str, names: Mapping[str, str]) -> str | None:
    for _ in range(_MOST_STEPS):
        if _HASH.fullmatch(told):
            return told
        told = names.get(told.removeprefix("ref:").strip(), "")
    return None


def _stores(objects: Path) -> Sequence[Path]:
    """Return where the objects of a repository lie, borrowed ones too, every one a file as it should be."""
    found: dict[Path, None] = {}
    ahead = [(objects.resolve(), 0)]
    while ahead:
        store, steps = ahead.pop()
        if store in found:
            continue
        found[store] = None
        for path in tree(store):
            if not path.is_file():
                raise SourceError(str(path), Phrase("this is no file, and stands among the objects of a repository"),
                                  Phrase("clone the repository, and import the clone"))
        lent = [line for line in _lines(store / "info" / "alternates") if line and not line.startswith("#")]
        if lent and steps == _MOST_STEPS:
            raise SourceError(str(store), Phrase("it borrows objects over too many steps"),
                              Phrase("clone the repository whole"))
        ahead += [((store / line).resolve(), steps + 1) for line in lent]
    return tuple(found)


def _write(own: Path, references: _References, stores: Sequence[Path], shallow: Sequence[str]) -> None:
    for name in ("refs", "objects/info"):
        (own / name).mkdir(parents=True)
    sha256 = _SHA256 if references.digits == _SHA256_DIGITS else ""
    files = {"config": _CONFIG.format(nowhere=os.devnull) + sha256,
             "HEAD": (references.head or "ref: refs/heads/none") + "\n",
             "packed-refs": "".join(f"{hash_} {name}\n" for name, hash_ in sorted(references.named.items())),
             "objects/info/alternates": "".join(f"{_quoted(store)}\n" for store in stores)}
    if shallow:
        files["shallow"] = "".join(f"{hash_}\n" for hash_ in shallow)
    for name, text in files.items():
        (own / name).write_bytes(os.fsencode(text))


def _quoted(path: Path) -> str:
    """Return a path as git quotes it where a line holds one."""
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
