"""What bore the numbers of a list before a plain one was brought among them: "Article 3 is supplemented by point 2".

Point 3 may have been the second. As long as the change may not have begun nobody knows what stood under the new number
and those behind it; since then they are as they are printed. A number that was ended before moves none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from lawgraph.evidence.sources import LawSources
from lawgraph.law.amendments import Action, Amendment, Scope, SourceKind
from lawgraph.law.authors import Dropped
from lawgraph.law.days import DayBounds, Ground, basis_on, unknown_first
from lawgraph.law.eid import Eid, Kind

_LISTED = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT)
_List = tuple[Kind, Eid | None]


def moved_numbers(law: LawSources, known: Sequence[Amendment]) -> Iterator[Amendment]:
    """Give an untold change for each number that may have been another unit's, on the days of what moved it."""
    made = [each for each in known if not (each.foreseen or each.undoes)]
    brought = {each.target for each in made if each.action is Action.INSERTION}
    lists = _lists(law)
    moving: dict[_List, list[Amendment]] = defaultdict(list)
    ended = {each.target for each in made if each.action.removes}
    for each in made:
        around = each.target.kind, each.target.parent
        if _may_move(each) and each.target in lists.get(around, ()) and each.target not in ended:
            moving[around].append(each)
    undone = {each.target for each in known if each.undoes}
    for around, these in moving.items():
        first = min(each.target.order for each in these)
        since = [eid for eid in lists[around] if eid.order >= first and not eid.inserted_number]
        behind = [eid.order for eid in since if eid not in brought]
        bounds, sources = _hull(these, undone), these[0].sources
        yield from (Amendment(Dropped(), eid, Action.RENUMBERING, Scope.WHOLE, bounds, sources)
                    for eid in since if behind and eid.order <= max(behind))


def _lists(law: LawSources) -> Mapping[_List, Collection[Eid]]:
    """Return what editions print in each list, but for what is ended there."""
    lists: dict[_List, dict[Eid, None]] = defaultdict(dict)
    for edition in law.editions:
        for each in edition.document.provisions:
            if not each.excluded and each.kind in _LISTED:
                lists[each.kind, each.eid.parent][each.eid] = None
    return lists


def _may_move(each: Amendment) -> bool:
    """Tell whether a change brings a plain number; the text of an act that is held tells itself what it moves."""
    told = any(source.kind is SourceKind.ACT for source in each.sources)
    return each.action is Action.INSERTION and each.target.kind in _LISTED and not each.target.inserted_number and (
        not told)


def _hull(these: Sequence[Amendment], undone: Collection[Eid]) -> DayBounds:
    """Return the days on which any of some changes may begin; what is undone moves numbers back on another day."""
    earliest = min((each.operative.earliest for each in these), key=unknown_first)
    latest = [each.operative.latest for each in these if each.operative.latest and each.target not in undone]
    return DayBounds(earliest, max(latest) if len(latest) == len(these) else None, basis_on(Ground.DROPPED))
