"""The picture of a life: a lane of bars for each provision over one axis of years, as numbers that a template draws.

Positions are per cent of the width, so that a picture fits any screen without its text growing or shrinking. A stretch
that is short against the whole is drawn wide enough to be seen. Days run from `first` up to, not including, `before`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_NARROWEST = 0.5
_MOST_YEARS = 5
_MARGIN = 0.03


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold days of one answer: how sure it is (`grade`), and what is told of it in words; `before` may be open."""

    first: date
    before: date | None
    grade: str
    told: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold an event whose day lies from `first` to `last`, with the page it leads to."""

    first: date
    last: date
    told: str
    path: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold the stretches of one provision, the name it goes by, and the page it leads to."""

    name: str
    path: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Hold one bar: where it begins and how wide it is, in per cent."""

    x: str
    width: str
    grade: str
    told: str


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """Hold one lane as drawn, and all that it shows in words."""

    name: str
    path: str
    bars: tuple[Bar, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Pin:
    """Hold one event as drawn: from `x` on, as wide as its day is uncertain."""

    x: str
    width: str
    told: str
    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Hold the first of January of a year as drawn; `label` is empty for years between."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold lanes, events, years and today, as drawn."""

    lanes: tuple[DrawnLane, ...]
    pins: tuple[Pin, ...]
    ticks: tuple[Tick, ...]
    today: str

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that its bars show, for the legend."""
        return tuple(dict.fromkeys(bar.grade for lane in self.lanes for bar in lane.bars))


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    days: int

    def at(self, day: date) -> float:
        return max(0.0, min(100.0, 100 * (day - self.first).days / self.days))


def picture(lanes: Sequence[Lane], moments: Sequence[Moment], today: date) -> Picture:
    """Return the picture of lanes and events over an axis that holds them all, and today."""
    axis = _axis([each.first for lane in lanes for each in lane.stretches], [each.last for each in moments], today)
    pins = tuple(Pin(_per_cent(axis.at(each.first)), _per_cent(max(axis.at(each.last) - axis.at(each.first), 0)),
                     each.told, each.path) for each in moments)
    return Picture(tuple(_drawn(lane, axis) for lane in lanes), pins, _ticks(axis), _per_cent(axis.at(today)))


def _axis(firsts: Sequence[date], lasts: Sequence[date], today: date) -> _Axis:
    first = min([*firsts, today])
    last = max([*firsts, *lasts, today])
    days = max((last - first).days, 1)
    return _Axis(first - timedelta(days=int(days * _MARGIN)), int(days * (1 + 2 * _MARGIN)) + 1)


def _drawn(lane: Lane, axis: _Axis) -> DrawnLane:
    bars = tuple(_bar(each, axis) for each in lane.stretches)
    return DrawnLane(lane.name, lane.path, bars, "; ".join(each.told for each in lane.stretches))


def _bar(each: Stretch, axis: _Axis) -> Bar:
    start = axis.at(each.first)
    end = axis.at(each.before) if each.before else 100.0
    return Bar(_per_cent(start), _per_cent(max(end - start, _NARROWEST)), each.grade, each.told)


def _ticks(axis: _Axis) -> tuple[Tick, ...]:
    last = axis.first + timedelta(days=axis.days)
    years = range(axis.first.year + 1, last.year + 1)
    step = -(-len(years) // _MOST_YEARS) or 1
    return tuple(Tick(_per_cent(axis.at(date(year, 1, 1))), str(year) if not index % step else "")
                 for index, year in enumerate(years))


def _per_cent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches with neighbours that say the same made one."""
    runs: list[Stretch] = []
    for each in stretches:
        if runs and (runs[-1].grade, runs[-1].told) == (each.grade, each.told):
            runs[-1] = Stretch(runs[-1].first, each.before, each.grade, each.told)
        else:
            runs.append(each)
    return tuple(runs)


def gapless(days: Sequence[date]) -> tuple[tuple[date, date | None], ...]:
    """Return the stretches between days, the last one open."""
    return (*pairwise(days), *((days[-1], None),)) if days else ()
