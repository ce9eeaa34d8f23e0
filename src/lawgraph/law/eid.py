"""Addresses of provisions, `art_6__para_2__point_4-1`, in the manner of Akoma Ntoso; and what encloses what in one law.

An eId is stable across versions and languages. Chapters and sections are no part of an article's eId: an address tells
what it stands in as far as its own steps reach; in which chapter an article stands, only an edition tells. A `Tree`
answers from chains that are made once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lawgraph.law.errors import EidError, Phrase


class Kind(StrEnum):
    """Kinds of provision, from the whole law to a single indent.

    A part is a division («Общая часть», Akoma Ntoso *part*); an unnumbered paragraph within an article or paragraph,
    which lawyers of the state call a part of it («часть вторая»), is an alinea.
    """

    LAW = "law"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    PART = "part"
    SECTION = "section"
    SUBSECTION = "subsection"
    CHAPTER = "chapter"
    SUBCHAPTER = "subchapter"
    ARTICLE = "article"
    ANNEX = "annex"
    PARAGRAPH = "paragraph"
    POINT = "point"
    SUBPOINT = "subpoint"
    ALINEA = "alinea"
    INDENT = "indent"
    TABLE = "table"
    NOTE = "note"
    HEADING = "heading"
    INTRO = "intro"

    @property
    def divides(self) -> bool:
        """Tell whether it only groups articles, which have addresses of their own."""
        return self in _DIVIDING

    @property
    def counted(self) -> bool:
        """Tell whether its number is its position, and not printed: what is inserted before it makes it another."""
        return self in (Kind.ALINEA, Kind.INDENT)


_DIVIDING = {Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER}
_KINDS = {
    "law": Kind.LAW, "toc": Kind.CONTENTS, "preamble": Kind.PREAMBLE, "part": Kind.PART, "sec": Kind.SECTION,
    "subsec": Kind.SUBSECTION, "chp": Kind.CHAPTER, "subchp": Kind.SUBCHAPTER, "art": Kind.ARTICLE,
    "annex": Kind.ANNEX, "para": Kind.PARAGRAPH, "point": Kind.POINT, "subpoint": Kind.SUBPOINT, "al": Kind.ALINEA,
    "indent": Kind.INDENT, "tbl": Kind.TABLE, "note": Kind.NOTE, "heading": Kind.HEADING, "intro": Kind.INTRO,
}
PREFIXES = {kind: prefix for prefix, kind in _KINDS.items()}
_UNNUMBERED = {Kind.LAW, Kind.CONTENTS, Kind.PREAMBLE, Kind.HEADING, Kind.INTRO}
_RANK = {kind: rank for rank, kinds in enumerate((
    {Kind.LAW}, {Kind.HEADING}, {Kind.CONTENTS}, {Kind.PREAMBLE}, {Kind.INTRO},
    {Kind.PART}, {Kind.SECTION}, {Kind.SUBSECTION}, {Kind.CHAPTER}, {Kind.SUBCHAPTER},
    {Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, Kind.INDENT, Kind.TABLE},
    {Kind.ALINEA}, {Kind.NOTE}, {Kind.ANNEX})) for kind in kinds}
_STEP = re.compile(r"([a-z]+)(?:_(\d+(?:-\d+)*))?", re.ASCII)
_LONGEST = 500

OrderStep = tuple[int, tuple[int, ...], str]
Order = tuple[OrderStep, ...]


_WRITTEN = Phrase("write for example %(example)s", example="art_6__para_2__point_4-1")


class Eid(str):
    """Be the address of one provision."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> "Eid":
        """eid = step *("__" step); step = prefix ["_" number]; number = 1*digit *("-" 1*digit)"""
        if len(text) > _LONGEST:
            raise EidError(repr(text[:40] + "…"), Phrase("no address has more than %(number)s characters",
                                                          number=_LONGEST), _WRITTEN)
        place = 0
        for step in text.split("__"):
            match = _STEP.fullmatch(step)
            kind = _KINDS.get(match[1]) if match else None
            if match is None or kind is None or (match[2] is None) != (kind in _UNNUMBERED):
                raise EidError(f"{text!r}, character {place + 1}", Phrase("%(step)s is no step of an address",
                                                                        step=repr(step)), _WRITTEN)
            place += len(step) + 2
        return cls(text)

    def child(self, kind: Kind, number: str = "") -> "Eid":
        """Return the address of a provision inside this one."""
        step = f"{PREFIXES[kind]}_{number}" if number else PREFIXES[kind]
        return Eid(f"{self}__{step}")

    @property
    def parent(self) -> "Eid | None":
        """The address one step up, `None` at the top."""
        head, mark, _ = self.rpartition("__")
        return Eid(head) if mark else None

    @property
    def ancestors(self) -> "tuple[Eid, ...]":
        """All addresses that enclose this one by its own steps, nearest first."""
        steps = self.split("__")
        return tuple(Eid("__".join(steps[:count])) for count in range(len(steps) - 1, 0, -1))

    @property
    def outermost(self) -> "Eid":
        """The first step alone: the article of a point, the law of its heading."""
        return Eid(self.partition("__")[0])

    @property
    def ground(self) -> "Eid":
        """The provision whose own text this is: a lead-in is text of its container."""
        return self.parent or self if self.kind is Kind.INTRO else self

    @property
    def kind(self) -> Kind:
        """The kind of the last step."""
        return _KINDS[self.rpartition("__")[2].partition("_")[0]]

    @property
    def number(self) -> str:
        """The number of the last step, empty where it has none."""
        return self.rpartition("__")[2].partition("_")[2]

    @property
    def inserted_number(self) -> bool:
        """Tell whether the number has the form n-m, which only an insertion brings."""
        return "-" in self.number

    @property
    def order(self) -> Order:
        """Sort key: by number, insertions after their base (4, 4-1, 4-2, 5)."""
        return tuple(_order_of_step(step) for step in self.split("__"))

    def within(self, other: str) -> bool:
        """Tell whether this is `other` or lies inside it by its own steps."""
        return self == other or self.startswith(f"{other}__")


