"""The answers for the provisions of one article: presence first, then wording, each with its reasons.

Each provision is judged on the days on which something that speaks of it begins or ends, and on those of its list and
of what encloses it; in between its answer stays the same. So an answer is a course over the turning days of an article:
it changes on few of them, and is asked for only where it can. Turns count from 0. A set of turns is a number whose bits
they are: joining two such sets is one step, however many turns there are.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import chain, groupby
from typing import Generic, TypeVar

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.proofs import Obstacle, Touched
from lawgraph.evidence.sources import Unit
from lawgraph.evidence.touch import bears_on_presence, bears_on_wording
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.eid import LAW, Eid, Kind, Order
from lawgraph.law.versions import Presence, Reason, ReasonKind, Wording
from lawgraph.timeline.consolidation import LawAnswer, LawDays, answer_for_law, not_understood
from lawgraph.timeline.presence import Proofs, Verdict, can_have_ended, judge, proofs_of
from lawgraph.timeline.wording import (
    Doubt,
    ShownWording,
    doubt_of,
    grade,
    may_be_lost,
    of_absence,
    of_obstacles,
    of_unread_text,
    told_once,
    with_rewordings,
    without_doubles,
    wordings_shown,
)

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Course(Generic[_Value]):
    """Hold the values of all turns: from each of `starts` on, the first being 0, the value beside it."""

    starts: tuple[int, ...]
    values: tuple[_Value, ...]

    def at(self, turn: int) -> _Value:
        """Return the value of one turn."""
        return self.values[bisect_right(self.starts, turn) - 1]

    def where(self, holds: Callable[[_Value], bool], end: int) -> int:
        """Return the set of turns before `end` of whose value something holds."""
        ends = (*self.starts[1:], end)
        runs = zip(self.starts, ends, self.values, strict=True)
        return sum((1 << after) - (1 << start) for start, after, value in runs if holds(value))


def course(turns: Iterable[int], value: Callable[[int], _Value]) -> Course[_Value]:
    """Return the course of a value that can change at some turns alone."""
    starts: list[int] = []
    values: list[_Value] = []
    for turn in sorted({0, *turns}):
        told = value(turn)
        if not values or values[-1] != told:
            starts.append(turn)
            values.append(told)
    return Course(tuple(starts), tuple(values))


def edges(turns: int, end: int) -> Iterator[int]:
    """Give the turns before `end` at which a set of turns begins or ends."""
    left = (turns ^ (turns << 1)) & ((1 << end) - 1)
    while left:
        first = left & -left
        yield first.bit_length() - 1
        left ^= first


def days_for(days: LawDays, unit: Unit) -> LawDays:
    """Return the days of a law as they are for a provision: a repeal may except it, or what stands in it."""
    return replace(days, repeals=tuple(_for_unit(each, unit) for each in days.repeals if not _excepts(each, unit)))


def _excepts(repeal: Amendment, unit: Unit) -> bool:
    return repeal.rest is not None and any(unit.eid.within(each) or unit.inside(each) for each in repeal.but)


def _for_unit(repeal: Amendment, unit: Unit) -> Amendment:
    """Give the days of a repeal for a provision that it does not except; of what groups articles none are sure."""
    grouping = unit.eid.outermost.kind.divides or unit.eid.outermost.kind in (Kind.LAW, Kind.PREAMBLE)
    if repeal.rest is None or grouping or any(each.within(unit.eid) for each in repeal.but):
        return repeal
    return replace(repeal, operative=repeal.rest)


_STRENGTH = (Presence.YES, Presence.PRESUMED, Presence.POSSIBLE, Presence.NO)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hold all evidence that bears on one provision.

    `unread` are the places where editions are not understood, `days` those on which what speaks of it begins or ends.
    `doubt` tells why an obstacle makes it less sure, put into words once.
    """

    unit: Unit
    proofs: Proofs
    witnesses: tuple[ShownWording, ...]
    on_presence: Touched
    on_wording: Touched
    suspensions: tuple[Amendment, ...]
    unread: tuple[Reason, ...]
    days: frozenset[date]
    doubt: Callable[[Obstacle], Doubt]


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what may be said of one provision on one day."""

    in_operation: Presence
    wording: Wording | None
    text: str | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """Hold a presence with its reasons while it is weighed."""

    presence: Presence
    because: tuple[Reason, ...] = ()

    def at_most(self, most: Presence, because: tuple[Reason, ...]) -> "_Standing":
        """Return this standing, weakened to `most` for the reasons given where it was stronger."""
        if _STRENGTH.index(most) <= _STRENGTH.index(self.presence):
            return self
        return _Standing(most, because if most is Presence.NO else without_doubles((*self.because, *because)))


def open_dossier(evidence: Evidence, unit: Unit) -> Dossier:
    """Collect the evidence that bears on one provision."""
    near = evidence.near[unit.eid]
    on_presence = tuple(Obstacle(each, how) for each in near if (how := bears_on_presence(evidence, each, unit)))
    on_wording = told_once(evidence, unit, tuple(
        Obstacle(each, how) for each in near if (how := bears_on_wording(evidence, each, unit))))
    speaking = [evidence.amendments[index] for index in near]
    days = {day for each in speaking for bounds in (each.operative, each.rest) if bounds
            for day in (bounds.earliest, bounds.latest, each.until, each.over) if day}
    suspensions = tuple(each for each in speaking
                        if each.action is Action.SUSPENSION and (each.target == unit.eid or unit.inside(each.target)))
    witnesses = with_rewordings(evidence, unit, wordings_shown(evidence, unit), on_wording)
    return Dossier(unit, proofs_of(evidence, unit), witnesses, on_presence, on_wording,
                   suspensions, of_unread_text(evidence, unit), frozenset(days.union(_shown_days(evidence, near))),
                   cache(partial(doubt_of, evidence, unit)))


def _shown_days(evidence: Evidence, near: Sequence[int]) -> Iterator[date]:
    """Give the days for which editions speak, and those after them, on which it is open what had begun by then.

    On the day itself nothing lies between, so that day stands out within uncertain days.
    """
    for edition in evidence.law.editions:
        day, taken = edition.as_of, evidence.taken[edition.file]
        if day and any(_open_on(evidence.amendments[index], taken[index], day) for index in near):
            yield from (day, day + timedelta(days=1))


def _open_on(each: Amendment, taken: Taken, day: date) -> bool:
    """Tell whether what an edition of a day shows of a change tells more of that day than the change's own bounds."""
    if each.action is Action.NOT_UNDERSTOOD:
        return True
    if each.operative.certainly_by(day):
        return taken is Taken.SILENT
    return taken is Taken.YES or each.operative.possibly_by(day)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Hold what is asked of an article: the evidence, its turning days, what the law as a whole allows on them.

    `everywhere` are the turns at which an answer can change whatever bears on the provision.
    """

    evidence: Evidence
    turns: Sequence[date]
    whole: Mapping[Eid, Course[LawAnswer]]
    everywhere: frozenset[int]

    def own(self, dossier: Dossier) -> frozenset[int]:
        """Return the turns at which a provision's own evidence can tell something else."""
        own = {bisect_left(self.turns, day) for day in dossier.days}
        return frozenset(each for each in self.everywhere | own if each < len(self.turns))


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold what is known of a provision before its own standing is weighed.

    `higher` are the turns on which a higher ordinary number of its list was surely there, so that this one was too
    unless an act can have excluded it by then.
    """

    verdict: Course[Verdict]
    higher: int
    above: Course[_Standing] | None


def answers_over(evidence: Evidence, days: LawDays, article: Sequence[Dossier], turns: Sequence[date]
                 ) -> Mapping[str, Course[Answer]]:
    """Return the answers for all provisions of one article on its turning days, one at least, in their order."""
    asked = _asked(evidence, days, article, turns)
    verdicts: dict[str, Course[Verdict]] = {
        each.unit.eid: course(asked.own(each), partial(_verdict, asked, each)) for each in article}
    higher = _higher_there(article, verdicts, len(turns))
    standings: dict[str, Course[_Standing]] = {}
    answers: dict[str, Course[Answer]] = {}
    for each in article:
        eid, own = each.unit.eid, asked.own(each)
        told = _Told(verdicts[eid], higher.get(eid, 0), standings.get(each.unit.container or ""))
        moving = own.union(edges(told.higher, len(turns)), told.above.starts if told.above else ())
        standings[eid] = course(moving, partial(_standing, asked, each, told))
        answers[eid] = course(own.union(standings[eid].starts), partial(_answer_at, asked, each, standings[eid]))
    return answers


def _asked(evidence: Evidence, days: LawDays, article: Sequence[Dossier], turns: Sequence[date]) -> _Asked:
    own = {each.unit.eid: days_for(days, each.unit) for each in article}
    # Only the repeals differ from unit to unit; the notes on the law as a whole may be a thousand.
    courses = {repeals: course(range(len(turns)), partial(_of_law, each, turns))
               for repeals, each in {each.repeals: each for each in own.values()}.items()}
    begins = {turn for each in courses.values() for turn in each.starts}
    behind = {bisect_right(turns, evidence.horizon)} if evidence.horizon else set()
    of_law = {eid: courses[each.repeals] for eid, each in own.items()}
    return _Asked(evidence, turns, of_law, frozenset(begins | behind))


def _of_law(days: LawDays, turns: Sequence[date], turn: int) -> LawAnswer:
    return answer_for_law(days, turns[turn])


def _verdict(asked: _Asked, dossier: Dossier, turn: int) -> Verdict:
    return judge(asked.evidence, dossier.unit, dossier.proofs, dossier.on_presence, asked.turns[turn])


def _higher_there(article: Sequence[Dossier], verdicts: Mapping[str, Course[Verdict]], end: int) -> Mapping[str, int]:
    """Return for each ordinary number of a list the turns on which a higher one was surely there."""
    lists: dict[Hashable, list[Eid]] = defaultdict(list)
    for unit in (each.unit for each in article):
        if unit.eid.number and not unit.eid.inserted_number and not unit.kind.counted:
            lists[unit.chain, unit.kind].append(unit.eid)
    found: dict[str, int] = {}
    for listed in lists.values():
        there = 0
        for _, same in groupby(sorted(listed, key=_order, reverse=True), key=_order):
            these = tuple(same)
            found.update(dict.fromkeys(these, there))
            for eid in these:
                there |= verdicts[eid].where(_surely_there, end)
    return found


def _order(eid: Eid) -> Order:
    return eid.order


def _surely_there(verdict: Verdict) -> bool:
    return verdict.presence is Presence.YES


def _standing(asked: _Asked, dossier: Dossier, told: _Told, turn: int) -> _Standing:
    standing = _own_standing(asked, dossier, told, turn)
    if told.above:
        above = told.above.at(turn)
        standing = standing.at_most(above.presence, above.because)
    return _suspended(asked.evidence, dossier, standing, asked.turns[turn])


def _own_standing(asked: _Asked, dossier: Dossier, told: _Told, turn: int) -> _Standing:
    """Return what a provision's own proofs and its list tell; a heading is there as long as what it heads."""
    evidence, unit, verdict = asked.evidence, dossier.unit, told.verdict.at(turn)
    if unit.eid.parent == LAW and (unread := _unread_of_law(asked, dossier, turn)):
        return _Standing(Presence.POSSIBLE, unread)
    if unit.kind is Kind.HEADING or verdict.presence is Presence.YES:
        return _Standing(Presence.YES)
    if verdict.presence is Presence.NO:
        return _Standing(Presence.NO, of_absence(evidence, unit, verdict))
    ended = can_have_ended(evidence, dossier.on_presence, unit, asked.turns[turn])
    if not verdict.contradicted and not ended and told.higher >> turn & 1:
        return _Standing(Presence.YES)
    reasons = () if verdict.contradicted else (*of_obstacles(verdict.obstacles, dossier.doubt), *dossier.unread)
    held = verdict.contradicted or dossier.witnesses
    moving = () if verdict.contradicted or not held else of_absence(evidence, unit, verdict)
    return _Standing(verdict.presence, reasons or moving or (
        Reason(ReasonKind.CONTRADICTION if held else ReasonKind.NO_TEXT),))


