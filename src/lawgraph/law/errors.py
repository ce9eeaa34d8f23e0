"""An input that cannot be used, and what a person is told: one line with place, surprise and remedy.

Faults in the *sources of law* are no errors: they are `Finding` values (see `model`), collected and shown.

A file of which nothing is known yet must be a regular one, of bounded size, in UTF-8. A wheel carries `corpus/`,
`amendments/`, `site_templates/` and the figures of `make oracle` inside the package; an editable install does not, and
there they stand at the head of the checkout.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal or a page obeys instead of showing it."""


class Phrase(str):
    """Hold words with values in their places, and of which message they are: whoever speaks another language says that.

    The words are English; a message is one of the catalogue, and a value may be told in its turn.
    """

    message: str
    values: Mapping[str, object]

    def __new__(cls, message: str, **values: object) -> Self:
        """Return a message with values at its `%(places)s`."""
        own = super().__new__(cls, message % values if values else message)
        own.message, own.values = message, values
        return own


class CountedPhrase(Phrase):
    """Hold a count with its noun, in the form that goes with it in each language."""

    number: int
    many: str

    def __new__(cls, one: str, many: str, number: int) -> Self:
        """Return a message with the number at `%(number)s`."""
        own = super().__new__(cls, one if number == 1 else many, number=f"{number:,}")
        own.message, own.many, own.number = one, many, number
        return own


def at_line(place: str, line: int) -> Phrase:
    """Return a place in a file."""
    return Phrase("%(place)s, line %(line)s", place=place, line=line)


class LawgraphError(Exception):
    """Stop with one line that names the place, what is wrong there and what to do.

    Who tells it otherwise goes by the class, and by what a name that is not clear may have `meant`; not by the words.
    """

    def __init__(self, place: str, surprise: str, remedy: str, meant: tuple[str, ...] = ()) -> None:
        super().__init__(f"{place}: {surprise}; {remedy}")
        self.place, self.surprise, self.remedy, self.meant = place, surprise, remedy, meant

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str, tuple[str, ...]]]:
        """Tell how to make it again: it may travel from the process that met it."""
        return type(self), (self.place, self.surprise, self.remedy, self.meant)


class DayError(LawgraphError):
    """A day that does not exist or is not written as YYYY-MM-DD."""


class EidError(LawgraphError):
    """An address that does not follow the grammar of eIds."""


class UnknownLaw(LawgraphError):
    """A law that the database does not hold."""


class UnclearLaw(UnknownLaw):
    """A number that several laws have."""


class UnknownLanguage(UnknownLaw):
    """A language in which no text of a law is held."""


class UnknownAct(LawgraphError):
    """An act that the database does not hold."""


class UnknownProvision(LawgraphError):
    """A provision that the law has never had, as far as the sources tell."""


class UnclearProvision(UnknownProvision):
    """Words that can mean several provisions."""


class UnreadProvision(UnknownProvision):
    """Words that name no provision."""


class SourceError(LawgraphError):
    """A file that cannot be read as the text of a law."""


class FactError(LawgraphError):
    """A record in `amendments/` or `notes.toml` that breaks the documented schema."""


class DatabaseError(LawgraphError):
    """A database that is missing, of another version, or made from other sources."""


_Remedied = tuple[str, str]
_NO_ROOM = (Phrase("the disk is full"), Phrase("make room, and run it again"))
_MAY_NOT = (Phrase("you may not do that here"), Phrase("change the permissions, or name another place"))
_LOCKED = (Phrase("another program holds it locked"),
           Phrase("close that program or wait for its end, and run it again"))
ANEW = Phrase("build it anew")
"""The remedy for a database, of which an error of SQLite names no file."""

_DAMAGED = (Phrase("it is damaged"), ANEW)
_DISK = (Phrase("the disk does not answer"), Phrase("check the disk"))
_OF_SYSTEM: dict[int, _Remedied] = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: (Phrase("your share of the disk is used up"), Phrase("make room, and run it again")),
    errno.EFBIG: (Phrase("a file may not grow that large here"),
                  Phrase("raise the limit (%(command)s), and run it again", command="ulimit -f")),
    errno.EACCES: _MAY_NOT, errno.EPERM: _MAY_NOT,
    errno.EROFS: (Phrase("this disk can only be read"), Phrase("name another place")),
    errno.EMFILE: (Phrase("too many files are open"),
                   Phrase("raise the limit (%(command)s), and run it again", command="ulimit -n")),
    errno.ENOENT: (Phrase("there is no such file"), Phrase("check the path")), errno.EIO: _DISK,
    errno.ENOTDIR: (Phrase("a part of the path is a file, no folder"), Phrase("check the path")),
}
_OF_SQLITE: dict[str, _Remedied] = {
    "FULL": _NO_ROOM, "BUSY": _LOCKED, "LOCKED": _LOCKED, "CORRUPT": _DAMAGED, "NOTADB": _DAMAGED,
    "READONLY": _MAY_NOT, "PERM": _MAY_NOT,
    "CANTOPEN": (Phrase("it cannot be opened"), Phrase("check path and permissions")),
    "IOERR": (Phrase("the disk did not take or give what it should"),
              Phrase("see whether it is full or at its end, and run it again")),
}


