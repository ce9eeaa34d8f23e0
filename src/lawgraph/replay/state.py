"""The provisions of a law as a tree of values, which instructions change: never printed and read again.

A part of the first place (часть первая) is the own text of a node with its points; later ones are alineas below it.
Counted units have no number of their own: their place tells it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lawgraph.languages.letters import count
from lawgraph.law.eid import PREFIXES, Eid, Kind
from lawgraph.law.model import Provision

Path = tuple[int, ...]
"""Where a node stands: its place in each list from the law down."""


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one provision with all inside it; an excluded one keeps its number and its place."""

    kind: Kind
    number: str = ""
    heading: str | None = None
    text: str | None = None
    parts: "tuple[Node, ...]" = ()
    excluded: bool = False

    def at(self, path: Path) -> "Node":
        """Return the node at a path."""
        node = self
        for place in path:
            node = node.parts[place]
        return node

    def walk(self, path: Path = ()) -> "Iterator[tuple[Path, Node]]":
        """Give this node and all inside it with their paths, in the order of print."""
        yield path, self
        for place, part in enumerate(self.parts):
            yield from part.walk((*path, place))

    @property
    def order(self) -> tuple[int, ...]:
        """Sort key of its number."""
        return count(self.number) if self.number and self.number.replace("-", "").isdigit() else ()


@dataclass(frozen=True, slots=True)
class TreeChange:
    """Hold one change: nodes or words put in the place of a slot, or nodes put before a place in a list.

    `new` replaces all of a node, `own` its own text and first part, `text` and `heading` its words from `start` to
    `end`; `before` is the place in the list of `path` before which `new` comes; `seen` are the words searched for.
    """

    path: Path
    new: tuple[Node, ...] | None = None
    own: Node | None = None
    words: str | None = None
    span: tuple[int, int] | None = None
    heading: bool = False
    before: int | None = None
    seen: tuple[int, int] | None = None


def law_of(provisions: Iterable[Provision], title: str | None) -> Node:
    """Return the tree of the provisions that an edition prints."""
    held = {each.eid: each for each in provisions if each.kind is not Kind.HEADING}
    below: Mapping[Eid | None, list[Eid]] = defaultdict(list)
    for eid, each in held.items():
        above = eid.parent if eid.parent in held else each.within
        below[above if above in held else None].append(eid)
    return Node(Kind.LAW, heading=title, parts=_nodes(below[None], held, below))


def _nodes(eids: Iterable[Eid], held: Mapping[Eid, Provision], below: Mapping[Eid | None, list[Eid]]
           ) -> tuple[Node, ...]:
    return tuple(Node(each.kind, each.number or "", each.heading, (each.text or "").strip() or None,
                      _nodes(below.get(eid, ()), held, below), each.excluded)
                 for eid in eids if (each := held[eid]))


def texts_of(law: Node) -> dict[str, str]:
    """Return the wordings of a law by address, headings apart; what is excluded has none."""
    found = {"law__heading": law.heading} if law.heading else {}
    for path, eid in addresses_of(law).items():
        node = law.at(path)
        found |= {f"{eid}__heading": node.heading} if node.heading and not node.excluded else {}
        found |= {eid: node.text} if node.text and not node.excluded else {}
    return found


def addresses_of(law: Node) -> dict[Path, Eid]:
    """Return the address of each node below the law, in the order of print."""
    return dict(_addresses(law, (), None))


def inside(node: Node, own: Eid) -> Iterator[tuple[Eid, Node]]:
    """Give a node at an address, and all inside it, with their addresses."""
    yield own, node
    for path, eid in _addresses(node, (), own):
        yield eid, node.at(path)


def _addresses(node: Node, path: Path, own: Eid | None) -> Iterator[tuple[Path, Eid]]:
    for place, part in enumerate(node.parts):
        eid = below(node, own, part, place)
        yield (*path, place), eid
        yield from _addresses(part, (*path, place), eid)


def below(node: Node, own: Eid | None, part: Node, place: int) -> Eid:
    """Return the address of a part at a place of a node's list; counted ones are told by those before them."""
    number = part.number or "1"
    if part.kind.counted:
        before = sum(each.kind is part.kind for each in node.parts[:place])
        number = str(before + (2 if part.kind is Kind.ALINEA else 1))
    step = PREFIXES[part.kind] if part.kind is Kind.PREAMBLE else f"{PREFIXES[part.kind]}_{number}"
    return Eid(step) if own is None or node.kind.divides else Eid(f"{own}__{step}")


def changed(node: Node, path: Path, new: "tuple[Node, ...]") -> Node:
    """Return the tree with the node at a path replaced by others."""
    if not path:
        return new[0]
    place = path[0]
    inner = new if len(path) == 1 else (changed(node.parts[place], path[1:], new),)
    return replace(node, parts=(*node.parts[:place], *inner, *node.parts[place + 1:]))
