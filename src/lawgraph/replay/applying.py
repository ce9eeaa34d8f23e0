"""Apply the instructions of one item to a law at once: all addresses are found in the law as it was before.

Two instructions that touch the same words, or one of which replaces what the other works on, are both refused: their
order is only that of print.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from lawgraph.law.eid import Kind
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.places import Unplaced
from lawgraph.replay.planning import Planner
from lawgraph.replay.rewording import Rewording
from lawgraph.replay.state import Node, Path, TreeChange, changed

_NUMBER_ONE = re.compile(r"1\.\s")


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
    refused |= dict.fromkeys(_overlapping(plans), "overlap")
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


def _overlapping(plans: Mapping[int, Sequence[TreeChange]]) -> Iterator[int]:
    """Give the instructions that collide: only changes of one node, or of what encloses it, can."""
    at: dict[Path, list[tuple[int, TreeChange]]] = defaultdict(list)
    for place, plan in plans.items():
        for change in plan:
            at[change.path].append((place, change))
    for path, here in at.items():
        around = [each for length in range(len(path)) for each in at.get(path[:length], ())]
        for (one, first), (other, second) in chain(combinations(here, 2), product(here, around)):
            together = one == other and first.before is not None and second.before is not None
            if not together and _meet(first, second):
                yield from (one, other)


def _meet(one: TreeChange, other: TreeChange) -> bool:
    """Tell whether two changes touch the same words, or one is inside what the other replaces."""
    if one.before is not None or other.before is not None:
        return _inserted_meet(one, other)
    for first, second in ((one, other), (other, one)):
        if first.new is not None and second.path[:len(first.path)] == first.path:
            return True
        if first.own is not None and second.path[:len(first.path)] == first.path and not second.heading:
            return True
    if one.path != other.path or one.heading is not other.heading or not one.span or not other.span:
        return False
    (start, end), (begin, stop) = one.seen or one.span, other.seen or other.span
    return max(start, begin) < min(end, stop) or begin < start == end < stop or start < begin == stop < end


def _inserted_meet(one: TreeChange, other: TreeChange) -> bool:
    """Tell whether a new unit lies inside what is replaced, or two new ones of one number fall on one place."""
    for first, second in ((one, other), (other, one)):
        inside = second.path[:len(first.path)] == first.path
        if first.before is None and (first.new is not None or first.own is not None) and inside:
            return True
        if first.before is not None and second.new == () and second.path[:-1] == first.path and _counted(first):
            return second.path[-1] < first.before  # which place an ordinal names is told in two ways then
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
        parts += sorted(inserted[place], key=lambda new: new.order)
        parts += _part(part, (*path, place), below[place])
    parts += sorted(inserted[len(node.parts)], key=lambda new: new.order)
    made = replace(node, text=reworded(node.text, [each for each in here if not each.heading]),
                   heading=reworded(node.heading, [each for each in here if each.heading]), parts=tuple(parts))
    own = next((each.own for each in here if each.own is not None), None)
    if own is None:
        return made
    later = tuple(part for part in made.parts if part.kind in (Kind.ALINEA, Kind.NOTE))
    return replace(made, text=own.text, parts=(*own.parts, *later))


def _part(part: Node, path: Path, changes: Sequence[TreeChange]) -> tuple[Node, ...]:
    whole = [each.new for each in changes if each.path == path and each.before is None and each.new is not None]
    if whole:
        return whole[0]
    return (_rebuilt(part, path, changes) if changes else part,)


def reworded(text: str | None, changes: Sequence[TreeChange]) -> str | None:
    """Put words in from the last place to the first; on one place in the order of print."""
    words = text or ""
    if not any(each.span for each in changes):
        return text
    behind = list(reversed(changes))
    behind.sort(key=lambda change: change.span or (0, 0), reverse=True)
    for each in behind:
        if each.span is not None:
            words = f"{words[:each.span[0]]}{each.words or ''}{words[each.span[1]:]}"
    return words.strip() or None
