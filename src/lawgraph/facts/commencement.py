"""From commencement rules to bounds of the first day of operation.

First official publication on day P and "upon expiry of N days after the day of publication" give P + N + 1; months give
the same day of the month (clamped to its end) plus one. "From the day" (со дня) is unsettled between P + N and
P + N + 1, so it gives both. Examples with both ends in sources stand in docs/decisions.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

from lawgraph.languages.state import term_of_publication
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.authors import Act, Publication
from lawgraph.law.days import Basis, Clause, Count, DayBounds, Ground, add_days, add_months, basis_on, exactly

_LONGEST_WAIT = 30
"""Years after which no act begins."""

_COUNTS = {(False, False): Count.DAYS_AFTER, (False, True): Count.DAYS_FROM,
           (True, False): Count.MONTHS_AFTER, (True, True): Count.MONTHS_FROM}


def publication_bounds(act: Act, record: ActRecord | None) -> DayBounds:
    """Return the bounds of the day of first official publication.

    An act printed in several issues was published when the last part was. A publication of which no source says that
    it was the first bounds from above only. Two that are called the first, or one before that, leave it open between
    them; no act was published before its adoption.
    """
    days = sorted(each.day for each in _believable(record))
    first = max((each.day for each in _believable(record) if each.first), default=None)
    if first is not None and first == days[0]:
        return exactly(first, basis_on(Ground.PUBLISHED, first))
    if first is not None:
        return DayBounds(days[0], first, Basis((Clause(Ground.PUBLISHED_BY, last=first),)))
    bounds = _by_the_term(act)
    known = min(days, default=None)
    if known is None or (bounds.latest is not None and bounds.latest <= known):
        return bounds
    return DayBounds(bounds.earliest, known, Basis((Clause(Ground.PUBLISHED_BY, last=known),)))


def _believable(record: ActRecord | None) -> tuple[Publication, ...]:
    """Return the publications that an act can have had: none before its adoption."""
    if record is None:
        return ()
    adopted = record.act.adopted
    return tuple(each for each in record.publications if adopted is None or each.day >= adopted)


def _by_the_term(act: Act) -> DayBounds:
    if act.adopted is None:
        return DayBounds(None, None, basis_on(Ground.PUBLICATION_UNKNOWN))
    term = term_of_publication(act)
    if term is None:
        return DayBounds(act.adopted, None, basis_on(Ground.ADOPTED, act.adopted) + basis_on(Ground.NO_TERM_READ))
    last = add_days(act.adopted, term.days)
    ground = Ground.TERM_BY_ANALOGY if term.presumed else Ground.STATUTORY_TERM
    return DayBounds(act.adopted, last, Basis((Clause(ground, act.adopted, last),)))


def bounds_of_rule(rule: OperationRule, act: Act, record: ActRecord | None) -> DayBounds:
    """Return the bounds of the first day of operation under a rule."""
    if rule.kind is RuleKind.ON_DAY and rule.day is not None:
        stated = exactly(rule.day, basis_on(Ground.STATED_DAY, rule.day))
        if _is_far_off(rule.day, act):
            return replace(stated, earliest=act.adopted, latest=None)
        return replace(stated, latest=None) if _misprinted(rule.day, rule, act) else stated
    published = publication_bounds(act, record)
    if rule.kind is RuleKind.ON_PUBLICATION:
        return DayBounds(published.earliest, published.latest, published.basis.counted(Count.ON_THE_DAY))
    if rule.kind is RuleKind.AFTER_PUBLICATION:
        return _after(rule, published)
    if rule.kind is RuleKind.FROM_SIGNING and act.adopted is not None:
        return _from_signing(rule, act.adopted)
    pointing = rule.kind is RuleKind.SEE
    unread = basis_on(Ground.SEE, None, rule.reference or "") if pointing else basis_on(Ground.NO_CLAUSE)
    return DayBounds(act.adopted, None, unread + basis_on(Ground.NOT_BEFORE_ADOPTION))


def _is_far_off(stated: date, act: Act) -> bool:
    """Tell whether a day is so long after the act's adoption that its year may be a slip: 2109 for 2019."""
    return act.adopted is not None and stated.year - act.adopted.year > _LONGEST_WAIT


