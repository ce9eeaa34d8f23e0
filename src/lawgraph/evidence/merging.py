"""Editions held against each other: what lies between two of them, and what their likeness or difference tells.

Two neighbouring editions of one language differ by the acts that the later one has taken up and the earlier one has
not. A provision that both print alike was not touched by the one act between them; with several acts it hardly was,
since what one of them changed another would have had to change back. A provision that differs was changed by the one
amendment that can have touched it; where none can, an act that no source names lies between. What lags is left alone:
an edition that lacks an act which operated by its own day says nothing about that act.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from lawgraph.evidence.model import (
    Evidence,
    Merged,
    Touch,
    alike,
    end_of,
    is_cut_off,
    lacks_heading,
    living_in,
    missing_since,
    prints_otherwise_before,
    wording_in,
    words_among,
)
from lawgraph.evidence.pairs import Pair, pairs
from lawgraph.evidence.sources import Edition, Unit
from lawgraph.evidence.touch import bears_on_presence, bears_on_wording
from lawgraph.evidence.unread import may_hold
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayBounds, Ground, basis_on, unknown_first
from lawgraph.law.document import Role
from lawgraph.law.eid import Eid, Kind

_BODY = frozenset(Kind).difference((Kind.LAW, Kind.CONTENTS, Kind.HEADING, Kind.INTRO))


@dataclass(frozen=True, slots=True)
class Merging:
    """Hold what merging tells, and the changes that it locates: one amendment for each difference that is settled."""

    merged: Merged
    located: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Hold a provision in two editions with the amendments between them that bear on what is compared."""

    pair: Pair
    unit: Unit
    bearing: Sequence[int]


def merge(evidence: Evidence) -> Merging:
    """Hold neighbouring editions against each other, provision by provision."""
    on_presence: dict[Eid, dict[int, Touch]] = defaultdict(dict)
    on_wording: dict[Eid, dict[int, Touch]] = defaultdict(dict)
    located: dict[Hashable, Amendment] = {}
    for pair in pairs(evidence):
        for unit in evidence.units:
            lying = [index for index in evidence.near[unit.eid] if index in pair.between]
            presence, wording = _presence(evidence, pair, unit, lying), _wording(evidence, pair, unit, lying)
            _lower(on_presence[unit.eid], presence.caps)
            if pair.later.lang == evidence.lang:
                _lower(on_wording[unit.eid], wording.caps)
            # A translation that lags may differ for other reasons, so only those that decide locate a change.
            for each in (*presence.located, *wording.located) if pair.decides else ():
                located.setdefault((each.author, each.target, each.action, each.stands_in and each.operative), each)
    return Merging(Merged(on_presence, on_wording, frozenset(_absent(evidence))), tuple(located.values()))


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold what one provision in two editions tells of the amendments between them."""

    caps: Mapping[int, Touch]
    located: tuple[Amendment, ...] = ()


_NOTHING = _Told({})


def _presence(evidence: Evidence, pair: Pair, unit: Unit, lying: Sequence[int]) -> _Told:
    seen = all(_sees(evidence, each, unit) for each in (pair.earlier, pair.later))
    before, after = living_in(evidence, pair.earlier, unit), living_in(evidence, pair.later, unit)
    # What is cut off is no likeness and nothing brought since; but what became of what stood before, nobody knows.
    cut = not before and any(is_cut_off(unit, end) for end in pair.ends)
    cut_between = cut and prints_otherwise_before(evidence, pair.earlier, pair.later, unit)
    if not pair.decides or unit.kind not in _BODY or (cut and not (pair.later.noteless or cut_between)):
        return _NOTHING
    compared = _Compared(pair, unit, [index for index in lying if bears_on_presence(evidence, index, unit)])
    if cut or not seen:
        return _Told({}, _untold(evidence, compared, Action.RENUMBERING)
                     if cut_between else _unseen(evidence, compared))
    if _lags(evidence, compared):
        return _NOTHING
    if before is after:
        caps = _likeness(evidence, compared)
        return _Told(caps if before else {index: cap for index, cap in caps.items() if cap is Touch.NONE})
    container = unit.container
    if container and not all(_prints(evidence, each, container) for each in (pair.earlier, pair.later)):
        return _NOTHING
    action = Action.INSERTION if after else Action.EXCLUSION
    lined = unit.eid in evidence.printed[(pair.earlier if after else pair.later).file]
    settled = _settled(evidence, compared, action, Scope.WHOLE) if lined or after or unit.kind.counted else ()
    return _Told({}, settled or (_untold(evidence, compared, action) if lined else _left_out(evidence, compared)))


def _unseen(evidence: Evidence, compared: _Compared) -> tuple[Amendment, ...]:
    """Return what lies around an edition that may print a provision where it is not read, and prints it nowhere else.

    What became of it nobody knows; how it came, where the later edition has no notes.
    """
    pair, eid = compared.pair, compared.unit.eid
    untold = _untold(evidence, compared, Action.RENUMBERING)
    earlier, later = pair.shown
    if eid not in later:
        return untold if eid in earlier else ()
    if eid in earlier or not pair.later.noteless:
        return ()
    return tuple(replace(each, operative=replace(each.operative, earliest=evidence.start.earliest)) for each in untold)


def _left_out(evidence: Evidence, compared: _Compared) -> tuple[Amendment, ...]:
    """Return what lies around an edition that leaves a provision out, with no line in its place: a slip, or an act."""
    untold, earlier = _untold(evidence, compared, Action.RENUMBERING), compared.pair.earlier
    if compared.bearing or living_in(evidence, earlier, compared.unit):
        return untold
    since = missing_since(evidence, compared.unit, earlier)
    return tuple(replace(each, operative=replace(each.operative, earliest=since)) for each in untold)


def _sees(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision, or is read wherever it might."""
    return unit.eid in evidence.printed[edition.file] or not may_hold(
        evidence.spots, edition.file, (unit.eid, *unit.chain))


