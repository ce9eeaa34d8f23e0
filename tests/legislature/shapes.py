"""Invented structures: articles of paragraphs, points, parts and indents, as texts by eId."""

from functools import lru_cache
from random import Random

from lawgraph.law.eid import Eid, Order
from legislature.words import Words

Block = dict[str, str]


@lru_cache(maxsize=20_000)
def order_of(eid: str) -> Order:
    """Return the sort key of an address."""
    return Eid(eid).order


@lru_cache(maxsize=20_000)
def step_of(eid: str) -> tuple[str, str, str]:
    """Split an address into its parent, the prefix of its last step and the number: art_5, point, 4-1."""
    parent, _, last = eid.rpartition("__")
    prefix, _, number = last.partition("_")
    return parent, prefix, number


def is_chapter(eid: str) -> bool:
    """Tell whether an address is that of a chapter as a whole."""
    return step_of(eid)[1] == "chp"


def named_chapter(eid: str) -> str:
    """Return what notes call a chapter: with its section, where its number is not its own."""
    parent, _, number = step_of(eid)
    return f"Chapter {number} of Section {parent.removeprefix('sec_')}" if parent else f"Chapter {number}"


class Shapes:
    """Make the texts of provisions and of all beneath them."""

    def __init__(self, rng: Random, words: Words) -> None:
        """Take chance from `rng` and sentences from `words`."""
        self._rng = rng
        self._words = words

    def article(self, eid: str, *, fresh: bool = False) -> Block:
        """Return an article with its heading; a fresh wording of an old article may bring a number n-m."""
        return {f"{eid}__heading": self._words.heading(), **self._body(eid, fresh=fresh)}

    def paragraph(self, eid: str, *, fresh: bool = False) -> Block:
        """Return a paragraph: a sentence, a list of points or of indents, each perhaps with a second part."""
        return self._unit(eid, fresh=fresh)

    def part(self, eid: str) -> Block:
        """Return an unnumbered part, sometimes with points."""
        return self._points(eid, 2) if self._rng.random() < 0.2 else {eid: self._words.sentence()}

    def point(self, eid: str, *, alone: bool = True) -> Block:
        """Return a point, rarely with indents; only where no unnumbered part may follow the list."""
        if alone and self._rng.random() < 0.06:
            indents = {f"{eid}__indent_{number}": self._words.item() for number in (1, 2)}
            return {eid: self._words.item_lead_in(), **indents}
        return {eid: self._words.item()}

    def _body(self, eid: str, *, fresh: bool) -> Block:
        if self._rng.random() < 0.4:
            block: Block = {eid: ""}
            for number in range(1, 2 + int(self._rng.random() * 3)):
                block |= self._unit(f"{eid}__para_{number}", fresh=fresh)
            return block
        return self._unit(eid, fresh=fresh)

    def _unit(self, eid: str, *, fresh: bool) -> Block:
        chance = self._rng.random()
        if chance < 0.35:
            block = {eid: self._words.sentence()}
        elif chance < 0.9:
            block = self._points(eid, 2 + int(self._rng.random() * 3), fresh=fresh)
        else:
            indents = {f"{eid}__indent_{number}": self._words.item() for number in (1, 2)}
            block = {eid: self._words.lead_in(), **indents}
        if self._rng.random() < 0.15:
            block |= self.part(f"{eid}__al_2")
        return block

    def _points(self, eid: str, count: int, *, fresh: bool = False) -> Block:
        block = {eid: self._words.lead_in()}
        for number in range(1, count + 1):
            block |= self.point(f"{eid}__point_{number}", alone=False)
        if fresh and self._rng.random() < 0.12:
            block[f"{eid}__point_1-1"] = self._words.item()
        return block