def mishap(error: Exception) -> tuple[str, str]:
    """Return in people's words what happened where the machine refuses, and what to do.

    Of SQLite's own errors their name tells, as `SQLITE_IOERR_WRITE`; what has no words here is told as it is.
    """
    own = _own_name(error)
    if told := _OF_SQLITE.get(own):
        return told
    if own == "ERROR":
        return Phrase("it lacks what is asked of it (%(error)s)", error=error), ANEW
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    unknown = reason or type(error).__name__, Phrase("see whether it can be helped, and run it again")
    return _OF_SYSTEM.get(number or 0, unknown)


def not_written(error: Exception) -> tuple[str, str]:
    """Return in people's words why something cannot be written, and what to do; half of it may not be left."""
    happened, remedy = mishap(error)
    return Phrase("it cannot be written: %(happened)s; what was there before is unharmed", happened=happened), remedy


def is_locked(error: Exception) -> bool:
    """Tell whether another program holds a database."""
    return _own_name(error) in {"BUSY", "LOCKED"}


def _own_name(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", "")).removeprefix("SQLITE_").partition("_")[0]


MOST_BYTES = 64_000_000
"""The largest file that is read; the longest code of the family has under 5,000,000 bytes."""

_KINDS = {stat.S_IFDIR: Phrase("this is a directory"), stat.S_IFIFO: Phrase("this is a pipe"),
          stat.S_IFSOCK: Phrase("this is a socket"), stat.S_IFCHR: Phrase("this is a device"),
          stat.S_IFBLK: Phrase("this is a device")}
# A pipe that nobody writes to would otherwise hold up its opening. Windows has no such flag, and no such pipes.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file; raise `SourceError` where it cannot be read, is no file, or has more than `most`."""
    with opened(path) as file:
        held = os.fstat(file.fileno()).st_size
        raw = file.read(most + 1) if held <= most else b""
    size = max(held, len(raw))
    if size > most:
        raise SourceError(str(path), Phrase("the file has %(size)s bytes, more than any law (%(most)s)",
                                          size=f"{size:,}", most=f"{most:,}"), Phrase("give the text of one law"))
    return raw


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file to be read, never a pipe or a device; raise `SourceError` where it cannot be read or is no file."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
            _refuse_irregular(path, os.fstat(file.fileno()).st_mode)
            yield file
    except FileNotFoundError:
        raise SourceError(str(path), Phrase("there is no such file"), Phrase("check the path")) from None
    except ValueError:
        raise SourceError(repr(str(path)), Phrase("this cannot be the name of a file"),
                          Phrase("check the path")) from None
    except OSError as error:
        _refuse_irregular(path, _mode(path))
        raise SourceError(str(path), Phrase("the file cannot be read (%(reason)s)", reason=error.strerror),
                          Phrase("check path and permissions")) from None


def part_of(path: Path) -> Path:
    """Return where a file, or a folder, is made before it takes its place whole: beside it, for one process alone."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def tree(folder: Path) -> Iterator[Path]:
    """Give all below a folder that is no folder itself, by name; links to folders are not followed."""
    ahead = [folder]
    while ahead:
        path = ahead.pop()
        if path.is_symlink() or not path.is_dir():
            yield path
        else:
            ahead += sorted(_inside(path), reverse=True)


def _inside(folder: Path) -> Iterable[Path]:
    try:
        return tuple(folder.iterdir())
    except OSError as error:
        raise SourceError(str(folder), Phrase("the folder cannot be read (%(reason)s)", reason=error.strerror),
                          Phrase("check path and permissions")) from None


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return stat.S_IFREG  # what it is cannot be told either: the first error says why


def _refuse_irregular(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = _KINDS.get(stat.S_IFMT(mode), Phrase("this is something else"))
    remedy = Phrase("name one file of it") if stat.S_ISDIR(mode) else Phrase("give a file with the text of one law")
    raise SourceError(str(path), kind, remedy)


def corpus_root() -> Path:
    """Return the folder of the sample law's sources."""
    return _root("corpus_data", "corpus")


def amendments_root() -> Path:
    """Return the folder of the facts about amending acts."""
    return _root("amendments_data", "amendments")


def template_root() -> Path:
    """Return the folder of the page templates."""
    return _root("site_templates", "site_templates")


def figures_file() -> Path:
    """Return the file that tells how the rules of evidence were tried (`make oracle`)."""
    return _root("tried.json", "tests/legislature/figures.json")


def _root(packaged: str, in_checkout: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    inside = package / packaged
    return inside if inside.exists() else package.parents[1] / in_checkout