def _misprinted(stated: date, rule: OperationRule, act: Act) -> bool:
    """Tell whether a day before the act's adoption may be a slip: no words tell that the act reaches back."""
    return act.adopted is not None and stated < act.adopted and rule.applies_from is None


def first_day(rule: OperationRule, act: Act, record: ActRecord | None, own: date | None = None) -> DayBounds:
    """Return the bounds of the first day of operation of an act on one target.

    `rule` is the clause that a source prints with the target, `own` a recorded first day of this very target. A
    recorded day beats a computed one; where a printed day and a recorded day differ, both stay possible.
    """
    if own is not None:
        return exactly(own, basis_on(Ground.RECORDED_OF_CHANGE, own))
    operation = record.operation if record else None
    recorded = operation.rule if operation else None
    if rule.kind in (RuleKind.SEE, RuleKind.UNSTATED) and recorded is not None:
        rule = recorded
    computed = bounds_of_rule(rule, act, record)
    if operation is None or operation.day is None or _speaks_of_another_part(rule, recorded):
        return computed
    stated = exactly(operation.day, basis_on(Ground.RECORDED_DAY, operation.day))
    if rule.kind is RuleKind.ON_DAY and rule.day != operation.day:
        return hull([stated, computed])
    return stated


def bounds_under(rules: Sequence[OperationRule], adopted: date | None, record: ActRecord) -> DayBounds:
    """Return the bounds of a first day under clauses of an act's own text; what they leave open has no last day."""
    open_ = (RuleKind.SEE, RuleKind.UNSTATED)
    bounds = hull([bounds_of_rule(rule, record.act, None) if rule.kind in open_ else first_day(rule, record.act, record)
                   for rule in rules])
    return replace(bounds, earliest=adopted) if bounds.earliest is None else bounds


def count_days(published: date, rule: OperationRule) -> date:
    """Return the first day of operation when `published` is known, reading "after the day" of publication."""
    if rule.months is not None:
        return add_months(published, rule.months) + timedelta(days=1)
    return add_days(published, (rule.days or 0) + 1)


def _after(rule: OperationRule, published: DayBounds) -> DayBounds:
    earliest = count_days(published.earliest, rule) if published.earliest else None
    if earliest and rule.from_the_day:
        earliest -= timedelta(days=1)
    latest = count_days(published.latest, rule) if published.latest else None
    return DayBounds(earliest, latest, published.basis.counted(_COUNTS[rule.months is not None, rule.from_the_day],
                                                               rule.days or 0 if rule.months is None else rule.months))


def _from_signing(rule: OperationRule, signed: date) -> DayBounds:
    """Return the bounds of a day that is counted from the signing: an act has its day from it."""
    on_that_day = exactly(signed, basis_on(Ground.SIGNED, signed))
    if rule.days is None and rule.months is None:
        return on_that_day
    return replace(_after(rule, on_that_day), basis=on_that_day.basis)


def _speaks_of_another_part(rule: OperationRule, recorded: OperationRule | None) -> bool:
    """Tell whether a printed rule is not the one that the recorded day follows (an act may start in parts)."""
    if recorded is None or rule.kind is not RuleKind.AFTER_PUBLICATION:
        return False
    return (rule.kind, rule.days, rule.months) != (recorded.kind, recorded.days, recorded.months)


def hull(these: Sequence[DayBounds]) -> DayBounds:
    """Return the bounds of a day that lies within one of several bounds."""
    earliest, latest = [each.earliest for each in these], [each.latest for each in these]
    told = reduce(Basis.also, dict.fromkeys(each.basis for each in these))
    return DayBounds(None if None in earliest else min(day for day in earliest if day),
                     None if None in latest else max(day for day in latest if day), told)
