"""The difference of two days, provision by provision and word by word.

Law is compared by words, never by letters: "local" that becomes "regional" is one word replaced. Tokens are words
(with their inner hyphens and apostrophes, so that `4-1` and `aren't` stay whole), numbers with all that stands inside
them (`1,5`, `12 500`, `-5`, `1/3`), runs of white space and single signs; joined they give back the text, character for
character.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from lawgraph.law.amendments import Amendment, Scope
from lawgraph.law.days import add_days
from lawgraph.law.eid import Eid, Kind, Tree
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.timeline.consolidation import OnDay

_Piece = tuple[str, str]
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that are not seen in a word."""

_LETTERS = rf"(?:[^\W_]|[{UNSEEN}])+"
_THOUSANDS = r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d))[ \u00a0\u202f](?=\d{3}(?!\d))"
_JOINT = rf"(?:[-‑’']|(?<=\d)[.,:/](?=\d)|{_THOUSANDS})"
_TOKEN = re.compile(rf"\s+|(?:(?<![^\W_])[-−](?=\d))?{_LETTERS}(?:{_JOINT}{_LETTERS})*|[^\w\s]|_")


class ChangeKind(StrEnum):
    """How a stretch of words fared from one wording to the other."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Hold a stretch of words before and after; all `before` joined give the one text, all `after` the other."""

    kind: ChangeKind
    before: str
    after: str


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into words, white space and signs that join back to it."""
    return tuple(_TOKEN.findall(text))


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Compare two wordings; a phrase replaced word for word is one change, not one for each word."""
    changes = _coalesced(_stretches(_pieces(before), _pieces(after)))
    return tuple(_coalesced(part for change in changes for part in _trimmed(change)))


def _pieces(text: str) -> list[_Piece]:
    """Return the words and signs of a text, each with the white space before it; the last piece is the end."""
    pieces, space = [], ""
    for token in tokens(text):
        if token.isspace():
            space = token
        else:
            pieces.append((space, token))
            space = ""
    return [*pieces, (space, "")]


