"""First days that recorded facts and notes tell of what a held act says, where the act itself says none of them.

Either may be true: what the act did began on one of the days told.
"""

from collections.abc import Iterator
from dataclasses import replace

from lawgraph.evidence.reconciling import may_be_one_day
from lawgraph.evidence.sources import LawSources
from lawgraph.facts.commencement import bounds_of_rule, bounds_under
from lawgraph.law.acts import ActRecord, OperationFact, TargetFact
from lawgraph.law.eid import Eid
from lawgraph.law.model import Action, OperationRule, RuleKind

_CHANGES = {Action.INSERTION, Action.SUBSTITUTION, Action.MODIFICATION, Action.EXCLUSION, Action.TEXT_SUBSTITUTION}
_OPEN = {RuleKind.SEE, RuleKind.UNSTATED}
_Told = tuple[TargetFact, ...]


def with_other_days(law: LawSources, record: ActRecord, facts: _Told, general: OperationFact | None) -> _Told:
    """Return what an act says with the days that others tell of it and it does not; `general` is its own start."""
    for eid, rule in dict.fromkeys(_of_targets(law, record)):
        near = frozenset(each.eid for each in facts if each.eid.within(eid) or eid.within(each.eid))
        facts = _with(facts, record, rule, [each for each in facts if each.eid in near])
    for rule in _of_the_act(record, general):
        facts = _with(facts, record, rule, [each for each in facts if general and general.rule in each.rules])
    return facts


def _of_the_act(record: ActRecord, general: OperationFact | None) -> Iterator[OperationRule]:
    """Give what is recorded of the start of the whole act; a day beats one that follows from a rule of the act."""
    recorded, own = record.operation, general.rule if general else None
    if recorded and recorded.rule and own:
        yield recorded.rule
    if recorded and recorded.day and own and own.kind is RuleKind.ON_DAY:
        yield OperationRule(RuleKind.ON_DAY, day=recorded.day)


def _of_targets(law: LawSources, record: ActRecord) -> Iterator[tuple[Eid, OperationRule]]:
    """Give the first days that facts and notes tell of single units."""
    for fact in record.targets:
        if fact.law == law.id and fact.operative and fact.cancelled is None and fact.action in _CHANGES:
            yield fact.eid, OperationRule(RuleKind.ON_DAY, day=fact.operative)
    for claim in (claim for edition in law.editions for claim in edition.document.claims):
        if claim.act_name == record.act.name and claim.action in _CHANGES and claim.operation.kind not in _OPEN:
            yield claim.target, claim.operation


def _with(facts: _Told, record: ActRecord, rule: OperationRule, near: list[TargetFact]) -> _Told:
    """Return facts, those of which another day is told under both rules."""
    day, untold = bounds_of_rule(rule, record.act, record), replace(record, operation=None)
    if any(may_be_one_day(day, bounds_under(each.rules, record.act.adopted, untold)) for each in near):
        return facts
    return tuple(replace(each, rules=(*each.rules, rule), operative=None) if each in near else each for each in facts)
