"""The days of the law as a whole: its start, its repeal, and the horizon of what is known."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import LawSources
from lawgraph.facts.commencement import bounds_of_rule, first_day
from lawgraph.languages.state import default_start
from lawgraph.law.days import DayBounds, joined
from lawgraph.law.eid import Kind
from lawgraph.law.model import (
    Action,
    Amendment,
    Finding,
    OperationRule,
    RuleKind,
    Severity,
)
from lawgraph.timeline.consolidation import LawDays, unread_of_law

_OPEN = OperationRule(RuleKind.UNSTATED)


def start_of(law: LawSources, rules: Collection[OperationRule]) -> DayBounds:
    """Return the bounds of the law's first day; several rules for several parts leave it open between them.

    What is recorded of the law's own act decides over the one rule that it states; where no edition comes to the end of
    the law, it may state another one for some of its parts. Without any rule it starts as the
    state's default says for its kind and day.
    """
    record = law.record_of(law.act)
    bounds = [bounds_of_rule(rule, law.act, record) for rule in rules]
    if record and record.operation:
        told_whole = any(edition.document.signed for edition in law.editions)
        bounds = [*(bounds if len(bounds) > 1 or not told_whole else ()), first_day(_OPEN, law.act, record)]
    if not bounds:
        bounds = [bounds_of_rule(default_start(law.act) or _OPEN, law.act, record)]
    if len(bounds) == 1:
        return DayBounds(bounds[0].earliest or law.adopted, bounds[0].latest, bounds[0].basis)
    latest = [each.latest for each in bounds if each.latest is not None]
    return DayBounds(min(each.earliest or law.adopted for each in bounds),
                     max(latest) if len(latest) == len(bounds) else None, joined(each.basis for each in bounds))


def disagreeing_starts(law: LawSources, rules: Iterable[OperationRule]) -> Iterator[Finding]:
    """Give a finding where what is recorded of the law's start is not what the law says of itself."""
    record = law.record_of(law.act)
    if record is None or record.operation is None:
        return
    recorded = first_day(_OPEN, law.act, record)
    for told in (bounds_of_rule(rule, law.act, record) for rule in rules):
        if not (told.possibly_with_or_before(recorded) and told.possibly_with_or_after(recorded)):
            yield Finding("operation_outside_bounds", Severity.WARNING,
                          f"№ {law.act.name} is recorded as operative from {recorded.earliest}, but its own words give "
                          f"{told.earliest}: the record is believed", None, law.act.name, law.id,
                          record.operation.record.file, record.operation.record.line)


def law_days(law: LawSources, start: DayBounds, amendments: Iterable[Amendment], horizon: date | None) -> LawDays:
    """Return the days of a law as a whole."""
    known = tuple(amendments)
    return LawDays(start, tuple(each for each in known if each.action is Action.REPEAL), horizon,
                   unread_of_law(known, frozenset(edition.file for edition in law.deciding_editions)))


def days_for(days: LawDays, unit: Unit) -> LawDays:
    """Return the days of a law as they are for a provision: a repeal may except it, or what stands in it."""
    return replace(days, repeals=tuple(_for_unit(each, unit) for each in days.repeals if not _excepts(each, unit)))


def _excepts(repeal: Amendment, unit: Unit) -> bool:
    return repeal.rest is not None and any(unit.eid.within(each) or unit.inside(each) for each in repeal.but)


def _for_unit(repeal: Amendment, unit: Unit) -> Amendment:
    """Give the days of a repeal for a provision that it does not except; of what groups articles none are sure."""
    grouping = unit.eid.outermost.kind.divides or unit.eid.outermost.kind in (Kind.LAW, Kind.PREAMBLE)
    if repeal.rest is None or grouping or any(each.within(unit.eid) for each in repeal.but):
        return repeal
    return replace(repeal, operative=repeal.rest)
