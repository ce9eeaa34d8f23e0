"""Whether a provision was in operation on a day: proven in four values, never replayed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from lawgraph.evidence.model import Evidence, Touch
from lawgraph.evidence.proofs import (
    AmendmentAnchor,
    Anchor,
    AsAdopted,
    Side,
    Since,
    Touched,
    between,
    holds,
    renewed_together,
    shown_by,
    worst,
)
from lawgraph.evidence.sources import Edition, Unit
from lawgraph.evidence.touch import bears_on_presence, followed, in_place, tells_all_inside
from lawgraph.evidence.unread import may_hold, tells_of_presence
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action, Amendment, Scope, SourceKind
from lawgraph.law.authors import Untold
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence

_PROVING_NOTHING = {Action.REPEAL, Action.TEXT_SUBSTITUTION, Action.NOT_UNDERSTOOD, Action.RENUMBERING}

class Sign(StrEnum):
    """What a proof says of the provision."""

    THERE = "there"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Proof:
    """Hold what proves that a provision was there, or was not, at an anchor."""

    sign: Sign
    anchor: Anchor


Proofs = Mapping[Sign, tuple[Proof, ...]]
"""The proofs about one provision by what they say."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold the answer of one provision's own proofs for a day, with what stands in the way of a surer one."""

    presence: Presence
    obstacles: Touched
    proof: Proof | None = None
    contradicted: bool = False


def proofs_of(evidence: Evidence, unit: Unit) -> Proofs:
    """Return all proofs about one provision."""
    found, doubted = list(_printed(evidence, unit)), _doubted(evidence, unit)
    for index in (each for each in evidence.near[unit.eid] if each not in evidence.overruled):
        each = evidence.amendments[index]
        untold = isinstance(each.by, Untold) and each.action is Action.MODIFICATION
        late = each.stands_in and _ended_before(evidence, unit, each)
        doubtful = bool(doubted and each.sources) and doubted.issuperset(_lines(each))
        if each.foreseen or late or untold or _may_be_misplaced(evidence, each, unit) or doubtful:
            continue
        relation = _relation(unit, evidence.grounds[index], each.scope)
        told = [] if _numbered_since(evidence, unit, index) else _of_amendment(index, each.action, relation)
        if relation is _Relation.CONTAINER and _left_out(evidence, unit, index):
            told.append(Proof(Sign.ABSENT, AmendmentAnchor(Side.AFTER, index)))
        if _not_there_yet(evidence, unit, index):
            told = [proof for proof in told if proof.sign is Sign.ABSENT]
        found += [proof for proof in told if proof.sign is Sign.THERE or not _in_motion(evidence, unit, index)]
    unprinted = tuple(_unprinted_without_reason(evidence, unit))
    if unprinted:
        shown = any(unit.eid in printed for printed in evidence.printed.values())
        lacking = () if shown else tuple(map(shown_by, unprinted))
        found = [_until(each) for each in found if not _says_there_after(each) and each.anchor not in lacking]
    if unit.eid.inserted_number:
        found.append(Proof(Sign.ABSENT, AsAdopted()))
    return {sign: tuple(each for each in found if each.sign is sign) for sign in Sign}


def _ended_before(evidence: Evidence, unit: Unit, other: Amendment) -> bool:
    """Tell whether an act surely ended a provision before another change, of which a note may have told."""
    since = other.operative.earliest
    return since is not None and any(
        each.action.removes and not each.stands_in and each.operative.certainly_by(since)
        and evidence.grounds[index] in (unit.eid, *unit.chain)
        for index in evidence.near[unit.eid] for each in (evidence.amendments[index],))


def _may_be_misplaced(evidence: Evidence, each: Amendment, unit: Unit) -> bool:
    """Tell whether a change is told only within what is not read in full: its place may be another one."""
    if isinstance(each.by, Untold):
        return not any(each.target in printed for printed in evidence.printed.values()) and any(
            may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain)) for edition in evidence.law.editions)
    return bool(each.sources) and all(
        source.kind is SourceKind.CLAIM and may_hold(evidence.spots, source.file, (unit.eid, *unit.chain))
        for source in each.sources)


