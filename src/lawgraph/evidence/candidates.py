"""Which act inserted a number n-m that no source explains: one candidate settles it, several leave it open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.printings import End, end_of, is_cut_off
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.unread import may_hold
from lawgraph.evidence.uptake import Taken
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayBounds, Ground, basis_on, unknown_first
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.model import Action, Amendment, Scope

_RESTRUCTURING = {Action.SUBSTITUTION, Action.INSERTION}
Candidates = Mapping[Eid, frozenset[int]]


def candidates(evidence: Evidence) -> Candidates:
    """Return for each inserted number that no source explains the amendments that may have brought it.

    A new wording of a container is a candidate too, and so is whatever a footnote may have dropped.
    """
    inserted = {each.target for each in evidence.amendments if each.action is Action.INSERTION}
    return {unit.eid: _of_unit(evidence, unit) for unit in evidence.units
            if unit.eid.inserted_number and unit.kind is not Kind.HEADING and unit.eid not in inserted}


def settled(evidence: Evidence, found: Candidates) -> tuple[Amendment, ...]:
    """Return the insertions of those numbers of which one candidate settles it, or of which there is none.

    Of a number that no edition prints, an act later than all editions may be the one that inserted it. A footnote that
    tells of its new wording has dropped the act that did.
    """
    ends = tuple(end_of(evidence, edition) for edition in evidence.law.editions)
    known = (_settled(evidence, unit, sorted(found[unit.eid]), ends) for unit in evidence.units if unit.eid in found)
    return tuple(each for each in known if each)


def unsettled(evidence: Evidence, found: Candidates) -> Candidates:
    """Return the candidates where there are several, or where no edition prints what the one may have brought."""
    return {eid: indexes for eid, indexes in found.items()
            if len(indexes) > 1 or (indexes and not _printed(evidence, eid))}


def _of_unit(evidence: Evidence, unit: Unit) -> frozenset[int]:
    near = [(index, evidence.amendments[index]) for index in evidence.near[unit.eid]]
    met = [each.operative for _, each in near if each.target == unit.eid and not each.stands_in]
    return frozenset(index for index, each in near if _may_bring(each, unit) and _applied(evidence, index, unit)
                     and all(each.operative.possibly_with_or_before(day) for day in met))


def _may_bring(each: Amendment, unit: Unit) -> bool:
    if not unit.may_lie_in(each.target):
        return False
    return each.scope is Scope.SOMEWHERE or each.action in _RESTRUCTURING | {Action.NOT_UNDERSTOOD}


def _applied(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether an edition may show an amendment, and none before it shows it without the provision."""
    showing = [file for file, taken in evidence.taken.items() if taken[index] is not Taken.NO]
    if not showing and evidence.taken:
        return False
    first = min((unknown_first(evidence.until[file]) for file in showing if unit.eid in evidence.printed[file]),
                default=None)
    lacking = (evidence.until[file] for file in showing if (file, unit.eid) in evidence.merged.absent
               and evidence.taken[file][index] is Taken.YES)
    return first is None or not any(until and unknown_first(until) < first for until in lacking)


def _settled(evidence: Evidence, unit: Unit, found: Sequence[int], ends: Iterable[End | None]) -> Amendment | None:
    near = [evidence.amendments[index] for index in evidence.near[unit.eid]]
    # The note on what an edition leaves out, or prints where it is not read, may be left out with it.
    unseen = not _printed(evidence, unit.eid) and (any(is_cut_off(unit, end) for end in ends) or any(
        may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain, LAW)) for edition in evidence.law.editions))
    if not found or unseen or any(each.stands_in and each.target == unit.eid for each in near):
        return Amendment(Untold(), unit.eid, Action.INSERTION, Scope.WHOLE, _by_unnamed_act(evidence, unit), ())
    only = evidence.amendments[found[0]]
    vague = only.stands_in or only.action in _RESTRUCTURING | {Action.NOT_UNDERSTOOD}
    if len(found) > 1 or vague or not _printed(evidence, unit.eid):
        return None
    basis = only.operative.basis + basis_on(Ground.ONLY_ACT)
    return replace(only, target=unit.eid, action=Action.INSERTION, scope=Scope.WHOLE,
                   operative=replace(only.operative, basis=basis))


def _printed(evidence: Evidence, eid: Eid) -> bool:
    return any(eid in printed for printed in evidence.printed.values())


def _by_unnamed_act(evidence: Evidence, unit: Unit) -> DayBounds:
    """Return the bounds of an insertion that no source tells of: after what lacks it, by what met or prints it.

    The act that changed it may be of the very day on which another brought it.
    """
    near = (evidence.amendments[index] for index in evidence.near[unit.eid])
    met = [each.operative.latest for each in near
           if each.target == unit.eid and not each.stands_in and each.operative.latest]
    editions = evidence.law.editions
    printed = [edition.applied_by for edition in editions
               if (shown := evidence.printed[edition.file].get(unit.eid)) and not shown.excluded]
    latest = min((day for day in (*met, *printed) if day), default=None)
    lacking = (edition.as_of for edition in editions if (edition.file, unit.eid) in evidence.merged.absent)
    after = [day + timedelta(days=1) for day in lacking if day and (latest is None or day < latest)]
    earliest = max((day for day in (evidence.start.earliest, *after) if day), default=None)
    return DayBounds(earliest, latest, basis_on(Ground.INSERTED_UNTOLD))
