"""Days, their bounds and the ground on which these rest, as values; no code here or elsewhere reads the clock.

The sentences for a ground stand in `voice`.
"""

import calendar
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from lawgraph.law.errors import DayError, Phrase

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class Ground(StrEnum):
    """What a clause says: of the first official publication, of a day, of the sources, or of the law's life."""

    PUBLISHED = "published"
    PUBLISHED_BY = "published_by"
    PUBLICATION_UNKNOWN = "publication_unknown"
    ADOPTED = "adopted"
    SIGNED = "signed"
    STATUTORY_TERM = "statutory_term"
    TERM_BY_ANALOGY = "term_by_analogy"
    NO_TERM_READ = "no_term_read"
    STATED_DAY = "stated_day"
    RECORDED_DAY = "recorded_day"
    RECORDED_OF_CHANGE = "recorded_of_change"
    RECORDED_OF_PART = "recorded_of_part"
    EXPIRED = "expired"
    SHOWN = "shown"
    SEE = "see"
    NO_CLAUSE = "no_clause"
    NOT_BEFORE_ADOPTION = "not_before_adoption"
    NO_ACT_NAMED = "no_act_named"
    DROPPED = "dropped"
    UNREAD_NOTE = "unread_note"
    INSERTED_UNTOLD = "inserted_untold"
    CHANGED_UNTOLD = "changed_untold"
    ONLY_ACT = "only_act"
    ONLY_ACT_BETWEEN = "only_act_between"
    NO_END = "no_end"
    CHANGES_HERE = "changes_here"
    NO_FURTHER = "no_further"
    BEFORE_LAW = "before_law"
    HORIZON = "horizon"


class Count(StrEnum):
    """How a term runs: that many days or months after the day of publication, or from it; or on that very day."""

    DAYS_AFTER = "days_after"
    DAYS_FROM = "days_from"
    MONTHS_AFTER = "months_after"
    MONTHS_FROM = "months_from"
    ON_THE_DAY = "on_the_day"


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one clause of a ground.

    `day` is the day it names, `last` the end of a term of publication. `count` tells how a term runs from publication,
    for `number` days or months. `names` is what it quotes: a reference as printed, two files. `also` tells that it
    contradicts the clause before it, and both count.
    """

    ground: Ground
    day: date | None = None
    last: date | None = None
    count: Count | None = None
    number: int = 0
    names: tuple[str, ...] = ()
    also: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """Hold the clauses of a ground in their order, none where nothing is said."""

    clauses: tuple[Clause, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    def __add__(self, other: "Basis") -> "Basis":
        return Basis(self.clauses + other.clauses)

    def also(self, other: "Basis") -> "Basis":
        """Return both where they tell different days."""
        if not other:
            return self
        first, *more = other.clauses
        return Basis((*self.clauses, replace(first, also=True), *more))

    def counted(self, count: Count, number: int = 0) -> "Basis":
        """Return the ground of a day that is counted from a publication of which this is the ground."""
        first, *more = self.clauses
        return Basis((replace(first, count=count, number=number), *more))

    @property
    def data(self) -> str:
        """The clauses as JSON: lists of their fields, up to the last that is told."""
        return json.dumps([_fields(each) for each in self.clauses], ensure_ascii=False, separators=(",", ":"))


NO_BASIS = Basis()
"""The ground where nothing is said of it."""


def basis_on(ground: Ground, day: date | None = None, *names: str) -> Basis:
    """Return a ground of one clause."""
    return Basis((Clause(ground, day, names=names),))


def joined(these: Iterable[Basis]) -> Basis:
    """Return several grounds as one, each once."""
    return Basis(tuple(clause for each in dict.fromkeys(these) for clause in each.clauses))


# Thousands of versions rest on the same few grounds.
@lru_cache(maxsize=8192)
def basis_of(data: str) -> Basis:
    """Return the ground that `Basis.data` wrote."""
    return Basis(tuple(_clause(each) for each in json.loads(data)))


_OPEN: list[Any] = [None, None, None, None, 0, (), False]
"""What the fields of a clause that are not told hold."""


def _fields(clause: Clause) -> list[object]:
    told: list[object] = [clause.ground, iso(clause.day), iso(clause.last), clause.count, clause.number, clause.names,
                          clause.also]
    while not told[-1]:
        told.pop()
    return told


def iso(day: date | None) -> str | None:
    """Return a day as ISO text, `None` for none."""
    return day.isoformat() if day else None


def _clause(told: list[Any]) -> Clause:
    ground, day, last, count, number, names, also = told + _OPEN[len(told):]
    return Clause(Ground(ground), day_or_none(day), day_or_none(last), Count(count) if count else None, number,
                  tuple(names), also)


def day_or_none(text: str | None) -> date | None:
    """Return the day that ISO text names, `None` for none."""
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class DayBounds:
    """Hold the earliest and latest day that an event can have; `None` means unbounded on that side.

    `basis` is the ground that the bounds rest on. Bounds that cross, since sources contradict each other, make nothing
    sure: the event may fall on any day.
    """

    earliest: date | None
    latest: date | None
    basis: Basis = NO_BASIS

    @property
    def exact(self) -> bool:
        """Tell whether the day is known."""
        return self.earliest is not None and self.earliest == self.latest

    def certainly_by(self, day: date) -> bool:
        """Tell whether the event has happened by the end of `day`, whichever day within the bounds is true."""
        return self._last is not None and self._last <= day

    def possibly_by(self, day: date) -> bool:
        """Tell whether the event can have happened by the end of `day`."""
        return self._first is None or self._first <= day

    def possibly_with_or_before(self, other: "DayBounds") -> bool:
        """Tell whether this event can fall on the day of the other one, or earlier."""
        return self._first is None or other._last is None or self._first <= other._last

    def possibly_with_or_after(self, other: "DayBounds") -> bool:
        """Tell whether this event can fall on the day of the other one, or later."""
        return self._last is None or other._first is None or self._last >= other._first

    @property
    def crossed(self) -> bool:
        """Tell whether the earliest day lies after the latest."""
        return self.earliest is not None and self.latest is not None and self.earliest > self.latest

    @property
    def _first(self) -> date | None:
        return None if self.crossed else self.earliest

    @property
    def _last(self) -> date | None:
        return None if self.crossed else self.latest


def exactly(day: date, basis: Basis = NO_BASIS) -> DayBounds:
    """Return the bounds of a day that is known."""
    return DayBounds(day, day, basis)


def over_after(day: date) -> date:
    """Return the last day by which what lasts "until" a day is over: of a month's last day many mean it through."""
    following = add_days(day, 1)
    return following if following.day == 1 else day


