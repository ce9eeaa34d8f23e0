"""What the sources prove about one law, and how far: acts located, acts dropped by footnotes, candidates, the horizon.

Answers are proven from this evidence, never by replaying changes in an order: intervals overlap, several acts share a
day, and order of adoption is not order of operation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgraph.amendments import is_heading
from lawgraph.commencement import first_day
from lawgraph.days import DayBounds
from lawgraph.eid import Eid
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.uptake import Taken, uptake
from lawgraph.model import Action, Amendment, Kind, OperationRule, Provision, RuleKind, Scope, SourceKind
from lawgraph.sources import Edition, Enclosures, LawSources, chain, enclosures

_UNSTATED = OperationRule(RuleKind.UNSTATED)
_RESTRUCTURING = {Action.SUBSTITUTION, Action.INSERTION}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold the evidence about one law, for the wording in one language.

    `witnesses` are the editions that decide presence: the official ones where there are any. `printed` gives for each
    edition's file its provisions, `taken` one answer per amendment. `located` holds (act, provision) where a target
    inside is known. `candidates` names, for an inserted number whose act is not settled, the amendments that may have
    brought it. `grounds` gives the provision each amendment speaks of, `near` those that speak of a provision, of what
    encloses it or of a part of it. `overruled` are claims of a translation that the official editions do not bear out.
    """

    law: LawSources
    lang: str
    start: DayBounds
    units: tuple[Unit, ...]
    amendments: tuple[Amendment, ...]
    witnesses: tuple[Edition, ...]
    printed: Mapping[str, Mapping[str, Provision]]
    taken: Mapping[str, tuple[Taken, ...]]
    located: frozenset[tuple[str, str]]
    candidates: Mapping[str, frozenset[int]]
    horizon: date | None
    grounds: tuple[str, ...]
    near: Mapping[str, tuple[int, ...]]
    overruled: frozenset[int] = frozenset()


def gather(law: LawSources, lang: str, start: DayBounds, known: Sequence[Amendment], units: tuple[Unit, ...]
           ) -> Evidence:
    """Return the evidence about a law, with what footnotes may have dropped and what inserted numbers settle."""
    enclosing = enclosures(law.editions)
    amendments = [*known, *_dropped(law, start, known)]
    amendments += _unlisted(law, amendments, enclosing)
    candidates = _candidates(law, units, amendments, enclosing)
    shown = {each.eid for edition in law.editions for each in edition.document.provisions}
    for unit in units:
        first = DayBounds(start.earliest, _met_by(law, unit, amendments), "inserted by an act that no source names")
        amendments += _settled(unit, first, amendments, candidates, shown)
    unsettled = {eid: found for eid, found in candidates.items() if len(found) > 1 or (found and eid not in shown)}
    taken = {edition.file: uptake(law, edition, amendments, enclosing) for edition in law.editions}
    official = tuple(edition for edition in law.editions if edition.official)
    printed = {edition.file: {each.eid: each for each in edition.document.provisions} for edition in law.editions}
    grounds = tuple(ground(each) for each in amendments)
    return Evidence(law, lang, start, units, tuple(amendments), official or law.editions, printed, taken,
                    _located(amendments, enclosing), unsettled, _horizon(law, start, amendments, taken), grounds,
                    _near(units, grounds), _overruled(official, amendments, taken))


def _overruled(official: Iterable[Edition], amendments: Sequence[Amendment], taken: Mapping[str, tuple[Taken, ...]]
               ) -> frozenset[int]:
    """Return the amendments that only translations tell of, though an official edition speaks of a later day."""
    telling = {edition.file for edition in official}
    return frozenset(
        index for edition in official for index, each in enumerate(amendments)
        if (spoken := edition.day or edition.retrieved) and each.operative.certainly_by(spoken)
        and taken[edition.file][index] is Taken.NO
        and not any(source.kind is SourceKind.FACT or source.file in telling for source in each.sources))


