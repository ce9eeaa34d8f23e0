"""What the command line prints, as values: a law on a day, a life, a difference of two days."""

from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.law.basis import Basis, Ground, basis_on
from lawgraph.law.days import DayBounds, exactly
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Amendment, Version
from lawgraph.queries.references import NOTHING, ToLookUp
from lawgraph.queries.values import LawRow, SourceRow
from lawgraph.timeline.comparison import Difference
from lawgraph.timeline.consolidation import OnDay
from lawgraph.timeline.lawdays import LawAnswer, LawDays, answer_for_law
from lawgraph.timeline.look_up import LookUp


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Hold a law, or one provision (`eid`) with its parts, on one day; `known` is the day as of whose knowledge.

    `looked_up` tells where the wordings that are not held can be read.
    """

    law: LawRow
    days: LawDays
    source: SourceRow | None
    lang: str
    day: date
    eid: Eid | None
    found: tuple[OnDay, ...]
    known: date | None = None
    looked_up: ToLookUp = NOTHING

    @property
    def whole(self) -> LawAnswer:
        """What may be said of the law as a whole on that day."""
        return answer_for_law(self.days, self.day)

    def where(self, each: OnDay) -> LookUp | None:
        """Return where the wording of a provision can be read, `None` where it is held."""
        return self.looked_up.by_place.get((each.place.eid, self.day))


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """Hold the life of a provision, or of a law as a whole (`law`), with the changes that bear on it."""

    law: LawRow
    eid: Eid
    versions: tuple[Version, ...]
    amendments: tuple[Amendment, ...]
    known: date | None = None
    looked_up: ToLookUp = NOTHING

    def where(self, version: Version) -> LookUp | None:
        """Return where the wording of a version can be read, `None` where it is held."""
        return self.looked_up.by_place.get((version.eid, version.start.latest)) if version.start.latest else None


@dataclass(frozen=True, slots=True)
class DifferenceSheet:
    """Hold what differs in a law between two days."""

    law: LawRow
    lang: str
    days: tuple[date, date]
    found: tuple[Difference, ...]
    known: date | None = None


def history_of_law(days: LawDays) -> tuple[Version, ...]:
    """Return the life of a law as a whole: one version for each stretch on which its answer is the same."""
    bounds = [days.start, *(each.operative for each in days.repeals)]
    turns = {day for each in bounds for day in (each.earliest, each.latest) if day}
    turns |= {days.horizon + timedelta(days=1)} if days.horizon else set()
    runs: list[tuple[date, LawAnswer]] = []
    for day in sorted(turns):
        answer = answer_for_law(days, day)
        if not runs or runs[-1][1] != answer:
            runs.append((day, answer))
    ends = [*(day for day, _ in runs[1:]), None]
    return tuple(Version(LAW, _start(day, bounds), _end(end, bounds), answer.most, None, None, answer.because)
                 for (day, answer), end in zip(runs, ends, strict=True))


def _start(day: date, bounds: list[DayBounds]) -> DayBounds:
    """Return how early a stretch that surely holds from `day` on may have begun."""
    settled = next((each for each in bounds if each.latest == day), None)
    return DayBounds(settled.earliest, day, settled.basis) if settled else exactly(day, _basis(day, bounds))


def _end(day: date | None, bounds: list[DayBounds]) -> DayBounds:
    """Return how long a stretch that surely holds until `day` may have lasted."""
    if day is None:
        return DayBounds(None, None, basis_on(Ground.NO_END))
    opening = next((each for each in bounds if each.earliest == day), None)
    return DayBounds(day, opening.latest, opening.basis) if opening else exactly(day, _basis(day, bounds))


def _basis(day: date, bounds: list[DayBounds]) -> Basis:
    known = (each.basis for each in bounds if day in (each.earliest, each.latest))
    return next(known, basis_on(Ground.NO_FURTHER))
