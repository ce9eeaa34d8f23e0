"""Where an edition prints other words than an act that it must show: nothing sure follows from either."""

from collections.abc import Iterator
from dataclasses import dataclass

from lawgraph.evidence.model import Evidence, Touch
from lawgraph.evidence.printings import alike, wording_in
from lawgraph.evidence.proofs import renewed_together
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.steps import facts_of, steps
from lawgraph.evidence.touch import bears_on_wording, told_by_act


@dataclass(frozen=True, slots=True)
class Dispute:
    """Hold an edition, by its file, and a change by an act, by index, of which it prints other words."""

    file: str
    index: int


def disputes(evidence: Evidence, unit: Unit) -> tuple[Dispute, ...]:
    """Return where editions print another wording of a provision than the act that brought it, nothing in between."""
    recorded = steps(evidence.law) if evidence.law.acts else {}
    return tuple(Dispute(edition.file, index) for index in (evidence.near[unit.eid] if recorded else ())
                 if told_by_act(evidence.amendments[index]) and evidence.grounds[index] == unit.eid
                 for fact in facts_of(recorded, evidence.amendments[index]) if fact.by_text
                 for lang, text in fact.later if lang == evidence.lang
                 for edition in _showing(evidence, unit, index)
                 if not same_letters(text, wording_in(evidence, edition, unit) or text))


def same_letters(one: str, other: str) -> bool:
    """Tell whether two texts differ in spaces at most: in stored acts words are glued at the ends of lines."""
    return alike("".join(one.split()), "".join(other.split()))


def _showing(evidence: Evidence, unit: Unit, index: int) -> Iterator[Edition]:
    """Give the official editions that speak of a day on which a change surely operates, and no other may since."""
    each = evidence.amendments[index]
    for edition in evidence.law.official:
        day = edition.day
        if edition.lang == evidence.lang and day and each.operative.certainly_by(day) and not any(
                other != index and not renewed_together(evidence, index, other)
                and bears_on_wording(evidence, other, unit) is not Touch.NONE
                and evidence.amendments[other].operative.possibly_with_or_after(each.operative)
                and evidence.amendments[other].operative.possibly_by(day) for other in evidence.near[unit.eid]):
            yield edition