def _doubted(evidence: Evidence, unit: Unit) -> frozenset[tuple[str, int | None]]:
    """Return the places of notes that are in doubt and decide nothing, as those of a translation."""
    near = (evidence.amendments[index] for index in evidence.near[unit.eid])
    return frozenset(place for each in near if each.action is Action.NOT_UNDERSTOOD
                     and not tells_of_presence(evidence.law, each) for place in _lines(each))


def _lines(each: Amendment) -> Iterator[tuple[str, int | None]]:
    return ((source.file, source.line) for source in each.sources)


def judge(evidence: Evidence, unit: Unit, proofs: Proofs, touched: Touched, day: date) -> Verdict:
    """Return what the proofs about one provision say of a day."""
    reached = {sign: _up_to_sure(
        (proof, between(evidence, proof.anchor, day, _blocking(evidence, unit, proof, touched)))
        for proof in proofs[sign] if holds(evidence, proof.anchor, day)) for sign in Sign}
    there = [(worst(obstacles), proof, obstacles) for proof, obstacles in reached[Sign.THERE]]
    sure = next((proof for touch, proof, _ in there if touch is Touch.NONE), None)
    absent = next((proof for proof, obstacles in reached[Sign.ABSENT] if not obstacles), None)
    if sure and absent:
        return Verdict(Presence.POSSIBLE, (), contradicted=True)
    if sure:
        return Verdict(Presence.YES, (), sure)
    if absent:
        return Verdict(Presence.NO, (), absent)
    best = min(there, key=lambda each: (each[0], len(each[2])), default=None)
    if best is None:
        nearest = min((obstacles for _, obstacles in reached[Sign.ABSENT]), key=len, default=())
        return Verdict(Presence.POSSIBLE, nearest)
    touch, proof, obstacles = best
    presumed = touch <= Touch.ELSEWHERE or (touch is Touch.SOMEWHERE and unit.inside_list)
    return Verdict(Presence.PRESUMED if presumed else Presence.POSSIBLE, obstacles, proof)


def _up_to_sure(reaching: Iterable[tuple[Proof, Touched]]) -> list[tuple[Proof, Touched]]:
    """Return proofs with what stands in their way, up to the first in whose way nothing stands."""
    found: list[tuple[Proof, Touched]] = []
    for proof, obstacles in reaching:
        found.append((proof, obstacles))
        if not obstacles:
            break
    return found


def can_have_ended(evidence: Evidence, touched: Touched, unit: Unit, day: date) -> bool:
    """Tell whether an act can have excluded a provision by a day."""
    for obstacle in touched:
        each = evidence.amendments[obstacle.index]
        brought_container = each.action is Action.INSERTION and each.target != unit.eid
        if not brought_container and each.operative.possibly_by(day):
            return True
    return False


def _printed(evidence: Evidence, unit: Unit) -> list[Proof]:
    found, may_be_over = [], _may_be_over(evidence, unit)
    for edition in evidence.deciding_editions:
        each = evidence.printed[edition.file].get(unit.eid)
        if each is not None and each.excluded:
            found += [Proof(Sign.ABSENT, Since(edition.file, index)) for index in _last_ending(evidence, edition, unit)
                      if not _is_contradicted(evidence, unit)]
        if each is not None and (each.excluded or not (
                may_be_over or _told_as_ended(evidence, edition, unit) or _counts_otherwise(evidence, edition, unit))):
            found.append(Proof(Sign.ABSENT if each.excluded else Sign.THERE, shown_by(edition)))
        elif (edition.file, unit.eid) in evidence.merged.absent:
            found.append(Proof(Sign.ABSENT, shown_by(edition)))
    return found


