"""What an item does to a law, provision by provision, as facts tell of it: address, action, the wording that it quotes.

Words exchanged are told as they change a text: "where it read X before, it reads Y then". What cannot be applied is
told of the article that it surely stays in; where no such article is known, the list is not whole.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lawgraph.languages.amending import Level, Sense
from lawgraph.law.acts import ChangedWords
from lawgraph.law.amendments import Action, Scope
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.replay.addresses import Address
from lawgraph.replay.applying import Applied, apply_item
from lawgraph.replay.forms import FormRow
from lawgraph.replay.inflected import but_for, left_alone
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.placing import PlaceChange, differing
from lawgraph.replay.rewording import begins_otherwise, places_of, texts_in
from lawgraph.replay.state import (
    NamedSlot,
    Node,
    Path,
    Reach,
    TreeChange,
    Unplaced,
    addresses_of,
    below,
    inside,
    place_of,
    reworded,
)
from lawgraph.replay.told import ToldEffect, ToldItem

_REVERSIBLE = {FormRow.PUT_BESIDE, FormRow.REPLACE, FormRow.APPEND}
_AROUND = {Level.ARTICLE, Level.ANNEX}
_DIVIDING = {Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER}
_WORDS = {FormRow.PUT_BESIDE, FormRow.REPLACE, FormRow.STRIKE_WORDS, FormRow.APPEND, FormRow.PAIRS}


def effects_of(instructions: Sequence[Instruction], law: Node, lang: str) -> ToldItem:
    """Return what is done at one moment to the law as it was before."""
    applied = apply_item(instructions, law, lang)
    words: dict[tuple[Path, bool], list[TreeChange]] = defaultdict(list)
    for each in (each for plan in applied.plans.values() for each in plan if each.span is not None):
        words[each.path, each.heading].append(each)
    return _Telling(law, lang, tuple(instructions), applied, {(): LAW, **addresses_of(law)}, words).told()


def article_of(made: Instruction, law: Node) -> Eid | None:
    """Return the article or annex in which an instruction stays whatever it means, `None` where none is known."""
    around = [_upto(each) for each in (*made.edit.targets, *made.instead)]
    inner = made.edit.verb is Sense.RESTATE_BY_ANNEX or made.form in _WORDS or all(
        each and each[-1].level not in _AROUND for each in made.edit.new or made.edit.targets)
    if not inner or not all(around) or any(each[-1].since for each in around):
        return None
    try:
        paths = {place_of(each, law).path for each in around}
    except Unplaced:
        return None
    return addresses_of(law)[paths.pop()] if len(paths) == 1 else None


def _upto(address: Address) -> Address:
    """Return the part of an address down to the article or annex, nothing where it names none."""
    found = next((place for place, step in enumerate(address) if step.level in _AROUND), None)
    return address[:found + 1] if found is not None else ()


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tell what was planned of one law before an item, in one language."""

    law: Node
    lang: str
    instructions: tuple[Instruction, ...]
    applied: Applied
    eids: Mapping[Path, Eid]
    words: Mapping[tuple[Path, bool], Sequence[TreeChange]]

    def told(self) -> ToldItem:
        moved = self._moved()
        unclear = {article_of(self.instructions[place], self.law) for place in self.applied.refused}
        known = () if None in unclear else [path for path in moved if self.eids[path].outermost not in unclear
                                            and len({each.ends for each in self._upon(path)}) == 1]
        whole, found, held_back, inflected = True, list[ToldEffect](), set[Eid | None](), list[ToldEffect]()
        anew = {eid.kind for eid, count in Counter(self.eids.values()).items() if count > 1 and eid.kind.divides}
        for place, made in enumerate(self.instructions):
            plan = self.applied.plans.get(place)
            effects = None if plan is None else self._with_lists(made, plan, moved, known)
            if effects is None and self.applied.refused.get(place) == "inflected_words":
                effects = self._inflected(made)
                inflected += effects or ()
            if effects is None and made.edit.verb is Sense.BRING_BY_ANNEX:
                effects = self._new_annexes(made)
            if effects is None or any(each.eid.outermost.kind in anew for each in effects):
                # A chapter whose number several sections have is told by the tree, and not by an address made from it.
                article = article_of(made, self.law)
                whole = whole and article is not None
                held_back.add(article)
                effects = () if article is None else (
                    ToldEffect(article, Action.MODIFICATION, made, reach=Scope.SOMEWHERE),)
            found += effects
        sure = (each if each in inflected else but_for(each, inflected, self.lang) for each in found)
        return ToldItem(tuple(_but_for(each, held_back) for each in sure), whole, self.applied.refused)

    def _new_annexes(self, made: Instruction) -> tuple[ToldEffect, ...] | None:
        """Return the annexes that are brought, worded in one of the act; `None` where one may be there already."""
        steps = [each[0] for each in made.edit.new if len(each) == 1 and each[0].level is Level.ANNEX]
        eids = [Eid(str(each)) for each in steps if each.number]
        new = made.edit.targets == ((),) and len(eids) == len(made.edit.new) and not {*eids} & {*self.eids.values()}
        return tuple(ToldEffect(eid, Action.INSERTION, made) for eid in eids) if new else None

    def _inflected(self, made: Instruction) -> tuple[ToldEffect, ...] | None:
        """Return where words change that are meant in all their cases, with all that has none of them."""
        try:
            slots = [place_of(each, self.law) for each in made.edit.targets]
            return tuple(self._inflected_in(slot, made) for slot in slots)
        except Unplaced:
            return None

    def _inflected_in(self, slot: NamedSlot, made: Instruction) -> ToldEffect:
        if slot.reach is not Reach.ALL:
            raise Unplaced("several_units")
        eid = self.eids[slot.path]
        action = Action.TEXT_SUBSTITUTION if eid == LAW else Action.MODIFICATION
        pairs = (*left_alone(made.edit, slot, self.law, self.eids, self.lang), *(
            each for each in self._untouched(slot, made) if not each.earlier))
        return ToldEffect(eid, action, made, reach=None if eid == LAW else Scope.WORDS, rewordings=pairs)

    def _moved(self) -> tuple[Path, ...]:
        """Return the outermost units in whose lists without numbers places come or go, or that are given numbers."""
        every = [each for plan in self.applied.plans.values() for each in plan]
        moved = {each.path for each in every if each.words and each.words.startswith("1. ")}
        brought = [each for each in every if each.before is not None and _counted(each.new)]
        alone = {each.path for each in brought if self._appends(each)} - {
            path for path, times in Counter(each.path for each in brought).items() if times > 1}
        moved |= {each.path for each in brought} - alone
        moved |= {each.path[:-1] for each in every if each.new == () and self.law.at(each.path).kind.counted}
        return tuple(path for path in sorted(moved) if not any(path[:length] in moved for length in range(len(path))))

    def _appends(self, change: TreeChange) -> bool:
        """Tell whether one new place comes behind all others of its list."""
        behind = self.law.at(change.path).parts[change.before or 0:]
        return len(change.new or ()) == 1 and not any(each.kind.counted for each in behind)

    def _with_lists(self, made: Instruction, plan: Sequence[TreeChange], moved: Sequence[Path], known: Collection[Path]
                    ) -> tuple[ToldEffect, ...] | None:
        """Return the effects of an instruction; with the first on a unit whose lists move it is told what differs."""
        within = [next((path for path in moved if each.path[:len(path)] == path), None) for each in plan]
        if not any(path is not None for path in within):
            return self._of(made, plan)
        if not all(path in known for path in within):
            return None
        first = (path for path in dict.fromkeys(within) if path is not None and self._first_in(path) is plan)
        return tuple(effect for path in first for effect in self._differing(path))

    def _upon(self, path: Path) -> Iterator[Instruction]:
        """Give the instructions that change anything in a unit."""
        yield from (self.instructions[place] for place, plan in self.applied.plans.items()
                    if any(each.path[:len(path)] == path for each in plan))

    def _first_in(self, path: Path) -> Sequence[TreeChange]:
        return next(plan for plan in self.applied.plans.values() if any(each.path[:len(path)] == path for each in plan))

    def _differing(self, path: Path) -> Iterator[ToldEffect]:
        """Give what differs in a unit after all instructions, place by place."""
        for each in differing(path, self.law, self.applied, self.instructions):
            if each.after is None:
                yield ToldEffect(each.eid, Action.EXCLUSION, each.made)
            elif each.before is None:
                yield from _brought(each.eid, each.after, Action.INSERTION, each.made, inner=False)
            else:
                yield from self._differs(each, each.before, each.after)

    def _differs(self, change: PlaceChange, before: Node, after: Node) -> Iterator[ToldEffect]:
        eid = change.eid
        for at, old, new in ((eid, before.text, after.text), (eid.child(Kind.HEADING), before.heading, after.heading)):
            if old != new or (new and change.restated):
                pair = ChangedWords(at, self.lang, old or "", new or "", reversible=False)
                place = eid.child(Kind.INTRO) if at == eid and (before.parts or after.parts) else at
                yield ToldEffect(place, Action.MODIFICATION, change.made, rewordings=(pair,))

    def _of(self, made: Instruction, plan: Sequence[TreeChange]) -> tuple[ToldEffect, ...] | None:
        """Return the effects of one instruction, `None` where they can't be told exactly."""
        if made.edit.verb is Sense.UNCHANGED:
            return self._unchanged(made)
        if any(each.words and each.words.startswith("1. ") for each in plan):
            return None
        if made.edit.search or made.edit.put:
            return self._exchanged(made)
        return tuple(effect for each in plan for effect in self._structural(each, made))

    def _unchanged(self, made: Instruction) -> tuple[ToldEffect, ...] | None:
        try:
            slots = [place_of(each, self.law) for each in made.edit.targets]
        except Unplaced:
            return None
        return tuple(ToldEffect(_named(self.eids[slot.path], slot, self.law), Action.MODIFICATION, made, unchanged=True)
                     for slot in slots)

    def _exchanged(self, made: Instruction) -> tuple[ToldEffect, ...] | None:
        told = [self._exchanged_in(place_of(target, self.law), made) for target in made.edit.targets]
        return None if None in told else tuple(each for effects in told for each in effects or ())

    def _exchanged_in(self, slot: NamedSlot, made: Instruction) -> tuple[ToldEffect, ...] | None:
        eid = self.eids[slot.path]
        if slot.reach is Reach.ENTRY:
            return ()
        if slot.reach is not Reach.HEADING and eid.kind.divides:
            return None
        texts = tuple(texts_in(self.law, slot, everywhere=made.edit.throughout))
        # Whether a word that is meant everywhere is meant at the beginning of a sentence too, nobody knows.
        pairs = tuple(self._pair(path, text, made, heading=heading) for path, heading, text in texts
                      if not made.edit.throughout or not (_may_begin(made.edit.search, text) or (
                          heading and path == slot.path and self._is_apart(slot, made, text))))
        untouched = (*self._untouched(slot, made), *self._new(eid, made)) if slot.reach is not Reach.HEADING else ()
        if eid == LAW and slot.reach is not Reach.HEADING:
            return (ToldEffect(LAW, Action.TEXT_SUBSTITUTION, made, rewordings=(*pairs, *untouched)),)
        headed = slot.reach is Reach.ALL and _may_mean(made, self.law.at(slot.path).heading or "")
        if len(texts) > 1 or not pairs or headed:
            return (ToldEffect(eid, Action.MODIFICATION, made, reach=Scope.WORDS, rewordings=(*pairs, *untouched)),)
        only = next((path for path, at in self.eids.items() if at == pairs[0].eid), None)
        within = pairs[0].eid.child(Kind.INTRO) if only and self.law.at(only).parts else pairs[0].eid
        return (ToldEffect(within, Action.MODIFICATION, made, rewordings=pairs),)

    def _is_apart(self, slot: NamedSlot, made: Instruction, heading: str) -> bool:
        """Tell whether words in the heading of a text may not be meant: both are named where both are."""
        named = any(NamedSlot(slot.path, Reach.HEADING) == place_of(each, self.law) for each in made.edit.targets)
        return slot.reach is not Reach.HEADING and not named and _may_mean(made, heading)

    def _untouched(self, slot: NamedSlot, made: Instruction) -> Iterator[ChangedWords]:
        """Give what has no words, and the headings in which no word of an edit of texts may be meant."""
        for path, node in self.law.at(slot.path).walk(slot.path):
            if not node.text and not node.excluded:
                yield ChangedWords(self.eids[path], self.lang, "", "", reversible=True)
            if node.heading and not made.edit.throughout and not _may_mean(made, node.heading):
                own = self.eids[path].child(Kind.HEADING)
                yield ChangedWords(own, self.lang, node.heading, node.heading, reversible=True)

    def _new(self, within: Eid, made: Instruction) -> Iterator[ChangedWords]:
        """Give what the item brings in a unit, where no word of an edit may be meant in it."""
        moved = self._moved()
        brought = (each for plan in self.applied.plans.values() for change in plan
                   if change.before is not None and change.path not in moved for each in self._structural(change, made))
        yield from (ChangedWords(each.eid, self.lang, each.later, each.later, reversible=False) for each in brought
                    if each.later is not None and (within == LAW or each.eid.within(within))
                    and not _may_mean(made, each.later))

    def _pair(self, path: Path, text: str, made: Instruction, *, heading: bool) -> ChangedWords:
        changes = self.words.get((path, heading), [])
        after = reworded(text, changes) or ""
        eid = self.eids[path].child(Kind.HEADING) if heading else self.eids[path]
        return ChangedWords(eid, self.lang, text, after, reversible=_reversible(made, text, after, changes))

    def _structural(self, change: TreeChange, made: Instruction) -> Iterator[ToldEffect]:
        node, eid = self.law.at(change.path), self.eids[change.path]
        if change.before is not None:
            for new in change.new or ():
                top = below(node, None if eid == LAW else eid, new, change.before)
                division = eid if node.kind.divides and self._is_inside(change, made) else None
                within = dict(_divisions(new, top, division))
                yield from (replace(effect, within=within.get(effect.eid)) for own, each in inside(new, top)
                            for effect in _brought(own, each, Action.INSERTION, made, inner=own != top))
        elif change.new is not None:
            yield from _replaced(node, change.new, eid, made)
        elif change.own is not None:
            first = replace(node, parts=tuple(part for part in node.parts if part.kind not in (Kind.ALINEA, Kind.NOTE)))
            yield ToldEffect(eid.child(Kind.INTRO), Action.SUBSTITUTION, made, change.own.text or "")
            yield from (replace(each, inner=True) for each in _renewed(first, change.own, eid, made) if each.eid != eid)
        else:
            yield self._own_words(change, node, eid, made)

    def _is_inside(self, change: TreeChange, made: Instruction) -> bool:
        """Tell whether a place is surely in a division: it is named, or more of it follows."""
        named = all(any(step.level in _DIVIDING for step in target) for target in made.edit.targets)
        following = self.law.at(change.path).parts[change.before or 0:]
        return named or any(each.kind is Kind.ARTICLE for each in following)

    def _own_words(self, change: TreeChange, node: Node, eid: Eid, made: Instruction) -> ToldEffect:
        own = node.heading if change.heading else node.text
        place = eid.child(Kind.HEADING) if change.heading else eid.child(Kind.INTRO) if node.parts else eid
        if made.edit.verb is Sense.RESTATE and change.span == (0, len(own or "")):
            return ToldEffect(place, Action.SUBSTITUTION, made, change.words or "")
        if change.heading and not own:
            return ToldEffect(place, Action.INSERTION, made, change.words or "")
        if change.heading and not change.words:
            return ToldEffect(place, Action.EXCLUSION, made)
        text = own or ""
        at = eid.child(Kind.HEADING) if change.heading else eid
        changes = self.words.get((change.path, change.heading), [])
        pair = ChangedWords(at, self.lang, text, reworded(text, changes) or "", reversible=False)
        return ToldEffect(place, Action.MODIFICATION, made, rewordings=(pair,))


