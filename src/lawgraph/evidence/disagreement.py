"""What an official edition of a stated day prints against all that is told: changes that no source names."""

from collections.abc import Iterator
from datetime import date, timedelta

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.printings import living_in
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.uptake import Taken
from lawgraph.law.authors import Untold
from lawgraph.law.basis import Ground, basis_on
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Kind
from lawgraph.law.model import Action, Amendment, Scope


def disagreements(evidence: Evidence) -> tuple[Amendment, ...]:
    """Return a change for each provision of which an official edition prints what cannot be as all else is told."""
    stated = [(edition, edition.as_of) for edition in evidence.law.official if edition.as_of]
    return tuple(each for unit in evidence.units
                 if unit.kind is not Kind.HEADING and not unit.kind.divides
                 for edition, day in stated if living_in(evidence, edition, unit)
                 for each in _printed_again(evidence, unit, edition, day))


def _printed_again(evidence: Evidence, unit: Unit, edition: Edition, day: date) -> Iterator[Amendment]:
    """Give what brought a provision back: an edition prints it that is newer than its exclusion.

    An article's number is not used again, as a habit, which what is printed breaks.
    """
    ended = [index for index in evidence.near[unit.eid] if _ends(evidence, index, unit, day)
             and evidence.taken[edition.file][index] is Taken.NO]
    if not ended or any(evidence.amendments[index].action is Action.INSERTION and evidence.grounds[index] == unit.eid
                        for index in evidence.near[unit.eid]):
        return
    absent = [other.as_of for other in evidence.law.official if other.as_of and other.as_of < day
              and any(evidence.taken[other.file][index] is Taken.YES for index in ended)]
    first = max([*absent, *(last for index in ended if (last := evidence.amendments[index].operative.latest))])
    yield Amendment(Untold(), unit.eid, Action.INSERTION, Scope.WHOLE,
                    DayBounds(min(first + timedelta(days=1), day), day, basis_on(Ground.CHANGED_UNTOLD)), ())


def _ends(evidence: Evidence, index: int, unit: Unit, day: date) -> bool:
    each = evidence.amendments[index]
    return (each.action.removes and evidence.grounds[index] == unit.eid and index not in evidence.overruled
            and not each.foreseen and each.operative.certainly_by(day))
