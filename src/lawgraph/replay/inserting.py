"""Make provisions of quoted wordings, and bring them in: by number, or at a place that an ordinal names.

A wording is read by the parser that reads laws. Units that show their numbers are known by them; the others are matched
by their order. An ordinal shifts the units behind its place.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lawgraph.languages.amending import Level
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.parsing.document import parse
from lawgraph.parsing.headings import read_annex, read_heading
from lawgraph.parsing.remarks import remarks
from lawgraph.reading.source import Line, Said, compose
from lawgraph.replay.addresses import UnitStep
from lawgraph.replay.instructions import Instruction, QuotedWording
from lawgraph.replay.rewording import sentences
from lawgraph.replay.state import (
    NamedSlot,
    Node,
    Path,
    Reach,
    TreeChange,
    Unplaced,
    has_paragraphs,
    law_of,
    paragraphs_of,
    parts_of,
)

_SENTENCE_ENDS = (".", ";", ":")
_DIVISIONS = {Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ARTICLE, Level.ANNEX}
NUMBERED = {Level.PARAGRAPH: Kind.PARAGRAPH, Level.POINT: Kind.POINT, Level.ARTICLE: Kind.ARTICLE,
            Level.CHAPTER: Kind.CHAPTER, Level.SECTION: Kind.SECTION, Level.SUBCHAPTER: Kind.SECTION,
            Level.ANNEX: Kind.ANNEX}
"""The units that show their numbers, as kinds of provisions."""
_POINTS = {Kind.POINT, Kind.SUBPOINT}

def numbered(wordings: Sequence[QuotedWording], level: Level, lang: str) -> tuple[Node, ...]:
    """Return the units of a level that wordings show; raise `Unplaced` where they show anything else."""
    if level is Level.SUBCHAPTER:
        raise Unplaced("unclear_wording")
    if level in _DIVISIONS:
        if any(read_annex(line, lang) for each in wordings for line in each.lines[1:]):
            raise Unplaced("unclear_wording")
        # An annex is known by what stands before it.
        before = (spoken(lang).speech.units[Kind.ARTICLE].format("1"), "X.") if level is Level.ANNEX else ()
        return tuple(part for each in wordings
                     for part in _parsed((*before, *_joined(each.lines, lang)), lang).parts[bool(before):])
    return tuple(node for each in wordings for node in _below_article(each.lines, NUMBERED[level], lang))


def _joined(lines: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Join headings that were broken over two paragraphs: the second begins with a small letter."""
    whole: list[str] = []
    for line in lines:
        if whole and line[:1].islower() and read_heading(whole[-1], lang):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return tuple(whole)


def _below_article(lines: tuple[str, ...], kind: Kind, lang: str) -> tuple[Node, ...]:
    before = _lettered_before(lines[0], lang) if kind is Kind.POINT else ()
    article = _article((*before, *lines), lang)
    units = [part for part in article.parts if part.kind is kind or {part.kind, kind} == _POINTS]
    trailing = article.parts[len(units):]
    units = units[len(before):]
    if article.text or not units or any(part.kind is not Kind.ALINEA for part in trailing):
        raise Unplaced("unclear_wording")
    last = units[-1]
    return (*units[:-1], Node(last.kind, last.number, last.heading, last.text, (*last.parts, *trailing)))


def _lettered_before(line: str, lang: str) -> tuple[str, ...]:
    """Return a list of points with the letters that stand before the one of a line, by which alone it is known."""
    letter = line[:1].casefold() if line[1:2] == ")" else ""
    alphabet = next((each for each in spoken(lang).layout.alphabets if letter and letter in each), "")
    return tuple(f"{each}) {each};" for each in alphabet[:alphabet.find(letter)])


def part(lines: tuple[str, ...], number: str, lang: str) -> Node:
    """Return a part with its list as the own text and parts of a node; it may show the number of what it opens."""
    article = _article(lines, lang)
    shown = [each for each in article.parts if each.kind is Kind.PARAGRAPH or (number and each.kind is Kind.POINT)]
    node = shown[0] if len(shown) == 1 and not article.text and number in ("", shown[0].number) else article
    if node.text is None or (node is article and shown):
        raise Unplaced("unclear_wording")
    return node