LAW = Eid("law")
"""The address of a law as a whole."""


def top(kind: Kind, number: str = "") -> Eid:
    """Return the address of a provision that stands at the top."""
    return Eid(f"{PREFIXES[kind]}_{number}" if number else PREFIXES[kind])


@lru_cache(maxsize=4096)
def _order_of_step(step: str) -> OrderStep:
    prefix, _, number = step.partition("_")
    return _RANK[_KINDS[prefix]], tuple(int(part) for part in number.split("-")) if number else (), prefix


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
        return self.chains[eid] if eid in self.chains else _chain(eid, self.printed, self.chains)

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
        articles = sorted((each for each in self.printed if each.kind is Kind.ARTICLE), key=lambda each: each.order)
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
    chains: dict[Eid, tuple[Eid, ...]] = {}
    for each in eids:
        chains[each] = _chain(each, printed, chains)
    parts: dict[Eid, list[Eid]] = defaultdict(list)
    for eid, chain in chains.items():
        for above in chain:
            parts[above].append(eid)
    return Tree(printed, chains, {above: tuple(inside) for above, inside in parts.items()})


def _chain(eid: Eid, printed: Mapping[Eid, Eid], known: Mapping[Eid, tuple[Eid, ...]]) -> tuple[Eid, ...]:
    """Return all around an address; the chapters of annexed rules stand in the address of none of their points."""
    chain: list[Eid] = []
    while above := next((each for each in _holders((eid, *chain)[-1], printed) if each not in (eid, *chain)), None):
        if not chain and eid not in known.get(above, (eid,)):
            return above, *known[above]
        chain.append(above)
    return tuple(chain) if LAW in (eid, *chain) else (*chain, LAW)


def _holders(eid: Eid, printed: Mapping[Eid, Eid]) -> Iterator[Eid]:
    """Give in what a provision may stand, the nearest first: what divides the unit of its address, and that unit."""
    within, unit = printed.get(eid), eid.parent
    if within is not None and (unit is None or (within.kind.divides and within.within(unit))):
        yield within
    if unit is not None:
        yield unit


def _neighbour(eid: Eid, articles: list[Eid]) -> Eid:
    before = [each for each in articles if each.order < eid.order]
    return before[-1] if before else articles[0]
