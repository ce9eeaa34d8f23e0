"""What facts and footnotes tell of one act made one: complete facts explain footnotes, and one change is told once.

Where a held act says no first day of what it did, facts and notes may: what it did began on one of the days told, and
either may be true.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from lawgraph.evidence.sources import LawSources, printed_tree
from lawgraph.facts.commencement import bounds_of_rule, bounds_under, hull
from lawgraph.law.acts import ActRecord, OperationFact, TargetFact
from lawgraph.law.amendments import RECORDED, Action, Amendment, OperationRule, RuleKind, Scope, SourceKind
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import Eid, Tree

_OPEN = (RuleKind.SEE, RuleKind.UNSTATED)
_STRENGTH = (Action.MODIFICATION, Action.TEXT_SUBSTITUTION, Action.SUBSTITUTION)
_CHANGES = {Action.INSERTION, Action.SUBSTITUTION, Action.MODIFICATION, Action.EXCLUSION, Action.TEXT_SUBSTITUTION}
_Told = tuple[TargetFact, ...]


def reconcile(law: LawSources, facts: Sequence[Amendment], claimed: Sequence[Amendment]
              ) -> tuple[list[Amendment], list[Finding]]:
    """Let complete facts explain the claims of their acts; keep, and report, what they do not explain."""
    complete = {record.act.name for record in law.records if record.complete_in(law.id)}
    tree = printed_tree(law)
    told = dict(enumerate(facts))
    of_act: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        of_act[fact.act_name or ""].append(index)
    kept: list[Amendment] = []
    findings: list[Finding] = []
    for claim in claimed:
        listed = of_act.get(claim.act_name or "", [])
        explained = [index for index in listed if _explains(facts[index], claim, tree)]
        if claim.act_name not in complete:
            kept.append(claim)
            findings += [_unexplained(law, claim, [facts[index]]) for index in listed
                         if facts[index].target == claim.target and not _agree(facts[index], claim)]
        elif explained:
            for index in (each for each in explained if not _apart(facts[each], claim)):
                told[index] = replace(told[index], sources=told[index].sources + claim.sources,
                                      until=_one_end(told[index], claim))
            # What an edition prints of a provision that was long excluded may still have had its words replaced.
            kept += [replace(claim, scope=Scope.OWN_TEXT)] if claim.action is Action.TEXT_SUBSTITUTION else []
        else:
            kept.append(claim)
            findings.append(_unexplained(law, claim, [facts[index] for index in listed]))
    return [*told.values(), *kept], findings


def _explains(fact: Amendment, claim: Amendment, tree: Tree) -> bool:
    """Tell whether a recorded target is what a footnote may mean: the thing itself, or for "changed" a part of it.

    The days must agree too: an act may start in parts, and a footnote on one part tells nothing of another.
    """
    replaced = claim.action is Action.TEXT_SUBSTITUTION
    if fact.target == claim.target:
        return _agree(fact, claim)
    if claim.target not in tree.above(fact.target) or not may_be_one_day(fact.operative, claim.operative):
        return False
    return fact.action.rewords if replaced else claim.action is Action.MODIFICATION


def _apart(fact: Amendment, claim: Amendment) -> bool:
    """Tell whether a note on words replaced throughout tells nothing of a change: it is of more than of words."""
    of_words = fact.action is Action.TEXT_SUBSTITUTION
    told = fact.action is Action.SUBSTITUTION or any(each.kind is SourceKind.ACT for each in fact.sources)
    return claim.action is Action.TEXT_SUBSTITUTION and told and not of_words


def _agree(fact: Amendment, claim: Amendment) -> bool:
    """Tell whether a footnote on the very target of a fact can mean the same: "changed" may mean anything."""
    return fact.action is claim.action or claim.action in (Action.MODIFICATION, Action.TEXT_SUBSTITUTION)


def may_be_one_day(one: DayBounds, other: DayBounds) -> bool:
    """Tell whether two events can fall on one day."""
    return one.possibly_with_or_before(other) and other.possibly_with_or_before(one)


def _unexplained(law: LawSources, claim: Amendment, listed: Sequence[Amendment]) -> Finding:
    name = claim.act_name
    source = claim.sources[0]
    told = ", ".join(f"{fact.action} of {fact.target}" for fact in listed) or "nothing"
    return Finding(
        "claim_without_fact", Severity.ERROR,
        f"the source tells of the {claim.action} of {claim.target} by № {name}, but the facts tell of {told}: compare "
        f"amendments/{name}.toml with {source.file}",
        claim.target, name, law.id, source.file, source.line)


def merged(amendments: Iterable[Amendment]) -> list[Amendment]:
    """Make one of the amendments that tell the same change on what may be the same day.

    The first, a fact where there is one, decides the day, and the strongest the action. An act that starts in parts
    may reword one target twice: a note left to the act may speak of a step of which no fact tells.
    """
    merged: list[Amendment] = []
    places: dict[tuple[Hashable, str, str], list[int]] = defaultdict(list)
    for each in amendments:
        same = places[each.author, each.target, effect(each.action)]
        known = next((place for place in same if _one_change(merged[place], each)), None)
        if known is None:
            same.append(len(merged))
            merged.append(each)
        else:
            merged[known] = _united(merged[known], each)
    return merged


def _one_change(known: Amendment, each: Amendment) -> bool:
    kinds = [told.sources[0].kind for told in (known, each) if told.sources]
    if kinds == [SourceKind.ACT] * 2:
        return (known.operative, known.rule, known.scope) == (each.operative, each.rule, each.scope)
    one_end = each.action is Action.REPEAL and (known.foreseen, known.but) == (each.foreseen, each.but)
    if one_end and not may_be_one_day(known.operative, each.operative):
        return True  # a law ends on one day, whichever of those told it is
    if known.foreseen != each.foreseen and known.operative.latest is None:
        return False  # what is foreseen for no certain day may be another step than that of which is told
    if known.sources and known.sources[0].kind in RECORDED:
        another = each.deferred and each.action.rewords and known.operative.latest is not None
        return not another and may_be_one_day(known.operative, each.operative)
    return (known.operative.earliest, known.operative.latest) == (each.operative.earliest, each.operative.latest) \
        and known.but == each.but


def _united(first: Amendment, second: Amendment) -> Amendment:
    strongest = max(first, second, key=lambda each: _STRENGTH.index(each.action) if each.action in _STRENGTH else 0)
    days = [first.operative, second.operative]
    apart = first.action is Action.REPEAL and not may_be_one_day(*days)
    return replace(first, action=strongest.action, scope=strongest.scope, sources=first.sources + second.sources,
                   until=_one_end(first, second), rule=first.rule or second.rule,
                   operative=hull(days) if apart else first.operative)


def _one_end(one: Amendment, other: Amendment) -> date | None:
    """Return the end of a suspension as whichever source tells it, `None` where two contradict each other."""
    ends = {each.until for each in (one, other) if each.until}
    return ends.pop() if len(ends) == 1 else None


def effect(action: Action) -> str:
    """Let "changed" and "newly worded" of one target by one act be one change."""
    return "changed" if action in (Action.MODIFICATION, Action.SUBSTITUTION) else action.value


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