def holds_parts(node: Node) -> bool:
    """Tell whether a node has later parts: a part or a line of a list has none."""
    return any(each.kind is Kind.ALINEA for each in node.parts)


def note(lines: tuple[str, ...], lang: str) -> Node:
    """Return the note of an article that a wording shows."""
    notes = [each for each in _article(lines, lang).parts if each.kind is Kind.NOTE]
    if len(notes) != 1:
        raise Unplaced("unclear_wording")
    return notes[0]


def heading(lines: Sequence[str], lang: str) -> str:
    """Return the heading that a wording shows, without the number of its unit."""
    told = read_heading(lines[0], lang)
    own = lines[0][told.offset:] if told else lines[0]
    return " ".join(each.strip() for each in (own, *lines[1:]) if each.strip())


def _article(lines: tuple[str, ...], lang: str) -> Node:
    opened = spoken(lang).speech.units[Kind.ARTICLE].format("1")
    return _parsed((opened, *lines), lang).parts[0]


@lru_cache(maxsize=64)
def _parsed(lines: tuple[str, ...], lang: str) -> Node:
    read = parse(compose((Line(each.strip(), place, margin=is_opening(each, lang))
                          for place, each in enumerate(lines, 1) if each.strip()), Said(), ()), lang)
    # A wording shows some numbers of a list: what stands before and between them is not lost.
    gaps = {each.line for each in read.findings if each.kind == "gap_in_numbering"}
    quoted = tuple(remarks(read))  # what an act quotes is no remark on it, whatever its form
    unread = (each for each in read.unread if each not in quoted)
    if not read.provisions or any(not (each.text.startswith("…") and each.span.line in gaps) for each in unread):
        raise Unplaced("unclear_wording")
    if any(_may_end_list(*each) for each in pairwise(line.strip() for line in lines)):
        raise Unplaced("unclear_list")
    return law_of(read.provisions, None)


def is_opening(line: str, lang: str) -> bool:
    """Tell whether a line opens a unit that has a heading, or an annex."""
    return read_heading(line, lang) is not None or read_annex(line, lang) is not None


def _may_end_list(before: str, line: str) -> bool:
    """Tell whether a sentence behind a list without numbers may be the last of the list, or a part of its own.

    Acts end the last line of a list with a semicolon, too; what follows then differs by its capital letter alone.
    """
    return before[:1].islower() and before.endswith(";") and line[:1].isupper() and line.endswith(_SENTENCE_ENDS)


