"""The law, or one provision, on a day."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.days import DayBounds, Ground, basis_on, exactly
from lawgraph.law.eid import LAW, Eid, Kind, Tree, tree_of
from lawgraph.law.model import Action, Amendment, Presence, Reason, ReasonKind, Version


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a provision apart from any day: its address and where it stands in the law."""

    eid: Eid
    kind: Kind
    number: str | None
    within: Eid | None


@dataclass(frozen=True, slots=True)
class OnDay:
    """Hold what may be said of one provision on one day; `heading` repeats the text of its heading provision."""

    place: Place
    version: Version
    heading: str | None


def tree_of_places(places: Iterable[Place]) -> Tree:
    """Return what encloses what among the provisions of a law."""
    return tree_of((each.eid, each.within) for each in places)


def consolidate(places: Sequence[Place], versions: Iterable[Version]) -> tuple[OnDay, ...]:
    """Join the provisions of a law with their versions of one day, in document order; one without is left out."""
    known = {each.eid: each for each in versions}
    return tuple(OnDay(place, known[place.eid], _heading(known, place)) for place in places if place.eid in known)


def _heading(known: Mapping[Eid, Version], place: Place) -> str | None:
    heading = known.get(place.eid.child(Kind.HEADING))
    return heading.text if heading else None


@dataclass(frozen=True, slots=True)
class LawDays:
    """Hold the bounds of a law's start, its repeals (none, or as claimed) and the last day the sources speak of.

    `unread` are notes on the law as a whole that are not understood, in editions that decide what was in operation.
    """

    start: DayBounds
    repeals: tuple[Amendment, ...]
    horizon: date | None
    unread: tuple[Amendment, ...] = ()


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """Hold the most that any provision of the law can be on a day, and why."""

    most: Presence
    because: tuple[Reason, ...]
    beyond_horizon: bool = False


def not_understood(each: Amendment) -> Reason:
    """Return the doubt that a note which could not be read in full leaves."""
    return Reason(ReasonKind.NOT_UNDERSTOOD, each.act_name, None, each.target, each.sources[0])


def answer_for_law(days: LawDays, day: date) -> LawAnswer:
    """Return what the law as a whole allows of a day."""
    if not days.start.possibly_by(day):
        return LawAnswer(Presence.NO, (Reason(ReasonKind.BEFORE_LAW, None, days.start),))
    ended = [each for each in days.repeals if each.operative.certainly_by(day) and not each.foreseen]
    unread = tuple(not_understood(each) for each in days.unread if each.operative.possibly_by(day))
    if ended and unread:
        # What was not read may except something from the repeal.
        return LawAnswer(Presence.POSSIBLE, (*(_repeal(ReasonKind.LAW_ENDS, each) for each in ended), *unread))
    if ended:
        return LawAnswer(Presence.NO, tuple(_repeal(ReasonKind.LAW_REPEALED, each) for each in ended))
    ending = tuple(_repeal(ReasonKind.LAW_ENDS, each) for each in days.repeals if each.operative.possibly_by(day))
    starting = () if days.start.certainly_by(day) else (Reason(ReasonKind.LAW_STARTS, None, days.start),)
    beyond: tuple[Reason, ...] = ()
    if days.horizon is not None and day > days.horizon:
        beyond = (Reason(ReasonKind.BEYOND_HORIZON, None, exactly(days.horizon, basis_on(Ground.HORIZON))),)
    if ending or starting:
        return LawAnswer(Presence.POSSIBLE, (*starting, *ending, *beyond), bool(beyond))
    return LawAnswer(Presence.PRESUMED if beyond else Presence.YES, beyond, bool(beyond))


def answer_of_law(days: LawDays, day: date) -> LawAnswer:
    """Return what may be said of the law itself on a day: a note on it that is not understood may tell of its end.

    A provision may be surer, where another edition prints it on that very day.
    """
    told = answer_for_law(days, day)
    unread = tuple(not_understood(each) for each in days.unread if each.operative.possibly_by(day))
    if told.most in (Presence.NO, Presence.POSSIBLE) or not unread:
        return told
    return LawAnswer(Presence.POSSIBLE, (*told.because, *unread), told.beyond_horizon)


def unread_of_law(amendments: Iterable[Amendment], deciding: Collection[str]) -> tuple[Amendment, ...]:
    """Return what is not understood about the law as a whole; `deciding` are the files that tell of its operation."""
    return tuple(each for each in amendments if each.action is Action.NOT_UNDERSTOOD and each.target == LAW
                 and any(source.file in deciding for source in each.sources))


def _repeal(kind: ReasonKind, each: Amendment) -> Reason:
    return Reason(kind, each.act_name, each.operative, LAW)