def _wording(evidence: Evidence, pair: Pair, unit: Unit, lying: Sequence[int]) -> _Told:
    before, after = wording_in(evidence, pair.earlier, unit), wording_in(evidence, pair.later, unit)
    compared = _Compared(pair, unit, [index for index in lying if bears_on_wording(evidence, index, unit)])
    if before is None or after is None:
        otherwise = _shown_otherwise(pair, unit) or (before != after and any(
            lacks_heading(evidence, each, unit) for each in (pair.earlier, pair.later)))
        return _Told({}, _untold(evidence, compared, Action.MODIFICATION) if otherwise else ())
    if _lags(evidence, compared):
        return _NOTHING
    if alike(before, after):
        return _Told(_likeness(evidence, compared))
    return _Told({}, _settled(evidence, compared, Action.MODIFICATION, Scope.OWN_TEXT)
                 or _untold(evidence, compared, Action.MODIFICATION))


def _shown_otherwise(pair: Pair, unit: Unit) -> bool:
    """Tell whether two editions print a provision in other words, be it where one of them is not read whole."""
    before, after = (words_among(shown, edition, unit)
                     for shown, edition in zip(pair.shown, (pair.earlier, pair.later), strict=True))
    return before is not None and after is not None and not alike(before, after)


def _lags(evidence: Evidence, compared: _Compared) -> bool:
    """Tell whether the later edition lacks a change of before, and of its day: neither prints what the law said."""
    taken, unit, day = evidence.taken[compared.pair.later.file], compared.unit, compared.pair.later.day
    lacking = [evidence.amendments[index].operative for index in evidence.near[unit.eid] if taken[index] is Taken.NO
               and (day is None or evidence.amendments[index].operative.possibly_by(day))
               and (bears_on_presence(evidence, index, unit) or bears_on_wording(evidence, index, unit))]
    return any(each.possibly_with_or_before(evidence.amendments[index].operative)
               for each in lacking for index in compared.bearing)


def _likeness(evidence: Evidence, compared: _Compared) -> dict[int, Touch]:
    """Return what likeness on both sides leaves of each amendment: nothing of a single act, else little.

    Where an act is said to have changed this very thing, or to have brought or ended it, likeness tells nothing; nor
    where what it changed came back, when a change for a time ended.
    """
    these = [evidence.amendments[index] for index in compared.bearing]
    if any(not each.action.rewords or each.undoes or _own(each, compared.unit) for each in these) or _overtaken(
            evidence, compared):
        return {}
    identified = all(each.act and each.act.identified for each in these)
    single = identified and len({each.author for each in these}) == 1
    alone = single and compared.pair.surely.issuperset(compared.bearing)
    return {index: Touch.NONE if alone else Touch.UNLIKELY for index in compared.bearing
            if index in compared.pair.surely and not _was_done_to_other_words(evidence, compared, index)}