def _stretches(before: Sequence[_Piece], after: Sequence[_Piece]) -> Iterator[WordChange]:
    """Align words alone, since a space fits any other; white space is compared only before words that are equal."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (slow to load, and most commands compare nothing)

    # It compares hashes, and hashes of strings may collide: small numbers never do
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word, len(numbers)) for _, word in before[:-1]]
    new = [numbers.setdefault(word, len(numbers)) for _, word in after[:-1]]
    for code in Indel.opcodes(old, new):
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from _equal_words(gone, come)
        else:
            yield _word_change("".join(space + word for space, word in gone),
                               "".join(space + word for space, word in come))
    yield from _equal_words(before[-1:], after[-1:])


def _equal_words(before: Sequence[_Piece], after: Sequence[_Piece]) -> Iterator[WordChange]:
    for (old_space, word), (new_space, _) in zip(before, after, strict=True):
        yield _word_change(old_space, new_space)
        yield _word_change(word, word)


def _trimmed(change: WordChange) -> Iterator[WordChange]:
    """Give white space that opens both sides of a change to what stands before it."""
    shared = len(change.before) - len(change.before.lstrip())
    space = change.before[:shared]
    if change.kind is ChangeKind.REPLACED and space == change.after[: len(change.after) - len(change.after.lstrip())]:
        yield _word_change(space, space)
        yield _word_change(change.before[shared:], change.after[shared:])
    else:
        yield change


def _word_change(before: str, after: str) -> WordChange:
    if before == after:
        return WordChange(ChangeKind.EQUAL, before, after)
    kind = ChangeKind.REPLACED if before and after else ChangeKind.DELETED if before else ChangeKind.INSERTED
    return WordChange(kind, before, after)


def _coalesced(changes: Iterable[WordChange]) -> Iterator[WordChange]:
    """Join neighbours that are both equal or both changes."""
    told = (each for each in changes if each.before or each.after)
    for _, run in groupby(told, key=lambda each: each.kind is ChangeKind.EQUAL):
        held = tuple(run)
        yield _word_change("".join(each.before for each in held), "".join(each.after for each in held))


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
    """Hold how one provision differs between two days, with the acts in between.

    `also` are those of them that changed its words besides: neither brought it in nor took it away.
    """

    eid: Eid
    change: Change
    before: OnDay
    after: OnDay
    acts: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[WordChange, ...]:
        """The difference word by word, empty where either wording is not held."""
        if self.before.version.text is None or self.after.version.text is None:
            return ()
        return word_changes(self.before.version.text, self.after.version.text)


def compare_days(sides: tuple[Sequence[OnDay], Sequence[OnDay]], days: tuple[date, date],
                 changes: tuple[Sequence[Amendment], Tree], lives: Mapping[Eid, Sequence[Version]]
                 ) -> tuple[Difference, ...]:
    """Return how the answers for two days of a law differ, in document order, with the acts in between.

    A provision that none of them touched does not differ, even where its wording is not held; an act that no source
    names, or of which it is not read what it did, may have touched it.
    """
    if days[0] == days[1]:
        return ()
    amendments, tree = changes
    bearing = changes_bearing_on(acts_between(amendments, min(days), max(days)), tree)
    later = {each.place.eid: each for each in sides[1]}
    found = []
    for each in sides[0]:
        eid, other = each.place.eid, later.get(each.place.eid)
        told = _behind(bearing.get(eid, ()), lives.get(eid, ()))
        acts = tuple(dict.fromkeys(one.act_name for one in told if one.act_name))
        change = _change(each.version, other.version, told) if other else None
        if other and change:
            found.append(Difference(eid, change, each, other, acts, _besides(change, acts, lives.get(eid, ()))))
    return tuple(found)


def _besides(change: Change, acts: tuple[str, ...], life: Sequence[Version]) -> tuple[str, ...]:
    """Return the acts that only reworded what another one brought in, or took away."""
    borders = [(one, other) for one, other in pairwise(life)
               if Presence.NO in (one.in_operation, other.in_operation)]
    turning = {name for one, other in borders for name in (*one.ended_by, *other.introduced_by)}.intersection(acts)
    turned = change in (Change.INSERTED, Change.EXCLUDED) and turning
    return tuple(each for each in acts if each not in turning) if turned else ()


def _behind(changes: Iterable[Amendment], life: Sequence[Version]) -> tuple[Amendment, ...]:
    """Return changes without those that surely changed nothing of a provision."""
    return tuple(each for each in changes if not any(_passed(each, version) for version in life))


def _passed(change: Amendment, version: Version) -> bool:
    """Tell whether one sure answer holds from the day before an act can have begun to the day by which it had."""
    first, last = change.operative.earliest, change.operative.latest
    if first is None or last is None or change.operative.crossed:
        return False
    sure = version.in_operation is Presence.NO or version.wording is Wording.ATTESTED
    return sure and version.holds_on(add_days(first, -1)) and version.holds_on(last)


def acts_between(amendments: Sequence[Amendment], first: date, last: date) -> tuple[Amendment, ...]:
    """Return the amendments whose first day may lie after `first` and not after `last`."""
    return tuple(each for each in amendments
                 if each.operative.possibly_by(last) and not each.operative.certainly_by(first))


def changes_bearing_on(amendments: Sequence[Amendment], tree: Tree) -> Mapping[str, tuple[Amendment, ...]]:
    """Return for each provision the changes that may bear on it: its own, and those of what encloses it."""
    own: dict[str, list[int]] = defaultdict(list)
    reaching: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(amendments):
        target = each.target
        lead_in = target.parent if target.kind is Kind.INTRO else None
        own[lead_in or target].append(index)
        if each.scope is not Scope.OWN_TEXT and not lead_in:
            reaching[target].append(index)
    return {eid: tuple(amendments[index] for index in sorted({*own[eid], *(i for up in above for i in reaching[up])}))
            for eid, above in tree.chains.items()}


def _change(before: Version, after: Version, changes: Sequence[Amendment]) -> Change | None:
    presence = {before.in_operation, after.in_operation}
    if presence == {Presence.NO}:
        return None
    if Presence.NO in presence:
        if presence & _THERE:
            return Change.INSERTED if before.in_operation is Presence.NO else Change.EXCLUDED
        return Change.POSSIBLE
    return _reworded(before, after, changes) if changes or before.text != after.text else None


def _reworded(before: Version, after: Version, changes: Iterable[Amendment]) -> Change | None:
    """Tell how the wordings of two days compare where an act lies between them, or one may that nobody names."""
    uncertain = Presence.POSSIBLE in (before.in_operation, after.in_operation)
    if before.wording in _SURE and after.wording in _SURE:
        if before.text != after.text:
            return Change.CHANGED
        return Change.POSSIBLE if uncertain and before.in_operation is not after.in_operation else None
    named = any(each.act_name for each in changes)
    unknown = named and Wording.UNKNOWN in (before.wording, after.wording)
    return Change.UNKNOWN if unknown and not uncertain else Change.POSSIBLE
