"""The pieces that pages are made of, all frozen; and what a page says of one provision."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import FIRST
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Kind
from lawgraph.law.model import Presence, Reason, ReasonKind, Version
from lawgraph.timeline.comparison import WordChange
from lawgraph.timeline.consolidation import Grade, grade_of
from lawgraph.voice.sentences import answer_sentence, sign
from lawgraph.voice.speaking import ENGLISH, Voice


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
    """Point to where a source says something; `lang` is the `lang` attribute of what it says.

    `path` leads to the page that shows an instruction of an act beside what it did.
    """

    file: str
    line: int | None
    text: str
    lang: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Hold what changed between two wordings, word by word."""

    earlier: str
    later: str
    changes: tuple[WordChange, ...]


_OF_THE_LAW = {ReasonKind.LAW_STARTS, ReasonKind.LAW_ENDS, ReasonKind.BEYOND_HORIZON}


def answer_of(version: Version, day: date, kind: Kind, voice: Voice = ENGLISH) -> ShownAnswer:
    """Return what a page says of a version on a day."""
    mark, word = sign(version, voice, day)
    return ShownAnswer(grade_of(version), mark, word, answer_sentence(version, day, kind, voice))


def own_reasons(version: Version) -> tuple[Reason, ...]:
    """Return the reasons for doubt that concern the provision, not the law as a whole."""
    return tuple(each for each in version.because if each.kind not in _OF_THE_LAW)


def in_doubt(version: Version) -> bool:
    """Tell whether the provision is less certain than the law as a whole is on that day."""
    if grade_of(version) in (Grade.HELD, Grade.ABSENT):
        return False
    return bool(own_reasons(version)) or version.text is None or not version.because


def was_excluded(version: Version) -> bool:
    """Tell whether a provision had been there and was excluded, so that its number is still missed in the text."""
    return version.in_operation is Presence.NO and any(each.kind is ReasonKind.EXCLUDED for each in version.because)


def nearest_of(version: Version) -> Nearest | None:
    """Return the nearest wording that is held, where the version's own is not."""
    if not version.nearest_text or version.nearest_from is None:
        return None
    return Nearest(version.nearest_text, version.nearest_from, last_day(version.nearest_before))


def last_day(before: date | None) -> date | None:
    """Return the last day of a stretch of days that ends before a day."""
    return before - timedelta(days=1) if before else None


def without_reasons_of_the_law(version: Version) -> Version:
    """Return a version with the reasons alone that concern the provision, where it has such."""
    own = own_reasons(version)
    return replace(version, because=own) if own else version