def _was_done_to_other_words(evidence: Evidence, compared: _Compared, index: int) -> bool:
    """Tell whether an edition shows a change ahead of another one that these two have: it met what was before that."""
    unit = compared.unit
    return any(index in has and any(
        other in lacks and (bears_on_presence(evidence, other, unit) or bears_on_wording(evidence, other, unit))
        for other in evidence.near[unit.eid]) for has, lacks in compared.pair.ahead)


def _overtaken(evidence: Evidence, compared: _Compared) -> bool:
    """Tell whether both editions show ahead what came after the acts between them: their likeness is that of later."""
    earlier, unit = compared.pair.earlier, compared.unit
    taken, between = evidence.taken[earlier.file], [evidence.amendments[index].operative for index in compared.bearing]
    return earlier.as_of is None and any(
        evidence.amendments[index].operative.possibly_with_or_after(each) for each in between
        for index in evidence.near[unit.eid] if taken[index] is not Taken.NO and index not in compared.bearing
        and (bears_on_presence(evidence, index, unit) or bears_on_wording(evidence, index, unit)))


def _settled(evidence: Evidence, compared: _Compared, action: Action, scope: Scope) -> tuple[Amendment, ...]:
    """Return the change that makes the difference, where one amendment alone can have made it."""
    if len(compared.bearing) != 1 or not compared.pair.surely.issuperset(compared.bearing):
        return ()
    only = evidence.amendments[compared.bearing[0]]
    vague = only.scope is Scope.SOMEWHERE or only.action is Action.TEXT_SUBSTITUTION
    if only.act is None or not vague or _own(only, compared.unit) or _disowned(evidence, compared) \
            or _is_silent(evidence, compared, compared.bearing[0]):
        return ()
    files = (compared.pair.earlier.file, compared.pair.later.file)
    basis = only.operative.basis + basis_on(Ground.ONLY_ACT_BETWEEN, None, *files)
    return (replace(only, target=compared.unit.eid, action=action, scope=scope,
                    operative=replace(only.operative, basis=basis)),)


def _disowned(evidence: Evidence, compared: _Compared) -> bool:
    """Tell whether a translation names an act between two editions that they do not tell of: its note may be lost."""
    return any(index in evidence.overruled and index in compared.pair.between
               and compared.unit.may_lie_in(evidence.grounds[index]) for index in evidence.near[compared.unit.eid])


def _untold(evidence: Evidence, compared: _Compared, action: Action) -> tuple[Amendment, ...]:
    """Return a change by an act that no source names, where no amendment can have made the difference.

    One that began only after the day of the later edition, which does not tell of it, may have made it or may not.
    """
    earlier, later = (evidence.until[each.file] for each in (compared.pair.earlier, compared.pair.later))
    ahead_of = [index for index in compared.bearing if _may_be_ahead(evidence, compared.pair.later, index)]
    latest = [evidence.amendments[index].operative.latest for index in ahead_of]
    files = (compared.pair.earlier.file, compared.pair.later.file)
    noted = any(source.file in files for index in compared.bearing for source in evidence.amendments[index].sources)
    hidden = names_no_act(evidence, compared.pair.later) and (action is Action.MODIFICATION or not noted)
    told = not hidden and any(index not in ahead_of and not _is_silent(evidence, compared, index)
               and not (action is not Action.MODIFICATION and _words_anew(evidence, compared, index))
               for index in compared.bearing) and not _disowned(evidence, compared)
    if told or earlier is None or later is None or earlier >= later:
        return ()
    ahead = [day for day in latest if day is None or day > earlier]
    if compared.pair.earlier.told_until is None and not compared.pair.surely:
        ahead = [*ahead, None]  # of an edition without a day that lacks no act nobody knows that it is the earlier one
    last = compared.pair.later.as_of if not ahead else max((day for day in ahead if day), default=None)
    bounds = DayBounds(earlier + timedelta(days=1), None if None in ahead else last, basis_on(Ground.CHANGED_UNTOLD))
    scope = Scope.OWN_TEXT if action is Action.MODIFICATION else Scope.WHOLE
    return (Amendment(Untold(), compared.unit.eid, action, scope, bounds, ()),)


def _may_be_ahead(evidence: Evidence, edition: Edition, index: int) -> bool:
    """Tell whether an edition dated by adoption may show an act of which it does not tell, before that begins."""
    return evidence.taken[edition.file][index] is Taken.OPEN and evidence.amendments[index].act_name in edition.ahead