def _may_begin(searched: Sequence[str], text: str) -> bool:
    """Tell whether a word stands in a text with the other first letter, and is not searched for so."""
    return any(begins_otherwise(each, text) for each in searched
               if f"{each[:1].swapcase()}{each[1:]}" not in searched)


def _may_mean(made: Instruction, heading: str) -> bool:
    """Tell whether words that are searched for in what a heading stands over may be those of the heading."""
    return any(
        begins_otherwise(each, heading) or any(places_of(each, heading)) for each in made.edit.search)


def _but_for(effect: ToldEffect, held_back: Container[Eid | None]) -> ToldEffect:
    """Return an effect without the words that it gives where another is held back, which may have changed them too."""
    if None in held_back or effect.eid.outermost in held_back:
        return replace(effect, later=None, rewordings=(), unchanged=False)
    return replace(effect, rewordings=tuple(each for each in effect.rewordings if each.eid.outermost not in held_back))


def _named(eid: Eid, slot: NamedSlot, law: Node) -> Eid:
    if slot.reach is Reach.HEADING:
        return eid.child(Kind.HEADING)
    return eid.child(Kind.INTRO) if slot.reach is Reach.OWN and law.at(slot.path).parts else eid


def _reversible(made: Instruction, before: str, after: str, changes: Sequence[TreeChange]) -> bool:
    """Tell whether the words after can come from no other words before."""
    edit = made.edit
    if not changes:
        return bool(edit.put) and not any(put and any(places_of(put, after)) for put in edit.put)
    if len(changes) != 1 or made.form not in _REVERSIBLE or len(edit.put) != 1 or len(edit.search) > 1:
        return False
    once = len(list(places_of(edit.put[0], after))) == 1
    return once and all(len(list(places_of(each, before))) == 1 for each in edit.search)


