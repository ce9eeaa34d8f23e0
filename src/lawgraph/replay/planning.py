"""Plan what instructions change in a law: every address is found in one state, before any of them is applied.

An instruction is invalid on a unit that is absent, or on a place that is full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.numerals import count
from lawgraph.law.eid import Kind
from lawgraph.replay import brought
from lawgraph.replay.addresses import Address, UnitStep
from lawgraph.replay.brought import NUMBERED
from lawgraph.replay.inserting import Bringing
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.places import NamedSlot, Reach, Unplaced, parts_of, place_of
from lawgraph.replay.rewording import Rewording
from lawgraph.replay.state import Node, TreeChange
from lawgraph.replay.words_in import sentence_in, without


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
        if edit.verb in (Sense.RESTATE_BY_ANNEX, Sense.RENUMBER):
            raise Unplaced("opaque_table" if edit.verb is Sense.RESTATE_BY_ANNEX else "renumbering")
        targets = self._meant(made)
        slots = [place_of(each, self.law) for each in targets]
        if any(slot.reach is Reach.ENTRY for slot in slots):
            return ()
        if edit.search or edit.put:
            return tuple(dict.fromkeys(change for slot in slots for change in self.rewording.changes(made, slot)))
        if edit.verb is Sense.SUPPLEMENT:
            return tuple(self._bringing.changes(made, slots))
        if edit.verb is Sense.RESTATE:
            return tuple(self._restatements(made, targets, slots))
        return tuple(self._removal(slot) for slot in slots)

    def _meant(self, made: Instruction) -> tuple[Address, ...]:
        """Return the targets, those within runs of numbers too; of two readings the one that the law allows."""
        if not made.instead:
            return self._runs(made.edit.targets)
        fits = [each for each in (made.edit.targets, made.instead) if self._may_be(made, each)]
        if len(fits) != 1:
            raise Unplaced("several_units" if fits else "absent_unit")
        return fits[0]

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
            slots = [place_of(each, self.law) for each in targets]
            return bool(tuple(self._bringing.changes(made, slots)))
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
        return TreeChange(slot.path, () if counted else (Node(node.kind, node.number, excluded=True),))

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
            nodes = brought.numbered(made.wordings, level, self.lang)
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
            return TreeChange(slot.path, words=brought.heading(lines, self.lang), span=(0, len(node.heading or "")),
                          heading=True)
        if slot.sentence:
            span = sentence_in(node.text or "", slot.sentence)
            if span is None or len(lines) != 1:
                raise Unplaced("absent_unit" if len(lines) == 1 else "unclear_wording")
            return TreeChange(slot.path, words=lines[0].strip(), span=span)
        if node.kind is Kind.NOTE:
            return TreeChange(slot.path, (replace(brought.note(lines, self.lang), number=node.number),))
        new = brought.part(lines, node.number, self.lang)
        later = any(part.kind is Kind.ALINEA for part in new.parts)
        if later and slot.reach is not Reach.ALL:
            raise Unplaced("unclear_wording")
        if slot.reach is Reach.OWN:
            if new.parts:
                raise Unplaced("unclear_wording")
            return TreeChange(slot.path, words=new.text, span=(0, len(node.text or "")))
        if slot.reach is Reach.FIRST:
            return TreeChange(slot.path, own=new)
        return TreeChange(slot.path, (replace(node, text=new.text, parts=new.parts),))