def _counts_otherwise(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether a translation lags in a list: the law counts its parts otherwise on the day of that translation."""
    day, taken = edition.as_of, evidence.taken[edition.file]
    return day is not None and not edition.official and any(
        taken[index] in (Taken.NO, Taken.OPEN) and each.operative.certainly_by(day)
        and unit.listed_with(evidence.grounds[index]) and (each.action.removes or each.action is Action.INSERTION)
        for index in evidence.near[unit.eid] for each in (evidence.amendments[index],))


def _may_be_over(evidence: Evidence, unit: Unit) -> bool:
    """Tell whether the law's own words on how long a provision lasts are not understood: pages print it on."""
    told = (each for index in evidence.near[unit.eid] if evidence.grounds[index] in (unit.eid, *unit.chain)
            for each in (evidence.amendments[index],))
    return any(each.action is Action.NOT_UNDERSTOOD and each.act == evidence.law.act for each in told)


def _is_contradicted(evidence: Evidence, unit: Unit) -> bool:
    """Tell whether something untold may have brought back what a line in its place says was ended."""
    return any(isinstance(each.by, Untold) and each.action is Action.RENUMBERING and each.target == unit.eid
               for each in (evidence.amendments[index] for index in evidence.near[unit.eid]))


def _told_as_ended(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition that prints a provision says itself that it has ended: "was valid until …"."""
    taken = evidence.taken[edition.file]
    ends = [index for index in evidence.near[unit.eid]
            if evidence.amendments[index].action.removes and taken[index] is not Taken.NO]
    if any(taken[index] is Taken.YES and _ends_in_own_words(evidence, edition, unit, index) for index in ends):
        return True
    gone = {evidence.grounds[index] for index in ends}
    if not gone:
        return False
    ended = {claim.target for claim in edition.document.claims if claim.action.removes and not claim.pending}
    return bool(ended & {unit.eid, *unit.chain} and ended & gone)


def _ends_in_own_words(evidence: Evidence, edition: Edition, unit: Unit, index: int) -> bool:
    """Tell whether an edition prints words of the law itself by which a provision, or what it is in, has ended."""
    each = evidence.amendments[index]
    return each.by == evidence.law.act and evidence.grounds[index] in (unit.eid, *unit.chain) and any(
        source.file == edition.file for source in each.sources)


def _last_ending(evidence: Evidence, edition: Edition, unit: Unit) -> list[int]:
    """Return the one exclusion that an editorial line or footnote of the provision itself names, by index."""
    acts = {claim.act.name for claim in edition.document.claims
            if claim.target == unit.eid and claim.action.removes and claim.act and not claim.pending}
    named = [index for index in evidence.near[unit.eid] if (each := evidence.amendments[index]).target == unit.eid
             and each.action.removes and each.act and each.act.name in acts]
    return named if len(named) == 1 else []


def _says_there_after(proof: Proof) -> bool:
    return proof.sign is Sign.THERE and isinstance(proof.anchor, AmendmentAnchor) and proof.anchor.side is Side.AFTER


def _until(proof: Proof) -> Proof:
    """Keep of a proof on both sides the side before."""
    if isinstance(proof.anchor, AmendmentAnchor) and proof.anchor.side is Side.AROUND:
        return Proof(proof.sign, AmendmentAnchor(Side.BEFORE, proof.anchor.index))
    return proof


def _numbered_since(evidence: Evidence, unit: Unit, index: int) -> bool:
    """Tell whether an editorial line may have got the number of what encloses it after the act that it names.

    "3. … 2) Is excluded by № 72-VII": an act that changed something in the article since may have made paragraph 2 the
    third. What stood there was excluded; under which number, the line does not tell. The first of a list has always
    been the first, and n-m is a number that only an insertion gives.
    """
    each, target = evidence.amendments[index], Eid(evidence.grounds[index])
    holder = target.parent
    if not each.action.removes or holder is None or holder.parent is None or not unit.eid.within(holder):
        return False
    if holder.number == "1" or holder.inserted_number:
        return False
    lines = any((printed := shown.get(target)) is not None and printed.excluded for shown in evidence.printed.values())
    return lines and any(
        other.scope is Scope.SOMEWHERE and not other.foreseen and other.author != each.author
        and holder.within(evidence.grounds[place]) and holder != evidence.grounds[place]
        and other.operative.possibly_with_or_after(each.operative)
        and bears_on_presence(evidence, place, unit) > Touch.ELSEWHERE
        for place in evidence.near[unit.eid] for other in (evidence.amendments[place],))


def _not_there_yet(evidence: Evidence, unit: Unit, index: int) -> bool:
    """Tell whether an edition before an exclusion prints what encloses a provision and not the provision itself.

    No source tells how it came there: another one may have got its number.
    """
    each = evidence.amendments[index]
    if not each.action.removes or evidence.grounds[index] != unit.eid or unit.container is None:
        return False
    brought = any(other.action is Action.INSERTION and evidence.grounds[place] == unit.eid
                  for place in evidence.near[unit.eid] for other in (evidence.amendments[place],))
    return not brought and any(
        evidence.taken[edition.file][index] is Taken.NO and unit.eid not in printed and unit.container in printed
        and not may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain))
        for edition in evidence.deciding_editions for printed in (evidence.printed[edition.file],))


def _in_motion(evidence: Evidence, unit: Unit, index: int) -> bool:
    """Tell whether another part may have stood, or may stand, in the place of one that was brought or ended.

    Parts and indents are places in a list, and others move up and down. The last place of a list in which nothing else
    happened is empty without the one that was brought there.
    """
    target = evidence.grounds[index]
    if not unit.moves_with(target) or in_place(evidence, index):
        return False
    others = (each for each in evidence.near[unit.eid] if each != index and evidence.grounds[each] != target)
    return followed(evidence, index) or any(bears_on_presence(evidence, other, unit) for other in others)


def _left_out(evidence: Evidence, unit: Unit, index: int) -> bool:
    """Tell whether an act's own words give all that is in what it words anew, and a provision is not among it."""
    each = evidence.amendments[index]
    renews = each.action in (Action.INSERTION, Action.SUBSTITUTION) and unit.kind is not Kind.HEADING
    return renews and tells_all_inside(evidence, index) and not any(
        evidence.grounds[place] == unit.eid and renewed_together(evidence, index, place)
        for place in evidence.near[unit.eid])


class _Relation(Enum):
    SELF = "self"
    PART = "part"
    CONTAINER = "container"
    OTHER = "other"


def _relation(unit: Unit, target: Eid, scope: Scope) -> _Relation:
    """Tell what the target of an amendment is to the provision."""
    if target == unit.eid:
        return _Relation.SELF
    if target.within(unit.eid):
        return _Relation.PART
    if unit.inside(target) and scope is Scope.WHOLE:
        return _Relation.CONTAINER
    return _Relation.OTHER


def _of_amendment(index: int, action: Action, relation: _Relation) -> list[Proof]:
    before, after, around = (AmendmentAnchor(side, index) for side in Side)
    there, absent = Sign.THERE, Sign.ABSENT
    if relation is _Relation.OTHER or action in _PROVING_NOTHING:
        return []
    if relation is _Relation.PART:
        return [Proof(there, after if action is Action.INSERTION else around)]
    if action is Action.INSERTION:
        return [Proof(absent, before)] + ([Proof(there, after)] if relation is _Relation.SELF else [])
    if action.removes:
        return [Proof(absent, after)] + ([Proof(there, before)] if relation is _Relation.SELF else [])
    return [Proof(there, around)] if relation is _Relation.SELF else []


def _blocking(evidence: Evidence, unit: Unit, proof: Proof, touched: Touched) -> Touched:
    """Leave out what can't undo a proof: a new wording of the provision itself neither brings nor removes it."""
    if proof.sign is Sign.ABSENT:
        return touched
    return tuple(each for each in touched if not (
        evidence.amendments[each.index].action is Action.SUBSTITUTION
        and evidence.amendments[each.index].target == unit.eid))


def _unprinted_without_reason(evidence: Evidence, unit: Unit) -> Iterator[Edition]:
    """Give the editions that should print the provision and do not, where no later exclusion explains it."""
    unprinted = [edition for edition in evidence.deciding_editions if unit.eid not in evidence.printed[edition.file]
                 and not may_hold(evidence.spots, edition.file, (unit.eid, *unit.chain))]
    if not unprinted:
        return
    near = [(index, evidence.amendments[index]) for index in evidence.near[unit.eid]]
    endings = [each.operative for _, each in near
               if (each.action.removes and each.target == unit.eid)
               or ((each.action.removes or each.action is Action.SUBSTITUTION) and unit.inside(each.target))]
    living = [(index, each.operative) for index, each in near
              if evidence.grounds[index].within(unit.eid)
              and not (each.action.removes and each.target == unit.eid)]
    yield from (edition for edition in unprinted if any(
        evidence.taken[edition.file][index] not in (Taken.NO, Taken.SILENT)
        and not any(ending.possibly_with_or_after(day) for ending in endings) for index, day in living))
