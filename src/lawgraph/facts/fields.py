"""The keys of a TOML file, each described once: how its value is read and what it means.

A reader takes whatever tomllib gave and returns a value, or raises `MisfitError` with what is wrong and what is right.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from lawgraph.languages.letters import NO_ROMAN
from lawgraph.languages.spoken import codes
from lawgraph.languages.state import is_adilet_id
from lawgraph.law.eid import Eid
from lawgraph.law.errors import OBEYED, EidError, Phrase

_SCHEMES = {"http", "https", "ftp", "ssh", "git", "file"}
_AT_HOST = re.compile(r"[\w.-]+@[\w.-]+")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)
Table = Mapping[str, object]

_NUMBER = re.compile(r"[\w-]{1,40}")
_PRINTED_NUMBER = re.compile(r"\w[\w/.-]{0,39}")
_LAW = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_FILE = re.compile(r"(?!\.)[^/\\:\x00-\x1f\x7f]{1,200}")
_DIGEST = re.compile(r"[0-9a-f]+")
_MOST = 9_999
_LONGEST_SHOWN = 60
_LAST = date(2999, 12, 31)      # days are counted on from what is told, and the calendar ends


class MisfitError(ValueError):
    """A value that is not what its key asks for."""

    def __init__(self, surprise: str, remedy: str) -> None:
        super().__init__(f"{surprise}; {remedy}")
        self.surprise, self.remedy = surprise, remedy


@dataclass(frozen=True, slots=True)
class Needed(Generic[T_co]):
    """Describe a key that must be there: how its value is read, and what it means."""

    name: str
    read: Callable[[object], T_co]
    meaning: str

    def of(self, table: Table) -> T_co:
        """Return the value in a table that was checked."""
        return self.read(table[self.name])


@dataclass(frozen=True, slots=True)
class Allowed(Generic[T_co]):
    """Describe a key that may be there: how its value is read, and what it means."""

    name: str
    read: Callable[[object], T_co]
    meaning: str

    def of(self, table: Table) -> T_co | None:
        """Return the value in a table that was checked, `None` where the key is not there."""
        return self.read(table[self.name]) if self.name in table else None


Field = Needed[object] | Allowed[object]
Fields = tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Describe a table inside a form by its header, `[operation]` or, where it may repeat, `[[target]]`."""

    header: str
    fields: Fields

    @property
    def name(self) -> str:
        """The key under which the table stands."""
        return self.header.strip("[]")

    @property
    def repeats(self) -> bool:
        """Tell whether the table may stand more than once."""
        return self.header.startswith("[[")


def text(value: object) -> str:
    """Text in quotes, not empty."""
    if not isinstance(value, str):
        raise MisfitError(Phrase("%(value)s is not text", value=_shown(value)),
                          Phrase("write it in quotes, as %(example)s", example='"124-V"'))
    if not value.strip():
        raise MisfitError(Phrase("the text is empty"), Phrase("write what is known, or leave the key out"))
    if OBEYED.search(value):
        raise MisfitError(Phrase("the text has a sign that cannot be seen"), Phrase("write it without that sign"))
    return value


def found_at(value: object) -> str:
    """An address, or the name of a file; none that would run a program where it is a link."""
    told = text(value)
    scheme, colon, _ = told.partition("/")[0].partition(":")
    if colon and scheme not in _SCHEMES and not _AT_HOST.fullmatch(scheme):
        raise MisfitError(Phrase("this is no address"), Phrase("write for example %(example)s", example="https://laws.example/"))
    return told


def act_number(value: object) -> str:
    """The number of an act: "124-V"."""
    if NO_ROMAN.search(text(value)):
        raise MisfitError(Phrase("%(value)s has a Cyrillic letter in its numeral", value=_shown(value)),
                          Phrase("write it with Latin I, V and X"))
    return _number(value, _NUMBER)


def printed_number(value: object) -> str:
    """The number of a law as it is printed, without №: "271-IV"."""
    return _number(value, _PRINTED_NUMBER)


def _number(value: object, form: re.Pattern[str]) -> str:
    written = text(value)
    if any(sign.isdigit() and not sign.isascii() for sign in written):
        raise MisfitError(Phrase("%(value)s has a digit of another script", value=_shown(value)),
                          Phrase("write it with the digits 0 to 9"))
    if not form.fullmatch(written):
        raise MisfitError(Phrase("%(value)s is not the number of an act", value=_shown(value)),
                          Phrase("write it without № and spaces, as 124-V"))
    return written


def law_id(value: object) -> str:
    """The id of a law, which is the name of its folder: "Z100000271_"."""
    written = text(value)
    if not _LAW.fullmatch(written):
        raise MisfitError(Phrase("%(value)s cannot be the id of a law", value=_shown(value)),
                          Phrase("write it as Z100000271_"))
    return written


def adilet_id(value: object) -> str:
    """The id of an act in the public system: "Z1300000102"."""
    written = text(value)
    if not is_adilet_id(written):
        raise MisfitError(Phrase("%(value)s cannot be an id of adilet.zan.kz", value=_shown(value)),
                          Phrase("write it as Z1300000102"))
    return written


