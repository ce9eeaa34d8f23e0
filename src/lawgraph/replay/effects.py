"""What an item does to a law, provision by provision, as facts tell of it: address, action, the wording that it quotes.

A change that facts cannot tell of exactly (a counted unit that shifts others, a first part with its list) is left out,
and the list is not whole then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawgraph.languages.amending import Sense
from lawgraph.law.eid import Eid
from lawgraph.law.model import Action
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import FormRow, Instruction
from lawgraph.replay.state import Node, Path, TreeChange, addresses_of, below, inside


@dataclass(frozen=True, slots=True)
class ToldEffect:
    """Hold what an instruction does to one provision, with its own wording afterwards where that is quoted."""

    eid: Eid
    action: Action
    made: Instruction
    later: str | None = None


def effects_of(instructions: Sequence[Instruction], law: Node, lang: str) -> tuple[tuple[ToldEffect, ...], bool]:
    """Return what is done to the law as it was before the item, and whether that is all."""
    applied = apply_item(instructions, law, lang)
    eids: dict[Path, Eid] = addresses_of(law)
    whole = not applied.refused
    found: list[ToldEffect] = []
    for place, made in enumerate(instructions):
        whole = whole and not (made.edit.throughout and place not in applied.plans)
        for change in applied.plans.get(place, ()):
            told = tuple(_effects(change, made, law, eids))
            whole = whole and bool(told)
            found += told
    return tuple(found), whole


def _effects(change: TreeChange, made: Instruction, law: Node, eids: dict[Path, Eid]) -> Iterator[ToldEffect]:
    node, eid = law.at(change.path), eids.get(change.path)
    if change.before is not None:
        yield from _insertions(change, made, node, eid)
    elif change.new is not None and eid is not None:
        yield from _replaced(change, made, node, eid)
    elif change.span is not None and change.own is None:
        restated = made.edit.verb is Sense.RESTATE
        action = Action.SUBSTITUTION if restated else Action.MODIFICATION
        within = "__heading" if change.heading else "__intro" if node.parts else ""
        yield ToldEffect(Eid(f"{eid or 'law'}{within}"), action, made,
                         change.words if restated and made.form is FormRow.RESTATE else None)


def _replaced(change: TreeChange, made: Instruction, node: Node, eid: Eid) -> Iterator[ToldEffect]:
    if node.kind.counted and not change.new:
        return  # those behind it move up
    if not change.new or change.new[0].excluded:
        yield ToldEffect(eid, Action.EXCLUSION, made)
        return
    before, after = dict(inside(node, eid)), dict(inside(change.new[0], eid))
    for own, new in after.items():
        held = own in before and not before[own].excluded
        yield from _brought(own, new, Action.SUBSTITUTION if held else Action.INSERTION, made)
    yield from (ToldEffect(own, Action.EXCLUSION, made) for own, old in before.items()
                if own not in after and not old.excluded)


def _brought(eid: Eid, new: Node, action: Action, made: Instruction) -> Iterator[ToldEffect]:
    yield ToldEffect(eid, action, made, new.text or "")
    if new.heading:
        yield ToldEffect(Eid(f"{eid}__heading"), action, made, new.heading)


def _insertions(change: TreeChange, made: Instruction, node: Node, eid: Eid | None) -> Iterator[ToldEffect]:
    place = change.before or 0
    if any(each.kind.counted for each in change.new or ()) and any(each.kind.counted for each in node.parts[place:]):
        return  # those behind it make room
    for new in change.new or ():
        for own, each in inside(new, below(node, eid, new, place)):
            yield from _brought(own, each, Action.INSERTION, made)
