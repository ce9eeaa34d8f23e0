"""What sources say against each other: editions that deny what others print, ends spoken against, days that differ."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations

from lawgraph.evidence.amendments import unsure
from lawgraph.evidence.model import Evidence, Touch, alike, living_in, wording_in
from lawgraph.evidence.reconciling import may_be_one_day
from lawgraph.evidence.sources import Edition, LawSources, Unit
from lawgraph.evidence.touch import bears_on_wording
from lawgraph.evidence.unexplained import tells, untold
from lawgraph.evidence.unread import Spot
from lawgraph.evidence.uptake import Taken
from lawgraph.facts.commencement import bounds_of_rule
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import RECORDED, Action, Amendment, RuleKind, Scope, Source, SourceKind
from lawgraph.law.days import DayBounds, exactly
from lawgraph.law.document import Claim, Finding, Severity
from lawgraph.law.eid import LAW, Eid, Kind

_OF_NO_PLACE = (Action.NOT_UNDERSTOOD, Action.REPEAL, Action.SUSPENSION)


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Hold what an official edition prints for its day and another one denies, with the changes that may explain it."""

    spots: tuple[Spot, ...]
    changes: tuple[Amendment, ...]


def contradictions(evidence: Evidence) -> Contradictions:
    """Return the provisions of which an official edition prints for its day what another one, later or as late, denies.

    The later one tells of an act that operated by then, of which the earlier one does not, and no other act can have
    made what the earlier one prints; or of a later day than the earlier one tells; or an edition of that very day, in
    another language, prints it otherwise there or not.
    """
    dated = sorted(((day, edition) for edition in evidence.law.official if (day := edition.as_of)),
                   key=lambda each: each[0])
    denials, same = tuple(_denials(evidence, dated)), tuple(_of_one_day(evidence))
    return Contradictions((*((each.one.file, each.unit.eid, each.source) for each in denials),
                           *_of_other_days(evidence, dated), *(spot for each in same for spot in each.spots)),
                          (*(_doubted(evidence, each) for each in denials),
                           *(_may_have_gone(evidence, each) for each in same)))


_Dated = Sequence[tuple[date, Edition]]


@dataclass(frozen=True, slots=True)
class _Denial:
    """Hold what an edition prints of a provision, and the next one that tells of a change which denies it."""

    one: Edition
    other: Edition
    until: date
    unit: Unit
    index: int
    source: Source


@dataclass(frozen=True, slots=True)
class _OneDay:
    """Hold a provision that one edition prints and another of its day lacks."""

    day: date
    one: Edition
    other: Edition
    unit: Unit

    @property
    def spots(self) -> tuple[Spot, Spot]:
        return ((self.one.file, self.unit.eid, _place(self.other, self.unit)),
                (self.other.file, self.unit.eid, _place(self.one, self.unit)))


def _denials(evidence: Evidence, dated: _Dated) -> Iterator[_Denial]:
    """Give what editions, silent on a change, print that cannot be as the next one that tells of it says."""
    held: dict[Eid, list[Unit]] = defaultdict(list)
    for unit in evidence.units:
        for place in (unit.eid, *unit.chain):
            held[place].append(unit)
    for index, each in enumerate(evidence.amendments):
        target, claimed = evidence.grounds[index], _claims(each)
        if target == LAW or not claimed or each.action in _OF_NO_PLACE:
            continue
        telling: tuple[date, Edition] | None = None
        for day, one in reversed(dated):
            if one.file in claimed:
                telling = day, one
            elif telling and day < telling[0] and evidence.taken[one.file][index] is Taken.SILENT:
                yield from (_Denial(one, telling[1], telling[0], unit, index, claimed[telling[1].file])
                            for unit in held[target] if _contradicts(evidence, (one, telling[1]), unit, index))


def _claims(each: Amendment) -> Mapping[str, Source]:
    """Return where editions tell of what an act did, by file."""
    told = each.act and not each.undoes
    return {source.file: source for source in each.sources if source.kind is SourceKind.CLAIM} if told else {}


