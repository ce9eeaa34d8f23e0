"""Plan what the instructions of one item change in a law, and apply it at once.

All addresses are found in the law as it was before. An instruction is invalid on a unit that is absent, or on a place
that is full. Two instructions that touch the same words, or one of which replaces what the other works on, are both
refused: their order is only that of print.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.letters import count
from lawgraph.law.eid import Kind
from lawgraph.parsing.headings import read_heading
from lawgraph.replay import inserting
from lawgraph.replay.addresses import Address, UnitStep
from lawgraph.replay.inserting import NUMBERED, Bringing
from lawgraph.replay.instructions import BY_ANNEX, Instruction
from lawgraph.replay.rewording import Rewording, places_of, sentence_in, without
from lawgraph.replay.state import (
    NamedSlot,
    Node,
    Path,
    Reach,
    TreeChange,
    Unplaced,
    changed,
    parts_of,
    place_of,
    reworded,
)

_NEVER = {**dict.fromkeys(BY_ANNEX, "opaque_table"), Sense.RENUMBER: "renumbering"}
_NUMBER_ONE = re.compile(r"1\.\s")


@dataclass(frozen=True, slots=True)
class Planner:
    """Plan the instructions of one item on a law in one language."""

    law: Node
    lang: str
    rewording: Rewording

    def plan(self, made: Instruction) -> tuple[TreeChange, ...]:
        """Return the changes of an instruction; raise `Unplaced` where it cannot be applied."""
        edit = made.edit
        if edit.verb is Sense.UNCHANGED:
            return ()
        if edit.verb in _NEVER:
            raise Unplaced(_NEVER[edit.verb])
        if edit.inflected:
            raise Unplaced("inflected_words")
        targets = self._meant(made)
        slots = [place_of(each, self.law) for each in targets]
        if any(slot.reach is Reach.ENTRY for slot in slots):
            return ()
        if edit.search or edit.put:
            return tuple(dict.fromkeys(change for slot in slots for change in self.rewording.changes(made, slot)))
        if edit.verb is Sense.SUPPLEMENT:
            return self._behind(made, targets, tuple(self._bringing.changes(made, slots)))
        if edit.verb is Sense.RESTATE:
            return tuple(self._restatements(made, targets, slots))
        return tuple(self._removal(slot) for slot in slots)

    def _behind(self, made: Instruction, targets: Sequence[Address], brought: tuple[TreeChange, ...]
                ) -> tuple[TreeChange, ...]:
        """Return what is brought, where that is right behind the unit that is named; else nobody knows where it is."""
        behind = made.edit.behind
        if behind is None:
            return brought
        path = place_of((*targets[0], behind), self.law).path
        parts = self.law.at(path[:-1]).parts
        for each in brought:
            new = next(iter(each.new or ()), None)
            if new is None or new.kind.counted:
                continue  # its ordinal was told by that of the unit before it
            around, place = (each.path[:-1], each.path[-1]) if each.before is None else (each.path, each.before)
            between = parts[path[-1] + 1:place]
            if around != path[:-1] or place <= path[-1] or any(not part.excluded for part in between):
                raise Unplaced("absent_place")
        return brought

    def _meant(self, made: Instruction) -> tuple[Address, ...]:
        """Return the targets, those within runs of numbers too; of two readings the one that the law allows."""
        if not made.instead:
            return self._runs(made.edit.targets)
        fits = [each for each in (made.edit.targets, made.instead) if self._may_be(made, each)]
        if not fits or (len(fits) > 1 and not self._alike(made, *fits)):
            raise Unplaced("several_units" if fits else "absent_unit")
        return fits[0]

    def _alike(self, made: Instruction, one: tuple[Address, ...], other: tuple[Address, ...]) -> bool:
        """Tell whether new units come to the same place in both readings: "in part one of point 1" and "in point 1"."""
        return bool(made.edit.new) and self._brought(made, one) == self._brought(made, other)

    def _brought(self, made: Instruction, targets: Sequence[Address]) -> tuple[TreeChange, ...]:
        return tuple(self._bringing.changes(made, [place_of(each, self.law) for each in targets]))

    def _fits(self, targets: Sequence[Address]) -> bool:
        try:
            return all(place_of(each, self.law) for each in targets)
        except Unplaced as reason:
            return str(reason) == "unclear_paragraphs"

    def _may_be(self, made: Instruction, targets: tuple[Address, ...]) -> bool:
        """Tell whether units can be meant: they are there, or have one place or several for what is new."""
        if not made.edit.new:
            return self._fits(targets)
        try:
            return bool(self._brought(made, targets))
        except Unplaced as reason:
            return str(reason) == "several_units"

    def _runs(self, targets: Sequence[Address]) -> tuple[Address, ...]:
        found = list(dict.fromkeys(each for address in targets for each in self._run(address)))
        if len(found) > len(targets) and len({each[:-1] for each in found}) == 1:
            found.sort(key=lambda each: count(each[-1].number))
        return tuple(found)

    def _run(self, address: Address) -> Iterator[Address]:
        last = address[-1] if address else None
        if last and last.since and last.level in NUMBERED and last.number.replace("-", "").isdigit():
            slot = place_of(address[:-1], self.law)
            for _, each in self.law.at(slot.path).walk():
                between = each.kind is NUMBERED[last.level] and "-" in each.number and not each.excluded
                if between and count(last.since) < each.order < count(last.number):
                    yield (*address[:-1], UnitStep(last.level, each.number))
        yield address

    @property
    def _bringing(self) -> Bringing:
        return Bringing(self.law, self.lang, self.rewording.numbered)

    def _removal(self, slot: NamedSlot) -> TreeChange:
        node = self.law.at(slot.path)
        if slot.sentence:
            span = sentence_in(node.text or "", slot.sentence)
            if span is None:
                raise Unplaced("absent_unit")
            return TreeChange(slot.path, words="", span=without(node.text or "", *span))
        if slot.reach is Reach.HEADING:
            return TreeChange(slot.path, words="", span=(0, len(node.heading or "")), heading=True)
        if slot.reach in (Reach.OWN, Reach.FIRST):
            return self._first_gone(slot, node)
        counted = node.kind.counted or node.kind in (Kind.NOTE, Kind.PREAMBLE)
        stub = Node(node.kind, node.number, excluded=True, letter=node.letter)
        return TreeChange(slot.path, () if counted else (stub,))

    def _first_gone(self, slot: NamedSlot, node: Node) -> TreeChange:
        """Take the first part away: the second one is the first then."""
        parts = parts_of(slot, node)
        if not parts or slot.reach is Reach.OWN:
            raise Unplaced("unclear_parts")
        following = self.law.at(parts[0])
        rest = node.parts[parts[0][-1] + 1:]
        return TreeChange(slot.path, (replace(node, text=following.text, parts=(*following.parts, *rest)),))

    def _restatements(self, made: Instruction, targets: Sequence[Address],
                      slots: Sequence[NamedSlot]) -> Iterator[TreeChange]:
        level = targets[0][-1].level if targets[0] else Level.LAW
        kinds = {self.law.at(slot.path).kind for slot in slots}
        whole = all(slot.reach is Reach.ALL and not slot.sentence for slot in slots)
        if whole and level is Level.PART and kinds == {Kind.PARAGRAPH}:
            level = Level.PARAGRAPH
        if whole and level in NUMBERED:
            nodes = inserting.numbered(made.wordings, level, self.lang)
            if [node.number for node in nodes] != [self.law.at(slot.path).number for slot in slots]:
                raise Unplaced("numbers_differ")
            yield from (TreeChange(slot.path, (node,)) for slot, node in zip(slots, nodes, strict=True))
            return
        blocks = [each.lines for each in made.wordings]
        if len(blocks) != len(slots):
            blocks = [(line,) for block in blocks for line in block]
        if len(blocks) == len(slots) + 1 and slots[0].reach is Reach.HEADING:
            blocks = [(*blocks[0], *blocks[1]), *blocks[2:]]
        if len(blocks) != len(slots):
            raise Unplaced("unclear_wording")
        yield from (self._restated(slot, block) for slot, block in zip(slots, blocks, strict=True))

    def _restated(self, slot: NamedSlot, lines: tuple[str, ...]) -> TreeChange:
        node = self.law.at(slot.path)
        if slot.reach is Reach.HEADING:
            told = read_heading(lines[0], self.lang)
            if told and told.number and told.number != node.number:
                raise Unplaced("numbers_differ")
            return TreeChange(slot.path, words=inserting.heading(lines, self.lang), span=(0, len(node.heading or "")),
                          heading=True)
        if slot.sentence:
            span = sentence_in(node.text or "", slot.sentence)
            if span is None or len(lines) != 1:
                raise Unplaced("absent_unit" if len(lines) == 1 else "unclear_wording")
            return TreeChange(slot.path, words=lines[0].strip(), span=span)
        if node.kind is Kind.NOTE:
            return TreeChange(slot.path, (replace(inserting.note(lines, self.lang), number=node.number),))
        new = inserting.part(lines, node.number, self.lang)
        if inserting.holds_parts(new) and (slot.reach is not Reach.ALL or node.kind.counted):
            raise Unplaced("unclear_wording")
        if slot.reach is Reach.OWN:
            if new.parts:
                raise Unplaced("unclear_wording")
            return TreeChange(slot.path, words=new.text, span=(0, len(node.text or "")))
        if slot.reach is Reach.FIRST:
            return TreeChange(slot.path, own=new)
        return TreeChange(slot.path, (replace(node, text=new.text, parts=new.parts),))


@dataclass(frozen=True, slots=True)
class Applied:
    """Hold a law after an item, what was changed, and why not, by the place of each instruction in the item."""

    law: Node
    refused: dict[int, str]
    plans: dict[int, tuple[TreeChange, ...]]


def apply_item(instructions: Sequence[Instruction], law: Node, lang: str) -> Applied:
    """Return a law as the instructions of an item leave it."""
    refused = {place: each.refused for place, each in enumerate(instructions) if each.refused}
    rewording = Rewording(law)
    planner = Planner(law, lang, rewording)
    for place, made in enumerate(instructions):
        if place not in refused:
            rewording.claim(made)
    plans: dict[int, tuple[TreeChange, ...]] = {}
    for place, made in enumerate(instructions):
        if place not in refused:
            try:
                plans[place] = planner.plan(made)
            except Unplaced as reason:
                refused[place] = str(reason)
    held = dict.fromkeys((*_overlapping(plans, law), *_spoken_of(instructions, law, refused, plans)), "overlap")
    refused |= {place: why for place, why in held.items() if place in plans}
    plans = {place: plan for place, plan in plans.items() if place not in refused}
    kept = [change for plan in plans.values() for change in plan]
    numbered = [each.path for each in kept if each.words and _NUMBER_ONE.match(each.words)]
    return Applied(_opened(_rebuilt(law, (), kept), numbered), refused, plans)


def _opened(law: Node, paths: Sequence[Path]) -> Node:
    """Number what "1." was put before: the only part of an article becomes its first paragraph."""
    for path in paths:
        article = law.at(path)
        match = _NUMBER_ONE.match(article.text or "")
        if article.kind is Kind.ARTICLE and match and article.text:
            outside = (Kind.PARAGRAPH, Kind.NOTE)
            own = tuple(part for part in article.parts if part.kind not in outside)
            first = Node(Kind.PARAGRAPH, "1", text=article.text[match.end():], parts=own)
            rest = tuple(part for part in article.parts if part.kind in outside)
            law = changed(law, path, (replace(article, text=None, parts=(first, *rest)),))
    return law


def _spoken_of(instructions: Sequence[Instruction], law: Node, refused: Iterable[int],
               plans: Mapping[int, Sequence[TreeChange]]) -> Iterator[int]:
    """Give the instructions that make anew what one that is refused may speak of as they leave it."""
    whole: dict[Path, list[int]] = defaultdict(list)
    inside: dict[Path, list[int]] = defaultdict(list)
    new: dict[Address, list[int]] = defaultdict(list)
    for place, plan in plans.items():
        for path in {each.path for each in plan if each.before is None and (each.new, each.own) != (None, None)}:
            whole[path].append(place)
            for length in range(len(path)):
                inside[path[:length]].append(place)
        for address in _brought(instructions[place]):
            new[address].append(place)
    for made in (instructions[place] for place in refused):
        for address in (*made.edit.targets, *made.instead, *_brought(made)):
            path = _nearest(address, law)
            yield from (place for length in range(len(path) + 1) for place in whole.get(path[:length], ()))
            yield from (place for length in range(len(address) + 1) for place in new.get(address[:length], ()))
            yield from (place for place in inside.get(path, ()) if _quotes(instructions[place], made.edit.search))


def _brought(made: Instruction) -> Iterator[Address]:
    yield from ((*target, *new) for target, new in product(made.edit.targets, made.edit.new))


def _nearest(address: Address, law: Node) -> Path:
    """Return the path of the innermost unit of an address that is there."""
    for length in range(len(address), 0, -1):
        try:
            return place_of(address[:length], law).path
        except Unplaced:
            continue
    return ()


def _quotes(made: Instruction, searched: Sequence[str]) -> bool:
    """Tell whether the wording of an instruction has words that another one searches for."""
    lines = [line for each in made.wordings for line in each.lines]
    return any(any(places_of(words, line)) for words in searched for line in lines)


def _overlapping(plans: Mapping[int, Sequence[TreeChange]], law: Node) -> Iterator[int]:
    """Give the instructions that collide: only changes of one node, or of what encloses it, can."""
    at: dict[Path, list[tuple[int, TreeChange]]] = defaultdict(list)
    for place, plan in plans.items():
        for change in plan:
            at[change.path].append((place, change))
    for path, here in at.items():
        around = [each for length in range(len(path)) for each in at.get(path[:length], ())]
        for (one, first), (other, second) in chain(combinations(here, 2), product(here, around)):
            together = one == other and first.before is not None and second.before is not None
            if not together and _meet(first, second, law):
                yield from (one, other)


def _meet(one: TreeChange, other: TreeChange, law: Node) -> bool:
    """Tell whether two changes touch the same words, or one is inside what the other replaces."""
    if one.before is not None or other.before is not None:
        return _inserted_meet(one, other, law)
    for first, second in ((one, other), (other, one)):
        if first.new is not None and second.path[:len(first.path)] == first.path:
            return True
        if first.own is not None and second.path[:len(first.path)] == first.path and not second.heading:
            return True
    if one.path != other.path or one.heading is not other.heading or not one.span or not other.span:
        return False
    (start, end), (begin, stop) = one.seen or one.span, other.seen or other.span
    return max(start, begin) < min(end, stop) or begin < start == end < stop or start < begin == stop < end


def _inserted_meet(one: TreeChange, other: TreeChange, law: Node) -> bool:
    """Tell whether a new unit lies inside what is replaced, or two new ones of one number fall on one place."""
    for first, second in ((one, other), (other, one)):
        inside = second.path[:len(first.path)] == first.path
        if first.before is None and (first.new is not None or first.own is not None) and inside:
            return True
        if first.before is not None and second.new == () and second.path[:-1] == first.path and _counted(first):
            # Which place an ordinal names is told in two ways then; behind all others, in one.
            return second.path[-1] < first.before < len(law.at(first.path).parts)
    if one.before is None or other.before is None or one.path != other.path or not one.new or not other.new:
        return False
    return (_counted(one) and _counted(other)) or (
        one.before == other.before and one.new[0].order == other.new[0].order != ())


def _counted(change: TreeChange) -> bool:
    return any(each.kind.counted for each in change.new or ())


def _rebuilt(node: Node, path: Path, changes: Sequence[TreeChange]) -> Node:
    """Return a node with the changes in it and below."""
    here = [each for each in changes if each.path == path and each.before is None]
    inserted: dict[int, list[Node]] = defaultdict(list)
    for each in changes:
        if each.path == path and each.before is not None:
            inserted[each.before] += each.new or ()
    below: dict[int, list[TreeChange]] = defaultdict(list)
    for each in changes:
        if len(each.path) > len(path):
            below[each.path[len(path)]].append(each)
    parts: list[Node] = []
    for place, part in enumerate(node.parts):
        parts += sorted(inserted[place], key=_listed)
        parts += _part(part, (*path, place), below[place])
    parts += sorted(inserted[len(node.parts)], key=_listed)
    made = replace(node, text=reworded(node.text, [each for each in here if not each.heading]),
                   heading=reworded(node.heading, [each for each in here if each.heading]), parts=tuple(parts))
    own = next((each.own for each in here if each.own is not None), None)
    if own is None:
        return made
    later = tuple(part for part in made.parts if part.kind in (Kind.ALINEA, Kind.NOTE))
    return replace(made, text=own.text, parts=(*own.parts, *later))


def _listed(new: Node) -> tuple[bool, tuple[int, ...]]:
    """Sort key of units that are brought to one place: a part comes behind the list."""
    return new.kind is Kind.ALINEA, new.order


def _part(part: Node, path: Path, changes: Sequence[TreeChange]) -> tuple[Node, ...]:
    whole = [each.new for each in changes if each.path == path and each.before is None and each.new is not None]
    if whole:
        return whole[0]
    return (_rebuilt(part, path, changes) if changes else part,)
