"""Days, bounds of days and the arithmetic of months; no code here or elsewhere reads the clock."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.law.basis import NO_BASIS, Basis
from lawgraph.law.errors import DayError

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


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


def parse_day(text: str) -> date:
    """day = 4digit "-" 2digit "-" 2digit, and the calendar has it."""
    match = _ISO_DAY.fullmatch(text)
    if match is None:
        raise DayError(repr(text), "this is not a day", "write it as YYYY-MM-DD, for example 2013-07-20")
    year, month, day = (int(part) for part in match.groups())
    if year < 1 or not 1 <= month <= 12:
        raise DayError(repr(text), "no calendar has this month", "write it as YYYY-MM-DD, for example 2013-07-20")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        nearest = date(year, month, min(max(day, 1), last))
        raise DayError(repr(text), "this day does not exist", f"did you mean {nearest.isoformat()}?")
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
