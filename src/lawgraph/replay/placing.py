"""What differs in a unit in whose lists without numbers places come or go: place by place, each with who changed it.

A place is no name: behind a part that is brought stands another one than before. What only moved is told with the first
instruction that moves others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawgraph.law.eid import Eid
from lawgraph.replay.applying import Applied
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.state import Node, Path, TreeChange, addresses_of, inside


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """Hold what stands at a place before and after an item, `None` where nothing does, and the instruction.

    What is restated may read as it did: where the text before is not the one that it was taken for, it has changed.
    """

    eid: Eid
    before: Node | None
    after: Node | None
    made: Instruction
    restated: bool = False


@dataclass(frozen=True, slots=True)
class _Done:
    """Hold the changes of one instruction within a unit."""

    made: Instruction
    plan: tuple[TreeChange, ...]

    def moves(self, path: Path) -> bool:
        """Tell whether it brings a place of a unit's list, or ends one."""
        return any((each.before is not None and each.path == path) or (each.new == () and each.path[:-1] == path)
                   for each in self.plan)

    def restated(self, law: Node) -> Iterator[Path]:
        """Give the units of which it prints a new text."""
        for each in self.plan:
            if each.new or each.own is not None:
                yield from (path for path, _ in law.at(each.path).walk(each.path) if each.before is None)


def differing(path: Path, law: Node, applied: Applied, instructions: Sequence[Instruction]) -> Iterator[PlaceChange]:
    """Give what differs in a unit of a law behind all instructions of an item."""
    done = [_Done(instructions[place], these) for place, plan in applied.plans.items()
            if (these := tuple(each for each in plan if each.path[:len(path)] == path))]
    first = next((each for each in done if each.moves(path)), done[0]).made
    eid = addresses_of(law)[path]
    there = {own: at for at, own in addresses_of(applied.law).items()}
    makers = _makers(path, law, done)
    if len(makers) != len(applied.law.at(there[eid]).parts):  # it was given numbers
        makers = [None] * len(applied.law.at(there[eid]).parts)
    before = {own: node for own, node in inside(law.at(path), eid) if not node.excluded}
    after = {own: node for own, node in inside(applied.law.at(there[eid]), eid) if not node.excluded}
    restated = {addresses_of(law)[each] for change in done for each in change.restated(law)}
    for own, node in after.items():
        if own not in before or own in restated or (before[own].text, before[own].heading) != (node.text, node.heading):
            child = there[own][len(there[eid]):][:1]
            maker = makers[child[0]] if child else next((each.made for each in done if any(
                change.path == path and change.before is None for change in each.plan)), None)
            yield PlaceChange(own, before.get(own), node, maker or first, own in restated)
    for own, node in before.items():
        if own not in after:
            yield PlaceChange(own, node, None, first)


def _makers(path: Path, law: Node, done: Sequence[_Done]) -> list[Instruction | None]:
    """Return for each part of a unit behind all instructions the first one that brought or changed it."""
    makers: list[Instruction | None] = []
    parts = law.at(path).parts
    for place in range(len(parts) + 1):
        makers += (each.made for each in done for change in each.plan
                   if (change.path, change.before) == (path, place) for _ in change.new or ())
        own = [(each.made, change) for each in done for change in each.plan
               if place < len(parts) and change.path[:len(path) + 1] == (*path, place)]
        if place < len(parts) and not any(change.new == () and len(change.path) == len(path) + 1 for _, change in own):
            makers.append(own[0][0] if own else None)
    return makers