@dataclass(frozen=True, slots=True)
class Bringing:
    """Place the new units of an item in a law as it was before; `numbered` are units that are given a number one."""

    law: Node
    lang: str
    numbered: Collection[Path]

    def changes(self, made: Instruction, slots: Sequence[NamedSlot]) -> Iterator[TreeChange]:
        new = [each[-1] for each in made.edit.new]
        if len(slots) != 1 or any(len(each) != 1 for each in made.edit.new):
            raise Unplaced("several_units")
        if len({step.level for step in new}) == 1:
            yield from self._of_one_level(slots[0], new, made.wordings)
            return
        lines = [line for each in made.wordings for line in each.lines]
        # What has no number may stand within the unit before it, but for a part that is counted behind points.
        if len(lines) != len(new) or {step.level for step in new if step.number} != {Level.POINT, Level.PART}:
            raise Unplaced("mixed_units")
        for step, line in zip(new, lines, strict=True):
            yield from self._of_one_level(slots[0], [step], [QuotedWording((line,), made.span)])

    def _of_one_level(self, slot: NamedSlot, new: Sequence[UnitStep], wordings: Sequence[QuotedWording]
                      ) -> Iterator[TreeChange]:
        node, level = self.law.at(slot.path), new[0].level
        if level is Level.PART and has_paragraphs(node) and node.kind is Kind.ARTICLE:
            level = Level.PARAGRAPH
        if level is Level.PARAGRAPH and node.kind is Kind.LAW and not any(
                each.kind is Kind.PARAGRAPH for each in node.parts):
            raise Unplaced("unclear_parts")  # it consists of articles, or its points stand in chapters
        if level in NUMBERED:
            yield from self._numbered(slot, level, numbered(wordings, level, self.lang))
            return
        lines = [line for each in wordings for line in each.lines]
        blocks = [each.lines for each in wordings]
        if len(blocks) != len(new):
            blocks = [(line,) for line in lines]
        if len(blocks) != len(new):
            raise Unplaced("unclear_wording")
        for place, (step, block) in enumerate(zip(new, blocks, strict=True)):
            # a new ordinal is told as it will be: those brought before it have made room already
            told = replace(step, number=str(int(step.number) - place)) if step.number.isdecimal() else step
            yield self._counted(slot, node, told, block)

    def _numbered(self, slot: NamedSlot, level: Level, nodes: Sequence[Node]) -> Iterator[TreeChange]:
        for new in nodes:
            place, parts = self._list(slot, level, new)
            if new.kind.divides and self.law.at(place).kind is Kind.ANNEX:
                raise Unplaced("unclear_parts")
            own = [(each.order, at) for at, each in enumerate(parts) if each.kind is new.kind]
            taken = next((at for order, at in own if order == new.order), None)
            if taken is not None:
                if not parts[taken].excluded:
                    raise Unplaced("full_slot")
                yield TreeChange((*place, taken), (new,))
                continue
            before = bisect_right([order for order, _ in own], new.order)
            first = own[before - 1][1] + 1 if before else own[0][1] if own else self._beginning(parts)
            yield TreeChange(place, (new,), before=first)

    def _beginning(self, parts: Sequence[Node]) -> int:
        """Return where a list begins among what it stands with: before later parts, behind all else."""
        return next((at for at, each in enumerate(parts) if each.kind is Kind.ALINEA), len(parts))

    def _list(self, slot: NamedSlot, level: Level, new: Node) -> tuple[Path, tuple[Node, ...]]:
        """Return the list that a new unit goes into."""
        node = self.law.at(slot.path)
        if level is Level.ARTICLE:
            return self._division(slot, new)
        if level is Level.POINT:
            return self._points(slot, node, new.kind)
        if level is Level.PARAGRAPH and node.text and not has_paragraphs(node) and slot.path not in self.numbered:
            raise Unplaced("unnumbered_text")
        return slot.path, node.parts

    def _division(self, slot: NamedSlot, new: Node) -> tuple[Path, tuple[Node, ...]]:
        articles = [(each.order, path) for path, each in self.law.at(slot.path).walk(slot.path)
                    if each.kind is Kind.ARTICLE]
        before = bisect_right([order for order, _ in articles], new.order)
        if not articles:
            return slot.path, self.law.at(slot.path).parts
        place = articles[max(before - 1, 0)][1][:-1]
        return place, self.law.at(place).parts

    def _points(self, slot: NamedSlot, node: Node, kind: Kind) -> tuple[Path, tuple[Node, ...]]:
        """Return the one part of a unit that has the list, or that opens one by its colon."""
        inside = [] if slot.reach is Reach.FIRST else [
            (*slot.path, at) for at, part in enumerate(node.parts) if part.kind is Kind.ALINEA]
        lists = [path for path in (slot.path, *inside)
                 if any(part.kind in _POINTS for part in self.law.at(path).parts)]
        if any(part.kind in _POINTS - {kind} for path in lists for part in self.law.at(path).parts):
            raise Unplaced("numbers_differ")
        if not lists:
            lists = [path for path in (slot.path, *inside) if (self.law.at(path).text or "").rstrip().endswith(":")]
        if len(lists) != 1:
            raise Unplaced("several_units" if lists else "absent_list")
        return lists[0], self.law.at(lists[0]).parts

    def _counted(self, slot: NamedSlot, node: Node, step: UnitStep, lines: tuple[str, ...]) -> TreeChange:
        """Put a unit without a number in: it takes the place that its ordinal names, and shifts the others."""
        if step.level is Level.SENTENCE:
            return self._sentence(slot, node, step, lines)
        if step.level is Level.HEADING:
            return TreeChange(slot.path, words=heading(lines, self.lang), span=(0, 0), heading=True)
        if step.level is Level.NOTE and node.kind is Kind.PARAGRAPH:
            return self._note_on(slot, lines)
        if step.level in (Level.NOTE, Level.PREAMBLE):
            kind = Kind.NOTE if step.level is Level.NOTE else Kind.PREAMBLE
            taken = any(part.kind is kind for part in node.parts)
            if taken:
                raise Unplaced("full_slot")
            new = part(lines, "", self.lang) if kind is Kind.PREAMBLE else note(lines, self.lang)
            place = 0 if kind is Kind.PREAMBLE else len(node.parts)
            return TreeChange(slot.path, (replace(new, kind=kind, number=""),), before=place)
        new = part(lines, "", self.lang)
        if step.level is Level.PART:
            if holds_parts(new) or node.kind.counted or slot.reach is not Reach.ALL:
                raise Unplaced("unclear_wording")  # a part has no parts
            parts = parts_of(slot, node)
            place = self._ordinal(step, len(parts) + 1, first=2)
            before = parts[place - 2][-1] if place - 2 < len(parts) else self._behind_parts(node)
            return TreeChange(slot.path, (Node(Kind.ALINEA, text=new.text, parts=new.parts),), before=before)
        return self._line(slot, node, step, new)

    def _note_on(self, slot: NamedSlot, lines: tuple[str, ...]) -> TreeChange:
        """Put a note on a paragraph right behind it, where its article has no other that would count anew."""
        article = self.law.at(slot.path[:-1])
        if any(part.kind is Kind.NOTE for part in article.parts):
            raise Unplaced("full_slot")
        new = replace(note(lines, self.lang), number="")
        return TreeChange(slot.path[:-1], (new,), before=slot.path[-1] + 1)

    def _behind_parts(self, node: Node) -> int:
        return next((at for at, each in enumerate(node.parts) if each.kind is Kind.NOTE), len(node.parts))

    def _ordinal(self, step: UnitStep, held: int, *, first: int) -> int:
        place = int(step.number) if step.number else held + 1
        if not first <= place <= held + 1:
            raise Unplaced("absent_place")
        return place

    def _line(self, slot: NamedSlot, node: Node, step: UnitStep, new: Node) -> TreeChange:
        every, plain = paragraphs_of(slot, node)
        if new.parts:
            raise Unplaced("unclear_wording")
        place = self._ordinal(step, len(plain), first=2)
        if step.number and every[:place - 1] != plain[:place - 1]:
            raise Unplaced("unclear_paragraphs")
        if place <= len(plain):
            at = plain[place - 1]
            self._refuse_border(plain[place - 2], at)
            return TreeChange(at[:-1], (Node(self.law.at(at).kind, text=new.text),), before=at[-1])
        last = self.law.at(plain[-1])
        if last.kind.counted and len(plain) > 1:
            return TreeChange(plain[-1][:-1], (Node(last.kind, text=new.text),), before=plain[-1][-1] + 1)
        numbered = any(not part.kind.counted and part.kind is not Kind.NOTE for part in node.parts)
        if numbered and not (new.text or "").endswith("."):
            raise Unplaced("unclear_paragraphs")  # behind a numbered list only a sentence is surely a part of its own
        kind = Kind.INDENT if (node.text or "").rstrip().endswith(":") and not numbered else Kind.ALINEA
        return TreeChange(slot.path, (Node(kind, text=new.text),), before=self._behind_parts(node))

    def _refuse_border(self, before: Path, at: Path) -> None:
        """Raise where a list ends at a place: what is put there may be its last line, or the first part behind it."""
        last, following = self.law.at(before), self.law.at(at)
        opened = (last.text or "").rstrip().endswith(":") and following.kind is Kind.ALINEA
        if opened or (last.kind.counted and last.kind is not following.kind):
            raise Unplaced("unclear_paragraphs")

    def _sentence(self, slot: NamedSlot, node: Node, step: UnitStep, lines: tuple[str, ...]) -> TreeChange:
        text = node.text or ""
        told = sentences(text)
        if len(lines) != 1 or (node.parts and slot.reach is Reach.ALL):
            raise Unplaced("unclear_wording")
        place = self._ordinal(step, len(told), first=1)
        words = lines[0].strip()
        if place > len(told):
            if any(part.kind is not Kind.ALINEA for part in node.parts):
                raise Unplaced("list_at_end")
            return TreeChange(slot.path, words=f" {words}", span=(len(text), len(text)))
        start = told[place - 1][0]
        return TreeChange(slot.path, words=f"{words} ", span=(start, start))
