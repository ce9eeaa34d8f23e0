"""The evidence about one law as values: what editions print and have taken up, and how an act may bear on a thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.replaced_words import NewWords
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.evidence.unread import Spots
from lawgraph.evidence.uptake import Taken
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid
from lawgraph.law.model import Amendment, Provision


class Touch(IntEnum):
    """Grade how an amendment may bear on a provision, weakest first.

    UNLIKELY: the editions around it speak against it, and it is not ruled out. ELSEWHERE: it changed the enclosing
    provision, another place in it is known, and its list of targets is not whole. SOMEWHERE: it changed the enclosing
    provision, and where is recorded nowhere. DIRECT: it changed this very thing.
    """

    NONE = 0
    UNLIKELY = 1
    ELSEWHERE = 2
    SOMEWHERE = 3
    DIRECT = 4


Caps = Mapping[Eid, Mapping[int, Touch]]
"""For a provision and an amendment (by index) the most that the editions around it allow."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Hold what editions held against each other tell: what acts cannot have touched, and what was not there.

    `absent` names, for an edition's file, the provisions that it would print if they had been there.
    """

    on_presence: Caps = field(default_factory=dict)
    on_wording: Caps = field(default_factory=dict)
    absent: frozenset[tuple[str, Eid]] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold the evidence about one law, for the wording in one language.

    `deciding_editions` decide presence: the official ones where there are any. `printed` gives for each edition's file
    its provisions, `taken` one answer per amendment, `until` the day up to which it tells of acts.
    `located` holds (act, provision) where a target inside is known. `candidates` names, for an inserted number whose
    act is not settled, the amendments that may have brought it. `grounds` gives the provision each amendment speaks
    of, `near` those that speak of a provision, of what encloses it or of a part of it. `overruled` are claims of a
    translation that the official editions do not bear out, `unlikely` stand-ins for acts of which nothing else tells.
    `doubted_repeals` names for a repeal what speaks against it. `spots` are the provisions of which it is not known
    what an edition prints. `new_words` are those that stand in place of words replaced throughout. `renewed` gives for
    each amendment the outermost provision that its act words anew, or brings in, at once with it: what encloses the
    target, or the target itself.
    """

    law: LawSources
    lang: str
    start: DayBounds
    units: tuple[Unit, ...]
    deciding_editions: tuple[Edition, ...]
    printed: Mapping[str, Mapping[Eid, Provision]]
    amendments: tuple[Amendment, ...] = ()
    taken: Mapping[str, tuple[Taken, ...]] = field(default_factory=dict)
    until: Mapping[str, date | None] = field(default_factory=dict)
    grounds: tuple[Eid, ...] = ()
    near: Mapping[Eid, tuple[int, ...]] = field(default_factory=dict)
    located: frozenset[tuple[str, Eid]] = frozenset()
    candidates: Mapping[Eid, frozenset[int]] = field(default_factory=dict)
    horizon: date | None = None
    overruled: frozenset[int] = frozenset()
    unlikely: frozenset[int] = frozenset()
    merged: Merged = field(default_factory=Merged)
    doubted_repeals: Mapping[int, Edition | Amendment] = field(default_factory=dict)
    spots: Spots = field(default_factory=dict)
    new_words: NewWords = field(default_factory=dict)
    renewed: tuple[Eid | None, ...] = ()
