"""What official editions of stated days print against each other, or against what is told: changes no source names."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

from lawgraph.evidence.merging import explaining
from lawgraph.evidence.model import Evidence
from lawgraph.evidence.printings import living_in
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.unread import may_hold
from lawgraph.evidence.uptake import Taken
from lawgraph.law.authors import Untold
from lawgraph.law.basis import Ground, basis_on
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Kind
from lawgraph.law.model import Action, Amendment, Scope


def disagreements(evidence: Evidence) -> tuple[Amendment, ...]:
    """Return a change for each provision of which an official edition prints what cannot be as all else is told."""
    dated = sorted(((day, edition) for edition in evidence.law.official if (day := edition.as_of)),
                   key=lambda each: each[0])
    days = [(day, [edition for _, edition in same]) for day, same in groupby(dated, key=lambda each: each[0])]
    return tuple(each for unit in evidence.units if unit.kind is not Kind.HEADING and not unit.kind.divides
                 for each in (*_between(evidence, unit, days), *_printed_again(evidence, unit, dated)))


def _between(evidence: Evidence, unit: Unit, days: list[tuple[date, list[Edition]]]) -> Iterator[Amendment]:
    """Give what lies between editions in two languages of which one prints a provision and the other does not."""
    stating = [(day, [each for each in same if _tells(evidence, each, unit)]) for day, same in days]
    for (first, before), (last, after) in pairwise((day, same) for day, same in stating if same):
        if any(one.lang != other.lang and living_in(evidence, one, unit) is not living_in(evidence, other, unit)
               and not explaining(evidence, unit, one, other) for one in before for other in after):
            yield _untold(unit, Action.RENUMBERING, first, last)


def _tells(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision, or what would hold it and is read there."""
    printed = evidence.printed[edition.file]
    held = unit.container is None or ((above := printed.get(unit.container)) is not None and not above.excluded)
    return unit.eid in printed or (held and not may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain)))


def _printed_again(evidence: Evidence, unit: Unit, dated: list[tuple[date, Edition]]) -> Iterator[Amendment]:
    """Give what brought a provision back: an edition prints it that is newer than its exclusion.

    An article's number is not used again, as a habit, which what is printed breaks.
    """
    near = [(index, evidence.amendments[index]) for index in evidence.near[unit.eid]
            if evidence.grounds[index] == unit.eid and index not in evidence.overruled]
    if any(each.action is Action.INSERTION for _, each in near):
        return
    for day, edition in dated:
        ended = [each.operative.latest for index, each in near if each.action.removes and not each.foreseen
                 and evidence.taken[edition.file][index] is Taken.SILENT]
        if ended and living_in(evidence, edition, unit):
            yield _untold(unit, Action.INSERTION, max(last for last in ended if last), day)


def _untold(unit: Unit, action: Action, after: date, by: date) -> Amendment:
    bounds = DayBounds(min(after + timedelta(days=1), by), by, basis_on(Ground.CHANGED_UNTOLD))
    return Amendment(Untold(), unit.eid, action, Scope.WHOLE, bounds, ())
