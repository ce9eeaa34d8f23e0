"""What may be said of the wording on a day: the weakest thing between the day and the evidence wins.

Why an answer is not plainly sure is told in values; the sentences stand in `voice`.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.evidence.model import Evidence, Touch, alike, at_once, wording_in
from lawgraph.evidence.proofs import (
    AmendmentAnchor,
    Anchor,
    Obstacle,
    Shown,
    Side,
    Since,
    Touched,
    between,
    disputes,
    holds,
    renewed_together,
    same_letters,
    shown_by,
    worst,
)
from lawgraph.evidence.sources import Edition, Unit, facts_of
from lawgraph.evidence.unread import places_unread
from lawgraph.evidence.uptake import Taken
from lawgraph.law.acts import ChangedWords
from lawgraph.law.amendments import Action, Amendment, SourceKind
from lawgraph.law.days import unknown_first, unknown_last
from lawgraph.law.eid import LAW, Kind
from lawgraph.law.versions import Reason, ReasonKind, Wording
from lawgraph.parsing.numbering import read_label
from lawgraph.timeline.consolidation import not_understood
from lawgraph.timeline.presence import Verdict

_BRINGING = {Action.INSERTION, Action.SUBSTITUTION}
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
    own = [each for index in evidence.near[unit.eid] if (each := evidence.amendments[index]).target == unit.eid]
    ending = [each for each in own if each.action.removes]
    bringing = [each for each in own if each.action is Action.INSERTION]
    candidates = [evidence.amendments[index] for index in sorted(evidence.candidates.get(unit.eid, ()))]
    known = bringing or ending or candidates
    return tuple(_of_amendment(each, _DIRECT if known is not candidates else {}) for each in known)


def of_unread_text(evidence: Evidence, unit: Unit) -> tuple[Reason, ...]:
    """Return the places because of which it is not known what editions print of a provision."""
    return tuple(Reason(ReasonKind.NOT_UNDERSTOOD if source.kind is SourceKind.NOT_UNDERSTOOD
                        else ReasonKind.CONTRADICTION, None, None, unit.eid, source)
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


ONE_DAY = timedelta(days=1)
_GRADES = {Touch.NONE: Wording.ATTESTED, Touch.UNLIKELY: Wording.PRESUMED, Touch.ELSEWHERE: Wording.PRESUMED,
           Touch.SOMEWHERE: Wording.UNVERIFIED, Touch.DIRECT: Wording.UNKNOWN}


@dataclass(frozen=True, slots=True)
class ShownWording:
    """Hold a wording that a source shows, and where on the line of time it stands."""

    text: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class GradedWording:
    """Hold what may be said of the wording on one day; `text` is `None` where none may be shown."""

    wording: Wording
    text: str | None
    obstacles: tuple[Obstacle, ...]


def wordings_shown(evidence: Evidence, unit: Unit) -> tuple[ShownWording, ...]:
    """Return the wordings of one provision that sources show in the language of the evidence, the newest first."""
    disputed = disputes(evidence, unit)
    files, acts = {each.file for each in disputed}, {each.index for each in disputed}
    own = [edition for edition in evidence.law.editions if edition.lang == evidence.lang and edition.file not in files]
    newest = sorted(own, key=lambda each: unknown_first(evidence.until[each.file]), reverse=True)
    shown = [witness for edition in newest for witness in _printed(evidence, edition, unit)]
    return (*shown, *(each for each in _texts_of_acts(evidence, unit)
                      if not (isinstance(each.anchor, AmendmentAnchor) and each.anchor.index in acts)))


def with_rewordings(evidence: Evidence, unit: Unit, shown: tuple[ShownWording, ...], touched: Touched
                    ) -> tuple[ShownWording, ...]:
    """Return witnesses with the texts that words exchanged by acts make of them, one after the other in time.

    The text just before is what attests the day before the first possible day and the day before the last one; the
    text just after likewise, where the words after can come from no other words.
    """
    told = _rewordings(evidence, unit)
    made: tuple[ShownWording, ...] = ()
    for index, pair in (*told, *(each for each in reversed(told) if each[1].reversible)):
        before = _at_side(evidence, (*shown, *made), touched, index, Side.BEFORE)
        after = _at_side(evidence, (*shown, *made), touched, index, Side.AFTER)
        earlier = ShownWording(pair.earlier, AmendmentAnchor(Side.BEFORE, index))
        later = ShownWording(pair.later, AmendmentAnchor(Side.AFTER, index))
        if before is not None and same_words(before, earlier):
            made += (later,)
        elif after is not None and pair.reversible and same_words(after, later):
            made += (earlier,)
    return (*shown, *dict.fromkeys(made))


def told_once(evidence: Evidence, unit: Unit, touched: Touched) -> Touched:
    """Keep, of changes of one step that tell what all of them make of a text, the one that names least around it."""
    told = sorted(_rewordings(evidence, unit), key=lambda each: (
        evidence.grounds[each[0]] == LAW, -len(evidence.grounds[each[0]].ancestors), each[0]))
    doubled = {index for place, (index, pair) in enumerate(told) for other, same in told[:place] if index != other
               and (pair.earlier, pair.later) == (same.earlier, same.later)
               and at_once(evidence.amendments[index], evidence.amendments[other])}
    return tuple(each for each in touched if each.index not in doubled)


def _rewordings(evidence: Evidence, unit: Unit) -> list[tuple[int, ChangedWords]]:
    disputed = {each.index for each in disputes(evidence, unit)}
    told = [(index, pair) for index in evidence.near[unit.eid] if evidence.steps and index not in disputed
            for fact in facts_of(evidence.steps, evidence.amendments[index])
            for pair in fact.rewordings if pair.eid == unit.eid and pair.lang == evidence.lang]
    return sorted(told, key=lambda each: unknown_last(evidence.amendments[each[0]].operative.latest))


def _at_side(evidence: Evidence, shown: Iterable[ShownWording], touched: Touched, index: int, side: Side
             ) -> ShownWording | None:
    """Return a witness of the one text attested on a side of an amendment, `None` where there is none, or several."""
    first, last = evidence.amendments[index].operative.earliest, evidence.amendments[index].operative.latest
    if first is None or last is None or first > last or (evidence.horizon and last - ONE_DAY > evidence.horizon):
        return None
    others = tuple(each for each in touched if each.index != index)
    days = (first - ONE_DAY, last - ONE_DAY) if side is Side.BEFORE else (last, first)
    found = [each for each in shown if all(
        _applies(evidence, each, day) and worst(between(evidence, each.anchor, day, near)) is Touch.NONE
        for day, near in zip(days, (touched, others), strict=True))]
    return found[0] if found and all(same_words(found[0], each) for each in found[1:]) else None


def same_words(one: ShownWording, other: ShownWording) -> bool:
    """Tell whether two sources show one wording; in stored acts words are glued together at the ends of lines."""
    acts = any(isinstance(each.anchor, AmendmentAnchor) for each in (one, other))
    return alike(one.text, other.text) or (acts and same_letters(one.text, other.text))


def may_be_lost(unit: Unit, told: GradedWording) -> bool:
    """Tell whether a page may have lost the words: but for divisions, no provision has neither words nor parts."""
    return told.text == "" and not unit.has_parts and not unit.kind.divides and unit.kind is not Kind.HEADING


def grade(evidence: Evidence, witnesses: tuple[ShownWording, ...], touched: Touched, day: date) -> GradedWording:
    """Return the best that the witnesses allow to say of a day; witnesses that contradict each other settle nothing."""
    renewing = [each for each in witnesses
                if isinstance(each.anchor, AmendmentAnchor) and each.anchor.side is Side.AFTER]
    grades = [(worst(obstacles), len(obstacles), witness, obstacles) for witness in witnesses
              if _applies(evidence, witness, day)
              for obstacles in (_in_other_words(evidence, witness, renewing, between(
                  evidence, witness.anchor, day, touched)),)]
    if not grades:
        return GradedWording(Wording.UNKNOWN, None, _loss(evidence, touched, day))
    touch, _, witness, obstacles = min(grades, key=lambda each: each[:2])
    if touch <= Touch.ELSEWHERE and not all(same_words(witness, each[2]) for each in grades if each[0] is touch):
        return GradedWording(Wording.UNVERIFIED, None, obstacles)
    return GradedWording(_GRADES[touch], witness.text if touch <= Touch.ELSEWHERE else None, obstacles)


def _in_other_words(evidence: Evidence, witness: ShownWording, renewing: Iterable[ShownWording], obstacles: Touched
                    ) -> Touched:
    """Leave out new wordings of the very words that a witness shows of the time before them."""
    bringing = {other.anchor.index for other in renewing if isinstance(other.anchor, AmendmentAnchor)
                and same_words(witness, other)} if obstacles else set()
    if not bringing:
        return obstacles
    return tuple(each for each in obstacles if not (_precedes(evidence, witness.anchor, each.index) and any(
        own == each.index or renewed_together(evidence, own, each.index) for own in bringing)))


def _precedes(evidence: Evidence, anchor: Anchor, index: int) -> bool:
    """Tell whether a witness surely stands before an amendment."""
    operative = evidence.amendments[index].operative
    if isinstance(anchor, AmendmentAnchor):
        return not evidence.amendments[anchor.index].operative.possibly_with_or_after(operative)
    return isinstance(anchor, Shown) and evidence.taken[anchor.file][index] is Taken.NO


def _applies(evidence: Evidence, witness: ShownWording, day: date) -> bool:
    """Tell whether a witness speaks of a day; what an exclusion ended was worded so for as long as it was there."""
    anchor = witness.anchor
    if isinstance(anchor, AmendmentAnchor) and anchor.side is Side.BEFORE:
        ending = evidence.amendments[anchor.index]
        if ending.action.removes:
            return not ending.operative.certainly_by(day)
    return holds(evidence, anchor, day)


def _loss(evidence: Evidence, touched: Touched, day: date) -> tuple[Obstacle, ...]:
    """Name what took away a wording that no source shows: what came after the day, else what no edition took up."""
    direct = tuple(each for each in touched if each.touch is Touch.DIRECT)
    later = tuple(each for each in direct if not evidence.amendments[each.index].operative.certainly_by(day))
    left_out = tuple(each for each in direct if any(answers[each.index] is not Taken.YES
                                                    for answers in evidence.taken.values()))
    return later or left_out or direct


def _printed(evidence: Evidence, edition: Edition, unit: Unit) -> list[ShownWording]:
    text = wording_in(evidence, edition, unit)
    if text is not None:
        return [ShownWording(text, shown_by(edition))]
    owner = unit.chain[0]
    above = evidence.printed[edition.file].get(owner) if unit.kind is Kind.HEADING else None
    # The heading left standing over an excluded article attests the heading before the exclusion, if the edition lacks
    # no change of it.
    if above is None or above.heading is None or _lacks_change(evidence, edition, unit):
        return []
    return [ShownWording(above.heading, AmendmentAnchor(Side.BEFORE, index))
            for index, each in enumerate(evidence.amendments)
            if each.target == owner and each.action.removes and not each.foreseen
            and not _came_anew(evidence, edition, unit, index)]


def _came_anew(evidence: Evidence, edition: Edition, heading: Unit, ending: int) -> bool:
    """Tell whether an edition may show what was brought after an article was excluded: its heading is of that."""
    operative, taken = evidence.amendments[ending].operative, evidence.taken[edition.file]
    return any(other != ending and taken[other] is not Taken.NO and heading.inside(evidence.grounds[other])
               and each.action in _BRINGING and each.operative.possibly_with_or_after(operative)
               for other in evidence.near[heading.eid] for each in (evidence.amendments[other],))


def _lacks_change(evidence: Evidence, edition: Edition, heading: Unit) -> bool:
    """Tell whether an edition may not have taken up a new heading, or a new wording of all beneath it.

    The exclusion has dropped the footnotes that would tell; an official edition has what operated before.
    """
    return any(not edition.official or evidence.taken[edition.file][index] is not Taken.YES
               for index in evidence.near[heading.eid]
               if not evidence.amendments[index].stands_in
               and (evidence.grounds[index] == heading.eid or evidence.amendments[index].action is Action.SUBSTITUTION))


def _texts_of_acts(evidence: Evidence, unit: Unit) -> list[ShownWording]:
    """Return the texts before and after a change that facts record."""
    found = []
    for index in evidence.near[unit.eid] if evidence.steps else ():
        each = evidence.amendments[index]
        told = not each.undoes and evidence.grounds[index] == unit.eid
        for fact in facts_of(evidence.steps, each) if told else ():
            for texts, side in ((fact.earlier, Side.BEFORE), (fact.later, Side.AFTER)):
                found += [ShownWording(text, AmendmentAnchor(side, index)) for lang, text in texts
                          if lang == evidence.lang and not _is_of_another(text, unit)]
    return found


def _is_of_another(text: str, unit: Unit) -> bool:
    """Tell whether a recorded text begins with the number of another provision than it is recorded for."""
    label = read_label(text) if unit.kind in (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT) else None
    return label is not None and unit.eid.number not in label.numbers