def _unread_of_law(asked: _Asked, dossier: Dossier, turn: int) -> tuple[Reason, ...]:
    known = (asked.evidence.amendments[each.index] for each in dossier.on_presence)
    return tuple(not_understood(each) for each in known if each.action is Action.NOT_UNDERSTOOD
                 and each.operative.possibly_by(asked.turns[turn]))


def _suspended(evidence: Evidence, dossier: Dossier, standing: _Standing, day: date) -> _Standing:
    for each in dossier.suspensions:
        if not each.operative.possibly_by(day) or (each.over is not None and day >= each.over):
            continue
        reason = Reason(ReasonKind.SUSPENDED, each.act_name, each.operative, each.target)
        # Another act may have lifted the suspension early, so only an undisturbed one is sure.
        over = (other for other in dossier.suspensions if other.by != each.by and other.until and other.until <= day)
        others = (evidence.amendments[other.index] for other in dossier.on_wording)
        disturbed = any(other.operative.possibly_with_or_after(each.operative) for other in chain(over, (
            other for other in others if other.operative.possibly_by(day))))
        lasting = each.until is not None and day < each.until
        sure = each.operative.certainly_by(day) and lasting and not disturbed and not each.foreseen
        standing = standing.at_most(Presence.NO if sure else Presence.POSSIBLE, (reason,))
    return standing


