"""Instructions that word several units at once, some of which start on days of their own: one for each unit.

Only units of one line each are parted: the paragraph of the act that a reference names is that unit then, and no other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawgraph.replay.instructions import ActItem, Instruction, QuotedWording, Start
from lawgraph.replay.starts import covers, holds_place
from lawgraph.replay.wordings import label_of


def parted(items: Sequence[ActItem], starts: Sequence[Start], lang: str) -> tuple[ActItem, ...]:
    """Return items with an instruction for each unit where a day of its own is told of some of its paragraphs."""
    return tuple(replace(item, instructions=tuple(
        each for made in item.instructions for each in _by_units(made, starts, lang))) for item in items)


def _by_units(made: Instruction, starts: Sequence[Start], lang: str) -> Iterator[Instruction]:
    own = [each.place for each in starts if each.place and holds_place(each.place, made.place)]
    units, brings = made.edit.new or made.edit.targets, bool(made.edit.new)
    lines = [(line, wording.span) for wording in made.wordings for line in wording.lines]
    first, last = made.place.paragraphs
    alone = len(units) == len(lines) == last - first and all(
        unit and unit[-1].number and label_of(line, unit[-1].level, lang) == unit[-1].number
        for unit, (line, _) in zip(units, lines, strict=True))
    if not own or covers(own, made) or not alone:
        yield made
        return
    for place, (unit, (line, span)) in enumerate(zip(units, lines, strict=True), first + 1):
        edit = replace(made.edit, new=(unit,)) if brings else replace(made.edit, targets=(unit,))
        # The line of the instruction goes with the first unit.
        yield replace(made, edit=edit, wordings=(QuotedWording((line,), span),), place=replace(
            made.place, paragraphs=(place - (place == first + 1), place)))
