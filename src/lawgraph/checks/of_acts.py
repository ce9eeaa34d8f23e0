"""What editions print otherwise than the acts whose own words are held."""

from collections.abc import Iterator

from lawgraph.evidence.disputes import disputes
from lawgraph.law.eid import Kind
from lawgraph.law.model import Finding, Severity, SourceKind
from lawgraph.timeline.history import History


def acts_against_editions(history: History) -> Iterator[Finding]:
    """Give what an edition prints in other words than the act that it must show, with both places."""
    evidence = history.evidence
    for unit in evidence.units if history.law.acts else ():
        for each in disputes(evidence, unit):
            change = evidence.amendments[each.index]
            source = next(source for source in change.sources if source.kind is SourceKind.ACT)
            own = unit.eid.parent if unit.kind is Kind.HEADING else unit.eid
            printed = evidence.printed[each.file].get(own or unit.eid)
            line = f", line {printed.span.line}" if printed else ""
            yield Finding("act_and_edition_differ", Severity.ERROR,
                          f"{each.file}{line} prints other words of {unit.eid} than № {change.act_name} brought: "
                          "nothing is sure of either", unit.eid, change.act_name, history.law.id, source.file,
                          source.line)
