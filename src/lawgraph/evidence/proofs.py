"""Proofs and how far they reach: a proof holds at its anchor and travels until an act may lie in between.

Overlapping intervals and acts of one day count as between. Where an edition prints other words than an act that it
must show, nothing sure follows from either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lawgraph.evidence.model import Evidence, Touch, alike, at_once, wording_in
from lawgraph.evidence.sources import Edition, Unit, facts_of
from lawgraph.evidence.touch import bears_on_wording
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action, Amendment, Scope


class Side(Enum):
    """Tell whether a proof holds just before an amendment's first day, just after it, or on both sides."""

    BEFORE = "before"
    AFTER = "after"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Shown:
    """Anchor a proof in what an edition shows; `day` is the day it speaks for, where one is stated.

    An `official` edition does not lag behind the day it speaks for.
    """

    file: str
    day: date | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class AmendmentAnchor:
    """Anchor a proof beside one amendment (by index)."""

    side: Side
    index: int


@dataclass(frozen=True, slots=True)
class Since:
    """Anchor a proof in an editorial line: an edition shows that this amendment (by index) was the last of its kind.

    "2) Is excluded by № 124-V" tells that nothing brought the point back up to the edition: whatever had excluded it
    again would be named instead.
    """

    file: str
    index: int


@dataclass(frozen=True, slots=True)
class AsAdopted:
    """Anchor a proof in the law as it was adopted."""


Anchor = Shown | AmendmentAnchor | Since | AsAdopted


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Name an amendment that may lie between a proof and a day, and how it may bear on the provision."""

    index: int
    touch: Touch


Touched = tuple[Obstacle, ...]
"""The amendments that bear on one provision at all, each with its touch."""


def holds(evidence: Evidence, anchor: Anchor, day: date) -> bool:
    """Tell whether a day surely lies on the side of the anchor on which its proof speaks."""
    if isinstance(anchor, Shown | AsAdopted):
        return True
    first = evidence.amendments[anchor.index].operative
    if isinstance(anchor, Since) or anchor.side is Side.AFTER:
        return first.certainly_by(day)
    if not first.certainly_by(day) and _beyond_horizon(evidence, anchor.index, day):
        return False
    return anchor.side is Side.AROUND or not first.possibly_by(day)


def _beyond_horizon(evidence: Evidence, index: int, day: date) -> bool:
    """Tell whether acts that nobody has told of may lie between a day and a later recorded change.

    Up to the horizon every act is known; what an edition shows lies within its own knowledge.
    """
    if evidence.horizon is None or day > evidence.horizon:
        return False
    shown = any(answers[index] is Taken.YES for answers in evidence.taken.values())
    return not shown and not evidence.amendments[index].operative.certainly_by(evidence.horizon)


def between(evidence: Evidence, anchor: Anchor, day: date, touched: Touched) -> Touched:
    """Return those amendments that may lie between the anchor and the day."""
    return tuple(each for each in touched if _lies_between(evidence, anchor, day, each.index))


def worst(obstacles: Iterable[Obstacle]) -> Touch:
    """Return the strongest touch among obstacles."""
    return max((each.touch for each in obstacles), default=Touch.NONE)


def _lies_between(evidence: Evidence, anchor: Anchor, day: date, index: int) -> bool:
    each = evidence.amendments[index]
    if isinstance(anchor, Shown):
        return _edition_differs(evidence, anchor, index, day)
    if isinstance(anchor, AsAdopted):
        return each.operative.possibly_by(day)
    if isinstance(anchor, Since):
        return evidence.taken[anchor.file][index] is not Taken.YES and each.operative.possibly_by(day)
    own = evidence.amendments[anchor.index]
    if index == anchor.index or _same_step(own, each) or _brings_division(own, each) or (
            renewed_together(evidence, anchor.index, index)
            and (own.operative.certainly_by(day) or not _brings(evidence, index, anchor.index))):
        return False
    before = not each.operative.certainly_by(day) and each.operative.possibly_with_or_before(own.operative)
    after = each.operative.possibly_by(day) and each.operative.possibly_with_or_after(own.operative)
    if anchor.side is Side.AROUND:
        return (before and not own.operative.certainly_by(day)) or (after and own.operative.possibly_by(day))
    return before if anchor.side is Side.BEFORE else after


def renewed_together(evidence: Evidence, own: int, index: int) -> bool:
    """Tell whether two changes are the wording of one provision, and of a part of it, by one act at once."""
    above = evidence.renewed[own] if own < len(evidence.renewed) else None
    part, whole = evidence.grounds[own], evidence.grounds[index]
    if evidence.amendments[index].action.removes and part != whole and part.within(whole):
        return False  # with what ends, its parts end
    return above is not None and above == evidence.renewed[index] and at_once(
        evidence.amendments[own], evidence.amendments[index])


def _brings(evidence: Evidence, index: int, own: int) -> bool:
    """Tell whether, of what is renewed together, one brings in what another words anew: before, it may not be there."""
    part, whole = evidence.grounds[own], evidence.grounds[index]
    return (evidence.amendments[index].action is Action.INSERTION and evidence.amendments[own].action.rewords
            and (part.within(whole) or whole == evidence.renewed[own]))


def _brings_division(own: Amendment, other: Amendment) -> bool:
    """Tell whether an act brings in a division with what it brings in itself: that ends nothing of it."""
    return own.action is other.action is Action.INSERTION and other.target.kind.divides and at_once(own, other)


def _edition_differs(evidence: Evidence, shown: Shown, index: int, day: date) -> bool:
    """Tell whether an amendment may be in the edition and not yet in operation on the day, or the other way round."""
    taken, each = evidence.taken[shown.file][index], evidence.amendments[index]
    if each.action is Action.NOT_UNDERSTOOD:
        # What the edition of that day prints holds on that day, but where the note stands in it.
        if shown.day == day:
            return any(source.file == shown.file for source in each.sources)
    elif taken is Taken.SILENT:
        return shown.day is None or day < shown.day
    elif shown.official and shown.day and not (taken is Taken.NO and each.operative.certainly_by(shown.day)):
        return _official_differs(taken, each, shown.day, day)
    return _may_differ(evidence, shown, index, day)


def _may_differ(evidence: Evidence, shown: Shown, index: int, day: date) -> bool:
    """Tell the same of an edition that may lag, or that speaks for no stated day."""
    taken, each = evidence.taken[shown.file][index], evidence.amendments[index]
    if taken is Taken.YES:
        return not each.operative.certainly_by(day) and (shown.day is None or day < shown.day)
    if taken is Taken.NO:
        return each.operative.possibly_by(day)
    if not each.stands_in or shown.day is None or all(
            shown.file != edition.file for edition in evidence.deciding_editions):
        return True
    # Acts that a footnote dropped: an edition that speaks for a day shows whatever they had done by then.
    if day <= shown.day:
        return day != shown.day and each.operative.possibly_by(shown.day) and not each.operative.certainly_by(day)
    return each.operative.possibly_by(day) and not each.operative.certainly_by(shown.day)


def _official_differs(taken: Taken, each: Amendment, stated: date, day: date) -> bool:
    """Tell the same of an official edition of a stated day: what it does not show began only after that day."""
    if day < stated:
        return taken is not Taken.NO and each.operative.possibly_by(stated) and not each.operative.certainly_by(day)
    return day > stated and taken is not Taken.YES and each.operative.possibly_by(day) and (
        taken is Taken.NO or not each.operative.certainly_by(stated))


def shown_by(edition: Edition) -> Shown:
    """Return the anchor of what an edition shows."""
    return Shown(edition.file, edition.as_of, edition.official)


def _same_step(own: Amendment, other: Amendment) -> bool:
    """Tell whether a vague footnote speaks of the very step at which the proof is anchored."""
    if not (own.act and own.act.identified) or own.author != other.author or other.scope is not Scope.SOMEWHERE:
        return False
    return (own.operative.earliest, own.operative.latest) == (other.operative.earliest, other.operative.latest)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Hold an edition, by its file, and a change by an act, by index, of which it prints other words."""

    file: str
    index: int