def ground(each: Amendment) -> str:
    """Return the provision that an amendment speaks of; a lead-in is its container's own text."""
    eid = Eid(each.target)
    return str(eid.parent) if eid.kind is Kind.INTRO else each.target


def _near(units: Iterable[Unit], grounds: Sequence[str]) -> dict[str, tuple[int, ...]]:
    at: dict[str, list[int]] = defaultdict(list)
    within: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(grounds):
        at[place].append(index)
        for above in Eid(place).ancestors:
            within[above].append(index)
    return {unit.eid: tuple(sorted({*within.get(unit.eid, ()),
                                    *(index for place in (unit.eid, *unit.chain) for index in at.get(place, ()))}))
            for unit in units}


def acts_known(law: LawSources) -> str:
    """Say in a few words what the list of amending acts rests on."""
    until = law.notes.acts_complete_until
    if until is not None:
        return f"complete until {until.isoformat()}"
    return "as far as the footnotes of the editions name them"


def _dropped(law: LawSources, start: DayBounds, known: Sequence[Amendment]) -> list[Amendment]:
    """Return a stand-in for the acts that footnotes telling of a new wording or an exclusion have dropped.

    None is needed where every act up to then is known with complete targets.
    """
    dropping = {(claim.target, claim.act) for edition in law.editions for claim in edition.document.claims
                if claim.action in (Action.SUBSTITUTION, Action.EXCLUSION) and not claim.pending
                and (not claim.editorial or "__" not in claim.target)}
    named = {(target, act.name if act else None) for target, act in dropping}
    stand_ins = []
    for each in known:
        if (each.target, each.act.name if each.act else None) in named and not is_heading(each.target):
            bounds = DayBounds(start.earliest, each.operative.latest, "acts that a footnote may have dropped")
            if not _all_known_until(law, known, each.operative.latest):
                stand_ins.append(Amendment(None, each.target, Action.MODIFICATION, Scope.SOMEWHERE, bounds,
                                           each.sources))
    return stand_ins


def _all_known_until(law: LawSources, known: Iterable[Amendment], day: date | None) -> bool:
    until = law.notes.acts_complete_until
    if day is None or until is None or day > until:
        return False
    if any(record.act.adopted is None or record.act.adopted <= day for record in law.incomplete_records()):
        return False
    complete = {record.act.name for record in law.records if record.complete_in(law.id)}
    return all(each.act is not None and each.act.name in complete for each in known if each.operative.possibly_by(day))


def _unlisted(law: LawSources, amendments: Sequence[Amendment], enclosing: Enclosures) -> list[Amendment]:
    """Return a change "somewhere in the law" for acts that an edition leaves out and whose targets are not complete."""
    incomplete = {record.act.name for record in law.records if not record.complete_in(law.id)}
    found: dict[str, Amendment] = {}
    for edition in law.editions:
        for each, taken in zip(amendments, uptake(law, edition, amendments, enclosing), strict=True):
            if each.act and each.act.name in incomplete and taken is not Taken.YES and each.action is not Action.REPEAL:
                # An act may start in parts: a day that is known of one target tells nothing of those not listed.
                operative = first_day(_UNSTATED, each.act, law.record_of(each.act))
                found.setdefault(each.act.name, replace(each, target="law", action=Action.MODIFICATION,
                                                        scope=Scope.SOMEWHERE, operative=operative))
    return list(found.values())


def _candidates(law: LawSources, units: Iterable[Unit], amendments: Sequence[Amendment], enclosing: Enclosures
                ) -> dict[str, frozenset[int]]:
    """Return for each inserted number that no source explains the amendments that may have brought it.

    A new wording of a container is a candidate too, and so is whatever a footnote may have dropped.
    """
    left_out = [uptake(law, edition, amendments, enclosing) for edition in law.editions]
    applied = [index for index in range(len(amendments))
               if not left_out or any(taken[index] is not Taken.NO for taken in left_out)]
    inserted = {each.target for each in amendments if each.action is Action.INSERTION}
    found = {}
    for unit in units:
        if not unit.eid.inserted_number or unit.kind is Kind.HEADING or unit.eid in inserted:
            continue
        met = [each.operative for each in amendments if each.target == unit.eid and each.act]
        found[str(unit.eid)] = frozenset(
            index for index in applied if _may_bring(amendments[index], unit)
            and all(amendments[index].operative.possibly_with_or_before(each) for each in met))
    return found