def _replaced(node: Node, new: tuple[Node, ...], eid: Eid, made: Instruction) -> Iterator[ToldEffect]:
    if not new or new[0].excluded:
        yield ToldEffect(eid, Action.EXCLUSION, made)
    else:
        yield from _renewed(node, new[0], eid, made)


def _renewed(node: Node, new: Node, eid: Eid, made: Instruction) -> Iterator[ToldEffect]:
    before, after, within = dict(inside(node, eid)), dict(inside(new, eid)), dict(_divisions(new, eid, None))
    for own, each in after.items():
        action = Action.SUBSTITUTION if own in before and not before[own].excluded else Action.INSERTION
        yield from (replace(effect, within=within.get(effect.eid))
                    for effect in _brought(own, each, action, made, inner=own != eid))
    gone = {own for own, old in before.items() if own not in after and not old.excluded}
    yield from (ToldEffect(own, Action.EXCLUSION, made, inner=True) for own in before
                if own in gone and own.parent not in gone)


def _divisions(node: Node, own: Eid, within: Eid | None) -> Iterator[tuple[Eid, Eid | None]]:
    """Give a node and all inside it with the divisions that they directly stand in."""
    yield own, within
    for place, part in enumerate(node.parts):
        yield from _divisions(part, below(node, own, part, place), own if node.kind.divides else None)


def _brought(eid: Eid, new: Node, action: Action, made: Instruction, *, inner: bool) -> Iterator[ToldEffect]:
    yield ToldEffect(eid, action, made, new.text or "", inner=inner)
    if new.heading:
        yield ToldEffect(eid.child(Kind.HEADING), action, made, new.heading, inner=True)


def _counted(nodes: Iterable[Node] | None) -> bool:
    return any(each.kind.counted for each in nodes or ())
