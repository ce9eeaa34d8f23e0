"""The evidence about one law as values, and what each of them tells by itself.

Words replaced throughout a law leave new ones behind: a text that holds none of these was not touched. Only an official
edition tells so, one whose own note names all the new words: a translation may lag. Where a later act may have taken
them away again, and for words that were deleted, nothing is told.

Two printings of one wording differ in spaces, quotation marks, dashes, «ё» and in the mark that ends a point of a list;
none of these is a change of wording.

An act that brings Article 9-1 in, or gives it a new wording, brings its paragraphs by the same words: the changes of
the parts are the parts of one change. Where facts tell of both, neither lies between the other and a day.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from lawgraph.evidence.sources import Edition, LawSources, Steps, Unit
from lawgraph.evidence.unread import Spots
from lawgraph.evidence.uptake import Taken
from lawgraph.languages.letters import YO
from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Provision
from lawgraph.law.eid import LAW, Eid, Kind, Order, Tree

NewWords = Mapping[tuple[str, str, str], tuple[str, ...]]
"""For the file of an official edition, an act and its target the words that its note puts in place of others."""



def new_words_of(law: LawSources) -> NewWords:
    """Return the new words that the notes of official editions tell whole."""
    told: dict[tuple[str, str, str], list[tuple[str, ...]]] = defaultdict(list)
    for edition in law.official:
        for claim in edition.document.claims:
            if claim.action is Action.TEXT_SUBSTITUTION and claim.act_name:
                told[edition.file, claim.act_name, claim.target].append(claim.new_words)
    return {key: tuple(word for words in each for word in words) for key, each in told.items() if all(each)}


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
    target, or the target itself. `steps` are the facts about the law by act and target. What was `read` in each edition
    holds also what another one denies.
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
    steps: Steps = field(default_factory=dict)
    read: Mapping[str, Mapping[Eid, Provision]] = field(default_factory=dict)


_SPACES = re.compile(r"\s+")
_EMPTY_CELL = re.compile(r"(?<=\t) *(?=\t)")
_BESIDE_SIGN = re.compile(r" (?=\W)|(?<=\W) ")
_SIGNS = str.maketrans({**dict.fromkeys("«»„“”‟❝❞″", '"'), **dict.fromkeys("‘’‚‛′", "'"),
                        **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None, "\u200b": None}) | YO


def alike(one: str, other: str) -> bool:
    """Tell whether two printings hold one wording."""
    return one == other or _normal_form(one) == _normal_form(other)


def _normal_form(text: str) -> str:
    """Return a wording as it is compared: without what differs between two printings of it."""
    spaced = _BESIDE_SIGN.sub("", _SPACES.sub(" ", _EMPTY_CELL.sub(" \u2420 ", text)))
    return spaced.translate(_SIGNS).strip(" ;.,")


def wording_in(evidence: Evidence, edition: Edition, unit: Unit) -> str | None:
    """Return the own text that an edition prints of a provision, "" where it has only parts, `None` where none."""
    return words_among(evidence.printed[edition.file], edition, unit)


def words_among(printed: Mapping[Eid, Provision], edition: Edition, unit: Unit) -> str | None:
    """Return the same of some of the provisions that an edition prints."""
    if unit.kind is not Kind.HEADING:
        own = printed.get(unit.eid)
        return None if own is None or own.excluded else own.text or ""
    owner = unit.chain[0]
    if owner == "law":
        lost = any(unit.eid in each.eids for each in edition.document.unread)
        return None if lost else edition.document.title or None
    above = printed.get(owner)
    return None if above is None or above.excluded else above.heading


def living_in(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision as one that is there."""
    own = evidence.printed[edition.file].get(unit.eid)
    return own is not None and not own.excluded


@dataclass(frozen=True, slots=True)
class End:
    """Hold the last provision of an edition that may be cut off, and the order of its last article."""

    last: Unit
    article: Order


def end_of(evidence: Evidence, edition: Edition) -> End | None:
    """Return where an edition ends that does not come to the signature or the closing article: it may be cut off."""
    printed = evidence.printed[edition.file]
    if edition.whole or not printed:
        return None
    last = max((unit for unit in evidence.units if unit.eid in printed), key=lambda unit: unit.place, default=None)
    articles = max((eid.order for eid in printed if eid.kind is Kind.ARTICLE), default=())
    return End(last, articles) if last else None


def is_cut_off(unit: Unit, end: End | None) -> bool:
    """Tell whether a provision may stand behind the end; of what no edition prints its number alone tells where."""
    if end is None or unit.eid.outermost == end.last.eid.outermost:
        return False
    return unit.place > end.last.place or (unit.adrift and unit.eid.outermost.order > end.article)


def lacks_heading(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision without the heading that is the unit, and others with theirs."""
    if unit.eid.parent == LAW:
        return edition.document.title is None
    printed = evidence.printed[edition.file]
    own = printed.get(unit.eid.parent) if unit.kind is Kind.HEADING and unit.eid.parent else None
    return own is not None and not (own.excluded or own.heading) and any(each.heading for each in printed.values())


def prints_otherwise_before(evidence: Evidence, lacking: Edition, later: Edition, unit: Unit) -> bool:
    """Tell whether an edition before one that lacks a provision prints it in other words than a later one."""
    until, after = evidence.until[lacking.file], wording_in(evidence, later, unit)
    before = (wording_in(evidence, each, unit) for each in evidence.deciding_editions if until is not None
              and each.lang == later.lang and (day := evidence.until[each.file]) is not None and day < until)
    return after is not None and any(text is not None and not alike(text, after) for text in before)


def missing_since(evidence: Evidence, unit: Unit, lacking: Edition) -> date | None:
    """Return the day from which what an edition leaves out may have been missing: after the last to print it."""
    until = evidence.until[lacking.file]
    printed = (day for edition in evidence.deciding_editions if living_in(evidence, edition, unit)
               and (day := evidence.until[edition.file]) and until and day < until)
    last = max(printed, default=None)
    return last + timedelta(days=1) if last else evidence.start.earliest


_RENEWING = {Action.INSERTION, Action.SUBSTITUTION}


def renewed(amendments: Sequence[Amendment], tree: Tree) -> tuple[Eid | None, ...]:
    """Return for each amendment the outermost provision that is renewed at once with it, `None` where none is."""
    whole: dict[Hashable, set[Eid]] = defaultdict(set)
    for each in amendments:
        renews = each.action in _RENEWING and each.scope is Scope.WHOLE
        if renews and each.target.kind not in (Kind.HEADING, Kind.INTRO):
            whole[_step(each)].add(each.target)
    return tuple(_outermost(each, whole.get(_step(each), set()), tree) for each in amendments)


def at_once(one: Amendment, other: Amendment) -> bool:
    """Tell whether two changes surely begin together: one act's, on one known day or under one rule."""
    return _step(one) == _step(other) and _step(one) is not None


def _step(each: Amendment) -> Hashable:
    """Return what changes of one moment share, `None` for one of which no moment is told."""
    told = each.act is not None and each.act.identified and not each.deferred and not each.undoes
    if not told or not (each.operative.exact or each.rule):
        return None
    first, last = each.operative.earliest, each.operative.latest
    return each.author, first, last, None if each.operative.exact else each.rule


def _outermost(each: Amendment, whole: set[Eid], tree: Tree) -> Eid | None:
    if _step(each) is None:
        return None
    return next((place for place in (*reversed(tree.above(each.target)), each.target) if place in whole), None)