def _may_bring(each: Amendment, unit: Unit) -> bool:
    if not unit.inside(each.target):
        return False
    return each.scope is Scope.SOMEWHERE or each.action in _RESTRUCTURING


def _met_by(law: LawSources, unit: Unit, amendments: Iterable[Amendment]) -> date | None:
    """Return the first day by which a provision was surely there: an act met it, or an edition prints it."""
    met = [each.operative.latest - timedelta(days=1) for each in amendments
           if each.target == unit.eid and each.act and each.operative.latest]
    printed = [edition.day or edition.retrieved for edition in law.editions
               if any(each.eid == unit.eid and not each.excluded for each in edition.document.provisions)]
    return min((day for day in (*met, *printed) if day), default=None)


def _settled(unit: Unit, first: DayBounds, amendments: Sequence[Amendment], candidates: Mapping[str, frozenset[int]],
             shown: Set[str]) -> list[Amendment]:
    """Return the insertion of an inserted number where one candidate settles it, or where none does, in `first`.

    Of a number that no edition prints, an act later than all editions may be the one that inserted it. A footnote that
    tells of its new wording has dropped the act that did.
    """
    if unit.eid not in candidates:
        return []
    found = [amendments[index] for index in sorted(candidates[unit.eid])]
    if not found or any(each.act is None and each.target == unit.eid for each in amendments):
        return [Amendment(None, unit.eid, Action.INSERTION, Scope.WHOLE, first, ())]
    vague = found[0].act is None or found[0].action in _RESTRUCTURING
    if len(found) > 1 or vague or unit.eid not in shown:
        return []
    only = found[0]
    basis = f"{only.operative.basis}; the only act that can have inserted it"
    return [replace(only, target=unit.eid, action=Action.INSERTION, scope=Scope.WHOLE,
                    operative=replace(only.operative, basis=basis))]


def _located(amendments: Iterable[Amendment], enclosing: Enclosures) -> frozenset[tuple[str, str]]:
    """Return (act, provision) for each act of which a target inside the provision is known.

    A heading locates nothing: a change of a heading has a footnote of its own.
    """
    return frozenset((each.act.name, place) for each in amendments
                     if each.act and each.act.number and not is_heading(each.target)
                     for place in chain(each.target, enclosing))


def _horizon(law: LawSources, start: DayBounds, amendments: Sequence[Amendment],
             taken: Mapping[str, tuple[Taken, ...]]) -> date | None:
    """Return the last day up to which the sources speak; an edition that shows no act speaks of the law's beginning."""
    days = [_speaks_until(edition, amendments, taken[edition.file]) or start.earliest for edition in law.editions]
    until = law.notes.acts_complete_until
    if until is not None:
        days.append(min([until, *_unshown(law, amendments, taken)]))
    return max((day for day in days if day is not None), default=None)


def _speaks_until(edition: Edition, amendments: Sequence[Amendment], taken: Sequence[Taken]) -> date | None:
    stated = edition.day or edition.retrieved
    if stated is not None:
        return stated
    return max((each.operative.earliest for each, shown in zip(amendments, taken, strict=True)
                if shown is Taken.YES and each.act and each.operative.earliest), default=None)


def _unshown(law: LawSources, amendments: Sequence[Amendment], taken: Mapping[str, tuple[Taken, ...]]) -> list[date]:
    """Return the days of adoption of acts that no edition shows and whose targets are not complete."""
    shown = {each.act.name for answers in taken.values() for each, answer in zip(amendments, answers, strict=True)
             if each.act and answer is Taken.YES}
    return [record.act.adopted for record in law.incomplete_records()
            if record.act.adopted and record.act.name not in shown]
