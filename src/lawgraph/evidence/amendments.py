"""Join what sources claim with what facts record: one `Amendment` per act, target and first day.

A footnote names the article; the text of the act, recorded as facts, names the points. Where the recorded list of an
act's targets is whole, a footnote that only says "changed" adds nothing and lends its place as a source. Where the two
contradict each other both stay, and a finding shows both.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.evidence.sources import Edition, LawSources, printed_tree, unnamed
from lawgraph.facts.commencement import bounds_under, first_day, hull
from lawgraph.law.acts import ActRecord, TargetFact
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds, Ground, basis_on, exactly
from lawgraph.law.eid import Kind, Tree
from lawgraph.law.model import (
    RECORDED,
    Action,
    Amendment,
    Claim,
    Finding,
    OperationRule,
    RuleKind,
    Scope,
    Severity,
    Source,
    SourceKind,
)

_UNSTATED = OperationRule(RuleKind.UNSTATED)
_AT_ONCE = OperationRule(RuleKind.ON_PUBLICATION)
_OPEN = (RuleKind.SEE, RuleKind.UNSTATED)


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold the amendments of a law and what did not fit in the joining."""

    amendments: tuple[Amendment, ...]
    findings: tuple[Finding, ...]


def join(law: LawSources) -> Joined:
    """Return every amendment that claims and facts tell of, in order of act and target."""
    told = _told(law)
    listed = [(record, fact) for record in law.records for fact in record.targets if fact.law == law.id]
    off = {(record.act.name, fact.eid) for record, fact in listed if fact.cancelled}
    facts = [unsure(step) if fact.by_text and (record.act.name, fact.eid) in off else step
             for record, fact in listed for step in _steps_of_fact(told, record, fact)]
    claimed = [unsure(each) if (claim.act_name, claim.target) in off else each
               for edition in law.editions for claim in edition.document.claims
               if claim.target != "toc" and not (claim.pending and (claim.act_name, claim.target) in off)
               for each in _steps(told, edition, claim)]
    reconciled, findings = _reconcile(law, facts, claimed)
    return Joined(tuple(sorted(_merge(reconciled), key=_order)), tuple(findings))


def _paused(made: Amendment) -> Iterator[Amendment]:
    """Give a change; a suspension that would end before it begins, or of a lead-in alone, may be anything."""
    over = made.until and made.operative.earliest and made.until <= made.operative.earliest
    if made.action is Action.SUSPENSION and (over or made.target.kind is Kind.INTRO):
        source = replace(made.sources[0], text=made.sources[0].text or f"until = {made.until}")
        yield replace(unsure(made), target=made.target.ground, action=Action.NOT_UNDERSTOOD, scope=Scope.WHOLE,
                      until=None, sources=(source,))
    else:
        yield made


def unsure(each: Amendment) -> Amendment:
    """Return a change against which something speaks: it may have begun, and for what it excepts, too."""
    return replace(each, operative=replace(each.operative, latest=None),
                   rest=each.rest and replace(each.rest, latest=None))


_UNDONE = {Action.INSERTION: Action.EXPIRY, Action.EXCLUSION: Action.INSERTION}


def _steps(told: "_Told", edition: Edition, claim: Claim) -> Iterator[Amendment]:
    """Give what a claim tells of: the change; at its new address, a renumbering; at its printed end, its undoing."""
    if claim.act_name == told.law.act.name and claim.operation.day and claim.action is Action.MODIFICATION:
        # The law's own clause puts a unit of it into operation: until then it does not operate.
        claim = replace(claim, action=Action.SUSPENSION, until=claim.operation.day, operation=_AT_ONCE)
    yield from _paused(_of_claim(told, edition, claim))
    if claim.to is not None:
        yield _of_claim(told, edition, replace(claim, target=claim.to))
    if claim.operation.until is not None and claim.action is not Action.RENUMBERING:
        ends = OperationRule(RuleKind.ON_DAY, day=claim.operation.until)
        undone = replace(claim, action=_UNDONE.get(claim.action, Action.MODIFICATION), operation=ends)
        yield replace(_of_claim(told, edition, undone), undoes=True)


