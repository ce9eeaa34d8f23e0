"""What a person is told when an input cannot be used: one line with place, surprise and remedy.

Faults in the *sources of law* are no errors: they are `Finding` values (see `model`), collected and shown.
"""

import errno
from typing import Self


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


_Told = tuple[str, str]
_NO_ROOM = ("the disk is full", "make room, and run it again")
_MAY_NOT = ("you may not do that here", "change the permissions, or name another place")
_LOCKED = ("another program holds it locked", "close that program or wait for its end, and run it again")
_DAMAGED = ("it is damaged", "build it anew")
_DISK = ("the disk does not answer", "check the disk")
_OF_SYSTEM: dict[int, _Told] = {
    errno.ENOSPC: _NO_ROOM, errno.EDQUOT: ("your share of the disk is used up", "make room, and run it again"),
    errno.EFBIG: ("a file may not grow that large here", "raise the limit (ulimit -f), and run it again"),
    errno.EACCES: _MAY_NOT, errno.EPERM: _MAY_NOT, errno.EROFS: ("this disk can only be read", "name another place"),
    errno.EMFILE: ("too many files are open", "raise the limit (ulimit -n), and run it again"),
    errno.ENOENT: ("there is no such file", "check the path"), errno.EIO: _DISK,
    errno.ENOTDIR: ("a part of the path is a file, no folder", "check the path"),
}
_OF_SQLITE: dict[str, _Told] = {
    "FULL": _NO_ROOM, "BUSY": _LOCKED, "LOCKED": _LOCKED, "CORRUPT": _DAMAGED, "NOTADB": _DAMAGED,
    "READONLY": _MAY_NOT, "PERM": _MAY_NOT, "CANTOPEN": ("it cannot be opened", "check the path and its permissions"),
    "IOERR": ("the disk did not take or give what it should", "see whether it is full or at its end, and run it again"),
}


def mishap(error: Exception) -> tuple[str, str]:
    """Return in people's words what happened where the machine refuses, and what to do.

    Of SQLite's own errors their name tells, as `SQLITE_IOERR_WRITE`; what has no words here is told as it is.
    """
    if told := _OF_SQLITE.get(_own_name(error)):
        return told
    number = error.errno if isinstance(error, OSError) else None
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    unknown = reason or type(error).__name__, "see whether it can be helped, and run it again"
    return _OF_SYSTEM.get(number or 0, unknown)


def is_locked(error: Exception) -> bool:
    """Tell whether another program holds a database."""
    return _own_name(error) in {"BUSY", "LOCKED"}


def is_damage(error: Exception) -> bool:
    """Tell whether SQLite met a file that it cannot read as a database, or one without the tables asked for."""
    return _own_name(error) in {"CORRUPT", "NOTADB", "ERROR"}


def _own_name(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", "")).removeprefix("SQLITE_").partition("_")[0]
