"""What the acts told of do not explain: numbers that none brought, editions that disagree, repeals spoken against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, groupby, pairwise, product

from lawgraph.evidence.merging import explaining, names_no_act
from lawgraph.evidence.model import (
    End,
    Evidence,
    Touch,
    alike,
    end_of,
    is_cut_off,
    living_in,
    missing_since,
    wording_in,
)
from lawgraph.evidence.sources import Edition, Unit
from lawgraph.evidence.touch import bears_on_presence
from lawgraph.evidence.unread import may_hold
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayBounds, Ground, basis_on, unknown_first
from lawgraph.law.eid import LAW, Eid, Kind

_MOVING = {Action.INSERTION, Action.EXCLUSION, Action.EXPIRY}
_RESTRUCTURING = {Action.SUBSTITUTION, Action.INSERTION}
Candidates = Mapping[Eid, frozenset[int]]


def candidates(evidence: Evidence) -> Candidates:
    """Return for each inserted number that no source explains the amendments that may have brought it.

    A new wording of a container is a candidate too, and so are whatever a footnote may have dropped, and a part that
    was brought or ended before the one that holds it: it may have come under another address.
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


def beside_untold(evidence: Evidence, located: Iterable[Amendment]) -> Iterator[Amendment]:
    """Give changes of what is gone since, where its article was changed without a note: another one may be lost."""
    changed = dict.fromkeys((each.target.outermost, each.operative) for each in located
                            if isinstance(each.by, Untold) and each.target.outermost.kind is Kind.ARTICLE)
    inside: dict[Eid, list[Unit]] = defaultdict(list)
    for unit in evidence.units if changed else ():
        inside[unit.eid.outermost].append(unit)
    for article, days in changed:
        later = [edition for edition in evidence.deciding_editions if edition.as_of and edition.as_of == days.latest]
        for unit in inside[article]:
            if later and not any(living_in(evidence, each, unit) for each in later):
                yield Amendment(Untold(), unit.eid, Action.MODIFICATION, Scope.OWN_TEXT, days, ())


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
        return each.action in _MOVING and unit.moves_with(each.target)
    return each.scope is Scope.SOMEWHERE or each.action in _RESTRUCTURING | {Action.NOT_UNDERSTOOD}


