"""The answer for the provisions of one article on one day: presence first, then wording, each with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.eid import Kind
from lawgraph.evidence.held import Evidence
from lawgraph.evidence.proofs import Obstacle, Touched
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.touch import bears_on_presence, bears_on_wording
from lawgraph.model import Action, Amendment, Presence, Reason, ReasonKind, Wording
from lawgraph.timeline.lawdays import LawAnswer, LawDays, law_on
from lawgraph.timeline.presence import Proof, Verdict, can_have_ended, implied_by_higher, judge, proofs_of
from lawgraph.timeline.reasons import of_absence, of_obstacles, of_unread_text, without_doubles
from lawgraph.timeline.wording import Witness, grade, witnesses_of

_STRENGTH = (Presence.YES, Presence.PRESUMED, Presence.POSSIBLE, Presence.NO)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hold all evidence that bears on one provision; `unread` are the places where editions are not understood."""

    unit: Unit
    proofs: tuple[Proof, ...]
    witnesses: tuple[Witness, ...]
    on_presence: Touched
    on_wording: Touched
    suspensions: tuple[Amendment, ...]
    unread: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what may be said of one provision on one day."""

    in_operation: Presence
    wording: Wording | None
    text: str | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """Hold a presence with its reasons while it is weighed."""

    presence: Presence
    because: tuple[Reason, ...] = ()

    def at_most(self, most: Presence, because: tuple[Reason, ...]) -> "_Standing":
        """Return this standing, weakened to `most` for the reasons given where it was stronger."""
        if _STRENGTH.index(most) <= _STRENGTH.index(self.presence):
            return self
        return _Standing(most, because if most is Presence.NO else without_doubles((*self.because, *because)))


def open_dossier(evidence: Evidence, unit: Unit) -> Dossier:
    """Collect the evidence that bears on one provision."""
    near = evidence.near[unit.eid]
    on_presence = tuple(Obstacle(each, how) for each in near if (how := bears_on_presence(evidence, each, unit)))
    on_wording = tuple(Obstacle(each, how) for each in near if (how := bears_on_wording(evidence, each, unit)))
    suspensions = tuple(each for each in (evidence.amendments[index] for index in near)
                        if each.action is Action.SUSPENSION and (each.target == unit.eid or unit.inside(each.target)))
    return Dossier(unit, proofs_of(evidence, unit), witnesses_of(evidence, unit), on_presence, on_wording, suspensions,
                   of_unread_text(evidence, unit))


def answers_on(evidence: Evidence, days: LawDays, article: Sequence[Dossier], day: date) -> Mapping[str, Answer]:
    """Return the answers for all provisions of one article on one day."""
    whole = law_on(days, day)
    verdicts: dict[str, Verdict] = {each.unit.eid: judge(evidence, each.unit, each.proofs, each.on_presence, day)
                                    for each in article}
    standings: dict[str, _Standing] = {}
    for dossier in article:
        standing = _own_standing(evidence, dossier, article, verdicts, day)
        container = dossier.unit.container
        if container in standings:
            above = standings[container]
            standing = standing.at_most(above.presence, above.because)
        standings[dossier.unit.eid] = _suspended(evidence, dossier, standing, day)
    return {each.unit.eid: _answer(evidence, each, standings[each.unit.eid], whole, day) for each in article}


def _own_standing(evidence: Evidence, dossier: Dossier, article: Sequence[Dossier], verdicts: Mapping[str, Verdict],
                  day: date) -> _Standing:
    """Return what a provision's own proofs and its list tell; a heading is there as long as what it heads."""
    unit = dossier.unit
    if unit.kind is Kind.HEADING:
        return _Standing(Presence.YES)
    verdict = verdicts[unit.eid]
    if verdict.presence is Presence.YES:
        return _Standing(Presence.YES)
    if verdict.presence is Presence.NO:
        return _Standing(Presence.NO, of_absence(evidence, unit, verdict))
    ended = can_have_ended(evidence, dossier.on_presence, unit, day)
    if not verdict.contradicted and not ended and implied_by_higher(verdicts, _higher(unit, article)):
        return _Standing(Presence.YES)
    reasons = (*of_obstacles(evidence, unit, verdict.obstacles), *dossier.unread)
    return _Standing(verdict.presence, (Reason(ReasonKind.CONTRADICTION),) if verdict.contradicted else reasons)


def _higher(unit: Unit, article: Sequence[Dossier]) -> tuple[Unit, ...]:
    """Return the provisions with higher ordinary numbers in the same list."""
    if not unit.eid.number or unit.eid.inserted_number or unit.kind.counted:
        return ()
    return tuple(each.unit for each in article if each.unit.chain == unit.chain and each.unit.kind is unit.kind
                 and each.unit.eid.order > unit.eid.order and not each.unit.eid.inserted_number)


def _suspended(evidence: Evidence, dossier: Dossier, standing: _Standing, day: date) -> _Standing:
    for each in dossier.suspensions:
        if not each.operative.possibly_by(day) or (each.until is not None and day >= each.until):
            continue
        reason = Reason(ReasonKind.SUSPENDED, each.act_name, each.operative, each.target)
        # Another act may have lifted the suspension early, so only an undisturbed one is sure.
        disturbed = any(evidence.amendments[other.index].operative.possibly_by(day)
                        and evidence.amendments[other.index].operative.possibly_with_or_after(each.operative)
                        for other in dossier.on_wording)
        sure = each.operative.certainly_by(day) and each.until is not None and not disturbed and not each.foreseen
        standing = standing.at_most(Presence.NO if sure else Presence.POSSIBLE, (reason,))
    return standing


def _answer(evidence: Evidence, dossier: Dossier, standing: _Standing, whole: LawAnswer, day: date) -> Answer:
    if standing.presence is Presence.NO and whole.beyond_horizon:
        standing = _Standing(Presence.POSSIBLE, (*standing.because, *whole.because))
    standing = standing.at_most(whole.most, whole.because)
    if standing.presence is Presence.NO:
        return Answer(Presence.NO, None, None, standing.because)
    told = grade(evidence, dossier.witnesses, dossier.on_wording, day)
    doubts = of_obstacles(evidence, dossier.unit, told.obstacles)
    if told.wording is not Wording.ATTESTED:
        doubts = (*doubts, *dossier.unread)
    if told.wording is Wording.UNKNOWN and not doubts:
        doubts = (Reason(ReasonKind.NO_TEXT),)
    if told.wording is Wording.UNVERIFIED and not doubts:
        doubts = (Reason(ReasonKind.CONTRADICTION),)
    because = without_doubles((*standing.because, *doubts))
    wording = told.wording
    if wording is Wording.ATTESTED and whole.beyond_horizon:
        wording = Wording.PRESUMED
    return Answer(standing.presence, wording, told.text, because)
