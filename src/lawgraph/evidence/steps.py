"""The facts that tell of one step of an act: an act may change one provision on two days, each told on its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lawgraph.evidence.sources import LawSources
from lawgraph.law.acts import TargetFact
from lawgraph.law.model import Amendment

Steps = Mapping[tuple[str, str], Sequence[TargetFact]]
"""The facts about a law by act and target."""


def steps(law: LawSources) -> Steps:
    """Return what facts tell of a law, by act and target."""
    told: dict[tuple[str, str], list[TargetFact]] = defaultdict(list)
    for record in law.records:
        for fact in record.targets:
            if fact.law == law.id and fact.cancelled is None:
                told[record.act.name, fact.eid].append(fact)
    return told


def fact_of(told: Steps, each: Amendment) -> TargetFact | None:
    """Return the recorded fact about this very step: the one with its day, else the one without a day of its own."""
    facts = [fact for fact in told.get((each.act_name or "", each.target), ()) if not fact.by_text]
    day = each.operative.latest if each.operative.exact else None
    own = [fact for fact in facts if fact.operative and fact.operative == day]
    return next(iter(own or [fact for fact in facts if fact.operative is None]), None)


def facts_of(told: Steps, each: Amendment) -> tuple[TargetFact, ...]:
    """Return all that is told of this very step, by a recorded fact and by the act's own words."""
    recorded = fact_of(told, each)
    day = each.operative.latest if each.operative.exact else None
    own = (fact for fact in told.get((each.act_name or "", each.target), ()) if fact.by_text and (
        fact.operative == day if fact.operative else fact.rules == (each.rule,)))
    return (*([recorded] if recorded else []), *own)