def _applied(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether an edition may show an amendment, and none before it shows it without the provision.

    What is printed where the amendment is not yet made, it did not bring. An edition that shows an end of the provision
    or a new wording of what holds it tells nothing: a translation behind it may still print what was brought.
    """
    living = (edition.file for edition in evidence.law.editions if living_in(evidence, edition, unit))
    if any(evidence.taken[file][index] is Taken.NO for file in living):
        return False
    showing = [file for file, taken in evidence.taken.items() if taken[index] is not Taken.NO]
    if not showing and evidence.taken:
        return False
    first = min((unknown_first(evidence.until[file]) for file in showing if unit.eid in evidence.printed[file]),
                default=None)
    lacking = (evidence.until[file] for file in showing if (file, unit.eid) in evidence.merged.absent
               and evidence.taken[file][index] is Taken.YES and not _may_be_gone(evidence, file, unit))
    return first is None or not any(until and unknown_first(until) < first for until in lacking)


def _may_be_gone(evidence: Evidence, file: str, unit: Unit) -> bool:
    """Tell whether an edition may show an amendment that ended a provision, or worded anew what holds it."""
    places = {unit.eid, *unit.chain}
    return any(each.target in places and (each.action.removes or each.action is Action.SUBSTITUTION)
               and evidence.taken[file][index] is not Taken.NO
               for index in evidence.near[unit.eid] for each in [evidence.amendments[index]])


def _settled(evidence: Evidence, unit: Unit, found: Sequence[int], ends: Iterable[End | None]) -> Amendment | None:
    near = [evidence.amendments[index] for index in evidence.near[unit.eid]]
    # The note on what an edition leaves out, or prints where it is not read, may be left out with it.
    unseen = not _printed(evidence, unit.eid) and (any(is_cut_off(unit, end) for end in ends) or any(
        may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain, LAW)) for edition in evidence.law.editions))
    # Where what prints it names no act, and not all acts are known, another one may have brought it.
    printing = [each for each in evidence.law.editions if unit.eid in evidence.printed[each.file]]
    unnamed = bool(printing) and all(names_no_act(evidence, each) for each in printing)
    # A note that is not understood may tell of what an earlier act brought.
    unread = all(evidence.amendments[each].action is Action.NOT_UNDERSTOOD for each in found)
    if unread or unseen or unnamed or any(each.stands_in and each.target == unit.eid for each in near):
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


_Dated = Sequence[tuple[date, Edition]]


def disagreements(evidence: Evidence) -> tuple[Amendment, ...]:
    """Return a change for each provision of which an official edition prints what cannot be as all else is told."""
    dated = sorted(((day, edition) for edition in evidence.law.official if (day := edition.told_until)),
                   key=lambda each: each[0])
    worded = _worded_by_none(evidence, dated)
    return tuple(each for unit in evidence.units if unit.kind is not Kind.HEADING and not unit.kind.divides
                 for each in (*_between(evidence, unit, dated), *_against_acts(evidence, unit, dated),
                              *(untold(unit, Action.RENUMBERING, *days) for days in worded[unit.eid.outermost])))


def _worded_by_none(evidence: Evidence, dated: _Dated) -> Mapping[Eid, set[tuple[date | None, date]]]:
    """Return between which days articles may have been changed untold: an edition that may show an act ahead prints
    in them what neither the words of an act nor another edition has, and names no act for it."""
    words: dict[Eid, list[tuple[str, str]]] = defaultdict(list)
    acts: dict[Eid, set[str]] = defaultdict(set)
    for record in evidence.law.records:
        for fact in (each for each in record.targets if each.law == evidence.law.id and each.later):
            words[fact.eid] += fact.later
            acts[fact.eid.outermost].add(record.act.name)
    found: dict[Eid, set[tuple[date | None, date]]] = defaultdict(set)
    for unit in (each for each in evidence.units if each.eid.outermost in acts and each.kind is not Kind.HEADING):
        for place, (day, edition) in enumerate(dated):
            told = [later for lang, later in words[unit.eid] if lang == edition.lang]
            before = [early for early, each in dated[:place] if early < day and each.lang == edition.lang]
            # What alone is held, and no act tells of, may have stood there from the beginning.
            known = bool(told or before) and bool(edition.ahead & acts[unit.eid.outermost])
            if known and _is_of_none(evidence, edition, unit, told):
                first = before[-1] + timedelta(days=1) if before else evidence.start.earliest
                found[unit.eid.outermost].add((first, day))
    return found


def _is_of_none(evidence: Evidence, edition: Edition, unit: Unit, told: Iterable[str]) -> bool:
    """Tell whether an edition prints of a provision what no other does nor an act tells, without a note of any act."""
    text = wording_in(evidence, edition, unit)
    if not text or any(evidence.taken[edition.file][index] is Taken.YES for index in evidence.near[unit.eid]):
        return False
    others = (wording_in(evidence, each, unit) for each in evidence.law.editions
              if each.lang == edition.lang and each is not edition)
    return not any(each is not None and alike(text, each) for each in (*others, *told))


def _between(evidence: Evidence, unit: Unit, dated: _Dated) -> Iterator[Amendment]:
    """Give what lies between editions in two languages of which one prints a provision and the other does not.

    Of one day, neither is the later: what is stated for that day contradicts each other, what is not leaves all open.
    """
    stating = ((day, edition) for day, edition in dated if tells(evidence, edition, unit))
    days = [(day, [edition for _, edition in same]) for day, same in groupby(stating, key=lambda each: each[0])]
    for _, same in days:
        for one, other in combinations(same, 2):
            if _differ(evidence, unit, one, other) and not (one.as_of and other.as_of):
                yield untold(unit, Action.RENUMBERING, evidence.start.earliest, None)
    for (first, before), (last, after) in pairwise(days):
        for one, other in product(before, after):
            if _differ(evidence, unit, one, other):
                since = missing_since(evidence, unit, one)
                gone = first + timedelta(days=1) if living_in(evidence, one, unit) else since
                yield untold(unit, Action.RENUMBERING, gone, last)


def _differ(evidence: Evidence, unit: Unit, one: Edition, other: Edition) -> bool:
    return (one.lang != other.lang and living_in(evidence, one, unit) is not living_in(evidence, other, unit)
            and not explaining(evidence, unit, one, other))


def tells(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision, or what would hold it and is read there."""
    return unit.eid in evidence.printed[edition.file] or (_reaches(evidence, edition, unit) and not may_hold(
        evidence.spots, edition.file, (unit.eid, *unit.chain)))


def _reaches(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision or what would hold it; what it prints unread may be that or not."""
    printed = evidence.printed[edition.file]
    held = unit.container is None or ((above := printed.get(unit.container)) is not None and not above.excluded)
    return held or unit.eid in printed


def _against_acts(evidence: Evidence, unit: Unit, dated: _Dated) -> Iterator[Amendment]:
    """Give what stands against an act that an edition does not tell of: it prints what ended, or not what was brought.

    Where an earlier edition shows what the act did, another one undid it; an article's number is not used again, as a
    habit, which what is printed breaks. Else it may be that the act never did it.
    """
    near = [(index, evidence.amendments[index]) for index in evidence.near[unit.eid] if index not in evidence.overruled
            and (evidence.grounds[index] == unit.eid or (
                evidence.amendments[index].action.removes and unit.inside(evidence.grounds[index])))]
    brought = [index for index, each in near if each.action is Action.INSERTION]
    for day, edition in dated:
        living = living_in(evidence, edition, unit)
        denied = [index for index, each in near if _denies(evidence, edition, index) and not each.foreseen
                  and (each.action.removes if living else index in brought)]
        explained = (_may_have_come_back(evidence, brought, denied) if living
                     else _may_have_gone(evidence, unit, edition, denied))
        unread = is_cut_off(unit, end_of(evidence, edition)) or not _reaches(evidence, edition, unit)
        if not denied or explained or unread:
            continue
        shown = any(before < day and evidence.taken[earlier.file][index] is Taken.YES
                    for before, earlier in dated for index in denied)
        days = [evidence.amendments[index].operative for index in denied]
        if not shown:
            first = min((each.earliest for each in days if each.earliest), default=None)
            yield untold(unit, Action.RENUMBERING, first, None)
        elif living:
            last = max(each.latest for each in days if each.latest)
            yield untold(unit, Action.INSERTION, min(last + timedelta(days=1), day), edition.applied_by)


def _may_have_come_back(evidence: Evidence, brought: Sequence[int], ended: Sequence[int]) -> bool:
    ends = [evidence.amendments[index].operative for index in ended]
    return any(evidence.amendments[index].operative.possibly_with_or_after(end) for index in brought for end in ends)


def _denies(evidence: Evidence, edition: Edition, index: int) -> bool:
    """Tell whether an edition does not tell of what surely operated by its day, or ended by itself."""
    each = evidence.amendments[index]
    told = any(source.file == edition.file for source in each.sources)
    ended = each.undoes and edition.as_of and each.operative.certainly_by(edition.as_of) and not told
    return bool(ended) or evidence.taken[edition.file][index] is Taken.SILENT


def _may_have_gone(evidence: Evidence, unit: Unit, edition: Edition, brought: Sequence[int]) -> bool:
    """Tell whether an act that an edition may show ended a provision; of one without notes it need not be that one."""
    enough = Touch.DIRECT if names_no_act(evidence, edition) else Touch.UNLIKELY
    return any(index not in brought and evidence.taken[edition.file][index] is not Taken.NO
               and bears_on_presence(evidence, index, unit) >= enough for index in evidence.near[unit.eid])


def untold(unit: Unit, action: Action, first: date | None, last: date | None) -> Amendment:
    bounds = DayBounds(first, last, basis_on(Ground.CHANGED_UNTOLD))
    return Amendment(Untold(), unit.eid, action, Scope.WHOLE, bounds, ())
