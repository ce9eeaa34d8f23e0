"""The provisions of a law as a tree of values, which instructions change; and what an address names in it.

A part of the first place (часть первая) is the own text of a node with its points; later ones are alineas below it.
Counted units have no number of their own: their place tells it. A tree is never printed and read again. A unit that is
named must be there before anything is changed, and be the only one that the words can mean; else the address is
refused with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lawgraph.languages.amending import Level
from lawgraph.languages.letters import count
from lawgraph.law.document import Provision
from lawgraph.law.eid import PREFIXES, Eid, Kind
from lawgraph.replay.addresses import Address, UnitStep
from lawgraph.replay.approved import is_titled

Path = tuple[int, ...]
"""Where a node stands: its place in each list from the law down."""


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one provision with all inside it; an excluded one keeps its number and its place.

    `letter` is what it shows in the place of a number.
    """

    kind: Kind
    number: str = ""
    heading: str | None = None
    text: str | None = None
    parts: "tuple[Node, ...]" = ()
    excluded: bool = False
    letter: str = ""

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
        return count(self.number) if self.number and self.number.replace("-", "").isdecimal() else ()


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

    @property
    def appended(self) -> bool:
        """Tell whether it adds words at the end of others, which it does not search for."""
        return self.span is not None and self.seen is None and self.span[0] == self.span[1]


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
    return tuple(Node(each.kind, _number(each), each.heading, (each.text or "").strip() or None,
                      _nodes(below.get(eid, ()), held, below), each.excluded, _letter(each))
                 for eid in eids if (each := held[eid]))


def _number(each: Provision) -> str:
    """Return the number of a provision as its address has it; that of a part of a code is never printed."""
    counts = each.kind is Kind.PART or _letter(each)
    return (each.eid.number if counts else each.number) or ""


def _letter(each: Provision) -> str:
    return (each.number or "").casefold() if each.kind is Kind.SUBPOINT and (each.number or "").isalpha() else ""


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


def reworded(text: str | None, changes: Sequence[TreeChange]) -> str | None:
    """Put words in from the last place to the first; on one place in the order of print.

    What is added stands behind the mark that is put in the place of the last one: "the full stop by a comma, add …".
    """
    words = text or ""
    if not any(each.span for each in changes):
        return text
    last = {each.span[0]: each.span[1] for each in changes
            if each.span and each.seen and not words[each.span[1]:].strip()}
    spans = [(each, (last.get(each.span[0], each.span[0]),) * 2 if each.appended else each.span)
             for each in reversed(changes) if each.span]
    spans.sort(key=lambda told: told[1], reverse=True)
    for each, (start, end) in spans:
        words = f"{words[:start]}{each.words or ''}{words[end:]}"
    return words.strip() or None


class Unplaced(Exception):
    """An address that names no unit, or more than one; its text is the reason, a word."""


class Reach(StrEnum):
    """How much of a node is meant: all, its own text alone, its first part, its heading, its entry in the contents."""

    ALL = "all"
    OWN = "own"
    FIRST = "first"
    HEADING = "heading"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class NamedSlot:
    """Hold what an address names: a node, how much of it, and the number of a sentence, 0 for all."""

    path: Path
    reach: Reach = Reach.ALL
    sentence: int = 0


_KINDS = {
    Level.SECTION: (Kind.SECTION, Kind.SUBSECTION), Level.CHAPTER: (Kind.CHAPTER,),
    Level.SUBCHAPTER: (Kind.SUBCHAPTER, Kind.SECTION, Kind.SUBSECTION), Level.ANNEX: (Kind.ANNEX,),
    Level.ARTICLE: (Kind.ARTICLE,), Level.PARAGRAPH: (Kind.PARAGRAPH,), Level.POINT: (Kind.POINT, Kind.SUBPOINT),
    Level.NOTE: (Kind.NOTE,), Level.PREAMBLE: (Kind.PREAMBLE,),
}
_OUTER = {Kind.LAW, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER}
_NUMBERED = {Kind.POINT, Kind.SUBPOINT, Kind.PARAGRAPH}


def place_of(address: Address, law: Node) -> NamedSlot:
    """Return the slot that an address names; raise `Unplaced` where there is none, or not only one."""
    slot = NamedSlot(())
    for step in address:
        slot = _within(slot, step, law)
    chapter = slot.reach is Reach.ALL and bool(slot.path) and law.at(slot.path).kind.divides
    if chapter and law.at(slot.path[:-1]).kind is Kind.ANNEX:
        raise Unplaced("unclear_parts")  # the points of approved rules stand behind their chapters, not in them
    return slot


def _within(slot: NamedSlot, step: UnitStep, law: Node) -> NamedSlot:
    node = law.at(slot.path)
    if slot.reach is Reach.ENTRY or step.level is Level.CONTENTS:
        return NamedSlot((), Reach.ENTRY)
    if step.level in (Level.LAW, Level.TEXT, Level.HEADING, Level.SENTENCE):
        return replace(slot, reach=Reach.HEADING if step.level is Level.HEADING else slot.reach,
                       sentence=int(step.number or 0) if step.level is Level.SENTENCE else 0)
    if step.level is Level.PART:
        return _part(slot, node, step.number, law)
    if step.level is Level.INDENT:
        return _paragraph(slot, node, int(step.number or 0))
    if step.level not in _KINDS:
        raise Unplaced("opaque_table")
    return NamedSlot(_only(_named(slot, node, step, law)))


