"""The difference of two days, provision by provision and word by word."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgraph.law.eid import Eid, Kind, Tree
from lawgraph.law.model import Amendment, Presence, Scope, Version, Wording
from lawgraph.timeline.consolidation import OnDay
from lawgraph.timeline.worddiff import WordChange, word_changes

_SURE = {Wording.ATTESTED, Wording.PRESUMED}
_THERE = {Presence.YES, Presence.PRESUMED}


class Change(StrEnum):
    """What happened to a provision between two days.

    `possible`: whether it came, went or changed is not certain. `unknown`: it was changed, and a wording is not held.
    """

    INSERTED = "inserted"
    EXCLUDED = "excluded"
    CHANGED = "changed"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold how one provision differs between two days, with the acts in between."""

    eid: Eid
    change: Change
    before: OnDay
    after: OnDay
    acts: tuple[str, ...]

    @property
    def words(self) -> tuple[WordChange, ...]:
        """The difference word by word, empty where either wording is not held."""
        if self.before.version.text is None or self.after.version.text is None:
            return ()
        return word_changes(self.before.version.text, self.after.version.text)


def compare(before: Sequence[OnDay], after: Sequence[OnDay], acts: Mapping[str, tuple[str, ...]]
            ) -> tuple[Difference, ...]:
    """Return the provisions that differ, or may differ, in document order.

    `acts` names for each provision the acts that may have taken effect on it between the two days; a provision that
    none touched does not differ, even where its wording is not held.
    """
    later = {each.place.eid: each for each in after}
    found = []
    for each in before:
        other = later.get(each.place.eid)
        change = _change(each.version, other.version, acts.get(each.place.eid, ())) if other else None
        if other and change:
            found.append(Difference(each.place.eid, change, each, other, acts.get(each.place.eid, ())))
    return tuple(found)


def acts_between(amendments: Sequence[Amendment], first: date, last: date) -> tuple[Amendment, ...]:
    """Return the amendments whose first day may lie after `first` and not after `last`."""
    return tuple(each for each in amendments
                 if each.operative.possibly_by(last) and not each.operative.certainly_by(first))


def acts_bearing_on(amendments: Sequence[Amendment], tree: Tree) -> Mapping[str, tuple[str, ...]]:
    """Return for each provision the acts that may bear on it: by a change of its own, or of what encloses it."""
    own: dict[str, list[int]] = defaultdict(list)
    reaching: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(amendments):
        target = each.target
        lead_in = target.parent if target.kind is Kind.INTRO else None
        own[lead_in or target].append(index)
        if each.scope is not Scope.OWN_TEXT and not lead_in:
            reaching[target].append(index)
    return {eid: tuple(dict.fromkeys(name for index in sorted({*own[eid], *(i for up in above for i in reaching[up])})
                                     if (name := amendments[index].act_name)))
            for eid, above in tree.chains.items()}


def _change(before: Version, after: Version, acts: tuple[str, ...]) -> Change | None:
    presence = {before.in_operation, after.in_operation}
    if presence == {Presence.NO}:
        return None
    if Presence.NO in presence:
        if presence & _THERE:
            return Change.INSERTED if before.in_operation is Presence.NO else Change.EXCLUDED
        return Change.POSSIBLE
    return _reworded(before, after) if acts or before.text != after.text else None


def _reworded(before: Version, after: Version) -> Change | None:
    """Tell how the wordings of two days compare where an act lies between them."""
    uncertain = Presence.POSSIBLE in (before.in_operation, after.in_operation)
    if before.wording in _SURE and after.wording in _SURE:
        if before.text != after.text:
            return Change.CHANGED
        return Change.POSSIBLE if uncertain and before.in_operation is not after.in_operation else None
    unknown = Wording.UNKNOWN in (before.wording, after.wording)
    return Change.UNKNOWN if unknown and not uncertain else Change.POSSIBLE
