"""The law, or one provision, on a day: how sure the answer is, and where a wording that is not held can be read.

It is read in the act that brought it, else in the law as first published. Archives date editions by the adoption of
acts, so an edition has it that is dated from the adoption of the last act that bore on it, and before that of the next
one. Nothing is said of editions where an act without a day of adoption, or one that may or may not have operated on the
day, stands in between.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lawgraph.law.amendments import RECORDED, Action, Amendment, Scope
from lawgraph.law.days import DayBounds, DayOrder, Ground, basis_on, exactly, unknown_first
from lawgraph.law.eid import LAW, Eid, Kind, Tree, tree_of
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version, Wording


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
    ended = [each for each in days.repeals if each.operative.certainly_by(day) and not each.foreseen
             and not (each.until and each.until <= day)]
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
                 and any(source.kind in RECORDED or source.file in deciding for source in each.sources))


def _repeal(kind: ReasonKind, each: Amendment) -> Reason:
    return Reason(kind, each.act_name, each.operative, LAW)


class Certainty(StrEnum):
    """Tell what is known of the first day of a change; not settled is one that no source says was made."""

    EXACT = "exact"
    INTERVAL = "interval"
    OPEN = "open"
    CONTRADICTED = "contradicted"
    NOT_SETTLED = "not_settled"


class Grade(StrEnum):
    """How sure an answer is, as pages draw it; words and signs stand in `voice`, a colour never stands alone."""

    HELD = "held"
    PROBABLY = "probably"
    PARTLY = "partly"
    UNCONFIRMED = "unconfirmed"
    UNHELD = "unheld"
    UNCERTAIN = "uncertain"
    ABSENT = "absent"


_GRADES = {
    Wording.ATTESTED: Grade.HELD, Wording.PRESUMED: Grade.PROBABLY, Wording.UNVERIFIED: Grade.UNCONFIRMED,
    Wording.UNKNOWN: Grade.UNHELD,
}


def grade_of(version: Version) -> Grade:
    """Return how sure the answer of a version is."""
    if version.in_operation is Presence.NO:
        return Grade.ABSENT
    if version.in_operation is Presence.POSSIBLE or version.wording is None:
        return Grade.UNCERTAIN
    grade = _GRADES[version.wording]
    return Grade.PROBABLY if grade is Grade.HELD and version.in_operation is Presence.PRESUMED else grade


def grade_with_parts(own: Version, parts: Sequence[Version]) -> Grade:
    """Return how sure the answer for a provision and its parts is together: never more than of the weakest of them."""
    grade = grade_of(own)
    parting = {grade_of(each) for each in parts} - {grade, Grade.HELD, Grade.ABSENT}
    return Grade.PARTLY if parting and grade is not Grade.ABSENT else grade


_WHOLE = (Action.INSERTION, Action.SUBSTITUTION)
_SILENT = (Action.REPEAL, Action.SUSPENSION)


@dataclass(frozen=True, slots=True)
class LookUp:
    """Tell where a wording can be read.

    The act `brought` has it whole, as it `inserted` it or worded it anew; where there is none, `original` tells that
    the law as first published has it. The acts `changed` then changed words of it, those `perhaps` may have;
    `following` is the next to change or end it. Editions dated from `since` on, and before `before`, have it,
    where either is told.
    """

    brought: str | None
    inserted: bool
    original: bool
    changed: tuple[str, ...]
    perhaps: tuple[str, ...]
    following: str | None
    since: date | None
    before: date | None

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts to read, the one that brought it first."""
        return tuple(dict.fromkeys((*((self.brought,) if self.brought else ()), *self.changed, *self.perhaps)))


@dataclass(frozen=True, slots=True)
class Changes:
    """Hold the changes of a law by the provision that each speaks of, and what encloses what.

    `told` remembers of each provision what bears on it, and what was answered between two days on which that turns.
    """

    of: Mapping[Eid, Sequence[Amendment]]
    tree: Tree
    told: dict[Eid, "_Bearing"] = field(default_factory=dict, compare=False, repr=False)


def changes_in(amendments: Iterable[Amendment], tree: Tree) -> Changes:
    """Return the changes of a law, ready to be asked about its provisions; a foreseen one may yet be called off."""
    found: dict[Eid, list[Amendment]] = defaultdict(list)
    for each in amendments:
        if each.action not in _SILENT:
            found[each.target.ground].append(each)
    return Changes(found, tree)