_Change = tuple[str, str, str, OperationRule]
"""A change as editions print it: act, target, effect and clause."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold the sources of a law with what is looked up in them.

    By the name of an act its record and what editions claim of it, foreseen or made; by change the first day by which
    an edition shows it.
    """

    law: LawSources
    records: Mapping[str, ActRecord]
    claims: Mapping[str, Sequence[tuple[Edition, Claim]]]
    shown: Mapping[_Change, date]
    tree: Tree

    def record_of(self, act: Act | None) -> ActRecord | None:
        """Return the facts about an act, `None` where there are none."""
        return self.records.get(act.name) if act else None


def _told(law: LawSources) -> _Told:
    claims: dict[str, list[tuple[Edition, Claim]]] = defaultdict(list)
    shown: dict[_Change, date] = {}
    for edition in law.editions:
        for claim in (each for each in edition.document.claims if each.act):
            claims[claim.act_name or ""].append((edition, claim))
            # A clause that only points to the act leaves open which of its parts is shown.
            if edition.as_of and not claim.pending and claim.operation.kind not in _OPEN:
                shown[_change_of(claim)] = min(shown.get(_change_of(claim), edition.as_of), edition.as_of)
    records = {each.act.name: each for each in reversed(law.records)}
    return _Told(law, records, claims, shown, printed_tree(law.editions))


def _change_of(claim: Claim) -> _Change:
    return claim.act_name or "", claim.target, _effect(claim.action), claim.operation


def _steps_of_fact(told: _Told, record: ActRecord, fact: TargetFact) -> Iterator[Amendment]:
    """Give what a fact tells of: the change, and where it lasts for a time its undoing.

    Nothing is called off after it began: what a fact tells so may be anything.
    """
    made = _of_fact(told, record, fact)
    if fact.cancelled:
        if made.operative.certainly_by(fact.cancelled):
            source = replace(made.sources[0], text=f"cancelled = {fact.cancelled}")
            yield replace(unsure(made), action=Action.NOT_UNDERSTOOD, scope=Scope.WHOLE, until=None, sources=(source,))
        return
    yield from _paused(made)
    if fact.until and fact.action not in (Action.SUSPENSION, Action.REPEAL):
        undone = _UNDONE.get(fact.action, Action.MODIFICATION)
        scope = made.scope if undone is Action.MODIFICATION else _scope(undone)
        ends = exactly(fact.until, basis_on(Ground.EXPIRED, fact.until))
        open_end = replace(made.operative, latest=None)
        yield replace(made, action=undone, scope=scope, until=None, undoes=True,
                      operative=ends if made.operative.possibly_by(fact.until) else open_end)


def _of_fact(told: _Told, record: ActRecord, fact: TargetFact) -> Amendment:
    rules = fact.rules if fact.by_text else _rules_near(told, record, fact)
    bounds = bounds_under(rules, record.act.adopted, record) if fact.by_text else hull(
        [first_day(rule, record.act, record, fact.operative) for rule in rules])
    kind = SourceKind.ACT if fact.by_text else SourceKind.FACT
    source = Source(fact.record.file, fact.record.line, fact.record.source, kind)
    return Amendment(record.act, fact.eid, fact.action, _recorded_scope(told.law, record, fact), bounds, (source,),
                     fact.until, restated=fact.restated, rule=_one_rule(record, rules))


def _one_rule(record: ActRecord, rules: Iterable[OperationRule]) -> OperationRule | None:
    """Return the one rule that clauses come to, those that are left to the act with the rule recorded of it."""
    recorded = record.operation.rule if record.operation else None
    meant = {recorded if each.kind in _OPEN else each for each in rules}
    return meant.pop() if len(meant) == 1 else None