def _of_other_days(evidence: Evidence, dated: _Dated) -> Iterator[Spot]:
    """Give what an edition prints as changed by its day, where by a later edition it was changed only after it."""
    same: dict[Hashable, list[int]] = defaultdict(list)
    for index, each in enumerate(evidence.amendments):
        if evidence.grounds[index] != LAW and _claims(each):
            same[each.author, each.target, each.action].append(index)
    for one, other in (pair for indexes in same.values() for pair in permutations(indexes, 2)):
        told, denied = _claims(evidence.amendments[one]), _claims(evidence.amendments[other])
        latest = next(((day, denied[edition.file]) for day, edition in reversed(dated) if edition.file in denied), None)
        yield from ((edition.file, evidence.grounds[one], latest[1]) for day, edition in dated
                    if latest and edition.file in told and day < latest[0]
                    and not evidence.amendments[other].operative.possibly_by(day))


def _of_one_day(evidence: Evidence) -> Iterator[_OneDay]:
    """Give what one edition prints and another of the same day, in another language, lacks, whatever that day is of."""
    same: dict[date, list[Edition]] = defaultdict(list)
    for each in evidence.law.official:
        if each.day:
            same[each.day].append(each)
    for day, editions in same.items():
        for one, other in permutations(editions, 2):
            yield from (_OneDay(day, one, other, unit)
                        for unit in (_lacking(evidence, one, other) if one.lang != other.lang else ()))


def _may_have_gone(evidence: Evidence, each: _OneDay) -> Amendment:
    """Return what may have ended a provision since the last edition that prints it, or since it was brought."""
    shown = [day + timedelta(days=1) for edition in evidence.law.official if (day := edition.as_of) and day < each.day
             and living_in(evidence, edition, each.unit)]
    brought = [made.operative.earliest for made in map(evidence.amendments.__getitem__, evidence.near[each.unit.eid])
               if made.action is Action.INSERTION and made.target in (each.unit.eid, *each.unit.chain)]
    since = max(shown, default=min(filter(None, brought), default=evidence.start.earliest))
    return untold(each.unit, Action.RENUMBERING, since, each.day)


def _lacking(evidence: Evidence, one: Edition, other: Edition) -> Iterator[Unit]:
    """Give what an edition lacks, or prints as gone, that another one of its day prints: no act explains that.

    Behind its last article it may end.
    """
    last = max((eid.order for eid in evidence.printed[other.file] if eid.kind is Kind.ARTICLE), default=())
    whole = LAW not in evidence.spots.get(other.file, {})
    for unit in evidence.units if whole else ():
        held = None if unit.container is None else evidence.printed[other.file].get(unit.container)
        read = unit.container is None or (held is not None and not held.excluded)
        counted = unit.kind is not Kind.HEADING and not unit.kind.divides and unit.eid.outermost.order <= last
        if read and counted and living_in(evidence, one, unit) and not living_in(evidence, other, unit):
            yield unit


def _doubted(evidence: Evidence, denial: _Denial) -> Amendment:
    """Return what may have happened to a provision instead of a change, up to the day of the edition that tells it."""
    each = evidence.amendments[denial.index]
    presence = each.action.removes or each.action is Action.INSERTION
    made = untold(denial.unit, Action.RENUMBERING if presence else Action.MODIFICATION, each.operative.earliest,
                  denial.until)
    return made if presence else replace(made, scope=Scope.OWN_TEXT)


def _place(edition: Edition, unit: Unit) -> Source:
    printed = next((each for each in edition.document.provisions if each.eid == unit.container), None)
    return Source(edition.file, printed.span.line if printed else 1, unit.eid, SourceKind.CLAIM)


def _contradicts(evidence: Evidence, editions: tuple[Edition, Edition], unit: Unit, index: int) -> bool:
    """Tell whether an earlier edition prints of a provision what an act of which the later one tells had ended."""
    one, other = editions
    each = evidence.amendments[index]
    if each.action.removes:
        return living_in(evidence, one, unit)
    if each.action is Action.INSERTION and unit.eid == evidence.grounds[index]:
        return not living_in(evidence, one, unit) and tells(evidence, one, unit)
    mine, theirs = (wording_in(evidence, edition, unit) for edition in editions)
    if one.lang != other.lang or mine is None or theirs is None or alike(mine, theirs):
        return False
    near = ((place, evidence.amendments[place]) for place in evidence.near[unit.eid])
    return bears_on_wording(evidence, index, unit) is not Touch.NONE and not any(
        act.author != each.author and act.act and not act.stands_in and act.action is not Action.NOT_UNDERSTOOD
        and one.day and other.day and not act.operative.certainly_by(one.day) and act.operative.possibly_by(other.day)
        and bears_on_wording(evidence, place, unit) is not Touch.NONE for place, act in near)


