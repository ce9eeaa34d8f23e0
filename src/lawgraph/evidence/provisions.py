"""Every provision that a law is known ever to have had, in the order of the document.

Known are the provisions that an edition prints and those that an act is known to have inserted or excluded, printed or
not. "Article 55" in a footnote of a law with thirteen articles makes no provision; it is a finding.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lawgraph.evidence.placing import Place, places
from lawgraph.evidence.sources import Edition, LawSources, printed_tree
from lawgraph.law.eid import LAW, Eid, Kind, Tree
from lawgraph.law.model import Action, Amendment, Provision

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
