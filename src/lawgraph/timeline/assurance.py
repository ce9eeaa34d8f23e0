"""How far answers may be relied on: shares of provision-days by grade, and what was sure and is so no more.

Two databases are held against each other. An answer is sure where it says `yes` or `no`, or that a wording is attested.
People cite such answers, so one that changes its content weighs most, one that is lost comes next, and one that is
gained last.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version, Wording
from lawgraph.timeline.consolidation import LawDays

_SURE = {Presence.YES, Presence.NO}


class Turn(StrEnum):
    """What became of a sure answer; where several things did, the gravest. They stand here in the order of weight."""

    REVERSED = "reversed"
    REWORDED = "reworded"
    LOST = "lost"
    GAINED = "gained"

    @property
    def of_content(self) -> bool:
        """Tell whether what was surely so is now surely otherwise."""
        return self in (Turn.REVERSED, Turn.REWORDED)


@dataclass(frozen=True, slots=True)
class HeldText:
    """Name a law in a language in which its text is held."""

    law: str
    number: str
    lang: str


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """Hold an answer; `text` is the wording where it is attested, else `None`."""

    in_operation: Presence
    wording: Wording | None
    text: str | None = None

    @property
    def sure_presence(self) -> bool:
        """Tell whether it says `yes` or `no`."""
        return self.in_operation in _SURE

    @property
    def attested(self) -> bool:
        """Tell whether it gives a wording that is attested."""
        return self.wording is Wording.ATTESTED


@dataclass(frozen=True, slots=True)
class AssuranceStep:
    """Hold what is said of a provision from `first` on (`None`: from ever) until the next step, why, by which acts."""

    first: date | None
    said: SaidAnswer
    because: tuple[Reason, ...] = ()
    acts: tuple[str, ...] = ()


Histories = Mapping[Eid, Sequence[AssuranceStep]]
"""The steps of each provision of a law in a language, in document order; the first step of each begins with `None`."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Hold what became of the answer for a provision on the days from `first` up to, not including, `before`.

    `old` and `new` are the two answers, `None` where a database knows of no such provision; `because` and `acts` are
    those of the new one.
    """

    where: HeldText
    eid: Eid
    turn: Turn
    first: date | None
    before: date | None
    old: SaidAnswer | None
    new: SaidAnswer | None
    because: tuple[Reason, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shifts:
    """Hold all that two databases say otherwise, the gravest first, and the texts that one of them alone holds.

    `old` and `new` name their builds.
    """

    old: str | None
    new: str | None
    found: tuple[Shift, ...]
    gone: tuple[HeldText, ...]
    come: tuple[HeldText, ...]

    def of(self, turn: Turn) -> tuple[Shift, ...]:
        """Return those of one kind."""
        return tuple(each for each in self.found if each.turn is turn)

    @property
    def of_content(self) -> tuple[Shift, ...]:
        """Those in which a sure answer changed its content."""
        return tuple(each for each in self.found if each.turn.of_content)


def said_in(version: Version) -> SaidAnswer:
    """Return what a version says, as far as it can be sure."""
    return SaidAnswer(version.in_operation, version.wording,
                      version.text if version.wording is Wording.ATTESTED else None)


def steps(versions: Iterable[Version], start: DayBounds) -> tuple[AssuranceStep, ...]:
    """Return the steps of a provision's versions; `start` is that of its law, before which nothing was in operation."""
    before = AssuranceStep(None, SaidAnswer(Presence.NO, None), (Reason(ReasonKind.BEFORE_LAW, None, start),))
    return (before, *(AssuranceStep(each.start.latest, said_in(each), each.because, _acts(each)) for each in versions))


def shifts(where: HeldText, old: Histories, new: Histories) -> Iterator[Shift]:
    """Give what became of the sure answers of a law in a language, in document order."""
    for eid in dict.fromkeys((*new, *old)):
        yield from _of_provision(where, eid, old.get(eid, ()), new.get(eid, ()))


def by_weight(found: Iterable[Shift]) -> tuple[Shift, ...]:
    """Return shifts, the gravest first, those of one weight as they stood."""
    order = tuple(Turn)
    return tuple(sorted(found, key=lambda each: order.index(each.turn)))