def with_doubted_ends(evidence: Evidence) -> Evidence:
    """Return the evidence with no last day for the repeals, and no sure day for the suspensions, spoken against."""
    against = {index: next(_against(evidence, index), None) for index, each in enumerate(evidence.amendments)
               if each.action is Action.REPEAL}
    doubts = {index: told for index, told in against.items() if told}
    lifted = {index for index, each in enumerate(evidence.amendments) if _may_be_lifted(evidence, each)}
    return replace(evidence, doubted_repeals=doubts, amendments=tuple(
        unsure(each) if index in doubts or index in lifted else each
        for index, each in enumerate(evidence.amendments)))


def _may_be_lifted(evidence: Evidence, each: Amendment) -> bool:
    """Tell whether a deciding edition of a day within a suspension tells of none there: it may have ended before.

    A recorded fact stands against editions.
    """
    until, told = each.until, {source.file for source in each.sources}
    if each.action is not Action.SUSPENSION or until is None or any(source.kind in RECORDED for source in each.sources):
        return False
    return any((day := edition.as_of) and edition.file not in told and each.operative.certainly_by(day) and day < until
               and not any(_pauses(claim, each.target) for claim in edition.document.claims)
               for edition in evidence.deciding_editions)


def _pauses(claim: Claim, target: Eid) -> bool:
    return claim.action is Action.SUSPENSION and (claim.target.within(target) or target.within(claim.target))


def _against(evidence: Evidence, repeal: int) -> Iterator[Edition | Amendment]:
    """Give what speaks against a repeal: a deciding edition of a later day without it, or an act that came after it.

    Against a recorded fact speaks an official edition of a stated day alone, and none where another tells of the repeal
    too; that an act changed what was repealed long before speaks against all.
    """
    own = evidence.amendments[repeal]
    recorded = any(source.kind is SourceKind.FACT for source in own.sources)
    official = any(each.file == source.file for each in evidence.law.official for source in own.sources)
    for edition in () if own.foreseen or (recorded and official) else evidence.deciding_editions:
        untold = own.undoes and all(source.file != edition.file for source in own.sources)
        silent = untold or evidence.taken[edition.file][repeal] in (Taken.NO, Taken.SILENT)
        by = edition.told_until if not recorded else edition.as_of if edition.official else None
        if silent and (own.operative.certainly_by(by) if by else not (official or recorded)):
            yield edition
    yield from (each for each in evidence.amendments if _came_after(own, each))


def _came_after(repeal: Amendment, each: Amendment) -> bool:
    """Tell whether an act was adopted after a repeal and changed what that had ended: nobody amends what is no more."""
    changes = each.action not in (Action.REPEAL, Action.NOT_UNDERSTOOD) and not (each.foreseen or each.stands_in)
    return (changes and each.act is not None and each.act.adopted is not None
            and repeal.operative.certainly_by(each.act.adopted) and not repeal.but)


def disagreeing_days(law: LawSources) -> Iterator[Finding]:
    """Report recorded first days of operation that no rule, recorded or printed with the act, allows."""
    for record in law.records:
        operation = record.operation
        if operation is None or operation.day is None:
            continue
        rules = {claim.operation: edition.file for edition in law.editions for claim in edition.document.claims
                 if claim.act_name == record.act.name}
        rules |= {operation.rule: operation.record.file} if operation.rule else {}
        for rule, file in rules.items():
            computed = bounds_of_rule(rule, record.act, record)
            if not may_be_one_day(exactly(operation.day), computed) and rule.kind is not RuleKind.SEE:
                yield _another_day(law, record, f"{file} gives {_span(computed)}")


def _span(bounds: DayBounds) -> str:
    if bounds.exact or bounds.earliest is None:
        return str(bounds.earliest or "no day")
    return f"{bounds.earliest} to {bounds.latest}" if bounds.latest else f"no day before {bounds.earliest}"


def _another_day(law: LawSources, record: ActRecord, told: str) -> Finding:
    operation = record.operation
    day = operation.day.isoformat() if operation and operation.day else ""
    return Finding("operation_outside_bounds", Severity.WARNING,
                   f"№ {record.act.name} is recorded as operative from {day}, but {told}: check the publication, or "
                   "record the day of the part", None, record.act.name, law.id, record.record.file, record.record.line)
