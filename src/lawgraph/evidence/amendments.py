"""Join what sources claim with what facts record: one `Amendment` per act, target and first day.

A footnote names the article; the text of the act, recorded as facts, names the points. Where the recorded list of an
act's targets is whole, a footnote that only says "changed" adds nothing and lends its place as a source. Where the two
contradict each other both stay, and a finding shows both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.evidence.reconciling import effect, merged, reconcile
from lawgraph.evidence.sources import Edition, LawSources, printed_tree, unnamed
from lawgraph.facts.commencement import bounds_under, first_day, hull
from lawgraph.law.acts import ActRecord, TargetFact
from lawgraph.law.amendments import Action, Amendment, OperationRule, RuleKind, Scope, Source, SourceKind
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds, Ground, basis_on, exactly, over_after
from lawgraph.law.document import Claim, Finding, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind, Tree

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
    reconciled, findings = reconcile(law, facts, claimed)
    return Joined(tuple(sorted(merged(reconciled), key=lambda each: each.order)), tuple(findings))


def _paused(made: Amendment) -> Iterator[Amendment]:
    """Give a change; a suspension that would end before it begins, or of a lead-in alone, may be anything.

    The day of one that would end before it is another one's: it may have begun since its act was adopted.
    """
    over = made.until and made.operative.earliest and made.until <= made.operative.earliest
    if made.action is Action.SUSPENSION and (over or made.target.kind is Kind.INTRO):
        source = replace(made.sources[0], text=made.sources[0].text or f"until = {made.until}")
        opened = unsure(made)
        since = made.act.adopted if over and made.act else None
        yield replace(opened, target=made.target.ground, action=Action.NOT_UNDERSTOOD, scope=Scope.WHOLE,
                      until=None, sources=(source,), operative=replace(opened.operative, earliest=since) if since
                      else opened.operative)
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
        ended = _of_claim(told, edition, undone)
        latest = ended.operative.latest and over_after(ended.operative.latest)
        yield replace(ended, undoes=True, operative=replace(ended.operative, latest=latest))


_Change = tuple[str, str, str, OperationRule]
"""A change as editions print it: act, target, effect and clause."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold the sources of a law with what is looked up in them.

    By the name of an act its record, what editions claim of it, foreseen or made, and the clauses of notes that may be
    of other units than they name, with those; by change the first day by which an edition shows it.
    """

    law: LawSources
    records: Mapping[str, ActRecord]
    claims: Mapping[str, Sequence[tuple[Edition, Claim]]]
    misplaced: Mapping[str, Sequence[tuple[Sequence[Eid], OperationRule]]]
    shown: Mapping[_Change, date]
    tree: Tree

    def record_of(self, act: Act | None) -> ActRecord | None:
        """Return the facts about an act, `None` where there are none."""
        return self.records.get(act.name) if act else None


def _told(law: LawSources) -> _Told:
    claims: dict[str, list[tuple[Edition, Claim]]] = defaultdict(list)
    misplaced: dict[str, list[tuple[Sequence[Eid], OperationRule]]] = defaultdict(list)
    shown: dict[_Change, date] = {}
    for edition in law.editions:
        doubted: dict[int, list[Eid]] = defaultdict(list)
        for note in (each for each in edition.document.unread if each.kind is UnreadKind.NOTE):
            doubted[note.span.line] += note.eids
        for claim in (each for each in edition.document.claims if each.act):
            claims[claim.act_name or ""].append((edition, claim))
            if claim.span.line in doubted:
                misplaced[claim.act_name or ""].append((doubted[claim.span.line], claim.operation))
            # A clause that only points to the act leaves open which of its parts is shown.
            if edition.as_of and not claim.pending and claim.operation.kind not in _OPEN:
                shown[_change_of(claim)] = min(shown.get(_change_of(claim), edition.as_of), edition.as_of)
    records = {each.act.name: each for each in reversed(law.records)}
    return _Told(law, records, claims, misplaced, shown, printed_tree(law))


def _change_of(claim: Claim) -> _Change:
    return claim.act_name or "", claim.target, effect(claim.action), claim.operation


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
    """In a complete list a change of a container means its own text alone; the law and its chapters have none."""
    if fact.reach is not None:
        return fact.reach
    if fact.eid.kind is Kind.INTRO:
        return Scope.OWN_TEXT
    own_text = not (fact.eid == LAW or fact.eid.kind.divides)
    if fact.action is Action.MODIFICATION and own_text and record.complete_in(law.id):
        return Scope.OWN_TEXT
    return _scope(fact.action)


_OF_WORDS = (Action.MODIFICATION, Action.TEXT_SUBSTITUTION)


def _rules_near(told: _Told, record: ActRecord, fact: TargetFact) -> tuple[OperationRule, ...]:
    """Return the clauses that may hold for a target: printed with it or around it, or recorded for the act.

    An act may start in parts: clauses printed elsewhere count only without a recorded rule, and may be of other parts;
    so may those of a text that is known not to show the change.
    """
    unshown = {lang for lang, seen in fact.reflected if not seen}
    claims = told.claims.get(record.act.name, ())
    printed = [claim for _, claim in claims]
    of_it = [claim for edition, claim in claims if edition.lang not in unshown]
    places = (fact.eid, *told.tree.above(fact.eid))
    near: set[OperationRule] = set()
    for place in places:
        here = [claim for claim in of_it if claim.target == place]
        near |= {claim.operation for claim in here}
        if any(not claim.pending for claim in here):
            break
    else:
        # What is only foreseen of what holds it may be another change than that of which the fact tells.
        if near and not any(claim.target == fact.eid for claim in of_it):
            near |= {claim.operation for claim in printed} | {_UNSTATED}
    if fact.rules:
        near.update(fact.rules)  # of an act that has several, as its own words tell
    elif record.operation is not None:
        near.add(_UNSTATED)
    rules = near or {claim.operation for claim in printed} | {_UNSTATED}
    # A note that may be of this unit, whatever it names, may tell its day.
    rules |= {rule for eids, rule in told.misplaced.get(record.act.name, ()) if not set(eids).isdisjoint(places)}
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
        bounds = bounded_by(told.shown.get(_change_of(claim), edition.as_of), bounds)
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
        day = claim.operation.day
        bounds = DayBounds(day, over_after(day), basis_on(Ground.EXPIRED, day))
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


def bounded_by(shown: date | None, bounds: DayBounds) -> DayBounds:
    """Bound a first day by the day of an edition that shows the change."""
    if shown is None or bounds.exact or (bounds.latest is not None and bounds.latest <= shown):
        return bounds
    if not bounds.possibly_by(shown):
        return bounds
    return DayBounds(bounds.earliest, shown, bounds.basis + basis_on(Ground.SHOWN, shown))


def _scope(action: Action) -> Scope:
    return Scope.SOMEWHERE if action is Action.MODIFICATION else Scope.WHOLE