def file_name(value: object) -> str:
    """The name of a file in the same folder: "rus.html"."""
    written = text(value)
    if not _FILE.fullmatch(written):
        raise MisfitError(Phrase("%(value)s is no name of a file in this folder", value=_shown(value)),
                          Phrase("put the file beside this one, and write its name alone"))
    return written


def digest(*lengths: int) -> Callable[[object], str]:
    """Return a reader of a hash with one of these lengths, in lower-case hexadecimal digits."""
    def read(value: object) -> str:
        written = text(value)
        if len(written) not in lengths or not _DIGEST.fullmatch(written):
            raise MisfitError(Phrase("%(value)s is no hash", value=_shown(value)),
                              Phrase("write its %(lengths)s digits", lengths=' or '.join(map(str, lengths))))
        return written
    return read


def day(value: object) -> date:
    """A day without quotes: 2013-07-03."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise MisfitError(Phrase("%(value)s is not a day", value=_shown(value)),
                          Phrase("write it without quotes, as 2013-07-03"))
    if value > _LAST:
        raise MisfitError(Phrase("%(value)s is later than any day that a law tells of", value=_shown(value)),
                          Phrase("leave the day out where there is none"))
    return value


def count(value: object) -> int:
    """A whole number from 1 to 9,999."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise MisfitError(Phrase("%(value)s is not a whole number from 1", value=_shown(value)),
                          Phrase("write it without quotes, as 10"))
    if value > _MOST:
        raise MisfitError(Phrase("%(value)s is more than %(most)s", value=_shown(value), most=f"{_MOST:,}"),
                          Phrase("write the number that the act prints"))
    return value


def truth(value: object) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise MisfitError(Phrase("%(value)s is neither true nor false", value=_shown(value)),
                          Phrase("write true or false without quotes"))
    return value


def affirmed(value: object) -> bool:
    """`true`, or the key is left out."""
    if value is not True:
        raise MisfitError(Phrase("%(value)s is not true", value=_shown(value)),
                          Phrase("write true without quotes, or leave the key out"))
    return True


def eid(value: object) -> Eid:
    """The address of a provision: "art_6__para_2__point_4-1"."""
    try:
        return Eid.parse(text(value))
    except EidError as error:
        raise MisfitError(f"{error.place}: {error.surprise}", error.remedy) from error


def choice(*names: str) -> Callable[[object], str]:
    """Return a reader of one of a few words."""
    def read(value: object) -> str:
        if value not in names:
            raise MisfitError(Phrase("%(value)s is not a word that belongs here", value=_shown(value)),
                              Phrase("write one of %(names)s", names=', '.join(names)))
        return str(value)
    return read


def member(kind: type[E]) -> Callable[[object], E]:
    """Return a reader of a member of an enum by its value."""
    return members(tuple(kind))


def members(these: Sequence[E]) -> Callable[[object], E]:
    """Return a reader of some members of an enum by their values."""
    word, kind = choice(*(each.value for each in these)), type(these[0])
    return lambda value: kind(word(value))


def listed(read: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """Return a reader of a list: [ …, … ]."""
    def read_all(value: object) -> tuple[T, ...]:
        if not isinstance(value, list) or not value:
            raise MisfitError(Phrase("%(value)s is not a list", value=_shown(value)),
                              Phrase("write it in brackets, parted by commas"))
        return tuple(read(each) for each in value)
    return read_all


def one_or_more(read: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """Return a reader of one value, or of a list of several."""
    read_list = listed(read)
    return lambda value: read_list(value) if isinstance(value, list) else (read(value),)


def by_language(read: Callable[[object], T]) -> Callable[[object], tuple[tuple[str, T], ...]]:
    """Return a reader of a table by language: { eng = …, rus = …, kaz = … }."""
    language = choice(*codes())

    def read_all(value: object) -> tuple[tuple[str, T], ...]:
        if not isinstance(value, dict):
            raise MisfitError(Phrase("%(value)s is not given by language", value=_shown(value)),
                              Phrase("write it as %(example)s", example="{ eng = …, rus = …, kaz = … }"))
        return tuple((language(name), read(each)) for name, each in value.items())
    return read_all


def pairs(value: object) -> tuple[tuple[Eid, Eid], ...]:
    """Return a table of addresses, each with the one that corresponds to it, or with a list of these."""
    if not isinstance(value, dict):
        raise MisfitError(Phrase("%(value)s is no table of addresses", value=_shown(value)),
                          Phrase("write it as %(example)s", example='{ art_7 = "art_12", … }'))
    return tuple((eid(one), eid(other)) for one, others in value.items()
                 for other in (others if isinstance(others, list) else [others]))


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= _LONGEST_SHOWN else f'"{value[:_LONGEST_SHOWN]}…"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**_LONGEST_SHOWN:
        return "a number without end"
    return str(value) if isinstance(value, int | float | date) else "a list or table"
