"""What official editions of known days print against each other, or against what is told: changes no source names."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, groupby, pairwise, product

from lawgraph.evidence.merging import explaining, missing_since
from lawgraph.evidence.model import Evidence
from lawgraph.evidence.printings import living_in
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.touch import bears_on_presence
from lawgraph.evidence.unread import may_hold
from lawgraph.evidence.uptake import Taken
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayBounds, Ground, basis_on
from lawgraph.law.eid import Kind
from lawgraph.law.model import Action, Amendment, Scope

_Dated = Sequence[tuple[date, Edition]]


def disagreements(evidence: Evidence) -> tuple[Amendment, ...]:
    """Return a change for each provision of which an official edition prints what cannot be as all else is told."""
    dated = sorted(((day, edition) for edition in evidence.law.official if (day := edition.told_until)),
                   key=lambda each: each[0])
    stated = [(day, edition) for day, edition in dated if edition.as_of]
    return tuple(each for unit in evidence.units if unit.kind is not Kind.HEADING and not unit.kind.divides
                 for each in (*_between(evidence, unit, dated), *_against_acts(evidence, unit, stated)))


def _between(evidence: Evidence, unit: Unit, dated: _Dated) -> Iterator[Amendment]:
    """Give what lies between editions in two languages of which one prints a provision and the other does not.

    Of one day, neither is the later: what is stated for that day contradicts each other, what is not leaves all open.
    """
    stating = ((day, edition) for day, edition in dated if _tells(evidence, edition, unit))
    days = [(day, [edition for _, edition in same]) for day, same in groupby(stating, key=lambda each: each[0])]
    for _, same in days:
        for one, other in combinations(same, 2):
            if _differ(evidence, unit, one, other) and not (one.as_of and other.as_of):
                yield _untold(unit, Action.RENUMBERING, evidence.start.earliest, None)
    for (first, before), (last, after) in pairwise(days):
        for one, other in product(before, after):
            if _differ(evidence, unit, one, other):
                since = missing_since(evidence, unit, one)
                gone = first + timedelta(days=1) if living_in(evidence, one, unit) else since
                yield _untold(unit, Action.RENUMBERING, gone, last)


def _differ(evidence: Evidence, unit: Unit, one: Edition, other: Edition) -> bool:
    return (one.lang != other.lang and living_in(evidence, one, unit) is not living_in(evidence, other, unit)
            and not explaining(evidence, unit, one, other))


def _tells(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision, or what would hold it and is read there."""
    printed = evidence.printed[edition.file]
    held = unit.container is None or ((above := printed.get(unit.container)) is not None and not above.excluded)
    return unit.eid in printed or (held and not may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain)))


def _against_acts(evidence: Evidence, unit: Unit, stated: _Dated) -> Iterator[Amendment]:
    """Give what stands against an act that an edition does not tell of: it prints what ended, or not what was brought.

    Where an earlier edition shows what the act did, another one undid it; an article's number is not used again, as a
    habit, which what is printed breaks. Else it may be that the act never did it.
    """
    near = [(index, evidence.amendments[index]) for index in evidence.near[unit.eid]
            if evidence.grounds[index] == unit.eid and index not in evidence.overruled]
    brought = [index for index, each in near if each.action is Action.INSERTION]
    for day, edition in stated:
        living = living_in(evidence, edition, unit)
        denied = [index for index, each in near if evidence.taken[edition.file][index] is Taken.SILENT
                  and not each.foreseen and (each.action.removes if living else index in brought)]
        if not denied or (brought if living else _may_have_gone(evidence, unit, denied)) or not _tells(
                evidence, edition, unit):
            continue
        shown = any(before < day and evidence.taken[earlier.file][index] is Taken.YES
                    for before, earlier in stated for index in denied)
        days = [evidence.amendments[index].operative for index in denied]
        if not shown:
            first = min((each.earliest for each in days if each.earliest), default=None)
            yield _untold(unit, Action.RENUMBERING, first, None)
        elif living:
            last = max(each.latest for each in days if each.latest)
            yield _untold(unit, Action.INSERTION, min(last + timedelta(days=1), day), day)


def _may_have_gone(evidence: Evidence, unit: Unit, brought: Sequence[int]) -> bool:
    return any(bears_on_presence(evidence, index, unit) and index not in brought for index in evidence.near[unit.eid])


def _untold(unit: Unit, action: Action, first: date | None, last: date | None) -> Amendment:
    bounds = DayBounds(first, last, basis_on(Ground.CHANGED_UNTOLD))
    return Amendment(Untold(), unit.eid, action, Scope.WHOLE, bounds, ())
