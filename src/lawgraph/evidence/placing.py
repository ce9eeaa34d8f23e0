"""Where provisions stand in the document: in the order in which the newest source prints them.

Numbers place only what it does not print: behind the last of its kind that has a lower number in the same unit, else
before the first that has a higher one, else behind whatever stands lower. So an unnumbered part stays between the
paragraphs where it is printed, and Annex 1 behind the last chapter.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.days import unknown_last
from lawgraph.law.eid import Eid, Kind, Order, Tree

Step = tuple[int, int, Order]
Place = tuple[Step, ...]
_FIRST, _BEFORE, _PRINTED, _BEHIND = -1, -1, 0, 1
_Listed = list[tuple[Order, int]]


def places(law: LawSources, eids: Iterable[Eid], placed: Tree) -> Mapping[Eid, Place]:
    """Return the sort key of each provision for document order: what encloses it, outermost first, then itself."""
    printed = {each.eid: place for place, each in enumerate(_newest(law).document.provisions)} if law.editions else {}
    lists: dict[tuple[Eid, Kind | None], _Listed] = defaultdict(list)
    for eid, place in printed.items():
        above = placed.above(eid)[0]
        for kind in (eid.kind, None):
            lists[above, kind].append((eid.order, place))
    for listed in lists.values():
        listed.sort()
    steps: dict[Eid, Step] = {}

    def step(eid: Eid) -> Step:
        if eid not in steps:
            above = placed.above(eid)[0] if eid != "law" else eid
            steps[eid] = _step(eid, printed.get(eid), lists[above, eid.kind], lists[above, None])
        return steps[eid]

    return {eid: tuple(step(each) for each in (*reversed(placed.above(eid)[:-1]), eid)) for eid in eids}


def _step(eid: Eid, printed: int | None, alike: _Listed, all_there: _Listed) -> Step:
    if eid.kind is Kind.HEADING:
        return _FIRST, _PRINTED, eid.order
    if printed is not None:
        return printed, _PRINTED, ()
    listed = alike or all_there
    lower = bisect_left(listed, (eid.order, -1))
    if lower:
        return listed[lower - 1][1], _BEHIND, eid.order
    return (listed[0][1], _BEFORE, eid.order) if alike else (_FIRST, _BEHIND, eid.order)


def _newest(law: LawSources) -> Edition:
    """Return the newest edition, of the official ones where there are such."""
    return max(law.deciding_editions, key=lambda each: (unknown_last(each.day or each.retrieved), each.file))
