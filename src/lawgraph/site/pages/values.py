"""The pieces that pages are made of, all frozen."""

from dataclasses import dataclass
from datetime import date

from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import FIRST
from lawgraph.law.days import DayBounds
from lawgraph.timeline.grading import Grade
from lawgraph.timeline.worddiff import WordChange


@dataclass(frozen=True, slots=True)
class Link:
    """Lead from words to a page of this site."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """Hold what every page has: its title, its path, the pages above it, and the language of the law's text on it."""

    title: str
    path: str
    crumbs: tuple[Link, ...] = ()
    lang: str = spoken(FIRST).tag


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """Hold what a page says of one provision on one day."""

    grade: Grade
    sign: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """Hold a wording of other days, under its own dates; `last` is `None` where no end is known."""

    text: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Days:
    """Hold where a day stands among those on which something differs.

    Everything reads alike from `first` to `last`; `last` is `None` where no end is known. `earlier` and `later` are
    the neighbouring days on which it reads otherwise.
    """

    day: date
    first: date | None
    last: date | None
    earlier: date | None
    later: date | None
    opening: date
    closing: date


@dataclass(frozen=True, slots=True)
class LinkedAct:
    """Name an act, its page, its day of adoption; `title_lang` is the `lang` attribute of its title."""

    name: str
    path: str
    title: str | None
    adopted: date | None
    title_lang: str = spoken(FIRST).tag


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Hold one change by one act as a row: what was done to what, from when, on which ground, and who says so.

    `act` is `None` where the source does not name it.
    """

    act: LinkedAct | None
    done: str
    target: Link
    operative: DayBounds
    sources: tuple["SourcePlace", ...]


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Point to where a source says something; `lang` is the `lang` attribute of what it says."""

    file: str
    line: int | None
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Hold what changed between two wordings, word by word."""

    earlier: str
    later: str
    changes: tuple[WordChange, ...]
