"""The fact that tells of one step of an act: an act may change one provision on two days, each told on its own."""

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
    """Return the fact about this very step: the one with its day, else the one that has no day of its own."""
    facts = told.get((each.act_name or "", each.target), ())
    day = each.operative.latest if each.operative.exact else None
    own = [fact for fact in facts if fact.operative and fact.operative == day]
    return next(iter(own or [fact for fact in facts if fact.operative is None]), None)
