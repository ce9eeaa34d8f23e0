"""Put words in, take them out, exchange them: each must stand once in the unit that is named, unless all are meant.

Words match as they are printed, at the bounds of words, with any white space between them; quotation marks, dashes and
the two letters of one sound count as the same. New ones get the blanks and end marks that belong where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lawgraph.languages.amending import Sense
from lawgraph.languages.letters import YO
from lawgraph.law.eid import Kind
from lawgraph.replay.edits import Edit
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.state import NamedSlot, Node, Path, Reach, TreeChange, Unplaced, place_of

_FOLDED = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
                         "\u00a0": " ", "\u202f": " "}) | YO
_ENDS = re.compile(r"(?:\s[–—-]|[;.,:])?\s{0,9}$")
_MARKS = (",", ";", ":", ".")
_NO_BLANK = (*_MARKS, ")")
_STOP = re.compile(r"[.!?](?=\s{1,9}[«\"(]?(\w))")
_OPENS, _CLOSES = "(«", ")»"
Found = tuple[Path, bool, tuple[int, int]]


def folded(text: str) -> str:
    """Return a text with one sign for signs that count as the same, at unchanged length."""
    return text.translate(_FOLDED)


def places_of(searched: str, text: str) -> Iterator[tuple[int, int]]:
    """Give where words stand in a text."""
    for match in _pattern(searched).finditer(folded(text)):
        yield match.span()


def joined(before: str, put: str) -> str:
    """Return words as they stand behind others: after one blank, but for marks that take none."""
    put = put.strip()
    return put if put.startswith(_NO_BLANK) or not before or before.endswith((" ", "(", "«")) else f" {put}"


def end_of(text: str) -> int:
    """Return where the end marks of a text begin."""
    match = _ENDS.search(text)
    return match.start() if match else len(text)


def without(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to take out with words: one blank beside them goes too."""
    if start and text[start - 1] == " " and (end == len(text) or text[end] in " ,.;:)"):
        return start - 1, end
    return (start, end + 1) if not start and text[end:end + 1] == " " else (start, end)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand; none ends within brackets or quotations, or behind a short word."""
    found, start = [], 0
    for match in _STOP.finditer(text):
        before = text[start:match.start()]
        inside = any(before.count(mark) > before.count(other) for mark, other in zip(_OPENS, _CLOSES, strict=True))
        short = len(re.split(r"[\s.(«]", before)[-1]) < 3 and match[0] == "."
        if not inside and not short and (match[1].isupper() or match[1].isdigit()):
            found.append((start, match.end()))
            start = match.end() + len(text[match.end():]) - len(text[match.end():].lstrip())
    return [*found, (start, len(text))] if text[start:].strip() else found


def sentence_in(text: str, number: int) -> tuple[int, int] | None:
    """Return where a sentence stands, all of the text for 0, `None` where there are fewer."""
    told = sentences(text) if number else [(0, len(text))]
    return told[max(number, 1) - 1] if number <= len(told) else None


@lru_cache(maxsize=512)
def _pattern(searched: str) -> re.Pattern[str]:
    words = folded(searched).split()
    inner = r"\s{1,9}".join(map(re.escape, words)) or "(?!)"
    opens = r"(?<!\w)" if words and re.match(r"\w", words[0]) else ""
    closes = r"(?!\w)" if words and re.search(r"\w$", words[-1]) else ""
    return re.compile(f"{opens}{inner}{closes}")


def begins_otherwise(searched: str, text: str) -> bool:
    """Tell whether words stand in a text with the other first letter, as at the beginning of a sentence."""
    first = searched[:1].swapcase()
    return first.isalpha() and any(places_of(f"{first}{searched[1:]}", text))


@dataclass(frozen=True, slots=True)
class Rewording:
    """Find the words of an item's instructions in a law as it was before all of them.

    `claimed` are the places of all words that they search: what a longer one covers is not counted for a shorter one.
    `numbered` are the units before whose words a number is put.
    """

    law: Node
    claimed: dict[tuple[Path, bool], list[tuple[int, int, int]]] = field(default_factory=dict)
    numbered: set[Path] = field(default_factory=set)

    def changes(self, made: Instruction, slot: NamedSlot) -> Iterator[TreeChange]:
        edit = made.edit
        if not edit.search:
            yield self._appended(slot, edit.put[0] if len(edit.put) == 1 else ", ".join(edit.put))
            return
        for place, searched in enumerate(edit.search):
            put = edit.put[place if len(edit.put) > 1 else 0] if edit.put else ""
            found = self._found(slot, searched, edit)
            if not found:
                raise Unplaced("absent_words")
            if len(found) > 1 and not edit.throughout:
                found = self._last_stop(found) if searched == "." else []
            if not found:
                raise Unplaced("several_occurrences")
            yield from (self._put(each, put, edit.anchor) for each in found)

    def _last_stop(self, found: Sequence[Found]) -> list[Found]:
        """Return the full stop that ends a unit, none where several ones may."""
        ending = [each for each in found if not self._text_at(each)[each[2][1]:].strip()]
        return ending if len(ending) == 1 else []

    def _text_at(self, found: Found) -> str:
        path, heading, _ = found
        node = self.law.at(path)
        return (node.heading if heading else node.text) or ""

    def _put(self, found: Found, put: str, anchor: Sense | None) -> TreeChange:
        path, heading, (start, end) = found
        text = self._text_at(found)
        made = TreeChange(path, words=put, span=(start, end), heading=heading, seen=(start, end))
        if anchor is Sense.AFTER:
            return replace(made, words=joined(text[:end], put), span=(end, end))
        if anchor is Sense.BEFORE:
            return replace(made, words=f"{put} ", span=(start, start))
        if not put:
            return replace(made, span=without(text, start, end))
        if text[start] in _MARKS and not put.startswith(_MARKS):
            return replace(made, words=joined(text[:start], put))
        glued = put.startswith(_MARKS) and text[start - 1:start] == " "
        return replace(made, span=(start - glued, end))

    def _found(self, slot: NamedSlot, searched: str, edit: Edit) -> list[Found]:
        """Return where words stand in a slot, but for what longer words of the same item have taken."""
        found: list[Found] = []
        for path, heading, text in self._meant(slot, edit):
            low, high = _sentence(text, slot)
            longer = [(first, last) for first, last, length in self.claimed.get((path, heading), ())
                      if length > len(searched)]
            found += [(path, heading, (start, end)) for start, end in places_of(searched, text)
                      if low <= start and end <= high
                      and not any(first <= start and end <= last for first, last in longer)]
        return found

    def _meant(self, slot: NamedSlot, edit: Edit) -> Iterator[tuple[Path, bool, str]]:
        """Give the texts of a slot that are meant: all but those of units that are excepted."""
        but = [each.path for each in excepted(edit, self.law)]
        yield from (each for each in texts_in(self.law, slot, everywhere=edit.throughout)
                    if not any(each[0][:len(path)] == path for path in but))

    def claim(self, made: Instruction) -> None:
        """Remember where words stand, which are not counted for shorter ones, and what a number is put before."""
        for target in made.edit.targets:
            try:
                slot = place_of(target, self.law)
                excepted(made.edit, self.law)
            except Unplaced:
                continue  # refused when it is planned
            if any(put.startswith("1. ") for put in made.edit.put):
                self.numbered.add(slot.path)
            for searched in made.edit.search:
                for path, heading, text in self._meant(slot, made.edit):
                    spans = self.claimed.setdefault((path, heading), [])
                    spans += [(start, end, len(searched)) for start, end in places_of(searched, text)]

    def _appended(self, slot: NamedSlot, put: str) -> TreeChange:
        node = self.law.at(slot.path)
        heading = slot.reach is Reach.HEADING
        listed = node.parts and slot.reach is not Reach.OWN
        if slot.reach is Reach.FIRST:
            listed = any(part.kind is not Kind.ALINEA for part in node.parts)
        text = node.heading if heading else node.text
        if text is None or (listed and not heading):
            raise Unplaced("list_at_end")
        low, high = _sentence(text, slot)
        place = low + end_of(text[low:high])
        if text[place:high].strip() and put[-1:] == text[place:high].strip()[:1]:
            put = put[:-1]
        return TreeChange(slot.path, words=joined(text[:place], put), span=(place, place), heading=heading)


def excepted(edit: Edit, law: Node) -> tuple[NamedSlot, ...]:
    """Return the units that an edit leaves as they are; raise `Unplaced` where it is not clear which these are."""
    slots = tuple(place_of(each, law) for each in edit.but)
    if any(slot.reach is not Reach.ALL or slot.sentence or each[-1].since
           for slot, each in zip(slots, edit.but, strict=True)):
        raise Unplaced("several_units")
    return slots


def texts_in(law: Node, slot: NamedSlot, *, everywhere: bool) -> Iterator[tuple[Path, bool, str]]:
    """Give the texts of a slot, each with its node's path and whether it is a heading; headings where all are meant."""
    node = law.at(slot.path)
    if slot.reach is Reach.HEADING:
        yield slot.path, True, node.heading or ""
        return
    for path, each in node.walk(slot.path):
        first = path == slot.path or node.parts[path[len(slot.path)]].kind is not Kind.ALINEA
        if (slot.reach is Reach.OWN and path != slot.path) or (slot.reach is Reach.FIRST and not first):
            continue
        if everywhere and each.heading and not slot.sentence:
            yield path, True, each.heading
        if each.text:
            yield path, False, each.text


def _sentence(text: str, slot: NamedSlot) -> tuple[int, int]:
    span = sentence_in(text, slot.sentence)
    if span is None:
        raise Unplaced("absent_unit")
    return span
