"""Every provision that a law is known ever to have had, in the order of the document.

Provisions stand where the newest source prints them. Numbers place only what it does not print: behind the last of its
kind that has a lower number in the same unit, else before the first that has a higher one, else behind whatever stands
lower. So an unnumbered part stays between the paragraphs where it is printed, and Annex 1 behind the last chapter.

Known are the provisions that an edition prints and those that an act is known to have inserted or excluded, printed or
not. "Article 55" in a footnote of a law with thirteen articles makes no provision; it is a finding.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lawgraph.evidence.sources import Edition, LawSources, printed_tree
from lawgraph.law.days import unknown_last
from lawgraph.law.eid import LAW, Eid, Kind, Order, Tree
from lawgraph.law.model import Action, Amendment, Provision

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


_MAKING = {Action.INSERTION, Action.EXCLUSION, Action.EXPIRY}
_NOT_PROVISIONS = {Kind.LAW, Kind.CONTENTS, Kind.INTRO}


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold one provision of a law apart from any day: its address, what encloses it, its place in its list.

    `chain` names all that encloses it, nearest first, ending with the law. What stands in an article that no edition
    prints is `adrift`: nothing above the article but the law is known. `place` is its place in the document.
    `inside_list` tells that an edition prints it with an ordinary number that is not the last of its list.
    """

    eid: Eid
    kind: Kind
    number: str | None
    chain: tuple[Eid, ...]
    has_parts: bool
    inside_list: bool
    place: Place = ()
    adrift: bool = False

    @property
    def habitual(self) -> bool:
        """Tell whether the habits of articles hold: a number used once, insertions as n-m."""
        return self.kind.divides or self.kind in (Kind.ARTICLE, Kind.ANNEX, Kind.PREAMBLE)

    @property
    def container(self) -> Eid | None:
        """The provision that must be there for this one to be there, `None` for articles and what stands above."""
        nearest = self.chain[0]
        divided = nearest.kind.divides and self.kind is not Kind.HEADING
        return None if nearest == LAW or divided else nearest

    def inside(self, target: Eid) -> bool:
        """Tell whether this provision lies strictly inside another, chapters included."""
        return target in self.chain

    def may_lie_in(self, target: Eid) -> bool:
        """Tell whether this provision may lie strictly inside another; one adrift may lie in any chapter or section."""
        return self.inside(target) or (self.adrift and target.kind.divides)

    def listed_with(self, target: Eid) -> bool:
        """Tell whether it stands in the list of a part or indent, or in one that does."""
        return target.kind.counted and any(each.kind is target.kind and each.parent == target.parent
                                           for each in (self.eid, *self.eid.ancestors))

    def moves_with(self, target: Eid) -> bool:
        """Tell whether it moves when a part or indent is brought or ended: a position in its list, or what follows."""
        return target.kind.counted and any(
            each.kind is target.kind and each.parent == target.parent and each.order >= target.order
            for each in (self.eid, *self.eid.ancestors))


def units(law: LawSources, amendments: Iterable[Amendment]) -> tuple[Unit, ...]:
    """Return every known provision in document order."""
    printed = {each.eid: each for edition in law.editions for each in edition.document.provisions}
    eids = set(printed) | _headings(law.editions)
    made = {each.target for each in amendments
            if each.action in _MAKING and each.target.kind not in _NOT_PROVISIONS}
    for eid in made:
        eids.update([eid, *(each for each in eid.ancestors if each.kind not in _NOT_PROVISIONS)])
    tree = printed_tree(law.editions)
    placed = tree.holding(eids)
    parts = {tree.above(eid)[0] for eid in eids if eid.kind is not Kind.HEADING and eid != "law"}
    inside = _inside_lists(printed.values(), tree)
    place = places(law, eids, placed)
    made_units = (Unit(eid, eid.kind, printed[eid].number if eid in printed else eid.number or None,
                       tree.above(eid), eid in parts, eid in inside, place[eid],
                       tree.above(eid) != placed.above(eid)) for eid in eids)
    return in_document_order(made_units)


def in_document_order(known: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return provisions in the order of the document."""
    return tuple(sorted(known, key=lambda each: each.place))


def _headings(editions: Iterable[Edition]) -> set[Eid]:
    found: set[Eid] = set()
    for edition in editions:
        found.update(each.eid.child(Kind.HEADING) for each in edition.document.provisions if each.heading)
        if edition.document.title:
            found.add(LAW.child(Kind.HEADING))
    return found


def _inside_lists(printed: Iterable[Provision], tree: Tree) -> set[Eid]:
    """Return the printed provisions whose ordinary number is not the last of their list."""
    lists: dict[tuple[str, Kind], list[Eid]] = defaultdict(list)
    for each in printed:
        if each.eid.number and not each.eid.inserted_number and not each.kind.counted:
            lists[tree.above(each.eid)[0], each.kind].append(each.eid)
    inside: set[Eid] = set()
    for listed in lists.values():
        last = max(eid.order for eid in listed)
        inside.update(eid for eid in listed if eid.order < last)
    return inside
