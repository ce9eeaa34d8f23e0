"""Why an answer is not plainly sure, as values; the sentences stand in `voice`."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from lawgraph.evidence.model import Evidence, Touch
from lawgraph.evidence.proofs import AmendmentAnchor, Obstacle, Since, Touched
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.unread import places_unread
from lawgraph.evidence.uptake import Taken
from lawgraph.law.model import Action, Amendment, Reason, ReasonKind
from lawgraph.timeline.consolidation import not_understood
from lawgraph.timeline.presence import Verdict

_DIRECT = {
    Action.INSERTION: ReasonKind.INSERTED, Action.EXCLUSION: ReasonKind.EXCLUDED, Action.EXPIRY: ReasonKind.EXCLUDED,
    Action.SUBSTITUTION: ReasonKind.NEWLY_WORDED, Action.MODIFICATION: ReasonKind.CHANGED,
}
_VAGUE = {
    Touch.UNLIKELY: ReasonKind.SAME_AROUND, Touch.ELSEWHERE: ReasonKind.CHANGED_ELSEWHERE,
    Touch.SOMEWHERE: ReasonKind.CHANGED_SOMEWHERE,
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold the reason that one obstacle gives, with what tells its act from all others."""

    by: Hashable
    reason: Reason


def doubt_of(evidence: Evidence, unit: Unit, obstacle: Obstacle) -> Doubt:
    """Return the doubt that an amendment leaves about a provision; a note not understood is a doubt of its own."""
    each = evidence.amendments[obstacle.index]
    return Doubt((each.author, each.action is Action.NOT_UNDERSTOOD),
                 _reason(evidence, unit, obstacle.index, obstacle.touch))


def of_obstacles(obstacles: Touched, doubt: Callable[[Obstacle], Doubt]) -> tuple[Reason, ...]:
    """Return one reason per act that may lie between the evidence and the day, the strongest of each act."""
    strongest: dict[Hashable, tuple[Touch, Reason]] = {}
    for obstacle in obstacles:
        told = doubt(obstacle)
        if told.by not in strongest or strongest[told.by][0] < obstacle.touch:
            strongest[told.by] = (obstacle.touch, told.reason)
    return tuple(reason for _, reason in strongest.values())


def of_absence(evidence: Evidence, unit: Unit, verdict: Verdict) -> tuple[Reason, ...]:
    """Return why a provision was surely not there."""
    anchor = verdict.proof.anchor if verdict.proof else None
    if isinstance(anchor, AmendmentAnchor | Since):
        return (_of_amendment(evidence.amendments[anchor.index], _DIRECT),)
    ending = [each for each in evidence.amendments if each.target == unit.eid
              and each.action.removes]
    bringing = [each for each in evidence.amendments if each.target == unit.eid and each.action is Action.INSERTION]
    candidates = [evidence.amendments[index] for index in sorted(evidence.candidates.get(unit.eid, ()))]
    known = bringing or ending or candidates
    return tuple(_of_amendment(each, _DIRECT if known is not candidates else {}) for each in known)


def of_unread_text(evidence: Evidence, unit: Unit) -> tuple[Reason, ...]:
    """Return the places because of which it is not known what editions print of a provision."""
    return tuple(Reason(ReasonKind.NOT_UNDERSTOOD, None, None, unit.eid, source)
                 for source in places_unread(evidence.spots, (unit.eid, *unit.chain)))


def _reason(evidence: Evidence, unit: Unit, index: int, touch: Touch) -> Reason:
    each = evidence.amendments[index]
    if each.action is Action.NOT_UNDERSTOOD:
        return not_understood(each)
    if each.stands_in:
        return Reason(ReasonKind.UNRECORDED, None, each.operative, each.target)
    if _left_out(evidence, index):
        return Reason(ReasonKind.NOT_SHOWN, each.act_name, each.operative, each.target)
    if index in evidence.candidates.get(unit.eid, ()):
        return Reason(ReasonKind.CANDIDATE, each.act_name, each.operative, each.target)
    if each.action is Action.TEXT_SUBSTITUTION:
        return Reason(ReasonKind.WORDS_REPLACED, each.act_name, each.operative, each.target)
    return Reason(_VAGUE[touch], each.act_name, each.operative, each.target) if touch in _VAGUE else (
        _of_amendment(each, _DIRECT))


def _of_amendment(each: Amendment, kinds: dict[Action, ReasonKind]) -> Reason:
    kind = kinds.get(each.action, ReasonKind.CANDIDATE)
    return Reason(kind, each.act_name, each.operative, each.target)


def _left_out(evidence: Evidence, index: int) -> bool:
    """Tell whether every edition in the language of the answer leaves the amendment out."""
    answers = [evidence.taken[edition.file][index] for edition in evidence.law.editions
               if edition.lang == evidence.lang]
    return bool(answers) and all(each in (Taken.NO, Taken.SILENT) for each in answers)


def without_doubles(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons, each once, in their order."""
    return tuple(dict.fromkeys(reasons))