_WRITTEN = Phrase("write it as %(form)s, for example %(example)s", form="YYYY-MM-DD", example="2013-07-20")


def parse_day(text: str) -> date:
    """day = 4digit "-" 2digit "-" 2digit, and the calendar has it."""
    match = _ISO_DAY.fullmatch(text)
    if match is None:
        raise DayError(repr(text), Phrase("this is not a day"), _WRITTEN)
    year, month, day = (int(part) for part in match.groups())
    if year < 1 or not 1 <= month <= 12:
        raise DayError(repr(text), Phrase("no calendar has this month"), _WRITTEN)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        nearest = date(year, month, min(max(day, 1), last))
        raise DayError(repr(text), Phrase("this day does not exist"),
                       Phrase("did you mean %(day)s?", day=nearest.isoformat()))
    return date(year, month, day)


def day_of_second(second: int) -> date | None:
    """Return the day of a second counted from the beginning of 1970, `None` where the calendar has no such day."""
    try:
        return date(1970, 1, 1) + timedelta(seconds=second)
    except OverflowError:
        return None


DayOrder = tuple[bool, date | None]
BoundsOrder = tuple[DayOrder, DayOrder]


def unknown_last(day: date | None) -> DayOrder:
    """Return what sorts days in their order and one that is not known behind them."""
    return day is None, day


def unknown_first(day: date | None) -> DayOrder:
    """Return what sorts days in their order and one that is not known before them."""
    return day is not None, day


def soonest(bounds: DayBounds) -> BoundsOrder:
    """Return what sorts bounds by their first day, then by their last."""
    return unknown_last(bounds.earliest), unknown_last(bounds.latest)


def add_days(day: date, count: int) -> date:
    """Return the day `count` calendar days later."""
    return day + timedelta(days=count)


def add_months(day: date, count: int) -> date:
    """Return the same day of the month `count` months later, clamped to the end of a shorter month."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