def _of_provision(where: HeldText, eid: Eid, old: Sequence[AssuranceStep],
                  new: Sequence[AssuranceStep]) -> Iterator[Shift]:
    both = ((first, before, _at(old, first), _at(new, first)) for first, before in _stretches((*old, *new)))
    for (was, now), run in groupby(both, key=lambda each: (_said(each[2]), _said(each[3]))):
        stretches = tuple(run)
        if turn := _turn(was, now):
            given = [step for *_, step in stretches if step]
            yield Shift(where, eid, turn, stretches[0][0], stretches[-1][1], was, now,
                        tuple(dict.fromkeys(why for each in given for why in each.because)),
                        tuple(dict.fromkeys(act for each in given for act in each.acts)))


def _stretches(every: Iterable[AssuranceStep]) -> Iterator[tuple[date | None, date | None]]:
    """Give the stretches between all days on which a step begins; the first begins, and the last ends, with `None`."""
    yield from pairwise([None, *sorted({each.first for each in every if each.first}), None])


def _at(history: Sequence[AssuranceStep], day: date | None) -> AssuranceStep | None:
    """Return the step that holds on a day, with `None` the one from ever; none where the provision is not known."""
    held = (each for each in reversed(history) if each.first is None or (day is not None and each.first <= day))
    return next(held, None)


def _said(step: AssuranceStep | None) -> SaidAnswer | None:
    return step.said if step else None


def _turn(old: SaidAnswer | None, new: SaidAnswer | None) -> Turn | None:
    if old and new and old.sure_presence and new.sure_presence and old.in_operation is not new.in_operation:
        return Turn.REVERSED
    if old and new and old.attested and new.attested and old.text != new.text:
        return Turn.REWORDED
    if _surer(old, new):
        return Turn.LOST
    return Turn.GAINED if _surer(new, old) else None


def _surer(one: SaidAnswer | None, other: SaidAnswer | None) -> bool:
    """Tell whether one answer is sure where the other is not; what was surely not there has no wording."""
    if one is None:
        return False
    if other is None:
        return one.sure_presence or one.attested
    return (one.sure_presence and not other.sure_presence) or (
        one.attested and not other.attested and other.in_operation is not Presence.NO)


def _acts(version: Version) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*version.introduced_by, *(each.act for each in version.because if each.act))))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Count provision-days by grade; days on which a provision was not in operation do not count.

    `possible` stands apart: on those days it is not certain that the provision was there at all.
    """

    attested: int = 0
    presumed: int = 0
    unverified: int = 0
    unknown: int = 0
    possible: int = 0

    @property
    def days(self) -> int:
        """All provision-days that count."""
        return self.attested + self.presumed + self.unverified + self.unknown + self.possible

    def share(self, grade: str) -> float:
        """Return the share of one grade, in per cent; 0 where nothing counts."""
        counted: int = getattr(self, grade)
        return 100 * counted / self.days if self.days else 0.0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(*(getattr(self, each) + getattr(other, each) for each in GRADES))


GRADES = ("attested", "presumed", "unverified", "unknown", "possible")


def coverage_by_article(versions: Iterable[Version], first: date, before: date) -> dict[str, Coverage]:
    """Return the coverage of each article, and of what stands beside articles, for `first` <= day < `before`."""
    found: dict[str, list[Version]] = defaultdict(list)
    for each in versions:
        found[each.eid.outermost].append(each)
    return {eid: coverage(these, first, before) for eid, these in found.items()}


def coverage(versions: Iterable[Version], first: date, before: date) -> Coverage:
    """Return the coverage of all that versions are of, for `first` <= day < `before`."""
    counted = Counter[str]()
    for each in versions:
        if each.in_operation is not Presence.NO:
            counted[_graded(each)] += _days(each, first, before)
    return Coverage(**counted)


def days_that_count(days: LawDays, adopted: date) -> tuple[date, date]:
    """Return the first day that counts and the first that counts no more: its start, and its repeal or horizon."""
    ends = [each.operative.latest for each in days.repeals if each.operative.latest]
    return days.start.earliest or adopted, min(ends, default=days.horizon or adopted)


def total(parts: Iterable[Coverage]) -> Coverage:
    """Return the coverage of the whole."""
    return sum(parts, Coverage())


def _days(version: Version, first: date, before: date) -> int:
    begins = max(version.start.latest or first, first)
    ends = min(version.before.earliest or before, before)
    return max((ends - begins).days, 0)


def _graded(version: Version) -> str:
    return str(Presence.POSSIBLE if version.in_operation is Presence.POSSIBLE else version.wording or Wording.UNKNOWN)
