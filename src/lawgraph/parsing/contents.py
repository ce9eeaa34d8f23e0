"""Find the list of contents that stands above the text of a law, however it is written: it is no part of the law.

Titled «Оглавление» or not, as plain lines, headings, items, links or rows, with articles that are excluded, and without
some that the text has: a list is known by units that follow one another without wording until the first of them comes
again. Behind the list may stand title and preamble. Where wording stands between its units, a number is used twice, and
nothing is a list.
"""

import re
from collections.abc import Sequence

from lawgraph.languages.letters import count
from lawgraph.languages.scanner import begins, opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.parsing.headings import Heading, is_approval, is_contents, is_part_of_code, read_annex, read_heading
from lawgraph.parsing.numbering import read_label
from lawgraph.reading.source import Block

FRONT = 60
"""How many lines, a list of contents aside, may stand above the first unit of a law."""

_ITEM = re.compile(r"(?:[-*+•–—]|[0-9]{1,4}[.)])\s+")
_LONGEST_ENTRY = 400
_FEWEST = 2
_RANKS = {Kind.SECTION: 0, Kind.CHAPTER: 1, Kind.ARTICLE: 3}
_NESTED = 2


def contents_list(blocks: Sequence[Block], headings: Sequence[Heading | None], lang: str) -> range:
    """Return the places of the list of contents, none where a text has no such list."""
    titled = next((place for place, block in enumerate(blocks[:FRONT]) if is_contents(block.text, lang)), None)
    reach = FRONT if titled is None else len(blocks)
    listed = _List(blocks, headings, lang, reach).units(titled or 0)
    if not listed:
        return range(0) if titled is None else range(titled, titled + 1)
    return range(listed[0] if titled is None else titled, _end(blocks, listed[-1], lang))


class _List:
    """Walk over a list of units to where the text begins, at most `reach` lines below it.

    The units of a list with a title may be those of rules that an order approves, below all its own text.
    """

    def __init__(self, blocks: Sequence[Block], headings: Sequence[Heading | None], lang: str, reach: int) -> None:
        self._blocks, self._headings, self._lang, self._reach = blocks, headings, lang, reach
        self._titled = reach != FRONT

    def units(self, start: int) -> tuple[int, ...]:
        """Return the places of the units in a list that begins at `start` or below, none where there is no list."""
        first = next((place for place in range(start, len(self._blocks)) if self._entry(place)), len(self._blocks))
        listed: list[tuple[int, Heading]] = []
        for place in range(first, len(self._blocks)):
            heading = self._entry(place)
            again = heading is not None and bool(listed) and self._comes_again(place, heading, listed)
            if again and not self._in_next_part(start, place):
                return _without_enclosing(listed)
            if heading:
                listed.append((place, heading))
            elif not _may_be_entry(self._blocks[place], self._lang):
                return _without_enclosing(listed) if self._begins_again(place, listed) else ()
        return ()

    def _entry(self, place: int) -> Heading | None:
        """Return the unit that a line names, also as an item: "- Статья 1. Пчёлы", "3. Глава 2. Пасеки"."""
        text = self._blocks[place].text
        match = None if self._headings[place] else _ITEM.match(text)
        if match is None or match.end() == len(text):
            return self._headings[place]
        return read_heading(text[match.end():], self._lang)

    def _comes_again(self, place: int, heading: Heading, listed: Sequence[tuple[int, Heading]]) -> bool:
        """Tell whether the first unit of a list is printed again, and not another one under its number.

        It has the same title, or the next article is one of the list.
        """
        first, articles = listed[0][1], [count(each.number) for _, each in listed if each.kind is Kind.ARTICLE]
        if not _is_first(heading, first) or not (self._titled or self._names_alike(place, listed)):
            return False
        below = self._headings[place:place + FRONT]
        following = next((each for each in below if each and each.kind is Kind.ARTICLE), None)
        return (not articles or following is None or heading.rest.casefold() == first.rest.casefold()
                or count(following.number) <= max(articles))

    def _names_alike(self, place: int, listed: Sequence[tuple[int, Heading]]) -> bool:
        """Tell whether a unit of a list without a title is named below as in the list: else both are text.

        A law of two sentences may be followed by what it approves, whose articles count from one too.
        """
        articles = any(each.kind is Kind.ARTICLE for _, each in listed)
        below = {(each.kind, each.number, _name(each)) for each in self._headings[place:place + FRONT] if each}
        return any((each.kind, each.number, _name(each)) in below for _, each in listed
                   if not articles or each.kind is Kind.ARTICLE)

    def _begins_again(self, start: int, listed: Sequence[tuple[int, Heading]]) -> bool:
        """Tell whether the text begins behind wording: units that enclose the first one may stand there too."""
        for place in range(start, min(start + self._reach, len(self._blocks))):
            heading, text = self._headings[place], self._blocks[place].text
            if heading and _is_first(heading, listed[0][1]):
                return self._comes_again(place, heading, listed)
            annexed = is_approval(text, self._lang) or read_annex(text, self._lang) is not None
            if (heading and _rank(heading) >= _rank(listed[0][1])) or (annexed and self._reach == FRONT):
                return False
        return False

    def _in_next_part(self, start: int, place: int) -> bool:
        """Tell whether a unit is the first of another part of a code, below which numbers may begin anew."""
        part = self._blocks[place - 1].text
        above = [block.text for block in self._blocks[start:place - 1] if is_part_of_code(block.text, self._lang)]
        return is_part_of_code(part, self._lang) and bool(above) and part not in above


def _is_first(heading: Heading, first: Heading) -> bool:
    """Tell whether a unit is the one that a list begins with, or one that must stand before it."""
    return _rank(heading) == _rank(first) and count(heading.number) <= count(first.number)


def _name(heading: Heading) -> str:
    return "".join(filter(str.isalpha, heading.rest.casefold()))  # a page may stand behind it


def _rank(heading: Heading) -> int:
    return _NESTED if heading.nested else _RANKS.get(heading.kind, _NESTED)


def _without_enclosing(listed: Sequence[tuple[int, Heading]]) -> tuple[int, ...]:
    """Return the places of a list; what stands at its end and encloses its first unit belongs to the text."""
    last = max((place for place, heading in listed if _rank(heading) >= _rank(listed[0][1])), default=-1)
    places = tuple(place for place, _ in listed if place <= last)
    return places if len(places) >= _FEWEST else ()


def _may_be_entry(block: Block, lang: str) -> bool:
    """Tell whether a line that names no unit may stand in a list: it is no number, note or sentence."""
    if is_contents(block.text, lang) or is_part_of_code(block.text, lang):
        return True
    if block.marked or len(block.text) > _LONGEST_ENTRY or block.text[-1] in ".;:,":
        return begins(block.text, spoken(lang).notes.editorial, lang) is not None
    return read_label(block.text) is None or block.row


def _end(blocks: Sequence[Block], last: int, lang: str) -> int:
    """Return the place behind the list: annexes may stand at its end, and the last title may go on in another line."""
    end = last + 1
    while end < len(blocks) and not blocks[end].margin and (
            blocks[end].text[0].islower() or opens(spoken(lang).layout.annexed, blocks[end].text)):
        end += 1
    return end