def disputes(evidence: Evidence, unit: Unit) -> tuple[Dispute, ...]:
    """Return where editions print another wording of a provision than the act that brought it, nothing in between."""
    told = evidence.near[unit.eid] if evidence.steps else ()
    return tuple(Dispute(edition.file, index) for index in told if evidence.amendments[index].sources
                 for text in _brought(evidence, unit, index) for edition in _showing(evidence, unit, index)
                 if not same_letters(text, wording_in(evidence, edition, unit) or text))


def _brought(evidence: Evidence, unit: Unit, index: int) -> Iterator[str]:
    """Give the words that a provision has after a change, as a new wording or as what an exchange of words makes."""
    for fact in facts_of(evidence.steps, evidence.amendments[index]):
        if evidence.grounds[index] == unit.eid:
            yield from (text for lang, text in fact.later if lang == evidence.lang)
        yield from (pair.later for pair in fact.rewordings if (pair.eid, pair.lang) == (unit.eid, evidence.lang))


def same_letters(one: str, other: str) -> bool:
    """Tell whether two texts differ in spaces at most: in stored acts words are glued at the ends of lines."""
    return alike("".join(one.split()), "".join(other.split()))


def _showing(evidence: Evidence, unit: Unit, index: int) -> Iterator[Edition]:
    """Give the official editions that speak of a day on which a change surely operates, and no other may since.

    A page without a day speaks of that on which it was saved, if it tells of the change.
    """
    each = evidence.amendments[index]
    for edition in evidence.law.official:
        day = edition.day or (edition.retrieved if evidence.taken[edition.file][index] is Taken.YES else None)
        if edition.lang == evidence.lang and day and each.operative.certainly_by(day) and not any(
                other != index and not renewed_together(evidence, index, other)
                and not _same_step(each, evidence.amendments[other])
                and bears_on_wording(evidence, other, unit) is not Touch.NONE
                and evidence.amendments[other].operative.possibly_with_or_after(each.operative)
                and evidence.amendments[other].operative.possibly_by(day) for other in evidence.near[unit.eid]):
            yield edition
