"""Addresses of provisions: `art_6__para_2__point_4-1`, in the manner of Akoma Ntoso.

An eId is stable across versions and languages. Chapters and sections are no part of an article's eId, so the
chapter of an article is asked of the document, not of its address.
"""

import re
from enum import StrEnum

from lawgraph.law.errors import EidError


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
        return self in (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER)

    @property
    def counted(self) -> bool:
        """Tell whether its number is its position, and not printed: what is inserted before it makes it another."""
        return self in (Kind.ALINEA, Kind.INDENT)


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


class Eid(str):
    """Be the address of one provision."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> "Eid":
        """eid = step *("__" step); step = prefix ["_" number]; number = 1*digit *("-" 1*digit)"""
        if len(text) > _LONGEST:
            raise EidError(repr(text[:40] + "…"), f"no address has more than {_LONGEST} characters",
                           "write for example art_6__para_2__point_4-1")
        place = 0
        for step in text.split("__"):
            match = _STEP.fullmatch(step)
            kind = _KINDS.get(match[1]) if match else None
            if match is None or kind is None or (match[2] is None) != (kind in _UNNUMBERED):
                raise EidError(f"{text!r}, character {place + 1}", f"{step!r} is no step of an address",
                               "write for example art_6__para_2__point_4-1")
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


def _order_of_step(step: str) -> OrderStep:
    prefix, _, number = step.partition("_")
    return _RANK[_KINDS[prefix]], tuple(int(part) for part in number.split("-")) if number else (), prefix