def _is_silent(evidence: Evidence, compared: _Compared, index: int) -> bool:
    """Tell whether the later edition, without notes, leaves open which act made the difference of several.

    Of an act that changed something around a provision it need not be that one, unless all acts are known.
    """
    each = evidence.amendments[index]
    vague = each.scope in (Scope.SOMEWHERE, Scope.WORDS) or each.action is Action.TEXT_SUBSTITUTION
    return names_no_act(evidence, compared.pair.later) and vague and not _own(each, compared.unit)


def names_no_act(evidence: Evidence, edition: Edition) -> bool:
    """Tell whether an edition has no notes, and acts may have come before it of which no source tells."""
    known = evidence.law.notes.acts_complete_until
    return edition.noteless and not (known and edition.day and edition.day <= known)


def _words_anew(evidence: Evidence, compared: _Compared, index: int) -> bool:
    """Tell whether an act gave a provision itself a new wording: that neither brings nor removes it."""
    each = evidence.amendments[index]
    return each.action is Action.SUBSTITUTION and each.target == compared.unit.eid


def _own(each: Amendment, unit: Unit) -> bool:
    """Tell whether a source says that an act changed this very thing."""
    if each.act is None or each.target != unit.eid:
        return False
    return not (each.scope is Scope.SOMEWHERE and unit.has_parts)


def _lower(caps: dict[int, Touch], told: Mapping[int, Touch]) -> None:
    for index, cap in told.items():
        caps[index] = min(cap, caps.get(index, cap))


def _prints(evidence: Evidence, edition: Edition, eid: Eid) -> bool:
    own = evidence.printed[edition.file].get(eid)
    return own is not None and not own.excluded


def _absent(evidence: Evidence) -> Iterator[tuple[str, Eid]]:
    """Give, for an edition's file, what it would print if it had been there: an act explains that others do.

    Where no act explains it, the number may be misprinted, or the page be a part of the law. Two editions of one day
    contradict each other.
    """
    ends = {edition.file: end_of(evidence, edition) for edition in evidence.deciding_editions}
    for unit in evidence.units:
        if unit.kind not in _BODY:
            continue
        living = [edition for edition in evidence.deciding_editions if living_in(evidence, edition, unit)]
        for edition in evidence.deciding_editions:
            if unit.eid in evidence.printed[edition.file] or may_hold(
                    evidence.spots, edition.file, (unit.eid, *unit.chain)) or is_cut_off(unit, ends[edition.file]):
                continue
            # A translation of the day may print what is not there; one of another day tells that something happened.
            other = [each for each in evidence.law.editions if each not in living and living_in(evidence, each, unit)
                     and evidence.until[each.file] != evidence.until[edition.file]]
            explained = all(_explained(evidence, unit, edition, each) or _together(evidence, edition, each)
                            for each in (*living, *other))
            if explained and (living or _proves_absence(evidence, edition, unit)):
                yield edition.file, unit.eid


def _explained(evidence: Evidence, unit: Unit, lacking: Edition, living: Edition) -> bool:
    """Tell whether an act explains that an edition leaves out what another prints.

    A numbered provision that an act ends "somewhere in" what holds it leaves a line in its place.
    """
    one, other = (unknown_first(evidence.until[each.file]) for each in (lacking, living))
    return any(one < other or unit.kind.counted or evidence.amendments[index].scope is not Scope.SOMEWHERE
               for index in explaining(evidence, unit, lacking, living))


def _together(evidence: Evidence, one: Edition, other: Edition) -> bool:
    """Tell whether neither of two editions is the later one; what a translation leaves out says nothing of another."""
    if one.official and other.official and one.as_of:
        return one.as_of == other.as_of
    return one.lang == other.lang and evidence.until[one.file] == evidence.until[other.file]


def _proves_absence(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an official edition of a stated day, read whole, prints what would hold a provision, without it."""
    whole = not any(each.role is Role.UNREAD for each in edition.document.segments)
    held = unit.container is None or _prints(evidence, edition, unit.container)
    return edition.official and edition.day is not None and whole and held


def explaining(evidence: Evidence, unit: Unit, one: Edition, other: Edition) -> tuple[int, ...]:
    """Return the amendments, by index, that one of two editions may lack and that can have brought or removed it."""
    mine, theirs = evidence.taken[one.file], evidence.taken[other.file]
    return tuple(index for index in evidence.near[unit.eid]
                 if (mine[index].has_it is not theirs[index].has_it or mine[index] is Taken.OPEN)
                 and bears_on_presence(evidence, index, unit))
