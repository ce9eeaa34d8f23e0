"""What two official texts in two languages tell by their numbers alone: one has a paragraph that the other lacks.

Where no act that is told of can have brought or ended it between their days, an act of which nothing is told changed
its article: what it did to the words beside it no text shows in the language of the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayBounds, Ground, basis_on
from lawgraph.law.eid import Eid, Kind

_NUMBERED = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT)


def untold_across(law: LawSources, known: Sequence[Amendment]) -> Iterator[Amendment]:
    """Give a change somewhere in each article of which a later text in another language has other numbers.

    A language of which a text of before is held, too, is compared with itself.
    """
    dated = sorted(((edition.as_of, edition) for edition in law.official if edition.as_of), key=lambda each: each[0])
    for (since, one), (until, other) in pairwise(dated):
        alone = not any(each.lang == other.lang and day <= since for day, each in dated)
        if one.lang != other.lang and since < until and alone:
            bounds = DayBounds(since + timedelta(days=1), until, basis_on(Ground.CHANGED_UNTOLD))
            for article in _unlike(_numbers(one), _numbers(other), _between(known, since, until)):
                yield Amendment(Untold(), article, Action.MODIFICATION, Scope.SOMEWHERE, bounds, ())


def _unlike(mine: Mapping[Eid, set[Eid]], theirs: Mapping[Eid, set[Eid]], told: Sequence[Eid]) -> Iterator[Eid]:
    """Give the articles in which two texts have other numbers, where nothing that is told explains one of them."""
    for article in (each for each in mine if each in theirs):
        if any(not any(eid.within(target) or eid == target for target in told)
               for eid in mine[article] ^ theirs[article]):
            yield article


def _numbers(edition: Edition) -> Mapping[Eid, set[Eid]]:
    """Return the numbered units that an edition prints in each of its articles."""
    found: dict[Eid, set[Eid]] = {}
    for each in (each for each in edition.document.provisions if not each.excluded):
        if each.kind is Kind.ARTICLE:
            found.setdefault(each.eid, set())
        elif each.kind in _NUMBERED and each.eid.outermost.kind is Kind.ARTICLE:
            found.setdefault(each.eid.outermost, set()).add(each.eid)
    return found


def _between(known: Sequence[Amendment], since: date, until: date) -> Sequence[Eid]:
    """Return what changes that may begin between two days are on."""
    return [each.target for each in known
            if each.operative.possibly_by(until) and not each.operative.certainly_by(since)]
