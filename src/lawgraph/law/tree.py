"""What encloses what in one law: by addresses, and by where editions print divisions and articles.

An address tells what it stands in as far as its own steps reach; in which chapter an article stands, only an edition
tells. Every question is answered from chains that are made once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lawgraph.law.eid import LAW, Eid, Kind


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold the provisions of a law in their order, each with all that encloses it, nearest first, the law last.

    `printed` tells in what an edition prints a provision; `parts` names what lies inside each, in order.
    """

    printed: Mapping[Eid, Eid]
    chains: Mapping[Eid, tuple[Eid, ...]]
    parts: Mapping[Eid, tuple[Eid, ...]]

    def above(self, eid: Eid) -> tuple[Eid, ...]:
        """Return all that encloses an address, nearest first, ending with the law."""
        return self.chains[eid] if eid in self.chains else _chain(eid, self.printed)

    def around(self, eid: Eid) -> tuple[Eid, ...]:
        """Return the provisions that enclose an address, nearest first."""
        return tuple(each for each in self.above(eid) if each in self.chains)

    def inside(self, eid: Eid) -> tuple[Eid, ...]:
        """Return the provisions that an address encloses, in the order of the law."""
        return self.parts.get(eid, ())

    def encloses(self, outer: Eid, inner: Eid) -> bool:
        """Tell whether one address lies strictly inside another, chapters included."""
        return outer in self.above(inner)

    def related(self, one: Eid, other: Eid) -> bool:
        """Tell whether two addresses are the same, or one of them encloses the other."""
        return one == other or self.encloses(one, other) or self.encloses(other, one)

    def nearest(self, eid: Eid) -> Eid:
        """Return the provision at an address, else the nearest one around it, else the law."""
        return next((each for each in (eid, *self.above(eid)) if each in self.chains), LAW)

    def holding(self, eids: Iterable[Eid]) -> "Tree":
        """Return the tree with more provisions; an article that no edition prints stands where its neighbour does."""
        more = [each for each in eids if each not in self.chains]
        articles = sorted((each for each in self.printed if each.kind is Kind.ARTICLE),
                          key=lambda each: each.order)
        strange = (each for each in more if each.kind is Kind.ARTICLE) if articles else ()
        beside: dict[Eid, Eid] = {each: self.printed[_neighbour(each, articles)] for each in strange}
        return _tree({**self.printed, **beside}, (*self.chains, *more))


def tree_of(places: Iterable[tuple[Eid, Eid | None]]) -> Tree:
    """Return the tree of provisions, each given with what it is printed in; the first that places one decides."""
    printed: dict[Eid, Eid] = {}
    eids: dict[Eid, None] = {}
    for eid, within in places:
        eids.setdefault(eid)
        if within is not None:
            printed.setdefault(eid, within)
    return _tree(printed, eids)


def _tree(printed: Mapping[Eid, Eid], eids: Iterable[Eid]) -> Tree:
    chains = {each: _chain(each, printed) for each in eids}
    parts: dict[Eid, list[Eid]] = defaultdict(list)
    for eid, chain in chains.items():
        for above in chain:
            parts[above].append(eid)
    return Tree(printed, chains, {above: tuple(inside) for above, inside in parts.items()})


def _chain(eid: Eid, printed: Mapping[Eid, Eid]) -> tuple[Eid, ...]:
    chain = list(eid.ancestors)
    above = printed.get(eid.outermost)
    while above is not None and above not in (eid, *chain):
        chain.append(above)
        above = printed.get(above)
    return tuple(chain) if LAW in (eid, *chain) else (*chain, LAW)


def _neighbour(eid: Eid, articles: list[Eid]) -> Eid:
    before = [each for each in articles if each.order < eid.order]
    return before[-1] if before else articles[0]