def _recorded_scope(law: LawSources, record: ActRecord, fact: TargetFact) -> Scope:
    """In a complete list a change of a container means its own text alone."""
    if fact.reach is not None:
        return fact.reach
    if fact.eid.kind is Kind.INTRO:
        return Scope.OWN_TEXT
    if fact.action is Action.MODIFICATION and record.complete_in(law.id):
        return Scope.OWN_TEXT
    return _scope(fact.action)


_OF_WORDS = (Action.MODIFICATION, Action.TEXT_SUBSTITUTION)


def _rules_near(told: _Told, record: ActRecord, fact: TargetFact) -> tuple[OperationRule, ...]:
    """Return the clauses that may hold for a target: printed with it or around it, or recorded for the act.

    An act may start in parts: clauses printed elsewhere count only without a recorded rule, and may be of other parts.
    """
    printed = [claim for _, claim in told.claims.get(record.act.name, ())]
    places = (fact.eid, *told.tree.above(fact.eid))
    near: set[OperationRule] = set()
    for place in places:
        here = [claim for claim in printed if claim.target == place]
        near |= {claim.operation for claim in here}
        # A change that is only foreseen near by may be another one than that of which is told around.
        if any(not claim.pending for claim in here):
            break
    if record.operation is not None:
        near.add(_UNSTATED)
    rules = near or {claim.operation for claim in printed} | {_UNSTATED}
    # Words replaced throughout may be what changed it, whatever day is told of another change near by.
    rules |= {claim.operation for claim in printed if claim.action is Action.TEXT_SUBSTITUTION
              and claim.target in places and fact.action in _OF_WORDS}
    return tuple(sorted(rules, key=repr))


def _of_claim(told: _Told, edition: Edition, claim: Claim) -> Amendment:
    kind = SourceKind.FORESEEN if claim.pending else SourceKind.CLAIM
    source = Source(edition.file, claim.span.line, claim.text, kind)
    record = told.record_of(claim.act)
    author = record.act if record else claim.act or unnamed(edition, claim)
    bounds = _claimed_bounds(told, claim)
    deferred = bounds.latest is None and claim.operation.kind in _OPEN
    if not claim.pending:
        bounds = _shown_by(told.shown.get(_change_of(claim), edition.as_of), bounds)
    made = Amendment(author, claim.target, claim.action, _scope(claim.action), bounds, (source,), claim.until, deferred)
    if not (claim.but and claim.action.ends):
        return made
    # For what is excepted it ends later, or never.
    told_all = claim.action is Action.REPEAL and claim.target not in claim.but
    return replace(made, operative=replace(bounds, latest=None), but=claim.but, rest=bounds if told_all else None)


def _claimed_bounds(told: _Told, claim: Claim) -> DayBounds:
    if claim.act is None:
        bounds = DayBounds(told.law.adopted, None, basis_on(Ground.NO_ACT_NAMED))
    elif claim.action is Action.EXPIRY and claim.operation.day is not None:
        bounds = exactly(claim.operation.day, basis_on(Ground.EXPIRED, claim.operation.day))
    else:
        record = told.record_of(claim.act)
        bounds = first_day(claim.operation, record.act if record else claim.act, record)
        if record and claim.operation.kind in _OPEN:
            bounds = _of_all_parts(told.law, record, bounds)
    if bounds.latest is not None and bounds.latest < told.law.adopted:
        # No act changes a law that is not adopted: the printed day is a slip.
        bounds = replace(bounds, latest=None)
    return replace(bounds, earliest=told.law.adopted) if bounds.earliest is None else bounds


def _of_all_parts(law: LawSources, record: ActRecord, bounds: DayBounds) -> DayBounds:
    """Widen the bounds of an act that a footnote leaves to itself to the days of all its parts, told or not."""
    days = sorted({fact.operative for fact in record.targets if fact.operative})
    widened = hull([bounds, *(exactly(day, basis_on(Ground.RECORDED_OF_PART, day))
                              for day in days)])
    by_rule = record.operation is not None and record.operation.day is None
    return replace(widened, latest=None) if (days or by_rule) and not record.complete_in(law.id) else widened


