"""Which acts an edition has taken up: shown as applied, left out, or open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lawgraph.eid import Eid
from lawgraph.model import Action, Amendment, Kind, Scope, SourceKind
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
    """Return which acts the footnotes of which unit name.

    Foreseen changes are not applied yet. A note on words replaced throughout stands apart: it tells nothing of other
    changes by the same act.
    """
    return frozenset((_place(claim.target, claim.action), claim.act.name if claim.act else "undated-unnumbered")
                     for claim in edition.document.claims if not claim.pending)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Hold what one edition shows: the acts it names, what was checked in it, and what can have dropped footnotes."""

    file: str
    day: date | None
    named: Named
    checked: Mapping[tuple[str, str], bool]
    droppers: tuple[Amendment, ...]


def uptake(law: LawSources, edition: Edition, amendments: Sequence[Amendment], enclosing: Enclosures
           ) -> tuple[Taken, ...]:
    """Tell for each amendment whether the edition has taken it up.

    It has when a footnote in the target's article names the act, or when a later insertion, new wording or exclusion
    shown there can have dropped that footnote; where intervals leave it open, both are assumed.
    """
    named = named_acts(edition)
    checked = {(record.act.name, fact.eid): told for record in law.records for fact in record.targets
               if fact.law == law.id for lang, told in fact.reflected if lang == edition.lang}
    droppers = tuple(each for each in amendments if each.action in _DROPPING and _is_named(each, named, enclosing))
    shown = _Shown(edition.file, edition.day, named, checked, droppers)
    return tuple(_taken(shown, each, amendments, enclosing) for each in amendments)


def _taken(shown: _Shown, each: Amendment, amendments: Iterable[Amendment], enclosing: Enclosures) -> Taken:
    if each.act is None:
        return _stand_in(shown, each)
    told = shown.checked.get((each.act.name, each.target))
    if told is not None:
        return Taken.YES if told else Taken.NO
    if shown.day is not None and not each.operative.possibly_by(shown.day):
        return Taken.NO
    told_here = any(source.kind is SourceKind.CLAIM and source.file == shown.file for source in each.sources)
    if told_here or _is_named(each, shown.named, enclosing):
        return Taken.OPEN if _may_be_later_part(each, amendments) else Taken.YES
    return _dropped(shown, each, enclosing)


def _stand_in(shown: _Shown, each: Amendment) -> Taken:
    """Tell whether an edition came after the acts that a footnote dropped: the one with the footnote surely did."""
    return Taken.YES if not each.sources or any(source.file == shown.file for source in each.sources) else Taken.OPEN


def _dropped(shown: _Shown, each: Amendment, enclosing: Enclosures) -> Taken:
    """Tell whether a later change shown around the target can have dropped the footnote."""
    around = (each.target, *chain(each.target, enclosing))
    later = [dropper for dropper in shown.droppers if dropper.target in around and dropper.act != each.act
             and dropper.operative.possibly_with_or_after(each.operative)]
    if any(not each.operative.possibly_with_or_after(dropper.operative) for dropper in later):
        return Taken.YES
    return Taken.OPEN if later else Taken.NO


def _may_be_later_part(each: Amendment, amendments: Iterable[Amendment]) -> bool:
    """Tell whether a footnote may name an act that starts in parts for an earlier part than this one."""
    if each.act is None or each.scope is Scope.SOMEWHERE:
        return False
    unit, own = _footnoted(each.target), (each.operative.earliest, each.operative.latest)
    return any(other.act is not None and other.act.name == each.act.name and _footnoted(other.target) == unit
               and (other.operative.earliest, other.operative.latest) != own
               and other.operative.possibly_with_or_before(each.operative) for other in amendments)


def _is_named(each: Amendment, named: Named, enclosing: Enclosures) -> bool:
    if each.act is None:
        return False
    place = _place(each.target, each.action)
    above = () if each.action is Action.TEXT_SUBSTITUTION else chain(place, enclosing)
    return any((unit, each.act.name) in named for unit in (place, *above))


def _place(target: str, action: Action) -> str:
    return f"throughout {target}" if action is Action.TEXT_SUBSTITUTION else _footnoted(target)


def _footnoted(target: str) -> str:
    """Return the unit whose footnotes speak of a target: its article, or what stands at the top without articles.

    The heading of a chapter has a footnote of its own, which tells nothing of the chapter.
    """
    eid = Eid(target)
    outermost = eid.ancestors[-1] if eid.ancestors else eid
    if eid.kind is Kind.HEADING and outermost.kind in (Kind.LAW, Kind.CHAPTER, Kind.SECTION):
        return target
    return outermost