def _only(paths: list[Path]) -> Path:
    if len(paths) == 1:
        return paths[0]
    raise Unplaced("several_units" if paths else "absent_unit")


def _named(slot: NamedSlot, node: Node, step: UnitStep, law: Node) -> list[Path]:
    """Return where units of a number stand: articles anywhere in divisions, points in the whole unit."""
    kinds = _KINDS[step.level]
    divided = node.kind.divides and law.at(slot.path[:-1]).kind is Kind.ANNEX
    reached = _behind(slot.path, law) if divided else _reached(slot, node, through=step.level is Level.POINT)
    found = [path for path, each in reached
             if each.kind in kinds and not each.excluded and _is_meant(each, step)]
    behind = () if found or step.level is not Level.NOTE else _note_behind(slot.path, law)
    return [*found, *behind]


def _behind(path: Path, law: Node) -> Iterator[tuple[Path, Node]]:
    """Give what stands in a chapter of approved rules: behind its heading, up to the next one that is not within it."""
    place, annex = path[-1], law.at(path[:-1])
    inner = {Kind.SUBCHAPTER} if annex.parts[place].kind is Kind.CHAPTER else set()
    for following in range(place + 1, len(annex.parts)):
        part = annex.parts[following]
        if part.kind.divides and part.kind not in inner:
            return
        yield (*path[:-1], following), part


def _note_behind(path: Path, law: Node) -> tuple[Path, ...]:
    """Return where the note on a paragraph stands: right behind it, in its article."""
    article = law.at(path[:-1]) if path else law
    place = path[-1] + 1 if path else 0
    there = article.kind is Kind.ARTICLE and article.parts[place:place + 1]
    return ((*path[:-1], place),) if there and there[0].kind is Kind.NOTE else ()


def _is_meant(node: Node, step: UnitStep) -> bool:
    """Tell whether a node has the number of a step; the one note, or what is number 1, needs none."""
    if step.titled:
        return is_titled(node.heading or "", *step.titled)
    alone = not step.number and (node.number == "1" or step.level is Level.NOTE)
    return alone or (node.letter or node.number) == step.number


def _reached(slot: NamedSlot, node: Node, *, through: bool) -> Iterator[tuple[Path, Node]]:
    """Give what lies directly in a slot, and in divisions below it; `through` numbered paragraphs and parts too."""
    for place, part in enumerate(node.parts):
        path = (*slot.path, place)
        if slot.reach is Reach.FIRST and part.kind is Kind.ALINEA:
            continue
        yield path, part
        # A unit without a word of an annex is none of one.
        own = part.kind is not Kind.ANNEX if node.kind in _OUTER else node.kind is Kind.ANNEX and part.kind in _OUTER
        if own or (through and part.kind in (Kind.PARAGRAPH, Kind.ALINEA)):
            yield from _reached(NamedSlot(path), part, through=through)


def has_paragraphs(node: Node) -> bool:
    """Tell whether an article has numbered paragraphs, which codes call parts."""
    return any(part.kind is Kind.PARAGRAPH for part in node.parts)


def parts_of(slot: NamedSlot, node: Node) -> list[Path]:
    """Return the later parts of a unit; each must begin behind a full stop, or nobody knows what the words count."""
    places = [place for place, part in enumerate(node.parts) if part.kind is Kind.ALINEA]
    for place in places:
        before = node.parts[place - 1] if place else node
        last = [each.text for _, each in before.walk() if each.text] if place else [node.text or ""]
        if not before.excluded and (not last or last[-1].rstrip()[-1:] not in ".!?»\""):
            raise Unplaced("unclear_parts")
    return [(*slot.path, place) for place in places]


def _part(slot: NamedSlot, node: Node, number: str, law: Node) -> NamedSlot:
    if node.kind is Kind.ARTICLE and has_paragraphs(node):
        return NamedSlot(_only(_named(slot, node, UnitStep(Level.PARAGRAPH, number), law)))
    if number == "1":
        return NamedSlot(slot.path, Reach.FIRST)
    parts = parts_of(slot, node)
    if not number.isdecimal() or int(number) - 2 not in range(len(parts)):
        raise Unplaced("absent_unit")
    return NamedSlot(parts[int(number) - 2])


def paragraphs_of(slot: NamedSlot, node: Node) -> tuple[list[Path], list[Path]]:
    """Return the physical paragraphs of a unit from its own line on: all, and those in no numbered unit inside it."""
    every, plain, inside = [slot.path], [slot.path], list[Path]()
    for path, each in node.walk(slot.path):
        if path == slot.path or each.excluded:
            continue
        if slot.reach is Reach.FIRST and node.parts[path[len(slot.path)]].kind is Kind.ALINEA:
            continue
        every.append(path)
        if each.kind in _NUMBERED:
            inside.append(path)
        if not any(path[:len(outer)] == outer for outer in inside):
            plain.append(path)
    return every, plain


def _paragraph(slot: NamedSlot, node: Node, number: int) -> NamedSlot:
    if number == 1:
        return NamedSlot(slot.path, Reach.OWN)
    every, plain = paragraphs_of(slot, node)
    if number not in range(1, len(plain) + 1):
        raise Unplaced("absent_unit")
    if every[number - 1] != plain[number - 1]:
        raise Unplaced("unclear_paragraphs")
    return NamedSlot(plain[number - 1])
