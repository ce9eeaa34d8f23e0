"""Which acts an edition has taken up: shown as applied, left out, or open."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from lawgraph.eid import Eid
from lawgraph.model import Action, Amendment, Kind
from lawgraph.sources import Edition, Enclosures, LawSources, chain

_DROPPING = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION}

Named = frozenset[tuple[str, str]]
"""Pairs of (footnoted unit, act): the footnotes of the unit name the act."""


class Taken(Enum):
    """Tell whether an edition shows a change as applied."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


def named_acts(edition: Edition) -> Named:
    """Return which acts the footnotes of which unit name; foreseen changes are not applied yet and do not count."""
    return frozenset((_footnoted(claim.target), claim.act.name if claim.act else "undated-unnumbered")
                     for claim in edition.document.claims if not claim.pending)


def uptake(law: LawSources, edition: Edition, amendments: Sequence[Amendment], enclosing: Enclosures
           ) -> tuple[Taken, ...]:
    """Tell for each amendment whether the edition has taken it up.

    It has when a footnote in the target's article names the act, or when a later insertion, new wording or exclusion
    shown there can have dropped that footnote; where intervals leave it open, both are assumed.
    """
    named = named_acts(edition)
    checked = {(record.act.name, fact.eid): told for record in law.records for fact in record.targets
               if fact.law == law.id for lang, told in fact.reflected if lang == edition.lang}
    droppers = [each for each in amendments if each.action in _DROPPING and _is_named(each, named, enclosing)]
    return tuple(_taken(each, checked, named, droppers, enclosing) for each in amendments)


def _taken(each: Amendment, checked: Mapping[tuple[str, str], bool], named: Named, droppers: Iterable[Amendment],
           enclosing: Enclosures) -> Taken:
    if each.act is None:
        return Taken.YES
    told = checked.get((each.act.name, each.target))
    if told is not None:
        return Taken.YES if told else Taken.NO
    if _is_named(each, named, enclosing):
        return Taken.YES
    around = (each.target, *chain(each.target, enclosing))
    later = [dropper for dropper in droppers if dropper.target in around and dropper.act != each.act
             and dropper.operative.possibly_with_or_after(each.operative)]
    if any(not each.operative.possibly_with_or_after(dropper.operative) for dropper in later):
        return Taken.YES
    return Taken.OPEN if later else Taken.NO


def _is_named(each: Amendment, named: Named, enclosing: Enclosures) -> bool:
    if each.act is None:
        return False
    unit = _footnoted(each.target)
    return any((place, each.act.name) in named for place in (unit, *chain(unit, enclosing)))


def _footnoted(target: str) -> str:
    """Return the unit whose footnotes speak of a target: its article, or what stands at the top without articles.

    The heading of a chapter has a footnote of its own, which tells nothing of the chapter.
    """
    eid = Eid(target)
    outermost = eid.ancestors[-1] if eid.ancestors else eid
    if eid.kind is Kind.HEADING and outermost.kind in (Kind.LAW, Kind.CHAPTER, Kind.SECTION):
        return target
    return outermost
