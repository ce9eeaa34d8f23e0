"""What a language says of citations: its words for units, acts and pointers, as data.

A reference is a row of units with numbers ("subparagraphs 1) and 2)"), units pointed at ("this article") and acts, by
number, title or name. How they are read stands in `citations`.
"""

from dataclasses import dataclass

from lawgraph.languages.letters import NEVER
from lawgraph.languages.numerals import ROMAN_SIGNS
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

NUMBER = rf"(?:[0-9]{{1,4}}(?:-[0-9]{{1,3}}){{0,4}}|(?<!\w)(?-i:[{ROMAN_SIGNS}]{{1,8}})(?!\w))"
QUOTED = r"«[^«»]{3,400}»|\"[^\"]{3,400}\""
ACT_NUMBER = r"(?:№|No\.?|N)\s?[0-9]{1,6}(?:\s?[-–]\s?[IVXІХ]{1,8})?(?:\s?(?:ZRK|ЗРК|ҚРЗ))?(?![\w-])"


def spaced(words: str) -> str:
    """Return words as a pattern that takes any space between them."""
    return words.replace(" ", r"\s+")


@dataclass(frozen=True, slots=True)
class UnitRule:
    """Read a unit with its numbers; `kinds` are what the word can mean, likeliest first; none for an uncounted one.

    A list of numbers needs the word in the plural (`many`), or brackets; `counted` tells that words may count it.
    """

    kinds: tuple[Kind, ...]
    many: str
    one: str
    example: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class BareRule:
    """Read a unit that has no number: a preamble, a heading."""

    kind: Kind
    word: str
    example: str


@dataclass(frozen=True, slots=True)
class ThisRule:
    """Read a word that points at a unit around the text."""

    kind: Kind
    word: str
    example: str


@dataclass(frozen=True, slots=True)
class ActRule:
    """Read the citation of one kind of act: `head` is the word for it, around which number, day and title stand."""

    kind: ActKind
    head: str
    example: str


@dataclass(frozen=True, slots=True)
class OwnName:
    """Tell that what matches `word` bears a name of its own, however it is inflected."""

    word: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Citing:
    """Hold the words of citations as patterns.

    `ordinals` are the words for 1, 2, …; `separator` stands between the numbers of a list, `joint` between a unit and
    what encloses it; `this` points at a unit around the text; `parts` are what may stand beside the word for an act,
    which ends the citation where `act_last`; `filling` is what people type and
    what says nothing, `typed` the kinds of acts as they name them before a number.
    """

    units: tuple[UnitRule, ...] = ()
    bare: tuple[BareRule, ...] = ()
    these: tuple[ThisRule, ...] = ()
    acts: tuple[ActRule, ...] = ()
    own_names: tuple[OwnName, ...] = ()
    ordinals: tuple[str, ...] = ()
    separator: str = r"\s*,\s*"
    joint: str = r"\s+"
    this: str = NEVER
    parts: str = NEVER
    filling: str = NEVER
    typed: str = NEVER
    act_last: bool = False