def _answer_at(asked: _Asked, dossier: Dossier, standing: Course[_Standing], turn: int) -> Answer:
    whole = asked.whole[dossier.unit.eid].at(turn)
    return _answer(asked.evidence, dossier, standing.at(turn), whole, asked.turns[turn])


def _answer(evidence: Evidence, dossier: Dossier, standing: _Standing, whole: LawAnswer, day: date) -> Answer:
    if standing.presence is Presence.NO and whole.beyond_horizon:
        standing = _Standing(Presence.POSSIBLE, (*standing.because, *whole.because))
    standing = standing.at_most(whole.most, whole.because)
    if standing.presence is Presence.NO:
        return Answer(Presence.NO, None, None, standing.because)
    told = grade(evidence, dossier.witnesses, dossier.on_wording, day)
    doubts = of_obstacles(told.obstacles, dossier.doubt)
    if told.wording is not Wording.ATTESTED:
        doubts = (*doubts, *dossier.unread)
    lost = may_be_lost(dossier.unit, told)
    if (lost or told.wording is Wording.UNKNOWN) and not doubts:
        doubts = (Reason(ReasonKind.NO_TEXT),)
    if told.wording is Wording.UNVERIFIED and not doubts:
        doubts = (Reason(ReasonKind.CONTRADICTION),)
    because = without_doubles((*standing.because, *doubts))
    wording = told.wording
    if wording is Wording.ATTESTED and (lost or whole.beyond_horizon):
        wording = Wording.PRESUMED
    return Answer(standing.presence, wording, told.text, because)
