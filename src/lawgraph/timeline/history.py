"""The whole life of one law in one language: from its sources to the version of each provision on each day."""

from dataclasses import dataclass

from lawgraph.evidence.amendments import join
from lawgraph.evidence.dating import redated
from lawgraph.evidence.gathering import gather
from lawgraph.evidence.model import Evidence
from lawgraph.evidence.own_words import in_own_words
from lawgraph.evidence.provisions import units
from lawgraph.evidence.sources import LawSources, in_order
from lawgraph.law.model import Amendment, Finding
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.timeline.consolidation import LawDays
from lawgraph.timeline.lawdays import disagreeing_starts, law_days, start_of
from lawgraph.timeline.versions import Timeline, timelines


@dataclass(frozen=True, slots=True)
class History:
    """Hold the life of one law in one language, with the evidence it was proven from and what did not fit."""

    law: LawSources
    lang: str
    days: LawDays
    evidence: Evidence
    timelines: tuple[Timeline, ...]
    findings: tuple[Finding, ...]

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """All amendments, with those that inserted numbers settle and the stand-ins for acts not recorded."""
        return self.evidence.amendments


def trace(law: LawSources, lang: str) -> History:
    """Return the life of a law for the wording in one language."""
    law, of_acts = in_own_words(law)
    dated = redated(law)
    law = in_order(dated.law)
    joined = join(law)
    rules = own_rules(each.document for each in law.editions)
    start = start_of(law, rules)
    evidence = gather(law, lang, start, joined.amendments, units(law, joined.amendments))
    days = law_days(law, start, evidence.amendments, evidence.horizon)
    return History(dated.law, lang, days, evidence, timelines(evidence, days),
                   (*of_acts, *dated.findings, *joined.findings, *disagreeing_starts(law, rules)))