def _shown_by(shown: date | None, bounds: DayBounds) -> DayBounds:
    """Bound a first day by the day of an edition that shows the change."""
    if shown is None or bounds.exact or (bounds.latest is not None and bounds.latest <= shown):
        return bounds
    if not bounds.possibly_by(shown):
        return bounds
    return DayBounds(bounds.earliest, shown, bounds.basis + basis_on(Ground.SHOWN, shown))


def _scope(action: Action) -> Scope:
    return Scope.SOMEWHERE if action is Action.MODIFICATION else Scope.WHOLE


def _reconcile(law: LawSources, facts: Sequence[Amendment], claimed: Sequence[Amendment]
               ) -> tuple[list[Amendment], list[Finding]]:
    """Let complete facts explain the claims of their acts; keep, and report, what they do not explain."""
    complete = {record.act.name for record in law.records if record.complete_in(law.id)}
    tree = printed_tree(law.editions)
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
            for index in (each for each in listed if _by_text(facts[each]) and _means(facts[each], claim, tree)):
                told[index] = replace(told[index], operative=hull([told[index].operative, claim.operative]))
    return [*told.values(), *kept], findings


def _explains(fact: Amendment, claim: Amendment, tree: Tree) -> bool:
    """Tell whether a recorded target is what a footnote may mean, and the day too where it is on what encloses it.

    An act may start in parts, and a footnote on one part tells nothing of another. Where no part of an act that is held
    has the day that is told, either source may be wrong.
    """
    same = fact.target == claim.target or may_be_one_day(fact.operative, claim.operative)
    return same and _means(fact, claim, tree)


def _means(fact: Amendment, claim: Amendment, tree: Tree) -> bool:
    """Tell whether a footnote may mean a recorded target: the thing itself, or for "changed" a part of it."""
    if fact.target == claim.target:
        return _agree(fact, claim)
    replaced = claim.action is Action.TEXT_SUBSTITUTION
    within = claim.target in tree.above(fact.target)
    return within and (fact.action.rewords if replaced else claim.action is Action.MODIFICATION)


def _apart(fact: Amendment, claim: Amendment) -> bool:
    """Tell whether a note on words replaced throughout tells nothing of a change: it is of more than of words."""
    of_words = fact.action is Action.TEXT_SUBSTITUTION
    told = fact.action is Action.SUBSTITUTION or _by_text(fact)
    return claim.action is Action.TEXT_SUBSTITUTION and told and not of_words


def _by_text(fact: Amendment) -> bool:
    return any(each.kind is SourceKind.ACT for each in fact.sources)


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


_STRENGTH = (Action.MODIFICATION, Action.TEXT_SUBSTITUTION, Action.SUBSTITUTION)


def _merge(amendments: Iterable[Amendment]) -> list[Amendment]:
    """Make one of the amendments that tell the same change on what may be the same day.

    The first, a fact where there is one, decides the day, and the strongest the action. An act that starts in parts
    may reword one target twice: a note left to the act may speak of a step of which no fact tells.
    """
    merged: list[Amendment] = []
    places: dict[tuple[Hashable, str, str], list[int]] = defaultdict(list)
    for each in amendments:
        same = places[each.author, each.target, _effect(each.action)]
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


def _effect(action: Action) -> str:
    """Let "changed" and "newly worded" of one target by one act be one change."""
    return "changed" if action in (Action.MODIFICATION, Action.SUBSTITUTION) else action.value


def _order(each: Amendment) -> tuple[str, str, object, str]:
    adopted = each.act.adopted.isoformat() if each.act and each.act.adopted else ""
    return adopted, each.act_name or "", each.target.order, each.action