def look_up(version: Version, changes: Changes, day: date) -> LookUp | None:
    """Return where the wording of a version on a day can be read, `None` where it is held, or where there was none."""
    if version.text is not None or version.wording not in (Wording.UNKNOWN, Wording.UNVERIFIED):
        return None
    eid = version.eid
    known = changes.told.get(eid)
    if known is None:
        known = changes.told[eid] = _bearing_on(_bearing(changes, eid))
    stretch = bisect_right(known.turns, day)
    if stretch not in known.answers:
        known.answers[stretch] = _look_up(eid, known.changes, day)
    return known.answers[stretch]


@dataclass(frozen=True, slots=True)
class _Bearing:
    """Hold what bears on a provision, the days on which one of it becomes possible or sure, and answers in between."""

    changes: Sequence[Amendment]
    turns: Sequence[date]
    answers: dict[int, LookUp]


def _bearing_on(changes: Sequence[Amendment]) -> _Bearing:
    turns = {day for each in changes for day in (each.operative.earliest, each.operative.latest) if day}
    return _Bearing(changes, sorted(turns), {})


def _look_up(eid: Eid, bearing: Sequence[Amendment], day: date) -> LookUp:
    gone = next((each for each in reversed(bearing)
                 if each.action.removes and not each.foreseen and each.operative.certainly_by(day)), None)
    by_then = [each for each in bearing if each.operative.possibly_by(day) and not each.action.removes
               and (gone is None or each.operative.possibly_with_or_after(gone.operative))]
    born = gone is not None or _came_later(eid)
    whole = [each for each in by_then if not each.foreseen and _whole(each, eid)]
    bringing = _bringing(whole, day, _WHOLE if born else _WHOLE[:1])
    since = [each for each in by_then if each is not bringing and each.act_name != _name(bringing)
             and (bringing is None or each.operative.possibly_with_or_after(bringing.operative))]
    changed = [each for each in since if _surely(each, eid, day)]
    later = [each for each in bearing
             if each not in by_then and not each.foreseen and not each.operative.certainly_by(day)]
    first, last = _editions(by_then, later)
    settled = all(each.operative.certainly_by(day) and not each.foreseen for each in since)
    return LookUp(
        _name(bringing), bringing is not None and bringing.action is Action.INSERTION,
        bringing is None and not born, _names(changed),
        _names(each for each in since if each not in changed), _name(next(iter(later), None)),
        first if settled else None, last if settled else None)


def _bearing(changes: Changes, eid: Eid) -> Sequence[Amendment]:
    """Return what may have brought, changed or ended the own words of a provision, by first day of operation."""
    around = (each for above in changes.tree.above(eid) for each in changes.of.get(above, ())
              if each.scope is not Scope.OWN_TEXT)
    return sorted((*changes.of.get(eid, ()), *around), key=_first_day)


def _whole(each: Amendment, eid: Eid) -> bool:
    """Tell whether an act that made a change prints the whole wording of a provision."""
    return each.action in _WHOLE and (each.target.ground == eid or each.scope is Scope.WHOLE)


def _surely(each: Amendment, eid: Eid, day: date) -> bool:
    """Tell whether a change surely changed words of the provision by a day."""
    known = each.act is not None and each.action is not Action.NOT_UNDERSTOOD and not each.foreseen
    return (known and each.target.ground == eid and each.scope is not Scope.SOMEWHERE
            and each.operative.certainly_by(day))


def _bringing(whole: Sequence[Amendment], day: date, first: Sequence[Action]) -> Amendment | None:
    """Return the last change that surely brought the wording by a day, else one before which there was none."""
    sure = [each for each in whole if each.operative.certainly_by(day)]
    return next(reversed(sure), next((each for each in whole if each.action in first), None))


def _editions(by_then: Sequence[Amendment], later: Sequence[Amendment]) -> tuple[date | None, date | None]:
    """Return from which day of adoption on, and before which one, editions have what all acts by then made."""
    known = [each.act.adopted if each.act else None for each in by_then]
    coming = [each.act.adopted if each.act else None for each in later]
    first = max((day for day in known if day), default=None)
    last = coming[0] if coming else None
    if None in known or None in coming or (last and last != min(day for day in coming if day)):
        return None, None
    return (None, None) if first and last and first >= last else (first, last)


def _came_later(eid: Eid) -> bool:
    return any(each.inserted_number for each in (eid, *eid.ancestors))


def _first_day(each: Amendment) -> DayOrder:
    return unknown_first(each.operative.earliest)


def _name(each: Amendment | None) -> str | None:
    return each.act_name if each else None


def _names(these: Iterable[Amendment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in these if (name := each.act_name)))
